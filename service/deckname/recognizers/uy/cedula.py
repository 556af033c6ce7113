"""Cédula de identidad: the identity number of Uruguay, six or seven digits and a check digit.

The digits times 8, 1, 2, 3, 4, 7, 6 end in the check digit (https://ciuy.readthedocs.io/es/stable/about.html); so does
1.234.567-2.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "1.234.567-2; C.I. 12345672, cédula: 1.234.567-8, CI: 1234567-2")
['1.234.567-2', '12345672', '1.234.567-8', '1234567-2']
>>> values(IDENTIFIERS, "1.234.567-8, build 1234567-2, CI build 12345672")
[]
"""

from __future__ import annotations

from dataclasses import replace

from deckname.checksums import weighted
from deckname.identifier import Identifier


def is_uruguayan(number: str) -> bool:
    """Whether the check digit is right.

    >>> is_uruguayan("12345672"), is_uruguayan("12345678"), is_uruguayan("1111112")
    (True, False, False)
    """
    number = number.zfill(8)
    return weighted(number[:7], (8, 1, 2, 3, 4, 7, 6)) % 10 == int(number[7])


_WORDS = (
    "c i", "c i no", "cédula", "cedula", "cédula no", "cédula de identidad", "cedula de identidad",
    "número de cédula", "numero de cedula", "documento de identidad", "uruguayan id", "documento uruguayo",
)  # fmt: skip
_CI = Identifier(
    type="NATIONAL_ID",
    name="Uruguayan cédula",
    shapes=("9.999.999-9",),
    words=(*_WORDS, "ci"),
    valid=is_uruguayan,
    alone=0.5,
)
IDENTIFIERS = (
    _CI,
    replace(_CI, shapes=("9999999-9", "999.999-9", "9.999.999/9"), alone=0.0),
    replace(_CI, shapes=("99999999",), words=_WORDS, alone=0.0),
)
