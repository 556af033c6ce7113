"""The course's tables: does a text hold PII; which types stand where; which of several answers fits best."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from training.convert.drafts import Bad, Choice, Draft, Example, Mark

TRUE = frozenset({"true", "yes", "1", "ja", "wahr", "pii"})
FALSE = frozenset({"false", "no", "0", "nein", "falsch", "none"})
CONTAINS_PII = "CONTAINS_PII"
NO_PII = "NO_PII"
_NO_POSITION = frozenset({"", "-", "–", "—", "none", "null", "n/a"})


@dataclass(frozen=True, slots=True)
class ContainsPii:
    """Text, Contains PII?: one row a text; read as the label CONTAINS_PII or NO_PII."""

    name: ClassVar[str] = "contains-pii"
    carries: ClassVar[frozenset[str]] = frozenset({"whitespace"})

    def read(self, path: Path) -> Iterator[Draft | Bad]:
        for place, cells in _rows(path, 2):
            if isinstance(cells, str):
                yield Bad(place, cells)
                continue
            answer = cells[1].strip().lower()
            if answer in TRUE | FALSE:
                # A text without PII has no spans; of the others it is only known that there are some.
                holds = answer in TRUE
                yield Draft(place, cells[0], None if holds else (), labels=(CONTAINS_PII if holds else NO_PII,))
            else:
                yield Bad(place, "the second column is neither true nor false")

    def write(self, examples: Iterable[Example], path: Path) -> None:
        rows = [(each.text, str(holds_pii(each))) for each in examples]
        _write(path, ("Text", "Contains PII?"), rows)


def holds_pii(example: Example) -> bool:
    """Whether a text holds PII, by its label or by its spans."""
    return bool(example.spans) or CONTAINS_PII in example.labels


@dataclass(frozen=True, slots=True)
class PiiSpans:
    """Text, PII Type, Start Position, End Position: one row a span, and one with None, -, - for a text without.

    Rows of one text may stand together: they become one draft, marked by all of them.
    """

    name: ClassVar[str] = "pii-spans"
    carries: ClassVar[frozenset[str]] = frozenset({"spans", "types", "whitespace"})

    def read(self, path: Path) -> Iterator[Draft | Bad]:
        held: Draft | None = None
        for place, cells in _rows(path, 4):
            row = Bad(place, cells) if isinstance(cells, str) else _span_row(place, cells)
            if held and isinstance(row, Draft) and row.text == held.text and row.marks and held.marks:
                held = Draft(held.place, held.text, held.marks + row.marks)
                continue
            if held:
                yield held
            held = row if isinstance(row, Draft) else None
            if isinstance(row, Bad):
                yield row
        if held:
            yield held

    def write(self, examples: Iterable[Example], path: Path) -> None:
        rows: list[Sequence[str]] = []
        for each in examples:
            rows += [(each.text, span.type, str(span.start), str(span.end)) for span in each.spans or ()]
            if not each.spans:
                rows.append((each.text, "None", "-", "-"))
        _write(path, ("Text", "PII Type", "Start Position", "End Position"), rows)


def _span_row(place: str, cells: Sequence[str]) -> Draft | Bad:
    text, label, *given = cells[:4]
    if all(cell.strip().lower() in _NO_POSITION for cell in (label, *given)):
        return Draft(place, text, ())
    offsets: list[int | None] = []
    for cell in given:
        number = cell.strip()
        if number.lower() in _NO_POSITION:
            offsets.append(None)
        elif number.lstrip("+-").isdecimal():
            offsets.append(int(number))
        else:
            return Bad(place, "a position is neither a whole number nor empty")
    return Draft(place, text, (Mark(label, offsets[0], offsets[1]),))


def read_choices(path: Path) -> Iterator[Choice | Bad]:
    """Yield the rows of a table Question, Option 1, ..., Option n, Best Fit (which counts from 1)."""
    for place, cells in _rows(path, 4):
        if isinstance(cells, str):
            yield Bad(place, cells)
            continue
        question, *options, best = cells
        options = [option for option in options if option.strip()]
        if not best.strip().isdecimal() or not 1 <= int(best) <= len(options):
            yield Bad(place, f"the best fit is none of the {len(options)} options")
        else:
            yield Choice(place, question, tuple(options), int(best) - 1)


def write_choices(choices: Iterable[Choice], path: Path) -> None:
    """Write the table that ``read_choices`` reads."""
    held = list(choices)
    width = max((len(each.options) for each in held), default=2)
    header = ["Question", *(f"Option {number}" for number in range(1, width + 1)), "Best Fit"]
    rows = [[each.question, *each.options, *[""] * (width - len(each.options)), str(each.best + 1)] for each in held]
    _write(path, header, rows)


def _rows(path: Path, width: int) -> Iterator[tuple[str, list[str] | str]]:
    """Yield place and cells of each row behind the header; words in place of the cells where there are too few."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.reader(stream)
        next(reader, None)
        for number, cells in enumerate(reader, 1):
            if any(cell.strip() for cell in cells):
                yield f"row {number}", cells if len(cells) >= width else f"has {len(cells)} cells, not {width}"


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
