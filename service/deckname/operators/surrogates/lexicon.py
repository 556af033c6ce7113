"""Classes of names: where a name stands, its neighbours, and for a name that stands nowhere the class it looks like."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from functools import cache, lru_cache
from importlib.resources import files

from deckname.operators.keyed import Draw

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ə": "e", "ð": "d", "þ": "th", "ς": "σ"}
    | dict.fromkeys("'’‘ʼ`´", "")
)
#: The letters at the end that tell what kind of name it is, at most.
_ENDING = 4
_VOWELS = re.compile(r"[aeiouyаеёиоуыэюяіїєαεηιουω]+")
_TRIES = 64


@cache
def _is_open(character: str) -> bool:
    return unicodedata.category(character) == "Mn" and not "\u0900" <= character <= "\u0e7f"


def fold(name: str) -> str:
    """Return what two spellings of one name share: no case, no accents, no apostrophes, single spaces.

    >>> fold("O’BRIEN"), fold("Müller"), fold("Łukasz  Ångström"), fold("Straße")
    ('obrien', 'muller', 'lukasz angstrom', 'strasse')
    """
    name = name.casefold()
    if not name.isascii():
        # Signs of Indic scripts and of Thai are letters of their own, not accents.
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not _is_open(c)).translate(_LETTERS)
        name = unicodedata.normalize("NFC", name)
    return " ".join(name.replace("'", "").replace("`", "").split())


@lru_cache(maxsize=1 << 16)  # a permutation takes many digests, and few names are most of all
def _moved(draw: Draw, index: int, count: int, name: str) -> int:
    return draw.moved(index, count, "name", name)


class Lexicon:
    """Classes of names, each name in one.

    >>> lexicon = Lexicon({"en m": ["John", "James", "Robert"], "en l": ["Smith", "Miller"]})
    >>> lexicon.class_of("JOHN"), lexicon.class_of("Zebulon"), lexicon.likeliest("Goldsmith")
    ('en m', None, 'en l')
    >>> lexicon.surrogate("smith", Draw(b"k"))
    'Miller'
    """

    def __init__(self, classes: dict[str, list[str]]) -> None:
        self.classes = classes
        self._places: dict[str, tuple[str, int]] = {}
        for name, members in classes.items():
            for index, member in enumerate(members):
                self._places.setdefault(fold(member), (name, index))
        self._endings: dict[str, str] | None = None
        self._pieces: dict[str, tuple[list[str], list[str]]] = {}

    def class_of(self, name: str) -> str | None:
        """Return the class that a name stands in."""
        place = self._places.get(fold(name))
        return place[0] if place else None

    def surrogate(self, name: str, draw: Draw, *, into: str | None = None) -> str:
        """Return another name of the same class; a name that stands in none gets an invented one of the likeliest.

        ``into`` names the class of an invented one.
        """
        word = fold(name)
        place = self._places.get(word)
        if place and len(self.classes[place[0]]) > 1:
            members = self.classes[place[0]]
            return members[_moved(draw, place[1], len(members), place[0])]
        return self.invented(word, into or self.likeliest(word) or next(iter(self.classes)), draw)

    def likeliest(self, name: str) -> str:
        """Return the class of most names that end in the same way, as far as any name does; nothing if none does."""
        word = fold(name)
        endings = self._all_endings()
        for length in range(min(_ENDING, len(word)), 0, -1):
            if found := endings.get(word[-length:]):
                return found
        return ""

    def invented(self, word: str, name: str, draw: Draw) -> str:
        """Return a name of the beginning of one and the end of another member of a class, and no name that is known."""
        heads, tails = self._pieces_of(name)
        made = ""
        for count in range(_TRIES):
            head = draw.choice(heads, "head", name, word, str(count))
            tail = draw.choice(tails, "tail", name, word, str(count))
            made = head + tail
            known = fold(made)
            if known not in self._places and known != word and len(made) <= 14:
                return made
        return next((one for one in (made, *self.classes[name]) if fold(one) != word), made + made[-1:])

    def _all_endings(self) -> dict[str, str]:
        if self._endings is None:
            votes: dict[str, Counter[str]] = defaultdict(Counter)
            for word, (name, _) in self._places.items():
                for length in range(1, min(_ENDING, len(word)) + 1):
                    votes[word[-length:]][name] += 1
            self._endings = {ending: max(sorted(vote), key=vote.__getitem__) for ending, vote in votes.items()}
        return self._endings

    def _pieces_of(self, name: str) -> tuple[list[str], list[str]]:
        """Return the beginnings of a class's names before a vowel, and the ends from one on."""
        if name not in self._pieces:
            heads: dict[str, None] = {}
            tails: dict[str, None] = {}
            for member in self.classes[name]:
                lower = member.lower()
                if " " in member or len(lower) != len(member):
                    continue
                starts = [match.start() for match in _VOWELS.finditer(fold_vowels(lower))]
                heads |= dict.fromkeys(member[:start] for start in starts if 2 <= start <= 5)
                tails |= dict.fromkeys(lower[start:] for start in starts if start and 2 <= len(lower) - start <= 4)
            if len(heads) < 2 or len(tails) < 2:  # scripts without such vowels: whole names, one after the other
                heads = dict.fromkeys(self.classes[name])
                tails = dict.fromkeys(("", *(member for member in self.classes[name] if len(member) < 3)))
            self._pieces[name] = (list(heads), list(tails))
        return self._pieces[name]


def fold_vowels(word: str) -> str:
    """Return a word with its accents off where that keeps its length.

    >>> fold_vowels("müller"), fold_vowels("weiß")
    ('muller', 'weiß')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return plain if len(plain) == len(word) else word


def read(file: str, between: str) -> dict[str, list[str]]:
    """Return the classes of a file of this package."""
    text = (files(__package__) / "lists" / file).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {name: members.split(between) for name, members in rows}


@cache
def names() -> Lexicon:
    """Return the names of people; reads them once."""
    return Lexicon(read("names.txt", " "))


@cache
def places() -> Lexicon:
    """Return towns, regions, countries and the stems of streets; reads them once."""
    classes = read("places.txt", "|")
    return Lexicon({name: members for name, members in classes.items() if not name.startswith("country ")})


@cache
def country_codes() -> dict[str, str]:
    """Return the code of each country by its folded names."""
    return {
        fold(member): name.removeprefix("country ")
        for name, members in read("places.txt", "|").items()
        if name.startswith("country ")
        for member in members
    }
