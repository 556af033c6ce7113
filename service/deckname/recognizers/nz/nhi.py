"""NHI number of New Zealand: three letters and four digits, or (from 2026) three letters, two digits and two letters.

The last place checks modulo 11, and modulo 23 in the new form. Source: HISO 10046:2023, Consumer Health Identity
Standard, https://www.tewhatuora.govt.nz; numbers that begin with Z are reserved for tests.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "NHI ZAC5361, NHI number: ZBN77VL, nhi no. ZAC5362, NHI: zzz0016")
['ZAC5361', 'ZBN77VL', 'ZAC5362', 'zzz0016']
>>> values(IDENTIFIERS, "part ZAC5361, plate ZBN77VL, NHI IOI5361")
[]
"""

from deckname.identifier import Identifier

#: A letter's number is its place here, from 1 on.
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def is_nhi(value: str) -> bool:
    """Whether the last place checks the six before it.

    >>> is_nhi("ZAC5361"), is_nhi("ZBN77VL"), is_nhi("ZAC5362"), is_nhi("ZZZ00AX")
    (True, True, False, False)
    """
    places = (int(place) if place.isdigit() else _LETTERS.index(place) + 1 for place in value[:6])
    total = sum(place * weight for place, weight in zip(places, (7, 6, 5, 4, 3, 2), strict=True))
    if value[6].isdigit():
        return total % 11 != 0 and (11 - total % 11) % 10 == int(value[6])
    return _LETTERS[23 - total % 23 - 1] == value[6]


IDENTIFIERS = (
    Identifier(
        type="HEALTH_ID",
        name="New Zealand NHI number",
        shapes=("AAA9999", "AAA99AA", "AAA 9999", "AAA-9999"),
        form=r"[A-HJ-NP-Z]{3}\d\d(?:\d\d|[A-HJ-NP-Z]{2})",
        valid=is_nhi,
        words=(
            "nhi", "nhi no", "nhi number", "national health index", "national health index number", "hospital number",
            "patient nhi",
        ),
        named=0.97,
    ),
)  # fmt: skip
