"""LANR of a German doctor and BSNR of a practice: nine digits each (§ 75 SGB V, guideline of the KBV).

LANR: six digits, a check digit (weights 4 and 9 in turn, the difference to the next ten), two of the specialty. BSNR:
two of the association, the rest of the place; without check.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "LANR 123456601, BSNR: 721111100, Arztnummer 123456701; Rezept 123456601")
['123456601', '721111100', '123456701']
"""

from deckname.checksums import weighted
from deckname.identifier import Identifier


def is_lanr(number: str) -> bool:
    """Whether the seventh digit checks the six before it.

    >>> is_lanr("123456601"), is_lanr("123456701")
    (True, False)
    """
    return (weighted(number[:6], (4, 9, 4, 9, 4, 9)) + int(number[6])) % 10 == 0


IDENTIFIERS = (
    Identifier(
        type="MEDICAL_LICENSE",
        name="German LANR",
        shapes=("999999999", "9999999 99", "999999 9 99", "9999999/99", "9999999-99"),
        valid=is_lanr,
        words=(
            "lanr", "arztnummer", "arzt nr", "arztnr", "arzt nummer", "lebenslange arztnummer", "arzt id",
            "doctor number", "physician number", "vertragsarztnummer",
        ),
        failed=0.7,
    ),
    Identifier(
        type="MEDICAL_LICENSE",
        name="German BSNR",
        shapes=("999999999", "99 99999 99", "9999999 99", "99/99999"),
        form=r"[0-79]\d{6}(?:\d\d)?",
        words=(
            "bsnr", "nbsnr", "betriebsstättennummer", "betriebsstätten nr", "betriebsstättennr", "betriebsstätte",
            "praxisnummer", "betriebsstaettennummer", "hauptbetriebsstätte", "practice number",
        ),
        named=0.92,
    ),
)  # fmt: skip
