"""The footer of a parquet file, read by ourselves: as pyarrow reads it, and never more than an error."""

from __future__ import annotations

import io
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckname.files.footer import read_footer
from tests.files.test_parquet import PEOPLE, written


@pytest.mark.parametrize(
    "layout",
    [
        {},
        {"compression": {"id": "GZIP", "mail": "ZSTD"}, "use_dictionary": ["mail"]},
        {"write_statistics": False, "store_schema": False},
        {"write_page_index": True, "row_group_size": 1},
    ],
)
def test_it_says_what_pyarrow_says(layout: dict[str, Any]) -> None:
    content = written(PEOPLE, **layout)
    footer = read_footer(io.BytesIO(content))
    metadata = pq.read_metadata(io.BytesIO(content))
    group = metadata.row_group(0)
    columns = [group.column(place) for place in range(group.num_columns)]
    assert [each.path for each in footer.chunks] == [each.path_in_schema for each in columns]
    assert [each.codec for each in footer.chunks] == [
        "NONE" if each.compression == "UNCOMPRESSED" else each.compression for each in columns
    ]
    assert [each.dictionary for each in footer.chunks] == ["RLE_DICTIONARY" in each.encodings for each in columns]
    assert [each.statistics for each in footer.chunks] == [each.is_stats_set for each in columns]
    assert [each.page_index for each in footer.chunks] == [each.has_column_index for each in columns]
    assert footer.stores_schema is (b"ARROW:schema" in (metadata.metadata or {}))
    assert not footer.int96


def test_old_time_stamps_and_files_without_rows_are_told() -> None:
    stamps = pa.table({"t": pa.array([0], pa.timestamp("us"))})
    assert read_footer(io.BytesIO(written(stamps, use_deprecated_int96_timestamps=True))).int96
    assert read_footer(io.BytesIO(written(stamps.slice(0, 0)))).int96 is False


_CONTENT = written(PEOPLE)


@given(st.lists(st.tuples(st.integers(1, 3_000), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_damaged_footer_is_a_value_error(changes: list[tuple[int, int]]) -> None:
    content = bytearray(_CONTENT)
    for place, byte in changes:
        content[-min(place, len(content))] = byte
    try:
        read_footer(io.BytesIO(bytes(content)))
    except ValueError as error:
        assert str(error) in ("no parquet footer", "a damaged parquet footer", "an unknown type", "ends too early",
                              "too large a number", "too deep")  # fmt: skip


@given(st.binary(max_size=200))
def test_anything_else_is_a_value_error(content: bytes) -> None:
    whole = b"PAR1" + content + len(content).to_bytes(4, "little") + b"PAR1"
    try:
        read_footer(io.BytesIO(whole))
    except ValueError as error:
        assert error.__context__ is None
