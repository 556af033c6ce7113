"""A text that comes bit by bit, redacted as it comes: what is held back is bounded, and no value is torn.

As in ``stream``, a window moves over the text, and what begins in its core is decided when the margin behind is there.
Here nobody waits for text: it is handed in, and windows are looked through once they are full. Where windows end
depends on the text alone, so that the result is the same however the text was cut into chunks.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from deckname.detector import Detection, Detector, Options
from deckname.errors import DeadlineExceeded, Incomplete
from deckname.policy import Policy
from deckname.redact import redact
from deckname.session import Session
from deckname.span import Span
from deckname.stream import MARGIN, cut, moved

#: The text before a window's core that is looked at again, at least: "social security number:" and the like.
_CONTEXT = 200
#: Characters that a value may make a window wait for its end: more than any pattern matches (8,192-bit private keys).
_LONGEST = 8_500
_ONE_VALUE = r"[A-Za-z0-9+/=_.~%:@-]"
#: What may be one value as long as it goes on: tokens, URLs, keys. Scripts without spaces are not held for ever.
_RUN = regex.compile(_ONE_VALUE + "*")
#: A private key is found as a whole, so that its beginning waits for its end.
_OPEN_KEY = regex.compile(
    r"-----BEGIN (?:[A-Z\d]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?!.{0,8000}?-----END )", regex.DOTALL
)


@dataclass(frozen=True, slots=True)
class Size:
    """How much of a text is decided at a time (``core``), and how much behind it is looked at (``margin``)."""

    core: int
    margin: int

    @classmethod
    def holding(cls, characters: int) -> Size:
        """Return the size that holds back so many characters at most, as long as no value is longer."""
        margin = min(3 * characters // 4, MARGIN)
        return cls(max(1, characters - margin), margin)


class Live:
    """One text: ``feed`` what came, take what ``advance`` returns, and ``end`` it.

    >>> from deckname.pattern import Pattern
    >>> detector = Detector([Pattern(type="US_SSN", regex=r"\\d{3}-\\d\\d-\\d{4}", score=0.9)])
    >>> live = Live(detector, Options(), Policy(), Session(), Size(core=4, margin=12))
    >>> live.feed("my number is 536-90")
    >>> live.advance()
    'my numb'
    >>> live.feed("-4399")
    >>> live.end()
    >>> live.advance()
    'er is <US_SSN>'
    """

    def __init__(
        self,
        detector: Detector,
        options: Options,
        policy: Policy,
        session: Session,
        size: Size,
        *,
        deadline: float | None = None,
        fail_closed: bool = True,
    ) -> None:
        self._detector, self._options = detector, detector.resolved(options)
        self._policy, self._session, self._size = policy, session, size
        self._deadline, self._fail_closed = deadline, fail_closed
        self._pending: list[str] = []
        self._waiting = 0  # characters in ``_pending``
        self._half = ""  # the first half of a character of two, where JSON was cut between them
        self._buffer, self._behind = "", 0  # what is decided goes up to ``_behind``
        self._wanted = size.core + size.margin  # characters behind ``_behind`` that the next window takes
        self._ended = False
        self.characters = 0
        self.found: list[tuple[Detection, str]] = []  # of the windows since somebody looked

    def feed(self, text: str) -> None:
        """Take what comes next of the text."""
        if self._half and text:
            text = (self._half + text).encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
            self._half = ""
        if text and "\ud800" <= text[-1] <= "\udbff":
            text, self._half = text[:-1], text[-1]
        if text:
            self._pending.append(text)
            self._waiting += len(text)
            self.characters += len(text)

    def end(self) -> None:
        """Say that the text is whole."""
        if self._half:
            self._pending.append(self._half)
            self._waiting += 1
            self._half = ""
        self._ended = True

    @property
    def ready(self) -> bool:
        """Whether ``advance`` has something to look through."""
        there = len(self._buffer) - self._behind + self._waiting
        return there > 0 if self._ended else there >= self._wanted

    def advance(self) -> str:
        """Return what is decided of the text, redacted; computes, so not on the event loop.

        Raises:
            InvalidText: a lone surrogate; its position counts the window.
            DeadlineExceeded, Incomplete: time ran out for the stream, or for a recognizer.
        """
        return "".join(self._decided())

    def _decided(self) -> Iterator[str]:
        while self.ready:
            self._take()
            start, buffer = self._behind, self._buffer
            last = self._ended and not self._waiting and len(buffer) - start <= self._size.core + self._size.margin
            limit = len(buffer) if last else self._limit(start)
            detection = self._detect(buffer)
            if self._goes_on(detection, limit):
                continue  # with a larger window
            spans = _within(detection, start, limit)
            end = max(limit, spans[-1].end) if spans else limit
            local = [moved(span, -start) for span in spans]
            text = buffer[start:end]
            self.found.append((replace(detection, spans=tuple(local), evidence=()), text))
            yield redact(text, local, self._policy, session=self._session).text
            kept = max(0, end - max(self._size.margin, _CONTEXT))
            self._buffer, self._behind = buffer[kept:], end - kept
            self._wanted = self._size.core + self._size.margin

    def _take(self) -> None:
        """Fill the window, with what it wants and no more, so that its edge is where it is in any stream."""
        missing = self._wanted - (len(self._buffer) - self._behind)
        if missing <= 0:
            return
        pending = "".join(self._pending)
        self._buffer += pending[:missing]
        self._pending = [pending[missing:]] if len(pending) > missing else []
        self._waiting = max(0, self._waiting - missing)

    def _limit(self, start: int) -> int:
        """Return where the core ends: not within what may be one value, save where that is all there is."""
        buffer = self._buffer
        limit = cut(buffer, start, start + self._size.core)
        run = limit
        while run > start and _RUN.fullmatch(buffer, run - 1, run):
            run -= 1
        if start < run < limit and _RUN.fullmatch(buffer, limit, limit + 1):
            limit = run
        opened = _OPEN_KEY.search(buffer, start)
        return opened.start() if opened and start < opened.start() < limit else limit

    def _goes_on(self, detection: Detection, limit: int) -> bool:
        """Ask for a larger window where something that begins in the core may go on behind its end."""
        buffer, start = self._buffer, self._behind
        held = len(buffer) - start
        if (self._ended and not self._waiting) or held >= _LONGEST + self._size.core + self._size.margin:
            return False
        end = len(buffer) - self._size.margin // 4
        goes_on = any(span.start < limit and span.end >= end for span in detection.spans)
        if not goes_on and (run := _RUN.match(buffer, limit)) and run.end() > limit:
            goes_on = run.end() >= end and bool(_RUN.fullmatch(buffer, limit - 1, limit))
        if not goes_on and (opened := _OPEN_KEY.search(buffer, start)):
            goes_on = opened.start() < limit
        if goes_on:
            self._wanted = min(2 * held, _LONGEST + self._size.core + self._size.margin)
        return goes_on

    def _detect(self, window: str) -> Detection:
        options = self._options
        if self._deadline is not None:
            left = self._deadline - time.monotonic()
            if left <= 0:
                raise DeadlineExceeded("the time budget of the stream ran out")
            options = replace(options, timeout=left)
        detection = self._detector.detect(window, options=options)
        if detection.warnings and self._fail_closed:
            missing = ", ".join(sorted({warning.type for warning in detection.warnings}))
            raise Incomplete(f"not every recognizer finished: {missing}", types=missing)
        return detection


def _within(detection: Detection, start: int, limit: int) -> list[Span]:
    """Return the spans that begin before ``limit``, without what lies before ``start``: that is gone already."""
    return [
        span if span.start >= start else replace(span, start=start)
        for span in detection.spans
        if span.end > start and span.start < limit
    ]
