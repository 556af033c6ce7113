"""Rentenversicherungsnummer: area, date of birth, initial, serial number, check digit (§ 147 SGB VI, § 2 VKVV).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "RVNR 15070649C103; Sozialversicherungsnummer: 65 180539 W 001")
['15070649C103', '65 180539 W 001']
>>> values(IDENTIFIERS, "Teil 15070649C104, Teil 15990649C103")
[]
"""

from __future__ import annotations

from deckname.checksums import cross_sum
from deckname.identifier import Identifier

_WEIGHTS = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)


def is_insurance_number(number: str) -> bool:
    """Whether day, month and check digit are right; days are counted up by 50 where numbers ran out.

    >>> is_insurance_number("15070649C103"), is_insurance_number("15070649C104")
    (True, False)
    """
    day, month = int(number[2:4]), int(number[4:6])
    digits = f"{number[:8]}{ord(number[8]) - 64:02d}{number[9:11]}"
    total = sum(cross_sum(int(digit) * weight) for digit, weight in zip(digits, _WEIGHTS, strict=True))
    return 1 <= day % 50 <= 31 and month <= 12 and total % 10 == int(number[11])


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="German Sozialversicherungsnummer",
        shapes=(
            "99999999A999", "99 999999 A 999", "99-999999-A-999", "99 999999 A999", "99 999999A999", "99999999 A 999",
            "99.999999.A.999", "99/999999/A/999", "99 99 99 99 A 999", "99999999 A999", "99 99 99 99 A999",
            "99 999999 A 99 9", "99 999999A 999",
        ),
        valid=is_insurance_number,
        words=(
            "rentenversicherung*", "rentenversicherungsnummer", "rentenversicherungsnr", "sozialversicherung*",
            "sozialvers*", "versicherungsnummer", "versicherungsnr", "versicherungs nr", "sv nummer", "sv nr", "sv",
            "rvnr", "rv nummer", "rv nr", "svnr", "vsnr", "vs nr", "rentennummer", "social security",
            "social security no", "social security number", "social insurance", "social insurance number",
            "social insurance no", "pension insurance", "pension insurance number", "numéro de sécurité sociale",
            "número de la seguridad social", "número de seguridad social", "numero di previdenza sociale", "sofinummer",
        ),
        alone=0.65,
        named=0.97,
        failed=0.7,
    ),
)  # fmt: skip
