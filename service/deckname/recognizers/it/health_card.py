"""Number of the Italian tessera sanitaria (TEAM): twenty digits that begin with 80380, the Italian health service.

https://sistemats1.sanita.finanze.it; 80 is of health cards, 380 of Italy (ISO 3166), then the region and the card.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Tessera sanitaria 80380000012345678901; lotto 80380000012345678901")
['80380000012345678901', '80380000012345678901']
>>> values(IDENTIFIERS, "80381000012345678901")
[]
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="HEALTH_ID",
        name="Italian tessera sanitaria",
        shapes=("9" * 20, "99999 999 999999999999"),
        form=r"80380\d{15}",
        words=(
            "tessera sanitaria", "team", "numero tessera", "tessera europea",
            "tessera europea di assicurazione malattia", "numero identificativo della tessera", "health card",
            "health insurance card", "european health insurance card", "ehic", "gesundheitskarte",
            "carte européenne d assurance maladie",
        ),
        alone=0.6,
    ),
)  # fmt: skip
