"""gzip and zstandard around a file: read through, and put around what is written.

The header of a gzip file may hold its name and time; those of what is written hold neither.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath
from types import ModuleType
from typing import Any, BinaryIO, cast

from deckname.errors import DecknameError, InvalidRequest, UnsupportedFile

#: How compressed files begin, and their endings.
MAGIC = {"gz": b"\x1f\x8b", "zst": b"\x28\xb5\x2f\xfd"}
ENDINGS = {".gz": "gz", ".gzip": "gz", ".tgz": "gz", ".zst": "zst", ".zstd": "zst"}


def compression_of(head: bytes) -> str | None:
    """Return "gz" or "zst" where a file begins like one."""
    return next((name for name, magic in MAGIC.items() if head.startswith(magic)), None)


def inner_name(name: str | None) -> str | None:
    """Return the name of what is in a compressed file of that name.

    >>> inner_name("people.csv.gz"), inner_name("people.csv")
    ('people.csv', 'people.csv')
    """
    if name is None or PurePath(name).suffix.lower() not in ENDINGS:
        return name
    return str(PurePath(name).with_suffix(".tar" if name.lower().endswith(".tgz") else ""))


@contextmanager
def reader(source: BinaryIO, compression: str | None) -> Iterator[BinaryIO]:
    """Open what is in a compressed stream; None for one that is not compressed.

    Raises:
        InvalidRequest: it is damaged, or ends too early.
    """
    if compression is None:
        yield source
        return
    problem = ""
    try:
        if compression == "gz":
            with gzip.GzipFile(fileobj=source, mode="rb") as inner:
                yield cast(BinaryIO, io.BufferedReader(inner))
        else:
            yield cast(BinaryIO, io.BufferedReader(_Zstandard(source)))
    except DecknameError:
        raise
    except (EOFError, zlib.error, gzip.BadGzipFile):
        problem = "the compressed file is damaged, or ends too early"
    except Exception as error:  # zstandard's error, which is there only where the library is
        if type(error).__name__ != "ZstdError":
            raise
        problem = "the compressed file is damaged"
    if problem:
        raise InvalidRequest(problem)


@contextmanager
def writer(target: BinaryIO, compression: str | None) -> Iterator[BinaryIO]:
    """Open a stream whose content goes compressed to ``target``, which stays open."""
    if compression is None:
        yield target
    elif compression == "gz":
        with gzip.GzipFile(filename="", fileobj=target, mode="wb", compresslevel=6, mtime=0) as outer:
            yield cast(BinaryIO, outer)
    else:
        with _zstandard().ZstdCompressor(write_checksum=True).stream_writer(target, closefd=False) as outer:
            yield cast(BinaryIO, outer)


class _Zstandard(io.RawIOBase):
    """A zstandard stream of one frame or more; the library's own reader passes over a frame that ends too early."""

    _BLOCK = 2_048  # bytes; four may become 128 KB

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._frame = self._new()
        self._within = False  # a frame
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            block = self._source.read(self._BLOCK)
            if not block:
                if self._within:
                    raise EOFError
                return 0
            gathered = []
            while block:
                gathered.append(self._frame.decompress(block))
                self._within = not self._frame.eof
                block = self._frame.unused_data if self._frame.eof else b""
                if self._frame.eof:
                    self._frame = self._new()
            self._ready = memoryview(b"".join(gathered))
        count = min(len(buffer), len(self._ready))
        buffer[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count

    @staticmethod
    def _new() -> Any:
        return _zstandard().ZstdDecompressor().decompressobj()


def _zstandard() -> ModuleType:
    try:
        import zstandard
    except ImportError:
        raise UnsupportedFile("zstandard is not installed: pip install 'deckname[files]'") from None
    return zstandard
