"""Cédula de identidad y electoral: the identity number of the Dominican Republic, eleven digits.

Office, serial, Luhn's check digit (Junta Central Electoral); old ones that do not check are in a list of
python-stdnum, whose sample is 001-1391820-5.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "001-1391820-5; cédula: 00113918205, cédula de identidad: 001-1391820-4")
['001-1391820-5', '00113918205', '001-1391820-4']
>>> values(IDENTIFIERS, "001-1391820-4, 00113918205")
[]
"""

from __future__ import annotations

from dataclasses import replace

from stdnum.do import cedula

from deckname.identifier import Identifier

_CEDULA = Identifier(
    type="NATIONAL_ID",
    name="Dominican cédula",
    shapes=("999-9999999-9",),
    words=(
        "cédula", "cedula", "cédula no", "cédula de identidad", "cedula de identidad", "número de cédula",
        "cédula de identidad y electoral", "cedula de identidad y electoral", "numero de cedula", "no de cédula",
        "documento de identidad", "c i e", "dominican id", "jce",
    ),
    valid=cedula.is_valid,
    alone=0.5,
)  # fmt: skip
IDENTIFIERS = (_CEDULA, replace(_CEDULA, shapes=("99999999999", "999 9999999 9"), alone=0.0))
