"""Parquet: row groups, codecs, types and nulls stay; statistics and dictionaries are those of the redacted rows.

https://parquet.apache.org/docs/file-format/
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from deckname.errors import InvalidRequest, UnsupportedFile
from deckname.files.footer import Footer, read_footer
from deckname.files.format import Batch

_ROWS = 8_192  # rows in one read


@dataclass(frozen=True, slots=True, kw_only=True)
class Parquet:
    """A parquet file; as a whole it is one document.

    ``columns`` are those that are looked through (names, paths like ``address.street``, or numbers from 1), ``skip``
    those that are not. ``types`` says of columns what all their values are. ``as_text`` are columns that become text
    whatever is found, so that all files of a data set have one schema.
    """

    columns: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    types: tuple[tuple[str, str], ...] = ()
    as_text: tuple[str, ...] = ()

    def read(self, source: BinaryIO) -> Iterator[Batch]:
        """Yield the rows in pieces, and what writes them when all were looked at.

        Raises:
            InvalidRequest: the file is damaged or encrypted, there is no such column, or one cannot be looked through.
        """
        try:
            from deckname.files import waiting
        except ImportError:
            raise UnsupportedFile("pyarrow is not installed: pip install 'deckname[tables]'") from None
        return waiting.guarded(self._read(source), "parquet")

    def _read(self, source: BinaryIO) -> Iterator[Batch]:
        import pyarrow.parquet as parquet

        from deckname.files import chosen, table, waiting

        source = waiting.anywhere(source)
        footer = read_footer(source)
        source.seek(0)
        # Nanoseconds do not reach the dates that INT96 does.
        file = parquet.ParquetFile(source, coerce_int96_timestamp_unit="us" if footer.int96 else None, pre_buffer=False)
        columns = chosen.Columns(self.columns, self.skip, self.types, self.as_text)
        layout = _layout(footer)

        def open_writer(sink: Any, schema: Any, read: Any) -> Any:
            return _Writer(parquet.ParquetWriter(sink, schema, **layout))

        def groups() -> Iterator[Iterator[Any]]:
            for group in range(file.num_row_groups):
                yield file.iter_batches(batch_size=_ROWS, row_groups=[group], use_threads=False)

        yield from table.Table(file.schema_arrow, columns, open_writer).batches(groups())


class _Writer:
    def __init__(self, writer: Any) -> None:
        self._writer = writer

    def write(self, group: Any) -> None:
        if len(group):
            self._writer.write_table(group, row_group_size=len(group))

    def close(self) -> None:
        self._writer.close()


def _layout(footer: Footer) -> dict[str, Any]:
    """Return how the file is laid out, as pyarrow's writer takes it."""
    chunks = footer.chunks
    codecs = {each.path: each.codec for each in chunks}
    if "LZO" in codecs.values():
        raise InvalidRequest("the file is compressed with LZO, which cannot be written; convert it to another codec")
    encoded = [each.path for each in chunks if each.dictionary]
    layout: dict[str, Any] = {
        "compression": next(iter(codecs.values()), "SNAPPY") if len(set(codecs.values())) < 2 else codecs,
        "use_dictionary": len(encoded) == len(chunks) or (encoded or False),
        "write_statistics": not chunks or any(each.statistics for each in chunks),
        "store_schema": footer.stores_schema,
        "write_page_index": any(each.page_index for each in chunks),
        "use_compliant_nested_type": not any(".list.item" in each.path for each in chunks),
    }
    return layout | ({"use_deprecated_int96_timestamps": True} if footer.int96 else {})
