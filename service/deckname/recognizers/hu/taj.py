"""TAJ: the Hungarian number of social insurance, nine digits, the last one a check digit (weights 3 and 7).

Source: annex 2 of the Hungarian law 1996. évi XX. törvény; 111 111 110 is the sample of its form.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "TAJ szám: 111 111 110, TAJ-szám: 111111110, taj: 111-111-111")
['111 111 110', '111111110', '111-111-111']
>>> values(IDENTIFIERS, "tel. 111 111 110, rendelés 111111110")
[]
"""

from deckname.checksums import weighted
from deckname.identifier import Identifier


def is_taj(value: str) -> bool:
    """Whether the last digit checks the eight before it.

    >>> is_taj("111111110"), is_taj("111111111")
    (True, False)
    """
    return weighted(value[:8], (3, 7) * 4) % 10 == int(value[8])


IDENTIFIERS = (
    Identifier(
        type="HEALTH_ID",
        name="Hungarian TAJ",
        shapes=("999999999", "999 999 999", "999-999-999"),
        valid=is_taj,
        words=(
            "taj", "taj szám*", "tajszám*", "társadalombiztosítási azonosító*", "tb szám", "tb azonosító",
            "hungarian social security number", "hungarian health insurance number",
        ),
    ),
)  # fmt: skip
