"""Who may come in now: token buckets for callers, and bounded room for all of them together."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from deckname.errors import DecknameError, LimitExceeded, Overloaded
from deckname.text import check

#: Seconds of its rate that a caller may use at once.
BURST_SECONDS = 2.0


def check_count(count: int, most: int) -> None:
    """Refuse more texts than a request may have. Raises ``LimitExceeded``."""
    if count > most:
        raise LimitExceeded("too_many_texts", f"a request may have {most} texts", limit=most, actual=count)


def check_text(text: str, longest: int) -> None:
    """Refuse a text that is not looked at.

    Raises:
        LimitExceeded: it is longer than ``longest``.
        InvalidText: it is no Unicode.
    """
    if len(text) > longest:
        raise LimitExceeded("text_too_long", f"a text may have {longest} characters", limit=longest, actual=len(text))
    check(text)


class RateLimited(DecknameError):
    """A caller asks for more than its share; ``retry_after`` are whole seconds."""

    code = "rate_limited"

    def __init__(self, what: str, retry_after: int) -> None:
        super().__init__(f"too many {what} a second for this key; try again later")
        self.retry_after = retry_after


class Bucket:
    """A token bucket that may run into debt: what a request costs may be known only after it was let in.

    >>> clock = iter([0.0, 0.0, 0.5, 3.0]).__next__
    >>> bucket = Bucket(2.0, clock=clock)
    >>> bucket.wait()
    0.0
    >>> bucket.take(5.0)
    >>> bucket.wait(), bucket.wait()  # half a second and three seconds later
    (0.5, 0.0)
    """

    __slots__ = ("_clock", "_full", "_level", "_rate", "_read")

    def __init__(self, rate: float, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._full = max(1.0, rate * BURST_SECONDS)
        self._level = self._full
        self._clock = clock
        self._read = clock()

    def wait(self) -> float:
        """Return the seconds until there is one in it."""
        now = self._clock()
        self._level = min(self._full, self._level + (now - self._read) * self._rate)
        self._read = now
        return 0.0 if self._level >= 1 else (1 - self._level) / self._rate

    def take(self, amount: float) -> None:
        self._level -= amount


@dataclass(frozen=True, slots=True)
class Rates:
    """What one caller may ask for in a second; 0 is no limit."""

    requests: float = 0.0
    characters: float = 0.0


class RateLimits:
    """The buckets of all callers, by name: as many as there are keys."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._buckets: dict[tuple[str, str, float], Bucket] = {}
        self._clock = clock

    def enter(self, caller: str, rates: Rates) -> None:
        """Count one request.

        Raises:
            RateLimited: of requests or of characters the caller had its share.
        """
        for what, rate in (("requests", rates.requests), ("characters", rates.characters)):
            if rate and (wait := self._bucket(caller, what, rate).wait()):
                raise RateLimited(what, max(1, math.ceil(wait)))
        if rates.requests:
            self._bucket(caller, "requests", rates.requests).take(1)

    def charge(self, caller: str, rates: Rates, characters: int) -> None:
        """Count the characters of a request that was let in."""
        if rates.characters:
            self._bucket(caller, "characters", rates.characters).take(characters)

    def _bucket(self, caller: str, what: str, rate: float) -> Bucket:
        key = (caller, what, rate)  # a rate that a key file changes begins anew
        if key not in self._buckets:
            self._buckets[key] = Bucket(rate, clock=self._clock)
        return self._buckets[key]


class Room:
    """Requests and bytes that are inside; used on the event loop alone."""

    def __init__(self, *, requests: int, bytes_: int) -> None:
        self._requests = requests
        self._bytes = bytes_
        self.inside = 0
        self.held = 0

    def check(self, arriving: int = 0) -> None:
        """Refuse a request that would wait in vain; cheap, and before anything of its body is read.

        Raises:
            Overloaded: there is no room.
        """
        if self.inside >= self._requests or (arriving and self.held and self.held + arriving > self._bytes):
            raise Overloaded("too many requests are waiting; try again later")

    def hold(self, size: int, *, own: int = 0) -> None:
        """Keep ``size`` more bytes of a body, of which ``own`` are held already; they must be ``release``d.

        Raises:
            Overloaded: together the bodies are too large; a lone one never is.
        """
        if self.held > own and self.held + size > self._bytes:
            raise Overloaded("too many requests are waiting; try again later")
        self.held += size

    def release(self, size: int) -> None:
        self.held -= size
