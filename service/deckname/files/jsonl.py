"""JSON lines: one object a line, and the texts in some of its fields.

Only the values of those fields are written anew; all else stays as it stands, byte for byte.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import BinaryIO, ClassVar

from deckname.detector import Detector, Options
from deckname.errors import InvalidRequest, InvalidText
from deckname.files import Record
from deckname.files.text import decode_lines
from deckname.stream import CORE, MARGIN, Piece, combined_score, detect_stream
from deckname.text import check

_BATCH = 256  # lines that are looked through together
_BATCH_CHARACTERS = 1_000_000

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True, kw_only=True)
class Jsonl:
    """A file of JSON lines; ``fields`` are the keys whose strings are looked through."""

    one_text: ClassVar[bool] = False
    fields: tuple[str, ...] = ("text",)

    def read(self, stream: BinaryIO, detector: Detector, options: Options) -> Iterator[Record]:
        """Yield one record a line.

        A line must hold one of the fields at least, and in them nothing but strings and nulls: what cannot be looked
        through is refused, or it would leave the redactor unredacted.
        """
        for lines in _batches(_lines(stream, frozenset(self.fields))):
            yield from _records(lines, detector, options)


@dataclass(frozen=True, slots=True)
class _Value:
    """A string in a line of JSON: ``line[start:end]`` spells ``text``."""

    start: int
    end: int
    name: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str = field(repr=False)
    values: tuple[_Value, ...] = ()


def _lines(stream: BinaryIO, wanted: frozenset[str]) -> Iterator[_Line]:
    for number, line in enumerate(decode_lines(stream), 1):
        yield _Line(number, line, _values(line, number, wanted))


def _batches(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    batch: list[_Line] = []
    characters = 0
    for line in lines:
        batch.append(line)
        characters += len(line.text)
        if len(batch) >= _BATCH or characters >= _BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _records(lines: Sequence[_Line], detector: Detector, options: Options) -> Iterator[Record]:
    pieces = iter(_pieces([value.text for line in lines for value in line.values], detector, options))
    for line in lines:
        found = tuple(next(pieces) for _ in line.values)
        yield Record(found, partial(_render, line), line.number, tuple(value.name for value in line.values))


def _pieces(texts: Sequence[str], detector: Detector, options: Options) -> list[Piece]:
    """Return each text as one piece; the short ones are looked through together."""
    short = [text for text in texts if len(text) <= CORE]
    detections = iter(detector.detect_batch(short, options=options) if short else ())
    pieces = []
    for text in texts:
        if len(text) > CORE:
            pieces.append(_long(text, detector, options))
            continue
        found = next(detections)
        pieces.append(Piece(text, 0, found.spans, found.score, found.contains_pii, found.warnings))
    return pieces


def _long(text: str, detector: Detector, options: Options) -> Piece:
    pieces = list(detect_stream(detector, [text], options=options, core=CORE, margin=MARGIN))
    return Piece(
        text,
        0,
        tuple(span for piece in pieces for span in piece.spans),
        combined_score(piece.score for piece in pieces),
        any(piece.contains_pii for piece in pieces),
        tuple(dict.fromkeys(warning for piece in pieces for warning in piece.warnings)),
    )


def _render(line: _Line, texts: Sequence[str]) -> str:
    """Return the line with other strings in place of its values; a value that stays the same keeps its spelling."""
    parts: list[str] = []
    done = 0
    ascii_only = line.text.isascii()  # as the line writes it, so that its readers can read it
    for value, text in zip(line.values, texts, strict=True):
        same = text == value.text
        spelled = line.text[value.start : value.end] if same else json.dumps(text, ensure_ascii=ascii_only)
        parts += [line.text[done : value.start], spelled]
        done = value.end
    return "".join([*parts, line.text[done:]])


def _values(line: str, number: int, wanted: frozenset[str]) -> tuple[_Value, ...]:
    """Return where the strings of the wanted keys stand in a line; an empty line has none.

    A key that stands twice is found twice: parsers differ in which of the two they read.
    """
    at = _skip(line, 1 if number == 1 and line.startswith("\ufeff") else 0)
    if at == len(line):
        return ()
    try:
        members = list(_members(line, at))
    except (ValueError, RecursionError):
        members = None
    # Outside the handler: the parser's error holds the whole line and must not ride along as context.
    if members is None:
        raise InvalidRequest(f"line {number} is not a JSON object", line=number)
    chosen = [member for member in members if member[2] in wanted]
    names = " or ".join(f'"{name}"' for name in sorted(wanted))
    if not chosen:
        raise InvalidRequest(f"line {number} has no field {names}; name the right one with --field", line=number)
    values = []
    for start, end, name, value in chosen:
        if value is None:
            continue
        if not isinstance(value, str):
            raise InvalidRequest(f'line {number}: the field "{name}" is no string', line=number)
        _check(value, number)
        values.append(_Value(start, end, name, value))
    return tuple(values)


def _check(text: str, number: int) -> None:
    try:
        check(text)
    except InvalidText as error:
        raise InvalidText(f"line {number}: {error}", line=number) from error


def _members(line: str, at: int) -> Iterator[tuple[int, int, str, object]]:
    """Yield start, end, key and value of each member of the object that a line is.

    Raises:
        ValueError: the line is no JSON object.
    """
    at = _skip(line, _expect(line, at, "{"))
    if line[at : at + 1] == "}":
        at += 1
    else:
        while True:
            _expect(line, at, '"')
            key, at = _DECODER.raw_decode(line, at)
            start = _skip(line, _expect(line, _skip(line, at), ":"))
            value, end = _DECODER.raw_decode(line, start)
            yield start, end, key, value
            at = _skip(line, end)
            if line[at : at + 1] != ",":
                at = _expect(line, at, "}")
                break
            at = _skip(line, at + 1)
    if _skip(line, at) != len(line):
        raise ValueError("something stands behind the object")


def _skip(line: str, at: int) -> int:
    match = _SPACE.match(line, at)
    return match.end() if match else at


def _expect(line: str, at: int, character: str) -> int:
    if line[at : at + 1] != character:
        raise ValueError(f"no {character!r} at character {at}")
    return at + 1
