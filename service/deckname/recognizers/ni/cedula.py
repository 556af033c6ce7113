"""Cédula de identidad: the identity number of Nicaragua: municipality, date of birth, serial, letter.

The letter is the number modulo 23, in the alphabet without I, Ñ, O and Z (Consejo Supremo Electoral, as in
https://github.com/cswni/cedulanica).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "001-010180-0002T; cédula: 0010101800002T, cédula: 001-010180-0002A")
['001-010180-0002T', '0010101800002T', '001-010180-0002A']
>>> values(IDENTIFIERS, "001-010180-0002A, 001-019980-0002T")
[]
"""

from __future__ import annotations

from dataclasses import replace

from deckname.identifier import Identifier


def is_nicaraguan(value: str) -> bool:
    """Whether the letter is right.

    >>> is_nicaraguan("0010101800002T"), is_nicaraguan("0010101800002A")
    (True, False)
    """
    return "ABCDEFGHJKLMNPQRSTUVWXY"[int(value[:13]) % 23] == value[13]


_CEDULA = Identifier(
    type="NATIONAL_ID",
    name="Nicaraguan cédula",
    shapes=("999-999999-9999A",),
    form=r"\d{3}(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{6}[A-HJ-NP-Y]",
    words=(
        "cédula", "cedula", "cédula no", "cédula de identidad", "cedula de identidad", "número de cédula",
        "numero de cedula", "documento de identidad", "nicaraguan id",
    ),
    valid=is_nicaraguan,
    alone=0.8,
)  # fmt: skip
IDENTIFIERS = (_CEDULA, replace(_CEDULA, shapes=("9999999999999A", "999 999999 9999A"), alone=0.6))
