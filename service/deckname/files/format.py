"""What a format of files is: it cuts a file into values, and puts their redacted forms back.

A format knows nothing of detection. ``read`` yields batches in the order of the file; whoever drives it
(``deckname.batch``) looks through the values of each, hands the results to ``render``, and writes what comes back. All
rendered batches, one after the other, are the new file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol

from deckname.redact import Redacted

_WHOLE = re.compile(r"([+-]?[0-9]{5,})\.0")


def whole_number(text: str) -> str:
    """Return a whole number that is spelled as a fraction without the fraction, and every other text as it is.

    Where a cell of a column is empty, pandas and its like make fractions of all the others: a telephone number is
    written as 14155550132.0, which no pattern takes for one.

    >>> whole_number("14155550132.0"), whole_number("3.0"), whole_number("10.1.2.3")
    ('14155550132', '3.0', '10.1.2.3')
    """
    match = _WHOLE.fullmatch(text) if text.endswith(".0") else None
    return match[1] if match else text


@dataclass(frozen=True, slots=True)
class Value:
    """One text in a file.

    ``context`` are the words that name it (a column header, a JSON key); ``place`` tells a person where it stands
    ("line 3, text", "Sheet1!B2") without a word of what stands there. Values of one ``document`` share the numbers of
    their placeholders; None is the file as a whole.

    A text too long to be held comes as windows: ``core`` is the part of ``text`` that counts, what surrounds it is
    there to be read, and the core of the next value goes on where this one ends.

    ``type`` is what the whole value is known to be, whatever detection says: the author's name in the properties of a
    document is a PERSON. Whoever drives the format adds a span over all of it (score 1, source "format"), where that
    type is asked for.
    """

    text: str = field(repr=False)
    context: tuple[str, ...] = field(default=(), repr=False)
    place: str = ""
    document: int | None = None
    core: tuple[int, int] | None = None
    type: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """Values that are looked through together, and how their redacted texts become bytes of the new file.

    ``render`` takes one ``Redacted`` for each value, in order. Its ``text`` is the new text (of the core, where the
    value has one), and its redactions say what stands where in the old and the new: a text that lies over several
    nodes or runs of its file is put back piece by piece (``deckname.files.markup``). Given texts as they were, without
    redactions, ``render`` returns what was read, byte for byte; a table (``deckname.files.table``) returns the same
    rows.

    ``notes`` are for the report ("column 3 became text"), without a word of what stands in the file. They are read once
    the batch is rendered, so that a format may add to them by then.
    """

    values: tuple[Value, ...]
    render: Callable[[Sequence[Redacted]], bytes] = field(repr=False)
    notes: Sequence[str] = ()


class Format(Protocol):
    """A kind of file. Frozen and picklable; its fields are the options that a caller may set.

    A format that writes another kind of file than it reads has a class attribute ``appended``, the ending that is put
    behind the name of the output (".txt": ``letter.pdf`` becomes ``letter.pdf.txt``).
    """

    def read(self, source: BinaryIO) -> Iterator[Batch]:
        """Yield the file in batches of about a megabyte, or of as much as must be written together.

        Raises:
            InvalidRequest: the file is not of this format, or holds what cannot be looked through; says where, never
                what stands there. What cannot be handled is refused, never passed on.
        """
        ...
