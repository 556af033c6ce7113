"""Word documents (.docx) and presentations (.pptx): every part of them, see ``ooxml``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from deckname.files import blank, ooxml
from deckname.files.format import Batch
from deckname.files.whole import read


@dataclass(frozen=True, slots=True, kw_only=True)
class Docx:
    """A Word document; ``images`` says what becomes of its pictures: "blank", "keep" or "refuse"."""

    images: blank.Images = "blank"

    def read(self, source: BinaryIO) -> Iterator[Batch]:
        """Yield the document as one batch."""
        yield ooxml.read(read(source), "word", self.images).batch()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pptx:
    """A PowerPoint presentation; ``images`` as for ``Docx``."""

    images: blank.Images = "blank"

    def read(self, source: BinaryIO) -> Iterator[Batch]:
        """Yield the presentation as one batch."""
        yield ooxml.read(read(source), "ppt", self.images).batch()
