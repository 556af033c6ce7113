"""EMŠO and JMBG: birth date with three digits of the year, region, serial number and check digit modulo 11.

Slovenia, Croatia, Bosnia, Serbia, Montenegro and North Macedonia had one number; 50 is the region of Slovenia. Source:
Zakon o centralnem registru prebivalstva (ZCRP), art. 6; 0101006500006 is its sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "EMŠO: 0101006500006, JMBG: 0101006500007, ЈМБГ 0101990710008, matični broj 0101990710008")
['0101006500006', '0101006500007', '0101990710008', '0101990710008']
>>> values(IDENTIFIERS, "0101006500006, 0101006500007, 0101990710008, EMŠO 0113006500006")
['0101006500006']
"""

from dataclasses import replace

from stdnum.si import emso

from deckname.identifier import Identifier

_DATE = r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:9\d\d|0[0-3]\d)"
_ANY = Identifier(
    type="NATIONAL_ID",
    name="EMŠO or JMBG",
    shapes=("9999999999999", "9999999 999999"),
    form=rf"{_DATE}\d{{6}}",
    valid=emso.is_valid,
    words=(
        "emšo", "emso", "jmbg", "jmb", "ембг", "embg", "ematični broj", "јмбг", "јмб", "емшо", "mbg",
        "enotna matična številka", "jedinstveni matični broj", "jedinstveni matični broj građana", "matični broj",
        "матични број", "единствен матичен број", "матичен број", "unique master citizen number",
        "slovenian personal number", "slovene personal number", "serbian national id", "bosnian national id",
        "bürgernummer", "personennummer",
    ),
    named=0.98,
)  # fmt: skip

IDENTIFIERS = (_ANY, replace(_ANY, form=rf"{_DATE}50\d{{4}}", words=(), alone=0.8))
