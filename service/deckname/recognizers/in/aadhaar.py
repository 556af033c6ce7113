"""Aadhaar: twelve digits, the first at least 2, the last one by Verhoeff; a virtual ID has sixteen.

Source: https://uidai.gov.in (A UID Numbering Scheme, 2010); 2341 2341 2346 is stdnum's sample. One number in 12 passes:
without a word that names it, it is nothing.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Aadhaar 2341 2341 2346, aadhar no: 234123412346, UIDAI 2341-2341-2347, आधार: 2341 2341 2346")
['2341 2341 2346', '234123412346', '2341-2341-2347', '2341 2341 2346']
>>> values(IDENTIFIERS, "table 2341 2341 2346, aadhaar 1234 1234 1234")
[]
"""

from stdnum.in_ import aadhaar, vid

from deckname.identifier import Identifier

# A vowel sign ends a word: "आधार" is looked for as it stands, and read as "आध र".
_WORDS = (
    "aadhaar*", "aadhar*", "adhar", "adhaar", "uidai", "aadhaar uid", "आधार", "आध र", "unique identification",
    "unique identification number", "indian national id",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Indian Aadhaar",
        shapes=("999999999999", "9999 9999 9999", "9999-9999-9999", "9999.9999.9999"),
        form=r"[2-9]\d{11}",
        valid=aadhaar.is_valid,
        words=_WORDS,
        named=0.97,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Indian Aadhaar VID",
        shapes=("9999999999999999", "9999 9999 9999 9999", "9999-9999-9999-9999"),
        form=r"[2-9]\d{15}",
        valid=vid.is_valid,
        words=(*_WORDS, "vid", "virtual id"),
    ),
)
