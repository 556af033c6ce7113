"""A text of any size through a moving window: memory stays bounded, and no value is cut at a border.

           ┌── context ──┬────────── core ──────────┬── context ──┐
    ───────┴─────────────┴──────────────────────────┴─────────────┴───────▶ text

The detector sees the whole window; a span counts where it begins in the core, and the next core begins behind it. So
the result is that of the whole text, as long as a match together with what it looks at (context words, look-around)
fits in the margin. A longer value makes the window grow. What the model reads together, and whether a text counts as
written in capitals, follows the window and not the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from math import prod

from deckname.detector import Detection, Detector, Options
from deckname.errors import InvalidText
from deckname.findings import Warning
from deckname.span import Span
from deckname.text import OffsetUnit, convert_offsets

CORE = 100_000
#: The longest values are private keys: about 6,500 characters for RSA with 8,192 bits.
MARGIN = 8_000
#: A window grows up to this many cores for a value that reaches its end.
_GROWTH = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a text, ``start`` characters into it, and the spans within; their offsets count the whole text."""

    text: str = field(repr=False)
    start: int = 0
    spans: tuple[Span, ...] = ()
    score: float = 0.0
    contains_pii: bool = False
    warnings: tuple[Warning, ...] = ()

    @property
    def local(self) -> tuple[Span, ...]:
        """The spans with offsets into this piece."""
        return tuple(moved(span, -self.start) for span in self.spans)


def moved(span: Span, by: int) -> Span:
    """Return the span ``by`` characters further on."""
    return replace(span, start=span.start + by, end=span.end + by) if by else span


def detect_stream(
    detector: Detector,
    chunks: Iterable[str],
    *,
    options: Options | None = None,
    core: int = CORE,
    margin: int = MARGIN,
) -> Iterator[Piece]:
    """Yield the text in pieces and what is found in each; together they are the text, and no span leaves its piece.

    ``chunks`` may be cut anywhere. ``core`` and ``margin`` count characters.

    >>> from deckname.pattern import Pattern
    >>> detector = Detector([Pattern(type="BADGE", regex=r"B-\\d{5}", score=0.9)])
    >>> options = Options(own_types=frozenset({"BADGE"}))
    >>> pieces = detect_stream(detector, ["see B-1", "2345 here"], options=options, core=4, margin=8)
    >>> [(piece.start, piece.text, len(piece.spans)) for piece in pieces]
    [(0, 'see ', 0), (4, 'B-12345 here', 1)]

    Raises:
        what ``Detector.detect`` raises.
    """
    if core < 1 or margin < 0:
        raise ValueError(f"core must be at least 1 and margin at least 0, not {core} and {margin}")
    options = detector.resolved(options or Options())
    alarming = options.alarming
    source = _Source(chunks)
    behind, position, buffer = 0, 0, source.take(core + margin)  # buffer[behind] is the text's character ``position``
    while len(buffer) > behind:
        buffer += source.take(behind + core + margin - len(buffer))
        last = source.ended and len(buffer) - behind <= core + margin
        limit = len(buffer) if last else cut(buffer, behind, behind + core)
        detection = _detect(detector, buffer, options, position - behind)
        longest = behind + _GROWTH * core + margin
        while not source.ended and len(buffer) < longest and _reaches(detection, limit, len(buffer) - margin // 4):
            buffer += source.take(len(buffer))
            detection = _detect(detector, buffer, options, position - behind)
        spans = _within(detection, behind, limit)
        end = max(limit, spans[-1].end) if spans else limit
        found = tuple(moved(span, position - behind) for span in spans)
        yield Piece(
            buffer[behind:end],
            position,
            found,
            detection.score,
            any(span.type in alarming for span in found),
            detection.warnings,
        )
        position += end - behind
        kept = max(0, end - margin)
        buffer, behind = buffer[kept:], end - kept
        if len(buffer) == behind:
            buffer += source.take(core + margin)


def cut(buffer: str, start: int, end: int) -> int:
    """Return where a core ends: behind an empty line, a line break or a space in its last quarter, or at ``end``."""
    earliest = max(start + 1, end - (end - start) // 4)
    for breaks in (("\n\n", "\n\r\n"), ("\n",), (" ", "\t", "\r")):
        found = [at + len(each) for each in breaks if (at := buffer.rfind(each, start, end)) >= 0]
        if found and max(found) >= earliest:
            return max(found)
    return end


def _detect(detector: Detector, window: str, options: Options, start: int) -> Detection:
    try:
        return detector.detect(window, options=options)
    except InvalidText as error:
        position = start + int(error.facts["position"])
    raise InvalidText(f"a lone surrogate at character {position}: send well-formed Unicode", position=position)


def _reaches(detection: Detection, limit: int, end: int) -> bool:
    """Whether a span that counts for this core goes on to ``end``, so that the window may have cut it off."""
    return any(span.start < limit and span.end >= end for span in detection.spans)


def _within(detection: Detection, start: int, limit: int) -> list[Span]:
    """Return the spans that begin before ``limit``, without what lies before ``start``.

    A span that reaches over ``start`` was not seen by the window before, or it would have ended there: what it covers
    from here on stays covered.
    """
    return [
        span if span.start >= start else replace(span, start=start)
        for span in detection.spans
        if span.end > start and span.start < limit
    ]


class _Source:
    """Chunks of any size, taken in the sizes that are needed."""

    def __init__(self, chunks: Iterable[str]) -> None:
        self._chunks = iter(chunks)
        self._chunk, self._used = "", 0
        self.ended = False

    def take(self, count: int) -> str:
        """Return the next ``count`` characters, or what is left of the text."""
        taken: list[str] = []
        while count > 0 and not self.ended:
            part = self._chunk[self._used : self._used + count]
            taken.append(part)
            count -= len(part)
            self._used += len(part)
            if self._used == len(self._chunk):
                self._advance()
        return "".join(taken)

    def _advance(self) -> None:
        for chunk in self._chunks:
            if chunk:
                self._chunk, self._used = chunk, 0
                return
        self._chunk, self._used, self.ended = "", 0, True


@dataclass(slots=True)
class Counter:
    """Turns code-point offsets into another unit, and into lines and columns, as the pieces of a text go by."""

    unit: OffsetUnit = OffsetUnit.CODEPOINT
    _units: int = 0
    _line: int = 1
    _column: int = 1

    def offsets(self, piece: Piece) -> list[tuple[int, int]]:
        """Return start and end of each span of the piece in the unit."""
        edges = [edge for span in piece.local for edge in (span.start, span.end)]
        *converted, length = convert_offsets(piece.text, [*edges, len(piece.text)], self.unit)
        base = self._units
        self._units += length
        return [(base + start, base + end) for start, end in zip(converted[::2], converted[1::2], strict=True)]

    def positions(self, piece: Piece) -> list[tuple[int, int]]:
        """Return the line and the column, both from 1, at which each span of the piece begins."""
        found: list[tuple[int, int]] = []
        done = 0
        for span in piece.local:
            self._pass(piece.text, done, span.start)
            done = span.start
            found.append((self._line, self._column))
        self._pass(piece.text, done, len(piece.text))
        return found

    def _pass(self, text: str, start: int, end: int) -> None:
        breaks = text.count("\n", start, end)
        if breaks:
            self._line += breaks
            self._column = end - text.rindex("\n", start, end)
        else:
            self._column += end - start


def combined_score(scores: Iterable[float]) -> float:
    """Return the score of a text from those of its pieces: the probability that one of them holds an identifier."""
    given = list(scores)
    return given[0] if len(given) == 1 else round(1 - prod(1 - score for score in given), 4)
