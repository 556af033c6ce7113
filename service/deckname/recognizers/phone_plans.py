"""How telephone numbers are written at home, and what libphonenumber's numbering plans say of their digits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import phonenumbers

#: Where national numbers that no word names may belong.
REGIONS = ("US", "DE", "GB", "FR", "IT", "NL", "AT", "CH", "ES")
#: Of those, where a trunk code may be as short as these; the French write all ten digits in pairs.
_SHORT_CODES = {"01": ("AT",), "02": ("IT",), "06": ("IT", "NL")}
_PAIRS = re.compile(r"\(?0[0-9]\)?([ ./\-])[0-9]{2}(?:\1[0-9]{2}){3}\Z")
NOTHING, POSSIBLE, VALID = range(3)
_SEPARATORS = str.maketrans("", "", " ()./-+")

AMERICAN = re.compile(
    r"(?:1[ .\-])?(?:\([0-9]{3}\) ?[0-9]{3}[ .\-][0-9]{4}|[0-9]{3}(?:([ .\-])[0-9]{3}\1|/[0-9]{3}-)[0-9]{4})(?![^ ])"
)
TRUNK = re.compile(
    r"(?:\(0[0-9]{1,5}\)[ ./\-]{0,3}|0[0-9]{1,5}(?: ?/ ?| ?- ?| {1,2}|\.))[0-9]{1,4}(?:[ .\-]?[0-9]{1,4}){1,4}\Z"
)
#: Written as dates, years, IP addresses, ISBNs and numbers of persons are: no telephone's, unless a region has such.
NEVER = re.compile(
    r"(?:[0-9]{1,2} ?([./\-]) ?[0-9]{1,2} ?\1 ?(?:[0-9]{4}|[0-9]{2})(?: [0-9]{1,2})?|97[89](?:[ \-]?[0-9]){10}"
    r"|(?:19|20)[0-9]{2}([./\-])[0-9]{1,2}\2[0-9]{1,2}(?: [0-9]{1,2})?|(?:19|20)[0-9]{2} ?[/\-] ?(?:(?:19|20)?[0-9]{2})"
    r"|(?:[0-9]{1,2} )?[0-9]{1,2} (?:19|20)[0-9]{2}|[0-9]{3}-[0-9]{2}-[0-9]{4}|[0-9]{6}-[0-9]{4}|[0-9]+\.[0-9]{2}"
    r"|(?!(?:[0-9]{2}\.){3})(?:1?[0-9]{1,2}|2[0-5][0-9])(?:\.[0-9]{1,3}){3})\Z"
)
#: Written as decimals, counts, shares, postcodes, ISBNs, cards and social security numbers are: only behind a label.
DUBIOUS = re.compile(
    r"(?:(?:[1-9][0-9]*|0)\.[0-9]+|[0-9]{1,3} [0-9]{3}|[0-9]{1,4}/(?:19|20)[0-9]{2}|[0-9]-[0-9]+-[0-9]+-[0-9]"
    r"|[0-9]{2}\.?[0-9]{3}-[0-9]{3}|[0-9]{3}\.[0-9]{3}\.[0-9]{3}-[0-9]{2}|[0-9]{4}(?: [0-9]{4}){2,3}"
    r"|[0-9]{2}(?:\.[0-9]{2}){3}|[0-9]{5}-[0-9]{5}|[0-9]{3}[ .][0-9]{2}[ .][0-9]{4})\Z"
)
_DISTINCT = re.compile(r"-|1\.|[0-9]{3}[ .]555[ .]")
_INVENTED = re.compile(r"([0-9])\1+\Z|0?1234567890?\Z|000")


def digits_of(value: str) -> str:
    """Return a number without what separates its digits, and without its plus."""
    return value.translate(_SEPARATORS)


def is_american(value: str) -> bool:
    """Whether what AMERICAN matches is a telephone number even if nothing says so.

    >>> is_american("555-123-4567"), is_american("212.456.7890"), is_american("123 456 7890")
    (True, True, False)
    """
    if _INVENTED.match(digits_of(value)):
        return False
    return bool(_DISTINCT.search(value)) or is_valid(value, ("US", "IT"))


def is_trunk(value: str, regions: Sequence[str] = ()) -> bool:
    """Whether a number begins with a trunk zero, set apart from the rest, and is valid in a region.

    >>> is_trunk("0711/1234567"), is_trunk("07111234567"), is_trunk("01 23 45 67 89"), is_trunk("08 08 76541")
    (True, False, True, False)
    """
    count = len(digits_of(value))
    # Five and four digits are an American postcode, too.
    if not 9 <= count <= 13 or (count == 9 and value[-5] == "-"):
        return False
    if not TRUNK.match(value) or DUBIOUS.match(value) or NEVER.match(value):
        return False
    home: tuple[str, ...] = REGIONS[1:]
    code = value[:3].strip("( ./-)")
    if len(code) == 2 and (value[0] != "(" or value[3:4] == ")"):
        home = ("FR",) if _PAIRS.match(value) else _SHORT_CODES.get(code, ())
    return is_valid(value, (*regions, *home))


def is_valid(value: str, regions: Sequence[str]) -> bool:
    """Whether a national number is assigned in one of some regions."""
    digits = digits_of(value)
    return any(standing(digits, region) == VALID for region in regions)


def is_possible(value: str, regions: Sequence[str]) -> bool:
    """Whether a national number has a length that one of some regions has."""
    digits = digits_of(value)
    return any(standing(digits, region) >= POSSIBLE for region in regions)


@lru_cache(maxsize=4096)
def standing(digits: str, region: str) -> int:
    """Say whether digits are a number of a region, valid or possible; of any region where they begin with a plus.

    >>> standing("07111234567", "DE"), standing("5551234567", "US"), standing("1234567890", "DK"), standing("+1", "")
    (2, 1, 0, 0)
    """
    try:
        number = phonenumbers.parse(digits, region or None)
    except phonenumbers.NumberParseException:
        return NOTHING
    if phonenumbers.is_valid_number_for_region(number, region) if region else phonenumbers.is_valid_number(number):
        return VALID
    return POSSIBLE if phonenumbers.is_possible_number(number) else NOTHING
