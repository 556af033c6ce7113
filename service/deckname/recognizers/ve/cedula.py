"""Cédula de identidad: the identity number of Venezuela: V (born there) or E (foreigner), six to eight digits (SAIME).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "V-12.345.678; cédula: V12345678, C.I. E-81.234.567, cédula: V-9.876.543")
['V-12.345.678', 'V12345678', 'E-81.234.567', 'V-9.876.543']
>>> values(IDENTIFIERS, "v12345678, A-12.345.678, versión V-1.234.567")
[]
"""

from __future__ import annotations

from dataclasses import replace

from deckname.identifier import Identifier

_CEDULA = Identifier(
    type="NATIONAL_ID",
    name="Venezuelan cédula",
    shapes=("A-99.999.999",),
    form=r"[VE][1-9]\d{5,7}",
    words=(
        "c i", "ci", "c i no", "cédula", "cedula", "cédula no", "cédula de identidad", "cedula de identidad",
        "número de cédula", "numero de cedula", "documento de identidad", "venezuelan id",
    ),
    alone=0.5,
)  # fmt: skip
IDENTIFIERS = (
    _CEDULA,
    replace(
        _CEDULA,
        shapes=("A-9.999.999", "A99999999", "A9999999", "A-99999999", "A-9999999", "A 99.999.999", "A99.999.999",
                "A 99999999", "A.99.999.999", "A 9.999.999"),
        alone=0.0,
        named=0.9,
    ),
)  # fmt: skip
