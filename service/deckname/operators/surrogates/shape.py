"""Values of the same shape: a digit for a digit, a letter for a letter of its script, everything else as it was."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from functools import cache

from deckname.operators.keyed import Draw

_DIGITS = "0123456789"
_HEX = "abcdef"
_ALPHABETS = {
    "LATIN": "abcdefghijklmnopqrstuvwxyz",
    "CYRILLIC": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "GREEK": "αβγδεζηθικλμνξοπρστυφχψω",
    "HEBREW": "אבגדהוזחטיכלמנסעפצקרשת",
    "ARABIC": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "HIRAGANA": "".join(map(chr, range(0x3042, 0x3094))),
    "KATAKANA": "".join(map(chr, range(0x30A2, 0x30F4))),
    "HANGUL": "".join(map(chr, range(0xAC00, 0xD7A4))),
    "CJK": "".join(map(chr, range(0x4E00, 0x9FA6))),
    "DEVANAGARI": "".join(map(chr, range(0x0915, 0x093A))),
    "THAI": "".join(map(chr, range(0x0E01, 0x0E2F))),
}
#: So many characters are permuted; of what is longer every letter moves by itself, as the whole value says.
_PIECE = 32
#: How often a value is moved on until it is acceptable.
_TRIES = 100


def script(character: str) -> str:
    """Return the first word of a character's name: of a letter, its script.

    >>> script("ä"), script("я"), script("山"), script("!")
    ('LATIN', 'CYRILLIC', 'CJK', 'EXCLAMATION')
    """
    return unicodedata.name(character, "NONE").split(" ")[0]


@cache
def _alphabet(character: str) -> str:
    if unicodedata.decimal(character, None) is not None:
        return _DIGITS
    return _ALPHABETS.get(script(character), _ALPHABETS["LATIN"])


@cache
def _plain(character: str) -> str:
    """Return the letter of the alphabet that a character is, without case and accents."""
    number = unicodedata.decimal(character, None)
    if number is not None:
        return str(number)
    alphabet = _alphabet(character)
    for form in (character.casefold(), unicodedata.normalize("NFKD", character.casefold())):
        if form and form[0] in alphabet:
            return form[0]
    return alphabet[ord(character) % len(alphabet)]


def _dressed(letter: str, like: str) -> str:
    if letter.isdigit():
        value = unicodedata.decimal(like, None)
        return chr(ord(like) - value + int(letter)) if value is not None else letter
    return letter.upper() if like.isupper() else letter


def bare(value: str) -> str:
    """Return the letters and digits of a value, as the alphabets have them.

    >>> bare("Größe: १२-A")
    'grose12a'
    """
    return "".join(_plain(character) for character in value if character.isalnum())


def laid(letters: str, like: str) -> str:
    """Return ``like`` with its letters and digits replaced one by one, in the case that they had.

    >>> laid("xy12", "A-b 34")
    'X-y 12'
    """
    left = iter(letters)
    return "".join(_dressed(next(left), character) if character.isalnum() else character for character in like)


def reshaped(
    value: str,
    draw: Draw,
    *labels: str,
    cased: bool = False,
    accept: Callable[[str], bool] | None = None,
) -> str:
    """Return another value of the same shape; unequal values of one shape go to unequal ones.

    Case counts only if ``cased``. The value is moved on until ``accept`` takes its letters and digits.

    >>> reshaped("AB-12", Draw(b"k")) != reshaped("AB-13", Draw(b"k"))
    True
    """
    letters = bare(value)
    if not letters:
        return value
    alphabets: list[Sequence[str]] = [_alphabet(character) for character in value if character.isalnum()]
    if len(letters) >= 8 and set(letters) & set(_HEX) and set(letters) <= set(_HEX + _DIGITS):
        alphabets = [_HEX if alphabet is _ALPHABETS["LATIN"] else alphabet for alphabet in alphabets]
    kinds = "".join(alphabet[0] for alphabet in alphabets)
    case = "".join("A" if each.isupper() else "a" for each in value if each.isalnum()) if cased else ""
    for _ in range(_TRIES):
        letters = _moved(letters, alphabets, draw, "shape", *labels, kinds, case)
        if accept is None or accept(letters):
            break
    return laid(letters, value)


def _moved(letters: str, alphabets: Sequence[Sequence[str]], draw: Draw, *labels: str) -> str:
    if len(letters) > _PIECE:
        return _streamed(letters, alphabets, Draw(draw.digest("whole", *labels, letters)))
    number, count = 0, 1
    for letter, alphabet in zip(letters, alphabets, strict=True):
        number = number * len(alphabet) + alphabet.index(letter)
        count *= len(alphabet)
    number = draw.moved(number, count, *labels)
    found: list[str] = []
    for alphabet in reversed(alphabets):
        number, rest = divmod(number, len(alphabet))
        found.append(alphabet[rest])
    return "".join(reversed(found))


def _streamed(letters: str, alphabets: Sequence[Sequence[str]], draw: Draw) -> str:
    """Return other letters all over; every one of them depends on the whole value, by which ``draw`` is keyed."""
    found: list[str] = []
    stream = b""
    for place, (letter, alphabet) in enumerate(zip(letters, alphabets, strict=True)):
        if not stream:
            stream = draw.digest(str(place))
        step = 1 + int.from_bytes(stream[:4], "big") % (len(alphabet) - 1)
        found.append(alphabet[(alphabet.index(letter) + step) % len(alphabet)])
        stream = stream[4:]
    return "".join(found)


def number_like(digits: str, draw: Draw, *labels: str) -> str:
    """Return another number of as many digits, with a zero in front only where there was one.

    >>> len(number_like("7", Draw(b"k"))), number_like("1234", Draw(b"k"))[0] != "0"
    (1, True)
    """
    plain = bare(digits)
    if plain[0] == "0" or len(plain) > _PIECE:
        return reshaped(digits, draw, *labels)
    first = 10 ** (len(plain) - 1)
    return laid(str(first + draw.moved(int(plain) - first, 9 * first, "number", *labels, str(len(plain)))), digits)


def cased_like(word: str, surrogate: str) -> str:
    """Return a surrogate in capitals or small letters where the word is; else as it is written by itself.

    >>> cased_like("SMITH", "McDonald"), cased_like("smith", "McDonald"), cased_like("Smith", "McDonald")
    ('MCDONALD', 'mcdonald', 'McDonald')
    """
    if len(word) > 1 and word.isupper():
        return surrogate.upper()
    return surrogate.lower() if word.islower() else surrogate
