"""AHV number of Switzerland: 756, nine digits, an EAN-13 check digit (https://www.zas.admin.ch, sample
756.9217.0769.85).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "756.9217.0769.85, AHV 7569217076985")
['756.9217.0769.85', '7569217076985']
>>> values(IDENTIFIERS, "756.9217.0769.84")
[]
>>> values(IDENTIFIERS, "n° AVS 756 9217 0769 84")
['756 9217 0769 84']
"""

from deckname.checksums import ean_13
from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Swiss AHV number",
        shapes=("999.9999.9999.99", "9999999999999", "999 9999 9999 99", "999-9999-9999-99", "999.99999999.99"),
        form=r"756\d{10}",
        valid=ean_13,
        words=(
            "ahv", "ahv nr", "ahv nummer", "ahvn*", "ahvnr", "ahv versichertennummer", "ahv ausweis", "ahv*", "avs",
            "no avs", "numéro avs", "navs", "n avs", "oasi", "oasi number", "nss", "nss avs", "navs13", "ahv iv",
            "avs ai", "sozialversicherung*", "sozialversicherungsnummer", "versichertennummer", "versicherten nr",
            "numéro d assuré", "numero avs", "numero d assicurato", "assurance sociale", "social security number",
            "social insurance number", "swiss social security number", "numéro de sécurité sociale",
        ),
        alone=0.8,
        named=0.98,
        failed=0.7,
    ),
)  # fmt: skip
