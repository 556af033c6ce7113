"""CUI (on the DPI) and NIT of Guatemala.

CUI: eight digits, a check digit by modulus 11 with the weights 2 to 9, department (01 to 22) and municipality of birth
(RENAP). NIT: digits and a check digit, K for ten (SAT); 576937-K and 7108-0 are samples of python-stdnum.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "DPI 1234 56789 0101, CUI: 1234567890101, NIT 576937-K, NIT: 7108-0; DPI 1234 56788 0101")
['1234 56789 0101', '1234567890101', '576937-K', '7108-0', '1234 56788 0101']
>>> values(IDENTIFIERS, "1234 56789 0101, 576937-K, DPI 1234 56789 9901")
[]
"""

from __future__ import annotations

from stdnum.gt import nit

from deckname.checksums import weighted
from deckname.identifier import Identifier


def is_cui(number: str) -> bool:
    """Whether the ninth digit checks.

    >>> is_cui("1234567890101"), is_cui("1234567880101")
    (True, False)
    """
    return weighted(number[:8], range(2, 10)) % 11 == int(number[8])


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Guatemalan CUI",
        shapes=("9999 99999 9999", "9999999999999", "9999-99999-9999"),
        form=r"\d{9}(?:0[1-9]|1\d|2[0-2])(?:0[1-9]|[12]\d|3\d)",
        words=("dpi", "cui", "d p i", "c u i", "dpi no", "cui no", "dpi cui", "número de dpi", "número de cui",
               "documento personal de identificación", "código único de identificación", "cédula de vecindad",
               "documento personal de identificacion", "codigo unico de identificacion", "guatemalan id"),
        valid=is_cui,
    ),
    Identifier(
        type="TAX_ID",
        name="Guatemalan NIT",
        shapes=tuple(f"{'9' * length}-{check}" for length in range(4, 9) for check in "9A"),
        form=r"[1-9]\d{3,7}[0-9K]",
        words=("nit", "n i t", "nit no", "número de nit", "número de identificación tributaria"),
        valid=nit.is_valid,
    ),
)  # fmt: skip
