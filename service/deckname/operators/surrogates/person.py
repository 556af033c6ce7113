"""Surrogates of people's names, part by part: each part goes by itself, so that "Smith" follows "John Smith"."""

from __future__ import annotations

import regex

from deckname.operators.keyed import Draw
from deckname.operators.surrogates import wordlists
from deckname.operators.surrogates.lexicon import Lexicon, fold, names
from deckname.operators.surrogates.shape import cased_like, laid, number_like, reshaped, script

_PART = regex.compile(r"[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*|\d+")
_POSSESSIVE = regex.compile(r"(?P<name>.+)(?P<end>['’ʼ][sS])")
_PREFIX = regex.compile(r"(?P<prefix>\p{L}{1,2}['’ʼ])(?P<name>\p{L}{2,})")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}]+")
_TITLES = frozenset(wordlists.TITLES.split())
_JOINTS = frozenset(wordlists.JOINTS.split())
#: Written with a capital these are names of their own as often ("Le", "Do"): only these few stay between two others.
_CAPITAL_JOINTS = frozenset(wordlists.CAPITAL_JOINTS.split())
#: Letters that names begin with; q and x would stand out.
_INITIALS = {"LATIN": "ABCDEFGHIJKLMNOPRSTUVWYZ", "CYRILLIC": "АБВГДЕЖЗИКЛМНОПРСТУФХЧШЭЮЯ"}


def person(value: str, draw: Draw) -> str:
    """Return a name of the same language, gender and shape.

    Titles, particles, separators, hyphens and possessives stay. Initials go to initials.

    >>> draw = Draw(b"k")
    >>> whole = person("Dr. John Smith", draw)
    >>> whole.startswith("Dr. "), whole.endswith(" " + person("Smith", draw))
    (True, True)
    """
    words = [match.group() for match in _PART.finditer(value)]
    kept = _kept(words)
    numbers = iter(range(len(words)))
    return _PART.sub(lambda match: match.group() if kept[next(numbers)] else part(match.group(), draw), value)


def _kept(words: list[str]) -> list[bool]:
    """Say which words are no names: titles, and particles before one."""
    quiet = all(word.islower() for word in words)
    kept: list[bool] = []
    for index, word in enumerate(words):
        plain = fold(word)
        follows = index + 1 < len(words)
        joint = follows and (
            (plain in _JOINTS and word.islower() and (index > 0 or not quiet))
            or (plain in _CAPITAL_JOINTS and index > 0)
        )
        kept.append(plain in _TITLES or joint)
    return kept if not all(kept) else [False] * len(kept)


def part(word: str, draw: Draw) -> str:
    """Return the surrogate of one part of a name, wherever it stands."""
    if word.isdecimal():
        return number_like(word, draw)
    if len(word) == 1 and word.isupper() and script(word) in _INITIALS:
        return initial(word, draw)
    if found := _POSSESSIVE.fullmatch(word):
        return part(found["name"], draw) + found["end"]
    lexicon = names()
    if lexicon.class_of(word) is None and (found := _PREFIX.fullmatch(word)):
        return found["prefix"] + part(found["name"], draw)
    if _UNSPACED.fullmatch(word) and lexicon.class_of(word) is None and len(word) > 1:
        return _unspaced(word, draw, lexicon)
    if lexicon.class_of(word) is None and len(word) > 4 and word[-1] == "s" and lexicon.class_of(word[:-1]):
        return cased_like(word, lexicon.surrogate(word[:-1], draw) + "s")  # the German genitive: "Müllers Haus"
    return cased_like(word, _surrogate(word, draw, lexicon))


def _surrogate(word: str, draw: Draw, lexicon: Lexicon) -> str:
    if lexicon.class_of(word) is None:
        likeliest = lexicon.likeliest(word)
        if not likeliest:
            if script(word[0]) != "LATIN":
                return reshaped(word, draw, "name")
            likeliest = "en l"
        return lexicon.invented(fold(word), likeliest, draw)
    return lexicon.surrogate(word, draw)


def _unspaced(word: str, draw: Draw, lexicon: Lexicon) -> str:
    """Return a name without a space in it: the longest family name that is known goes as one, the rest as another."""
    for length in range(min(3, len(word) - 1), 0, -1):
        if (lexicon.class_of(word[:length]) or "").endswith(" l"):
            rest = word[length:]
            given = lexicon.surrogate(rest, draw) if lexicon.class_of(rest) else _signs(rest, draw, lexicon)
            return lexicon.surrogate(word[:length], draw) + given
    return _signs(word, draw, lexicon)


def _signs(word: str, draw: Draw, lexicon: Lexicon) -> str:
    """Return signs that given names are written with, one for each."""
    origins = {"CJK": "zh", "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja"}
    signs: list[str] = []
    for sign in word:
        members = "".join(lexicon.classes.get(f"{origins.get(script(sign), '')} f", []))
        known = sorted({each for each in members if script(each) == script(sign)})
        if len(known) < 2:
            signs.append(reshaped(sign, draw, "sign"))
        elif sign in known:
            signs.append(known[draw.moved(known.index(sign), len(known), "sign", known[0])])
        else:
            signs.append(draw.choice(known, "sign", sign))
    return "".join(signs)


def initial(letter: str, draw: Draw) -> str:
    """Return another initial, in the case of the one given.

    >>> initial("j", Draw(b"k")).islower()
    True
    """
    letters = _INITIALS.get(script(letter), "")
    if not letters:
        return reshaped(letter, draw, "initial")
    plain = fold(letter).upper()
    place = letters.find(plain)
    if len(plain) != 1 or place < 0:
        return laid(letters[draw.below(len(letters), "initial", plain)].lower(), letter)
    return laid(letters[draw.moved(place, len(letters), "initial")].lower(), letter)
