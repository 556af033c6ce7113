"""Windows put together again: what each window found becomes what the whole text holds.

A span counts where it begins in the core; one that goes on behind the core takes those characters with it, and the next
window's piece begins behind it. A span that reaches the end of its window may go on: the window is looked through once
more, with what follows. The result is that of the whole text, as long as a match together with what it looks at
fits in the margin (see ``deckname.stream``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from deckname.detector import Detection
from deckname.files.format import Value
from deckname.span import Span
from deckname.stream import Piece, moved

#: A window grows up to this many times its size for a value that reaches its end.
_GROWTH = 4


@dataclass(slots=True)
class Stitcher:
    """The windows of one text as they go by."""

    alarming: frozenset[str]
    look_again: Callable[[str, Value], Detection]
    position: int = 0  # in the whole text
    taken: int = 0  # characters of the next core that belong to the piece before

    def piece(self, value: Value, detection: Detection, following: Sequence[Value]) -> Piece:
        """Return the piece of a window's core; ``following`` are the windows behind it, as far as they are read."""
        if value.core is None:
            raise ValueError("a window has a core")
        first, limit = value.core
        start = first + self.taken
        if start >= limit:
            self.taken = start - limit
            return Piece("", self.position)
        text, detection = self._grown(value, detection, limit, following)
        spans = _within(detection.spans, start, limit)
        end = max(limit, spans[-1].end) if spans else limit
        piece = Piece(
            text[start:end],
            self.position,
            tuple(moved(span, self.position - start) for span in spans),
            detection.score,
            any(span.type in self.alarming for span in spans),
            detection.warnings,
        )
        self.position += end - start
        self.taken = end - limit
        return piece

    def _grown(
        self, value: Value, detection: Detection, limit: int, following: Sequence[Value]
    ) -> tuple[str, Detection]:
        text = value.text
        longest = _GROWTH * len(text)
        edge = len(text) - (len(text) - limit) // 4
        beyond = len(text) - limit  # characters of the following cores that the text holds already
        for window in following:
            reaches = any(span.start < limit and span.end >= edge for span in detection.spans)
            if window.core is None or not reaches or len(text) >= longest:
                break
            more = window.text[window.core[0] + beyond :]
            if more:
                text += more
                detection = self.look_again(text, value)
                edge = len(text) - (len(window.text) - window.core[1]) // 4
            beyond = len(window.text) - window.core[1] if more else beyond - (window.core[1] - window.core[0])
        return text, detection


def _within(spans: Sequence[Span], start: int, limit: int) -> list[Span]:
    """Return the spans that begin before ``limit``, without what lies before ``start``.

    A span that reaches over ``start`` was not seen by the window before, or that would have ended there: what it covers
    from here on stays covered.
    """
    return [
        span if span.start >= start else replace(span, start=start)
        for span in spans
        if span.end > start and span.start < limit
    ]
