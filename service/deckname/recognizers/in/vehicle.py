"""Registration plates of India that are called so: state, district, series and number, or the Bharat series.

Source: rules 50 and 51 of the Central Motor Vehicles Rules, 1989.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "vehicle no. MH 12 AB 1234, plate DL3CAB1234, reg. no KA-01-A-0001, plate 22 BH 1234 AA")
['MH 12 AB 1234', 'DL3CAB1234', 'KA-01-A-0001', '22 BH 1234 AA']
>>> values(IDENTIFIERS, "plate DL 4 CAF 4856, reg. no: GJ 04-AD 5822, plate KA-41CE-5289")
['DL 4 CAF 4856', 'GJ 04-AD 5822', 'KA-41CE-5289']
>>> values(IDENTIFIERS, "part MH12AB1234, plate XX12AB1234")
[]
"""

from deckname.identifier import Identifier

_DISTRICTS = ("AA 99 A", "AA 99 AA", "AA 99 AAA", "AA 9A AA", "AA 9 A", "AA 9 AA", "AA 9 AAA", "AA 9A A")
_JOINED = (
    "AA99 A 9999", "AA99 AA 9999", "AA99A 9999", "AA99AA 9999", "AA99-A-9999", "AA99-AA-9999", "AA 99AA 9999",
    "AA 99-AA 9999", "AA-99AA-9999",
)  # fmt: skip
_BHARAT = ("99 AA 9999 A", "99 AA 9999 AA")
_STATES = (
    "AN|AP|AR|AS|BR|CG|CH|DD|DL|DN|GA|GJ|HP|HR|JH|JK|KA|KL|LA|LD|MH|ML|MN|MP|MZ|NL|OD|OR|PB|PY|RJ|SK|TG|TN|TR|TS|UA|UK"
    "|UP|WB"
)

IDENTIFIERS = (
    Identifier(
        type="LICENSE_PLATE",
        name="Indian vehicle registration",
        shapes=(
            *(f"{part} 9999".replace(" ", separator) for part in _DISTRICTS for separator in (" ", "-", "")),
            *(part.replace(" ", separator) for part in _BHARAT for separator in (" ", "-", "")),
            *_JOINED,
        ),
        form=rf"(?:{_STATES})\d{{1,2}}[A-Z]{{1,3}}\d{{4}}|\d\dBH\d{{4}}[A-Z]{{1,2}}",
        words=(
            "vehicle registration*", "registration number", "registration no", "reg no", "regn no", "reg number",
            "vehicle number", "vehicle no", "vehicle reg*", "car number", "car no", "bike number", "number plate",
            "license plate", "licence plate", "plate", "plate number", "plate no", "rc number", "rc no", "gaadi",
            "gadi", "vehicle", "kennzeichen",
        ),
        named=0.92,
    ),
)  # fmt: skip
