"""Unique taxpayer references of the United Kingdom: ten digits, often written five and five.

The check digit is the first (weights 6 7 8 9 10 5 4 3 2, modulus 11, table 21987654321), as HMRC's specification for
software developers has it.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "My UTR is 11955 39650; order 1195539650")
['11955 39650']
"""

from deckname.checksums import bare, weighted
from deckname.recognizers.labelled import Labelled


def is_utr(value: str) -> bool:
    """Whether the first digit checks the others.

    >>> is_utr("1955839661"), is_utr("2955839661")
    (True, False)
    """
    number = bare(value)
    return "21987654321"[weighted(number[1:], (6, 7, 8, 9, 10, 5, 4, 3, 2)) % 11] == number[0]


RECOGNIZERS = (
    Labelled(
        type="TAX_ID",
        hints=("utr", "taxpayer", "tax ref"),
        label=r"utr|unique tax(?:payer)?(?: reference)?|tax(?:payer)? reference",
        value=r"\d{5} ?\d{5}|\d{3} ?\d{3} ?\d{4}",
        score=0.95,
        valid=is_utr,
        failed_score=0.7,
    ),
)
