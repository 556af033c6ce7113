"""The cases of two other detectors: what deckname finds there, and what those tools find themselves.

    python -m benchmarks.recognizers.peers --data DIRECTORY [--model small] \\
        --peer datafog=FILE --peer scrubadub=FILE ...

The tools run apart, in an environment of their own, offline (``benchmarks/peers_datafog.py``,
``peers_scrubadub.py``), and write the FILEs: theirs are found in both sets, if both are in them.

``labels/peers.json`` says what the sets' labels and the tools' are called here, near-synonyms included. A value is
found if a span of a right type shares a character with it, and exact if one is all of it. A span is false if it is of a
type that the set marks, and shares no character with a value of that type. Spans of types that the set does not mark
are counted, and neither right nor wrong. The five texts of datafog's whose characters became "???" are left out.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import deckname
from benchmarks.recognizers.cases import LABELS, Case, accepted, look, parser, read, share, write
from deckname.span import Span

SETS = ("datafog_corpus.all", "scrubadub.all")
LOST = "???"
#: No pattern's business.
WORDS = frozenset({"PERSON", "LOCATION", "ORGANIZATION"})

#: What a tool calls a span -> the types that it may be.
Meaning = Mapping[str, frozenset[str]]


def cases_of(path: Path) -> list[Case]:
    """Return the cases of a set whose characters are whole."""
    return [case for case in read(path) if LOST not in case.text]


def measure(cases: Sequence[Case], found: Sequence[Sequence[Span]], gold: Meaning, labels: Meaning) -> dict[str, Any]:
    """Return what was found and what is false, in all and by label."""
    marked = frozenset().union(*(gold[span.type] for case in cases for span in case.spans))
    values: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    exact: Counter[str] = Counter()
    false: Counter[str] = Counter()
    other = 0
    for case, spans in zip(cases, found, strict=True):
        for value in case.spans:
            right = [s for s in spans if s.overlaps(value) and labels[s.type] & gold[value.type]]
            values[value.type] += 1
            hit[value.type] += bool(right)
            exact[value.type] += any((s.start, s.end) == (value.start, value.end) for s in right)
        for span in spans:
            if not labels[span.type] & marked:
                other += 1
            elif not any(span.overlaps(value) and labels[span.type] & gold[value.type] for value in case.spans):
                false[span.type] += 1
    return {
        "all": _row(values, hit, exact, false, set(values)),
        "all but names, places and organisations": _row(
            values, hit, exact, false, {name for name in values if not gold[name] & WORDS},
            {name for name in false if not labels[name] & WORDS},
        ),
        "false by type": dict(false.most_common()),
        "of types that the set does not mark": other,
        "by label": {name: _row(values, hit, exact, Counter(), {name}) for name in sorted(values)},
    }  # fmt: skip


def _row(
    values: Counter[str], hit: Counter[str], exact: Counter[str], false: Counter[str], names: set[str],
    false_names: set[str] | None = None,
) -> dict[str, Any]:  # fmt: skip
    n = sum(values[name] for name in names)
    row = {"values": n, "found": sum(hit[name] for name in names), "exact": sum(exact[name] for name in names)}
    row |= {"share found": share(row["found"], n), "share exact": share(row["exact"], n)}  # type: ignore[dict-item]
    return row | (
        {"false": sum(false[name] for name in (false if false_names is None else false_names))} if false else {}
    )


def meaning(table: Mapping[str, str | Sequence[str]]) -> dict[str, frozenset[str]]:
    """Return a table of labels with the children of each type."""
    return {label: accepted(types) for label, types in table.items()}


class _Itself(dict[str, frozenset[str]]):
    """Our own types mean themselves."""

    def __missing__(self, label: str) -> frozenset[str]:
        return frozenset([label])


def spans_of_tool(path: Path) -> dict[str, list[Span]]:
    """Return what a tool found, by the ids of the texts."""
    found: dict[str, list[Span]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        found[record["id"]] = [Span(s["start"], s["end"], s["label"]) for s in record["spans"]]
    return found


def main() -> None:
    arguments_of = parser(__doc__)
    arguments_of.add_argument("--data", type=Path, required=True, help="the directory that both sets lie in")
    arguments_of.add_argument("--model", action="append", default=[], help="measure deckname with this model, too")
    arguments_of.add_argument("--peer", action="append", default=[], metavar="TOOL=FILE", help="a label table's name")
    arguments = arguments_of.parse_args()
    tables = json.loads((LABELS / "peers.json").read_text(encoding="utf-8"))
    detectors = [deckname.load(model) for model in ("none", *arguments.model)]
    figures: dict[str, Any] = {}
    for name in SETS:
        cases, gold = cases_of(arguments.data / f"{name}.jsonl"), meaning(tables[name])
        rows = figures[name] = {"texts": len(cases)}
        for detector in detectors:
            found = [[each.span for each in seen] for seen in look(detector, [case.text for case in cases])]
            rows[f"deckname, {detector.model}"] = measure(cases, found, gold, _Itself())
            _print(name, cases, found, gold, show=arguments.show)
        for peer in arguments.peer:
            tool, _, path = peer.partition("=")
            there = spans_of_tool(Path(path))
            labels = meaning(tables[tool.partition(" ")[0]])
            rows[tool] = measure(cases, [there[case.id] for case in cases], gold, labels)
    write("peers", figures, arguments.out)


def _print(name: str, cases: Sequence[Case], found: Sequence[Sequence[Span]], gold: Meaning, *, show: bool) -> None:
    for case, spans in zip(cases, found, strict=True) if show else ():
        missed = [v for v in case.spans if not any(s.overlaps(v) and s.type in gold[v.type] for s in spans)]
        false = [s for s in spans if not any(s.overlaps(v) and s.type in gold[v.type] for v in case.spans)]
        if missed or false:
            print(f"{name}  {case.id}  {case.text[:100]!r}  missed: {[v.type for v in missed]}  else: {false}")


if __name__ == "__main__":
    main()
