"""Adóazonosító jel: 8, the days from 1867 to the birth, three digits and a check digit modulo 11; adószám of companies.

Source: annex 1 of the Hungarian law 1996. évi XX. törvény. 8365670003 is computed for a birth in 1967.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "adóazonosító jel: 8365670003, adóazonosító 8365670004, adószám: 12892312-2-41, HU12892312")
['8365670003', '8365670004', '12892312-2-41', 'HU12892312']
>>> values(IDENTIFIERS[:2], "közösségi adószám: HU-12892312"), values(IDENTIFIERS, "tétel 12892312, adószám 12892312")
(['HU-12892312'], ['12892312'])
>>> values(IDENTIFIERS, "tel. 8365670003, 12892313-2-41, HU12892313, adóazonosító jel 7365670003")
[]
"""

from stdnum.hu import anum

from deckname.checksums import weighted
from deckname.identifier import Identifier


def is_tax_id(value: str) -> bool:
    """Whether the last digit checks the nine before it.

    >>> is_tax_id("8365670003"), is_tax_id("8365670004")
    (True, False)
    """
    return weighted(value[:9], range(1, 10)) % 11 == int(value[9])


def is_company(value: str) -> bool:
    """Whether the eight digits check, with or without HU before and the codes of VAT and county behind them.

    >>> is_company("12892312241"), is_company("HU12892312"), is_company("12892313")
    (True, True, False)
    """
    return bool(anum.is_valid(value.removeprefix("HU")[:8]))


IDENTIFIERS = (
    Identifier(
        type="TAX_ID",
        name="Hungarian adóazonosító jel",
        shapes=("9999999999", "999 999 9999"),
        form=r"8[0-6]\d{8}",
        valid=is_tax_id,
        words=(
            "adóazonosító*", "adóazonosító jel*", "adóaz jel", "hungarian tax id*", "hungarian tax number", "tax id",
            "ungarische steuernummer", "numéro fiscal hongrois",
        ),
    ),
    Identifier(
        type="COMPANY_ID",
        name="Hungarian adószám",
        shapes=("99999999-9-99", "99999999999", "AA99999999", "AA 99999999", "AA-99999999"),
        form=r"(?:HU)?\d{8}(?:[1-5]\d\d)?",
        valid=is_company,
        words=("adószám*", "közösségi adószám*", "vat number", "vat no", "vat", "hungarian vat number"),
    ),
    Identifier(
        type="COMPANY_ID",
        name="Hungarian adószám",
        shapes=("99999999",),
        valid=is_company,
        words=("adószám*", "közösségi adószám*", "törzsszám*"),
    ),
    Identifier(
        type="COMPANY_ID",
        name="Hungarian adószám",
        shapes=("99999999-9-99", "AA99999999", "AA 99999999"),
        form=r"HU\d{8}|\d{8}[1-5](?:0[2-9]|[1-3]\d|4[0-4]|51)",
        valid=is_company,
        alone=0.55,
    ),
)  # fmt: skip
