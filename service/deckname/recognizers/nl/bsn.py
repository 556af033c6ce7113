"""Burgerservicenummer of the Netherlands: nine digits that pass the eleven test (weights 9 to 2 and -1).

After https://www.rvig.nl/burgerservicenummer; 111222333 is its sample.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "BSN: 111222333, burgerservicenummer 1112.22.333; order 111222333")
['111222333', '1112.22.333']
"""

from deckname.checksums import bare, weighted
from deckname.recognizers.labelled import Labelled


def is_bsn(value: str) -> bool:
    """Whether nine digits pass the eleven test.

    >>> is_bsn("111222333"), is_bsn("111222334")
    (True, False)
    """
    number = bare(value)
    return int(number) > 0 and weighted(number, (9, 8, 7, 6, 5, 4, 3, 2, -1)) % 11 == 0


RECOGNIZERS = (
    Labelled(
        type="NATIONAL_ID",
        hints=("bsn", "burgerservice", "sofi", "citizen service"),
        label=r"bsn|burgerservice|sofi(?:nummer)?|citizen service",
        value=r"\d{9}|\d{4}[ .]\d\d[ .]\d{3}|\d{3}[ .]\d{3}[ .]\d{3}",
        score=0.97,
        valid=is_bsn,
        failed_score=0.6,
    ),
)
