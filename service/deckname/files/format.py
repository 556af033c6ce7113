"""What a format of files is: it cuts a file into values, and puts their redacted forms back.

A format knows nothing of detection. ``read`` yields batches in the order of the file; whoever drives it
(``deckname.batch``) looks through the values of each, hands the results to ``render``, and writes what comes back. All
rendered batches, one after the other, are the new file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol


@dataclass(frozen=True, slots=True)
class Value:
    """One text in a file.

    ``context`` are the words that name it (a column header, a JSON key); ``place`` tells a person where it stands
    ("line 3, text", "Sheet1!B2") without a word of what stands there. Values of one ``document`` share the numbers of
    their placeholders; None is the file as a whole.

    A text too long to be held comes as windows: ``core`` is the part of ``text`` that counts, what surrounds it is
    there to be read, and the core of the next value goes on where this one ends.
    """

    text: str = field(repr=False)
    context: tuple[str, ...] = field(default=(), repr=False)
    place: str = ""
    document: int | None = None
    core: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """Values that are looked through together, and how their redacted texts become bytes of the new file.

    ``render`` takes one text for each value, in order; given the texts (or cores) as they were, it
    returns what was read.
    """

    values: tuple[Value, ...]
    render: Callable[[Sequence[str]], bytes] = field(repr=False)


class Format(Protocol):
    """A kind of file. Frozen and picklable; its fields are the options that a caller may set."""

    def read(self, source: BinaryIO) -> Iterator[Batch]:
        """Yield the file in batches of about a megabyte, or of as much as must be written together.

        Raises:
            InvalidRequest: the file is not of this format, or holds what cannot be looked through; says where, never
                what stands there. What cannot be handled is refused, never passed on.
        """
        ...
