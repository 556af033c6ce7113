"""الرقم القومي of Egypt: century (2 or 3), birth date, governorate, four digits and an unpublished check digit.

Source: Egyptian law 143/1994 on civil status; codes 01 to 35 and 88 (abroad). 29501011234567 is invented. One number in
900 passes; no time stamp of fourteen digits does.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "29501011234567, الرقم القومي: 30501010123456, National ID 21001011234567")
['29501011234567', '30501010123456', '21001011234567']
>>> values(IDENTIFIERS, "20240115123000, 20101012121212; 29501013634567, 29513011234567, 21001011234567")
[]
"""

from dataclasses import replace

from deckname.identifier import Identifier

_REST = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:0[1-4]|1[1-9]|2[1-9]|3[1-5]|88)\d{5}"
_ANY = Identifier(
    type="NATIONAL_ID",
    name="Egyptian national number",
    shapes=("99999999999999",),
    form=rf"[23]\d\d{_REST}",
    words=(
        "الرقم القومي", "الرقم القومى", "رقم قومي", "رقم قومى", "بطاقة الرقم القومي", "رقم البطاقة", "national id",
        "national number", "egyptian national id", "egyptian id", "egyptian national number", "national id number",
        "ägyptische ausweisnummer",
    ),
    named=0.95,
)  # fmt: skip

IDENTIFIERS = (_ANY, replace(_ANY, form=rf"(?:2[2-9]|3[0-2])\d{_REST}", words=(), alone=0.6))
