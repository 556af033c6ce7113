"""How well spans agree with gold: strict and overlapping F1, and what stays readable.

    strict            start, end and type are right
    overlap           the type is right, and a character is shared
    leaked            share of gold characters that no predicted span covers, of whatever type
    spurious          predicted spans that touch no gold, for each 10,000 characters
    contains_pii      share of texts with gold that raise the alarm; share of texts without gold that do

A gold type accepts its children (``deckname.types``); a label map may let it accept others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field

import numpy as np
from numpy.typing import NDArray

from deckname.detector import Detector, Options
from deckname.document import Document
from deckname.errors import InvalidRequest, UnknownType
from deckname.overlap import remainder, resolve
from deckname.span import Span
from deckname.types import TYPES, expand

#: Native label -> the types that are right for it, the first of which it is counted under; empty: ignore it.
LabelMap = Mapping[str, tuple[str, ...]]
Floats = NDArray[np.float64]

_BATCH = 256  # documents that are looked through together


@dataclass(frozen=True, slots=True)
class Gold:
    """What ought to be found at ``[start, end)``: a span of one of ``types``. Without types it does not matter."""

    start: int
    end: int
    types: tuple[str, ...]

    @property
    def type(self) -> str:
        """The type that it is counted under."""
        return self.types[0]

    def accepts(self, span: Span) -> bool:
        """Whether the span's type is right."""
        return span.type in expand(frozenset(self.types))

    def overlaps(self, span: Span) -> bool:
        """Whether the two share a character."""
        return self.start < span.end and span.start < self.end


def parse_label_map(found: object) -> dict[str, tuple[str, ...]]:
    """Return the label map that an object of JSON describes.

    >>> parse_label_map({"GIVENNAME": "PERSON", "CITY": ["LOCATION", "ADDRESS"], "TITLE": None})
    {'GIVENNAME': ('PERSON',), 'CITY': ('LOCATION', 'ADDRESS'), 'TITLE': ()}

    Raises:
        InvalidRequest: not a map from labels to types.
    """
    if not isinstance(found, dict):
        raise InvalidRequest("a label map is a JSON object: label to type, list of types or null")
    labels: dict[str, tuple[str, ...]] = {}
    for label, given in found.items():
        types = [] if given is None else given if isinstance(given, list) else [given]
        for name in types:
            if name not in TYPES:
                raise UnknownType(f'the label map turns "{label}" into an unknown type; `deckname types` lists them')
        labels[label] = tuple(types)
    return labels


def as_gold(spans: Iterable[Span], labels: LabelMap) -> list[Gold]:
    """Return gold spans with the types that count as right; a label that the map leaves out must be a type.

    Raises:
        UnknownType: names the label.
    """
    gold = []
    for span in spans:
        if span.type not in labels and span.type not in TYPES:
            raise UnknownType(f'the label "{span.type}" is no type; give a label map that says what it means')
        gold.append(Gold(span.start, span.end, labels.get(span.type, (span.type,))))
    return gold


# Columns of the counts of one type in one document.
_GOLD, _FOUND, _TOUCHED, _CHARACTERS, _LEAKED, _PREDICTED, _RIGHT, _NEAR = range(8)
# Columns of the totals of one document.
_LENGTH, _SPURIOUS, _WITH, _ALARMED, _WITHOUT, _FALSE_ALARMS = range(6)


@dataclass(frozen=True, slots=True)
class Counts:
    """What one document adds up to: eight counts for each type, and six for the text."""

    types: Mapping[str, Sequence[int]]
    totals: Sequence[int]


def count(
    gold: Sequence[Gold], predicted: Sequence[Span], *, length: int, alarming: frozenset[str] | None = None
) -> Counts:
    """Return how the predicted spans of one text agree with its gold.

    ``alarming`` are the types that make a text one with personal data; None for all. A predicted span that is not
    exactly right and overlaps ignored gold counts for nothing.
    """
    wanted = [each for each in dict.fromkeys(gold) if each.types]
    ignored = [each for each in gold if not each.types]
    right = _matches(wanted, predicted)
    exact = set(right.values())
    kept = [
        (index, span)
        for index, span in enumerate(predicted)
        if index in exact or not any(each.overlaps(span) for each in ignored)
    ]
    types: dict[str, list[int]] = {}
    covered = resolve(predicted)
    for number, each in enumerate(wanted):
        row = types.setdefault(each.type, [0] * 8)
        row[_GOLD] += 1
        row[_FOUND] += number in right
        row[_TOUCHED] += any(each.overlaps(span) and each.accepts(span) for _, span in kept)
        row[_CHARACTERS] += each.end - each.start
        row[_LEAKED] += sum(map(len, remainder(Span(each.start, each.end, each.type), covered)))
    for index, span in kept:
        row = types.setdefault(span.type, [0] * 8)
        row[_PREDICTED] += 1
        row[_RIGHT] += index in exact
        row[_NEAR] += any(each.overlaps(span) and each.accepts(span) for each in wanted)
    spurious = sum(not any(each.overlaps(span) for each in wanted) for _, span in kept)
    personal = any(alarming is None or alarming & set(each.types) for each in wanted)
    alarm = any(alarming is None or span.type in alarming for _, span in kept)
    return Counts(types, [length, spurious, personal, personal and alarm, not personal, not personal and alarm])


def _matches(gold: Sequence[Gold], predicted: Sequence[Span]) -> dict[int, int]:
    """Return for each gold span that is found exactly the predicted span that finds it; none finds two."""
    places: dict[tuple[int, int], list[int]] = {}
    for index, span in enumerate(predicted):
        places.setdefault((span.start, span.end), []).append(index)
    matches: dict[int, int] = {}
    # Gold that accepts fewer types chooses first, so that it is not left without.
    for number, each in sorted(enumerate(gold), key=lambda item: (len(item[1].types), item[0])):
        free = places.get((each.start, each.end), [])
        # Its own type rather than another that would do.
        for index in sorted(free, key=lambda index: predicted[index].type != each.type):
            if each.accepts(predicted[index]):
                matches[number] = index
                free.remove(index)
                break
    return matches


@dataclass(frozen=True, slots=True)
class Score:
    """The measures of one type, or of all; None where nothing was there to measure."""

    gold: int
    predicted: int
    precision: float | None
    recall: float | None
    f1: float | None
    overlap_f1: float | None
    leaked: float | None


@dataclass(frozen=True, slots=True)
class Report:
    """What ``evaluate`` found. ``intervals`` hold 95 % of the bootstrap, by measure: "f1", "PERSON.f1"."""

    documents: int
    characters: int
    micro: Score
    types: Mapping[str, Score]
    spurious: float | None
    contains_pii_recall: float | None
    false_alarms: float | None
    intervals: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    model: str = ""

    def as_json(self) -> dict[str, object]:
        """Return the report as JSON has it."""
        return asdict(self)

    def table(self) -> str:
        """Return the report as text to read."""
        rows: list[tuple[str, ...]] = [("type", "gold", "found", "precision", "recall", "F1", "overlap F1", "leaked")]
        for name, score in (*self.types.items(), ("all", self.micro)):
            measures = (score.precision, score.recall, score.f1, score.overlap_f1, score.leaked)
            rows.append((name, str(score.gold), str(score.predicted), *map(_percent, measures)))
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        lines = ["  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]).rstrip() for row in rows]
        flagged, alarms = self._range("contains_pii_recall"), self._range("false_alarms")
        spurious = "-" if self.spurious is None else f"{self.spurious:.2f}"
        lines += [
            "",
            f"spurious for each 10,000 characters  {spurious}{self._range('spurious', 1)}",
            f"texts with PII that are flagged      {_percent(self.contains_pii_recall)}{flagged}",
            f"texts without PII that are flagged   {_percent(self.false_alarms)}{alarms}",
            f"strict F1                            {_percent(self.micro.f1)}{self._range('f1')}",
            f"leaked characters                    {_percent(self.micro.leaked)}{self._range('leaked')}",
            f"{self.documents:,} documents, {self.characters:,} characters",
        ]
        return "\n".join(lines)

    def _range(self, measure: str, scale: int = 100) -> str:
        if measure not in self.intervals:
            return ""
        low, high = self.intervals[measure]
        return f"  ({scale * low:.2f} to {scale * high:.2f})"


def evaluate(
    documents: Iterable[Document],
    detector: Detector,
    *,
    options: Options | None = None,
    labels: LabelMap | None = None,
    bootstrap: int = 0,
    seed: int = 0,
) -> Report:
    """Return how well the detector finds the documents' gold spans.

    Gold of types that ``options`` do not ask for is left out. ``bootstrap`` is how often the documents are drawn anew
    for the intervals.

    Raises:
        UnknownType: a label that is neither a type nor in ``labels``.
    """
    options = detector.resolved(options or Options())
    meanings = {name: (name,) for name in detector.own_types} | dict(labels or {})
    counts: list[Counts] = []
    batch: list[Document] = []
    for document in documents:
        batch.append(document)
        if len(batch) == _BATCH:
            counts += _count_batch(batch, detector, options, meanings)
            batch = []
    counts += _count_batch(batch, detector, options, meanings)
    return summarise(counts, bootstrap=bootstrap, seed=seed, model=detector.model)


def _count_batch(documents: Sequence[Document], detector: Detector, options: Options, labels: LabelMap) -> list[Counts]:
    detections = detector.detect_batch([document.text for document in documents], options=options)
    return [
        count(
            asked_for(as_gold(document.spans, labels), options),
            detection.spans,
            length=len(document.text),
            alarming=options.alarming,
        )
        for document, detection in zip(documents, detections, strict=True)
    ]


def asked_for(gold: Iterable[Gold], options: Options) -> list[Gold]:
    """Return the gold that the options ask for; what they ask for only by its second name may be found or not."""
    return [
        each if not each.types or options.wants(each.type) else Gold(each.start, each.end, ())
        for each in gold
        if not each.types or any(map(options.wants, each.types))
    ]


def summarise(counts: Sequence[Counts], *, bootstrap: int = 0, seed: int = 0, model: str = "") -> Report:
    """Return the report on counted documents."""
    names = sorted({name for each in counts for name in each.types})
    types = np.array([[each.types.get(name, (0,) * 8) for name in names] for each in counts], np.float64)
    types = types.reshape(len(counts), len(names), 8)
    totals = np.array([each.totals for each in counts], np.float64).reshape(len(counts), 6)
    rows, sums = types.sum(0), totals.sum(0)
    whole = {name: _number(value) for name, value in _text_measures(sums).items()}
    return Report(
        documents=len(counts),
        characters=int(sums[_LENGTH]),
        micro=_score(rows.sum(0)),
        types={name: _score(row) for name, row in zip(names, rows, strict=True)},
        spurious=whole["spurious"],
        contains_pii_recall=whole["contains_pii_recall"],
        false_alarms=whole["false_alarms"],
        intervals=_intervals(names, types, totals, draws=bootstrap, seed=seed) if counts else {},
        model=model,
    )


def _score(row: Floats) -> Score:
    measures = {name: _number(value) for name, value in span_measures(row).items()}
    return Score(int(row[_GOLD]), int(row[_PREDICTED]), **measures)


def span_measures(rows: Floats) -> dict[str, Floats]:
    """Return each measure for counts of shape (..., 8); NaN where nothing is to measure."""
    columns = np.moveaxis(rows, -1, 0)
    gold, predicted = columns[_GOLD], columns[_PREDICTED]
    precision, recall = _ratio(columns[_RIGHT], predicted), _ratio(columns[_FOUND], gold)
    near = _f1(_ratio(columns[_NEAR], predicted), _ratio(columns[_TOUCHED], gold))
    return {
        "precision": precision,
        "recall": recall,
        "f1": _f1(precision, recall),
        "overlap_f1": near,
        "leaked": _ratio(columns[_LEAKED], columns[_CHARACTERS]),
    }


def _text_measures(totals: Floats) -> dict[str, Floats]:
    columns = np.moveaxis(totals, -1, 0)
    return {
        "spurious": 10_000 * _ratio(columns[_SPURIOUS], columns[_LENGTH]),
        "contains_pii_recall": _ratio(columns[_ALARMED], columns[_WITH]),
        "false_alarms": _ratio(columns[_FALSE_ALARMS], columns[_WITHOUT]),
    }


def _ratio(part: Floats, whole: Floats) -> Floats:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(part / whole, np.float64)


def _f1(precision: Floats, recall: Floats) -> Floats:
    """Return the harmonic mean; what cannot be measured counts as 0 beside what can."""
    p, r = np.nan_to_num(precision), np.nan_to_num(recall)
    mean = np.nan_to_num(_ratio(2 * p * r, p + r))
    return np.where(np.isnan(precision) & np.isnan(recall), np.nan, mean)


def _intervals(
    names: Sequence[str], types: Floats, totals: Floats, *, draws: int, seed: int
) -> dict[str, tuple[float, float]]:
    """Return 95 % intervals from drawing whole documents: spans of one text are no independent trials."""
    if not draws:
        return {}
    random = np.random.default_rng(seed)
    documents = len(totals)
    flat = types.reshape(documents, -1)
    drawn: dict[str, list[Floats]] = {}
    for _ in range(draws):
        times = np.bincount(random.integers(documents, size=documents), minlength=documents).astype(np.float64)
        rows = (times @ flat).reshape(len(names), 8)
        for name, value in (span_measures(rows.sum(0)) | _text_measures(times @ totals)).items():
            drawn.setdefault(name, []).append(value)
        for measure, values in span_measures(rows).items():
            for name, value in zip(names, values, strict=True):
                drawn.setdefault(f"{name}.{measure}", []).append(value)
    intervals = {}
    for name, samples in drawn.items():
        known = [float(value) for value in samples if not np.isnan(value)]
        if known:
            low, high = np.percentile(known, [2.5, 97.5])
            intervals[name] = (round(float(low), 6), round(float(high), 6))
    return intervals


def _number(value: Floats) -> float | None:
    return None if np.isnan(value) else round(float(value), 6)


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.2f}"
