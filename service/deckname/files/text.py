"""Plain text: one text, however long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO, ClassVar

from deckname.errors import InvalidText
from deckname.files.encoding import decoded, encoded
from deckname.files.format import Batch
from deckname.files.windows import CORE, values
from deckname.redact import Redacted
from deckname.stream import MARGIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A file that is one text. Line breaks and a byte order mark stay as they are.

    ``encoding`` is found where it is not given; ``core`` and ``margin`` are the sizes of ``windows``.
    """

    #: It can be gone on with after any batch: nothing is kept from one to the next.
    resumable: ClassVar[bool] = True
    encoding: str | None = None
    core: int = CORE
    margin: int = MARGIN

    def read(self, source: BinaryIO) -> Iterator[Batch]:
        """Yield the file window by window.

        Raises:
            InvalidText: says at which byte the file cannot be read.
        """
        encoding, chunks = decoded(source, self.encoding)
        for value in values(chunks, core=self.core, margin=self.margin):
            yield Batch((value,), partial(_render, encoding))


def _render(encoding: str, redacted: Sequence[Redacted]) -> bytes:
    return encoded("".join(each.text for each in redacted), encoding)


def decode_lines(stream: BinaryIO) -> Iterator[str]:
    """Yield the lines of a UTF-8 stream with their line breaks; only a line feed ends a line.

    Raises:
        InvalidText: says at which byte the stream is no UTF-8.
    """
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
        # Outside the handler: the decoder's error holds the bytes and must not ride along as context.
        raise InvalidText(f"byte {position} is not UTF-8: convert the file to UTF-8", position=position)
