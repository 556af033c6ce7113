"""Candidates: a cheap search for what a value begins with or holds, and an expensive look at each place.

An expression that begins with one character is found by ``memchr``: a millionth of a second for each thousand
characters, a hundred times as fast as a look at every word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from deckname.findings import Evidence, Findings, Passage, Warning
from deckname.recognizers.labelled import windows
from deckname.span import Span

#: The clock is read once in so many places.
CLOCK_EVERY = 256

#: Start and end of a value, its score, and the reason for it.
Found = tuple[int, int, float, str]


@dataclass(frozen=True, kw_only=True)
class Candidates:
    """A recognizer that looks at every match of ``near``, an expression for the standard library's ``re``.

    ``look`` must only read a bounded part of the text around the match, or all of the match. Inside what it found it
    is not asked again. With ``hints``, as ``Hinted`` has them, only what is near them is looked at.

    >>> def look(passage, match):
    ...     return (match.start() - 1, match.end() + 1, 0.9, "pattern")
    >>> pairs = Candidates(type="PAIR", near="=", look=look)
    >>> [(item.span.start, item.span.end) for item in pairs.find([Passage("a=b, c==d")])[0].evidence]
    [(0, 3), (5, 8)]
    """

    type: str
    near: str
    look: Callable[[Passage, re.Match[str]], Found | None]
    hints: tuple[str, ...] = ()
    before: int = 0
    after: int = 0

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        """Return what each passage holds; a passage that takes too long brings a warning."""
        return [self._find(passage) for passage in passages]

    def _find(self, passage: Passage) -> Findings:
        whole = [(0, len(passage.text))]
        near = windows(passage.text, self.hints, before=self.before, after=self.after) if self.hints else whole
        return self.find_in(passage, near)

    def called_by(self, context: tuple[str, ...]) -> bool:
        """Never: what names a passage is for ``look`` to ask for."""
        return False

    def find_in(self, passage: Passage, ranges: Sequence[tuple[int, int]]) -> Findings:
        """Return what is found where ``near`` matches in disjoint ranges of a passage."""
        found: list[Evidence] = []
        done = 0
        near = re.compile(self.near)
        places = (match for start, end in ranges for match in near.finditer(passage.text, start, end))
        for count, match in enumerate(places):
            if count % CLOCK_EVERY == 0 and passage.remaining() <= 0:
                return Findings(tuple(found), (Warning("pattern_timeout", self.type),))
            if match.start() < done or (seen := self.look(passage, match)) is None:
                continue
            start, done, score, reason = seen
            found.append(Evidence(Span(start, done, self.type, score, "pattern"), reason))
        return Findings(tuple(found))
