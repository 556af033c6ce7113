"""Swiss passports and identity cards: a letter and seven digits; newer ones mix letters and digits.

https://www.fedpol.admin.ch ("Pass und Identitätskarte"); specimens: https://www.consilium.europa.eu/prado.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Pass-Nr. X1234567, passeport: X4A52B77; Identitätskarte E1234567; Bauteil X1234567")
['X1234567', 'X4A52B77', 'E1234567']
"""

from deckname.identifier import Identifier

_FORM = r"[A-Z](?=[A-Z]{0,3}\d)[A-Z\d]{7}"

IDENTIFIERS = (
    Identifier(
        type="PASSPORT",
        name="Swiss passport",
        shapes=("XXXXXXXX",),
        form=_FORM,
        words=(
            "passnummer", "pass nr", "schweizer pass", "schweizerpass", "reisepass", "reisepassnummer", "passeport",
            "passeport suisse", "numéro de passeport", "passaporto", "passaporto svizzero", "passport",
            "passport number", "passport no", "swiss passport", "pasaporte suizo", "zwitsers paspoort",
        ),
        named=0.9,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Swiss identity card",
        shapes=("XXXXXXXX",),
        form=_FORM,
        words=(
            "identitätskarte", "identitätskarten nr", "identitätskartennummer", "idk", "id karte", "id nr",
            "carte d identité", "numéro de carte d identité", "carta d identità", "identity card", "swiss id card",
            "id card", "ausweisnummer",
        ),
        named=0.88,
    ),
)  # fmt: skip
