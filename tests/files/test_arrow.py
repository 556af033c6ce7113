"""Arrow files and streams: what is special to them; the rest they share with parquet."""

from __future__ import annotations

import io
from typing import Any

import pyarrow as pa
import pyarrow.feather as feather
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckname.errors import DecknameError, InvalidRequest
from deckname.files import format_of
from deckname.files.arrow import Arrow
from tests.files.driving import redacted, unchanged
from tests.files.test_parquet import PEOPLE, TRACES

Table = Any
KINDS = {"file": (pa.ipc.new_file, pa.ipc.open_file), "stream": (pa.ipc.new_stream, pa.ipc.open_stream)}


def written(table: Table, kind: str = "file", codec: str | None = None, rows: int = 2) -> bytes:
    sink = io.BytesIO()
    options = pa.ipc.IpcWriteOptions(compression=codec)
    with KINDS[kind][0](sink, table.schema, options=options) as writer:
        writer.write_table(table, max_chunksize=rows)
    return sink.getvalue()


def read(content: bytes, kind: str = "file") -> Table:
    return KINDS[kind][1](io.BytesIO(content)).read_all()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("codec", [None, "lz4", "zstd"])
def test_batches_kind_and_codec_stay(kind: str, codec: str | None) -> None:
    table = pa.table({"a": ["John Smith " + "x" * 2_000, "b", "c"]})
    content = redacted(Arrow(), written(table, kind, codec))
    new = read(content, kind)
    assert new["a"].to_pylist() == ["<PERSON> " + "x" * 2_000, "b", "c"]
    assert [len(each) for each in new.to_batches()] == [2, 1]
    assert (len(content) < 2_000) is (codec is not None)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_column_is_looked_through(kind: str) -> None:
    content = redacted(Arrow(), written(PEOPLE, kind))
    for trace in TRACES:
        assert trace not in content
    new = read(content, kind)
    assert new["phone"].to_pylist() == ["<PHONE_NUMBER>", None, "7"]
    assert new["owner"].to_pylist() == ["<PERSON>", "b", "b"]
    assert new.schema.field("owner").type == PEOPLE.schema.field("owner").type


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("table", [PEOPLE, PEOPLE.slice(0, 0)])
def test_a_table_without_personal_data_comes_back_equal(kind: str, table: Table) -> None:
    assert read(unchanged(Arrow(), written(table, kind)), kind).equals(table)


def test_types_that_parquet_lacks_stay() -> None:
    table = pa.table(
        {
            "view": pa.array(["John Smith", None], pa.string_view()),
            "large": pa.array(["John Smith", "b"], pa.large_string()),
            "views": pa.array([["John Smith"], None], pa.list_view(pa.string())),
        }
    )
    new = read(redacted(Arrow(), written(table)))
    assert new.schema == table.schema
    assert new.to_pylist()[0] == {"view": "<PERSON>", "large": "<PERSON>", "views": ["<PERSON>"]}


def test_what_a_null_hides_is_not_written() -> None:
    gone = pa.ListArray.from_arrays([0, 1, 2], pa.array(["a", "John Smith"]), mask=pa.array([False, True]))
    text = pa.Array.from_buffers(pa.string(), 2, [pa.py_buffer(b"\x01"), *pa.array(["a", "John Smith"]).buffers()[1:]])
    number = pa.Array.from_buffers(
        pa.int64(), 2, [pa.py_buffer(b"\x01"), pa.array([1, 5550100123], pa.int64()).buffers()[1]]
    )
    table = pa.table({"list": gone, "text": text, "number": number})
    before = written(table)
    assert b"John Smith" in before and (5550100123).to_bytes(8, "little") in before
    after = unchanged(Arrow(), before)
    assert b"John Smith" not in after and (5550100123).to_bytes(8, "little") not in after
    assert read(after).equals(table)


def test_a_value_that_only_a_dictionary_holds_is_redacted() -> None:
    column = pa.DictionaryArray.from_arrays(pa.array([0]), pa.array(["a", "John Smith"]))
    for kind in KINDS:
        content = redacted(Arrow(), written(pa.table({"a": column}), kind))
        assert b"John" not in content
        assert read(content, kind)["a"].to_pylist() == ["a"]


def test_dictionaries_that_change_from_batch_to_batch_become_one() -> None:
    schema = pa.schema({"a": pa.dictionary(pa.int8(), pa.string())})
    sink = io.BytesIO()
    with pa.ipc.new_stream(sink, schema) as writer:
        for values in (["a", "John Smith"], ["c", "a"]):
            writer.write_batch(pa.record_batch([pa.array(values, schema.field("a").type)], schema=schema))
    new = read(redacted(Arrow(), sink.getvalue()), "stream")
    assert new["a"].to_pylist() == ["a", "<PERSON>", "c", "a"]
    assert new.schema.field("a").type == schema.field("a").type


def test_feather_of_version_2_is_an_arrow_file_and_version_1_is_refused() -> None:
    sink = io.BytesIO()
    feather.write_feather(pa.table({"a": ["John Smith"]}), sink)
    assert read(redacted(Arrow(), sink.getvalue()))["a"].to_pylist() == ["<PERSON>"]
    with pytest.raises(InvalidRequest, match="Feather of version 1"):
        redacted(Arrow(), b"FEA1" + b"\0" * 20)


@given(st.data())
def test_a_damaged_file_is_an_error_of_ours_without_its_text(data: st.DataObject) -> None:
    content = bytearray(_DAMAGED)
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        redacted(Arrow(), bytes(content[: data.draw(st.integers(0, len(content)))]))
    except DecknameError as error:
        assert not any(trace.decode() in f"{error!r} {error.facts}" for trace in TRACES)
        assert error.__context__ is None and error.__cause__ is None


_DAMAGED = written(PEOPLE.select(["mail", "phone", "note"]))


def test_a_file_that_is_no_arrow_file_is_refused() -> None:
    for content in (b"", b"ARROW1", b"ARROW1\0\0" + b"\0" * 30, b"text that is none"):
        with pytest.raises(InvalidRequest, match="damaged"):
            redacted(Arrow(), content)


def test_arrow_is_known_by_ending_and_by_its_first_bytes() -> None:
    assert format_of("people.feather", b"") == "arrow"
    assert format_of("part-00000", written(PEOPLE)[:8000]) == "arrow"
