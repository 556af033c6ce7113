"""身分證字號 of Taiwan: letter of the county, 1 or 2 (residents without household: 8 or 9), seven digits, check digit.

Residents' numbers until 2021 had a second letter (A to D). Source: https://www.ris.gov.tw (戶籍法, art. 51) and
https://www.immigration.gov.tw; A123456789 is the usual sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "身分證字號: A123456789, 居留證 A800000014, 身份證 A123456788, 統一證號 AC01234567")
['A123456789', 'A800000014', 'A123456788', 'AC01234567']
>>> values(IDENTIFIERS, "訂單 A123456789, 身分證字號 A323456789")
[]
"""

from deckname.checksums import weighted
from deckname.identifier import Identifier

#: Each letter's number is 10 and its place here.
_LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO"


def is_national_id(value: str) -> bool:
    """Whether the last digit checks the letters and digits before it.

    >>> is_national_id("A123456789"), is_national_id("AC01234567"), is_national_id("A123456788")
    (True, True, False)
    """
    county = _LETTERS.index(value[0]) + 10
    second = value[1] if value[1].isdigit() else str(_LETTERS.index(value[1]) % 10)
    return (county // 10 + weighted(f"{county % 10}{second}{value[2:]}", (9, 8, 7, 6, 5, 4, 3, 2, 1, 1))) % 10 == 0


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Taiwanese identity number",
        shapes=("A999999999", "AA99999999", "A 999999999"),
        form=r"[A-Z][1289A-D]\d{8}",
        valid=is_national_id,
        words=(
            "*身分證*", "*身份證*", "*身分证*", "*居留證*", "*統一證號*", "taiwan id", "taiwanese id",
            "taiwan national id", "national identification card", "national id", "arc", "arc no",
            "resident certificate", "id card", "id card no", "identity card", "identification number",
        ),
    ),
)  # fmt: skip
