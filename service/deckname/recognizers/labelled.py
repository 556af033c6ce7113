"""Labelled: data that only the words right before it name. And Hinted: look only where a literal stands.

Most identity numbers look like any other number. What tells them apart is their label, so label and value are matched
together: a loose window of context words would take the order number next door for a passport.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Protocol

import regex

from deckname.findings import CHECK_FAILED, Evidence, Findings, Passage, Warning
from deckname.pattern import TIMEOUT
from deckname.span import Span
from deckname.text import lower

#: How far a label may reach before its hint, and label with value after it, in characters.
REACH_BEFORE, REACH_AFTER = 50, 130
#: What a hint begins with that must stand where a word begins, and ends with where one must end.
WORD_START, WORD_END = "^", "$"
#: "number" in many words, behind a label: "passport no.", "passport_number", "Pass-Nr.".
NUMBER = (
    r"(?:[ _.\-]{0,2}(?:numbers?|nummern?|num|no|nr|n°|№|#|id|code)(?!\p{L})\.?|(?: mit der nummer"
    r"| with (?:the )?number)(?!\p{L}))?"
)
_VERBS = r"is|was|lautete?|ist|war|est|es|è|era"
_LINK = (
    r"""["'*_`]{0,2}(?: \([^()\n]{1,30}\))?[ \t]{0,4}(?:(?:[:=#|]|[-=]>|(?:"""
    + _VERBS
    + r""")(?= )|-(?= ))[ \t]{0,4}){0,2}(?:\n[ \t]{0,4})?["'(\[*]{0,2}"""
)
_OWNER = (
    r"(?:my|the|his|her|our|your|their|die|der|das|mein|meine|ihre?|seine?|mi|su|mon|ma|son|sa|la|le|el|il|mio"
    r"|mia|de|n[uú]mero) "
)
_BACK = rf",? \(?(?:(?:{_VERBS}) (?:{_OWNER}){{0,3}}|\()"


@dataclass(frozen=True, kw_only=True)
class Labelled:
    """A type of data whose value follows its label, or precedes it: "A12345678 is my passport number".

    ``label`` and ``value`` are regular expressions over folded text, ignoring case. ``hints`` are lower-case literals,
    one of which is in whatever ``label`` matches: text without them is not looked at. A column header or JSON key in
    the passage's context that holds a label names the values in the passage. Values hold a digit, save where ``whole``
    is set: then they may be anything, and a context names the passage as a whole. ``reach`` is how far value and label
    end after the hint at most.

    ``valid`` checks a value; what fails is found with ``failed_score``, for people mistype.

    >>> badge = Labelled(type="BADGE", hints=("badge",), label="badge", value=r"B\\d{4}")
    >>> for text in ("Badge no. is B1234", "B1234 is my badge number", "badge\\nB1234", "badge of B1234"):
    ...     print([item.span.start for item in badge.find([Passage(text)])[0].evidence])
    [13]
    [0]
    [6]
    []
    >>> [item.span.score for item in badge.find([Passage("B1234", context=("badge_no",))])[0].evidence]
    [0.9]
    """

    type: str
    hints: tuple[str, ...]
    label: str
    value: str
    score: float = 0.9
    valid: Callable[[str], bool] | None = None
    failed_score: float = 0.0
    number: str = NUMBER
    link: str = _LINK
    whole: bool = False
    reach: int = REACH_AFTER
    source: str = "pattern"

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        """Return the labelled values of each passage; a passage that takes too long brings a warning instead."""
        return [self._find(passage) for passage in passages]

    @property
    def before(self) -> int:
        """How far before a hint a match may begin."""
        return REACH_BEFORE

    @property
    def after(self) -> int:
        """How far behind a hint a match may end."""
        return self.reach

    def _find(self, passage: Passage) -> Findings:
        return self.find_in(passage, windows(passage.text, self.hints, before=self.before, after=self.after))

    def find_in(self, passage: Passage, near: Sequence[tuple[int, int]]) -> Findings:
        """Return the labelled values in disjoint ranges of a passage."""
        if not near and not self.called_by(passage.context):  # nearly always
            return NOTHING
        found: dict[tuple[int, int], Evidence] = {}
        budget = min(TIMEOUT, passage.remaining())
        try:
            for start, end in self._ranges(passage, near, budget):
                score, reason = self.score, "pattern, context"
                if self.valid is not None:
                    reason = "pattern, check, context"
                    if not self.valid(passage.text[start:end]):
                        score, reason = self.failed_score, CHECK_FAILED
                if score > 0:
                    found[start, end] = Evidence(Span(start, end, self.type, score, self.source), reason)
        except TimeoutError:
            return Findings(warnings=(Warning("pattern_timeout", self.type),))
        return Findings(tuple(found.values()))

    def called_by(self, context: tuple[str, ...]) -> bool:
        """Whether the words that name a passage name such a value."""
        return bool(context) and _label_in(self._label, context)

    @cached_property
    def _value(self) -> str:
        return rf"(?<![\p{{L}}\p{{N}}])(?P<value>{self.value})(?![\p{{L}}\p{{N}}])"

    @cached_property
    def _label(self) -> str:
        return rf"(?<!\p{{L}})(?:{self.label}){self.number}"

    @cached_property
    def _near(self) -> tuple[tuple[regex.Pattern[str], regex.Pattern[str]], ...]:
        """What names a value, and that with the value: forwards, and backwards too where a value is a part."""
        named = rf"(?<!\p{{L}})(?:{self.label})"
        forward = _compiled(named), _compiled(self._label + self.link + self._value)
        if self.whole:
            return (forward,)
        back = rf"{_BACK}(?:{self.label})(?!\p{{L}})"
        return forward, (_compiled(back), _compiled(self._value + back))

    def _ranges(self, passage: Passage, near: Sequence[tuple[int, int]], budget: float) -> Iterator[tuple[int, int]]:
        if budget <= 0:
            raise TimeoutError
        if self.called_by(passage.context):
            expression = rf"^\s*{self._value}\s*$" if self.whole else self._value
            yield from (match.span("value") for match in _compiled(expression).finditer(passage.text, timeout=budget))
        directions = self._near
        for start, end in near:
            part = passage.text[start:end]
            if not self.whole and not _DIGIT.search(part):
                continue
            for named, pattern in directions:
                # Most windows end here. Without the value it is a search for words, and needs no watch over its time.
                if not named.search(part):
                    break
                for match in pattern.finditer(part, timeout=budget):
                    yield match.start("value") + start, match.end("value") + start


NOTHING = Findings()


class Finder(Protocol):
    """A recognizer that returns a list."""

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        """Return one ``Findings`` for each passage, in order."""
        ...


@dataclass(frozen=True, kw_only=True)
class Hinted:
    """A recognizer that only looks near what it finds nothing without: much faster over ordinary text.

    That is one of some lower-case literals, or an expression ``near`` for the standard library's ``re``. ``before``
    and ``after`` say how far from a hint a match with its context may reach, in characters. A literal in the passage's
    context (a column header) is near all of it.
    """

    pattern: Finder
    hints: tuple[str, ...] = ()
    near: str = ""
    before: int
    after: int

    @property
    def type(self) -> str:
        """The type of what is found, as warnings name it."""
        return getattr(self.pattern, "type", type(self.pattern).__name__)

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        """Return what the pattern finds near its hints in each passage."""
        return [self._find(passage) for passage in passages]

    def called_by(self, context: tuple[str, ...]) -> bool:
        """Whether the words that name a passage hold a hint."""
        return bool(context) and _hint_in(self.hints, context)

    def _find(self, passage: Passage) -> Findings:
        if self.near:
            ranges = around(passage.text, self.near, before=self.before, after=self.after)
        else:
            ranges = windows(passage.text, self.hints, before=self.before, after=self.after)
        return self.find_in(passage, ranges)

    def find_in(self, passage: Passage, ranges: Sequence[tuple[int, int]]) -> Findings:
        """Return what the pattern finds in disjoint ranges of a passage."""
        if self.called_by(passage.context):
            ranges = ((0, len(passage.text)),)
        if not ranges:
            return NOTHING
        parts = self.pattern.find([replace(passage, text=passage.text[start:end]) for start, end in ranges])
        return Findings(
            tuple(
                _moved(item, start) for (start, _), part in zip(ranges, parts, strict=True) for item in part.evidence
            ),
            tuple(dict.fromkeys(warning for part in parts for warning in part.warnings)),
        )


def _moved(item: Evidence, by: int) -> Evidence:
    return replace(item, span=replace(item.span, start=item.span.start + by, end=item.span.end + by))


def windows(text: str, hints: Sequence[str], *, before: int, after: int) -> list[tuple[int, int]]:
    """Return the ranges around every hint, merged where they overlap; ``hints`` are lower case, ``text`` need not be.

    A hint that begins with ``^`` stands where a word begins, one that ends with ``$`` where one ends.

    >>> windows("the PASSPORT is", ["passport", "^port", "pass$"], before=2, after=3)
    [(2, 15)]
    """
    lowered = lower(text)
    places: list[tuple[int, int]] = []
    for hint in hints:
        literal = literal_of(hint)
        position = lowered.find(literal)
        while position >= 0:
            if stands(lowered, hint, position, position + len(literal)):
                places.append((max(0, position - before), min(len(text), position + len(literal) + after)))
            position = lowered.find(literal, position + 1)
    return merged(sorted(places))


# The fields of a table or a log name its values over and over.
@lru_cache(maxsize=8192)
def _hint_in(hints: tuple[str, ...], context: tuple[str, ...]) -> bool:
    return bool(windows("\n".join(context), hints, before=0, after=0))


@lru_cache(maxsize=8192)
def _label_in(label: str, context: tuple[str, ...]) -> bool:
    return any(_compiled(label).search(words) for words in context)


def literal_of(hint: str) -> str:
    """Return what a hint looks for.

    >>> literal_of("^port$"), literal_of("$"), literal_of("^")
    ('port', '$', '^')
    """
    literal = hint.removeprefix(WORD_START).removesuffix(WORD_END)
    return literal or hint


def stands(text: str, hint: str, start: int, end: int) -> bool:
    """Whether a hint whose literal is text[start:end] stands at the edges of a word where it has to."""
    if hint[0] == WORD_START and start and text[start - 1].isalpha():
        return False
    return not (hint[-1] == WORD_END and text[end : end + 1].isalpha())


def around(text: str, near: str, *, before: int, after: int) -> list[tuple[int, int]]:
    """Return the ranges around every match of a cheap expression, merged where they overlap.

    >>> around("a 12 b 34 c", r"\\d\\d", before=1, after=1)
    [(1, 5), (6, 10)]
    """
    found = re.compile(near).finditer(text)
    return merged((max(0, match.start() - before), min(len(text), match.end() + after)) for match in found)


def merged(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return sorted ranges, joined where they touch or overlap."""
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=1024)
def _compiled(expression: str) -> regex.Pattern[str]:
    return regex.compile(expression, regex.IGNORECASE)
