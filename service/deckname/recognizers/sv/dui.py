"""DUI and NIT of El Salvador.

DUI: eight digits and a check digit; with the weights 9 to 1 the sum divides by ten (Registro Nacional de las Personas
Naturales); 00016297-5 is a published sample. NIT: municipality, date, serial, check digit; 0614-050707-104-8 is the
sample of python-stdnum. Since 2021 people use the DUI as NIT.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "DUI 00016297-5, NIT: 0614-050707-104-8, DUI: 000162976; 0614-050707-104-8")
['00016297-5', '0614-050707-104-8', '000162976', '0614-050707-104-8']
>>> values(IDENTIFIERS, "00016297-5, 0614-050707-104-7, 0614-057707-104-8")
[]
"""

from __future__ import annotations

from dataclasses import replace

from stdnum.sv import nit

from deckname.checksums import weighted
from deckname.identifier import Identifier


def is_dui(number: str) -> bool:
    """Whether the check digit is right.

    >>> is_dui("000162975"), is_dui("000162976")
    (True, False)
    """
    return weighted(number, range(9, 0, -1)) % 10 == 0


_NIT = Identifier(
    type="TAX_ID",
    name="Salvadoran NIT",
    shapes=("9999-999999-999-9",),
    form=r"[019]\d{3}(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{6}",
    words=("nit", "n i t", "nit no", "número de nit", "número de identificación tributaria", "salvadoran tax id"),
    valid=nit.is_valid,
    alone=0.75,
)
IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Salvadoran DUI",
        shapes=("99999999-9", "999999999"),
        words=("dui", "d u i", "dui no", "número de dui", "numero de dui", "dui nit", "documento único de identidad",
               "documento unico de identidad", "salvadoran id"),
        valid=is_dui,
    ),
    _NIT,
    replace(_NIT, shapes=("99999999999999",), alone=0.0),
)  # fmt: skip
