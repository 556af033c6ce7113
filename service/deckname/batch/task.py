"""One file of a run: where it lies, what it is, where it goes."""

from __future__ import annotations

import io
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, fields
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, cast

from deckname.batch.looking import Job
from deckname.batch.workers import Workers
from deckname.errors import InvalidRequest
from deckname.files import FORMATS, Batch, Format, format_of
from deckname.files.compressed import compression_of, inner_name, reader
from deckname.report import FileReport

_HEAD = 8_192
_SAMPLE_ROWS = 1_000
#: A column is of a type where so many of its cells are, each nearly as a whole.
_SHARE, _COVERED = 0.6, 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How files are read: a format's name or "auto", and options for those formats that have them.

    ``by_column`` decides from the first rows of a table what its columns hold.
    """

    format: str = "auto"
    options: Mapping[str, Any] = field(default_factory=dict)
    by_column: bool = False

    def format_for(self, name: str) -> Format:
        """Return the format of that name with those options that it has."""
        module, _, class_ = FORMATS[name].partition(":")
        kind = getattr(import_module(module), class_)
        known = {each.name for each in fields(kind)} if hasattr(kind, "__dataclass_fields__") else set()
        made: Format = kind(**{key: value for key, value in self.options.items() if key in known})
        return made


@dataclass(eq=False, slots=True, kw_only=True)
class Task(Job):
    """A file, or standard input (no ``source``); ``name`` is how it is called in messages, ``stat`` of regular files.

    ``kept`` bytes of its output are left from a run before. ``subject`` tells its documents from those of other files.
    What is known only when it is opened is filled in then: ``format`` and ``compression``.
    """

    name: str
    source: Path | None
    stdin: BinaryIO | None = None
    reading: Reading = field(default_factory=Reading)
    target: Path | None = None
    workers: Workers | None = None
    stat: os.stat_result | None = None
    format: Format | None = None
    compression: str | None = None
    kept: int = 0
    subject: str = field(default="", repr=False)
    report: FileReport = field(default_factory=lambda: FileReport(""))

    @property
    def size(self) -> int:
        """Bytes of the file, where they are known."""
        return self.stat.st_size if self.stat else 0

    @contextmanager
    def open(self) -> Iterator[Iterator[Batch]]:
        with self.opened() as (inner, outer):
            if self.format is None:
                raise InvalidRequest("the file has no format")
            yield self._measured(self.format.read(inner), outer)

    @contextmanager
    def opened(self) -> Iterator[tuple[BinaryIO, BinaryIO]]:
        """Open the file, find out what it is, and give what is in it, and it itself."""
        with ExitStack() as stack:
            outer = self._raw(stack)
            head = _peek(outer)
            self.compression = compression_of(head)
            inner = stack.enter_context(reader(outer, self.compression))
            name = None if self.source is None else self.source.name
            if self.compression:
                head, name = _peek(inner), inner_name(name)
                if compression_of(head):
                    raise InvalidRequest("compressed twice; unpack it once")
            kind = format_of(name, head) if self.reading.format == "auto" else self.reading.format
            self.report.format = kind + (f".{self.compression}" if self.compression else "")
            self.format = self._format(kind, name)
            yield inner, outer

    def _raw(self, stack: ExitStack) -> BinaryIO:
        if self.source is None:
            raw = self.stdin
            if raw is None:
                raise InvalidRequest("there is no standard input")
            return raw if hasattr(raw, "peek") else cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, raw)))
        return stack.enter_context(self.source.open("rb"))

    def _format(self, kind: str, name: str | None) -> Format:
        reading = self.reading
        if kind == "csv" and name and not reading.options.get("delimiter"):
            by_ending = {".tsv": "\t", ".tab": "\t", ".psv": "|"}.get(Path(name).suffix.lower())
            reading = Reading(
                format=kind, options={**reading.options, **({"delimiter": by_ending} if by_ending else {})}
            )
        if kind == "csv" and self.reading.by_column and self.stat is not None:
            options = {
                **reading.options,
                "types": (*self._types_of_columns(reading), *reading.options.get("types", ())),
            }
            reading = Reading(format=kind, options=options)
        return reading.format_for(kind)

    def _types_of_columns(self, reading: Reading) -> Iterator[tuple[str, str]]:
        """Yield the number of each column that holds one type, by its first rows."""
        if self.source is None or self.workers is None:
            return
        with self.source.open("rb") as raw, reader(raw, self.compression) as inner:
            batch = next(iter(reading.format_for("csv").read(inner)), None)
        values = [value for value in batch.values if _row_of(value.place) > 1] if batch else []
        values = [value for value in values if _row_of(value.place) <= _SAMPLE_ROWS + 1]
        workers = self.workers
        ticket = workers.submit([value.text for value in values], [value.context for value in values])
        cells: Counter[str] = Counter()
        held: dict[str, Counter[str]] = {}
        for value, detection in zip(values, workers.result(ticket), strict=True):
            column = value.place.rpartition(" ")[2]
            cells[column] += 1
            for type_, score in detection.types.items():
                covered = sum(len(span) for span in detection.spans if span.type == type_)
                if score and covered >= _COVERED * len(value.text.strip()):
                    held.setdefault(column, Counter())[type_] += 1
        for column, types in held.items():
            type_, count = types.most_common(1)[0]
            if count >= _SHARE * cells[column]:
                self.report.note(self.report.notes, f"column {column} is {type_}")
                yield column, type_

    def _measured(self, batches: Iterator[Batch], outer: BinaryIO) -> Iterator[Batch]:
        for batch in batches:
            with suppress(OSError, ValueError):
                self.read = min(outer.tell(), self.size or outer.tell())
            yield batch


def _peek(stream: BinaryIO) -> bytes:
    """Return the first bytes of a stream and leave them there."""
    peek = getattr(stream, "peek", None)
    if peek is not None:
        return bytes(peek(_HEAD)[:_HEAD])
    at = stream.tell()
    head = stream.read(_HEAD)
    stream.seek(at)
    return head


def _row_of(place: str) -> int:
    return int(place.split()[1].rstrip(","))
