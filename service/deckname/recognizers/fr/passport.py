"""French passports: two digits, two letters, five digits.

Specimens: https://www.consilium.europa.eu/prado. No digit of it is a check.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Passeport n° 12AB34567, passport 12 AB 34567; réf. 12AB34567")
['12AB34567', '12 AB 34567']
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="PASSPORT",
        name="French passport",
        shapes=("99AA99999", "99 AA 99999", "99-AA-99999"),
        words=(
            "passeport", "passeports", "numéro de passeport", "n passeport", "no passeport", "passeport biométrique",
            "passeport français", "passport", "passport number", "passport no", "french passport", "document de voyage",
            "travel document", "reisepass", "reisepassnummer", "französischer reisepass", "pasaporte", "passaporto",
            "paspoort",
        ),
    ),
)  # fmt: skip
