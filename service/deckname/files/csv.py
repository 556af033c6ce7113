"""Tables in text: CSV, TSV and their kin.

Cells that are not replaced stay as they stand, byte for byte, and so do delimiters, quotes and line ends. The first row
is looked through like any other, and its cells are the words that name what stands below them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import BinaryIO, ClassVar, NamedTuple

from deckname.errors import InvalidRequest
from deckname.files.encoding import decoded, encoded
from deckname.files.format import Batch, Value, whole_number
from deckname.redact import Redacted

_BATCH = 500_000  # characters of rows that are looked through together
_LONGEST = 20_000_000  # characters of one row; a quote that is never closed would swallow the file
_SAMPLE = 64_000
_DELIMITERS = ",;\t|"
#: Excel's way to name the delimiter, in a row of its own before the names.
_SEPARATOR = re.compile("\ufeff?sep=(.)\r?\n")


class Dialect(NamedTuple):
    """How a file parts its cells; ``escape``: a backslash before a quote within quotes, where others double it."""

    delimiter: str
    escape: bool = False


class Cell(NamedTuple):
    """``text[start:end]`` of the rows spells ``text``; ``last`` in its row."""

    start: int
    end: int
    text: str
    last: bool

    def __repr__(self) -> str:  # a traceback shows no personal data
        return f"Cell({self.start}, {self.end})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Csv:
    """A table; the file as a whole is one document.

    ``columns`` are those that are looked through (by the first row's names, or by numbers from 1), ``skip`` those that
    are not. ``types`` says of columns what all their cells are. Without ``delimiter`` it is the one of ``, ; tab |``
    that parts the first rows most evenly.
    """

    #: It can be gone on with after any batch: nothing is kept from one to the next.
    resumable: ClassVar[bool] = True
    delimiter: str | None = None
    columns: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    types: tuple[tuple[str, str], ...] = ()
    encoding: str | None = None

    def read(self, source: BinaryIO) -> Iterator[Batch]:
        """Yield the rows, about half a megabyte of them together.

        Raises:
            InvalidRequest: there is no such column, or a quote is never closed.
            InvalidText: the file cannot be read in its encoding.
        """
        encoding, chunks = decoded(source, self.encoding)
        sample, chunks = _peeked(chunks)
        dialect = dialect_of(sample, self.delimiter)
        columns: _Columns | None = None
        row, column = 1, 0
        for text, cells in _rows(chunks, dialect):
            values: list[Value] = []
            taken: list[Cell] = []
            if columns is None:
                named = _SEPARATOR.match(sample) is not None
                columns = _Columns.of([cell.text.strip() for cell in _row(cells, 2 if named else 1)], self)
            for cell in cells:
                if cell.text:
                    looked_at, context, type_ = columns.about(column, row)
                    if looked_at:
                        if cell.text.endswith(".0"):
                            cell = cell._replace(text=whole_number(cell.text))
                        taken.append(cell)
                        values.append(Value(cell.text, context, f"row {row}, column {column + 1}", None, None, type_))
                row, column = (row + 1, 0) if cell.last else (row, column + 1)
            yield Batch(tuple(values), partial(_render, text, taken, dialect, encoding))


@dataclass(frozen=True, slots=True)
class _Columns:
    """What is known of each column: whether it is looked at, the words that name its cells, what they all are."""

    known: tuple[tuple[bool, tuple[str, ...], str], ...]
    beyond: tuple[bool, tuple[str, ...], str]

    @classmethod
    def of(cls, names: Sequence[str], asked: Csv) -> _Columns:
        places = partial(_places, names)
        named = set(chain.from_iterable(map(places, asked.columns)))
        chosen = named if asked.columns else set(range(len(names)))
        chosen -= set(chain.from_iterable(map(places, asked.skip)))
        types = {place: type_ for column, type_ in asked.types for place in places(column)}
        return cls(
            tuple((place in chosen, (name,) if name else (), types.get(place, "")) for place, name in enumerate(names)),
            (not asked.columns, (), ""),
        )

    def about(self, column: int, row: int) -> tuple[bool, tuple[str, ...], str]:
        """Return what is known of a cell; the names in the first row are named by nothing."""
        known = self.known[column] if column < len(self.known) else self.beyond
        return known if row > 1 else (known[0], (), "")


def _places(names: Sequence[str], column: str) -> list[int]:
    """Return where a column stands; several of one name are all meant."""
    found = [place for place, name in enumerate(names) if name == column]
    if not found and column.isdecimal() and 1 <= int(column) <= len(names):
        return [int(column) - 1]
    if not found:
        raise InvalidRequest("there is no such column as one that was named; the names stand in the first row")
    return found


def dialect_of(sample: str, delimiter: str | None = None) -> Dialect:
    """Return how the beginning of a file parts its cells.

    >>> dialect_of('name;"a, b"\\nAda;1,5\\n').delimiter
    ';'
    """
    escape = re.search(r'[^\\]\\"(?![,;\t|\r\n]|$)', sample) is not None
    separator = _SEPARATOR.match(sample)
    if delimiter or separator:
        return Dialect(delimiter or (separator[1] if separator else ","), escape)
    best = (0.0, 0, ",")
    for candidate in _DELIMITERS:
        widths: list[int] = []
        width = 0
        for cell in _cells(sample, Dialect(candidate, escape), final=True)[0]:
            width += 1
            if cell.last:
                widths.append(width)
                width = 0
        usual, count = Counter(widths[:50]).most_common(1)[0] if widths else (1, 1)
        if usual > 1:
            best = max(best, (count / len(widths[:50]), usual, candidate))
    return Dialect(best[2], escape)


def _peeked(chunks: Iterator[str]) -> tuple[str, Iterator[str]]:
    first = next(chunks, "")
    sample = first[:_SAMPLE]
    if len(first) > _SAMPLE:
        sample = sample[: sample.rfind("\n") + 1] or sample
    return sample, chain([first], chunks)


def _rows(chunks: Iterable[str], dialect: Dialect) -> Iterator[tuple[str, list[Cell]]]:
    """Yield whole rows as text and as cells."""
    rest = ""
    gathered: list[str] = []
    for chunk in chunks:
        for start in range(0, len(chunk), _BATCH):
            gathered.append(chunk[start : start + _BATCH])
            if sum(map(len, gathered)) < _BATCH:
                continue
            rest += "".join(gathered)
            gathered = []
            cells, end = _cells(rest, dialect, final=False)
            if end:
                yield rest[:end], cells
                rest = rest[end:]
            elif len(rest) > _LONGEST:
                raise InvalidRequest("a row of more than 20,000,000 characters: a quote may never be closed")
    rest += "".join(gathered)
    if rest:
        yield rest, _cells(rest, dialect, final=True)[0]


def _expression(dialect: Dialect) -> re.Pattern[str]:
    delimiter = re.escape(dialect.delimiter)
    within = r'[^"\\]*+(?:(?:\\.|"")[^"\\]*+)*+' if dialect.escape else r'[^"]*+(?:""[^"]*+)*+'
    return re.compile(rf'("{within}")?+([^{delimiter}\r\n]*+)({delimiter}|\r\n|\r|\n|\Z)', re.DOTALL)


def _cells(text: str, dialect: Dialect, *, final: bool) -> tuple[list[Cell], int]:
    """Return the cells of all whole rows, and where the last of those rows ends.

    Without ``final`` the text goes on: a row counts where a line end stands behind it.
    """
    cells: list[Cell] = []
    match_at = _expression(dialect).match
    at = 1 if text.startswith("\ufeff") else 0
    whole = whole_cells = 0
    while at < len(text):
        match = match_at(text, at)
        if match is None:  # cannot be: every part of the expression may be empty
            break
        quoted, bare, end = match[1], match[2], match[3]
        if not final and (
            (quoted is None and bare.startswith('"')) or (match.end() == len(text) and end in ("", "\r"))
        ):
            break  # the quote, or the line end, may be closed by what comes next
        if quoted:
            value = quoted[1:-1].replace('""', '"')
            if dialect.escape:
                value = value.replace('\\"', '"')
            value += bare
        else:
            value = bare
        last = end != dialect.delimiter
        cells.append(Cell(at, match.start(3), value, last))
        at = match.end()
        if last:
            whole, whole_cells = at, len(cells)
    if final:
        if cells and not cells[-1].last:  # the file ends with a delimiter: an empty cell follows
            cells.append(Cell(at, at, "", True))
        return cells, len(text)
    return cells[:whole_cells], whole


def _row(cells: Iterable[Cell], number: int) -> Iterator[Cell]:
    row = 1
    for cell in cells:
        if row == number:
            yield cell
        row += cell.last
        if row > number:
            return


def _render(text: str, cells: Sequence[Cell], dialect: Dialect, encoding: str, redacted: Sequence[Redacted]) -> bytes:
    parts: list[str] = []
    done = 0
    for cell, new in zip(cells, redacted, strict=True):
        if new.redactions and new.text != cell.text:
            parts += [text[done : cell.start], _spelled(new.text, text[cell.start : cell.end], dialect)]
            done = cell.end
    return encoded("".join([*parts, text[done:]]), encoding)


def _spelled(new: str, before: str, dialect: Dialect) -> str:
    """Return how a cell is written: in quotes where it was, or where it must be."""
    needs = before.startswith('"') or any(mark in new for mark in (dialect.delimiter, '"', "\r", "\n"))
    if not needs:
        return new
    inner = new.replace("\\", "\\\\").replace('"', '\\"') if dialect.escape else new.replace('"', '""')
    return f'"{inner}"'
