"""NHS numbers of England and Wales (and CHI numbers of Scotland, H&C numbers of Northern Ireland): ten digits.

The last is a check digit by modulus 11: https://www.datadictionary.nhs.uk/attributes/nhs_number.html; 943 476 5919 is
its sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "NHS number: 943 476 5919, nhs_no: 9434765918; NHS 943-476-5919")
['943 476 5919', '9434765918', '943-476-5919']
>>> values(IDENTIFIERS, "the NHS spent 943 476 5918; call 943 476 5919")
[]
"""

from stdnum.gb import nhs

from deckname.identifier import Identifier

_SHAPES = ("9999999999", "999 999 9999", "999-999-9999", "999.999.9999", "9999 999 999", "999999 9999")

IDENTIFIERS = (
    Identifier(
        type="HEALTH_ID",
        name="British NHS number",
        shapes=_SHAPES,
        valid=nhs.is_valid,
        words=(
            "nhs number", "nhs no", "nhs num", "nhs nr", "nhs id", "nhsno", "nhsnumber", "nhs patient number",
            "chi number", "chi no", "chi", "h c number", "hcn", "health and care number",
            "national health service number", "new nhs number", "nhs nummer", "numéro nhs", "número nhs",
        ),
        named=0.97,
        failed=0.7,
    ),
    # The three letters alone name the service as well.
    Identifier(
        type="HEALTH_ID",
        name="British NHS number, by its letters",
        shapes=_SHAPES,
        valid=nhs.is_valid,
        words=("nhs",),
        failed=0.0,
    ),
)  # fmt: skip
