"""What the words around a value call it: labels of forms, keys, column headers, the sentence before and after.

Nearer words win: "order for passport no. 123456789" names a passport, "passport, order no. 123456789" names none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation

from deckname.findings import Passage
from deckname.text import lower

#: How far before and after a value its name may stand, in characters.
BEFORE, AFTER = 70, 40
#: Letters by which the beginnings and ends of words are looked up: those of ``word*`` and ``*word`` have no fewer.
STEM = 3

#: Names of numbers that are nobody's: what they name counts against an identifier.
OTHER = (
    "rg nr", "rg no", "re nr",
    "order*", "bestell*", "auftrag*", "vorgang*", "invoice*", "rechnung*", "ref", "reference", "referenz*", "isbn",
    "issn", "ean", "upc", "gtin", "asin", "sku", "version*", "ver", "build", "release", "article", "artikel*", "part",
    "model", "modell*", "serial*", "serien*", "tracking*", "sendung*", "parcel", "paket*", "shipment", "ticket*",
    "amount", "price", "preis*", "total", "summe", "betrag", "eur", "usd", "gbp", "chf", "timestamp*", "unix", "epoch",
    "hash", "sha*", "md5", "crc*", "commit*", "revision", "port", "pid", "line", "page", "seite", "zeile", "doi",
    "orcid", "pmid", "quantity", "menge", "size", "bytes", "kb", "mb", "offset", "index", "count", "anzahl", "batch",
    "lot", "chapter", "kapitel", "commande*", "facture*", "pedido*", "factura*", "ordine*", "fattura*",
    "bestelling*", "factuur*", "encomenda*", "fatura*", "pages", "lines", "block", "row", "zip", "barcode", "catalog*",
    "katalog*", "job", "process", "thread", "error", "fehler*", "code page", "rfc", "bug", "issue", "pull request",
    "request id", "trace*", "span id", "session id", "uuid", "guid", "checksum*", "prüfsumme*", "seed", "color",
    "meter", "zähler*", "transaction", "transaktion*",
)  # fmt: skip

#: Abbreviations that are words of some language too ("ein", "sin", "nie"): they name a value in capitals or as a label.
_AMBIGUOUS = frozenset(
    ("ein", "sin", "tin", "pan", "nie", "rut", "nit", "nas", "mc", "ni", "nin", "inn", "hin", "bin", "fin",
     "cin", "as", "an", "id", "nif", "cups", "dni", "run", "ci", "rg", "ine", "dea", "ss", "cc", "bi",
     "sv", "ik", "fn", "cf", "ide", "spi", "uid", "team")
)  # fmt: skip
_LABEL_END = re.compile(
    r"""[.]?["'\])}]{0,2} ?(?:[:=#|\t]|[-=]>|$|\n|(?:no|nr|number|num|nummer|nº|n°)\b)""", re.IGNORECASE
)

#: What a name may end in without naming anything else.
_NUMBER = frozenset(("number", "num", "no", "nr", "nummer", "numero", "número", "numéro", "id", "card", "code"))
#: How the words of a short name are joined: "ni no", "N.I.", "ni_no", "niNo".
_GAPS = (" ", "", ".", ". ", ".-", "-", "_", ": ", "'", '"', "״", "/")
_VALUE = "\0"  # stands for the value behind the words before it, which are no whole header then

# One or two letters that touch a digit are a part of a code.
_TOKEN = re.compile(r"[^\W\d_]{3,}|(?<!\d)[^\W\d_]{1,2}(?!\d)")
_CAMEL = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
#: What may stand between a name and the second, third ... value that it names.
_LIST = re.compile(
    r"(?:[\W_]++|(?:and|or|und|oder|sowie|et|ou|y|e|o|ed|en|of|och|i)\b"
    r"|[A-Za-z]{0,6}\d[A-Za-z0-9]*+(?: [A-Z]{1,4}\b)?+)*+"
)
_SENTENCE_END = re.compile(r"[^\W\d_]{4,}(?<![Nn]r)(?<![Nn]o)[.!?] ")
#: What ends the search behind a value: a name beyond it names something else.
_CLAUSE_END = re.compile(r"[,;:|=\t\n\"\d]|[.!?](?= |$)")
# For each character of Latin-1: its small letter, or a blank; and whether it is a small letter, a capital or neither.
_SMALL_LETTERS = bytes(ord(c.lower()) if (c := chr(code)).isalpha() else ord(" ") for code in range(256))
_CASES = bytes(ord("a" if (c := chr(code)).islower() else "A" if c.isupper() else " ") for code in range(256))


@dataclass(frozen=True, slots=True)
class Name:
    """A name that stands near a value: who is named, how far away, and whether it comes after the value."""

    distance: int
    owners: frozenset[int]
    after: bool = False


class Lexicon:
    """Names of one to five words, and whose they are.

    A name is lower-case words with single spaces; ``word*`` begins and ``*word`` ends a longer word. Letters alone
    count: "Steuer-ID", "steuer_id" and "steuerId" are "steuer id".

    >>> lexicon = Lexicon({0: ("passport", "pass nr"), 1: ("tax id", "*steuer*")})
    >>> [sorted(owners) for owners, _, _ in lexicon.names("Einkommensteuer, Pass-Nr. and taxId")]
    [[1], [0], [1]]
    """

    def __init__(self, names: Mapping[int, Sequence[str]], *, background: int = -1) -> None:
        self._whole: dict[str, set[int]] = {}
        self._starts: dict[str, set[int]] = {}
        self._ends: dict[str, set[int]] = {}
        self._inside: dict[str, set[int]] = {}
        self._first: dict[str, int] = {}
        for owner, own in names.items():
            for name in own:
                bare = name.strip("*")
                table = (
                    self._inside if name[0] == name[-1] == "*" else self._ends if name[0] == "*"
                    else self._starts if name[-1] == "*" else self._whole
                )  # fmt: skip
                if (table is self._starts or table is self._ends) and len(bare) < STEM:
                    raise ValueError(f"{name}: a part of a word has {STEM} letters at least")
                table.setdefault(bare, set()).add(owner)
                words = bare.split()
                if len(words) > 1:
                    self._first[words[0]] = max(len(words), self._first.get(words[0], 0))
        self._start_sizes = sorted({len(start) for start in self._starts if " " not in start})
        self._end_sizes = sorted({len(end) for end in self._ends})
        self._start_keys = {start[:STEM] for start in self._starts if " " not in start}
        self._end_keys = {end[-STEM:] for end in self._ends}
        self._inside_ascii = [(part, owners) for part, owners in self._inside.items() if part.isascii()]
        # Names of several words, the last of which begins a longer one, by their first word and their number of words.
        self._phrases: dict[tuple[str, int], list[str]] = {}
        for start in self._starts:
            if " " in start:
                words = start.split()
                self._phrases.setdefault((words[0], len(words)), []).append(start)
        latin, others = _literals(names, without=background)
        self._latin_owners, self._others_owners = list(latin.values()), list(others.values())
        self._latin = BytesAhoCorasick(list(latin), implementation=Implementation.DFA)
        self._others = AhoCorasick(list(others), implementation=Implementation.DFA)
        self._other_letters = letters_beyond_latin(others)

    def places(self, passage: Passage) -> Places:
        """Return where names may stand in a text, and whose: a part of every name save the background's, and more.

        Letters of Latin-1 are looked for as bytes, in small letters and with blanks for all else, so that one search
        sees where words end; what other scripts write has a search of its own.
        """
        text = passage.text
        coded = text.encode("latin-1", errors="replace")
        small, blanks = _spaced(coded)
        found = [
            (at - bisect_left(blanks, at), self._latin_owners[literal])
            for literal, at, _ in self._latin.find_matches_as_indexes(small, overlapping=True)
        ]
        if coded.count(b"?") != text.count("?") and self._other_letters.search(text):
            for literal, at, _ in self._others.find_matches_as_indexes(lower(text), overlapping=True):
                found.append((at, self._others_owners[literal]))
        return Places(found, everywhere=[owners for words in passage.context for owners, _, _ in self.names(words)])

    def _owners_of_word(self, word: str) -> frozenset[int]:
        found = set(self._whole.get(word, ()))
        if word[:STEM] in self._start_keys:
            for size in self._start_sizes:
                found |= self._starts.get(word[:size], set())
        if word[-STEM:] in self._end_keys:
            for size in self._end_sizes:
                found |= self._ends.get(word[-size:], set())
        for part, owners in self._inside.items() if not word.isascii() else self._inside_ascii:
            if part in word:
                found |= owners
        return frozenset(found)

    def names(self, text: str) -> list[tuple[frozenset[int], int, int]]:
        """Return the names in a text: owners, start, end; a longer name hides the shorter ones at its start."""
        words = [
            (part, match.start() + at, match.start() + at + len(part))
            for match in _TOKEN.finditer(text)
            for part, at in _humps(match.group())
        ]
        found = []
        for place, (word, start, end) in enumerate(words):
            owners, stop = self._owners_of_word(word), end
            if word in _AMBIGUOUS and not (text[start:end].isupper() or _LABEL_END.match(text, end)):
                owners = frozenset()
            for count in range(min(self._first.get(word, 1), len(words) - place), 1, -1):
                phrase = " ".join(each for each, _, _ in words[place : place + count])
                if longer := self._owners_of_phrase(word, phrase):
                    # "Passport number" is still a passport; "passport photo number" is not.
                    shorter = phrase.split()
                    while len(shorter) > 1 and shorter[-1] in _NUMBER:
                        shorter.pop()
                        longer |= self._owners_of_phrase(word, " ".join(shorter)) or (
                            self._owners_of_word(word) if len(shorter) == 1 else frozenset()
                        )
                    owners, stop = longer, words[place + count - 1][2]
                    break
            if owners:
                found.append((owners, start, stop))
        return found

    def _owners_of_phrase(self, first: str, phrase: str) -> frozenset[int]:
        found = set(self._whole.get(phrase, ()))
        for start in self._phrases.get((first, phrase.count(" ") + 1), ()):
            if phrase.startswith(start):
                found |= self._starts[start]
        return frozenset(found)

    def near(self, passage: Passage, start: int, end: int) -> list[Name]:
        """Return the names near text[start:end], the nearest first.

        They stand before it on its line, on the line above where nothing but the value fills its line, or after it on
        its line; not beyond another value (save in a list of values), nor beyond the end of a sentence.
        """
        text = passage.text
        found = [Name(0, owners) for words in passage.context for owners, _, _ in self.names(words)]
        left = text[max(0, start - BEFORE) : start]
        found += [
            Name(len(left) - stop, owners)
            for owners, _, stop in self.names(_reachable(left) + _VALUE)
            if _joined(left[stop:])
        ]
        right = text[end : end + AFTER]
        stop = _CLAUSE_END.search(right)
        right = right[: stop.start()] if stop else right
        found += [Name(begin + 5, owners, after=True) for owners, begin, _ in self.names(right + _VALUE)]
        return sorted(found, key=lambda name: name.distance)


class Places:
    """Where names may stand in a text, and whose they may be; those of the context name everything."""

    def __init__(
        self, found: Sequence[tuple[int, frozenset[int]]], *, everywhere: Sequence[frozenset[int]] = ()
    ) -> None:
        self._found = sorted(found, key=itemgetter(0))
        self._starts = [start for start, _ in self._found]
        self._everywhere = everywhere

    def near(self, start: int, end: int) -> Collection[int]:
        """Return whose names may stand where they name text[start:end]."""
        first = bisect_left(self._starts, start - BEFORE)
        last = bisect_right(self._starts, end + AFTER, first)
        if last - first < 2 and not self._everywhere:
            return self._found[first][1] if first < last else ()
        return frozenset().union(*self._everywhere, *(owners for _, owners in self._found[first:last]))


def _literals(
    names: Mapping[int, Sequence[str]], *, without: int
) -> tuple[dict[bytes, frozenset[int]], dict[str, frozenset[int]]]:
    """Return the longest word of each name, and whose it is: in letters of Latin-1, and in others.

    A blank before or behind the first says that the word begins or ends there.
    """
    latin: dict[bytes, frozenset[int]] = {}
    others: dict[str, frozenset[int]] = {}
    for owner, own in names.items():
        for name in own if owner != without else ():
            words = name.strip("*").split()
            longest = max(words, key=lambda word: (_is_latin(word) and len(word) > STEM, len(word)))
            before = " " if name[0] != "*" or longest is not words[0] else ""
            after = " " if name[-1] != "*" or longest is not words[-1] else ""
            short = len(longest) <= STEM and len(words) > 1
            for literal in {gap.join(words) for gap in _GAPS} if short else (longest,):
                if _is_latin(literal):
                    key = f"{before}{literal}{after}".encode("latin-1").translate(_SMALL_LETTERS)
                    latin[key] = latin.get(key, frozenset()) | {owner}
                else:
                    others[literal] = others.get(literal, frozenset()) | {owner}
    return latin, others


def letters_beyond_latin(literals: Iterable[str]) -> re.Pattern[str]:
    """Return an expression for the letters of some literals, small or capital, that Latin-1 has not.

    >>> letters_beyond_latin(["número", "číslo"]).pattern
    '[\\x00Čč]'
    """
    letters = {letter for literal in literals for letter in literal if not _is_latin(letter)}
    cases = "".join(sorted({_VALUE, *letters, *"".join(letters).upper()}))
    return re.compile(f"[{cases}]")


def _is_latin(word: str) -> bool:
    return max(word) <= "\xff"


def _spaced(coded: bytes) -> tuple[bytes, list[int]]:
    """Return a text of Latin-1 with a blank around it and within words in camel case, and where the latter stand.

    >>> _spaced(b"taxId no")
    (b' tax id no ', [3])
    """
    cases, small = coded.translate(_CASES), coded.translate(_SMALL_LETTERS)
    humps = [0]
    while (hump := cases.find(b"aA", humps[-1])) >= 0:
        humps.append(hump + 1)
    if len(humps) == 1:
        return b" %b " % small, []
    parts = [small[start:end] for start, end in pairwise([*humps, len(small)])]
    return b" %b " % b" ".join(parts), [hump + count for count, hump in enumerate(humps[1:])]


def _humps(word: str) -> Iterator[tuple[str, int]]:
    """Yield the parts of a camel-cased word, in small letters, with their places."""
    at = 0
    for part in _CAMEL.split(word):
        yield lower(part), at
        at += len(part)


def _reachable(left: str) -> str:
    """Blank out what cannot name a value that follows, keeping the offsets."""
    cut = left.rfind("\n\n") + 1
    line = left.rfind("\n") + 1
    if line and re.search(r"\w{2}", left[line:]):  # more than the value on its line: only that line
        cut = max(cut, line)
    elif line:  # the line above, and no other
        cut = max(cut, left.rfind("\n", 0, line - 1) + 1)
    for match in _SENTENCE_END.finditer(left, cut):
        if not left[match.end() : match.end() + 1].islower():  # an abbreviation
            cut = match.end()
    return " " * cut + left[cut:]


def _joined(between: str) -> bool:
    """Whether no other value stands between a name and its value, unless they are a list."""
    return not any(map(str.isdigit, between)) or _LIST.fullmatch(between) is not None


def is_named(names: Sequence[Name], owner: int, other: int) -> bool | None:
    """Whether the nearest names call a value ``owner``'s; False where they call it something else, None if silent.

    >>> passport, order = Name(5, frozenset({1})), Name(3, frozenset({9}))
    >>> is_named([passport], 1, 9), is_named([order, passport], 1, 9), is_named([order], 1, 9), is_named([], 1, 9)
    (True, False, False, None)
    """
    for name in names:
        if owner in name.owners:
            return True
        if other in name.owners and not name.after:
            return False
    return None
