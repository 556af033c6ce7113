"""Personalausweis: nine letters and digits of the document, then perhaps a check digit (weights 7, 3, 1).

Letters are C F G H J K L M N P R T V W X Y Z; the specimen of the Bundesdruckerei is L01X00T471 (ICAO Doc 9303 part 3,
4.9).

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "Personalausweis L01X00T471, Ausweisnummer: T22000129; Bauteil L01X00T471")
['L01X00T471', 'T22000129']
"""

from deckname.recognizers.labelled import Labelled


def checks(value: str) -> bool:
    """Whether the tenth character is the check digit of the nine before it; nine alone cannot be checked.

    >>> checks("L01X00T471"), checks("L01X00T472"), checks("T22000129")
    (True, False, True)
    """
    if len(value) != 10:
        return True
    total = sum(int(character, 36) * (7, 3, 1)[place % 3] for place, character in enumerate(value[:9]))
    return value[9].isdigit() and total % 10 == int(value[9])


RECOGNIZERS = (
    Labelled(
        type="NATIONAL_ID",
        hints=("ausweis", "perso", "identity card", "id card"),
        label=r"(?:deutscher )?(?:personal)?ausweis(?:es)?|perso|(?:german )?(?:identity|id) card",
        value=r"[CFGHJ-NPRTV-Z\d]{9,10}(?<=\d.{0,9})",
        score=0.92,
        valid=checks,
        failed_score=0.7,
    ),
)
