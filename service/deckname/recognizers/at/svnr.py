"""Austrian Sozialversicherungsnummer: three digits, a check digit, the date of birth (§ 31 ASVG; weights 3 7 9 5 8 4 2
1 6).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "SVNR 1237 010180, Sozialversicherungsnummer: 1237010180; Telefon 1237 010180")
['1237 010180', '1237010180']
>>> values(IDENTIFIERS, "SVNR 1237 420180, SV-Nr. 1238 010180")   # the 42nd day; mistyped
['1238 010180']
"""

from deckname.checksums import weighted
from deckname.identifier import Identifier


def is_svnr(number: str) -> bool:
    """Whether the fourth digit checks; months above 12 stand for dates that ran out of numbers.

    >>> is_svnr("1237010180"), is_svnr("1238010180")
    (True, False)
    """
    return weighted(number[:3] + number[4:], (3, 7, 9, 5, 8, 4, 2, 1, 6)) % 11 == int(number[3]) and number[0] != "0"


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Austrian Sozialversicherungsnummer",
        shapes=(
            "9999 999999", "9999999999", "9999-999999", "9999/999999", "9999 99 99 99", "9999.999999", "9999-99-99-99",
            "9999 99.99.99", "999 9 999999",
        ),
        form=r"\d{4}(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-5])\d\d",
        valid=is_svnr,
        words=(
            "svnr", "sv nr", "sv nummer", "sv", "sozialversicherungsnummer", "sozialversicherung*",
            "sozialversicherungsnr", "soz vers nr", "sozialvers*", "versicherungsnummer", "versicherungsnr", "vers nr",
            "vsnr", "vnr", "e card", "ecard", "österreichische sozialversicherungsnummer", "social security number",
            "social insurance number", "social security no", "numéro de sécurité sociale", "número de seguridad social",
            "numero di previdenza sociale", "tessera sanitaria austriaca",
        ),
        failed=0.7,
    ),
)  # fmt: skip
