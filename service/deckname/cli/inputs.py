"""The inputs of a command, one after the other, and what went through."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter as Tally
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from deckname.cli.options import FAILED, UsageError, fail, os_message
from deckname.errors import DecknameError
from deckname.files import Format, Record, format_of
from deckname.files.jsonl import Jsonl
from deckname.files.text import Text
from deckname.findings import Warning
from deckname.stream import Piece


@dataclass(frozen=True, slots=True)
class Input:
    """A file, or standard input, and how it is read."""

    path: Path | None
    format: Format

    @property
    def name(self) -> str:
        name = "-" if self.path is None else str(self.path)
        return name if name.isprintable() else repr(name)

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        if self.path is None:
            yield sys.stdin.buffer
        else:
            with self.path.open("rb") as stream:
                yield stream


def inputs_of(arguments: argparse.Namespace) -> list[Input]:
    if arguments.field and arguments.input_format == "text":
        raise UsageError("--field is for JSON lines")
    paths = [None if given == "-" else Path(given) for given in arguments.paths or ["-"]]
    if paths.count(None) > 1:
        raise UsageError("standard input can be read once only")
    inputs = []
    for path in paths:
        if path is not None and path.is_dir():
            raise UsageError(f"{path} is a directory; name its files")
        name = format_of(path) if arguments.input_format == "auto" else arguments.input_format
        jsonl = Jsonl(fields=tuple(arguments.field or ("text",)))
        inputs.append(Input(path, jsonl if name == "jsonl" else Text()))
    return inputs


@dataclass(slots=True)
class Summary:
    """What went through; counts and never text."""

    began: float = field(default_factory=time.monotonic)
    files: int = 0
    characters: int = 0
    contains_pii: bool = False
    failed: bool = False
    types: Tally[str] = field(default_factory=Tally)

    def add(self, piece: Piece) -> None:
        self.characters += len(piece.text)
        self.contains_pii |= piece.contains_pii
        self.types.update(span.type for span in piece.spans)

    def show(self) -> None:
        each = ", ".join(f"{name} {count:,}" for name, count in self.types.most_common())
        print(
            f"deckname: {self.types.total():,} found{f' ({each})' if each else ''} in {self.files:,} "
            f"file{'s' if self.files != 1 else ''}, {self.characters:,} characters, "
            f"{time.monotonic() - self.began:.1f} s",
            file=sys.stderr,
        )


def each_of(inputs: Sequence[Input], work: Callable[[Input, Summary], None]) -> Summary:
    """Do the work for each input; one that fails is reported and does not stop the others."""
    summary = Summary()
    for source in inputs:
        try:
            work(source, summary)
            summary.files += 1
        except DecknameError as error:
            fail(f"{source.name}: {error}", FAILED)
            summary.failed = True
        except BrokenPipeError:
            raise
        except OSError as error:
            fail(os_message(error), FAILED)
            summary.failed = True
    sys.stdout.flush()
    summary.show()
    return summary


def warn(name: str, warnings: Sequence[Warning]) -> None:
    for warning in warnings:
        print(f"deckname: warning: {name}: {warning.code}: {warning.type}", file=sys.stderr)


def counted(records: Iterator[Record], summary: Summary) -> Iterator[Record]:
    for record in records:
        for piece in record.pieces:
            summary.add(piece)
        yield record
