import io
import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckname.errors import InvalidText
from deckname.files.text import Text, decode_lines
from deckname.files.windows import windows
from deckname.redact import Redacted


def _read(format_: Text, content: bytes) -> tuple[str, bytes]:
    """Return the text of all cores, and the file as it is written where nothing is found."""
    cores, written = [], []
    for batch in format_.read(io.BytesIO(content)):
        own = []
        for value in batch.values:
            assert value.core is not None
            own.append(value.text[slice(*value.core)])
        cores += own
        written.append(batch.render([Redacted(text, ()) for text in own]))
    return "".join(cores), b"".join(written)


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"a\r\nb\rc\n", b"\xef\xbb\xbfa", b"\0\0", b"a" * 300, "ü😀\u2028\x85".encode() * 50],
)
def test_the_cores_are_the_text_and_come_back_byte_for_byte(content: bytes) -> None:
    assert _read(Text(core=20, margin=5), content) == (content.decode(), content)


@given(st.lists(st.text(st.sampled_from("ab \n"), max_size=30), max_size=8), st.integers(1, 40), st.integers(0, 15))
def test_windows_cut_anywhere_are_the_text_with_what_surrounds_them(chunks: list[str], core: int, margin: int) -> None:
    text = "".join(chunks)
    position = 0
    for window in windows(chunks, core=core, margin=margin):
        start, end = window.core
        assert (window.start, end > start) == (position, True)
        assert window.text[start:end] == text[position : position + end - start]
        assert window.text == text[max(0, position - start) : position + end - start + margin][: len(window.text)]
        assert start == min(margin, position)
        assert len(window.text) - end == min(margin, len(text) - position - (end - start))
        position += end - start
    assert position == len(text)


def test_lines_keep_their_breaks_and_an_error_does_not_hold_the_bytes() -> None:
    assert list(decode_lines(io.BytesIO("a\r\nü\rb".encode()))) == ["a\r\n", "ü\rb"]
    content = io.BytesIO(b"Ada Lovelace \xff")
    with pytest.raises(InvalidText, match="byte 13 is not UTF-8") as caught:
        list(decode_lines(content))
    assert caught.value.__context__ is None
    assert "Ada" not in "".join(traceback.format_exception(caught.value))
