"""Files: one module a format, each with a ``read`` that yields records.

A record is the least part of a file that can be written out by itself: a piece of a plain text, a line of JSONL.
"""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, ClassVar, Protocol

from deckname.detector import Detector, Options
from deckname.policy import Policy
from deckname.redact import redact
from deckname.stream import Piece


@dataclass(frozen=True, slots=True)
class Record:
    """Pieces of text out of a file, and how their redacted texts go back into it.

    Where each piece is a whole text of its own, ``line`` is the record's line in the file, and ``names`` runs parallel
    to ``pieces``.
    """

    pieces: tuple[Piece, ...]
    render: Callable[[Sequence[str]], str] = field(repr=False)
    line: int = 1
    names: tuple[str, ...] = ()

    def redacted(self, policy: Policy) -> str:
        """Return the record as it is written out, with every span of its pieces replaced."""
        return self.render([redact(piece.text, piece.local, policy).text for piece in self.pieces])


class Format(Protocol):
    """A kind of file; ``one_text`` says whether all its pieces together are one text."""

    one_text: ClassVar[bool]

    def read(self, stream: BinaryIO, detector: Detector, options: Options) -> Iterator[Record]:
        """Yield the file's records in order; all rendered records together are the file.

        Raises:
            InvalidRequest: the file is not of this format; says where, never what stands there.
        """
        ...


_ENDINGS = {".jsonl": "jsonl", ".ndjson": "jsonl"}
FORMATS = ("text", "jsonl")


def format_of(path: Path | None) -> str:
    """Return the name of the format that a path's ending tells; plain text where it tells none."""
    return _ENDINGS.get(path.suffix.lower(), "text") if path else "text"


@contextmanager
def open_output(path: Path, *, like: Path | None = None) -> Iterator[BinaryIO]:
    """Open a file that appears when all is written, or not at all.

    Its mode is that of the file it replaces, or else of ``like``. Devices and pipes are written to as they are.
    """
    target = Path(os.path.realpath(path))  # a link stays a link
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            yield stream
        return
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.chmod(temporary, _mode(target if target.exists() else like))
            os.fsync(stream.fileno())
        os.replace(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _mode(path: Path | None) -> int:
    if path is not None:
        return stat.S_IMODE(path.stat().st_mode) & 0o777
    mask = os.umask(0)  # it can only be read by setting it
    os.umask(mask)
    return 0o666 & ~mask
