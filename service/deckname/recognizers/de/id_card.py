"""Personalausweis: nine letters and digits of the document, then perhaps a check digit (weights 7, 3, 1).

Letters are C F G H J K L M N P R T V W X Y Z, the check digit is one of 0 to 9 (ICAO Doc 9303 part 3, 4.9); the
specimen of the Bundesdruckerei is L01X00T471. Cards before November 2010 have digits alone.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Personalausweis L01X00T471, Ausweisnummer: T22000129; Bauteil L01X00T471")
['L01X00T471', 'T22000129']
"""

from deckname.identifier import Identifier


def checks(number: str) -> bool:
    """Whether the tenth character is the check digit of the nine before it; nine alone cannot be checked.

    >>> checks("L01X00T471"), checks("L01X00T472"), checks("T22000129")
    (True, False, True)
    """
    if len(number) != 10:
        return True
    total = sum(int(character, 36) * (7, 3, 1)[place % 3] for place, character in enumerate(number[:9]))
    return number[9] == str(total % 10)


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="German Personalausweis",
        shapes=("XXXXXXXXX", "XXXXXXXXXX", "XXXXXXXXX X", "XXXXXXXXX-X"),
        form=r"[CFGHJ-NPRTV-Z\d]{9}\d?",
        valid=checks,
        words=(
            "personalausweis*", "bundespersonalausweis", "ausweis", "ausweises", "ausweisnummer", "ausweisnr",
            "ausweis nr", "ausweis id", "ausweisnummern", "perso", "personalausweisnummer", "npa", "n pa",
            "identitätskarte", "identity card", "identity card no", "id card", "id card number", "german id",
            "german identity card", "national id", "ausweisdokument", "seriennummer des ausweises", "dokumentennummer",
            "carte d identité", "carte d identité allemande", "documento de identidad", "carta d identità",
            "identiteitskaart", "identiteitsbewijs",
        ),
        named=0.92,
        failed=0.7,
    ),
)  # fmt: skip
