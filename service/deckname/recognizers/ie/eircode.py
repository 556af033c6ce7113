"""Eircodes of Ireland: a routing key of three characters and four that tell one house from all others.

https://www.eircode.ie (A65 F4E2 is its sample); the 139 routing keys (and A65) and the letters in use (A C D E F H K N
P R T V W X Y) are those of the ECAD product guide.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Eircode: D02 AF30, eircode A65F4E2, D6W XY00; at A65 F4E2, B65 F4E2, D02 2024")
['D02 AF30', 'A65F4E2', 'D6W XY00', 'A65 F4E2']
"""

from deckname.identifier import Identifier

_KEYS = (
    "A41 A42 A45 A63 A65 A67 A75 A81 A82 A83 A84 A85 A86 A91 A92 A94 A96 A98 C15 D01 D02 D03 D04 D05 D06 D07 D08 D09 "
    "D10 D11 D12 D13 D14 D15 D16 D17 D18 D20 D22 D24 D6W E21 E25 E32 E34 E41 E45 E53 E91 F12 F23 F26 F28 F31 F35 F42 "
    "F45 F52 F56 F91 F92 F93 F94 H12 H14 H16 H18 H23 H53 H54 H62 H65 H71 H91 K32 K34 K36 K45 K56 K67 K78 N37 N39 N41 "
    "N91 P12 P14 P17 P24 P25 P31 P32 P36 P43 P47 P51 P56 P61 P67 P72 P75 P81 P85 R14 R21 R32 R35 R42 R45 R51 R56 R93 "
    "R95 T12 T23 T34 T45 T56 V14 V15 V23 V31 V35 V42 V92 V93 V94 V95 W12 W23 W34 W91 X35 X42 X91 Y14 Y21 Y25 Y34 Y35"
)
_WORDS = (
    "eircode", "eircodes", "eir code", "eirchód", "postcode", "post code", "postal code", "address", "seoladh",
    "zip code", "postleitzahl", "code postal", "adresse",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="ADDRESS",
        name="Eircode",
        shapes=("XXX XXXX",),
        form=rf"(?:{_KEYS.replace(' ', '|')})(?!\d{{4}})[\dACDEFHKNPRTV-Y]{{4}}",
        words=_WORDS,
        alone=0.5,
    ),
    Identifier(
        type="ADDRESS",
        name="Eircode, written together",
        shapes=("XXXXXXX", "XXX-XXXX"),
        form=rf"(?:{_KEYS.replace(' ', '|')})[\dACDEFHKNPRTV-Y]{{4}}",
        words=_WORDS,
        named=0.9,
    ),
)
