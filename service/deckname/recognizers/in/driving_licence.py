"""Driving licences of India that are called so: state, office, year of issue and seven digits.

Source: rule 13 of the Central Motor Vehicles Rules, 1989 (form 7).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "DL No. MH12 20110012345, driving licence KA0120190001234, DL: GJ-05-2015-0012345")
['MH12 20110012345', 'KA0120190001234', 'GJ-05-2015-0012345']
>>> values(IDENTIFIERS, "batch MH12 20110012345, DL No. MH12 30110012345")
[]
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="DRIVER_LICENSE",
        name="Indian driving licence",
        shapes=(
            "AA9999999999999", "AA99 99999999999", "AA-9999999999999", "AA99-99999999999", "AA-99-9999-9999999",
            "AA 99 9999 9999999", "AA-99 99999999999", "AA99 9999 9999999",
        ),
        form=r"[A-Z]{2}\d\d(?:19|20)\d{9}",
        words=(
            "driving licence", "driving license", "driver licence", "driver license", "drivers licence", "dl", "dl no",
            "drivers license", "driver s licence", "driver s license", "licence number", "license number",
            "licence no", "license no",
        ),
    ),
)  # fmt: skip
