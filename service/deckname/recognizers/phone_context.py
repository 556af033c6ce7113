"""What stands around a number calls it a telephone's, or something else.

The words are looked at one by one, the nearest first: most numbers have their label right before them.

>>> from deckname.findings import Passage
>>> for text in ("Tel.: 62889", "my mobile is now 62889", "the figure 62889", "order no. 62889", "62889 (mobile)"):
...     place = text.index("62889")
...     print(called(Passage(text), place, place + 5).name)
LABELLED
NAMED
SILENT
OTHER
NAMED
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from deckname.findings import Passage
from deckname.recognizers.phone_words import LAST_WORDS, MARKED, Kind, kind_of


class Call(IntEnum):
    """What a number is called: a label right before it says more than a word further away."""

    OTHER = -1
    SILENT = 0
    NAMED = 1
    LABELLED = 2


#: How far before a number its name may stand, in characters, how far a verb of calling may, and how far behind it.
BEFORE, REACHED, AFTER = 70, 40, 30
#: Words between a name and its number: "phone number is", "call me at", "Tel. 0711 123456 or".
_NUMBER = frozenset({
    "no", "nr", "nos", "number", "numbers", "nummer", "nummern", "num", "numero", "número", "numéro", "numer",
    "numeri", "n", "č", "číslo", "broj", "is", "was", "are", "ist", "lautet", "lautete", "est", "es", "è", "jest",
    "är", "er", "as",
})  # fmt: skip
_AT = frozenset({
    "on", "at", "unter", "under", "auf", "to", "sur", "au", "al", "op", "på", "pod", "a", "p", "i", "in", "o", "me",
    "us", "the", "my", "our", "him", "her", "them", "it", "bei", "der", "die", "das", "el", "la", "le", "il", "de",
    "af", "via", "über", "per",
})  # fmt: skip
_AND = frozenset({"and", "or", "und", "oder", "sowie", "et", "ou", "y", "e", "o", "ed", "en", "of", "och", "i", "a"})
#: Names of numbers that are other words, too, where they are in small letters and stand in a sentence.
_AMBIGUOUS = frozenset({
    "ein", "nie", "sin", "fin", "rut", "tan", "col", "cap", "tin", "pan", "cas", "din", "lot", "eps", "nip", "az",
    "pass", "case", "since",
})  # fmt: skip
_LETTERS = frozenset("TMFPHCТ")
_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+|\n[\s>]*")
_WORD = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
_OTHER_SCRIPT = re.compile(r"[\u0530-\uffff]")
_HUMP = re.compile(r"(?<=[a-zß-ÿ])[A-ZÀ-Þ][a-zß-ÿ]+\Z")
#: Between cells of a table: each has a name of its own.
_CELL = frozenset("|\t")
_CLAUSE_ENDS = frozenset(',;:|=\t\n"')
_CLAUSE = re.compile(r"[,;:|=\t\n\"0-9]|[.!?](?= |$)")
#: A word that is the label of the next number, not of the one before it: "12345678 Tel. 0711 123456".
_NEXT = re.compile(r"(?:[^\W\d_]++[^\w\n]{0,3}?){1,2}(?::|[^\w\n]{0,2}[0-9])")


def called(passage: Passage, start: int, end: int, least: Call = Call.NAMED) -> Call:
    """Say what the words around text[start:end], and the names of the whole passage, call it.

    Where less than LABELLED makes no difference, asking for that is faster.
    """
    call = _before(passage.text, start, far=least < Call.LABELLED)
    if call is Call.SILENT and passage.context:
        call = _context(passage.context)
        if call is Call.LABELLED and len(passage.text) > 2 * (end - start):
            call = Call.NAMED
    return call if call is not Call.SILENT or least is Call.LABELLED else _after(passage.text, end)


def _before(text: str, start: int, *, far: bool) -> Call:
    """Walk back from a number, over what may stand between it and its name, to the first word that names it."""
    head = text[max(0, start - BEFORE) : start][::-1]
    # Whether nothing but "number is" stands between; nothing but that and "at"; nothing but that and other numbers.
    close = label = listed = True
    digits = above = seen = False
    for match in _TOKEN.finditer(head):
        token = match.group()
        if token[0] == "\n":
            if above or seen or token.count("\n") > 1:
                break
            above = True
        elif token[0].isdigit():
            if above or not listed or (not digits and not _CELL.isdisjoint(head[: match.start()])):
                break
            if len(token) > 1 or not label:  # not the 2 of "Tel. 2: 0711 123456"
                digits, label = True, False
            seen = True
        else:
            word = token[::-1].lower()
            call = _said(head, match, word, close=close, label=label)
            if call is not None:
                return call
            seen = seen or len(token) > 1
            if word in _NUMBER:
                continue
            close = close and digits and word in _AND
            if word not in _AT and word not in _AND:
                label = listed = False
                if digits or not far:
                    break
    return _in_other_script(head)


def _said(head: str, match: re.Match[str], word: str, *, close: bool, label: bool) -> Call | None:
    """Say what a word calls the number behind it; None if nothing, SILENT if no word before it can say more."""
    token, at = match.group()[::-1], match.start()
    if match.end() == BEFORE or (len(token) == 2 and head[at - 1 : at] == "/"):
        return None  # the end of a longer word, perhaps
    kind = _kind(head, match.end(), token, word) if word in LAST_WORDS or token[1:] != word[1:] else kind_of(word)
    if kind is Kind.PHONE:
        return Call.LABELLED if label else Call.NAMED
    if at > 1 and len(token) > 3 and head[at - 1] in ".!?" and head[at - 2] == " " and not word.endswith("nr"):
        return Call.SILENT  # a sentence ends here
    if kind is Kind.REACH and at <= REACHED:
        return Call.NAMED
    if not close:
        return None
    if (kind is Kind.PLACE and (word in _NUMBER or not head[:at].isspace())) or (
        token in _LETTERS and (head[at - 1 : at] == ":" or head[:at].endswith((" .", ":.")))
    ):
        return Call.NAMED
    if kind is Kind.ELSE and not (word in _AMBIGUOUS and token.islower() and head[:at].isspace()):
        return Call.OTHER
    return None


def _kind(head: str, end: int, token: str, word: str) -> Kind | None:
    """Say what a word names together with the one before it, or a part of it: "my number", "customerId"."""
    first = _WORD.match(head, end + 1) if word in LAST_WORDS else None
    if first and (kind := kind_of(f"{first.group()[::-1].lower()} {word}")):
        return kind
    hump = None if token.isupper() else _HUMP.search(token)
    return kind_of(word) or (kind_of(hump.group().lower()) if hump else None)


def _in_other_script(head: str) -> Call:
    if head.isascii() or not _OTHER_SCRIPT.search(head):
        return Call.SILENT
    line = head.partition("\n")[0][::-1]
    if any(word in line[-12:] for word in MARKED):
        return Call.LABELLED
    return Call.NAMED if any(word in line for word in MARKED) else Call.SILENT


def _after(text: str, end: int) -> Call:
    """Look for a name behind a number, in the same clause: "0711 123456 (mobile)", "0711 123456 is my phone"."""
    if text[end : end + 1] in _CLAUSE_ENDS:
        return Call.SILENT
    right = text[end : end + AFTER + 1]
    stop = _CLAUSE.search(right)
    for match in _WORD.finditer(right, 0, stop.start() if stop else AFTER + 1):
        if match.end() <= AFTER and kind_of(match.group().lower()) is Kind.PHONE:
            return Call.SILENT if _NEXT.match(text, end + match.start()) else Call.NAMED
    return Call.SILENT


@lru_cache(maxsize=256)
def _context(context: tuple[str, ...]) -> Call:
    """Say what the names of a passage call the numbers in it."""
    kinds = {
        kind_of(word.lower())
        for words in context
        for match in _WORD.finditer(words)
        for word in (match.group(), *_CAMEL.split(match.group()))
    }
    return Call.LABELLED if Kind.PHONE in kinds else Call.NAMED if Kind.REACH in kinds else Call.SILENT
