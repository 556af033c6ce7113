"""Registration plates of Nigeria that are called so: three letters of the council, three digits, two letters.

Source: https://frsc.gov.ng (National Uniform Licensing Scheme, 2011).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "plate number ABC-123XY, registration no. LND 234 AA, reg. no: KJA123AB")
['ABC-123XY', 'LND 234 AA', 'KJA123AB']
>>> values(IDENTIFIERS, "part ABC-123XY")
[]
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="LICENSE_PLATE",
        name="Nigerian vehicle registration",
        shapes=("AAA-999AA", "AAA 999AA", "AAA999AA", "AAA 999 AA", "AAA-999-AA"),
        words=(
            "plate", "plate number", "plate no", "number plate", "license plate", "licence plate", "reg no",
            "reg number", "registration number", "registration no", "vehicle registration*", "vehicle number",
            "vehicle no", "vehicle plate", "car number", "vehicle reg no", "vehicle", "kennzeichen",
        ),
        named=0.92,
    ),
)  # fmt: skip
