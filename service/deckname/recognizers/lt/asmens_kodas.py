"""Asmens kodas: a digit for sex and century, birth date, three digits and a check digit modulo 11.

Source: Lithuanian law on the population register (Gyventojų registro įstatymas), art. 8; 33309240064 is stdnum's.
A 9 stands first where no birth date is known. One random number in 700 of those who live passes.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "asmens kodas 33309240064, a.k. 33309240065, Asmens kodą: 33309240064")
['33309240064', '33309240065', '33309240064']
>>> values(IDENTIFIERS, "33309240064, 33309240065, 33313240064")
['33309240064']
"""

from dataclasses import replace

from stdnum.lt import asmens

from deckname.identifier import Identifier

_ANY = Identifier(
    type="NATIONAL_ID",
    name="Lithuanian asmens kodas",
    shapes=("99999999999", "9 999999 9999", "9-999999-9999"),
    form=r"(?:[1-6]\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|9\d{6})\d{4}",
    valid=asmens.is_valid,
    words=(
        "asmens kod*", "a k", "lithuanian personal code", "personal code", "lithuanian national id",
        "personal identification number", "личный код", "personencode", "personenkennzeichen",
        "kod osobisty", "code personnel lituanien",
    ),
    named=0.97,
)  # fmt: skip

IDENTIFIERS = (
    _ANY,
    replace(_ANY, form=r"[3-6]\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}", words=(), alone=0.55),
)
