"""Institutionskennzeichen (IK) of German health insurers, hospitals and practices: nine digits (§ 293 SGB V).

Two digits of the class, two of the region, four of the institution, a check digit over the third to the eighth: every
other one doubled, cross sums, modulo 10 (Gemeinsame Grundsätze of ARGE IK).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "IK 123456780, IK-Nummer: 12 34 5678 0, Institutionskennzeichen 123456789; Los 123456780")
['123456780', '12 34 5678 0', '123456789']
"""

from deckname.checksums import cross_sum
from deckname.identifier import Identifier


def is_institution_code(number: str) -> bool:
    """Whether the last digit checks.

    >>> is_institution_code("123456780"), is_institution_code("123456789")
    (True, False)
    """
    total = sum(cross_sum(int(digit) * (2 - place % 2)) for place, digit in enumerate(number[2:8]))
    return total % 10 == int(number[8])


IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="German Institutionskennzeichen",
        shapes=("999999999", "99 99 9999 9", "99 99 99999"),
        valid=is_institution_code,
        words=(
            "ik", "ik nr", "ik nummer", "iknr", "institutionskennzeichen", "kassen ik", "kassennummer",
            "kostenträgerkennung", "kassen nr", "institution code",
        ),
        named=0.92,
    ),
)  # fmt: skip
