"""From drafts to examples: what is wrong with a table of examples, row by row, and what the text lets us repair.

Nothing is dropped in silence. Every departure from what a row says is a ``Problem`` with its place, a code, and whether
it was repaired; a mark that cannot be repaired is left out and said to be.

    wrong_offset     the offsets do not mark a value of the type; repaired where the text has one
    merged_types     one mark names several types ("Name, Email"); repaired by finding each
    not_found        a value that the text does not hold, or a type without a value in it
    doubtful         the offsets mark whole words, but the detector reads a longer or shorter value there; kept
    ambiguous        a value stands more than once; the first one that is free was taken
    outside          offsets beyond the text, or an end before its start
    unknown_type     no type of the vocabulary; kept under its own name, as a type to be taught
    overlap          two marks share characters; the longer one was kept whole, of the other what is left
    no_spans         a row without a word on entities, where they are needed
    contradiction    the same text twice, marked in different ways
    duplicate        the same text twice, marked alike; the later one is left out
    leak             a text that the other part (train or test) holds too
    unreadable       a row that is no row of this format
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field

import regex

from deckname.overlap import resolve
from deckname.span import Span
from deckname.trim import trim
from deckname.types import TYPE_NAME, TYPES, ancestors
from training.convert.drafts import Bad, Draft, Example, Mark

#: What people call types, in the letters of ``bare``. A name of the vocabulary itself needs no entry.
SYNONYMS = {
    "name": "PERSON", "full name": "PERSON", "first name": "PERSON", "last name": "PERSON", "surname": "PERSON",
    "per": "PERSON", "given name": "PERSON", "givenname": "PERSON", "person name": "PERSON", "vorname": "PERSON",
    "nachname": "PERSON", "familienname": "PERSON",
    "email": "EMAIL_ADDRESS", "e mail": "EMAIL_ADDRESS", "e mail address": "EMAIL_ADDRESS", "mail": "EMAIL_ADDRESS",
    "e mail adresse": "EMAIL_ADDRESS",
    "street address": "ADDRESS", "postal address": "ADDRESS", "home address": "ADDRESS", "adresse": "ADDRESS",
    "anschrift": "ADDRESS",
    "phone": "PHONE_NUMBER", "telephone": "PHONE_NUMBER", "telephone number": "PHONE_NUMBER", "mobile": "PHONE_NUMBER",
    "fax": "PHONE_NUMBER", "telefon": "PHONE_NUMBER", "telefonnummer": "PHONE_NUMBER", "tel": "PHONE_NUMBER",
    "social security number": "US_SSN", "ssn": "US_SSN",
    "credit card number": "CREDIT_CARD", "card number": "CREDIT_CARD", "kreditkartennummer": "CREDIT_CARD",
    "iban": "IBAN_CODE", "bank account number": "BANK_ACCOUNT", "account number": "BANK_ACCOUNT",
    "kontonummer": "BANK_ACCOUNT",
    "birth date": "DATE_OF_BIRTH", "birthday": "DATE_OF_BIRTH", "dob": "DATE_OF_BIRTH",
    "geburtsdatum": "DATE_OF_BIRTH",
    "date": "DATE_TIME", "time": "DATE_TIME", "datum": "DATE_TIME",
    "passport number": "PASSPORT", "passnummer": "PASSPORT", "reisepass": "PASSPORT",
    "driver s license number": "DRIVER_LICENSE", "drivers license number": "DRIVER_LICENSE",
    "driver license number": "DRIVER_LICENSE", "driving licence number": "DRIVER_LICENSE",
    "driver s license": "DRIVER_LICENSE", "drivers license": "DRIVER_LICENSE", "driving licence": "DRIVER_LICENSE",
    "fuhrerscheinnummer": "DRIVER_LICENSE",
    "org": "ORGANIZATION", "company": "ORGANIZATION", "organisation": "ORGANIZATION", "firma": "ORGANIZATION",
    "loc": "LOCATION", "gpe": "LOCATION", "city": "LOCATION", "country": "LOCATION", "place": "LOCATION",
    "ort": "LOCATION",
    "ip": "IP_ADDRESS", "user name": "USERNAME", "login": "USERNAME", "benutzername": "USERNAME",
    "license plate": "LICENSE_PLATE", "licence plate": "LICENSE_PLATE", "kennzeichen": "LICENSE_PLATE",
    "customer number": "ID_NUMBER", "kundennummer": "ID_NUMBER",
    "tax number": "TAX_ID", "tax id": "TAX_ID", "steuernummer": "TAX_ID",
}  # fmt: skip
_NOTHING = frozenset({"", "none", "o", "n a", "na", "keine", "no pii", "null"})

#: Proposes spans of a text, of whatever types; the marks that do not fit it are held against these.
Proposer = Callable[[str], Sequence[Span]]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in one row; ``message`` holds types and offsets, never text."""

    place: str
    code: str
    message: str
    repaired: bool


@dataclass(slots=True)
class Report:
    """What was read, and what was found wrong with it."""

    rows: int = 0
    examples: int = 0
    problems: list[Problem] = field(default_factory=list)
    losses: list[str] = field(default_factory=list)  # what the format that was written cannot carry
    unknown: set[str] = field(default_factory=set)  # types that are no type of the vocabulary; told of once

    def add(self, place: str, code: str, message: str, *, repaired: bool) -> None:
        self.problems.append(Problem(place, code, message, repaired))

    @property
    def counts(self) -> dict[str, int]:
        """How often each code occurs."""
        return dict(sorted(Counter(problem.code for problem in self.problems).items()))

    def as_json(self) -> dict[str, object]:
        """Return the report as JSON has it."""
        return {
            "rows": self.rows,
            "examples": self.examples,
            "counts": self.counts,
            "problems": [asdict(problem) for problem in self.problems],
            "losses": self.losses,
        }

    def table(self) -> str:
        """Return the report as text to read, a line for each problem."""
        lines = [f"{problem.place}: {problem.code}: {problem.message}" for problem in self.problems]
        repaired = sum(problem.repaired for problem in self.problems)
        lines.append(
            f"{self.rows:,} rows, {self.examples:,} examples, {len(self.problems):,} problems, {repaired:,} repaired"
        )
        return "\n".join(lines + [f"not carried by this format: {loss}" for loss in self.losses])


def type_of(label: str, labels: Mapping[str, str] | None = None) -> str | None:
    """Return the type that a label means; None for a label that says "nothing".

    ``labels`` are the user's own words, which go first. What is unknown keeps its name, in the form that types have.

    >>> type_of("Driver's License Number"), type_of("GPE"), type_of("Police-Nr."), type_of("None")
    ('DRIVER_LICENSE', 'LOCATION', 'POLICE_NR', None)
    """
    if labels and label in labels:
        return labels[label]
    name = re.sub(r"\W+", "_", label.strip()).strip("_").upper()
    if name in TYPES:
        return name
    words = _bare(label)
    if words in _NOTHING:
        return None
    if words in SYNONYMS:
        return SYNONYMS[words]
    ascii_name = re.sub(r"[^A-Z0-9_]+", "", _plain(name).upper())
    return ascii_name if TYPE_NAME.fullmatch(ascii_name) else f"TYPE_{ascii_name}"[:64].rstrip("_")


def mend(
    rows: Iterable[Draft | Bad],
    *,
    propose: Proposer,
    labels: Mapping[str, str] | None = None,
    report: Report,
) -> Iterator[Example]:
    """Yield an example for each row that can be read; what was wrong goes to the report.

    ``propose`` finds values where offsets are wrong: a detector's spans of all types.
    """
    seen: dict[str, tuple[str, tuple[tuple[int, int, str], ...]]] = {}
    for number, row in enumerate(rows, 1):
        report.rows += 1
        if isinstance(row, Bad):
            report.add(row.place, "unreadable", row.why, repaired=False)
            continue
        spans = None if row.marks is None else _mended(row, propose=propose, labels=labels or {}, report=report)
        key = " ".join(row.text.split())
        marked = tuple((span.start, span.end, span.type) for span in spans or ())
        if key in seen and (spans is not None or not row.labels):
            first, others = seen[key]
            if others == marked:
                report.add(row.place, "duplicate", f"the text of {first} again; left out", repaired=True)
                continue
            report.add(row.place, "contradiction", f"the text of {first}, marked in another way", repaired=False)
        seen.setdefault(key, (row.place, marked))
        report.examples += 1
        yield Example(row.id or str(number), row.text, spans, row.lang, row.labels)


def leaks(examples: Iterable[Example], other: Iterable[Example], report: Report) -> list[Example]:
    """Return the examples whose text ``other`` does not hold; those that it does are reported.

    Texts count as the same where they differ in case, spaces and digits alone: a template filled twice measures memory.
    """
    held = {_skeleton(example.text) for example in other}
    kept = []
    for example in examples:
        if _skeleton(example.text) in held:
            report.add(f"id {example.id}", "leak", "the other part holds this text too; left out", repaired=True)
        else:
            kept.append(example)
    return kept


def _skeleton(text: str) -> str:
    return re.sub(r"\d", "0", " ".join(text.casefold().split()))


def _bare(label: str) -> str:
    return " ".join(re.findall(r"[a-z]+", _plain(label).lower()))


def _plain(text: str) -> str:
    return regex.sub(r"\p{M}", "", unicodedata.normalize("NFKD", text))


# One row.


def _mended(row: Draft, *, propose: Proposer, labels: Mapping[str, str], report: Report) -> tuple[Span, ...]:
    proposals: Sequence[Span] | None = None
    found: list[Span] = []
    for mark in row.marks or ():
        types = _types(mark.type, labels)
        if not types:
            continue
        for name in types:
            if name not in TYPES and name not in report.unknown:
                report.unknown.add(name)
                report.add(row.place, "unknown_type", f"{name} is no type of the vocabulary; kept", repaired=True)
        if len(types) == 1 and _fits(mark, row.text):
            assert mark.start is not None and mark.end is not None
            span = Span(mark.start, mark.end, types[0])
            whole = trim(span, row.text) or span
            agreed = whole == span and _is_whole(span, row.text)
            if mark.value is not None and _is_whole(whole, row.text):
                found.append(whole)
                continue
            proposals = propose(row.text) if proposals is None else proposals
            if agreed:
                _doubt(span, proposals, row, report)
                found.append(span)
                continue
        elif len(types) == 1 and mark.value and (placed := _located(mark, types[0], row, found, report)):
            found.append(placed)
            continue
        proposals = propose(row.text) if proposals is None else proposals
        found += _repaired(mark, types, row, proposals, found, report)
    return _disjoint(found, row, report)


def _types(label: str, labels: Mapping[str, str]) -> list[str]:
    """Return the types that a label names: one, or several where it lists them."""
    whole = type_of(label, labels)
    if label in labels or whole is None or whole in TYPES:
        return [whole] if whole else []
    parts = [part for part in re.split(r"\s*(?:[,;/&+|]|\band\b|\bund\b)\s*", label) if part.strip()]
    named = [name for part in parts if (name := type_of(part, labels))]
    return list(dict.fromkeys(named)) if len(parts) > 1 and any(name in TYPES for name in named) else [whole]


def _fits(mark: Mark, text: str) -> bool:
    """Whether a mark's offsets lie in the text, and on its value where it gives one."""
    if mark.start is None or mark.end is None or not 0 <= mark.start < mark.end <= len(text):
        return False
    return mark.value is None or text[mark.start : mark.end] == mark.value


def _is_whole(span: Span, text: str) -> bool:
    """Whether a span begins and ends at the edge of a word."""
    cut_before = span.start > 0 and text[span.start - 1].isalnum() and text[span.start].isalnum()
    cut_after = span.end < len(text) and text[span.end - 1].isalnum() and text[span.end].isalnum()
    return not (cut_before or cut_after)


def _related(one: str, other: str) -> bool:
    return one == other or one in ancestors(other) or other in ancestors(one)


def _doubt(span: Span, proposals: Sequence[Span], row: Draft, report: Report) -> None:
    """Say where a mark that could be right is read in another way; it stays as it is."""
    near = [each for each in proposals if _related(each.type, span.type) and each.overlaps(span)]
    if len(near) == 1 and (near[0].start, near[0].end) != (span.start, span.end):
        read = f"{near[0].start}-{near[0].end}"
        report.add(row.place, "doubtful", f"{span.type}: {span.start}-{span.end} could be {read}; kept", repaired=False)


def _located(mark: Mark, type_: str, row: Draft, taken: Sequence[Span], report: Report) -> Span | None:
    """Return where the value of a mark stands: nearest to its offsets, or the first place that is free."""
    value = (mark.value or "").strip()
    places = [match.start() for match in re.finditer(re.escape(value), row.text)] if value else []
    free = [Span(at, at + len(value), type_) for at in places]
    free = [span for span in free if not any(span.overlaps(other) for other in taken)]
    if not free:
        return None
    if mark.start is not None:
        start = mark.start
        span = min(free, key=lambda each: abs(each.start - start))
        report.add(row.place, "wrong_offset", f"{type_}: {_range(mark)} is {span.start}-{span.end}", repaired=True)
        return span
    whole = [span for span in free if _is_whole(span, row.text)] or free
    if len(whole) > 1:
        report.add(row.place, "ambiguous", f"{type_}: stands {len(whole)} times; took the first", repaired=True)
    return whole[0]


def _repaired(
    mark: Mark, types: Sequence[str], row: Draft, proposals: Sequence[Span], taken: Sequence[Span], report: Report
) -> list[Span]:
    """Return what the text holds of a mark's types nearest to its offsets, and report each."""
    merged = len(types) > 1
    spans: list[Span] = []
    for type_ in types:
        free = [
            each for each in proposals
            if _related(each.type, type_) and not any(each.overlaps(other) for other in (*taken, *spans))
        ]  # fmt: skip
        best = min(free, key=lambda each: _distance(each, mark), default=None)
        if best is None and not merged and (inside := _snapped(mark, row.text)):
            best = Span(*inside, type_)
        if best is None:
            code = "outside" if _is_outside(mark, row.text) else "not_found"
            report.add(row.place, code, f"{type_}: nothing of this type at {_range(mark)}; left out", repaired=False)
            continue
        name = best.type if type_ in ancestors(best.type) else type_
        spans.append(Span(best.start, best.end, name))
        if not merged:
            report.add(row.place, "wrong_offset", f"{type_}: {_range(mark)} is {best.start}-{best.end}", repaired=True)
    if merged:
        parts = ", ".join(f"{span.type} {span.start}-{span.end}" for span in spans) or "nothing"
        report.add(row.place, "merged_types", f"{_range(mark)} is {parts}", repaired=len(spans) == len(types))
    return spans


def _range(mark: Mark) -> str:
    return "no offsets" if mark.start is None or mark.end is None else f"{mark.start}-{mark.end}"


def _is_outside(mark: Mark, text: str) -> bool:
    return mark.start is not None and mark.end is not None and not 0 <= mark.start < mark.end <= len(text)


def _distance(span: Span, mark: Mark) -> tuple[int, int]:
    """How far a span is from a mark: the gap between them, then how far their edges are apart."""
    if mark.start is None or mark.end is None:
        return (0, span.start)
    gap = max(0, span.start - mark.end, mark.start - span.end)
    return (gap, abs(span.start - mark.start) + abs(span.end - mark.end))


def _snapped(mark: Mark, text: str) -> tuple[int, int] | None:
    """Return a mark's range widened to whole words and trimmed; None where it has none in the text."""
    if mark.start is None or mark.end is None or mark.value is not None:
        return None
    start, end = max(0, mark.start), min(len(text), mark.end)
    if start >= end or mark.start < 0 or mark.end > len(text):
        return None
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    span = trim(Span(start, end, "ANY"), text)
    return (span.start, span.end) if span else None


def _disjoint(found: Sequence[Span], row: Draft, report: Report) -> tuple[Span, ...]:
    unique = sorted(set(found))
    resolved = resolve(unique)
    if len(resolved) != len(unique) or set(resolved) != set(unique):
        pairs = sum(one.overlaps(other) for index, one in enumerate(unique) for other in unique[index + 1 :])
        report.add(
            row.place, "overlap", f"{pairs} pairs of marks overlap; none of what they cover is lost", repaired=True
        )
    return tuple(resolved)
