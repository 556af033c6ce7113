"""What fine-tuning changed: one page, regressions first.

    python -m training.report --before models/small --after models/mine --test mine.test.jsonl --out models/mine

Four systems side by side, on your held-out documents and on general text (fresh synthetic documents of the test split:
templates, values and five domains that training never saw): the patterns alone, the pretrained model with an untrained
last layer (where ``--base`` names a checkpoint of ``training.base``), the model as it was, and the model as it is.

Writes ``report.html`` (self-contained) and ``report.json``. The page shows the changed decisions in their contexts, and
so holds text of your test documents; the JSON has all of them, with offsets alone.
"""

from __future__ import annotations

import argparse
import json
import platform
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from jinja2 import Environment
from numpy.typing import NDArray

from deckname.artifact import load, read_manifest
from deckname.build import assemble
from deckname.build import load as load_detector
from deckname.detector import Detector, Options
from deckname.document import Document
from deckname.document import read_documents as parse_documents
from deckname.evaluate import Counts, Gold, Report, as_gold, asked_for, count, span_measures, summarise
from deckname.span import Span
from training import base as bases
from training.calibrate import calibration_error, look
from training.export import export
from training.synthetic.generate import generate

GENERAL = 400  # documents of general text
SEED = 8
DRAWS = 1000  # of the paired bootstrap
CONTEXT = 50  # characters on each side of a changed decision
SHOWN = 200  # changed decisions on the page, of each set; the JSON has all
ENOUGH = 10  # gold spans or findings of a type, below which nothing is said of it

Floats = NDArray[np.float64]
Labels = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class System:
    """One of the detectors that are compared."""

    name: str
    detector: Detector
    note: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one system did on one set."""

    name: str
    report: Report
    counts: tuple[Counts, ...] = field(repr=False)
    spans: tuple[tuple[Span, ...], ...] = field(repr=False)
    calibration: dict[str, float]
    speed: float  # characters a second


Place = tuple[int, int, str]  # start, end, type


@dataclass(frozen=True, slots=True)
class Change:
    """A decision that is another now. ``weight`` sorts: what is uncovered now comes first."""

    document: int
    start: int
    end: int
    kind: str
    weight: int
    before: tuple[Place, ...]
    after: tuple[Place, ...]
    gold: tuple[Place, ...]


#: Kind of change: its weight, and how the page calls it.
KINDS = {
    "lost": (0, "missed now, was found"),
    "false": (1, "found now, and is nothing"),
    "worse": (2, "right before, wrong type or edge now"),
    "other": (3, "wrong before and now, in another way"),
    "found": (4, "found now, was missed"),
    "better": (5, "right now, wrong type or edge before"),
    "quiet": (6, "no longer found, and is nothing"),
}


def measure(system: System, documents: Sequence[Document], options: Options, labels: Labels) -> Measured:
    """Return what a system does on documents; gold of types that ``options`` do not ask for is left out."""
    detector = system.detector
    texts = [document.text for document in documents]
    detector.detect_batch(texts[:2], options=options)
    began = time.perf_counter()
    detections = detector.detect_batch(texts, options=options)
    seconds = time.perf_counter() - began
    asked = detector.resolved(options)
    counts = [
        count(asked_for(as_gold(document.spans, labels), asked), detection.spans, length=len(document.text),
              alarming=asked.alarming)
        for document, detection in zip(documents, detections, strict=True)
    ]  # fmt: skip
    seen = look(detector, [(documents, tuple(options.types) if isinstance(options.types, frozenset) else ())], labels)
    calibration = {
        name: round(calibration_error(np.array(each.scores), np.array(each.right, float))[0], 4)
        for name, each in sorted(seen.items())
        if len(each.scores) >= ENOUGH
    }
    return Measured(
        system.name,
        summarise(counts, bootstrap=200, model=detector.model),
        tuple(counts),
        tuple(detection.spans for detection in detections),
        calibration,
        sum(map(len, texts)) / max(seconds, 1e-9),
    )


def difference(
    before: Sequence[Counts], after: Sequence[Counts], type_: str | None, measure_: str
) -> tuple[float, float, float]:
    """Return by how much a measure rose, and its 95 % interval: a bootstrap that draws the documents in pairs.

    ``type_`` is one type, or None for all together; NaN where there is nothing to measure.
    """
    rows = [_rows(counts, type_) for counts in (before, after)]
    random = np.random.default_rng(SEED)
    drawn = []
    for _ in range(DRAWS):
        times = np.bincount(random.integers(len(before), size=len(before)), minlength=len(before)).astype(float)
        one, other = (float(span_measures(times @ each)[measure_]) for each in rows)
        drawn.append(other - one)
    one, other = (float(span_measures(each.sum(0))[measure_]) for each in rows)
    low, high = np.nanpercentile(drawn, [2.5, 97.5]) if not np.all(np.isnan(drawn)) else (np.nan, np.nan)
    return other - one, float(low), float(high)


def _rows(counts: Sequence[Counts], type_: str | None) -> Floats:
    empty = (0,) * 8
    if type_ is not None:
        return np.array([each.types.get(type_, empty) for each in counts], float)
    return np.array([np.sum([empty, *each.types.values()], axis=0) for each in counts], float)


def changes(
    documents: Sequence[Document],
    before: Measured,
    after: Measured,
    labels: Labels,
    options: Options,
) -> list[Change]:
    """Return the decisions that differ, the worst first."""
    found: list[Change] = []
    for number, document in enumerate(documents):
        old, new = before.spans[number], after.spans[number]
        gold = asked_for(as_gold(document.spans, labels), options)
        for start, end in _places(set(map(_key, old)) ^ set(map(_key, new))):
            kind = _kind(
                [each for each in old if start < each.end and each.start < end],
                [each for each in new if start < each.end and each.start < end],
                [each for each in gold if start < each.end and each.start < end],
            )
            if kind:
                wanted = [each for each in gold if each.types]
                places = (_touching(spans, start, end) for spans in (old, new, wanted))
                found.append(Change(number, start, end, kind, KINDS[kind][0], *places))
    return sorted(found, key=lambda each: (each.weight, each.document, each.start))


def _key(span: Span) -> tuple[int, int, str]:
    return span.start, span.end, span.type


def _places(keys: Iterable[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """Return the ranges that the spans cover, those that overlap as one."""
    places: list[tuple[int, int]] = []
    for start, end, _ in sorted(keys):
        if places and start < places[-1][1]:
            places[-1] = (places[-1][0], max(end, places[-1][1]))
        else:
            places.append((start, end))
    return places


def _kind(old: Sequence[Span], new: Sequence[Span], gold: Sequence[Gold]) -> str | None:
    wanted = [each for each in gold if each.types]
    if not wanted:
        if gold:
            return None  # it does not matter
        return "false" if len(new) > len(old) else "quiet" if len(new) < len(old) else None
    left_before, left_after = (_uncovered(wanted, spans) for spans in (old, new))
    if left_after > left_before:
        return "lost"
    if left_after < left_before:
        return "found"
    right_before, right_after = (_right(wanted, spans) for spans in (old, new))
    return "worse" if right_after < right_before else "better" if right_after > right_before else "other"


def _uncovered(gold: Sequence[Gold], spans: Sequence[Span]) -> int:
    return sum(
        not any(span.start <= at < span.end for span in spans) for each in gold for at in range(each.start, each.end)
    )


def _right(gold: Sequence[Gold], spans: Sequence[Span]) -> int:
    return sum(
        any((span.start, span.end) == (each.start, each.end) and each.accepts(span) for span in spans) for each in gold
    )


def _touching(spans: Iterable[Span | Gold], start: int, end: int) -> tuple[Place, ...]:
    return tuple((each.start, each.end, each.type) for each in spans if start < each.end and each.start < end)


# In words.


def verdict(sets: dict[str, tuple[Measured, Measured]], new_types: Sequence[str]) -> list[tuple[str, str]]:
    """Return what became worse, what became better and what stayed, as (mood, sentence), regressions first."""
    worse: list[tuple[str, str]] = []
    better: list[tuple[str, str]] = []
    for name, (before, after) in sets.items():
        types = sorted(set(before.report.types) | set(after.report.types))
        for type_ in [None, *types]:
            score = after.report.micro if type_ is None else after.report.types.get(type_)
            earlier = before.report.micro if type_ is None else before.report.types.get(type_)
            gold = max(each.gold for each in (score, earlier) if each)
            if gold < ENOUGH:
                continue
            _, low, high = difference(before.counts, after.counts, type_, "f1")
            label = "F1 of all types" if type_ is None else f"F1 of {type_}"
            values = f"{_shown(earlier.f1 if earlier else None)} to {_shown(score.f1 if score else None)}"
            interval = f"95 % interval of the change {low:+.3f} to {high:+.3f}, {gold:,} gold values"
            if high < 0:
                worse.append(("worse", f"On {name}, {label} fell from {values} ({interval})."))
            elif low > 0:
                new = ", a new type" if type_ in new_types else ""
                better.append(("better", f"On {name}, {label}{new} rose from {values} ({interval})."))
        leak = difference(before.counts, after.counts, None, "leaked")
        if leak[1] > 0:
            worse.insert(0, ("worse", f"On {name}, more stays readable: {leak[0]:+.4f} of the gold characters."))
        elif leak[2] < 0:
            better.append(("better", f"On {name}, less stays readable: {leak[0]:+.4f} of the gold characters."))
    if not worse:
        worse = [("same", "Nothing became worse that these documents could show.")]
    return worse + better


def _shown(value: float | None) -> str:
    return "0" if value is None else f"{value:.3f}"


# The page.


def compare(
    before: Path, after: Path, test: Path, out: Path, *, base_: Path | None = None, minutes: float | None = None
) -> dict[str, Any]:
    """Write ``report.html`` and ``report.json`` to ``out``; return what the JSON holds."""
    old, new = assemble(load(before)), assemble(load(after))
    systems = [System("patterns alone", load_detector("none"))]
    if base_:
        systems.append(System("pretrained, last layer untrained", _untrained(base_, after, test), str(base_.name)))
    systems += [System(f"before: {old.model}", old), System(f"after: {new.model}", new)]

    with test.open(encoding="utf-8") as lines:
        yours = list(parse_documents(lines))
    marked = frozenset(span.type for document in yours for span in document.spans)
    general = [
        Document(each["id"], each["text"], tuple(Span(s["start"], s["end"], s["type"]) for s in each["spans"]))
        for each in generate(GENERAL, seed=SEED, split="test")
    ]
    sets = {
        "your test part": (yours, Options(types=marked or None)),
        "general text": (general, Options(types="all")),
    }
    labels = _labels(marked | new.own_types, [*yours, *general])
    result: dict[str, Any] = {
        "before": old.model, "after": new.model, "new_types": sorted(new.own_types), "minutes": minutes,
        "machine": f"{platform.machine()}, Python {platform.python_version()}", "sets": {}, "changes": {},
    }  # fmt: skip
    pairs: dict[str, tuple[Measured, Measured]] = {}
    shown: dict[str, list[dict[str, Any]]] = {}
    for name, (documents, options) in sets.items():
        measured = [measure(system, documents, options, labels) for system in systems]
        pairs[name] = (measured[-2], measured[-1])
        found = changes(documents, measured[-2], measured[-1], labels, new.resolved(options))
        result["sets"][name] = {
            "documents": len(documents),
            "systems": [
                {"name": each.name, "report": each.report.as_json(), "calibration_error": each.calibration,
                 "characters_a_second": round(each.speed)}
                for each in measured
            ],
        }  # fmt: skip
        result["changes"][name] = [asdict(change) for change in found]
        shown[name] = [_in_context(change, documents[change.document].text) for change in found[:SHOWN]]
    result["verdict"] = verdict(pairs, sorted(new.own_types))
    (out / "report.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    page = Environment(autoescape=True).from_string(_PAGE.read_text(encoding="utf-8"))
    (out / "report.html").write_text(
        page.render(result=result, shown=shown, kinds=KINDS, rows=_table), encoding="utf-8"
    )
    for mood, sentence in result["verdict"]:
        print(f"{mood}: {sentence}")
    print(f"{out / 'report.html'} holds text of your test documents: share it as you would share them")
    return result


_PAGE = Path(__file__).with_name("report.html.jinja")


def _labels(own: frozenset[str], documents: Iterable[Document]) -> Labels:
    names = own | {span.type for document in documents for span in document.spans}
    return {name: () if name == "?" else tuple(name.split("|")) for name in names}


def _untrained(base_: Path, after: Path, test: Path) -> Detector:
    """Return a detector whose model is a pretrained checkpoint with a last layer of random weights."""
    manifest = read_manifest(after)
    config, state, tokenizer = bases.from_run(base_)
    state = {name: values for name, values in state.items() if not name.startswith("classifier.")}
    tags = 2 * len(manifest.types) + 1
    random = np.random.default_rng(SEED)
    state["classifier.weight"] = random.normal(0, 0.02, (tags, config["hidden_size"])).astype(np.float32)
    state["classifier.bias"] = np.zeros(tags, np.float32)
    with tempfile.TemporaryDirectory() as scratch:
        run, sealed = Path(scratch) / "run", Path(scratch) / "sealed"
        bases.save(run, config, state, tokenizer)
        record = {"types": manifest.types, "window": manifest.window, "overlap": manifest.overlap, "pad_multiple": 8}
        (run / "training.json").write_text(json.dumps(record))
        export(run, [test], sealed, name="pretrained", windows=50, size_limit=10**9)
        return assemble(load(sealed))


def _in_context(change: Change, text: str) -> dict[str, Any]:
    first, last = max(0, change.start - CONTEXT), min(len(text), change.end + CONTEXT)

    def told(places: Iterable[Place]) -> list[tuple[str, str]]:
        """Type and text of each, the text only where it is not the marked one."""
        return [
            (type_, "" if (start, end) == (change.start, change.end) else text[start:end])
            for start, end, type_ in places
        ]

    return {
        "kind": change.kind,
        "before": told(change.before),
        "after": told(change.after),
        "gold": told(change.gold),
        "left": ("…" if first else "") + text[first : change.start],
        "value": text[change.start : change.end],
        "right": text[change.end : last] + ("…" if last < len(text) else ""),
    }


def _table(systems: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows of a set's table: each type, and for each system its scores."""
    names = sorted({name for each in systems for name in each["report"]["types"]})
    rows = [{"type": "all", "scores": [each["report"]["micro"] | _interval(each, "f1") for each in systems]}]
    for name in names:
        scores = [each["report"]["types"].get(name, {}) | _interval(each, f"{name}.f1") for each in systems]
        if max((score.get("gold", 0) for score in scores), default=0):
            rows.append({"type": name, "scores": scores})
    return rows


def _interval(system: dict[str, Any], measure_: str) -> dict[str, Any]:
    return {"interval": system["report"]["intervals"].get(measure_)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--before", type=Path, required=True, help="the sealed model as it was")
    parser.add_argument("--after", type=Path, required=True, help="the sealed model as it is now")
    parser.add_argument("--test", type=Path, required=True, help="your held-out Documents")
    parser.add_argument("--base", type=Path, help="a pretrained checkpoint (training.base)")
    parser.add_argument("--out", type=Path, required=True, help="the directory that the report is written to")
    arguments = parser.parse_args()
    compare(arguments.before, arguments.after, arguments.test, arguments.out, base_=arguments.base)


if __name__ == "__main__":
    main()
