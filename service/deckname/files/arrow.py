"""Arrow's own files (IPC, Feather version 2) and streams.

https://arrow.apache.org/docs/format/Columnar.html#serialization-and-interprocess-communication-ipc
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from deckname.errors import InvalidRequest, UnsupportedFile
from deckname.files.format import Batch

_MAGIC, _FEATHER1 = b"ARROW1", b"FEA1"
_CODECS = ("lz4", "zstd")  # as the format numbers them


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """An Arrow file or stream; as a whole it is one document. The fields are those of ``Parquet``."""

    columns: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    types: tuple[tuple[str, str], ...] = ()
    as_text: tuple[str, ...] = ()

    def read(self, source: BinaryIO) -> Iterator[Batch]:
        """Yield the rows in pieces, and what writes them when all were looked at.

        Raises:
            InvalidRequest: the file is damaged, there is no such column, or one cannot be looked through.
        """
        try:
            from deckname.files import waiting
        except ImportError:
            raise UnsupportedFile("pyarrow is not installed: pip install 'deckname[tables]'") from None
        return waiting.guarded(self._read(source), "Arrow")

    def _read(self, source: BinaryIO) -> Iterator[Batch]:
        import pyarrow as pa

        from deckname.files import chosen, table, waiting

        source = waiting.anywhere(source)
        source.seek(0)
        start = source.read(8)
        if start.startswith(_FEATHER1):
            raise InvalidRequest("this is Feather of version 1; write it anew with a pandas or pyarrow of today")
        whole = start.startswith(_MAGIC)
        source.seek(8 if whole else 0)
        options = pa.ipc.IpcWriteOptions(compression=_codec_of_stream(source))
        source.seek(0)

        def open_writer(sink: Any, schema: Any, read: Any) -> _Writer:
            new = pa.ipc.new_file if whole else pa.ipc.new_stream
            return _Writer(new(sink, schema, options=options))

        reader = pa.ipc.open_file(source) if whole else pa.ipc.open_stream(source)
        columns = chosen.Columns(self.columns, self.skip, self.types, self.as_text)
        groups = ([rows] for rows in (_of_file(reader) if whole else reader))
        yield from table.Table(reader.schema, columns, open_writer).batches(groups)


def _of_file(reader: Any) -> Iterator[Any]:
    for index in range(reader.num_record_batches):
        yield reader.get_batch(index)


class _Writer:
    def __init__(self, writer: Any) -> None:
        self._writer = writer

    def write(self, group: Any) -> None:
        for rows in group.combine_chunks().to_batches():
            self._writer.write_batch(rows)

    def close(self) -> None:
        self._writer.close()


def _codec_of_stream(source: BinaryIO) -> str | None:
    """Return how the first rows are compressed, which pyarrow reads and does not tell."""
    import pyarrow as pa

    reader = pa.ipc.MessageReader.open_stream(source)
    for message in reader:
        if message.type == "record batch":
            return _codec_of(message.metadata.to_pybytes())
    return None


def _codec_of(message: bytes) -> str | None:
    """Return the codec that the flatbuffer of a record batch names.

    https://github.com/apache/arrow/blob/main/format/Message.fbs: Message.header (2), RecordBatch.compression (3),
    BodyCompression.codec (0).
    """

    def whole(at: int, size: int = 4, *, signed: bool = False) -> int:
        return int.from_bytes(message[at : at + size], "little", signed=signed)

    def slot(table: int, number: int) -> int:
        names = table - whole(table, signed=True)
        at = 4 + 2 * number
        offset = whole(names + at, 2) if at < whole(names, 2) else 0
        return table + offset if offset else 0

    header = slot(whole(0), 2)
    rows = header + whole(header) if header else 0
    compression = slot(rows, 3) if rows else 0
    if not compression:
        return None
    codec = slot(compression + whole(compression), 0)
    number = whole(codec, 1) if codec else 0
    return _CODECS[number] if number < len(_CODECS) else None
