"""Austrian passports and identity cards: a letter and seven digits, or two letters and seven digits.

Cards may have eight digits, too. Specimens: https://www.consilium.europa.eu/prado.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Reisepass P1234567, Personalausweis: 12345678; Reisepassnr P 1234567; Bauteil P1234567")
['P1234567', '12345678', 'P 1234567']
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="PASSPORT",
        name="Austrian Reisepass",
        shapes=("A9999999", "A 9999999", "AA9999999", "A-9999999"),
        words=(
            "reisepass", "reisepasses", "reisepassnummer", "reisepassnr", "reisepass nr", "passnummer", "pass nr",
            "passport", "passport number", "passport no", "travel document", "passeport", "pasaporte", "passaporto",
        ),
        named=0.92,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Austrian Personalausweis",
        shapes=("99999999", "A9999999", "AA9999999"),
        words=(
            "personalausweis", "personalausweisnummer", "personalausweisnr", "personalausweis nr", "ausweisnummer",
            "ausweis nr", "ausweis", "identitätsausweis", "identity card", "id card", "austrian id card",
        ),
        named=0.88,
    ),
)  # fmt: skip
