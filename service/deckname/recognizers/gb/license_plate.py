"""Registration marks of the United Kingdom: AB51 ABC since 2001, and the forms before it.

Two letters of the place, the half-year (02-29 from March, 51-79 from September), three letters without I and Q:
https://www.gov.uk/displaying-number-plates, DVLA's INF104. Before that A123 BCD (1983) and ABC 123D (1963); Northern
Ireland writes ABZ 1234. ``license_plate`` finds what is called so whatever the country.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Vehicle reg: AB51ABC, VRM AB51 ABC, reg no B123 BCD; number plate KIZ 1234; QI51 ABC")
['AB51ABC', 'AB51 ABC', 'B123 BCD', 'KIZ 1234']
"""

from deckname.identifier import Identifier

_CURRENT = r"[A-HJ-PR-Y]{2}(?:0[2-9]|[12]\d|5[1-9]|[67]\d)[A-HJ-PR-Z]{3}"
_WORDS = (
    "vehicle registration", "vehicle registration number", "vehicle registration mark", "registration number",
    "registration mark", "registration plate", "registration", "car registration", "reg no", "reg number",
    "vehicle reg", "car reg", "reg plate", "vrm", "vrn", "number plate", "numberplate", "license plate",
    "licence plate", "vehicle",
    "vehicles", "plate", "car plate", "plate number", "index mark", "v c", "kennzeichen", "nummernschild",
    "plaque d immatriculation", "immatriculation", "matrícula", "targa", "kenteken",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="LICENSE_PLATE",
        name="British registration mark",
        shapes=("AA99 AAA",),
        form=_CURRENT,
        words=_WORDS,
        alone=0.35,
        named=0.93,
    ),
    Identifier(
        type="LICENSE_PLATE",
        name="British registration mark, written together or older",
        shapes=(
            "AA99AAA", "AA99-AAA", "A9 AAA", "A99 AAA", "A999 AAA", "A999AAA", "A99AAA", "AAA 9A", "AAA 99A",
            "AAA 999A", "AAA999A", "AAA 9999", "AAA 999", "AAA9999",
        ),
        form=rf"{_CURRENT}|[A-HJ-NPR-TV-Y]\d{{1,3}}[A-HJ-PR-Y]{{3}}|[A-HJ-PR-Z]{{3}}\d{{1,3}}[A-HJ-NPR-TV-Y]"
        r"|[A-Z]{1,2}[IZ][A-Z]?\d{1,4}",
        words=_WORDS,
        named=0.9,
    ),
)  # fmt: skip
