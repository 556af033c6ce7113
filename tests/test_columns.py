"""Any Arrow column: taken apart and put together again it is what it was."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckname.columns import TEXT, Kind, flat, leaves, packed, plain, retyped, shaped, texts
from deckname.errors import InvalidRequest, InvalidText

Array = Any
TEXT_TYPE = pa.string()

COLUMNS: dict[str, Array] = {
    "string": pa.array(["a", None, ""]),
    "large string": pa.array(["a", None], pa.large_string()),
    "string view": pa.array(["a", None, "longer than twelve bytes"], pa.string_view()),
    "binary": pa.array([b"a", None]),
    "binary view": pa.array([b"a", None], pa.binary_view()),
    "categories": pa.array(["a", "b", "a", None], pa.dictionary(pa.int8(), TEXT_TYPE)),
    "categories of numbers": pa.array([5, 6, 5], pa.dictionary(pa.int32(), pa.int64())),
    "runs": pc.run_end_encode(pa.array(["a", "a", None])),
    "list": pa.array([["a", None], None, [], ["c"]]),
    "large list": pa.array([[1], None, [3, 4]], pa.large_list(pa.int64())),
    "list of a fixed size": pa.array([["a", "b"], None, ["c", "d"]], pa.list_(TEXT_TYPE, 2)),
    "list view": pa.array([["a"], None, ["b", "c"]], pa.list_view(TEXT_TYPE)),
    "map": pa.array([[("a", 1)], None, [("b", 2), ("c", None)]], pa.map_(TEXT_TYPE, pa.int64())),
    "struct": pa.array([{"x": "a", "y": [{"z": 1.0}]}, None, {"x": None, "y": None}]),
    "empty struct": pa.array([{}, None], pa.struct([])),
    "uuid": pa.ExtensionArray.from_storage(pa.uuid(), pa.array([bytes(range(16))], pa.binary(16))),
    "time stamp": pa.array([dt.datetime(1990, 1, 1), None], pa.timestamp("us", "UTC")),
    "date": pa.array([dt.date(1990, 1, 1), None]),
    "decimal": pa.array([Decimal("12.30"), None]),
    "half float": pa.array([1.5, None], pa.float16()),
    "large number": pa.array([2**64 - 1], pa.uint64()),
    "nothing": pa.nulls(2),
    "truth": pa.array([True, None]),
}


def again(array: Array) -> Array:
    """Take an array apart, spell its texts, and put it together again."""
    found = leaves(pa.schema([pa.field("column", array.type)]))
    new = [
        packed(texts(leaf, each), leaf.type) if leaf.kind is Kind.TEXT else packed(plain(each), leaf.type)
        for leaf, each in zip(found, flat(array), strict=True)
    ]
    return shaped(array, iter(new))


@pytest.mark.parametrize("kind", COLUMNS)
@pytest.mark.parametrize("part", [slice(None), slice(1, None), slice(0, 0)], ids=["whole", "sliced", "empty"])
def test_a_column_put_together_again_is_the_same(kind: str, part: slice) -> None:
    array = COLUMNS[kind][part]
    new = again(array)
    new.validate(full=True)
    assert new.type == array.type
    assert new.to_pylist() == array.to_pylist()


@pytest.mark.parametrize("kind", COLUMNS)
def test_the_schema_of_spelled_leaves_is_that_of_the_columns(kind: str) -> None:
    array = COLUMNS[kind]
    schema = pa.schema([pa.field("column", array.type)])
    found = leaves(schema)
    spelled = [each if leaf.kind is Kind.SILENT else texts(leaf, each)
               for leaf, each in zip(found, flat(array), strict=True)]  # fmt: skip
    new = shaped(array, iter(spelled))
    new.validate(full=True)
    assert new.type == retyped(schema, iter([each.type for each in spelled])).field(0).type
    assert len(new) == len(array)


def _lists(values: Array) -> st.SearchStrategy[Array]:
    cuts = st.lists(st.integers(0, len(values)), max_size=4).map(lambda inner: sorted([0, *inner, len(values)]))
    return cuts.flatmap(
        lambda offsets: st.lists(st.booleans(), min_size=len(offsets) - 1, max_size=len(offsets) - 1).map(
            lambda gone: pa.ListArray.from_arrays(
                pa.array(offsets, pa.int32()), values, mask=pa.array(gone, pa.bool_())
            )
        )
    )


def _structs(values: Array) -> Array:
    gone = pa.array([place % 3 == 1 for place in range(len(values))], pa.bool_())
    return pa.StructArray.from_arrays([values, values], ["x", "y"], mask=gone)


_leaf = st.one_of(st.none(), st.text(max_size=5))
_nested = st.recursive(
    st.lists(_leaf, max_size=6).map(lambda values: pa.array(values, TEXT_TYPE)),
    lambda inner: st.one_of(inner.flatmap(_lists), inner.map(_structs)),
    max_leaves=3,
)


@given(_nested, st.integers(0, 3))
def test_nested_columns_survive_with_nulls_and_slices(array: Array, start: int) -> None:
    new = again(array[start:])
    new.validate(full=True)
    assert new.to_pylist() == array[start:].to_pylist()


def test_what_nulls_hide_is_dropped() -> None:
    gone = pa.array([False, True])
    numbers = pa.Array.from_buffers(pa.int64(), 2, [pa.py_buffer(b"\x01"), pa.array([1, 4000001]).buffers()[1]])
    strings = pa.array(["a", "secret"])
    hiding = {
        "list": pa.ListArray.from_arrays([0, 1, 2], strings, mask=gone),
        "fixed": pa.FixedSizeListArray.from_arrays(strings, 1, mask=gone),
        "struct": pa.StructArray.from_arrays([strings], ["x"], mask=gone),
        "map": pa.MapArray.from_arrays([0, 1, 2], strings, strings, mask=gone),
        "numbers": numbers,
    }
    for array in hiding.values():
        new = again(array)
        assert new.to_pylist() == array.to_pylist()
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, pa.schema([pa.field("column", array.type)])) as writer:
            writer.write_batch(pa.RecordBatch.from_arrays([new], names=["column"]))
        written = sink.getvalue().to_pybytes()
        assert b"secret" not in written
        assert (4000001).to_bytes(8, "little") not in written


def test_numbers_are_spelled_as_people_write_them() -> None:
    def spelled(array: Array) -> list[str | None]:
        (leaf,) = leaves(pa.schema([pa.field("column", array.type)]))
        text = texts(leaf, array)
        assert text.type == TEXT
        values: list[str | None] = text.to_pylist()
        return values

    assert spelled(pa.array([5550100.0, 0.5, float("inf"), 2.0**60, None, -3.0])) == [
        "5550100", "0.5", "inf", "1.152921504606847e+18", None, "-3",
    ]  # fmt: skip
    midnight, noon = dt.datetime(1990, 1, 1), dt.datetime(1990, 1, 1, 12)
    assert spelled(pa.array([midnight, noon], pa.timestamp("s"))) == ["1990-01-01", "1990-01-01 12:00:00"]
    assert spelled(pa.array([midnight], pa.timestamp("ns", "UTC"))) == ["1990-01-01"]
    assert spelled(COLUMNS["uuid"]) == ["00010203-0405-0607-0809-0a0b0c0d0e0f"]
    assert spelled(pa.array([b"555-0100"], pa.binary(8))) == ["555-0100"]


def test_bytes_that_are_no_text_are_refused_without_a_word_of_them() -> None:
    for array in (pa.array([b"secret \xff"]), pa.array([b"secret \xff"], pa.large_binary())):
        (leaf,) = leaves(pa.schema([pa.field("photo", array.type)]))
        with pytest.raises(InvalidText, match="column photo holds bytes") as caught:
            texts(leaf, array)
        assert "secret" not in repr(caught.value) and caught.value.__context__ is None


def test_a_union_is_refused() -> None:
    union = pa.UnionArray.from_sparse(pa.array([0], pa.int8()), [pa.array(["a"])])
    with pytest.raises(InvalidRequest, match="column either is a sparse_union"):
        leaves(pa.schema([pa.field("either", union.type)]))


@pytest.mark.parametrize("name", ["john.smith@example.org", "555-010-0199", "John\nSmith", "Zoë"])
def test_a_name_that_may_be_personal_data_is_not_said(name: str) -> None:
    (leaf,) = leaves(pa.schema([pa.field(name, TEXT_TYPE)]))
    assert leaf.said == "1"
    assert name not in repr(leaf)
