"""Carné de identidad: the identity number of Cuba, eleven digits that begin with the date of birth.

The seventh digit says the century (Ley 1234 de 1971); 91021027775 is the sample of python-stdnum.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "carné de identidad 91021027775, CI: 91021027775")
['91021027775', '91021027775']
>>> values(IDENTIFIERS, "91021027775, carné de identidad 91132027775")
[]
"""

from stdnum.cu import ni

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Cuban identity number",
        shapes=("99999999999",),
        form=r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{5}",
        words=(
            "ci", "c i", "carné de identidad", "carne de identidad", "carnet de identidad", "carné",
            "número de identidad", "numero de identidad", "número de carné", "cuban id",
        ),
        valid=ni.is_valid,
        named=0.9,
        failed=0.0,
    ),
)  # fmt: skip
