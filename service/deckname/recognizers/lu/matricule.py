"""Matricule of Luxembourg: year, month and day of birth, three digits, two check digits over those eleven (Luhn,
Verhoeff).

Loi du 19 juin 2013 relative à l'identification des personnes physiques; https://www.oecd.org (TIN, Luxembourg) has the
checks.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Matricule 1893120105732, 1893 12 01 057 32; matricule : 1893120105733; ticket 1893120105732")
['1893120105732', '1893 12 01 057 32', '1893120105733', '1893120105732']
>>> values(IDENTIFIERS, "1893130105732, 1700000000000")
[]
"""

from stdnum import luhn, verhoeff

from deckname.identifier import Identifier

_FORM = r"(?:189|19\d|20\d)\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{5}"
_WORDS = (
    "matricule", "numéro de matricule", "numéro matricule", "n matricule", "no matricule", "matricule national",
    "matricule cns", "numéro d identification", "numéro d identification nationale", "numéro national",
    "numéro de sécurité sociale", "sécurité sociale", "matrikel", "matrikelnummer", "matrikelnr",
    "sozialversicherungsnummer", "identifikationsnummer", "identifikatiounsnummer", "sozialversécherungsnummer",
    "national id", "national identification number", "national identity number", "social security number",
    "luxembourg id", "tin", "tax id", "cns", "ccss",
)  # fmt: skip


def is_matricule(number: str) -> bool:
    """Whether both check digits are right.

    >>> is_matricule("1893120105732"), is_matricule("1893120105733"), is_matricule("1893120105742")
    (True, False, False)
    """
    return bool(luhn.is_valid(number[:12]) and verhoeff.is_valid(number[:11] + number[12]))


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Luxembourg matricule in groups",
        shapes=(
            "9999 99 99 999 99",
            "99999999 99999",
            "99999999 999 99",
            "9999 9999 99999",
            "9999-99-99-999-99",
            "9999 99 99 99999",
        ),
        form=_FORM,
        valid=is_matricule,
        words=_WORDS,
        alone=0.75,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Luxembourg matricule",
        shapes=("9999999999999",),
        form=_FORM,
        valid=is_matricule,
        words=_WORDS,
        alone=0.5,
    ),
)
