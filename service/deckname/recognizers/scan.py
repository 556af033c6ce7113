"""Near hints: one search for the literals of many recognizers, which then look only around them.

The search is Aho and Corasick's (1975, "Efficient string matching: an aid to bibliographic search",
https://doi.org/10.1145/360825.360855), by the library ahocorasick_rs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Protocol, runtime_checkable

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation

from deckname.findings import Findings, Passage
from deckname.naming import letters_beyond_latin
from deckname.recognizers.labelled import literal_of, merged, stands
from deckname.text import lower

# Small letters for the capitals of Latin-1.
_SMALL = bytes(map(ord, "".join(map(chr, range(256))).lower()))


@runtime_checkable
class NearHints(Protocol):
    """A recognizer whose matches lie ``before`` to ``after`` characters around one of its ``hints``."""

    @property
    def type(self) -> str:
        """The type of what is found."""
        ...

    @property
    def hints(self) -> tuple[str, ...]:
        """Literals in small letters; ``^`` before one: where a word begins; ``$`` behind: where one ends."""
        ...

    @property
    def before(self) -> int:
        """How far before a hint a match and its context may begin."""
        ...

    @property
    def after(self) -> int:
        """How far behind a hint they may end."""
        ...

    def called_by(self, context: tuple[str, ...]) -> bool:
        """Whether the words that name a passage name what is found, wherever in it."""
        ...

    def find_in(self, passage: Passage, ranges: Sequence[tuple[int, int]]) -> Findings:
        """Return what is found in the ranges of a passage, disjoint and in order."""
        ...


class Scan:
    """Many recognizers as one, over one search for their hints."""

    type = "PATTERNS"

    def __init__(self, recognizers: Sequence[NearHints]) -> None:
        self.recognizers = tuple(recognizers)
        owners: dict[str, list[int]] = {}
        for number, recognizer in enumerate(self.recognizers):
            for hint in recognizer.hints:
                owners.setdefault(hint, []).append(number)
        # As bytes, a character each: twice as fast. What is written in other scripts has a search of its own.
        self._latin = _Hints({hint: own for hint, own in owners.items() if max(hint) <= "\xff"})
        self._others = _Hints({hint: own for hint, own in owners.items() if max(hint) > "\xff"})
        self._search = BytesAhoCorasick(
            [literal_of(hint).encode("latin-1") for hint in self._latin.hints], implementation=Implementation.DFA
        )
        self._other_letters = letters_beyond_latin(self._others.hints)
        # The fields of a table or a log name its values over and over.
        self._called = lru_cache(maxsize=1024)(self._called_by)
        self._search_others = AhoCorasick(
            [literal_of(hint) for hint in self._others.hints], implementation=Implementation.DFA
        )

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        """Return the findings of all recognizers together, for each passage."""
        return [self._find(passage) for passage in passages]

    def _find(self, passage: Passage) -> Findings:
        text = passage.text
        ranges: dict[int, list[tuple[int, int]]] = {}
        for owners, start, end in self._places(text):
            for owner in owners:
                recognizer = self.recognizers[owner]
                if passage.wants(recognizer.type):
                    own = ranges.setdefault(owner, [])
                    own.append((max(0, start - recognizer.before), min(len(text), end + recognizer.after)))
        for owner in self._called(passage.context) if passage.context else ():
            if passage.wants(self.recognizers[owner].type):
                ranges.setdefault(owner, [])
        found = [self.recognizers[owner].find_in(passage, merged(sorted(ranges[owner]))) for owner in sorted(ranges)]
        return Findings(
            tuple(item for findings in found for item in findings.evidence),
            tuple(dict.fromkeys(warning for findings in found for warning in findings.warnings)),
        )

    def _called_by(self, context: tuple[str, ...]) -> tuple[int, ...]:
        """Return which recognizers look at all of a passage that these words name."""
        return tuple(number for number, each in enumerate(self.recognizers) if each.called_by(context))

    def _places(self, text: str) -> Iterator[tuple[Sequence[int], int, int]]:
        """Yield where hints stand, and whose they are."""
        coded = text.encode("latin-1", errors="replace")
        places = self._search.find_matches_as_indexes(coded.translate(_SMALL), overlapping=True)
        yield from self._latin.places(text, places)
        if coded.count(b"?") != text.count("?") and self._other_letters.search(text):
            places = self._search_others.find_matches_as_indexes(lower(text), overlapping=True)
            yield from self._others.places(text, places)


class _Hints:
    """Hints with the numbers of the recognizers that look near them."""

    def __init__(self, owners: Mapping[str, Sequence[int]]) -> None:
        self.hints = list(owners)
        self._owners = list(owners.values())
        self._edged = [hint if hint != literal_of(hint) else "" for hint in owners]

    def places(self, text: str, found: Iterable[tuple[int, int, int]]) -> Iterator[tuple[Sequence[int], int, int]]:
        """Yield owners, start and end of those of the literals found that stand as their hints have to."""
        for number, start, end in found:
            edged = self._edged[number]
            if not edged or stands(text, edged, start, end):
                yield self._owners[number], start, end
