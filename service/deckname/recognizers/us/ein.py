"""EIN: the number of an employer or company in the United States, a prefix of two digits and seven more.

Prefixes are those that the IRS lists as valid (https://www.irs.gov/businesses/small-businesses-self-employed/
how-eins-are-assigned-and-valid-ein-prefixes).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "EIN 12-3456789, Employer Identification Number: 123456789; FEIN: 07-1234567")
['12-3456789', '123456789', '07-1234567']
>>> values(IDENTIFIERS, "room 12-3456789, order 123456789")
[]
"""

from __future__ import annotations

from deckname.identifier import Identifier

_NOT_ASSIGNED = frozenset(
    ("00", "07", "08", "09", "17", "18", "19", "28", "29", "49", "69", "70", "78", "79", "89", "96", "97")
)


def is_ein(number: str) -> bool:
    """Whether the IRS assigns numbers with this prefix.

    >>> is_ein("123456789"), is_ein("073456789")
    (True, False)
    """
    return number[:2] not in _NOT_ASSIGNED


IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="US EIN",
        shapes=("99-9999999", "99 9999999", "999999999"),
        words=(
            "ein", "tin", "ein number", "ein no", "ein num", "fein", "fein number", "e i n", "employer id",
            "employer id number", "employer identification", "employer identification number",
            "employer identification no", "federal ein", "federal tax id", "federal tax id number",
            "federal tax identification number", "federal id", "federal id number",
            "federal employer identification number", "business tax id", "company tax id", "tax id", "tax id number",
            "tax identification number", "fed tax id", "irs number", "irs no", "irs employer identification no",
            "irs employer identification number", "payer tin", "payer s tin", "us arbeitgebernummer",
            "número de identificación del empleador", "numéro d identification de l employeur",
        ),
        valid=is_ein,
        failed=0.5,
    ),
)  # fmt: skip
