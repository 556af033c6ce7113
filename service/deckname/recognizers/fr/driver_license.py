"""French driving licences: twelve digits until 2013, then two digits, two letters, five digits (13AA00002 is the
specimen's).

Specimens: https://www.consilium.europa.eu/prado. The old number is year, month, department and six more.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Permis de conduire n° 13AA00002, permis : 870975100456; réf. 13AA00002")
['13AA00002', '870975100456']
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="DRIVER_LICENSE",
        name="French driving licence",
        shapes=("99AA99999", "99 AA 99999", "999999999999", "99 99 99 999999", "XXXXXXXXXXXX"),
        form=r"\d\d[A-Z]{2}\d{5}|\d\d(?:0[1-9]|1[0-2])(?:\d\d|2[AB])\d{6}",
        words=(
            "permis de conduire", "permis", "numéro de permis", "n permis", "no permis", "numéro de permis de conduire",
            "neph", "driving licence", "driver license", "drivers license", "driver s license",
            "french driving licence", "führerschein", "führerscheinnummer", "permiso de conducir", "patente di guida",
            "rijbewijs",
        ),
        named=0.93,
    ),
)  # fmt: skip
