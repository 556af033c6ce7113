"""What the footer of a parquet file says of its layout: codecs, encodings, statistics.

pyarrow tells it, too, but ends the whole process where a damaged footer makes its C++ throw.

https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift, in the compact protocol:
https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

_CODECS = ("NONE", "SNAPPY", "GZIP", "LZO", "BROTLI", "LZ4", "ZSTD", "LZ4")
_INT96 = 3
_DICTIONARIES = frozenset((2, 8))
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Chunk:
    """How one column of a row group is stored; ``path`` as pyarrow's writer takes it."""

    path: str
    codec: str
    dictionary: bool
    statistics: bool
    page_index: bool


@dataclass(frozen=True, slots=True)
class Footer:
    """The layout of the first row group, which stands for all; ``stores_schema``: Arrow's own types are told."""

    chunks: tuple[Chunk, ...]
    int96: bool
    stores_schema: bool


def read_footer(source: BinaryIO) -> Footer:
    """Return what the end of a parquet file says.

    Raises:
        ValueError: it is damaged, encrypted, or no parquet file.
    """
    size = source.seek(0, 2)
    source.seek(max(0, size - 8))
    tail = source.read(8)
    length = int.from_bytes(tail[:4], "little")
    if tail[4:] != b"PAR1" or length > size - 12:
        raise ValueError("no parquet footer")
    source.seek(size - 8 - length)
    try:
        told = _Compact(source.read(length)).struct()
        groups = told.get(4) or [{1: []}]
        return Footer(
            chunks=tuple(map(_chunk, groups[0][1])),
            int96=any(each.get(1) == _INT96 for each in told[2]),
            stores_schema=any(each.get(1) == b"ARROW:schema" for each in told.get(5) or ()),
        )
    except (KeyError, IndexError, TypeError, AttributeError, RecursionError, UnicodeDecodeError):
        pass
    raise ValueError("a damaged parquet footer")


def _chunk(told: Mapping[int, Any]) -> Chunk:
    about = told[3]
    return Chunk(
        path=".".join(part.decode() for part in about[3]),
        codec=_CODECS[about[4]],
        dictionary=not _DICTIONARIES.isdisjoint(about[2]),
        statistics=12 in about,
        page_index=6 in told,
    )


class _Compact:
    """Thrift's compact protocol: structs become dictionaries by field number."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0
        self._depth = 0
        self._readers: dict[int, Callable[[], Any]] = {
            3: self._byte, 4: self._signed, 5: self._signed, 6: self._signed, 7: lambda: self._bytes(8),
            8: lambda: self._bytes(self._number()), 9: self._list, 10: self._list, 11: self._map, 12: self.struct,
        }  # fmt: skip

    def struct(self) -> dict[int, Any]:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ValueError("too deep")
        fields: dict[int, Any] = {}
        number = 0
        while header := self._byte():
            kind = header & 15
            number = number + (header >> 4) if header >> 4 else self._signed()
            fields[number] = kind == 1 if kind in (1, 2) else self._value(kind)
        self._depth -= 1
        return fields

    def _value(self, kind: int) -> Any:
        if kind not in self._readers:
            raise ValueError("an unknown type")
        return self._readers[kind]()

    def _byte(self) -> int:
        self._at += 1
        return self._data[self._at - 1]

    def _bytes(self, count: int) -> bytes:
        if count > len(self._data) - self._at:
            raise ValueError("ends too early")
        self._at += count
        return self._data[self._at - count : self._at]

    def _number(self) -> int:
        number = shift = 0
        while True:
            byte = self._byte()
            number |= (byte & 127) << shift
            if byte < 128:
                return number
            shift += 7
            if shift > 63:
                raise ValueError("too large a number")

    def _signed(self) -> int:
        number = self._number()
        return (number >> 1) ^ -(number & 1)

    def _many(self, count: int) -> int:
        if count > len(self._data) - self._at:  # each takes a byte at least
            raise ValueError("ends too early")
        return count

    def _list(self) -> list[Any]:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ValueError("too deep")
        header = self._byte()
        kind = header & 15
        count = self._many(self._number() if header >> 4 == 15 else header >> 4)
        values = [self._byte() == 1 if kind in (1, 2) else self._value(kind) for _ in range(count)]
        self._depth -= 1
        return values

    def _map(self) -> dict[Any, Any]:
        count = self._many(self._number())
        kinds = self._byte() if count else 0
        return {index: (self._value(kinds >> 4), self._value(kinds & 15)) for index in range(count)}
