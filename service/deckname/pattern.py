"""Pattern: match, check, context. Most recognizers are values of this class."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import regex

from deckname.findings import CHECK_FAILED, Evidence, Findings, Passage, Warning
from deckname.span import Span

#: How far before and after a match its context words may stand, in characters.
BEFORE, AFTER = 60, 25
#: The longest that one pattern may look through one passage, in seconds, and for each million characters of it.
TIMEOUT, TIMEOUT_PER_MILLION = 5.0, 30.0

# Within the class `regex` is the field of that name.
_IGNORECASE = regex.IGNORECASE
_Match = regex.Match[str]


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """A type of data that a regular expression describes.

    ``regex`` runs over folded text (``deckname.text.normalise``), case-insensitively unless it says ``(?-i:)``; a group
    named ``value`` is the span where only a part of the match is. ``valid`` checks the matched value (a checksum).

    ``context`` are words that name such data: whole words, ``*`` for any further letters, a space for any white
    space. With one of them shortly before the match (or just after, or in the passage's own context) the score is
    ``context_score``; without one it is ``score``, and a ``score`` of 0 means that the match is nothing then. Where the
    check fails the match is nothing, save with context: people mistype, so it is found with ``failed_score``.

    >>> badge = Pattern(type="BADGE", regex=r"B-\\d{5}", score=0.0, context=("badge*",), context_score=0.8)
    >>> [findings.evidence[0].span.start for findings in badge.find([Passage("Badges: B-12345")])]
    [8]
    >>> badge.find([Passage("part B-12345")])[0].evidence
    ()
    """

    type: str
    regex: str
    score: float
    valid: Callable[[str], bool] | None = None
    context: tuple[str, ...] = ()
    context_score: float = 0.0
    failed_score: float = 0.0
    source: str = "pattern"
    timeout: float = TIMEOUT
    flags: int = field(default=_IGNORECASE, repr=False)

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        """Return what matches in each passage; a passage that takes too long brings a warning instead."""
        return [self._find(passage) for passage in passages]

    def _find(self, passage: Passage) -> Findings:
        allowed = self.timeout + TIMEOUT_PER_MILLION * len(passage.text) / 1_000_000
        budget = min(allowed, passage.remaining())
        if budget <= 0:
            return Findings(warnings=(Warning("pattern_timeout", self.type),))
        try:
            # The list and not the iterator, so that the time limit covers all matching.
            matches = list(_compiled(self.regex, self.flags).finditer(passage.text, timeout=budget))
        except TimeoutError:
            return Findings(warnings=(Warning("pattern_timeout", self.type),))
        return Findings(tuple(self._weigh(matches, passage)))

    def _weigh(self, matches: Sequence[_Match], passage: Passage) -> Iterator[Evidence]:
        for match in matches:
            group = "value" if "value" in match.re.groupindex else 0
            start, end = match.span(group)
            if start == end:
                continue
            named = bool(self.context) and is_named(passage, start, end, self.context)
            passed = self.valid is None or self.valid(match.group(group))
            score, reason = self.score, "pattern"
            if named:
                score, reason = max(self.score, self.context_score), "pattern, context"
            if not passed:
                score, reason = (self.failed_score if named else 0.0), CHECK_FAILED
            elif self.valid is not None:
                reason = reason.replace("pattern", "pattern, check")
            if score > 0:
                yield Evidence(Span(start, end, self.type, score, self.source), reason)


def is_named(passage: Passage, start: int, end: int, context: tuple[str, ...]) -> bool:
    """Whether context words stand shortly before ``start`` or just after ``end``, or describe the whole passage.

    The search stops at an empty line. After the value it stops at the end of the line, too.
    """
    words = _context(context)
    if any(words.search(words_of_passage) for words_of_passage in passage.context):
        return True
    text = passage.text
    before = text[max(0, start - BEFORE) : start]
    before = before[before.rfind("\n\n") + 1 :]
    if words.search(before):
        return True
    after = text[end : end + AFTER].partition("\n")[0]
    return bool(words.search(after))


@lru_cache(maxsize=1024)
def _compiled(expression: str, flags: int) -> regex.Pattern[str]:
    return regex.compile(expression, flags)


@lru_cache(maxsize=1024)
def _context(context: tuple[str, ...]) -> regex.Pattern[str]:
    parts = []
    for word in context:
        body = regex.escape(word.strip("*"), special_only=True, literal_spaces=True).replace(" ", r"[\s_\-]*")
        parts.append((r"\p{L}*" if word.startswith("*") else "") + body + (r"\p{L}*" if word.endswith("*") else ""))
    words = "|".join(parts)
    # An underscore or a digit ends a word too: "card_number", "ssn1".
    return regex.compile(rf"(?<!\p{{L}})(?:{words})(?!\p{{L}})", regex.IGNORECASE)
