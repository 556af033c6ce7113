"""Machine-readable zones of passports, identity cards and visas: ICAO Doc 9303, parts 3 to 7.

Two lines of 44 characters (TD3, passports) or 36 (TD2), or three of 30 (TD1, cards), of capitals, digits and "<".
Each check digit is the sum of the characters before it, letters read as 10 to 35, times 7, 3, 1, ..., modulo 10. The
value is all lines. A line that is torn from the others counts where a name is in it, or where its checks hold.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, '''
... P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
... L898902C36UTO7408122F1204159ZE184226B<<<<<10
... ''')
['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\\nL898902C36UTO7408122F1204159ZE184226B<<<<<10']
>>> values(RECOGNIZERS, "std::cout << HELLO << WORLD, <<<<<<<<<< HEAD, a <<< b")
[]
"""

from __future__ import annotations

import re

from deckname.findings import CHECK_FAILED, Passage
from deckname.recognizers.candidates import Candidates, Found

_BREAK = r"(?:[ \t]*\r?\n[ \t]*|[ \t]+|\\n)"
_EDGE = r"(?![A-Z0-9<])"
_TITLE = r"[A-Z][A-Z0-9<][A-Z<]{3}"
_FACTS = r"[A-Z0-9<]{9}[0-9][A-Z<]{3}[0-9<]{6}[0-9][MFX<][0-9<]{6}[0-9]"
_TWO_LINES = re.compile(
    rf"(?P<first>{_TITLE}[A-Z<]{{31}}(?:[A-Z<]{{8}})?){_BREAK}(?P<second>{_FACTS}[A-Z0-9<]{{8,16}}){_EDGE}"
)
_THREE_LINES = re.compile(
    rf"(?P<first>{_TITLE}[A-Z0-9<]{{25}}){_BREAK}"
    rf"(?P<second>[0-9<]{{6}}[0-9][MFX<][0-9<]{{6}}[0-9][A-Z<]{{3}}[A-Z0-9<]{{11}}[0-9]){_BREAK}[A-Z<]{{30}}{_EDGE}"
)
_NAME_LINE = re.compile(rf"[PVIAC][A-Z<]{{4}}[A-Z]+(?:<[A-Z]+)*+<<[A-Z]+(?:<[A-Z]+)*+<++{_EDGE}")
_FACTS_LINE = re.compile(rf"{_FACTS}[A-Z0-9<]{{8,16}}{_EDGE}")
_START = re.compile(r"(?<![A-Z0-9<])[A-Z0-9<]{1,44}\Z")
_LINE_BEFORE = re.compile(rf"(?<![A-Z0-9<])[A-Z0-9<]{{30}}{_BREAK}\Z")
#: Where the numbers end that a digit checks, and what the last digit checks of a line of facts.
_FIELDS = ((0, 9), (13, 19), (21, 27))
_WHOLE = ((0, 10), (13, 20), (21, -1))


def check_digit(field: str) -> str:
    """Return the check digit of a field.

    >>> check_digit("L898902C3"), check_digit("740812"), check_digit("<<<<<<")
    ('6', '2', '0')
    """
    values = (0 if character == "<" else int(character, 36) for character in field)
    return str(sum(value * (7, 3, 1)[place % 3] for place, value in enumerate(values)) % 10)


def facts_check(line: str, *, visa: bool = False) -> bool:
    """Whether the check digits of the second of two lines are right; a visa has none over all of them.

    >>> facts_check("L898902C36UTO7408122F1204159ZE184226B<<<<<10")
    True
    """
    fields = all(check_digit(line[start:end]) == line[end] for start, end in _FIELDS)
    return fields and (visa or check_digit("".join(line[start:end] for start, end in _WHOLE)) == line[-1])


def card_checks(first: str, second: str) -> bool:
    """Whether the check digits of the first two of three lines are right.

    >>> card_checks("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6")
    True
    """
    fields = ((first[5:14], first[14]), (second[:6], second[6]), (second[8:14], second[14]))
    whole = first[5:] + second[:7] + second[8:15] + second[18:29]
    return all(check_digit(field) == digit for field, digit in (*fields, (whole, second[29])))


def _look(passage: Passage, match: re.Match[str]) -> Found | None:
    text, at = passage.text, match.start()
    begin = _START.search(text, max(0, at - 45), at)
    start = begin.start() if begin else at
    if before := _LINE_BEFORE.search(text, max(0, start - 40), start):
        start = before.start()
    if zone := _TWO_LINES.match(text, start):
        first, second = zone["first"], zone["second"]
        passed = len(first) == len(second) and facts_check(second, visa=first[0] == "V")
    elif zone := _THREE_LINES.match(text, start):
        passed = card_checks(zone["first"], zone["second"])
    elif zone := _FACTS_LINE.match(text, start):
        return (start, zone.end(), 0.9, "pattern, check") if facts_check(zone.group()) else None
    else:
        zone = _NAME_LINE.match(text, start)
        return (start, zone.end(), 0.8, "pattern") if zone and zone.end() - start in (36, 44) else None
    return (start, zone.end(), 0.98, "pattern, check") if passed else (start, zone.end(), 0.75, CHECK_FAILED)


RECOGNIZERS = (Candidates(type="PASSPORT", near=r"<<[A-Z0-9<]*+", look=_look),)
