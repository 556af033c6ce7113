"""What parquet and Arrow files share: tables of typed columns, in groups of rows.

A number in which something is found makes its column a column of text. That is known only when all rows were looked
at, and a file says its types before its rows. So redacted rows wait in a temporary file that has no name and holds
nothing that was found, until the last is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol, TypeAlias

import pyarrow as pa
import pyarrow.compute as pc

from deckname.columns import (
    TECHNICAL,
    TEXT,
    Kind,
    Leaf,
    blanked,
    flat,
    leaves,
    packed,
    plain,
    retyped,
    shaped,
    technical,
    texts,
)
from deckname.files.chosen import Columns
from deckname.files.format import Batch, Value
from deckname.files.pandas_notes import pandas_metadata, pandas_names
from deckname.files.waiting import Sink, Spool
from deckname.redact import Redacted

Array: TypeAlias = Any  # pyarrow ships no types
Schema: TypeAlias = Any
RecordBatch: TypeAlias = Any

_ROWS = 8_192  # rows that are looked through together, at most
_BYTES = 1_000_000
_PANDAS, _SPARK = b"pandas", b"org.apache.spark.sql.parquet.row.metadata"


class Writer(Protocol):
    """Writes a file group by group."""

    def write(self, group: Any) -> None:
        """Add a table."""
        ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Some rows and the texts of their leaves; ``places`` are the rows of a leaf that have a value to look through."""

    rows: RecordBatch = field(repr=False)
    texts: tuple[Array, ...] = field(repr=False)
    places: tuple[tuple[int, ...], ...]
    spare: tuple[tuple[str, ...], ...] = field(repr=False)


class Table:
    """A table on its way through: ``batches`` cuts it into values, and what each renders waits for the last."""

    def __init__(self, schema: Schema, columns: Columns, open_writer: Callable[[Sink, Schema, Table], Writer]) -> None:
        self.schema = schema
        self.leaves = leaves(schema)
        columns.check(self.leaves)
        self._columns = columns
        self._wanted = tuple(columns.wants(leaf) for leaf in self.leaves)
        self._open_writer = open_writer
        self._names: dict[str, str] = {}
        self._metadata: dict[int, dict[bytes, bytes]] = {}  # of the schema (-1) and of its fields
        #: Leaves that are no text and become text.
        self.cast = {index for index, leaf in enumerate(self.leaves)
                     if self._wanted[index] and leaf.kind is Kind.SPELLED and columns.becomes_text(leaf)}  # fmt: skip
        self._dictionaries: dict[int, dict[Any, None]] = {
            index: {} for index, leaf in enumerate(self.leaves) if pa.types.is_dictionary(leaf.type)
        }
        self._listed: set[tuple[int, str]] = set()  # what stood in dictionaries so far
        self._spelled = [index for index, leaf in enumerate(self.leaves)
                         if self._wanted[index] and leaf.kind is Kind.SPELLED]  # fmt: skip
        self._found: dict[int, Array] = {}  # of the chunk in hand
        self._spool: Spool | None = None
        self._schema: Schema | None = None
        self._groups: list[int] = []  # how many chunks each has
        self._sink = Sink()
        self._writer: Writer | None = None
        self.notes: list[str] = []

    def batches(self, groups: Iterable[Iterable[RecordBatch]]) -> Iterator[Batch]:
        """Yield the names and metadata, then the rows of each group, then what writes each group."""
        yield self._about()
        row = count = 0
        for group in groups:
            count += 1
            self._groups.append(0)
            for rows in group:
                for chunk in _cut(rows):
                    self._groups[-1] += 1
                    yield self._looked(chunk, row)
                    row += len(chunk)
        for each in range(count):
            yield Batch((), partial(self._write, each), self.notes)
        yield Batch((), self._finish, self.notes)

    # Names and metadata

    def _about(self) -> Batch:
        names = list(dict.fromkeys([*_names(self.schema), *pandas_names((self.schema.metadata or {}).get(_PANDAS))]))
        asked: list[Value] = [Value(name, (), "names of columns") for name in names]
        kept: list[tuple[int, bytes]] = []
        for place, each in enumerate([self.schema, *self.schema], -1):
            for key, value in (each.metadata or {}).items():
                if key in TECHNICAL or (place < 0 and key == _PANDAS):
                    continue
                words = _decoded(key), _decoded(value)
                if words[0] is None or words[1] is None:
                    self.notes.append("metadata that is no text was left out")
                    continue
                kept.append((place, key))
                asked += [Value(words[0], (), "metadata"), Value(words[1], (words[0],), "metadata")]
        return Batch(tuple(asked), partial(self._keep_about, names, kept), self.notes)

    def _keep_about(
        self, names: Sequence[str], kept: Sequence[tuple[int, bytes]], redacted: Sequence[Redacted]
    ) -> bytes:
        taken: set[str] = set()
        for name, new in zip(names, redacted, strict=False):
            unique = candidate = new.text
            number = 2
            while unique in taken or (unique != name and unique in names):
                unique, number = f"{candidate}_{number}", number + 1
            taken.add(unique)
            self._names[name] = unique
        if any(old != new for old, new in self._names.items()):
            self.notes.append("names of columns were redacted")
        pairs = redacted[len(names) :]
        for index, (place, key) in enumerate(kept):
            old = self._of(place).metadata[key]
            new_key, new_value = (each.text.encode() for each in pairs[2 * index : 2 * index + 2])
            if key == _SPARK and new_value != old:
                continue
            self._metadata.setdefault(place, {})[new_key] = new_value
        return b""

    def _of(self, place: int) -> Any:
        return self.schema if place < 0 else self.schema.field(place)

    def rename(self, name: str) -> str:
        """Return what a column is called in the new file."""
        return self._names.get(name, name)

    # Rows in

    def _looked(self, rows: RecordBatch, first: int) -> Batch:
        asked: list[Value] = []
        spelled: list[Array] = []
        places: list[tuple[int, ...]] = []
        spare: list[tuple[str, ...]] = []
        arrays = (array for column in rows.columns for array in flat(column))
        for index, (leaf, array) in enumerate(zip(self.leaves, arrays, strict=True)):
            if not self._wanted[index]:
                spelled.append(array)
                places.append(())
                spare.append(())
                continue
            text = texts(leaf, array)
            values = text.to_pylist()
            nested = len(leaf.path) > 1 or len(values) != len(rows)
            at = tuple(place for place, value in enumerate(values) if value)
            type_ = self._columns.type_of(leaf)
            where = f", column {leaf.column + 1}"
            context = leaf.context
            asked += [
                Value(values[place], context, f"row {first + 1 + (0 if nested else place)}{where}", type=type_)
                for place in at
            ]
            unused = self._unused(index, leaf, array, values)
            asked += [Value(value, context, f"row {first + 1}{where}", type=type_) for value in unused]
            spelled.append(text)
            places.append(at)
            spare.append(unused)
        chunk = _Chunk(rows, tuple(spelled), tuple(places), tuple(spare))
        return Batch(tuple(asked), partial(self._keep, chunk), self.notes)

    def _unused(self, index: int, leaf: Leaf, array: Array, values: Sequence[str | None]) -> tuple[str, ...]:
        """Return what stands in a dictionary and in none of the cells: categories that are kept in their order."""
        if index not in self._dictionaries or leaf.kind is not Kind.TEXT:
            return ()
        used = set(values)
        every = [value for value in texts(leaf, array.dictionary).to_pylist() if value]
        unused = tuple(value for value in every if value not in used and (index, value) not in self._listed)
        self._listed |= {(index, value) for value in every}
        return unused

    def _keep(self, chunk: _Chunk, redacted: Sequence[Redacted]) -> bytes:
        results = iter(redacted)
        arrays = (array for column in chunk.rows.columns for array in flat(column))
        new = [self._kept(index, array, chunk, results) for index, array in enumerate(arrays)]
        leaf = iter(new)
        columns = [shaped(column, leaf, self.rename) for column in chunk.rows.columns]
        if self._spool is None:
            self._spool = Spool(self._waiting())
            self._texts = Spool(pa.schema([(str(index), pa.list_(TEXT)) for index in self._spelled]))
        self._spool.write(columns)
        self._texts.write([_one_row(self._found.pop(index)) for index in self._spelled])
        return b""

    def _kept(self, index: int, array: Array, chunk: _Chunk, results: Iterator[Redacted]) -> Array:
        """Return a leaf as it waits."""
        leaf = self.leaves[index]
        if not self._wanted[index]:
            values = plain(array)
            self._learn(index, array, values)
            return values
        old = chunk.texts[index].to_pylist()
        found: dict[int, str] = {}
        for place in chunk.places[index]:
            result = next(results)
            if result.text != old[place] or result.redactions:
                found[place] = result.text
        unused = {value: next(results).text for value in chunk.spare[index]}
        if leaf.kind is Kind.TEXT:
            text = pa.array([found.get(place, value) for place, value in enumerate(old)], TEXT)
            if index in self._dictionaries:
                became = {value: found.get(place, value) for place, value in enumerate(old) if value is not None}
                became |= unused
                every = [
                    became.get(value, "") for value in texts(leaf, array.dictionary).to_pylist() if value in became
                ]
                self._dictionaries[index] |= dict.fromkeys([*every, *text.drop_null().unique().to_pylist()])
            return text
        values = plain(array)
        self._learn(index, array, values)
        if any(new != old[place] for place, new in found.items()):
            self.cast.add(index)
        self._found[index] = pa.array([found.get(place) for place in range(len(old))], TEXT)
        return blanked(values, sorted(found), nullable=leaf.nullable) if found else values

    def _learn(self, index: int, array: Array, values: Array) -> None:
        if index in self._dictionaries:
            every = plain(array.dictionary).drop_null().to_pylist() if not self._wanted[index] else []
            self._dictionaries[index] |= dict.fromkeys([*every, *values.drop_null().unique().to_pylist()])

    def _waiting(self) -> Schema:
        types = []
        for index, leaf in enumerate(self.leaves):
            text = self._wanted[index] and leaf.kind is Kind.TEXT
            types.append(TEXT if text else plain(pa.nulls(0, leaf.type)).type)
        return retyped(self.schema, iter(types), self.rename).remove_metadata()

    # Groups out

    def _write(self, group: int, redacted: Sequence[Redacted]) -> bytes:
        schema = self._final()
        if self._writer is None:
            self._writer = self._open_writer(self._sink, schema, self)
        self._writer.write(pa.Table.from_batches(list(self._read(self._groups[group])), schema))
        return self._sink.taken()

    def _read(self, count: int) -> Iterator[RecordBatch]:
        """Yield the next chunks of rows as they are written."""
        schema = self._final()
        for _ in range(count):
            if self._spool is None:
                return
            rows, found = self._spool.read(), self._texts.read()
            texts_of = dict(zip(self._spelled, (column.flatten() for column in found.columns), strict=True))
            arrays = (array for column in rows.columns for array in flat(column))
            new = iter([self._ended(index, array, texts_of.get(index)) for index, array in enumerate(arrays)])
            yield pa.RecordBatch.from_arrays([shaped(column, new) for column in rows.columns], schema=schema)

    def _ended(self, index: int, array: Array, found: Array | None) -> Array:
        """Return a leaf as it is written."""
        leaf = self.leaves[index]
        if index in self.cast:
            spelled = texts(leaf, array)
            return pc.coalesce(found, spelled).cast(pa.string())
        if index not in self._dictionaries:
            return packed(array, leaf.type)
        every = pa.array(list(self._dictionaries[index]), array.type)
        type_ = self._type(index)
        indices = pc.index_in(array, value_set=every).cast(type_.index_type)
        return pa.DictionaryArray.from_arrays(indices, packed(every, type_.value_type), ordered=type_.ordered)

    def _type(self, index: int) -> Any:
        leaf = self.leaves[index]
        if index in self.cast:
            return pa.string()
        if index not in self._dictionaries:
            return leaf.type
        fits = len(self._dictionaries[index]) <= 1 << (leaf.type.index_type.bit_width - 1)
        index_type = leaf.type.index_type if fits else pa.int32()
        return pa.dictionary(index_type, leaf.type.value_type, leaf.type.ordered)

    def _final(self) -> Schema:
        if self._schema is None:
            types = [self._type(index) for index in range(len(self.leaves))]
            bare = retyped(self.schema, iter(types), self.rename)
            changed = {self.leaves[index].column for index in self.cast}
            fields = [each.with_metadata(self._about_field(place, cast=place in changed))
                      for place, each in enumerate(bare)]  # fmt: skip
            self._schema = pa.schema(fields, metadata=self._about_table() or None)
        return self._schema

    def _about_field(self, place: int, *, cast: bool) -> dict[bytes, bytes] | None:
        return technical(self.schema.field(place), same_type=not cast) | self._metadata.get(place, {}) or None

    def _about_table(self) -> dict[bytes, bytes]:
        kept = dict(self._metadata.get(-1, {}))
        if self.cast or any(old != new for old, new in self._names.items()):
            kept.pop(_SPARK, None)  # it tells the types, and Spark would believe it
        cast = {self.leaves[index].path[0] for index in self.cast}
        pandas = pandas_metadata((self.schema.metadata or {}).get(_PANDAS), cast=cast, rename=self.rename)
        return kept | ({_PANDAS: pandas} if pandas else {})

    def _finish(self, redacted: Sequence[Redacted]) -> bytes:
        if self._writer is None:
            self._writer = self._open_writer(self._sink, self._final(), self)
        self._writer.close()
        if self._spool:
            self._spool.close()
            self._texts.close()
        for index in sorted(self.cast):
            self.notes.append(f"column {self.leaves[index].said} became text")
        return self._sink.taken()


def _one_row(array: Array) -> Array:
    return pa.ListArray.from_arrays(pa.array([0, len(array)], pa.int32()), array)


def _cut(rows: RecordBatch) -> Iterator[RecordBatch]:
    """Yield rows in pieces of a size to be looked through together."""
    rows.validate(full=True)  # or a wrong offset in a hostile file would be followed, by ``nbytes`` already
    count = len(rows)
    size = max(1, min(_ROWS, count * _BYTES // max(1, rows.nbytes)))
    for start in range(0, count, size):
        yield rows.slice(start, size)


def _decoded(data: bytes) -> str | None:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


def _names(fields: Iterable[Any]) -> Iterator[str]:
    for each in fields:
        yield each.name
        yield from _inner_names(each.type)


def _inner_names(type_: Any) -> Iterator[str]:
    if isinstance(type_, pa.BaseExtensionType):
        yield from _inner_names(type_.storage_type)
    elif pa.types.is_struct(type_):
        yield from _names(type_.field(index) for index in range(type_.num_fields))
    elif pa.types.is_map(type_):
        yield from (*_inner_names(type_.key_type), *_inner_names(type_.item_type))
    elif pa.types.is_nested(type_) and not pa.types.is_union(type_):
        yield from _inner_names(type_.value_type)
