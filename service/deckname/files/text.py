"""Plain text in UTF-8: one text, however long."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, ClassVar

from deckname.detector import Detector, Options
from deckname.errors import InvalidText
from deckname.files import Record
from deckname.stream import CORE, MARGIN, detect_stream

_BLOCK = 1 << 16  # bytes in one read


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A file that is one text; ``core`` and ``margin`` as ``detect_stream`` takes them."""

    one_text: ClassVar[bool] = True
    core: int = CORE
    margin: int = MARGIN

    def read(self, stream: BinaryIO, detector: Detector, options: Options) -> Iterator[Record]:
        """Yield the file piece by piece. Line breaks and a byte order mark stay as they are."""
        for piece in detect_stream(detector, decode(stream), options=options, core=self.core, margin=self.margin):
            yield Record((piece,), _itself)


def decode(stream: BinaryIO) -> Iterator[str]:
    """Yield the text of a UTF-8 stream in chunks.

    Raises:
        InvalidText: says at which byte the stream is no UTF-8.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    done = 0  # bytes that are decoded
    while True:
        block = stream.read(_BLOCK)
        pending = len(decoder.getstate()[0])
        try:
            text = decoder.decode(block, final=not block)
        except UnicodeDecodeError as error:
            position = done + error.start
        else:
            done += pending + len(block) - len(decoder.getstate()[0])
            if text:
                yield text
            if not block:
                return
            continue
        # Outside the handler: the decoder's error holds the bytes and must not ride along as context.
        raise _not_utf8(position)


def decode_lines(stream: BinaryIO) -> Iterator[str]:
    """Yield the lines of a UTF-8 stream with their line breaks; only a line feed ends a line. Raises as ``decode``."""
    done = 0
    for line in stream:
        try:
            text = line.decode()
        except UnicodeDecodeError as error:
            position = done + error.start
        else:
            done += len(line)
            yield text
            continue
        raise _not_utf8(position)


def _not_utf8(position: int) -> InvalidText:
    return InvalidText(f"byte {position} is not UTF-8: convert the file to UTF-8", position=position)


def _itself(texts: Sequence[str]) -> str:
    return texts[0]
