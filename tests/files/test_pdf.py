# ruff: noqa: E501 (markup reads better uncut)

import io
import traceback
import zlib
from typing import Any

import pytest
from pypdf import PdfWriter

from deckname.errors import InvalidRequest
from deckname.files.pdf import Pdf
from tests.files.driving import batches, redacted

PICTURE = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n\0\nendstream"


def pdf(*pages: str, picture: bool = False, notes: bytes = b"", info: str = "") -> bytes:
    """Return a PDF; each page shows the lines of its text, in compressed streams."""
    objects: list[bytes] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        PICTURE,
    ]
    kids = []
    for page in pages:
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in page.split("\n") if line)
        stream = zlib.compress(f"BT /F1 12 Tf 72 700 Td {shown} ET".encode("latin-1"))
        objects.append(b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream))
        resources = b"/Font<</F1 3 0 R>>" + (b"/XObject<</P 4 0 R>>" if picture else b"")
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources<<%s>>/Annots[%s]>>"
            % (len(objects), resources, notes)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    objects.append(f"<</Author({info})>>".encode())
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(objects) + 1, len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    out += b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(objects), start)
    return bytes(out)


def test_the_text_comes_out_page_by_page_and_nothing_else_does() -> None:
    content = pdf("Dear John Smith\nwrite to john@x.org", "SSN 536-90-4399", info="Jane Roe")
    assert redacted(Pdf(), content).decode() == ("Dear <PERSON>\nwrite to <EMAIL_ADDRESS>\n\f\nSSN <US_SSN>\n")
    assert Pdf.appended == ".txt"
    assert [value.place for batch in batches(Pdf(), content) for value in batch.values] == ["page 1", "page 2"]


def test_fields_comments_and_links_are_text_too() -> None:
    notes = (
        b"<</Subtype/Widget/FT/Tx/T(mail)/V(john@x.org)>><</Subtype/Text/Contents(ask john@x.org)>>"
        b"<</Subtype/Link/A<</S/URI/URI(mailto:john@x.org)>>>>"
    )
    written = redacted(Pdf(), pdf("page", notes=notes)).decode()
    assert written == "page\nmail: <EMAIL_ADDRESS>\nask <EMAIL_ADDRESS>\nmailto:<EMAIL_ADDRESS>\n"


def test_a_page_that_is_a_picture_is_refused_and_says_what_to_do() -> None:
    with pytest.raises(InvalidRequest, match="page 2 is a picture without a text layer: run OCR"):
        batches(Pdf(), pdf("text", "", picture=True))
    assert redacted(Pdf(pictures=True), pdf("text", "", picture=True)) == b"text\n\f\n[page 2: a picture]\n"
    assert redacted(Pdf(), pdf("text", "")) == b"text\n\f\n\n"  # an empty page is not a picture


def test_an_encrypted_document_is_refused() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf("John Smith")))
    writer.encrypt("secret", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    with pytest.raises(InvalidRequest, match="the PDF is encrypted: save it without a password"):
        batches(Pdf(), target.getvalue())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7\nJohn Smith",
        pdf("John Smith")[:200],
        pdf(),
        b"%PDF-1.7\n1 0 obj\n" + b"[" * 5000 + b"\nendobj\n%%EOF",
    ],
)
def test_a_damaged_document_is_refused_without_a_word_of_it(content: bytes) -> None:
    with pytest.raises(InvalidRequest) as caught:
        batches(Pdf(), content)
    error: BaseException | None = caught.value
    assert error is not None
    assert error.__context__ is None
    assert "John" not in "".join(traceback.format_exception(error))


def test_a_stream_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = pdf("x" * 200)
    monkeypatch.setattr("deckname.files.pdf.CHARACTERS", 100)
    caught: Any
    with pytest.raises(Exception, match="page 1 holds more than 100 characters") as caught:
        batches(Pdf(), bomb)
    assert caught.value.code == "file_too_large"
