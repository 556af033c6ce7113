"""Portuguese passports: two letters and six digits, of older ones a letter and six.

Specimens: https://www.consilium.europa.eu/prado.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Passaporte n.º CA123456, passaporte: N123456; lote CA123456")
['CA123456', 'N123456']
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="PASSPORT",
        name="Portuguese passport",
        shapes=("AA999999", "AA 999999", "A999999", "A 999999"),
        words=(
            "passaporte", "passaportes", "número de passaporte", "numero de passaporte", "n passaporte",
            "passaporte português", "passport", "passport number", "passport no", "portuguese passport",
            "documento de viagem", "travel document", "reisepass", "portugiesischer reisepass", "passeport",
            "pasaporte", "passaporto", "paspoort",
        ),
        named=0.92,
    ),
)  # fmt: skip
