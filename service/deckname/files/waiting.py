"""Where tables come from and go: streams that can be read from any place, rows that wait, bytes that are taken."""

from __future__ import annotations

import errno
import io
import tempfile
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

import pyarrow as pa

from deckname.errors import DecknameError, InvalidRequest
from deckname.files.format import Batch

_IN_MEMORY = 512_000_000  # bytes of a file that cannot be read from any place (a pipe, or compressed)


class Sink(io.RawIOBase):
    """Keeps what is written until it is taken."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._length = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        part = bytes(data)
        self._parts.append(part)
        self._length += len(part)
        return len(part)

    def tell(self) -> int:
        return self._length

    def taken(self) -> bytes:
        """Return what was written since the last call."""
        parts, self._parts = self._parts, []
        return b"".join(parts)


class Spool:
    """Rows that wait, in a file that has no name; written from the first to the last, and then read."""

    def __init__(self, schema: Any) -> None:
        self._schema = schema
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 (it is closed by ``close``, or when nobody needs it)
        self._writer = pa.ipc.new_stream(self._file, schema, options=pa.ipc.IpcWriteOptions(compression="lz4"))
        self._reader: Any = None

    def __del__(self) -> None:
        if hasattr(self, "_file"):
            self.close()

    def write(self, columns: Sequence[Any]) -> None:
        """Add the columns of some rows."""
        self._writer.write_batch(pa.RecordBatch.from_arrays(list(columns), schema=self._schema))

    def read(self) -> Any:
        """Return the next rows, in the order in which they were written."""
        if self._reader is None:
            self._writer.close()
            self._file.seek(0)
            self._reader = pa.ipc.open_stream(self._file)
        return self._reader.read_next_batch()

    def close(self) -> None:
        """Let the file go."""
        self._file.close()


def anywhere(source: BinaryIO) -> BinaryIO:
    """Return a stream that can be read from any place: the file itself, or what a pipe or a compressed file holds.

    Raises:
        InvalidRequest: it is too large to be held.
    """
    if isinstance(getattr(source, "raw", source), io.FileIO | io.BytesIO) and source.seekable():
        return source
    content = source.read(_IN_MEMORY + 1)
    if len(content) > _IN_MEMORY:
        raise InvalidRequest(f"a table of more than {_IN_MEMORY:,} bytes must be a file of its own: unpack it first")
    return io.BytesIO(content)


def guarded(work: Iterator[Batch], kind: str) -> Iterator[Batch]:
    """Yield the batches; what pyarrow says of a damaged file may quote it, and becomes an error that does not.

    Raises:
        InvalidRequest: the file is damaged, or of a kind that pyarrow cannot read.
    """
    while True:
        problem = ""
        try:
            batch = next(work, None)
        except DecknameError:
            raise
        except pa.ArrowNotImplementedError:
            problem = f"this {kind} file is of a kind that cannot be read (an encryption, a codec or a type)"
        except OSError as error:
            if error.errno in errno.errorcode:
                raise
            problem = f"the {kind} file is damaged, encrypted, or no {kind} file"
        except (pa.ArrowException, ValueError, OverflowError):
            problem = f"the {kind} file is damaged, or no {kind} file"
        if problem:
            raise InvalidRequest(problem)
        if batch is None:
            return
        yield batch
