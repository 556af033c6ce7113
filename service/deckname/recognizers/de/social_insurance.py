"""Rentenversicherungsnummer: area, date of birth, initial, serial number, check digit (§ 147 SGB VI, § 2 VKVV).

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "RVNR 15070649C103; Sozialversicherungsnummer: 65 180539 W 001")
['15070649C103', '65 180539 W 001']
>>> values(RECOGNIZERS, "Teil 15070649C104, Teil 15990649C103")
[]
"""

from __future__ import annotations

from deckname.checksums import bare, cross_sum
from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted


def is_insurance_number(value: str) -> bool:
    """Whether day, month and check digit are right; days are counted up by 50 where numbers ran out.

    >>> is_insurance_number("15070649C103"), is_insurance_number("15070649C104")
    (True, False)
    """
    number = bare(value)
    day, month = int(number[2:4]), int(number[4:6])
    digits = f"{number[:8]}{ord(number[8]) - 64:02d}{number[9:11]}"
    weights = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)
    total = sum(cross_sum(int(digit) * weight) for digit, weight in zip(digits, weights, strict=True))
    return 1 <= day % 50 <= 31 and month <= 12 and total % 10 == int(number[11])


RECOGNIZERS = (
    Hinted(
        near=r"\d{6}[ \-]?[A-Za-z]",
        before=68,
        after=45,
        pattern=Pattern(
            type="NATIONAL_ID",
            regex=r"(?<![\p{L}\d])\d\d(?P<gap>[ \-]?)\d{6}(?P=gap)[A-Z](?P=gap)\d{3}(?![\p{L}\d])",
            score=0.6,
            valid=is_insurance_number,
            context=(
                "rentenversicherung*",
                "sozialversicherung*",
                "versicherungsnummer",
                "sv-nummer",
                "sv-nr",
                "sv nr",
                "rvnr",
                "rv-nummer",
                "rv-nr",
                "svnr",
                "sozialvers*",
                "vsnr",
                "social security",
                "social insurance",
                "pension insurance",
            ),
            context_score=0.97,
            failed_score=0.7,
        ),
    ),
)
