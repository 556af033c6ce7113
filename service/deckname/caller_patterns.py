"""A caller's patterns: they run under RE2, whose time is linear, and which never learns to backtrack."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import re2

from deckname.errors import InvalidPattern
from deckname.findings import Evidence, Findings, Passage, Warning
from deckname.pattern import TIMEOUT, is_named
from deckname.span import Span

#: What a context word adds to the score of a pattern, up to ``HIGHEST``.
BONUS, HIGHEST = 0.35, 0.99
#: Characters in one expression; bytes that RE2 may spend on one; matches of one pattern in one text.
MAX_LENGTH, MAX_MEMORY, MAX_MATCHES = 1000, 2 << 20, 100_000
#: Text is searched in blocks of bytes, because RE2 cannot be interrupted: a bad expression took half a minute for a
#: million characters. Blocks are smaller where the program is larger: bytes times instructions stay below ``WORK``.
#: A match begins in its block and may reach ``LONGEST`` further; what is longer is cut.
SMALLEST_BLOCK, LARGEST_BLOCK, WORK = 1_024, 16_384, 16_000_000
LONGEST = 4_096

#: RE2's reasons, which it follows with a part of the expression, and what to tell the caller.
_REASONS = {
    "missing ]": "a ] is missing",
    "missing )": "a ) is missing",
    "unexpected )": "a ) has no partner",
    "trailing \\": "it ends in a backslash",
    "invalid escape sequence": "an escape sequence is unknown (RE2 has no back-references)",
    "invalid perl operator": "a group is unknown (RE2 has no look-around)",
    "invalid character class": "a character class is wrong",
    "invalid character class range": "a character class is wrong",
    "no argument for repetition operator": "a repetition has nothing to repeat",
    "invalid repetition size": "a repetition is larger than 1000",
    "bad repetition operator": "two repetitions follow each other",
    "invalid named capture group": "the name of a group is wrong",
    "pattern too large - compile failed": "it is too large when compiled",
}


@dataclass(frozen=True, slots=True)
class CallerPattern:
    """A compiled pattern of one request: case-insensitive; a group named ``value`` is the span, else the whole match.

    Context words work as those of ``deckname.pattern.Pattern`` do and raise the score by ``BONUS``.
    """

    type: str
    expression: Any = field(repr=False)
    score: float = 0.6
    context: tuple[str, ...] = field(default=(), repr=False)

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel to another process as the expression, and compile there."""
        return partial(compiled, score=self.score, context=self.context), (0, self.type, self.expression.pattern)

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        """Return what matches in each passage; where time or matches run out, what was found so far and a warning."""
        return [self._find(passage) for passage in passages]

    def _find(self, passage: Passage) -> Findings:
        end_of_time = time.monotonic() + min(TIMEOUT, passage.remaining())
        evidence: list[Evidence] = []
        try:
            for start, end in _ranges(self.expression, passage.text, end_of_time):
                if len(evidence) == MAX_MATCHES:
                    return Findings(tuple(evidence), (Warning("too_many_matches", self.type),))
                score, reason = self._score(passage, start, end)
                if score > 0:
                    evidence.append(Evidence(Span(start, end, self.type, score, "caller"), reason))
        except TimeoutError:
            return Findings(tuple(evidence), (Warning("pattern_timeout", self.type),))
        return Findings(tuple(evidence))

    def _score(self, passage: Passage, start: int, end: int) -> tuple[float, str]:
        if self.context and is_named(passage, start, end, self.context):
            return max(self.score, min(HIGHEST, round(self.score + BONUS, 4))), "pattern, context"
        return self.score, "pattern"


def compiled(index: int, type_: str, regex: str, *, score: float, context: tuple[str, ...] = ()) -> CallerPattern:
    """Return the pattern that stands at ``index`` in the request.

    >>> badge = compiled(0, "BADGE", r"B-\\d{5}", score=0.6)
    >>> badge.find([Passage("badge b-12345")])[0].evidence[0].span
    Span(start=6, end=13, type='BADGE', score=0.6, source='caller')

    Raises:
        InvalidPattern: the expression does not compile under RE2; says why, and never quotes it.
    """
    if len(regex) > MAX_LENGTH:
        raise InvalidPattern(
            f"patterns.{index}: a regex may have {MAX_LENGTH} characters",
            index=index,
            limit=MAX_LENGTH,
            actual=len(regex),
        )
    options = re2.Options()
    options.case_sensitive = False
    options.max_mem = MAX_MEMORY
    options.never_capture = "<value>" not in regex  # faster, where RE2 must simulate all states
    options.log_errors = False  # it would write the expression to standard error
    try:
        return CallerPattern(type_, re2.compile(regex, options), score, context)
    except re2.error as error:
        reason = _reason(error)
    finally:
        re2.purge()  # its cache would keep callers' expressions
    # Outside the handler: RE2's error holds a part of the expression and must not ride along as context.
    raise InvalidPattern(f"patterns.{index}: the regex does not compile: {reason}", index=index)


def _reason(error: Exception) -> str:
    given = error.args[0] if error.args else ""
    said = given.decode("utf-8", "replace") if isinstance(given, bytes) else str(given)
    return _REASONS.get(said, _REASONS.get(said.partition(": ")[0], "RE2 does not accept it"))


def _ranges(expression: Any, text: str, end_of_time: float) -> Iterator[tuple[int, int]]:
    """Yield the matches that are not empty, in code points and in text order."""
    encoded = text.encode()
    group = expression.groupindex.get("value", 0)
    done = characters = 0
    for match in _matches(expression, encoded, end_of_time):
        start, end = match.span(group)
        if start == end:
            continue
        if len(encoded) == len(text):
            yield start, end
            continue
        # RE2's \C matches one byte and may begin or end within a character.
        start, end = _boundary(encoded, start, step=-1), _boundary(encoded, end, step=1)
        if start < done:
            continue
        first = characters + len(encoded[done:start].decode())
        characters = first + len(encoded[start:end].decode())
        done = end
        yield first, characters


def _matches(expression: Any, encoded: bytes, end_of_time: float) -> Iterator[Any]:
    """Yield the matches, block by block.

    Raises:
        TimeoutError: the time was up.
    """
    block = max(SMALLEST_BLOCK, min(LARGEST_BLOCK, WORK // expression.programsize))
    at = 0
    while at < len(encoded):
        following = _boundary(encoded, min(at + block, len(encoded)), step=1)
        if time.monotonic() > end_of_time:
            raise TimeoutError
        for match in expression.finditer(encoded, at, min(following + LONGEST, len(encoded))):
            if match.start() >= following:
                break
            if time.monotonic() > end_of_time:
                raise TimeoutError
            yield match
            at = match.end()
        at = max(at, following)


def _boundary(encoded: bytes, offset: int, *, step: int) -> int:
    """Return the nearest boundary of a character in a direction."""
    while 0 < offset < len(encoded) and encoded[offset] & 0xC0 == 0x80:
        offset += step
    return offset
