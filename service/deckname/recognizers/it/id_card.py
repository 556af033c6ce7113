"""Italian identity cards: two letters, five digits, two letters (CIE since 2016), or two letters and seven digits on
paper.

https://www.cartaidentita.interno.gov.it: CA00000AA is the specimen's.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Carta d'identità CA00000AA, C.I. n. AX1234567, carta di identità: AX 1234567; lotto CA00000AA")
['CA00000AA', 'AX1234567', 'AX 1234567']
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Italian identity card",
        shapes=("AA99999AA", "AA 99999 AA", "AA9999999", "AA 9999999", "9999999AA", "AA-9999999"),
        words=(
            "carta d identità", "carta d identita", "carta di identità", "carta di identita", "carta identità",
            "carta identita", "carta d identità elettronica", "cie", "c i", "ci", "documento di identità",
            "documento d identità", "documento", "documento n", "numero documento", "numero carta d identità",
            "num documento", "italian identity card", "italian id card", "identity card", "id card", "national id",
            "personalausweis", "italienischer personalausweis", "carte d identité", "documento de identidad",
            "identiteitskaart",
        ),
        named=0.92,
    ),
)  # fmt: skip
