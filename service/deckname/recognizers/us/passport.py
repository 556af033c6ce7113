"""Passport numbers of the United States that are called so: nine digits, or since 2021 a letter and eight digits.

After https://travel.state.gov/content/travel/en/passports/passport-help/next-generation-passport.html; passport cards
have C and eight digits. There is no check digit outside the machine-readable zone.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "She holds a US passport, A12345678. Travel document: 123456789")
['A12345678', '123456789']
>>> values(IDENTIFIERS, "order A12345678, my passport and order no. 123456789")
[]
"""

from dataclasses import replace

from deckname.identifier import Identifier

_PASSPORTS = (
    "passport", "us passport", "u s passport", "usa passport", "american passport", "passport book", "passport card",
    "travel document", "united states passport",
)  # fmt: skip
_LETTERED = Identifier(
    type="PASSPORT",
    name="US passport",
    shapes=("A99999999", "A-99999999"),
    words=(
        *_PASSPORTS,
        *(f"{passport} {word}" for passport in _PASSPORTS for word in ("number", "no", "nr", "num", "id")),
        "passports", "passportnumber", "passport is", "reisepass", "us reisepass", "reisepassnummer", "reisepassnr",
        "reisepass nr", "passnummer", "pass nr", "passeport", "passeport américain", "numéro de passeport",
        "passeport no", "pasaporte", "pasaporte estadounidense", "número de pasaporte", "numero de pasaporte",
        "pasaporte no", "passaporto", "numero di passaporto", "passaporto americano", "passaporte",
        "número do passaporte", "paspoort", "paspoortnummer",
    ),
    named=0.9,
)  # fmt: skip
IDENTIFIERS = (_LETTERED, replace(_LETTERED, shapes=("999999999",), named=0.8))
