"""The zip archive that an Office document is (ECMA-376 part 2): opened with limits, written anew in the same order.

What a zip may hold beside its entries (comments, extra fields, bytes before, between and behind them) is not copied.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from deckname.errors import InvalidRequest, LimitExceeded, UnsupportedFile

#: Bytes of all parts of a document together, unpacked; and how many parts.
UNPACKED = 512_000_000
PARTS = 20_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Part:
    """An entry of the archive."""

    name: str = field(repr=False)
    data: bytes = field(repr=False)
    date: tuple[int, int, int, int, int, int] = (1980, 1, 1, 0, 0, 0)
    stored: bool = False


def unpack(data: bytes) -> list[Part]:
    """Return the parts of a document in their order.

    Raises:
        InvalidRequest: it is no zip archive, is encrypted, or has names that mean trouble.
        LimitExceeded: it unpacks to more than ``UNPACKED`` bytes.
    """
    if data.startswith(_OLE):
        raise UnsupportedFile("an encrypted or an old Office document: save it without a password, in the new format")
    parts: list[Part] | None = None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _parts(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError):
        pass
    # Outside the handler: the error may name an entry.
    if parts is None:
        raise InvalidRequest("the document is damaged: it is no readable zip archive")
    return parts


def pack(parts: Iterable[Part]) -> bytes:
    """Return the archive of the parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in parts:
            info = zipfile.ZipInfo(part.name, part.date)
            info.compress_type = zipfile.ZIP_STORED if part.stored else zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, part.data)
    return target.getvalue()


def _parts(archive: zipfile.ZipFile) -> list[Part]:
    entries = archive.infolist()
    if len(entries) > PARTS:
        raise LimitExceeded("file_too_large", "the document has too many parts", limit=PARTS, actual=len(entries))
    size = sum(entry.file_size for entry in entries)
    if size > UNPACKED:
        raise LimitExceeded("file_too_large", "the document unpacks to too much", limit=UNPACKED, actual=size)
    names = [entry.filename.casefold() for entry in entries]
    if len(set(names)) < len(names):
        raise InvalidRequest("the document has two parts of one name: programs differ in which of them they read")
    if any(name.startswith("/") or "\\" in name or ".." in name.split("/") for name in names):
        raise InvalidRequest("the document has a part whose name leads out of it")
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnsupportedFile("the document is encrypted: save it without a password")
    return [
        Part(entry.filename, archive.read(entry), entry.date_time, entry.compress_type == zipfile.ZIP_STORED)
        for entry in entries
    ]
