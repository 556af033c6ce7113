"""Cédula de ciudadanía: the identity number of Colombia, six to eight digits or (NUIP) ten, where words name it.

There is no check digit (Registraduría Nacional del Estado Civil). "C.C." alone is many things (and part of a hash), so
it names only what has points.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "identificado con C.C. No. 79.123.456, cédula: 1020304050, CC 1.020.304.050")
['79.123.456', '1020304050', '1.020.304.050']
>>> values(IDENTIFIERS, "pagó 79.123.456 pesos; cc 1020304050")
[]
"""

from __future__ import annotations

from dataclasses import replace

from deckname.identifier import Identifier

_WORDS = (
    "cédula", "cedula", "cédula de ciudadanía", "cedula de ciudadania", "cédula no", "cedula no",
    "cédula número", "número de cédula", "numero de cedula", "cédula de extranjería", "cedula de extranjeria",
    "documento de identidad", "número de documento", "numero de documento", "número de identificación", "nuip",
    "documento de identificación", "tarjeta de identidad", "colombian id", "cédula de identidad", "no de cédula",
)  # fmt: skip
_POINTS = Identifier(
    type="NATIONAL_ID",
    name="Colombian cédula",
    shapes=("9.999.999.999", "99.999.999", "9.999.999", "999.999"),
    form=r"[1-9]\d{5,9}",
    words=(*_WORDS, "c c", "c c no", "cc", "cc no", "ti", "documento"),
    named=0.9,
)
IDENTIFIERS = (_POINTS, replace(_POINTS, shapes=("9999999999", "99999999", "9999999"), words=_WORDS, named=0.8))
