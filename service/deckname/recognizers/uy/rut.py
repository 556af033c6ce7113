"""RUT: the tax number of companies in Uruguay, twelve digits: register, serial, 001, check digit (DGI).

21-100342-001-7 is the sample of python-stdnum.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "RUT 211003420017, 21-100342-001-7; RUT: 210303670014")
['211003420017', '21-100342-001-7', '210303670014']
>>> values(IDENTIFIERS, "211003420017, 21-100342-001-8")
[]
"""

from __future__ import annotations

from dataclasses import replace

from stdnum.uy import rut

from deckname.identifier import Identifier

_RUT = Identifier(
    type="COMPANY_ID",
    name="Uruguayan RUT",
    shapes=("99-999999-999-9",),
    form=r"(?:0[1-9]|1\d|2[0-2])\d{6}001\d",
    words=(
        "rut", "r u t", "rut no", "ruc", "número de rut", "registro único tributario", "registro unico tributario",
        "dgi", "uruguayan tax id",
    ),
    valid=rut.is_valid,
    alone=0.75,
)  # fmt: skip
IDENTIFIERS = (_RUT, replace(_RUT, shapes=("999999999999", "99 999999 999 9"), alone=0.0))
