"""What every format is read into and written from.

A *draft* is a row as somebody wrote it: its marks may be wrong. ``training.convert.mend`` turns drafts into examples
and says what it found; writers see examples alone, whose spans are right by construction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from deckname.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """One entity as a row has it: offsets (half-open, code points), or the value alone, or both.

    ``type`` is the row's own word for it and may name several ("Name, Email").
    """

    type: str
    start: int | None = None
    end: int | None = None
    value: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Draft:
    """One row: where it stands ("row 3"), its text, marks, and labels of the text as a whole.

    ``marks`` is None where the row says nothing of entities, and empty where it says that there are none.
    """

    place: str
    text: str = field(repr=False)
    marks: tuple[Mark, ...] | None = None
    id: str = ""
    lang: str = ""
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its spans and the labels of the text as a whole; spans are None where nothing is known of them."""

    id: str
    text: str = field(repr=False)
    spans: tuple[Span, ...] | None = None
    lang: str = ""
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with two options or more, of which a person chose one; ``best`` counts from 0."""

    place: str
    question: str = field(repr=False)
    options: tuple[str, ...] = field(repr=False)
    best: int = 0


@dataclass(frozen=True, slots=True)
class Bad:
    """A row that cannot be read: where it stands, and why, in words that hold nothing of it."""

    place: str
    why: str


class Format(Protocol):
    """A way to write examples down. ``carries`` names what of an example survives being written and read again:
    "spans", "types", "labels", "ids", "lang", "whitespace", "unknown" (that nothing is known of the spans).
    """

    @property
    def name(self) -> str: ...

    @property
    def carries(self) -> frozenset[str]: ...

    def read(self, path: Path) -> Iterator[Draft | Bad]:
        """Yield the rows of a file or folder, in order; a row that cannot be read is a ``Bad`` one."""
        ...

    def write(self, examples: Iterable[Example], path: Path) -> None:
        """Write examples to a file or folder."""
        ...


ALL = frozenset({"spans", "types", "labels", "ids", "lang", "whitespace", "unknown"})
