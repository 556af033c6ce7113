import io
import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckname.errors import InvalidText
from deckname.files import encoding as module
from deckname.files.encoding import ENCODINGS, decoded, encoded

GERMAN = "Zoë Müller, 5 €, geb. Öztürk – „gut“, l’été\n"


class Pipe(io.RawIOBase):
    """A stream that cannot be rewound."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        return self._content.readinto(buffer)


def _decoded(content: bytes, encoding: str | None = None) -> tuple[str, str]:
    name, chunks = decoded(io.BytesIO(content), encoding)
    return name, "".join(chunks)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (GERMAN.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + GERMAN.encode(), "utf-8"),
        (GERMAN.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + GERMAN.encode("utf-16-be"), "utf-16-be"),
        (GERMAN.encode("utf-32"), "utf-32-le"),
        ("a plain line, without a mark\n".encode("utf-16-le"), "utf-16-le"),
        ("a plain line, without a mark\n".encode("utf-16-be"), "utf-16-be"),
        (GERMAN.encode("cp1252"), "cp1252"),
        ("M\xfcller, caf\xe9".encode("latin-1"), "cp1252"),
        (b"CAF\xc9\x94 REN\xc9", "cp1252"),  # two bytes of it look like UTF-8
        (b"", "utf-8"),
    ],
)
def test_the_encoding_is_found_and_kept(content: bytes, name: str) -> None:
    found, text = _decoded(content)
    assert found == name
    assert encoded(text, found) == content
    piped, chunks = decoded(Pipe(content))  # type: ignore[arg-type]
    assert (piped, "".join(chunks)) == (found, text)


@pytest.mark.parametrize(
    "content",
    [
        "Иванов".encode("cp1251"),
        "Иван Иванов".encode("koi8-r"),
        "Łukasz Małysz".encode("cp1250"),
        "Jörg Müller".encode("cp850"),
        "Zoé Müller".encode("mac-roman"),
        "山田太郎".encode("shift_jis"),
        "王小明住在北京".encode("gbk"),
        "山田太郎".encode("euc_jp"),
        "홍길동".encode("euc_kr"),
        "Γιώργος".encode("iso8859-7"),
        "Müller Öztürk ä ö ü ß".encode() + b" \xfc",  # UTF-8 with one slip
    ],
)
def test_an_encoding_that_would_hide_names_is_refused_until_it_is_named(content: bytes) -> None:
    with pytest.raises(
        InvalidText, match=r"byte \d+ is not UTF-8: name the encoding of the file \(--encoding\)"
    ) as caught:
        _decoded(content)
    assert caught.value.__context__ is None


@pytest.mark.parametrize(("name", "text"), [("cp1251", "Иванов"), ("shift_jis", "山田太郎"), ("iso8859-2", "Łukasz")])
def test_an_encoding_that_is_named_is_read_and_kept(name: str, text: str) -> None:
    assert _decoded(text.encode(name), name) == (name, text)


@given(st.sampled_from(ENCODINGS), st.text(max_size=60), st.integers(1, 9))
def test_every_encoding_comes_back_whatever_the_blocks(name: str, text: str, block: int) -> None:
    try:
        content = text.encode(name)
    except UnicodeEncodeError:
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "BLOCK", block)
        try:
            found = _decoded(content, name)[1]
        except InvalidText as error:
            assert "two encodings" in str(error) or "two spellings" in str(error)
            return
    assert encoded(found, name) == content


@given(st.binary(max_size=40), st.integers(1, 7))
def test_bytes_that_are_no_utf8_are_named_as_python_names_them(content: bytes, block: int) -> None:
    try:
        expected: str | int = content.decode()
    except UnicodeDecodeError as error:
        expected = error.start
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "BLOCK", block)
        try:
            found: str | int = _decoded(content, "utf-8")[1]
        except InvalidText as error:
            found = int(error.facts["position"])
    assert found == expected or "\0" in content.decode(errors="replace")


def test_utf16_that_was_added_to_other_text_is_refused() -> None:
    content = b"first line\n" + "then a tool wrote this".encode("utf-16-le") * 2
    with pytest.raises(InvalidText, match="two encodings in one file"):
        _decoded(b"x" * 10_000 + content)


def test_a_pipe_that_turns_out_to_be_something_else_is_an_error_without_its_bytes() -> None:
    name, chunks = decoded(Pipe(b"Ada Lovelace " * 100_000 + b"\xff"))  # type: ignore[arg-type]
    assert name == "utf-8"
    with pytest.raises(InvalidText, match="byte 1300000 is not UTF-8") as caught:
        list(chunks)
    assert caught.value.__context__ is None
    assert "Ada" not in "".join(traceback.format_exception(caught.value))


def test_what_an_encoding_lacks_is_spelled_as_an_escape() -> None:
    assert encoded("Łukasz <PERSON>", "cp1252") == b"\\u0141ukasz <PERSON>"
