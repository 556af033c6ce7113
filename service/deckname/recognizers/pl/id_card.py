"""Dowód osobisty: three letters and six digits, the first of them a check digit (weights 7, 3, 1).

Source: https://www.gov.pl/web/gov/dowod-osobisty-informacje; the check is that of ICAO Doc 9303 without its own place.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "dowód osobisty ABA300000, seria i numer dowodu: ABA 300000; nr dowodu os. ABA400000")
['ABA300000', 'ABA 300000', 'ABA400000']
>>> values(IDENTIFIERS, "część ABA300000, katalog ABA 300000")
[]
"""

from deckname.identifier import Identifier


def is_id_card(value: str) -> bool:
    """Whether the fourth place checks the other eight.

    >>> is_id_card("ABA300000"), is_id_card("ABA400000")
    (True, False)
    """
    weighted = zip(value[:3] + value[4:], (7, 3, 1, 7, 3, 1, 7, 3), strict=True)
    return sum(int(place, 36) * weight for place, weight in weighted) % 10 == int(value[3])


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Polish identity card",
        shapes=("AAA999999", "AAA 999999", "AAA-999999"),
        valid=is_id_card,
        words=(
            "dowód osobist*", "dowodu osobist*", "dowodem osobist*", "dowodzie osobist*", "dowod osobist*", "dowodu os",
            "dowód os", "dow os", "dowód tożsamości", "dowodu tożsamości", "numer dowodu", "nr dowodu", "dowodu",
            "dowodem", "seria i numer", "seria i nr", "dokument tożsamości", "dokumentu tożsamości", "polish id card",
            "polish identity card", "identity card", "id card", "id card number", "national id", "personalausweis*",
            "carte d identité",
        ),
    ),
)  # fmt: skip
