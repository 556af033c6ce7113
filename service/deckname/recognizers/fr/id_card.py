"""French identity cards (CNI): twelve digits and letters until 2021, then nine letters and digits.

The old number is year and month of issue, department and office, five digits (880692310285 is on the specimen); the new
one is like X4RTBPFW4 (https://www.consilium.europa.eu/prado). Neither holds a check
digit.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Carte nationale d'identité n° 880692310285, CNI : X4RTBPFW4; pièce 880692310285")
['880692310285', 'X4RTBPFW4']
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="French identity card",
        shapes=("999999999999", "XXXXXXXXXXXX", "XXXXXXXXX", "99 99 99 999999", "9999 9999 9999"),
        form=r"\d\d(?:0[1-9]|1[0-2])[A-Z\d]{3}\d{5}|(?=[A-Z\d]*[A-Z])[A-Z\d]{9}",
        words=(
            "carte nationale d identité", "carte nationale d identite", "carte d identité", "carte d identite", "cni",
            "cnie", "carte identité", "carte identite", "numéro de carte d identité", "pièce d identité",
            "piece d identite", "numéro cni", "numéro de cni", "n cni", "no cni", "titre d identité",
            "numéro de document", "french identity card", "french id card", "identity card", "national identity card",
            "id card", "personalausweis", "französischer ausweis", "carta d identità francese",
            "documento de identidad francés", "franse identiteitskaart",
        ),
        named=0.9,
    ),
)  # fmt: skip
