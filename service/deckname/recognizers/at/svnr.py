"""Austrian Sozialversicherungsnummer: three digits, a check digit, the date of birth (§ 31 ASVG; weights 3 7 9 5 8 4 2
1 6).

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "SVNR 1237 010180, Sozialversicherungsnummer: 1237010180; Telefon 1237 010180")
['1237 010180', '1237010180']
"""

from deckname.checksums import bare, weighted
from deckname.recognizers.labelled import Labelled


def is_svnr(value: str) -> bool:
    """Whether the fourth digit checks; months above 12 stand for dates that ran out of numbers.

    >>> is_svnr("1237 010180"), is_svnr("1238 010180")
    (True, False)
    """
    number = bare(value)
    return weighted(number[:3] + number[4:], (3, 7, 9, 5, 8, 4, 2, 1, 6)) % 11 == int(number[3]) and number[0] != "0"


RECOGNIZERS = (
    Labelled(
        type="NATIONAL_ID",
        hints=("sv", "sozialvers", "versicherungsn"),
        label=r"svnr|sv|(?:österr\p{L}* )?sozialversicherungs?|versicherungs|vsnr",
        value=r"\d{4}[ \-/]?\d{6}",
        score=0.95,
        valid=is_svnr,
        failed_score=0.7,
    ),
)
