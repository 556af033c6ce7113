"""Identifier: a number of known shape, its check and the words that name it. All of them share one scan."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import regex

from deckname.findings import CHECK_FAILED, Evidence, Findings, Passage, Warning
from deckname.naming import OTHER, Lexicon, Name, Places, is_named
from deckname.span import Span

#: What words that name something else take from the score of a number that its check proves.
AGAINST = 0.3
#: Groups in one number at most, and characters.
MOST_GROUPS, LONGEST = 9, 42
#: Characters from the first digit of a run that is looked at.
SHORTEST_RUN = 3
#: How far before its first digit a run may begin: two groups of letters and the letters that touch the digit.
REACH = 26
#: Spaces in a number of so many groups that "ab" at its end is one of them: "01 02 03 04 05 ab".
MOST_WORDED = 5
#: Words of up to four letters that stand beside numbers and are none of theirs: "passport no 5563784".
SMALL_WORDS = frozenset(
    (
        "ab", "al", "am", "an", "and", "are", "as", "at", "auf", "aus", "bei", "bis", "but", "by", "can", "da", "das",
        "de", "del", "dem", "den", "der", "des", "die", "do", "du", "el", "em", "en", "er", "es", "et", "for", "from",
        "had", "has", "her", "his", "id", "il", "im", "in", "is", "ist", "it", "its", "la", "le", "les", "lo", "may",
        "mi", "mit", "my", "na", "new", "no", "nos", "not", "nr", "num", "nur", "of", "off", "old", "on", "or", "ou",
        "our", "out", "per", "pro", "se", "si", "sie", "so", "su", "tel", "fax", "te", "the", "to", "tu", "um", "un",
        "una", "und", "up", "us", "van", "via", "vom", "von", "vor", "was", "we", "weg", "wie", "wir", "you", "zu",
        "zum", "zur", "with", "oder", "dal", "dei", "het", "een", "aan", "bij", "met",
    )
)  # fmt: skip
#: A long text is given up when its deadline has passed; the clock is read once in so many runs.
CLOCK_EVERY = 256
#: Ways to write a run that are remembered with their parts: digits and letters, not which.
KINDS_KEPT = 4096

_KINDS = str.maketrans(
    {str(digit): "9" for digit in range(10)}
    | {chr(letter): "A" for letter in range(ord("A"), ord("Z") + 1)}
    | {chr(letter): "A" for letter in range(ord("a"), ord("z") + 1)}
)
_EITHER = str.maketrans("9A", "XX")
_JOINTS = frozenset(" .-/")
_SEPARATORS = str.maketrans("", "", " .-/")
# Groups of letters and digits with single separators between them. A group has a digit, or is of one to four letters;
# before the first digit two groups of up to six letters may stand: "PR 123612 C". Possessive, so that no text is slow.
_RUN = re.compile(r"[0-9][0-9A-Za-z]*+(?:[ .\-/](?:[A-Za-z]{0,4}[0-9][0-9A-Za-z]*+|[A-Za-z]{1,4}(?![0-9A-Za-z])))*+")
_BEFORE = regex.compile(r"(?r)(?:(?<![^\W_])[A-Za-z]{1,6}[ .\-/]?){0,2}(?<![^\W_])[A-Za-z]{0,12}")
_GROUP = re.compile(r"[0-9A-Za-z]+")
_EDGES = re.compile(r"\A[A-Za-z]{1,6} | [A-Za-z]{1,4}\Z")
_GLUED = re.compile(r"A{2,}(?=9{6})")  # "my id is199003052397": a word, and a number without a space


@dataclass(frozen=True, kw_only=True)
class Identifier:
    """A kind of number.

    ``shapes`` are the ways to write it: 9 is a digit, A a letter, X either, anything else is itself; separators are a
    space, ``.``, ``-`` and ``/``. A shape with X may hold no 9 and no A. ``form`` is a regular expression for the bare
    value, in capitals and without separators, that says what no misprint changes: what does not match is nothing at
    all. ``valid`` checks the bare value.

    ``words`` name it (``deckname.naming.Lexicon``). Scores: ``named`` of a valid value with such words, ``failed`` of
    one that its check refuses, ``alone`` of a valid value without such words (0: nothing; only a check that one number
    in fifty passes at most deserves more than .5).

    >>> dni = Identifier(type="NATIONAL_ID", name="Spanish DNI", shapes=("99999999A", "99999999-A"), words=("dni",),
    ...                  valid=lambda v: v[8] == "TRWAGMYFPDXBNJZSQVHLCKE"[int(v[:8]) % 23], alone=0.6)
    >>> scan = Identifiers([dni])
    >>> for text in ("x 12345678Z", "DNI: 12345678-A", "DNI 12345678-Z", "order 12345678Z", "12345678A"):
    ...     print([(item.span.start, item.span.score, item.reason) for item in scan.find([Passage(text)])[0].evidence])
    [(2, 0.6, 'pattern, check')]
    [(5, 0.6, 'check_failed')]
    [(4, 0.95, 'pattern, check, context')]
    [(6, 0.3, 'pattern, check, other context')]
    []
    """

    type: str
    name: str
    shapes: tuple[str, ...]
    words: tuple[str, ...] = ()
    form: str = ""
    valid: Callable[[str], bool] | None = None
    alone: float = 0.0
    named: float = 0.95
    failed: float = 0.6


@dataclass(frozen=True, slots=True)
class _Entry:
    number: int
    identifier: Identifier
    form: re.Pattern[str] | None


class _Part(NamedTuple):
    """A part of a run, from ``begin`` to ``stop``, that is written like some identifiers.

    Where it begins within a group, what stands there from ``word`` on must be a word.
    """

    word: int
    begin: int
    stop: int
    entries: tuple[_Entry, ...]


class Identifiers:
    """The recognizer of many identifiers: finds each run of groups once and looks its shapes up in a table."""

    type = "IDENTIFIERS"

    def __init__(self, identifiers: Sequence[Identifier]) -> None:
        self.identifiers = tuple(identifiers)
        self.types = tuple(sorted({identifier.type for identifier in identifiers}))
        by_shape: dict[str, list[_Entry]] = defaultdict(list)
        for number, identifier in enumerate(identifiers):
            form = re.compile(identifier.form) if identifier.form else None
            for shape in identifier.shapes:
                if "X" in shape and set("9A") & set(shape):
                    raise ValueError(f"{identifier.name}: {shape} mixes X with 9 or A")
                by_shape[shape].append(_Entry(number, identifier, form))
        self._by_shape = {shape: tuple(entries) for shape, entries in by_shape.items()}
        self._shortest = min(map(len, self._by_shape), default=0)
        self._other = len(identifiers)
        self._lexicon = Lexicon(
            {number: identifier.words for number, identifier in enumerate(identifiers)} | {self._other: OTHER},
            background=self._other,
        )
        # Numbers are written in few ways, and years in one.
        self._parts = lru_cache(maxsize=KINDS_KEPT)(self._parts_of)

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        """Return the identifiers of each passage; a passage that takes too long brings a warning."""
        return [self._find(passage) for passage in passages]

    def _find(self, passage: Passage) -> Findings:
        found: list[Evidence] = []
        places: Places | None = None
        for count, (start, end) in enumerate(_runs(passage.text)):
            if count % CLOCK_EVERY == 0 and passage.remaining() <= 0:
                return Findings(tuple(found), (Warning("pattern_timeout", self.type),))
            run = passage.text[start:end]
            parts_of = self._parts if end - start <= LONGEST else self._parts_of
            if parts := parts_of(run.translate(_KINDS)):
                places = places or self._lexicon.places(passage)
                found += self._in_run(passage, start, run, parts, places.near(start, end))
        return Findings(tuple(found))

    def _parts_of(self, kinds: str) -> tuple[_Part, ...]:
        """Return the parts of a run that have the shape of an identifier; its ``kinds`` are all that tells."""
        either = kinds.translate(_EITHER)
        groups = [match.span() for match in _GROUP.finditer(kinds)]
        begins = [(first, begin, begin) for first, (begin, _) in enumerate(groups)]
        begins += [(first, begin, glued.end()) for first, begin, _ in begins if (glued := _GLUED.match(kinds, begin))]
        found = []
        for first, word, begin in begins:
            for _, stop in groups[first : first + MOST_GROUPS]:
                if self._shortest <= stop - begin <= LONGEST:
                    entries = (
                        *self._by_shape.get(kinds[begin:stop], ()), *self._by_shape.get(either[begin:stop], ()),
                    )  # fmt: skip
                    if entries:
                        found.append(_Part(word, begin, stop, entries))
        return tuple(found)

    def _in_run(
        self, passage: Passage, start: int, run: str, parts: Sequence[_Part], nameable: Collection[int]
    ) -> Iterator[Evidence]:
        found: list[tuple[_Entry, Evidence]] = []
        for part in parts:
            entries = [
                entry
                for entry in part.entries
                if (entry.identifier.alone or entry.number in nameable) and passage.wants(entry.identifier.type)
            ]
            if part.word < part.begin:
                letters = run[part.word : part.begin]
                if not _is_word(letters):
                    continue
                if letters not in SMALL_WORDS:  # "mod27838689" is a name in code, unless words name the number
                    entries = [entry for entry in entries if entry.number in nameable]
            if entries and _apart(run, part.begin, part.stop):
                found += self._weigh(passage, start + part.begin, start + part.stop, entries, nameable)
        return _best(found)

    def _weigh(
        self, passage: Passage, start: int, end: int, entries: Sequence[_Entry], nameable: Collection[int]
    ) -> Iterator[tuple[_Entry, Evidence]]:
        bare = passage.text[start:end].translate(_SEPARATORS).upper()
        names: list[Name] | None = None
        for entry in entries:
            identifier = entry.identifier
            if entry.form is not None and not entry.form.fullmatch(bare):
                continue
            passed = identifier.valid is None or identifier.valid(bare)
            if not passed and entry.number not in nameable:
                continue
            if names is None:
                names = self._lexicon.near(passage, start, end)
            named = is_named(names, entry.number, self._other)
            score, reason = identifier.alone, "pattern, check" if identifier.valid is not None else "pattern"
            if named and passed:
                score, reason = identifier.named, f"{reason}, context"
            elif named:
                score, reason = identifier.failed, CHECK_FAILED
            elif not passed:
                continue
            elif named is False:
                score, reason = round(score - AGAINST, 4), f"{reason}, other context"
            if score > 0:
                yield entry, Evidence(Span(start, end, identifier.type, score, "pattern"), reason, identifier.name)


def _best(found: list[tuple[_Entry, Evidence]]) -> Iterator[Evidence]:
    """Yield the longest findings of each identifier in one run, and what fails its check only beside what passes."""
    kept: dict[int, list[Span]] = defaultdict(list)
    for entry, item in sorted(found, key=lambda pair: (pair[1].reason == CHECK_FAILED, -len(pair[1].span))):
        if not any(span.overlaps(item.span) for span in kept[entry.number]):
            kept[entry.number].append(item.span)
            yield item


def _is_word(letters: str) -> bool:
    """Whether letters right before a number are no part of it: a word in small letters, and nothing hexadecimal."""
    return letters.islower() and not set(letters) <= set("abcdef")


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the extents of groups with digits and what belongs to them."""
    for match in _RUN.finditer(text):
        start, end = match.span()
        if end - start < SHORTEST_RUN:
            continue
        near = text[start - 1 : start]
        if near.isalnum() or (near in _JOINTS and text[start - 2 : start - 1].isalpha()):
            before = _BEFORE.match(text, max(0, start - REACH), start)
            start = before.start() if before else start
            near = text[start - 1 : start]
            if near.isdigit() or near.lower() != near.upper():  # in a longer word; Chinese has no letters of a case
                continue
        yield start, end


def _apart(run: str, begin: int, stop: int) -> bool:
    """Whether a part of a run stands for itself.

    No digit is joined to it by a point, dash or slash, and no small word beside it is taken for its letters.
    """
    part = run[begin:stop]
    for edge in _EDGES.finditer(part) if part.count(" ") < MOST_WORDED else ():
        letters = edge.group().strip()
        if letters.lower() in SMALL_WORDS and not letters.isupper():
            return False
        # A vowel is a word ("a", "e", "y"), unless the whole number is in small letters.
        if letters in "aeiouy" and not any(map(str.islower, part.replace(letters, "", 1))):
            return False
    if begin and run[begin - 1] in ".-/" and run[begin - 2].isdigit():
        return False
    return not (stop + 1 < len(run) and run[stop] in ".-/" and run[stop + 1].isdigit())
