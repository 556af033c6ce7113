import gzip
import io

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from deckname.errors import InvalidRequest
from deckname.files.compressed import compression_of, reader, writer

CONTENT = b"ada@lovelace.org\n" * 5_000


def _packed(content: bytes, compression: str) -> bytes:
    stream = io.BytesIO()
    with writer(stream, compression) as outer:
        outer.write(content)
    return stream.getvalue()


def _unpacked(content: bytes) -> bytes:
    with reader(io.BytesIO(content), compression_of(content)) as inner:
        return inner.read()


@given(st.binary(max_size=200), st.sampled_from(["gz", "zst"]))
def test_what_is_packed_is_unpacked(content: bytes, compression: str) -> None:
    packed = _packed(content, compression)
    assert compression_of(packed) == compression
    assert _unpacked(packed) == content


def test_other_programs_files_are_read_in_parts_and_frames() -> None:
    assert _unpacked(gzip.compress(b"a\n") + gzip.compress(b"b\n")) == b"a\nb\n"
    assert _unpacked(zstandard.compress(b"a\n") + zstandard.compress(CONTENT)) == b"a\n" + CONTENT
    assert _unpacked(b"plain") == b"plain"


def test_what_is_written_holds_neither_name_nor_time() -> None:
    assert _packed(b"x", "gz")[3:8] == b"\0\0\0\0\0"
    assert _packed(b"x", "gz") == _packed(b"x", "gz")


@pytest.mark.parametrize("compression", ["gz", "zst"])
@pytest.mark.parametrize("damage", ["cut", "flipped"])
def test_a_damaged_file_is_an_error_and_not_a_short_text(compression: str, damage: str) -> None:
    packed = _packed(bytes(range(256)) * 4_000, compression)
    middle = len(packed) // 2
    broken = packed[:-6] if damage == "cut" else packed[:middle] + bytes([packed[middle] ^ 0xFF]) + packed[middle + 1 :]
    with pytest.raises(InvalidRequest, match="the compressed file is damaged"):
        _unpacked(broken)


@pytest.mark.parametrize("compression", ["gz", "zst"])
def test_a_bomb_is_read_piece_by_piece(compression: str) -> None:
    packed = _packed(bytes(50_000_000), compression)
    with reader(io.BytesIO(packed), compression) as inner:
        assert inner.read(1_000) == bytes(1_000)
