"""What the scripts share: cases, what a detector says of them, reasons for disagreements, one file of results."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from deckname.detector import Detector, Options
from deckname.findings import CHECK_FAILED, Evidence
from deckname.span import Span
from deckname.types import TYPES, ancestors, expand

LABELS = Path(__file__).parents[1] / "labels"
UNEXPLAINED = "not explained"
#: How a reason begins that shows, by the definition that it cites, that a vector itself is wrong.
WRONG = "wrong: "
#: And one that shows that a vector asks something else than we look for.
OTHER = "other: "
BATCH = 256


@dataclass(frozen=True, slots=True)
class Case:
    """A text and what it holds, with the labels of those who wrote it down."""

    id: str
    text: str = field(repr=False)
    lang: str = "xx"
    spans: tuple[Span, ...] = ()
    meta: Mapping[str, Any] = field(default_factory=dict, repr=False)


def read(path: Path) -> list[Case]:
    """Return the cases of a JSONL file."""
    found = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            record = json.loads(line)
            # A validator may like the empty text; nothing is found in it.
            spans = tuple(Span(s["start"], s["end"], s["label"]) for s in record["spans"] if s["start"] < s["end"])
            found.append(Case(record["id"], record["text"], record["lang"], spans, record.get("meta") or {}))
    return found


@dataclass(frozen=True, slots=True)
class Seen:
    """A span that was found, whether its check refuses it, and the rules that say so."""

    span: Span
    failed: bool
    rules: frozenset[str] = frozenset()

    def __str__(self) -> str:
        how = f", {CHECK_FAILED}" if self.failed else ""
        rules = "".join(f", {rule}" for rule in sorted(self.rules) if rule)
        return f"{self.span.type} [{self.span.start}, {self.span.end}) {self.span.score:.2f}{how}{rules}"


def look(detector: Detector, texts: Sequence[str], *, regions: Sequence[tuple[str, ...]] = ()) -> list[list[Seen]]:
    """Return what is found of all types in each text; ``regions`` runs parallel to ``texts``."""
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in range(len(texts)):
        groups[regions[number] if regions else ()].append(number)
    seen: list[list[Seen]] = [[] for _ in texts]
    warnings: Counter[str] = Counter()
    for own, numbers in groups.items():
        options = Options(types="all", regions=own)
        for at in range(0, len(numbers), BATCH):
            part = numbers[at : at + BATCH]
            for number, detection in zip(
                part, detector.detect_batch([texts[n] for n in part], options=options), strict=True
            ):
                warnings.update(f"{warning.code} {warning.type}" for warning in detection.warnings)
                for span, evidence in zip(detection.spans, detection.evidence, strict=True):
                    refused = refusals(span, evidence)
                    told = refused or [item for item in evidence if item.reason != CHECK_FAILED] or evidence
                    seen[number].append(Seen(span, bool(refused), frozenset(item.rule for item in told)))
    for warning, count in warnings.items():
        print(f"{warning} in {count} texts", file=sys.stderr)
    return seen


def refusals(span: Span, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the failed checks that a span's score rests on: none where another rule of its type checks the value.

    As ``deckname.fuse`` weighs them: a rule that reads a label alone ("identity card") does not outweigh a check.

    >>> span = Span(0, 9, "NATIONAL_ID")
    >>> failed, labelled = Evidence(span, CHECK_FAILED), Evidence(span, "pattern, context")
    >>> passed = Evidence(span, "pattern, check")
    >>> len(refusals(span, [failed, labelled])), len(refusals(span, [failed, passed]))
    (1, 0)
    """
    own = [item for item in evidence if item.span.type in (span.type, *ancestors(span.type))]
    failed = [item for item in own if item.reason == CHECK_FAILED]
    return [] if any("check" in item.reason for item in own if item.reason != CHECK_FAILED) else failed


def accepted(given: str | Sequence[str]) -> frozenset[str]:
    """Return the types that are right where a table says ``given``: those and their children.

    >>> sorted(accepted("NATIONAL_ID"))
    ['NATIONAL_ID', 'US_SSN']
    """
    names = frozenset([given] if isinstance(given, str) else given)
    if unknown := names - TYPES.keys():
        raise ValueError(f"no such types: {', '.join(sorted(unknown))}; `deckname types` lists them")
    return expand(names)


def _nobody(case: Case, part: str) -> str | None:
    return None


@dataclass
class Disagreements:
    """Cases that came out otherwise than their authors say, with the reasons that somebody wrote down.

    Reasons of vectors begin with who is right: "wrong:" the vector is, by the definition that follows; "other:" it asks
    another question than what we look for; "ours:" we decide otherwise, or fall short. ``judge`` knows those of cases
    that nobody wrote down one by one.

    ``reasons`` maps an id, or a source and a kind ("stdnum es.dni", "validatorjs isVAT" for all its locales), to a
    reason; with ": part" behind it holds for that part alone. The narrowest wins.
    """

    source: str
    reasons: Mapping[str, str] = field(default_factory=dict)
    judge: Callable[[Case, str], str | None] = _nobody
    rows: list[tuple[str, str, str, str]] = field(default_factory=list)

    def add(self, case: Case, part: str, kind: str, seen: Iterable[Seen] = (), *, show: bool = False) -> str:
        """Note a case, print it with its text if ``show`` says so, and return its reason or ``UNEXPLAINED``."""
        names = (case.id, f"{self.source} {kind}", f"{self.source} {kind.partition('/')[0]}", self.source)
        keys = [key for name in names for key in (f"{name}: {part}", name)]
        reason = next((self.reasons[key] for key in keys if key in self.reasons), None)
        reason = reason or self.judge(case, part) or UNEXPLAINED
        self.rows.append((part, kind, reason, case.id))
        if show:
            found = "; ".join(map(str, seen)) or "nothing"
            print(f"{case.id}  {part}  {kind}  {case.text[:120]!r}  found: {found}  ({reason})")
        return reason

    @property
    def unexplained(self) -> int:
        """How many have no reason."""
        return sum(reason == UNEXPLAINED for _, _, reason, _ in self.rows)

    def as_json(self) -> list[dict[str, Any]]:
        """Return the cases by part, kind and reason."""
        grouped: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for part, kind, reason, id_ in self.rows:
            grouped[part, kind, reason].append(id_.rpartition("-")[2])
        return [
            {"part": part, "kind": kind, "reason": reason, "cases": " ".join(ids)}
            for (part, kind, reason), ids in sorted(grouped.items())
        ]


def load_reasons() -> dict[str, str]:
    """Return the reasons that were written down for disagreements."""
    reasons: dict[str, str] = {}
    for path in sorted(LABELS.glob("recognizers_reasons*.json")):
        for names, reason in json.loads(path.read_text(encoding="utf-8")).items():
            reasons |= dict.fromkeys(expanded(names), reason)
    return reasons


def expanded(names: str) -> list[str]:
    """Return the keys that one stands for: several numbers behind the name of a set are that many cases.

    >>> expanded("a.vectors-12 13: named"), expanded("stdnum es.dni")
    (['a.vectors-12: named', 'a.vectors-13: named'], ['stdnum es.dni'])
    """
    cases = re.fullmatch(r"(\S+-)([0-9]+(?: [0-9]+)*)(: .*)?", names)
    return [f"{cases[1]}{number}{cases[3] or ''}" for number in cases[2].split()] if cases else [names]


def share(part: int, whole: int) -> float | None:
    """Return a share as results have it; None of nothing."""
    return round(part / whole, 4) if whole else None


def parser(description: str | None) -> argparse.ArgumentParser:
    """Return what every script's command line has."""
    made = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--out", type=Path, help="put the figures into this JSON file, under the script's name")
    made.add_argument("--show", action="store_true", help="print each case on the screen, with its text")
    return made


def write(key: str, figures: Mapping[str, Any], out: Path | None) -> None:
    """Print figures, and put them beside those of the other scripts."""
    if out:
        known = json.loads(out.read_text(encoding="utf-8")) if out.exists() else {}
        merged = dict(sorted((known | {key: figures}).items()))
        out.write_text(json.dumps(merged, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(json.dumps({key: figures}, indent=1, ensure_ascii=False))
