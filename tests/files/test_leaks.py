"""A value planted in every place of every format is in none of the outputs, in whatever spelling."""

import random
import string

import pytest

import deckname
from benchmarks import formats
from deckname.detector import Detection, Detector, Options
from deckname.errors import DecknameError
from deckname.files import FORMATS, format_of, named
from tests.files.driving import redacted

#: The planted values as a caller would deny them; where they stand is the formats' business.
DENIED = {
    **{type_: [value, value.replace(" ", "").replace("-", "")] for type_, value in formats.PLANTED.items()},
    "PERSON": [formats.NAME, f"{formats.LAST}, {formats.FIRST}"],
    "PHONE_NUMBER": [formats.PHONE, formats.PHONE.replace(" ", ""), "2125550142"],
}


class Denying(Detector):
    """Finds the planted values, and what the patterns find."""

    def detect(self, text: str, *, options: Options | None = None) -> Detection:
        context = options.context if options else ()
        return super().detect(text, options=Options(deny=DENIED, context=context))


@pytest.fixture(scope="module")
def denying() -> Detector:
    return Denying(deckname.load("none").recognizers)


DOCUMENTS = ("data.json", "data.yaml", "page.html", "page.xml", "mail.eml", "letter.docx", "table.xlsx", "letter.pdf")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_planted_is_left(name: str, denying: Detector) -> None:
    content = formats._MAKERS[name]()
    if name != "letter.pdf":  # its text is cut into the operators of a page
        assert formats.left_over(name, content) == sorted([*formats.PLANTED, "PERSON, a part"])
    written = redacted(named(format_of(name, content)), content, detector=denying)
    assert formats.left_over(name, written) == []
    if name != "letter.pdf":
        assert redacted(named(format_of(name, written)), written, detector=denying) == written


def test_the_search_finds_what_is_spelled_packed_and_encoded() -> None:
    for name in DOCUMENTS[:-1]:
        assert "EMAIL_ADDRESS" in formats.left_over(name, formats._MAKERS[name]())
    assert formats.left_over("x", b"nothing here") == []
    assert formats.left_over("x", "ZEBULON\u00a0Quibblew\u00f6rth".encode()) == ["PERSON", "PERSON, a part"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_damaged_file_is_refused_or_redacted_and_no_error_holds_a_word_of_it(name: str) -> None:
    whole = formats._MAKERS[name]()
    chance = random.Random(name)
    for _ in range(4 if name == "mail.eml" else 8):
        content = bytearray(whole)
        for _ in range(chance.randrange(1, 4)):
            at = chance.randrange(len(content))
            match chance.randrange(3):
                case 0:
                    content[at] = chance.choice(string.printable.encode())
                case 1:
                    del content[at : at + chance.randrange(1, 300)]
                case _:
                    content[at:at] = content[at : at + chance.randrange(1, 300)]
        try:
            redacted(named(format_of(name, bytes(content))), bytes(content), detector=Denying([]))
        except DecknameError as error:
            assert formats.left_over("error", str(error).encode()) == []
            assert error.__context__ is None or isinstance(error.__context__, DecknameError)


def test_each_format_of_documents_is_made() -> None:
    made = {format_of(name, b"") for name in formats._MAKERS if not name.endswith((".gz", ".zst"))}
    assert made >= set(FORMATS) - {"arrow"}
