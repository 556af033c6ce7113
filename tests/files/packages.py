"""Office documents for the tests: made by their libraries, or by hand where a library cannot make them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive of parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


def parts_of(document: bytes) -> dict[str, bytes]:
    """Return the parts of a document, in their order."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def word(body: str, **others: str | bytes) -> bytes:
    """Return a Word document with that body; ``others`` are further parts, "__" for a slash and "_dot_" for a dot."""
    main = f'<w:document xmlns:w="w" xmlns:r="r"><w:body>{body}</w:body></w:document>'
    named = {name.replace("__", "/").replace("_dot_", "."): data for name, data in others.items()}
    return packed({"[Content_Types].xml": TYPES, "word/document.xml": main, **named})


def body_of(document: bytes) -> str:
    """Return what stands in the body of a Word document."""
    return parts_of(document)["word/document.xml"].decode().partition("<w:body>")[2].partition("</w:body>")[0]
