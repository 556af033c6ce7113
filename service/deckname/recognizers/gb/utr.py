"""Unique taxpayer references of the United Kingdom: ten digits, often written five and five, or with a K behind.

The check digit is the first (weights 6 7 8 9 10 5 4 3 2, modulus 11, table 21987654321), as HMRC's specification for
software developers has it.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "My UTR is 19558 39661; order 1955839661")
['19558 39661']
>>> values(IDENTIFIERS, "Unique Taxpayer Reference: 1955839661K, utr_number: 2955839661")
['1955839661K', '2955839661']
"""

from deckname.checksums import weighted
from deckname.identifier import Identifier


def is_utr(number: str) -> bool:
    """Whether the first digit checks the others.

    >>> is_utr("1955839661"), is_utr("2955839661")
    (True, False)
    """
    return "21987654321"[weighted(number[1:10], (6, 7, 8, 9, 10, 5, 4, 3, 2)) % 11] == number[0]


IDENTIFIERS = (
    Identifier(
        type="TAX_ID",
        name="British UTR",
        shapes=(
            "9999999999", "99999 99999", "999 999 9999", "99999-99999", "9999999999A", "99999 99999 A", "99999 99999A",
        ),
        form=r"\d{10}K?",
        valid=is_utr,
        words=(
            "utr", "unique tax", "unique tax reference", "unique taxpayer reference", "unique taxpayer",
            "tax reference", "taxpayer reference", "self assessment", "self assessment reference", "sa reference",
            "hmrc reference",
        ),
        failed=0.7,
    ),
)  # fmt: skip
