"""Arrow columns as texts: taken apart into flat arrays, each value spelled, and put together again.

A leaf is what holds values: a column, or a field of a struct, the items of a list, the keys of a map in it. What lies
hidden behind a null (a list's items, a struct's fields, the bytes of a string) is dropped on the way.

pyarrow is an optional guest: this module imports it, and is imported where a table turns up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeAlias

import pyarrow as pa
import pyarrow.compute as pc

from deckname.errors import InvalidRequest, InvalidText

Array: TypeAlias = Any  # pyarrow ships no types
Type: TypeAlias = Any
Schema: TypeAlias = Any
RecordBatch: TypeAlias = Any

#: What all leaves are spelled as; 64-bit offsets, so that no batch is too large.
TEXT = pa.large_string()
#: From here on a float does not hold every whole number.
_WHOLE = float(1 << 53)


#: Metadata of fields that is numbers and names of types; any other may hold anything.
TECHNICAL = (b"PARQUET:field_id", b"ARROW:extension:name", b"ARROW:extension:metadata")


class Kind(Enum):
    """What a leaf holds: text; what can be spelled, like a number; or what tells of nobody, like a truth value."""

    TEXT = "text"
    SPELLED = "spelled"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Leaf:
    """Where values stand: ``path`` are the names from the column down, ``column`` is its place in the table, from 0."""

    path: tuple[str, ...] = field(repr=False)
    column: int
    type: Type
    kind: Kind
    nullable: bool = True

    @property
    def name(self) -> str:
        """The path as one word: ``address.street``."""
        return ".".join(self.path)

    @property
    def context(self) -> tuple[str, ...]:
        """Words that name what stands in the leaf."""
        return tuple(dict.fromkeys((self.name, self.path[-1])))

    @property
    def said(self) -> str:
        """The leaf's name for people, or the column's number where the name may be personal data itself."""
        return self.name if _WORD.fullmatch(self.name) and not _DIGITS.search(self.name) else f"{self.column + 1}"


_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_ .\-]{0,63}")
_DIGITS = re.compile(r"\d{4}|\d[ .\-]?\d[ .\-]?\d[ .\-]?\d")


def leaves(schema: Schema) -> tuple[Leaf, ...]:
    """Return the leaves of a table in the order in which ``flat`` yields them.

    >>> schema = pa.schema({"id": pa.int64(), "tags": pa.list_(pa.string()), "ok": pa.bool_()})
    >>> [(leaf.name, leaf.kind.value) for leaf in leaves(schema)]
    [('id', 'spelled'), ('tags', 'text'), ('ok', 'silent')]

    Raises:
        InvalidRequest: a column is of a type that cannot be looked through.
    """
    return tuple(leaf for column, each in enumerate(schema) for leaf in _leaves(each, (each.name,), column))


def _leaves(each: Any, path: tuple[str, ...], column: int) -> Iterator[Leaf]:
    inner = _inner(each.type)
    if inner is None:
        leaf = Leaf(path, column, each.type, Kind.SILENT, each.nullable)
        yield Leaf(path, column, each.type, _kind(each.type, leaf.said), each.nullable)
        return
    for child in inner:
        # What a struct's fields are called says what they hold; "item", "key" and "value" of lists and maps do not.
        yield from _leaves(child, (*path, child.name) if pa.types.is_struct(each.type) else path, column)


def _inner(type_: Type) -> list[Any] | None:
    """Return the fields of a nested type; None for a leaf."""
    if isinstance(type_, pa.BaseExtensionType):
        return [pa.field("storage", type_.storage_type)] if _inner(type_.storage_type) is not None else None
    if pa.types.is_struct(type_):
        return [type_.field(index) for index in range(type_.num_fields)] or None
    if pa.types.is_map(type_):
        return [type_.key_field, type_.item_field]
    if _is_list(type_):
        return [type_.value_field]
    return None


def _is_list(type_: Type) -> bool:
    types = pa.types
    return bool(
        types.is_list(type_) or types.is_large_list(type_) or types.is_fixed_size_list(type_)
        or types.is_list_view(type_) or types.is_large_list_view(type_)
    )  # fmt: skip


def value_type(type_: Type) -> Type:
    """Return what stands in a leaf's cells once dictionary, run-end encoding and extension are taken off."""
    while True:
        if isinstance(type_, pa.BaseExtensionType):
            type_ = type_.storage_type
        elif pa.types.is_dictionary(type_) or pa.types.is_run_end_encoded(type_):
            type_ = type_.value_type
        else:
            return type_


def _kind(type_: Type, said: str) -> Kind:
    types, type_ = pa.types, value_type(type_)
    if _is_text(type_) or _is_bytes(type_):
        return Kind.TEXT
    spelled = (types.is_integer, types.is_floating, types.is_decimal, types.is_date, types.is_timestamp,
               types.is_fixed_size_binary)  # fmt: skip
    if any(is_one(type_) for is_one in spelled):
        return Kind.SPELLED
    silent = (types.is_boolean, types.is_null, types.is_time, types.is_duration, types.is_interval)
    if any(is_one(type_) for is_one in silent) or (types.is_struct(type_) and not type_.num_fields):
        return Kind.SILENT
    raise InvalidRequest(f"column {said} is a {_family(type_)}, which cannot be looked through; leave the column out")


def _family(type_: Type) -> str:
    return re.sub(r"\W.*", "", str(type_), flags=re.DOTALL)


def _is_text(type_: Type) -> bool:
    return bool(pa.types.is_string(type_) or pa.types.is_large_string(type_) or pa.types.is_string_view(type_))


def _is_bytes(type_: Type) -> bool:
    return bool(pa.types.is_binary(type_) or pa.types.is_large_binary(type_) or pa.types.is_binary_view(type_))


def flat(array: Array) -> Iterator[Array]:
    """Yield the flat arrays of a column, one a leaf."""
    opened = _opened(array)
    if opened is None:
        yield array
        return
    for child in opened[0]:
        yield from flat(child)


def _itself(name: str) -> str:
    return name


def shaped(array: Array, new: Iterator[Array], rename: Callable[[str], str] = _itself) -> Array:
    """Return a column of the same shape over ``new`` leaves; each has its old length, and may have another type."""
    opened = _opened(array, rename)
    if opened is None:
        return next(new)
    children, close = opened
    return close([shaped(child, new, rename) for child in children])


Close: TypeAlias = Callable[[Sequence[Array]], Array]


def _opened(array: Array, rename: Callable[[str], str] = _itself) -> tuple[list[Array], Close] | None:
    """Return the children of a nested array without what nulls hide, and how others are put in their place."""
    type_ = array.type
    if _inner(type_) is None:
        return None
    if isinstance(type_, pa.BaseExtensionType):
        return [array.storage], lambda new: _extended(type_, new[0])
    if pa.types.is_struct(type_):
        return _struct(array, rename)
    if pa.types.is_map(type_):
        return _map(array)
    if pa.types.is_fixed_size_list(type_):
        return _fixed_list(array)
    return _list(array)


def _extended(type_: Type, storage: Array) -> Array:
    return pa.ExtensionArray.from_storage(type_, storage) if storage.type == type_.storage_type else storage


def _mask(array: Array) -> Array | None:
    return array.is_null() if array.null_count else None


def _struct(array: Array, rename: Callable[[str], str]) -> tuple[list[Array], Close]:
    fields = [array.type.field(index) for index in range(array.type.num_fields)]
    # A field that may not be null keeps what a null struct hides: it is looked through like all else.
    masked = array.flatten()
    children = [masked[index] if each.nullable else array.field(index) for index, each in enumerate(fields)]

    def close(new: Sequence[Array]) -> Array:
        typed = [
            each.with_type(child.type).with_name(rename(each.name)) for each, child in zip(fields, new, strict=True)
        ]
        return pa.StructArray.from_arrays(list(new), fields=typed, mask=_mask(array))

    return children, close


def _offsets(array: Array, type_: Type) -> Array:
    lengths = pc.fill_null(pc.list_value_length(array), 0)
    return pa.concat_arrays([pa.array([0], type_), pc.cumulative_sum(lengths).cast(type_)])


def _list(array: Array) -> tuple[list[Array], Close]:
    type_ = array.type
    large = pa.types.is_large_list(type_) or pa.types.is_large_list_view(type_)
    view = pa.types.is_list_view(type_) or pa.types.is_large_list_view(type_)
    offsets = _offsets(array, pa.int64() if large else pa.int32())

    def close(new: Sequence[Array]) -> Array:
        item = type_.value_field.with_type(new[0].type)
        if view:
            make, typed = (
                (pa.LargeListViewArray, pa.large_list_view(item)) if large
                else (pa.ListViewArray, pa.list_view(item))
            )  # fmt: skip
            sizes = pc.subtract(offsets[1:], offsets[:-1])
            return make.from_arrays(offsets[:-1], sizes, new[0], type=typed, mask=_mask(array))
        make, typed = (pa.LargeListArray, pa.large_list(item)) if large else (pa.ListArray, pa.list_(item))
        return make.from_arrays(offsets, new[0], type=typed, mask=_mask(array))

    return [array.flatten()], close


def _fixed_list(array: Array) -> tuple[list[Array], Close]:
    type_ = array.type
    size = type_.list_size
    values = array.values.slice(array.offset * size, len(array) * size)
    if array.null_count and type_.value_field.nullable:
        hidden = [row * size + item for row, gone in enumerate(array.is_null().to_pylist()) if gone
                  for item in range(size)]  # fmt: skip
        places: list[int | None] = list(range(len(values)))
        for place in hidden:
            places[place] = None
        values = values.take(pa.array(places, pa.int64()))

    def close(new: Sequence[Array]) -> Array:
        typed = pa.list_(type_.value_field.with_type(new[0].type), size)
        return pa.FixedSizeListArray.from_arrays(new[0], type=typed, mask=_mask(array))

    return [values], close


def _map(array: Array) -> tuple[list[Array], Close]:
    type_ = array.type
    # Cast to what it is underneath, a list of pairs; `keys` and `items` know nothing of slices and nulls.
    pair = pa.struct([type_.key_field, type_.item_field])
    listed = array.cast(pa.list_(pa.field("entries", pair, nullable=False)))
    entries = listed.flatten()
    offsets = _offsets(listed, pa.int32())

    def close(new: Sequence[Array]) -> Array:
        keys, items = new
        typed = pa.map_(type_.key_field.with_type(keys.type), type_.item_field.with_type(items.type), type_.keys_sorted)
        return pa.MapArray.from_arrays(offsets, keys, items, type=typed, mask=_mask(array))

    return [entries.field(0), entries.field(1)], close


def plain(array: Array) -> Array:
    """Return a leaf without dictionary, run-end encoding, extension, and what nulls hide or lies beyond its end."""
    array = _plain(array)
    if pa.types.is_string_view(array.type):
        array = array.cast(TEXT)
    elif pa.types.is_binary_view(array.type):
        array = array.cast(pa.large_binary())
    if pa.types.is_null(array.type) or pa.types.is_struct(array.type):
        return array
    # A slice is copied too: Arrow writes up to 64 bytes beyond its end.
    valid = array.is_valid()
    places = pc.subtract(pc.cumulative_sum(valid.cast(pa.int64())), 1)
    return array.drop_null().take(pc.if_else(valid, places, pa.scalar(None, pa.int64())))


def texts(leaf: Leaf, array: Array) -> Array:
    """Return the values of a leaf as texts, null where they are null.

    Whole floats are spelled without a point, since tools store whole numbers as floats where some are missing; a point
    in time at midnight is a date.

    >>> texts(leaves(pa.schema({"n": pa.float64()}))[0], pa.array([5550100.0, 1.5, None])).to_pylist()
    ['5550100', '1.5', None]

    Raises:
        InvalidText: bytes that are no UTF-8.
    """
    array = plain(array)
    if leaf.kind is Kind.SPELLED:
        return _spelled(array, uuid=str(leaf.type) == "extension<arrow.uuid>")
    problem = False
    try:
        if _is_bytes(array.type):
            array = array.cast(pa.large_binary())
        text = array.cast(TEXT)
        text.validate(full=True)
    except pa.ArrowInvalid:
        problem = True
    if problem:  # outside the handler: the error may quote the bytes
        raise InvalidText(f"column {leaf.said} holds bytes that are no text in UTF-8; leave the column out")
    return text


def _plain(array: Array) -> Array:
    """Take dictionary, run-end encoding and extension off."""
    while True:
        if isinstance(array.type, pa.BaseExtensionType):
            array = array.storage
        elif pa.types.is_dictionary(array.type):
            array = array.dictionary_decode()
        elif pa.types.is_run_end_encoded(array.type):
            array = pc.run_end_decode(array)
        else:
            return array


_MIDNIGHT = r"^(\d{4}-\d\d-\d\d) 00:00:00(?:\.0+)?(?:Z|[+-]\d{4})?$"


def _spelled(array: Array, *, uuid: bool) -> Array:
    type_ = array.type
    if pa.types.is_floating(type_):
        return _floats(array.cast(pa.float64()))
    if pa.types.is_fixed_size_binary(type_):
        return pa.array([None if each is None else _hex(each, uuid=uuid) for each in array.to_pylist()], TEXT)
    spelled = array.cast(TEXT)
    return pc.replace_substring_regex(spelled, _MIDNIGHT, r"\1") if pa.types.is_timestamp(type_) else spelled


def _floats(array: Array) -> Array:
    small = pc.and_(pc.less(pc.abs(array), _WHOLE), pc.equal(pc.floor(array), array))
    whole = pc.if_else(small, array, 0.0).cast(pa.int64()).cast(TEXT)
    return pc.if_else(small, whole, array.cast(TEXT))


def _hex(each: bytes, *, uuid: bool) -> str:
    """Return bytes of a fixed number as text where they are that, or else in hexadecimal digits.

    >>> _hex(b"555-0100", uuid=False), _hex(bytes([255, 1]), uuid=False)
    ('555-0100', 'ff01')
    """
    if uuid:
        digits = each.hex()
        return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
    try:
        text = each.decode()
    except UnicodeDecodeError:
        return each.hex()
    return text.rstrip("\0") if text.rstrip("\0").isprintable() else each.hex()


def blanked(values: Array, places: Sequence[int], *, nullable: bool) -> Array:
    """Return numbers with none at the places where something was found; zero where one must be."""
    blank = set(places)
    mask = pa.array([place in blank for place in range(len(values))])
    zero = pa.scalar(None, values.type)
    if not nullable:
        width = (values.type.bit_width + 7) // 8
        zero = pa.Array.from_buffers(values.type, 1, [None, pa.py_buffer(bytes(width))])[0]
    return plain(pc.if_else(mask, zero, values))


def packed(text: Array, type_: Type, *, order: Array | None = None) -> Array:
    """Return plain values as a leaf's type has them: as bytes, with an extension, in a dictionary of that ``order``."""
    if isinstance(type_, pa.BaseExtensionType):
        return _extended(type_, packed(text, type_.storage_type, order=order))
    if pa.types.is_dictionary(type_):
        every = (text if order is None else order).drop_null().unique()
        indices = pc.index_in(text, value_set=every).cast(type_.index_type)
        return pa.DictionaryArray.from_arrays(indices, packed(every, type_.value_type), ordered=type_.ordered)
    if pa.types.is_run_end_encoded(type_):
        encoded = pc.run_end_encode(text, run_end_type=type_.run_end_type)
        return pa.RunEndEncodedArray.from_arrays(encoded.run_ends, packed(encoded.values, type_.value_type))
    if _is_bytes(type_):
        text = text.cast(pa.large_binary())
    return text.cast(type_)


def retyped(schema: Schema, types: Iterator[Type], rename: Callable[[str], str] = _itself) -> Schema:
    """Return a schema with other types for its leaves, in order, as ``shaped`` makes them.

    Names, nullability and the table's metadata stay; of what fields within fields have, what is technical.
    """
    fields = [each.with_type(_retyped(each.type, types, rename)).with_name(rename(each.name)) for each in schema]
    return pa.schema(fields, metadata=schema.metadata)


def _retyped(type_: Type, types: Iterator[Type], rename: Callable[[str], str]) -> Type:
    inner = _inner(type_)
    if inner is None:
        return next(types)
    if isinstance(type_, pa.BaseExtensionType):
        storage = _retyped(type_.storage_type, types, rename)
        return type_ if storage == type_.storage_type else storage
    fields = []
    for each in inner:
        new = _retyped(each.type, types, rename)
        fields.append(each.with_type(new).with_metadata(technical(each, same_type=new == each.type) or None))
    if pa.types.is_struct(type_):
        return pa.struct([each.with_name(rename(each.name)) for each in fields])
    if pa.types.is_map(type_):
        return pa.map_(fields[0], fields[1], type_.keys_sorted)
    if pa.types.is_fixed_size_list(type_):
        return pa.list_(fields[0], type_.list_size)
    makers = (
        (pa.types.is_list_view, pa.list_view), (pa.types.is_large_list_view, pa.large_list_view),
        (pa.types.is_large_list, pa.large_list),
    )  # fmt: skip
    return next((make for is_one, make in makers if is_one(type_)), pa.list_)(fields[0])


def technical(each: Any, *, same_type: bool) -> dict[bytes, bytes]:
    """Return the metadata of a field that says nothing of anybody; the name of an extension goes with its type."""
    kept = TECHNICAL if same_type else TECHNICAL[:1]
    return {key: value for key, value in (each.metadata or {}).items() if key in kept}
