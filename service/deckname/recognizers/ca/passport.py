"""Canadian passports: two letters and six digits, or since 2023 a letter, six digits and two letters.

After https://www.canada.ca/en/immigration-refugees-citizenship/services/canadian-passports/new-canadian-passport.html;
there is no check digit outside the machine-readable zone.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Canadian passport AB123456, passeport : A123456BC")
['AB123456', 'A123456BC']
>>> values(IDENTIFIERS, "gate AB123456, order A123456BC")
[]
"""

from deckname.identifier import Identifier

_PASSPORTS = ("passport", "canadian passport", "passport canada", "travel document")
IDENTIFIERS = (
    Identifier(
        type="PASSPORT",
        name="Canadian passport",
        shapes=("AA999999", "A999999AA"),
        words=(
            *_PASSPORTS,
            *(f"{passport} {word}" for passport in _PASSPORTS for word in ("number", "no", "nr", "num", "id")),
            "passports", "passportnumber", "passport is", "passeport", "passeport canadien", "numéro de passeport",
            "no de passeport", "passeport no", "reisepass", "reisepassnummer", "pasaporte", "pasaporte canadiense",
            "número de pasaporte", "passaporto", "paspoort",
        ),
        named=0.9,
    ),
)  # fmt: skip
