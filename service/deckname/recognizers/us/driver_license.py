"""Numbers of driver's licences of the United States that are called so, by the forms of the states.

The table is that of the National Traffic Safety Institute, "Driver's License Formats"
(https://ntsi.com/drivers-license-format/): letters, then how many digits, then letters. Runs of six digits and less and
of thirteen and more are left out, and so are eight letters (New York): too much else looks like that.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "California driver's license: A1234567; DL no. W123-4567-8901, Texas driver license 12345678")
['A1234567', 'W123-4567-8901', '12345678']
>>> values(IDENTIFIERS, "flight A1234567, driver version 12345678")
[]
"""

from __future__ import annotations

import re

from deckname.identifier import Identifier

STATES = {
    "AL": "7-8", "AK": "7", "AZ": "A8 9", "AR": "7-9", "CA": "A7", "CO": "9 A6 AA5", "CT": "9", "DE": "7", "DC": "7 9",
    "FL": "A12", "GA": "7-9", "HI": "A8 9", "ID": "AA6A 9", "IL": "A11-12", "IN": "A9 9-10", "IA": "9 3AA4",
    "KS": "A8 9", "KY": "A8-9 9", "LA": "7-9", "ME": "7-8 7A", "MD": "A12", "MA": "A8 9", "MI": "A10 A12", "MN": "A12",
    "MS": "9", "MO": "A6-9 A6A 8AA 9A 9", "MT": "A8 9", "NE": "A6-8", "NV": "9-10 12 A8", "NH": "2AAA5", "NJ": "A14",
    "NM": "8-9", "NY": "A7 A18 8-9", "NC": "7-12", "ND": "AAA6 9", "OH": "A6-8 AA5-7 8", "OK": "A9 9", "OR": "7-9",
    "PA": "8", "RI": "7 A6", "SC": "7-11", "SD": "7-10 12", "TN": "7-9", "TX": "7-8", "UT": "7-10", "VT": "8 7A",
    "VA": "A8-11 9", "WV": "7 A6 AA5-6", "WI": "A13", "WY": "9-10",
}  # fmt: skip

#: How cards part them: Florida and Michigan, Illinois, Wisconsin, New Jersey, Kentucky, Kansas, North Dakota.
_PARTED = (
    "A999-999-99-999-9", "A-999-999-99-999-9", "A999-999-999-999", "A 999 999 999 999", "A-999-999-999-999",
    "A999-9999-9999", "A999-9999-9999-99", "A9999 99999 99999", "A9999-99999-99999", "A99-999-999", "A99-99-9999",
    "AAA-99-9999", "A999-999-999", "A-9999999",
)  # fmt: skip


def shapes(form: str) -> list[str]:
    """Return the shapes of a form such as "A6-8": a letter, six to eight digits.

    >>> shapes("7-8"), shapes("A6A"), shapes("3AA4")
    (['9999999', '99999999'], ['A999999A'], ['999AA9999'])
    """
    low, _, high = form.partition("-")
    head = low.rstrip("0123456789") if high else low
    ends = range(int(low.removeprefix(head)), int(high) + 1) if high else ("",)
    return [re.sub(r"\d+", lambda digits: "9" * int(digits.group()), f"{head}{end}") for end in ends]


_LICENSES = (
    "driver license", "drivers license", "driver s license", "driver licence", "drivers licence", "driver s licence",
    "driving license", "driving licence", "operator license", "operator s license", "commercial driver license",
    "commercial driver s license", "state id", "state identification", "dl", "cdl", "dmv",
)  # fmt: skip
_WORDS = (
    *_LICENSES,
    *(f"{license} {word}" for license in _LICENSES for word in ("number", "no", "num", "nr", "id", "card")),
    "dln", "driverslicense*", "driverlicense*", "*führerschein", "führerscheinnummer", "führerschein nr",
    "permis de conduire", "licencia de conducir", "licencia de manejar", "licencia de conducción", "patente di guida",
    "rijbewijs", "rijbewijsnummer", "license number is",
)  # fmt: skip
_SHAPES = sorted({shape for forms in STATES.values() for form in forms.split() for shape in shapes(form)})

IDENTIFIERS = (
    Identifier(
        type="DRIVER_LICENSE",
        name="US driver's license",
        shapes=(*(shape for shape in _SHAPES if "A" in shape), *_PARTED),
        words=_WORDS,
        named=0.85,
    ),
    Identifier(
        type="DRIVER_LICENSE",
        name="US driver's license",
        shapes=(*(shape for shape in _SHAPES if "A" not in shape), "99-999-9999", "9999-99-9999", "999 999 999"),
        words=_WORDS,
        named=0.65,
    ),
    Identifier(
        type="DRIVER_LICENSE",
        name="Washington driver's license",
        shapes=("X" * 12,),
        form=r"WDL[0-9A-Z]{9}",
        words=(*_WORDS, "wdl"),
        named=0.9,
    ),
)
