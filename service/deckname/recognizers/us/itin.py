"""Numbers of taxpayers of the United States that are no social security numbers: ITIN, ATIN and PTIN.

ITIN: 9xx-yy-xxxx with yy in 50-65, 70-88, 90-92 or 94-99 (https://www.irs.gov/irm/part3/irm_03-021-263r). ATIN of
children under adoption: yy is 93. PTIN of those who prepare tax returns: P and eight digits
(https://www.irs.gov/tax-professionals/ptin-requirements-for-tax-return-preparers).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "912-70-1234, ITIN 912901234, PTIN: P00634642; ATIN 900-93-1234")
['912-70-1234', '912901234', 'P00634642', '900-93-1234']
>>> values(IDENTIFIERS, "912-89-1234, 912701234, part P00634642")
[]
"""

from __future__ import annotations

from dataclasses import replace

from deckname.identifier import Identifier

_GROUPS = {f"{group:02}" for group in (*range(50, 66), *range(70, 89), *range(90, 93), *range(94, 100))}


def is_itin(number: str) -> bool:
    """Whether the fourth and fifth digit are in the range of the IRS.

    >>> is_itin("912701234"), is_itin("912891234")
    (True, False)
    """
    return number[0] == "9" and number[3:5] in _GROUPS


_ITIN = Identifier(
    type="TAX_ID",
    name="US ITIN",
    shapes=("999-99-9999", "999 99 9999"),
    form=r"9\d{8}",
    words=(
        "itin", "i t i n", "itins", "taxpayer", "taxpayer id", "taxpayer identification", "taxpayer number", "tin",
        "taxpayer identification number", "taxpayer id number", "taxpayer identification no", "tax id",
        "tax id number", "tax id no", "tax identification number", "individual taxpayer",
        "individual taxpayer identification number", "individual tax id", "us tax id", "us steuernummer",
        "numéro d identification fiscale", "número de identificación personal del contribuyente",
    ),
    valid=is_itin,
    alone=0.6,
)  # fmt: skip

IDENTIFIERS = (
    _ITIN,
    replace(_ITIN, shapes=("999999999",), alone=0.0),
    Identifier(
        type="TAX_ID",
        name="US ATIN",
        shapes=("999-99-9999", "999 99 9999", "999999999"),
        form=r"9\d\d93\d{4}",
        words=("atin", "adoption taxpayer", "adoption taxpayer identification number", "adoption tax id"),
    ),
    Identifier(
        type="TAX_ID",
        name="US PTIN",
        shapes=("A99999999", "A-99999999"),
        form=r"P\d{8}",
        words=("ptin", "preparer tax id", "preparer tax identification number", "preparer id", "preparer number"),
    ),
)
