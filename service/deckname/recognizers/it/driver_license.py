"""Italian driving licences (patente): two letters, seven digits, a letter, or U1, seven letters and
digits, a letter.

https://www.ilportaledellautomobilista.it; specimens: https://www.consilium.europa.eu/prado.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Patente AB1234567C, patente di guida n. U1H00A000B; lotto AB1234567C")
['AB1234567C', 'U1H00A000B']
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="DRIVER_LICENSE",
        name="Italian patente",
        shapes=("AA9999999A", "AA 9999999 A", "AA 9999999A", "XXXXXXXXXX"),
        form=r"[A-Z]{2}\d{7}[A-Z]|U1[A-Z\d]{7}[A-Z]",
        words=(
            "patente", "patente di guida", "patente guida", "numero di patente", "numero patente", "n patente",
            "patente italiana", "driving licence", "driver license", "drivers license", "driver s license",
            "driver licence", "italian driving licence", "führerschein", "führerscheinnummer", "permis de conduire",
            "permiso de conducir", "rijbewijs",
        ),
        named=0.94,
    ),
    Identifier(
        type="DRIVER_LICENSE",
        name="Italian patente of the newer form",
        shapes=("XXXXXXXXXX",),
        form=r"U1[A-Z\d]{7}[A-Z]",
        words=("license", "licence", "lizenz", "permis"),
        named=0.85,
    ),
)  # fmt: skip
