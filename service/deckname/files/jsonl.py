"""JSON lines: one JSON value a line, and the texts in it.

Only what is replaced is written anew; all else stays as it stands, byte for byte.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO, ClassVar

from deckname.errors import InvalidRequest
from deckname.files.encoding import decoded, encoded
from deckname.files.format import Batch, Value
from deckname.files.json_values import (
    Kind,
    Scalar,
    Selection,
    check_scalar,
    context,
    distinct_keys,
    scalars,
    shown,
    spelled,
    well_formed,
)
from deckname.redact import Redacted

_BATCH = 500_000  # characters of lines that are looked through together
_BLANK = " \t\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Jsonl:
    """A file of JSON lines; each is a document of its own.

    All strings, numbers and keys are looked through, with the nearest keys as words that name them. ``fields`` are the
    keys at the top whose strings alone are looked through; ``pointers`` (RFC 6901) choose values wherever they stand. A
    line without any of those is an error, or a slip in a name would leave all as it is.
    """

    #: It can be gone on with after any batch: nothing is kept from one to the next.
    resumable: ClassVar[bool] = True
    fields: tuple[str, ...] = ()
    pointers: tuple[str, ...] = ()
    encoding: str | None = None

    def read(self, source: BinaryIO) -> Iterator[Batch]:
        """Yield the lines, about half a megabyte of them together.

        Raises:
            InvalidRequest: a line is no JSON, or has none of the fields; says which line.
            InvalidText: the file cannot be read in its encoding.
        """
        encoding, chunks = decoded(source, self.encoding)
        choose = partial(_of_fields, self.fields) if self.fields else partial(_selected, Selection.of(self.pointers))
        number = 1
        for text in whole_lines(chunks, _BATCH):
            found: list[Scalar] = []
            place_in: list[int] = []  # which value each scalar is
            values: list[Value] = []
            keys: dict[str, int] = {}  # a key that comes again is looked through once a batch
            for line, start, end in _lines(text, number):
                for scalar in choose(text, start, end, line):
                    known = keys.get(scalar.text) if scalar.kind is Kind.KEY else None
                    found.append(scalar)
                    place_in.append(len(values) if known is None else known)
                    if known is None:
                        values.append(_value(scalar, line, by_name=bool(self.fields)))
                        if scalar.kind is Kind.KEY:
                            keys[scalar.text] = len(values) - 1
            number += text.count("\n")
            yield Batch(tuple(values), partial(_render, text, found, place_in, encoding))


def whole_lines(chunks: Iterable[str], size: int) -> Iterator[str]:
    """Yield a text in pieces of some ``size`` characters that end with a line feed, save the last."""
    gathered: list[str] = []
    length = 0
    for chunk in chunks:
        gathered.append(chunk)
        length += len(chunk)
        if length >= size and (at := chunk.rfind("\n") + 1):
            yield "".join([*gathered[:-1], chunk[:at]])
            gathered = [chunk[at:]]
            length = len(chunk) - at
    if rest := "".join(gathered):
        yield rest


def _lines(text: str, number: int) -> Iterator[tuple[int, int, int]]:
    """Yield number, start and end of each line that is not blank."""
    start = 1 if number == 1 and text.startswith("\ufeff") else 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        if text[start:end].strip(_BLANK):
            yield number, start, end
        number += 1
        start = end


def _value(scalar: Scalar, line: int, *, by_name: bool) -> Value:
    place = f"line {line}, {scalar.path[0] if by_name else shown(scalar.path)}"
    words = () if scalar.kind is Kind.KEY else context(scalar.path)
    return Value(scalar.text, words, place, line)


def _selected(selection: Selection, text: str, start: int, end: int, line: int) -> list[Scalar]:
    problem = well_formed(text[start:end])
    if problem:
        raise InvalidRequest(f"line {line} {problem.partition(' (')[0]}", line=line)
    found = list(scalars(text, start, end))
    if selection.pointers:
        found = [scalar for scalar in found if selection.holds(scalar.path)]
        if not found:
            raise InvalidRequest(f"line {line} has nothing at {selection}; name the right place", line=line)
    _check(text, found, line)
    return found


def _of_fields(fields: tuple[str, ...], text: str, start: int, end: int, line: int) -> list[Scalar]:
    """Return the strings of the fields. A key that stands twice is found twice: parsers differ in which they read."""
    try:
        members = json.loads(text[start:end], object_pairs_hook=_Members)
    except (ValueError, RecursionError):
        members = None
    # Outside the handler: the parser's error holds the whole line and must not ride along as context.
    if not isinstance(members, _Members):
        raise InvalidRequest(f"line {line} is not a JSON object", line=line)
    chosen = [(name, value) for name, value in members if name in fields]
    if not chosen:
        names = " or ".join(f'"{name}"' for name in sorted(fields))
        raise InvalidRequest(f"line {line} has no field {names}; name the right one with --field", line=line)
    for name, value in chosen:
        if not (value is None or isinstance(value, str)):
            raise InvalidRequest(f'line {line}: the field "{name}" is no string', line=line)
    found = [
        scalar
        for scalar in scalars(text, start, end)
        if len(scalar.path) == 1 and scalar.kind is Kind.STRING and scalar.path[0] in fields
    ]
    _check(text, found, line)
    return found


class _Members(list[tuple[str, object]]):
    """What stands in an object, in order."""


def _check(text: str, found: Iterable[Scalar], line: int) -> None:
    for scalar in found:
        if "\\u" in text[scalar.start : scalar.end]:
            check_scalar(scalar, f"line {line}")


def _render(
    text: str, found: Sequence[Scalar], place_in: Sequence[int], encoding: str, redacted: Sequence[Redacted]
) -> bytes:
    """Return the lines with other texts in place of some; what stays the same keeps its spelling."""
    touched = {place for place, each in enumerate(redacted) if each.redactions}
    if not touched:
        return encoded(text, encoding)
    new = [(scalar, redacted[place].text) for scalar, place in zip(found, place_in, strict=True) if place in touched]
    if any(scalar.kind is Kind.KEY for scalar, _ in new):
        keys = [
            (scalar, redacted[place].text)
            for scalar, place in zip(found, place_in, strict=True)
            if scalar.kind is Kind.KEY
        ]
        new = [*(each for each in new if each[0].kind is not Kind.KEY), *distinct_keys(keys)]
        new.sort(key=lambda each: each[0].start)
    changed = [(scalar, fresh) for scalar, fresh in new if fresh != scalar.text]
    escaped = not encoding.startswith("utf-")  # what the encoding lacks
    ascii_text = text.isascii()
    parts: list[str] = []
    done = 0
    for scalar, fresh in changed:
        ascii_only = ascii_text or escaped or _line_around(text, scalar).isascii()  # as its readers are used to
        parts += [text[done : scalar.start], spelled(scalar, fresh, ascii_only=ascii_only)]
        done = scalar.end
    return encoded("".join([*parts, text[done:]]), encoding)


def _line_around(text: str, scalar: Scalar) -> str:
    end = text.find("\n", scalar.end)
    return text[text.rfind("\n", 0, scalar.start) + 1 : end if end >= 0 else len(text)]
