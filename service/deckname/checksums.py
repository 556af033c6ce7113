"""Check digits: each function takes digits (or letters and digits) alone and says whether they check.

Sources: ISO/IEC 7812-1 annex B (Luhn), ISO/IEC 7064 (MOD 97-10 and MOD 11,10), GS1 General Specifications 7.9 (EAN-13).
"""

from __future__ import annotations

from collections.abc import Sequence


def bare(value: str) -> str:
    """Return the letters and digits of a value as written, in upper case.

    >>> bare("de89 3704-0044")
    'DE8937040044'
    """
    return "".join(character for character in value.upper() if character.isascii() and character.isalnum())


def luhn(number: str) -> bool:
    """Whether the digits pass the formula of Hans Peter Luhn.

    >>> luhn("79927398713"), luhn("79927398710"), luhn("")
    (True, False, False)
    """
    total = 0
    for position, digit in enumerate(reversed(number)):
        doubled = int(digit) * (1 + position % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return bool(number) and total % 10 == 0


def mod_97_10(number: str) -> bool:
    """Whether letters and digits, letters read as 10 to 35, leave 1 when divided by 97.

    >>> mod_97_10("370400440532013000DE89"), mod_97_10("370400440532013000DE98")
    (True, False)
    """
    return bool(number) and int("".join(str(int(character, 36)) for character in number)) % 97 == 1


def mod_11_10(number: str) -> bool:
    """Whether the last digit is the check digit of the ones before by ISO 7064 MOD 11,10.

    >>> mod_11_10("86095742719"), mod_11_10("86095742718")
    (True, False)
    """
    product = 10
    for digit in number[:-1]:
        product = (int(digit) + product) % 10 or 10
        product = product * 2 % 11
    return bool(number) and (11 - product) % 10 == int(number[-1])


def ean_13(number: str) -> bool:
    """Whether thirteen digits end in their EAN-13 check digit.

    >>> ean_13("7569217076985"), ean_13("7569217076984"), ean_13("756921707698")
    (True, False, False)
    """
    return len(number) == 13 and weighted(number, (1, 3) * 6 + (1,)) % 10 == 0


def weighted(number: str, weights: Sequence[int]) -> int:
    """Return the sum of the digits, each times its weight.

    >>> weighted("123", (1, 10, 100))
    321
    """
    return sum(int(digit) * weight for digit, weight in zip(number, weights, strict=True))


def cross_sum(number: int) -> int:
    """Return the sum of the decimal digits.

    >>> cross_sum(918)
    18
    """
    return sum(int(digit) for digit in str(number))
