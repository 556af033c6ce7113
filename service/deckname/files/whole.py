"""Files that are read as a whole, up to a limit."""

from __future__ import annotations

import codecs
import contextlib
import io
import re
from typing import BinaryIO

from deckname.errors import InvalidText, LimitExceeded
from deckname.files.encoding import BOMS, ENCODINGS, decoded

#: Documents are edited in memory: about ten times their size.
LIMIT = 256_000_000

_DECLARED = re.compile(
    rb"""\A(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})"""
    rb"""|<meta[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)


def read(source: BinaryIO, limit: int = LIMIT) -> bytes:
    """Return all of a file.

    Raises:
        LimitExceeded: there is more than ``limit`` bytes of it.
    """
    data = source.read(limit + 1)
    if len(data) > limit:
        message = f"a document of more than {limit} bytes is not read: split it"
        raise LimitExceeded("file_too_large", message, limit=limit, actual=len(data))
    return data


def text_of(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """Return the text of a file and its encoding; a byte order mark is a part of both.

    Raises:
        InvalidText: the encoding cannot be told, or does not fit.
    """
    found, chunks = decoded(io.BytesIO(data), encoding)
    return "".join(chunks), found


def declared(data: bytes) -> str | None:
    """Return the encoding that a document of markup says it has, in its first 4,000 bytes; None where it says nothing.

    Raises:
        InvalidText: it is one that cannot be kept.
    """
    head = data[:4000]
    if head.startswith(BOMS):
        return None
    match = _DECLARED.search(head)
    if not match:
        return None
    name = (match[1] or match[2]).decode("ascii").lower()
    if name.startswith(("utf-16", "utf16", "utf-32")):  # it is ASCII, or the declaration could not be read
        return None
    return known(name)


def known(name: str) -> str:
    """Return our name of an encoding.

    Raises:
        InvalidText: text in it cannot be read and written piece by piece.
    """
    wanted = ""
    with contextlib.suppress(LookupError):
        wanted = codecs.lookup(name).name
    if wanted == "iso8859-1":  # browsers (https://encoding.spec.whatwg.org) and mail programs read it so
        wanted = "cp1252"
    found = next((each for each in ENCODINGS if codecs.lookup(each).name == wanted), None)
    if found is None:
        raise InvalidText("the encoding that the document names is not one that deckname reads: convert it to UTF-8")
    return found
