"""Spanish passports: three letters and six digits, of older ones two letters and six (Real Decreto 896/2003).

Specimens: https://www.consilium.europa.eu/prado. No digit of it is a check.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Pasaporte n.º PAA123456, nº de pasaporte: XD123456; AAA123456 es mi número de pasaporte")
['PAA123456', 'XD123456', 'AAA123456']
>>> values(IDENTIFIERS, "pieza PAB123456")
[]
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="PASSPORT",
        name="Spanish passport",
        shapes=("AAA999999", "AAA 999999", "AAA-999999", "AA999999", "AA 999999"),
        words=(
            "pasaporte", "pasaportes", "número de pasaporte", "numero de pasaporte", "n pasaporte", "nº pasaporte",
            "núm pasaporte", "pasaporte español", "passport", "passport number", "passport no", "spanish passport",
            "travel document", "documento de viaje", "reisepass", "reisepassnummer", "passeport", "passeport espagnol",
            "passaporto", "paspoort", "passaport",
        ),
        named=0.94,
    ),
)  # fmt: skip
