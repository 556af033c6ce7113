"""A text of any size cut into windows, each a value that is looked through by itself.

The cores of the windows are the text, one after the other; what surrounds a core is there to be read (``Value.core``).
How spans across their edges stay whole is the business of ``deckname.batch.stitch``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from deckname.files.format import Value
from deckname.stream import MARGIN, cut

#: Characters in one core: large enough that margins cost little, small enough that two cores share a file of 1 MB.
CORE = 250_000


@dataclass(frozen=True, slots=True)
class Window:
    """``text[core[0]:core[1]]`` counts, and begins ``start`` characters into the whole."""

    text: str = field(repr=False)
    core: tuple[int, int]
    start: int


def windows(chunks: Iterable[str], *, core: int = CORE, margin: int = MARGIN) -> Iterator[Window]:
    """Yield the windows of a text; ``chunks`` may be cut anywhere, sizes count characters.

    >>> [(each.text, each.core) for each in windows(["see ada ", "and bob"], core=8, margin=3)]
    [('see ada and', (0, 8)), ('da and bob', (3, 10))]
    """
    parts = iter(chunks)
    ended = False
    buffer, behind, position = "", 0, 0  # buffer[behind] is the text's character ``position``
    while True:
        gathered, size = [buffer], len(buffer)
        while not ended and size <= behind + core + margin:
            chunk = next(parts, None)
            if chunk is None:
                ended = True
            else:
                gathered.append(chunk)
                size += len(chunk)
        buffer = "".join(gathered)
        if len(buffer) == behind:
            return
        last = ended and len(buffer) - behind <= core + margin
        end = len(buffer) if last else cut(buffer, behind, behind + core)
        start = max(0, behind - margin)
        yield Window(buffer[start : end + margin], (behind - start, end - start), position)
        position += end - behind
        kept = max(0, end - margin)
        buffer, behind = buffer[kept:], end - kept


def values(chunks: Iterable[str], *, core: int = CORE, margin: int = MARGIN) -> Iterator[Value]:
    """Yield the windows of a text as values."""
    for window in windows(chunks, core=core, margin=margin):
        yield Value(window.text, core=window.core)
