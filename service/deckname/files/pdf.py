"""PDF: its text goes in, redacted text comes out (``letter.pdf`` becomes ``letter.pdf.txt``).

Nothing of the PDF itself is copied. To remove text from a PDF for good means to rewrite its content streams, fonts,
caches, forms, metadata and pictures; the libraries that do so are not permissive, and a black box over a name removes
nothing. So the answer is a text file that holds what was read and nothing else: page by page, the fields of forms, the
comments. Pages that are pictures are refused: their text would be missing without a word.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, BinaryIO, ClassVar

from deckname.errors import DecknameError, InvalidRequest, LimitExceeded, UnsupportedFile
from deckname.files.format import Batch, Value
from deckname.files.whole import read
from deckname.redact import Redacted

#: Pages of a document, and characters of a page.
PAGES = 5_000
CHARACTERS = 5_000_000
_FORMS = 500  # that are looked into for pictures
_FEED = "\n\f\n"  # between pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Pdf:
    """A PDF with a text layer. ``pictures`` allows pages that are nothing but pictures: each becomes a note."""

    appended: ClassVar[str] = ".txt"
    pictures: bool = False

    def read(self, source: BinaryIO) -> Iterator[Batch]:
        """Yield the text of the document page by page, in UTF-8.

        Raises:
            InvalidRequest: it is damaged, encrypted, or has pages without a text layer.
        """
        document = _opened(read(source))
        count = len(document.pages)
        if count > PAGES:
            raise LimitExceeded("file_too_large", f"a PDF of more than {PAGES} pages", limit=PAGES, actual=count)
        for number in range(1, count + 1):
            text, notes, picture = _page(document, number)
            if not text.strip() and picture and not self.pictures:
                raise UnsupportedFile(
                    f"page {number} is a picture without a text layer: run OCR over the document first (ocrmypdf)"
                )
            if not text.strip() and picture:
                text = f"[page {number}: a picture]"
            values = [Value(text, (), f"page {number}")]
            values += [Value(note, words, f"page {number}, {kind}") for kind, words, note in notes]
            yield Batch(tuple(values), partial(_render, number == count))


def _render(last: bool, redacted: Sequence[Redacted]) -> bytes:
    text = "\n".join(each.text for each in redacted)
    return (text + ("\n" if last else _FEED)).encode("utf-8", "replace")


def _opened(data: bytes) -> Any:
    try:
        import pypdf
    except ImportError as error:
        raise UnsupportedFile("PDF needs pypdf: pip install 'deckname[files]'") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings quote the document
    problem = "the PDF is damaged"
    try:
        document = pypdf.PdfReader(io.BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            problem = "the PDF is encrypted: save it without a password"
        elif len(document.pages):
            return document
        else:
            problem = "the PDF has no pages"
    except Exception as error:  # pypdf raises whatever a damaged file leads to; its messages quote the file
        if type(error).__name__ == "DependencyError":
            problem = "the PDF is encrypted: save it without a password"
    raise InvalidRequest(problem)


def _page(document: Any, number: int) -> tuple[str, list[tuple[str, tuple[str, ...], str]], bool]:
    """Return a page's text, its notes (kind, words that name it, text), and whether it shows a picture."""
    found = None
    try:
        page = document.pages[number - 1]
        text = page.extract_text()
        found = text, list(_notes(page)), _shows_picture(page.get("/Resources"), set())
    except DecknameError:
        raise
    except Exception:  # as above
        pass
    if found is None:
        raise InvalidRequest(f"page {number} of the PDF cannot be read")
    if len(found[0]) > CHARACTERS:
        limit = f"page {number} holds more than {CHARACTERS} characters"
        raise LimitExceeded("file_too_large", limit, limit=CHARACTERS, actual=len(found[0]))
    clean = _clean(found[0].strip("\n"))
    return clean, found[1], found[2]


def _notes(page: Any) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield what stands on a page beside its text: fields of forms, comments, link targets."""
    for each in page.get("/Annots") or ():
        note = each.get_object()
        action = note.get("/A")
        target = action.get_object().get("/URI") if action is not None else None
        name = str(note.get("/T") or note.get("/TU") or "")
        for kind, key in (("field", "/V"), ("comment", "/Contents")):
            text = note.get(key)
            if isinstance(text, str) and text.strip() and not text.startswith("/"):
                yield kind, (name,) if kind == "field" and name else (), _clean(f"{name}: {text}" if name else text)
        if isinstance(target, str):
            yield "link", (), _clean(target)


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _shows_picture(resources: Any, seen: set[int]) -> bool:
    """Whether a page draws a picture, by itself or in a form; forms may draw one another without an end."""
    if resources is None:
        return False
    drawings = resources.get_object().get("/XObject")
    for reference in (drawings.get_object() if drawings is not None else {}).values():
        drawn = reference.get_object()
        if drawn.get("/Subtype") == "/Image":
            return True
        if drawn.get("/Subtype") == "/Form" and id(drawn) not in seen and len(seen) < _FORMS:
            seen.add(id(drawn))
            if _shows_picture(drawn.get("/Resources"), seen):
                return True
    return False
