import io
import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckname.detector import Detector, Options
from deckname.errors import InvalidText
from deckname.files import text as module
from deckname.files.text import Text, decode, decode_lines
from deckname.pattern import Pattern
from deckname.policy import Policy

DETECTOR = Detector([Pattern(type="EMAIL_ADDRESS", regex=r"[a-z]+@[a-z]+\.org", score=0.9)])


def _redacted(content: bytes, **size: int) -> bytes:
    records = Text(**size).read(io.BytesIO(content), DETECTOR, Options())
    return "".join(record.redacted(Policy()) for record in records).encode()


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"a\r\nb\rc\n", b"\xef\xbb\xbfa", b"\0\0", b"a" * 300, "ü😀\u2028\x85".encode() * 50],
)
def test_what_holds_nothing_comes_back_byte_for_byte(content: bytes) -> None:
    assert _redacted(content, core=20, margin=5) == content


def test_only_the_values_change() -> None:
    content = b"\xef\xbb\xbfto ada@x.org\r\n\0" + "ü".encode() * 100 + b" bob@y.org\r"
    expected = b"\xef\xbb\xbfto <EMAIL_ADDRESS>\r\n\0" + "ü".encode() * 100 + b" <EMAIL_ADDRESS>\r"
    assert _redacted(content, core=10, margin=20) == expected


@given(st.text(st.characters(codec="utf-8"), max_size=60), st.integers(1, 7))
def test_characters_may_lie_across_reads(text: str, block: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_BLOCK", block)
        assert "".join(decode(io.BytesIO(text.encode()))) == text


@given(st.binary(max_size=40), st.integers(1, 7))
def test_bytes_that_are_no_utf8_are_named_as_python_names_them(content: bytes, block: int) -> None:
    try:
        expected: str | int = content.decode()
    except UnicodeDecodeError as error:
        expected = error.start
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_BLOCK", block)
        for read in (decode, decode_lines):
            try:
                found: str | int = "".join(read(io.BytesIO(content)))
            except InvalidText as error:
                found = int(error.facts["position"])
            assert found == expected


def test_the_error_does_not_hold_the_bytes() -> None:
    content = b"Ada Lovelace \xff"
    for read in (decode, decode_lines):
        with pytest.raises(InvalidText, match="byte 13 is not UTF-8") as caught:
            list(read(io.BytesIO(content)))
        assert caught.value.__context__ is None
        assert "Ada" not in "".join(traceback.format_exception(caught.value))
