"""Pictures that show nothing, in place of those that may show anybody.

A picture can be a scanned passport, and its metadata say where and with whose camera it was taken. Nothing here can
look through it, so that by default a blank picture of the same kind stands in its place: the layout of the document
holds, since documents say themselves how large a picture is shown.
"""

from __future__ import annotations

import base64
import re
import struct
import zlib
from typing import Literal

from deckname.errors import UnsupportedFile

#: What becomes of pictures in documents.
Images = Literal["blank", "keep", "refuse"]

_GIF = base64.b64decode("R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


_PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 6, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\0\0\0\0\0"))
    + _chunk(b"IEND", b"")
)
_BMP = (
    b"BM" + struct.pack("<IHHIIiiHHIIiiII", 58, 0, 0, 54, 40, 1, 1, 1, 24, 0, 4, 2835, 2835, 0, 0) + b"\xff\xff\xff\0"
)
_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
# [MS-EMF] 2.3.4.2 and 2.3.4.1: a header of 88 bytes and the end of the file.
_EMF = struct.pack(
    "<IIiiiiiiiiIIIIHHIIIiiii",
    1, 88, 0, 0, 1, 1, 0, 0, 26, 26, 0x464D4520, 0x10000, 108, 2, 1, 0, 0, 0, 0, 1024, 768, 320, 240,
) + struct.pack("<IIIII", 14, 20, 0, 16, 20)  # fmt: skip
# [MS-WMF] 2.3.2.3 and 2.3.2.2: the placeable header with its checksum, the header, the end of the file.
_PLACEABLE = struct.pack("<IHhhhhHI", 0x9AC6CDD7, 0, 0, 0, 1, 1, 96, 0)
_WMF = (
    _PLACEABLE
    + struct.pack("<H", 0x9AC6 ^ 0xCDD7 ^ 1 ^ 1 ^ 96)
    + struct.pack("<HHHIHIH", 1, 9, 0x300, 12, 0, 3, 0)
    + struct.pack("<IH", 3, 0)
)
# TIFF 6.0: one white pixel, nine entries.
_ENTRIES = (
    (256, 3, 1), (257, 3, 1), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8), (277, 3, 1), (278, 3, 1), (279, 4, 1),
)  # fmt: skip
_TIFF = (
    b"II*\0"
    + struct.pack("<I", 10)
    + b"\xff\0"
    + struct.pack("<H", len(_ENTRIES))
    + b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in _ENTRIES)
    + b"\0\0\0\0"
)
_JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////"
    "////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z"
)

_PICTURES: dict[str, bytes] = {
    "png": _PNG, "gif": _GIF, "jpeg": _JPEG, "jpg": _JPEG, "jpe": _JPEG, "jfif": _JPEG, "bmp": _BMP, "dib": _BMP,
    "tif": _TIFF, "tiff": _TIFF, "emf": _EMF, "wmf": _WMF, "svg": _SVG, "svg+xml": _SVG, "x-emf": _EMF, "x-wmf": _WMF,
}  # fmt: skip


def picture(kind: str) -> bytes | None:
    """Return a blank picture; ``kind`` is an ending ("png") or a media subtype ("svg+xml"). None for unknown kinds."""
    return _PICTURES.get(kind.lower())


_DATA = re.compile(r"\s*data:([\w.+/-]*)", re.IGNORECASE)


def data_url(url: str, images: Images, place: str) -> str | None:
    """Return what stands in place of a ``data:`` address; None where it is kept."""
    match = _DATA.match(url)
    kind, _, subtype = (match[1] if match else "").lower().partition("/")
    if kind == "image" and subtype != "svg+xml" and images != "blank":
        if images == "refuse":
            raise UnsupportedFile(f"{place}: an embedded picture; allow pictures to be blanked or kept")
        return None
    new = picture(subtype) if kind == "image" else None
    return "data:," if new is None else f"data:image/{subtype};base64,{base64.b64encode(new).decode()}"
