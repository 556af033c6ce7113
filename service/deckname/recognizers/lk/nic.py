"""NIC of Sri Lanka: two digits of the year, the day (500 added for a woman), four digits, V or X; now twelve digits.

Source: https://drp.gov.lk; the check digit in it is unpublished. 853400937V is invented.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "NIC 853400937V, NIC No: 198534000937, national identity card 855400937x; 853400937V")
['853400937V', '198534000937', '855400937x', '853400937V']
>>> values(IDENTIFIERS, "853700937V, 198534000937, 853400937X")
[]
"""

from dataclasses import replace

from deckname.identifier import Identifier

_DAY = r"(?:00[1-9]|0[1-9]\d|[12]\d\d|3[0-5]\d|36[0-6]|50[1-9]|5[1-9]\d|[67]\d\d|8[0-5]\d|86[0-6])"
_OLD = Identifier(
    type="NATIONAL_ID",
    name="Sri Lankan NIC",
    shapes=("999999999A", "999999999 A"),
    form=rf"\d\d{_DAY}\d{{4}}[VX]",
    words=(
        "nic", "nic no", "nic number", "national identity card", "national identity card number", "id card",
        "sri lankan id", "sri lankan national id", "national id",
    ),
    named=0.92,
)  # fmt: skip

IDENTIFIERS = (
    _OLD,
    replace(_OLD, shapes=("999999999999",), form=rf"(?:19|20)\d\d{_DAY}\d{{5}}"),
    replace(_OLD, shapes=("999999999A",), form=rf"[2-9]\d{_DAY}\d{{4}}V", words=(), alone=0.5),
)
