"""Surrogates of telephone numbers: the ranges that regulators keep free for films and books, else numbers of no plan.

* +1: 555-0100 to 555-0199 in every area code (NANPA, https://www.nanpa.com/numbering/555-line-numbers)
* +44: Ofcom, "Telephone numbers for use in TV and radio drama programmes"
* +49: Bundesnetzagentur, Mitteilung 148/2021, "Rufnummern für Medienproduktionen"
* +33: ARCEP, décision 2018-0881 (plan national de numérotation), "œuvres audiovisuelles"
* +61: ACMA, "Phone numbers for use in TV shows, films and creative works"
* +46: PTS, "Telefonnummer för användning i böcker och filmer"
* +353: ComReg, numbering conditions, 020 91x xxxx

A number of any other country keeps its country code, and the rest is permuted until libphonenumber calls it invalid.
The ranges are small: 27,100 numbers in the United States, 15,200 in the United Kingdom. ``distinct`` leaves them aside.
"""

from __future__ import annotations

import re
from functools import cache

import phonenumbers

from deckname.operators.keyed import Draw
from deckname.operators.surrogates import wordlists
from deckname.operators.surrogates.shape import bare, number_like, reshaped

#: By country code: beginnings of national numbers and how many digits follow, of fixed lines and of mobile ones.
FICTION: dict[str, tuple[tuple[tuple[str, int], ...], tuple[tuple[str, int], ...]]] = {
    "1": (tuple((f"{area}55501", 2) for area in wordlists.AREAS.split()), ()),
    "44": (
        (
            *((f"{area}4960", 3) for area in (113, 114, 115, 116, 117, 118, 121, 131, 141, 151, 161)),
            *(("1914980", 3), ("2079460", 3), ("28964960", 2), ("29201805", 2), ("1632960", 3)),
        ),
        (("7700900", 3),),
    ),
    "49": (
        (("3023125", 3), ("6990009", 3), ("4066969", 3), ("2214710", 3), ("8999998", 3)),
        (("17139200", 2), ("176040690", 2)),
    ),
    "33": ((("19900", 4), ("26191", 4), ("35301", 4), ("46571", 4), ("53649", 4)), (("63998", 4),)),
    "61": (
        tuple((f"{area}{block}", 4) for area in "2378" for block in ("5550", "7010")),
        tuple((number, 0) for number in ("491570006", "491570156", "491570157", "491570158", "491570159", "491570110")),
    ),
    "46": (
        (("3139006", 2), ("4062804", 2), ("8465004", 2), ("9803192", 2)),
        tuple((f"7017406{digit}", 1) for digit in "123456789"),
    ),
    "353": ((("2091", 5),), ()),
}  # fmt: skip
#: How mobile numbers begin, where those for fiction are told apart.
_MOBILE = {
    code: re.compile(begin)
    for code, begin in (("44", "7[1-57-9]"), ("49", "1[5-7]"), ("33", "[67]"), ("61", "4"), ("46", "7"))
}
_EXTENSION = re.compile(
    r"(?i)(?:;ext=|,?\s*(?:ext(?:ension)?|extn|x|durchwahl|dw|app|poste)\b\.?:?\s*|\s*#\s*)\d{1,6}\s*$"
)
_INTERNATIONAL = re.compile(r"\W*(?:\+|00|011(?=\D))")
_TRUNK = re.compile(r"\D*\(0\)")
_AMERICAN = re.compile(r"\D*[2-9]\d\d\D*\d{3}\D*\d{4}\D*")
_FRENCH = re.compile(r"\D*0[1-9](?:[ .\-]\d\d){4}\D*")
_BRITISH = re.compile(r"\D*0(?:7\d{3}\)? ?\d{6}|7\d{3} \d{3} \d{3}|20\)? \d{4} ?\d{4}|1\d{3}\)? \d{6})\D*")
#: Where a number with a trunk zero may be at home.
_HOMES = (("49", "DE"), ("44", "GB"), ("33", "FR"), ("61", "AU"), ("353", "IE"), ("46", "SE"))


def phone(value: str, draw: Draw, *, distinct: bool = False) -> str:
    """Return a number of the same country and layout that nobody has.

    >>> phone("+1 415-555-2671", Draw(b"k"))[6:-2]
    '-555-01'
    >>> phone("0711 1234567", Draw(b"k"))[0]
    '0'
    """
    found = _EXTENSION.search(value)
    body, extension = (value[: found.start()], found.group()) if found else (value, "")
    if len(bare(body)) < 5 or not bare(body).isdecimal():
        return reshaped(value, draw, "phone")
    extension = re.sub(r"\d+", lambda digits: number_like(digits.group(), draw, "extension"), extension)
    code, kept, national = _split(body)
    moved = _nobodys(code, national, draw, distinct=distinct)
    return _laid(body, bare(body)[:kept] + moved) + extension


def _split(body: str) -> tuple[str, int, str]:
    """Return the country code, how many digits stay in front, and the national number without a trunk zero."""
    digits = bare(body)
    if international := _INTERNATIONAL.match(body):
        start = len(bare(international.group()))
        code = next((digits[start : start + n] for n in (1, 2, 3) if _is_code(digits[start : start + n])), "")
        kept = start + len(code)
        after = re.match(rf"(?:\D*\d){{{kept}}}", body)
        if code and after and (digits[kept : kept + 1] == "0" or _TRUNK.match(body, after.end())) and code != "39":
            kept += digits[kept : kept + 1] == "0"
        return code, kept, digits[kept:]
    if len(digits) == 11 and digits[0] == "1" and digits[1] in "23456789":
        return "1", 1, digits[1:]
    if _AMERICAN.fullmatch(body):
        return "1", 0, digits
    if digits[0] == "0":
        return _home(body), 1, digits[1:]
    return "", 0, digits


@cache
def _is_code(digits: str) -> bool:
    return digits.isdecimal() and int(digits) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE


def _home(body: str) -> str:
    if _FRENCH.fullmatch(body):
        return "33"
    if _BRITISH.fullmatch(body):
        return "44"
    return next((code for code, _ in _HOMES if _is_assigned(code, bare(body)[1:])), "")


def _is_assigned(code: str, national: str) -> bool:
    try:
        return bool(phonenumbers.is_valid_number(phonenumbers.parse(f"+{code}{national}")))
    except phonenumbers.NumberParseException:
        return False


def _nobodys(code: str, national: str, draw: Draw, *, distinct: bool) -> str:
    if len(national) < 4 or len(national) > 15:
        return reshaped(national, draw, "phone", code) if national else ""
    if code in FICTION and not distinct:
        fixed, mobile = FICTION[code]
        blocks = mobile if mobile and _MOBILE[code].match(national) else fixed
        for count in range(100):
            begin, free = draw.choice(blocks, "block", code, national, str(count))
            rest = f"{draw.below(10**free, 'line', code, national, str(count)):0{free}}" if free else ""
            if begin + rest != national:
                return begin + rest
    # A number that is at home nowhere is checked against the places where such numbers are dialled most.
    codes = [code] if code else [home for home, _ in _HOMES] + ["1"]
    return reshaped(
        national, draw, "phone", code, accept=lambda moved: not any(_is_assigned(each, moved) for each in codes)
    )


def _laid(body: str, digits: str) -> str:
    """Return the layout of a number with other digits; what is too many goes to its end."""
    places = [index for index, character in enumerate(body) if character.isalnum()]
    pieces: list[str] = []
    done = 0
    for count, place in enumerate(places):
        if count >= len(digits):
            return "".join(pieces) + (")" if "".join(pieces).count("(") > "".join(pieces).count(")") else "")
        pieces += [body[done:place], digits[count]]
        done = place + 1
    return "".join(pieces) + digits[len(places) :] + body[done:]
