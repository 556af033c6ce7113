"""Files: one module a format (``deckname.files.format`` says what that is), and which file is of which.

A format is known by the ending of its file's name, and where that says nothing by its first bytes. What is not known
is refused: nothing is ever copied unread.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import Any

from deckname.errors import UnsupportedFile
from deckname.files.compressed import ENDINGS as COMPRESSED
from deckname.files.encoding import BOMS, wide
from deckname.files.format import Batch, Format, Value
from deckname.files.output import open_output

__all__ = [
    "APPENDED", "ENDINGS", "FORMATS", "Batch", "Format", "Value", "ending_of", "format_of", "named", "open_output",
]  # fmt: skip

#: Where each format's class lies; it is imported when a file of its kind turns up.
FORMATS: dict[str, str] = {
    "text": "deckname.files.text:Text",
    "jsonl": "deckname.files.jsonl:Jsonl",
    "csv": "deckname.files.csv:Csv",
    "html": "deckname.files.html:Html",
    "xml": "deckname.files.xml:Xml",
    "json": "deckname.files.json:Json",
    "yaml": "deckname.files.yaml:Yaml",
    "eml": "deckname.files.eml:Eml",
    "docx": "deckname.files.docx:Docx",
    "pptx": "deckname.files.docx:Pptx",
    "xlsx": "deckname.files.xlsx:Xlsx",
    "pdf": "deckname.files.pdf:Pdf",
    "parquet": "deckname.files.parquet:Parquet",
    "arrow": "deckname.files.arrow:Arrow",
}

#: Endings in small letters.
ENDINGS: dict[str, str] = {
    **dict.fromkeys((".txt", ".text", ".log", ".md", ".markdown", ".rst", ".adoc", ".tex", ".srt", ".vtt"), "text"),
    **dict.fromkeys((".ini", ".cfg", ".conf", ".toml", ".env", ".properties", ".sql", ".ics", ".vcf"), "text"),
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
    **dict.fromkeys((".csv", ".tsv", ".tab", ".psv"), "csv"),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".xht"), "html"),
    **dict.fromkeys((".xml", ".svg", ".xsl", ".xsd", ".rss", ".atom", ".kml", ".gpx", ".plist", ".rdf"), "xml"),
    **dict.fromkeys((".json", ".geojson", ".jsonld", ".webmanifest", ".har", ".ipynb"), "json"),
    **dict.fromkeys((".yaml", ".yml"), "yaml"),
    ".eml": "eml",
    **dict.fromkeys((".docx", ".dotx"), "docx"),
    **dict.fromkeys((".pptx", ".potx", ".ppsx"), "pptx"),
    **dict.fromkeys((".xlsx", ".xltx"), "xlsx"),
    ".pdf": "pdf",
    **dict.fromkeys((".parquet", ".parq", ".pq"), "parquet"),
    **dict.fromkeys((".arrow", ".arrows", ".feather", ".ipc"), "arrow"),
}

#: Formats that are written as another kind of file, and the ending that goes behind the name.
APPENDED: dict[str, str] = {"pdf": ".txt"}

#: Endings of what looks like text and is more than that.
REFUSED_ENDINGS: dict[str, str] = {
    ".mbox": "a mailbox; export its messages as .eml",
    ".mbx": "a mailbox; export its messages as .eml",
    ".ldif": "a directory's export with values in base64; convert it to .csv",
    ".mht": "a saved page; save it as .html",
    ".mhtml": "a saved page; save it as .html",
}

#: How files begin whatever their names say, byte for byte.
MAGIC: tuple[tuple[bytes, str], ...] = ((b"%PDF-", "pdf"), (b"PAR1", "parquet"), (b"ARROW1", "arrow"))

#: How text begins that is more than text, white space aside and in small letters; asked where the ending says nothing.
MARKUP: tuple[tuple[bytes, str], ...] = ((b"<!doctype html", "html"), (b"<html", "html"), (b"<?xml", "xml"))

#: What the zip archives of a format hold.
PACKAGES: tuple[tuple[bytes, str], ...] = ((b"word/", "docx"), (b"ppt/", "pptx"), (b"xl/", "xlsx"))

#: How files begin that are of no format of ours whatever their names say, and what can be done about them.
REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or an encrypted Office document; save it as .docx or .xlsx"),
    (b"{\\rtf", "rich text; save it as .docx or plain text"),
    (b"%!PS", "PostScript; print it to plain text"),
    (b"PK\x03\x04", "an archive; unpack it"),
    (b"BZh", "compressed with bzip2; unpack it"),
    (b"\xfd7zXZ\x00", "compressed with xz; unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "an archive; unpack it"),
    (b"Rar!\x1a\x07", "an archive; unpack it"),
    (b"SQLite format 3\x00", "a database; export its tables as .csv"),
)

_HEAD = 8_000  # bytes that are looked at for NUL, as git does


def named(name: str, **options: Any) -> Format:
    """Return the format of that name, with its own options."""
    module, _, class_ = FORMATS[name].partition(":")
    format_: Format = getattr(import_module(module), class_)(**options)
    return format_


def format_of(name: str | None, head: bytes) -> str:
    """Return the name of the format of a file called ``name`` that begins with ``head``, 8 KB of it at best.

    >>> format_of("people.CSV", b"a,b"), format_of("Makefile", b"all: test")
    ('csv', 'text')

    Raises:
        UnsupportedFile: it is of no format that can be looked through; says what to do.
    """
    refused = name and REFUSED_ENDINGS.get(PurePath(name).suffix.lower())
    if refused:
        raise UnsupportedFile(f"this is {refused}")
    known = _by_ending(name) if name else None
    if known not in (None, "text"):
        return str(known)
    nul = b"\x00" in head[:_HEAD]
    by_magic = next((format_ for start, format_ in MAGIC if head.startswith(start)), None)
    if head.startswith(b"PK\x03\x04"):
        by_magic = next((format_ for part, format_ in PACKAGES if part in head), None)
    if by_magic and (nul or known is None):
        return by_magic
    for start, what in REFUSED:
        if head.startswith(start) and (nul or known is None):
            raise UnsupportedFile(f"this is {what}")
    if nul and not head.startswith(BOMS) and not wide(head):
        raise UnsupportedFile("this is binary, and of no format that deckname reads; leave it out")
    bare = head.removeprefix(BOMS[0]).lstrip().lower()
    by_markup = next((format_ for start, format_ in MARKUP if bare.startswith(start)), None)
    return by_markup if by_markup and known is None else "text"


def ending_of(name: str) -> str:
    """Return the known ending of a name, that of the compression around it included; any other may be a word.

    >>> ending_of("people.csv.gz"), ending_of("to.ada.lovelace")
    ('.csv.gz', '')
    """
    path = PurePath(name)
    outer = path.suffix.lower() if path.suffix.lower() in COMPRESSED else ""
    inner = PurePath(path.stem).suffix.lower() if outer else path.suffix.lower()
    return (inner if inner in ENDINGS else "") + outer


def _by_ending(name: str) -> str | None:
    return ENDINGS.get(PurePath(name).suffix.lower())
