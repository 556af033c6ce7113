"""Health insurance numbers of the provinces of Canada.

Ontario: ten digits with Luhn's check digit, and a version code of two letters (Ministry of Health, "Health Card
Validation Reference Manual"). British Columbia (PHN): 9 and nine digits, modulus 11. Alberta has nine digits, and the
others eight to twelve, without a public check. Quebec is in ``ramq``.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "OHIP 9876543217XY, PHN 9698 658 215, Alberta PHN 12345-6789")
['9876543217XY', '9698 658 215', '12345-6789']
>>> values(IDENTIFIERS, "9698 658 215, 9876 543 217, OHIP 0876543217")
[]
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from stdnum.ca import bc_phn

from deckname.checksums import luhn
from deckname.identifier import Identifier


def is_ohip(number: str) -> bool:
    """Whether the ten digits check.

    >>> is_ohip("9876543217XY"), is_ohip("9876543218")
    (True, False)
    """
    return luhn(number[:10])


# What follows the number of a card without a version code.
_WORDS_OF_TWO = (
    "AM|AN|AS|AT|AU|BE|BY|CE|DE|DO|DU|EN|ET|HE|IF|IL|IN|IS|IT|JE|LA|LE|ME|MY|NE|NO|OF|ON|OR|OU|SA|SE|SO|TO|UN|UP|US|WE"
)

_CARDS = ("health card", "health insurance", "provincial health", "carte santé", "carte d assurance maladie")
_CARD_WORDS = tuple(
    chain(_CARDS, (f"{card} {word}" for card in _CARDS for word in ("number", "no", "num", "id", "card", "version")))
)
_ON = Identifier(
    type="HEALTH_ID",
    name="Ontario health number",
    shapes=("9999999999", "9999-999-999", "9999 999 999", "9999999999AA", "9999999999 AA", "9999999999A",
            "9999-999-999 AA", "9999 999 999 AA"),
    form=rf"[1-9]\d{{9}}(?!(?:{_WORDS_OF_TWO})$)[A-Z]{{0,2}}",
    words=(*_CARD_WORDS, "ohip", "ohip number", "ohip no", "ontario health", "ontario health card", "health number",
           "ontario health number", "hcn", "health no", "ontario health insurance plan", "numéro de carte santé"),
    valid=is_ohip,
)  # fmt: skip
IDENTIFIERS = (
    _ON,
    replace(_ON, shapes=("9999-999-999-AA", "9999-999-999AA"), alone=0.5),
    Identifier(
        type="HEALTH_ID",
        name="British Columbia PHN",
        shapes=("9999999999", "9999 999 999", "9999-999-999"),
        form=r"9\d{9}",
        words=(*_CARD_WORDS, "phn", "personal health number", "phn number", "bc services card", "care card", "carecard",
               "msp", "msp number", "bc phn", "bc health number", "personal health no"),
        valid=bc_phn.is_valid,
    ),
    Identifier(
        type="HEALTH_ID",
        name="Canadian provincial health number",
        shapes=("99999-9999", "999999999", "999 999 999", "999-999-999", "9999 999 999", "999 999 999 999", "A9999999"),
        words=("phn", "personal health number", "alberta phn", "ahcip", "alberta health care", "alberta health",
               "alberta personal health number", "uli", "phin", "hsn", "health services number", "mcp number", "mcp no",
               "alberta health care number", "manitoba health", "saskatchewan health", "msi number", "health card",
               "nova scotia health card", "health card number", "nb medicare", "health card no"),
        named=0.8,
    ),
)  # fmt: skip
