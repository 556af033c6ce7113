"""Surrogates of numbers: of the same shape, in ranges that nobody was given, or with a check digit that fails.

* IBANs keep their country and get the code of no bank (``lists/ibans.txt``: no bank of schwifty's lists has it) and
  check digits that pass ISO 7064 MOD 97-10. National check digits inside the account mostly fail.
* Cards keep their network and get the first six digits of the numbers that Stripe publishes for tests
  (https://docs.stripe.com/testing) and a check digit that passes Luhn. No network sets a range apart for fiction. A
  number of no known network begins with 999999: ISO/IEC 7812-1 gives 9 to national bodies, followed by the country's
  number in ISO 3166-1, and 999 is no country's.
* Social security numbers begin with 9 and go on with 00 to 49: never issued by the Social Security Administration
  (https://www.ssa.gov/employer/randomization.html), and no ITIN or ATIN, whose fourth and fifth digits are 50 and up
  (https://www.irs.gov/individuals/international-taxpayers/additional-itin-information). The ten advertising numbers
  987-65-4320 to -4329 would be too few to tell values apart.
* MAC addresses become locally administered ones (RFC 9542, section 2.1): no device leaves a factory with such.
* Every other number is permuted within its shape and moved on until none of our checks for its type passes. Where a
  type has no check digit, the number may be somebody's by chance.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from functools import cache, lru_cache

from deckname.checksums import luhn
from deckname.operators.keyed import Draw
from deckname.operators.surrogates.lexicon import read
from deckname.operators.surrogates.shape import bare, laid, reshaped
from deckname.types import expand

#: First digits of a network's numbers, and those of its published test numbers.
_TEST_NUMBERS = (
    ("34", "371449"), ("37", "378282"), ("36", "362272"), ("30", "305693"), ("38", "305693"), ("39", "305693"),
    ("35", "356600"), ("4", "424242"), ("50", "676770"), ("56", "676770"), ("57", "676770"), ("58", "676770"),
    ("51", "510510"), ("52", "520082"), ("53", "555555"), ("54", "555555"), ("55", "555555"), ("2", "222300"),
    ("60", "601111"), ("64", "601198"), ("65", "601198"), ("62", "620000"), ("81", "620000"),
)  # fmt: skip
_NO_NETWORK = "999999"
_SHORTEST_CARD = 12
#: Numbers 9xx-00-0000 to 9xx-49-9999.
_NO_SSN = 100 * 50 * 10_000
_SAMPLES = 32
_IBAN = re.compile(r"[A-Z]{2}\d\d[A-Z\d]{6,}")
_SEPARATORS = str.maketrans("", "", " .-/")
_KINDS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", "A" * 26 + "9" * 10)
_EITHER = str.maketrans("9A", "XX")


@cache
def _ibans() -> dict[str, str]:
    return {country: "".join(places) for country, places in read("ibans.txt", "\n").items()}


def iban(value: str, draw: Draw) -> str:
    """Return an IBAN of the same country, of no bank, with check digits that pass.

    >>> surrogate = iban("DE89 3704 0044 0532 0130 00", Draw(b"k"))
    >>> surrogate[:2], surrogate[5:12], len(surrogate)
    ('DE', '0000 00', 27)
    """
    number = bare(value).upper()
    if not _IBAN.fullmatch(number):
        return reshaped(value, draw, "iban")
    country, rest = number[:2], number[4:]
    structure = _ibans().get(country, "")
    if len(structure) == len(rest):
        ours = "".join(letter for letter, place in zip(rest, structure, strict=True) if place.islower())
        bank = "".join(letter for letter, place in zip(rest, structure, strict=True) if not place.islower())
        moved = iter(reshaped(ours, draw, "iban", country, bank))
        rest = "".join(next(moved) if place.islower() else place for place in structure)
    else:
        rest = reshaped(rest, draw, "iban", country)
    read_as = "".join(str(int(letter, 36)) for letter in f"{rest}{country}00")
    return laid(f"{country}{98 - int(read_as) % 97:02}{rest}".lower(), value)


def card(value: str, draw: Draw) -> str:
    """Return a number of the same network and length, with the beginning of its test numbers, that passes Luhn.

    >>> card("5105-1051-0510-5100", Draw(b"k"))[:7]
    '5105-10'
    """
    number = bare(value)
    if not number.isdecimal() or len(number) < _SHORTEST_CARD:
        return reshaped(value, draw, "card")
    begin = next((test for first, test in _TEST_NUMBERS if number.startswith(first)), _NO_NETWORK)
    middle = begin + reshaped(number[6:-1], draw, "card", number[:6])
    return laid(next(middle + digit for digit in "0123456789" if luhn(middle + digit)), value)


def ssn(value: str, draw: Draw) -> str:
    """Return a number that the Social Security Administration never issues.

    >>> ssn("123-45-6789", Draw(b"k"))[0]
    '9'
    """
    number = bare(value)
    if not number.isdecimal() or len(number) != 9:
        return reshaped(value, draw, "ssn")
    drawn = draw.below(_NO_SSN, "ssn", number)
    moved = f"9{drawn // 500_000:02}{drawn % 500_000:06}"
    return laid(moved if moved != number else f"9{(drawn // 500_000 + 1) % 100:02}{moved[3:]}", value)


def mac(value: str, draw: Draw) -> str:
    """Return a locally administered address.

    >>> mac("00:1A:2B:3C:4D:5E", Draw(b"k"))[1] in "26AE"
    True
    """
    number = bare(value)
    if len(number) != 12 or set(number) - set("0123456789abcdef"):
        return reshaped(value, draw, "mac")
    moved = draw.moved(int(number, 16), 16**12, "mac")
    # The two lowest bits of the first byte: 0 for one receiver, 1 for locally administered.
    hexadecimal = laid(f"{moved & ~(1 << 40) | 1 << 41:012x}", value)
    return hexadecimal.upper() if any(map(str.isupper, value)) else hexadecimal


def identifier(value: str, type_: str, draw: Draw) -> str:
    """Return another number of the same shape that no check of its type passes.

    >>> identifier("12345678Z", "NATIONAL_ID", Draw(b"k")) != identifier("12345679S", "NATIONAL_ID", Draw(b"k"))
    True
    """

    def is_nobodys(letters: str) -> bool:
        return not is_valid(letters.upper(), type_)

    return reshaped(value, draw, "number", accept=is_nobodys)


def is_valid(number: str, type_: str) -> bool:
    """Whether a bare number passes the check of some recognizer for a type.

    >>> is_valid("12345678Z", "NATIONAL_ID"), is_valid("12345678A", "NATIONAL_ID")
    (True, False)
    """
    kinds = number.translate(_KINDS)
    return number.isascii() and any(check(number) for check in _checks(type_, kinds))


@lru_cache(maxsize=1024)
def _checks(type_: str, kinds: str) -> tuple[Callable[[str], bool], ...]:
    """Return the checks that are made of a type's numbers of one shape, save for those that most numbers pass."""
    every = _all_checks(type_)
    found = {*every.get(kinds, ()), *every.get(kinds.translate(_EITHER), ())}
    if not found:
        return ()
    draw = Draw(b"")
    digits, letters = "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    samples = [
        "".join(draw.choice(digits if kind == "9" else letters, str(count), str(at)) for at, kind in enumerate(kinds))
        for count in range(_SAMPLES)
    ]
    return tuple(check for check in found if sum(map(check, samples)) < _SAMPLES / 2)


@cache
def _all_checks(type_: str) -> dict[str, list[Callable[[str], bool]]]:
    """Return by bare shape the checks that the recognizers of a type make."""
    from deckname.identifier import Identifiers
    from deckname.recognizers import discover

    types = expand(frozenset((type_,)))
    checks: dict[str, list[Callable[[str], bool]]] = defaultdict(list)
    for recognizer in discover():
        for each in recognizer.identifiers if isinstance(recognizer, Identifiers) else ():
            if each.type in types and each.valid is not None:
                check = _with_form(each.form, each.valid)
                for shape in {shape.translate(_SEPARATORS) for shape in each.shapes}:
                    checks[shape].append(check)
    if type_ == "DEVICE_ID":  # IMEI
        checks["9" * 15].append(luhn)
    return checks


def _with_form(form: str, valid: Callable[[str], bool]) -> Callable[[str], bool]:
    expression = re.compile(form) if form else None
    return lambda number: bool((expression is None or expression.fullmatch(number)) and valid(number))
