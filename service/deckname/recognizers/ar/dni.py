"""DNI: the identity number of Argentina, seven or eight digits, where words name it (Ley 17.671).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "mi DNI es 20.123.456, D.N.I. N° 20123456, documento: 6.123.456")
['20.123.456', '20123456', '6.123.456']
>>> values(IDENTIFIERS, "son 20.123.456 pesos, dni 14")
[]
"""

from __future__ import annotations

from dataclasses import replace

from deckname.identifier import Identifier

_WORDS = (
    "documento nacional de identidad", "documento nacional", "número de documento", "numero de documento",
    "nro de documento", "nro documento", "nro doc", "no de documento", "documento no", "documento nro",
    "documento de identidad", "documento único", "documento unico", "libreta de enrolamiento", "libreta cívica",
    "dni no", "dni nro", "dni número", "número de dni", "numero de dni", "nro de dni", "tipo y nro", "tu documento",
    "argentine id", "national id",
)  # fmt: skip
_DNI = Identifier(
    type="NATIONAL_ID",
    name="Argentine DNI",
    shapes=("99.999.999", "9.999.999", "99 999 999"),
    form=r"[1-9]\d{6,7}",
    words=(*_WORDS, "dni", "d n i", "documento", "doc"),
    named=0.9,
)
IDENTIFIERS = (
    _DNI,
    replace(_DNI, shapes=("99999999", "9999999"), words=_WORDS, named=0.85),
    # "Dni" are days in Polish.
    replace(_DNI, shapes=("99999999",), words=("dni", "d n i", "documento"), named=0.75),
)
