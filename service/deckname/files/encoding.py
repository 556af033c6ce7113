"""The encoding of a text file: found by a rule that can be said in one sentence, kept in what is written.

A byte order mark tells; without one, NUL in every other byte is UTF-16; what is all UTF-8 is UTF-8; what is none, and
looks like a Western European text, is Windows-1252 (ISO 8859-1 is a part of it); every other file is refused, since a
name read in the wrong letters is a name missed. Whoever knows better says so (``encoding``).
"""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import BinaryIO

from deckname.errors import InvalidText

BLOCK = 1 << 20  # bytes in one read
BOMS = (b"\xef\xbb\xbf", b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff", b"\xff\xfe", b"\xfe\xff")
_MARKED = ("utf-8", "utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")

#: What may be asked for: encodings in which every part of a text can be written by itself.
ENCODINGS = (
    "utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "ascii", "cp1252", "latin-1",
    *(f"cp125{digit}" for digit in "01345678"), *(f"iso8859-{part}" for part in range(2, 17) if part != 12),
    "cp437", "cp850", "cp852", "cp866", "koi8-r", "koi8-u", "mac-roman", "cp932", "shift_jis", "euc_jp", "gb18030",
    "gbk", "big5", "euc_kr", "cp949",
)  # fmt: skip
#: Some characters have two spellings in these.
_DOUBTFUL = frozenset({"cp932", "shift_jis", "euc_jp", "gb18030", "gbk", "big5", "euc_kr", "cp949"})


# Inside of words, Western European text has letters, and the apostrophe; and seldom four such bytes in a row.
_FOREIGN = re.compile(
    rb"[A-Za-z][\x80-\x82\x84\x86-\x91\x93-\x95\x98-\x9b\x9e-\x9f\xa1-\xa9\xab\xac\xae-\xb6\xb8\xb9\xbb-\xbf\xd7\xf7][a-z]"
    rb"|(?=[\x80-\xff]{4})[\x80-\xff]{0,8}?[\xc0-\xff]|[\x81\x8d\x8f\x90\x9d]"
)
_HIGH = re.compile(rb"[\x80-\xff]")
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# Text of another encoding within: a NUL beside every letter.
_INTERLEAVED = re.compile("(?:[^\\0]\\0){8}|(?:\\0[^\\0]){8}")


def decoded(source: BinaryIO, encoding: str | None = None) -> tuple[str, Iterator[str]]:
    """Return the encoding of a stream and its text in chunks; a byte order mark stays a part of the text.

    Without ``encoding`` a stream that can be rewound is read twice; of another, the first megabyte decides.

    Raises:
        InvalidText: the encoding cannot be told, or does not fit; says at which byte. The chunks raise it too.
    """
    if encoding:
        return encoding, _chunks(b"", source, encoding)
    head = source.read(BLOCK)
    marked = next((name for mark, name in zip(BOMS, _MARKED, strict=True) if head.startswith(mark)), "")
    found = marked or _wide(head[:8_000])
    if found:
        return found, _chunks(head, source, found)
    if source.seekable():
        source.seek(-len(head), os.SEEK_CUR)
        start = source.tell()
        found = _narrow(iter(partial(source.read, BLOCK), b""), whole=True)
        source.seek(start)
        return found, _chunks(b"", source, found)
    while len(head) < BLOCK and (more := source.read(BLOCK - len(head))):  # a pipe gives what it has
        head += more
    return (found := _narrow([head], whole=len(head) < BLOCK)), _chunks(head, source, found)


def encoded(text: str, encoding: str) -> bytes:
    """Return the bytes of a text; what the encoding lacks is spelled as an escape (``\\u0142``)."""
    return text.encode(encoding, errors="backslashreplace")


def wide(head: bytes) -> bool:
    """Whether bytes look like UTF-16 without a mark: NUL stands in every other place, and nearly nowhere else."""
    return bool(_wide(head[:8_000]))


def _wide(head: bytes) -> str:
    half = len(head) // 2
    if half < 2:
        return ""
    even, odd = head[: 2 * half : 2].count(0), head[1 : 2 * half : 2].count(0)
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.4 and odd < half * 0.05 else ""


def _narrow(blocks: Iterable[bytes], *, whole: bool) -> str:
    """Return utf-8 or cp1252."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    done, wrong = 0, -1  # bytes before the block; the first that is not UTF-8
    sequences = alone = 0  # of bytes that may be UTF-8, and bytes beyond ASCII that may not
    foreign = False
    tail = b""
    for block in blocks:
        if wrong < 0 and not (block.isascii() and not decoder.getstate()[0]):
            wrong = _wrong(decoder, block, done)
        if not block.isascii():
            found = _SEQUENCE.findall(block)
            sequences += len(found)
            alone += len(_HIGH.findall(block)) - sum(map(len, found))
            foreign = foreign or _FOREIGN.search(tail + block) is not None
        tail = block[-3:]
        done += len(block)
    if wrong < 0 and whole and decoder.getstate()[0]:
        wrong = done - len(decoder.getstate()[0])
    if wrong < 0:
        return "utf-8"
    if foreign or sequences > alone:
        raise _not_in("utf-8", wrong)
    return "cp1252"


def _wrong(decoder: codecs.IncrementalDecoder, block: bytes, done: int) -> int:
    """Return at which byte of the stream a block is no UTF-8, or -1."""
    pending = len(decoder.getstate()[0])
    try:
        decoder.decode(block)
    except UnicodeDecodeError as error:
        return done - pending + error.start
    return -1


def _chunks(head: bytes, source: BinaryIO, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)()
    doubtful = encoding in _DOUBTFUL
    done = 0  # bytes that are decoded
    pending = b""
    block = head or source.read(BLOCK)
    while True:
        given = pending + block
        position = -1
        text = ""
        try:
            text = decoder.decode(block, final=not block)
        except UnicodeDecodeError as error:
            position = done + error.start
        # Outside the handler: the decoder's error holds the bytes and must not ride along as context.
        if position >= 0:
            raise _not_in(encoding, position)
        pending = decoder.getstate()[0] if block else b""
        used = len(given) - len(pending)
        if "\0" in text and _INTERLEAVED.search(text):
            raise InvalidText(f"two encodings in one file, near byte {done}: convert it to UTF-8", position=done)
        if doubtful and text.encode(encoding, errors="ignore") != given[:used]:
            raise InvalidText(f"near byte {done} is {encoding} that has two spellings: convert the file to UTF-8")
        done += used
        if text:
            yield text
        if not block:
            return
        block = source.read(BLOCK)


def _not_in(encoding: str, position: int) -> InvalidText:
    remedy = "name the encoding of the file (--encoding)" if encoding == "utf-8" else "name another encoding"
    shown = "UTF-8" if encoding == "utf-8" else encoding
    return InvalidText(f"byte {position} is not {shown}: {remedy}, or convert it to UTF-8", position=position)
