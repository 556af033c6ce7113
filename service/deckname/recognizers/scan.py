"""Near hints: one search for the literals of many recognizers, which then look only around them.

The search is Aho and Corasick's (1975, "Efficient string matching: an aid to bibliographic search",
https://doi.org/10.1145/360825.360855), by the library ahocorasick_rs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from ahocorasick_rs import AhoCorasick, Implementation

from deckname.findings import Findings, Passage
from deckname.recognizers.labelled import WORD_START, merged, starts_word
from deckname.text import lower


@runtime_checkable
class NearHints(Protocol):
    """A recognizer whose matches lie ``before`` to ``after`` characters around one of its ``hints``."""

    @property
    def hints(self) -> tuple[str, ...]:
        """Literals in small letters; ``^`` before one: where a word begins."""
        ...

    @property
    def before(self) -> int:
        """How far before a hint a match and its context may begin."""
        ...

    @property
    def after(self) -> int:
        """How far behind a hint they may end."""
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
        self._owners = list(owners.values())
        self._at_word_start = [hint.startswith(WORD_START) for hint in owners]
        literals = [hint.removeprefix(WORD_START) for hint in owners]
        self._search = AhoCorasick(literals, implementation=Implementation.DFA)

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        """Return the findings of all recognizers together, for each passage."""
        return [self._find(passage) for passage in passages]

    def _find(self, passage: Passage) -> Findings:
        text = lower(passage.text)
        ranges: list[list[tuple[int, int]]] = [[] for _ in self.recognizers]
        for hint, start, end in self._search.find_matches_as_indexes(text, overlapping=True):
            if self._at_word_start[hint] and not starts_word(text, start):
                continue
            for owner in self._owners[hint]:
                recognizer = self.recognizers[owner]
                ranges[owner].append((max(0, start - recognizer.before), min(len(text), end + recognizer.after)))
        found = [
            recognizer.find_in(passage, merged(sorted(own)))
            for recognizer, own in zip(self.recognizers, ranges, strict=True)
            if own or passage.context
        ]
        return Findings(
            tuple(item for findings in found for item in findings.evidence),
            tuple(dict.fromkeys(warning for findings in found for warning in findings.warnings)),
        )
