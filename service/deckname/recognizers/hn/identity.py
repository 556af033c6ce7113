"""DNI: the identity number of Honduras: department and municipality, year, serial (Registro Nacional de las Personas).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "0801-1990-12345; identidad No. 0801199012345")
['0801-1990-12345', '0801199012345']
>>> values(IDENTIFIERS, "0801199012345, 0801-1790-12345, 1901-1990-12345")
[]
"""

from __future__ import annotations

from dataclasses import replace

from deckname.identifier import Identifier

_DNI = Identifier(
    type="NATIONAL_ID",
    name="Honduran DNI",
    shapes=("9999-9999-99999",),
    form=r"(?:0[1-9]|1[0-8])(?:0[1-9]|[12]\d)(?:19|20)\d{7}",
    words=(
        "dni", "d n i", "identidad", "identidad no", "tarjeta de identidad", "número de identidad",
        "numero de identidad", "documento nacional de identificación", "documento nacional de identificacion",
        "no de identidad", "honduran id",
    ),
    alone=0.6,
)  # fmt: skip
IDENTIFIERS = (_DNI, replace(_DNI, shapes=("9999999999999", "9999 9999 99999"), alone=0.0))
