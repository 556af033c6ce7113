"""Személyi azonosító (személyi szám): a digit for sex and century, birth date, three digits, check digit modulo 11.

Source: annex 3 of the Hungarian law 1996. évi XX. törvény. The weights run from 1 to 10 for those born until 1996, and
from 10 to 1 after. One number in 700 passes.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "személyi szám: 1 680414 1234, személyi azonosító 3-980414-1240; személyi számom: 16804141235")
['1 680414 1234', '3-980414-1240', '16804141235']
>>> values(IDENTIFIERS, "1-680414-1234; 1-680414-1235, 16804141234, 1-681414-1234")
['1-680414-1234']
"""

from dataclasses import replace

from deckname.checksums import weighted
from deckname.identifier import Identifier


def is_personal_id(value: str) -> bool:
    """Whether the last digit checks the ten before it.

    >>> is_personal_id("16804141234"), is_personal_id("39804141240"), is_personal_id("16804141235")
    (True, True, False)
    """
    born_late = value[0] in "34" or (value[0] in "12" and value[1:3] >= "97")
    weights = range(10, 0, -1) if born_late else range(1, 11)
    return weighted(value[:10], weights) % 11 == int(value[10])


_ANY = Identifier(
    type="NATIONAL_ID",
    name="Hungarian személyi szám",
    shapes=("99999999999",),
    form=r"[1-8]\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}",
    valid=is_personal_id,
    words=(
        "személyi szám*", "személyi azonosító*", "szem szám", "szem az", "személyi sz", "személyazonosító jel*",
        "személyi száma", "hungarian personal number", "hungarian personal id", "hungarian national id",
        "ungarische personennummer", "numéro personnel hongrois",
    ),
)  # fmt: skip

IDENTIFIERS = (_ANY, replace(_ANY, shapes=("9-999999-9999", "9 999999 9999"), alone=0.7))
