"""Italian passports: two letters and seven digits (YA1234567), of older ones a letter and six digits.

https://www.poliziadistato.it (passaporto); specimens: https://www.consilium.europa.eu/prado.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Passaporto n. YA1234567, passaporto: YA 1234567; lotto YA1234567")
['YA1234567', 'YA 1234567']
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="PASSPORT",
        name="Italian passport",
        shapes=("AA9999999", "AA 9999999", "A999999"),
        form=r"[A-Z]{2}\d{7}|[A-Z]\d{6}",
        words=(
            "passaporto", "passaporti", "numero di passaporto", "numero passaporto", "n passaporto",
            "passaporto italiano", "passport", "passport number", "passport no", "italian passport", "travel document",
            "documento di viaggio", "reisepass", "reisepassnummer", "italienischer reisepass", "passeport",
            "passeport italien", "pasaporte", "paspoort",
        ),
        named=0.94,
    ),
)  # fmt: skip
