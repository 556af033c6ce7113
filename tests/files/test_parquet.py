"""Parquet files: same rows, schema and layout; nothing that was found is left in any byte."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckname.errors import DecknameError, InvalidRequest
from deckname.files import format_of
from deckname.files.parquet import Parquet
from deckname.policy import Policy
from tests.files.driving import DETECTOR, batches, redacted, unchanged

Table = Any
TRACES = (b"John", b"ada@", b"5550100")


def written(table: Table, **layout: Any) -> bytes:
    sink = io.BytesIO()
    pq.write_table(table, sink, **layout)
    return sink.getvalue()


def read(content: bytes) -> Table:
    return pq.read_table(io.BytesIO(content))


def after(table: Table, format_: Parquet | None = None, **layout: Any) -> Table:
    return read(redacted(format_ or Parquet(), written(table, **layout)))


PEOPLE = pa.table(
    {
        "id": [1, 2, 3],
        "mail": ["ada@example.org", None, "none"],
        "phone": pa.array([5550100123, None, 7]),
        "price": [1.5, None, 2.0],
        "note": pa.array([{"by": "John Smith", "tags": ["John Smith", "x"]}, None, {"by": None, "tags": None}]),
        "owner": pa.array(["John Smith", "b", "b"]).dictionary_encode(),
        "raw": pa.array([b"John Smith", b"x", None]),
        "more": pa.array([[("John Smith", 5550100123)], None, [("a", 1)]], pa.map_(pa.string(), pa.int64())),
        "ok": [True, None, False],
    }
)


def test_every_kind_of_column_is_looked_through() -> None:
    content = redacted(Parquet(), written(PEOPLE, row_group_size=2))
    assert read(content).to_pylist() == [
        {
            "id": 1, "mail": "<EMAIL_ADDRESS>", "phone": "<PHONE_NUMBER>", "price": 1.5,
            "note": {"by": "<PERSON>", "tags": ["<PERSON>", "x"]}, "owner": "<PERSON>", "raw": b"<PERSON>",
            "more": [("<PERSON>", "<PHONE_NUMBER>")], "ok": True,
        },
        {
            "id": 2, "mail": None, "phone": None, "price": None, "note": None, "owner": "b", "raw": b"x",
            "more": None, "ok": None,
        },
        {
            "id": 3, "mail": "none", "phone": "7", "price": 2.0, "note": {"by": None, "tags": None}, "owner": "b",
            "raw": None, "more": [("a", "1")], "ok": False,
        },
    ]  # fmt: skip
    for trace in TRACES:
        assert trace not in content


def test_types_stay_unless_something_is_found_in_a_number() -> None:
    before, new = PEOPLE.schema, after(PEOPLE).schema
    assert new.names == before.names
    assert {name for name in new.names if new.field(name).type != before.field(name).type} == {"phone", "more"}
    assert new.field("phone").type == pa.string()
    assert new.field("more").type == pa.map_(pa.string(), pa.string())


def test_a_column_that_becomes_text_is_reported_by_its_name() -> None:
    found = batches(Parquet(), written(PEOPLE))
    from deckname.redact import redact

    for batch in found:
        batch.render([redact(value.text, DETECTOR.detect(value.text).spans) for value in batch.values])
    assert list(found[-1].notes) == ["column phone became text", "column more became text"]


def test_a_column_becomes_text_in_all_its_row_groups_wherever_the_value_stands() -> None:
    table = pa.table({"phone": [*range(99), 5550100123]})
    new = after(table, row_group_size=10)
    assert new["phone"].to_pylist() == [*map(str, range(99)), "<PHONE_NUMBER>"]


@pytest.mark.parametrize("codec", ["NONE", "SNAPPY", "GZIP", "ZSTD", "LZ4", "BROTLI"])
def test_row_groups_and_codec_stay(codec: str) -> None:
    content = redacted(Parquet(), written(PEOPLE, compression=codec, row_group_size=2))
    metadata = pq.ParquetFile(io.BytesIO(content)).metadata
    assert [metadata.row_group(group).num_rows for group in range(metadata.num_row_groups)] == [2, 1]
    first = metadata.row_group(0).column(0).compression
    assert first == {"NONE": "UNCOMPRESSED"}.get(codec, codec)


def test_codecs_and_dictionaries_stay_column_by_column() -> None:
    table = pa.table({"a": ["x", "x"], "b": ["John Smith", "y"]})
    content = redacted(Parquet(), written(table, compression={"a": "ZSTD", "b": "GZIP"}, use_dictionary=["b"]))
    group = pq.ParquetFile(io.BytesIO(content)).metadata.row_group(0)
    assert [group.column(place).compression for place in (0, 1)] == ["ZSTD", "GZIP"]
    assert ["RLE_DICTIONARY" in group.column(place).encodings for place in (0, 1)] == [False, True]


def test_statistics_are_those_of_the_redacted_rows() -> None:
    table = pa.table({"mail": ["ada@example.org", "ada@example.test"]})
    statistics = (
        pq.ParquetFile(io.BytesIO(redacted(Parquet(), written(table)))).metadata.row_group(0).column(0).statistics
    )
    assert (statistics.min, statistics.max) == ("<EMAIL_ADDRESS>", "<EMAIL_ADDRESS>")


@pytest.mark.parametrize("table", [PEOPLE, PEOPLE.slice(0, 0), pa.table({"a": pa.array([], pa.string())})])
def test_a_table_without_personal_data_comes_back_equal(table: Table) -> None:
    assert read(unchanged(Parquet(), written(table, row_group_size=2))).equals(table)


def test_the_name_of_a_column_names_its_values() -> None:
    table = pa.table({"badge": ["12345"], "plain": ["12345"], "badge_number": [12345]})
    assert after(table).to_pylist() == [{"badge": "<ID_NUMBER>", "plain": "12345", "badge_number": "<ID_NUMBER>"}]


def test_names_of_columns_are_looked_through() -> None:
    table = pa.table({"ada@example.org": [1], "bob@example.org": [2], "n": pa.array([{"John Smith": "x"}])})
    assert after(table).to_pylist() == [{"<EMAIL_ADDRESS>": 1, "<EMAIL_ADDRESS>_2": 2, "n": {"<PERSON>": "x"}}]


def test_metadata_is_looked_through() -> None:
    schema = pa.schema(
        [pa.field("a", pa.string(), metadata={"by": "John Smith"})],
        metadata={"by": "John Smith", "x": "y", "z": b"\xff"},
    )
    content = redacted(Parquet(), written(pa.table({"a": ["b"]}, schema=schema)))
    assert b"John" not in content
    assert read(content).schema.metadata == {b"by": b"<PERSON>", b"x": b"y"}
    assert read(content).schema.field("a").metadata[b"by"] == b"<PERSON>"


def test_a_pandas_frame_is_read_as_it_was() -> None:
    frame = pd.DataFrame(
        {"mail": ["ada@example.org", "x"], "n": pd.array([1, None], "Int64"), "c": pd.Categorical(["b", "a"])},
        index=pd.Index(["k", "l"], name="key"),
    )
    frame.attrs = {"by": "John Smith"}
    sink = io.BytesIO()
    frame.to_parquet(sink)
    assert b"John Smith" in sink.getvalue()
    content = redacted(Parquet(), sink.getvalue())
    assert b"John" not in content
    new = pd.read_parquet(io.BytesIO(content))
    expected = frame.assign(mail=pd.Series(["<EMAIL_ADDRESS>", "x"], frame.index, dtype=frame["mail"].dtype))
    pd.testing.assert_frame_equal(new, expected)


def test_a_pandas_column_that_becomes_text_can_be_read() -> None:
    sink = io.BytesIO()
    pd.DataFrame({"phone": pd.array([5550100123, None], "Int64")}).to_parquet(sink)
    new = pd.read_parquet(io.BytesIO(redacted(Parquet(), sink.getvalue())))
    assert new["phone"].iloc[0] == "<PHONE_NUMBER>" and new["phone"].isna().iloc[1]


def test_what_spark_says_of_the_types_goes_when_they_change() -> None:
    key = b"org.apache.spark.sql.parquet.row.metadata"
    said = json.dumps({"type": "struct", "fields": []}).encode()
    for table, kept in ((pa.table({"a": [1]}), True), (pa.table({"a": [5550100123]}), False)):
        new = after(table.replace_schema_metadata({key: said}))
        assert (key in (new.schema.metadata or {})) is kept


def test_categories_keep_their_order_and_those_that_nobody_has() -> None:
    values = pa.array(["high", "John Smith", "low"])
    column = pa.DictionaryArray.from_arrays(pa.array([2, 1], pa.int8()), values, ordered=True)
    new = after(pa.table({"level": column}))["level"].chunk(0)
    assert new.dictionary.to_pylist() == ["high", "<PERSON>", "low"]
    assert new.to_pylist() == ["low", "<PERSON>"]
    assert new.type.ordered


def test_columns_are_chosen_by_name_path_and_number() -> None:
    table = pa.table(
        {"a": ["John Smith"], "b": ["John Smith"], "c": pa.array([{"d": "John Smith", "e": "John Smith"}])}
    )
    one = {"a": "<PERSON>", "b": "John Smith", "c": {"d": "<PERSON>", "e": "John Smith"}}
    assert after(table, Parquet(columns=("1", "c.d"))).to_pylist() == [one]
    assert after(table, Parquet(skip=("b", "c.e"))).to_pylist() == [one]
    with pytest.raises(InvalidRequest, match="no such column"):
        after(table, Parquet(skip=("B",)))


def test_a_column_is_what_the_caller_says() -> None:
    table = pa.table({"who": ["Quux", None], "other": ["Quux", "x"]})
    new = after(table, Parquet(types=(("who", "PERSON"),)))
    assert new.to_pylist() == [{"who": "<PERSON>", "other": "Quux"}, {"who": None, "other": "x"}]


def test_columns_become_text_on_request_so_that_files_agree() -> None:
    assert after(pa.table({"n": [1, None], "m": [1, 2]}), Parquet(as_text=("n",))).to_pylist() == [
        {"n": "1", "m": 1}, {"n": None, "m": 2},
    ]  # fmt: skip


def test_old_spark_timestamps_stay() -> None:
    table = pa.table({"t": pa.array([-62135596800000000], pa.timestamp("us"))})  # year 1, out of reach of nanoseconds
    content = redacted(Parquet(), written(table, use_deprecated_int96_timestamps=True))
    file = pq.ParquetFile(io.BytesIO(content), coerce_int96_timestamp_unit="us")
    assert file.metadata.schema.column(0).physical_type == "INT96"
    assert file.read()["t"].to_pylist() == table["t"].to_pylist()


def test_other_operators_fit_as_well() -> None:
    new = redacted(Parquet(), written(PEOPLE), policy=Policy.model_validate({"default": {"op": "remove"}}))
    assert read(new)["mail"].to_pylist() == ["", None, "none"]


def test_bytes_that_are_no_text_are_refused_and_can_be_left_out() -> None:
    table = pa.table({"photo": [b"\x89PNG\xff"], "by": ["John Smith"]})
    with pytest.raises(InvalidRequest, match="column photo holds bytes"):
        after(table)
    assert after(table, Parquet(skip=("photo",))).to_pylist() == [{"photo": b"\x89PNG\xff", "by": "<PERSON>"}]


@given(st.data())
def test_a_damaged_file_is_an_error_of_ours_without_its_text(data: st.DataObject) -> None:
    content = bytearray(_DAMAGED)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.integers(0, len(content)))]
    try:
        redacted(Parquet(), bytes(content))
    except DecknameError as error:
        assert not any(trace.decode() in f"{error!r} {error.facts}" for trace in TRACES)
        assert error.__context__ is None and error.__cause__ is None


_DAMAGED = written(PEOPLE.select(["mail", "phone", "owner"]), compression="NONE")


def test_a_file_that_is_no_parquet_or_encrypted_is_refused() -> None:
    for content in (b"", b"PAR1", b"PAR1" + b"\0" * 20 + b"PAR1", b"PARE" + b"\0" * 20 + b"PARE"):
        with pytest.raises(InvalidRequest, match="damaged"):
            batches(Parquet(), content)


def test_a_pipe_is_read_as_well() -> None:
    class Pipe(io.RawIOBase):
        def __init__(self, content: bytes) -> None:
            self._inner = io.BytesIO(content)

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            return self._inner.readinto(buffer)

    assert len(list(Parquet().read(io.BufferedReader(Pipe(written(PEOPLE)))))) > 2


def test_the_file_of_waiting_rows_holds_nothing_that_was_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def seen() -> Any:
        return (tmp_path / str(len(list(tmp_path.iterdir())))).open("w+b")

    monkeypatch.setattr("tempfile.TemporaryFile", seen)
    redacted(Parquet(), written(PEOPLE))
    waited = [pa.ipc.open_stream(path.read_bytes()).read_all() for path in tmp_path.iterdir()]
    assert sum(table.num_rows for table in waited) > 0
    for table in waited:
        assert not any(trace.decode() in str(table.to_pylist()) for trace in TRACES)


def test_parquet_is_known_by_ending_and_by_its_first_bytes() -> None:
    assert format_of("people.PARQUET", b"") == "parquet"
    assert format_of("part-00000", written(PEOPLE)[:8000]) == "parquet"
