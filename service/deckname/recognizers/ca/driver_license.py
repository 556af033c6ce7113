"""Driver's licences of Canadian provinces.

Ontario: a letter of the surname and fourteen digits, of which the last six are the date of birth (yymmdd, 50 added to
the month of a woman). Quebec: a letter and twelve digits, ddmmyy in the middle. These two and the forms of the other
provinces after Microsoft Purview, "Canada drivers license number"
(https://learn.microsoft.com/purview/sit-defn-canada-drivers-license-number); plain runs of digits (Alberta, British
Columbia ...) are found as ``us.driver_license`` finds them.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Ontario licence D6101-40706-60905; permis de conduire A1234-230785-01, A123423078501")
['D6101-40706-60905', 'A1234-230785-01', 'A123423078501']
>>> values(IDENTIFIERS, "part D6101-40706-69905, D61014070660905")
[]
"""

from __future__ import annotations

from dataclasses import replace

from deckname.identifier import Identifier

_DAY, _MONTH = r"(?:0[1-9]|[12]\d|3[01])", r"(?:[05][1-9]|[16][0-2])"
_LICENCES = (
    "driver licence", "drivers licence", "driver s licence", "driver license", "drivers license", "driver s license",
    "driving licence", "driving license", "dl", "ontario licence", "quebec licence",
)  # fmt: skip
_WORDS = (
    *_LICENCES,
    *(f"{licence} {word}" for licence in _LICENCES for word in ("number", "no", "num", "nr", "id", "card")),
    "dln", "permis de conduire", "numéro de permis", "numero de permis", "no de permis", "permis de conduire no",
    "numéro de permis de conduire", "saaq", "führerschein", "licencia de conducir",
)  # fmt: skip

_ON = Identifier(
    type="DRIVER_LICENSE",
    name="Ontario driver's licence",
    shapes=("A9999-99999-99999",),
    form=rf"[A-Z]\d{{10}}{_MONTH}{_DAY}",
    words=_WORDS,
    alone=0.55,
)
_QC = Identifier(
    type="DRIVER_LICENSE",
    name="Quebec driver's licence",
    shapes=("A9999-999999-99",),
    form=rf"[A-Z]\d{{4}}{_DAY}{_MONTH}\d{{4}}",
    words=_WORDS,
    alone=0.55,
)
IDENTIFIERS = (
    _ON,
    replace(_ON, shapes=("A99999999999999", "A9999 99999 99999"), alone=0.0),
    _QC,
    replace(_QC, shapes=("A999999999999", "A9999 999999 99"), alone=0.0),
    Identifier(
        type="DRIVER_LICENSE",
        name="Canadian driver's licence",
        # Alberta; Manitoba; Newfoundland and Labrador; Nova Scotia
        shapes=("999999-999", "AAAAAAA999AA", "A999999999", "AAAAA999999999", "AAAAA-999999999"),
        words=_WORDS,
        named=0.85,
    ),
)
