"""Cédula: the identity number of Ecuador, ten digits: province, kind, serial, Luhn's check digit.

After the Registro Civil; 171430710-3 is the sample of python-stdnum.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "cédula: 1714307103, C.I. 171430710-3, cédula de identidad: 1714307104")
['1714307103', '171430710-3', '1714307104']
>>> values(IDENTIFIERS, "1714307103, cédula 9914307103")
[]
"""

from __future__ import annotations

from stdnum.ec import ci

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Ecuadorian cédula",
        shapes=("9999999999", "999999999-9"),
        form=r"(?:0[1-9]|1\d|2[0-4]|30|50)[0-6]\d{7}",
        words=(
            "c i", "c i no", "cédula", "cedula", "cédula no", "cedula no", "cédula de identidad",
            "cedula de identidad",
            "cédula de ciudadanía", "cedula de ciudadania", "número de cédula", "numero de cedula", "no de cédula",
            "cédula de identidad no", "documento de identidad", "ecuadorian id",
        ),
        valid=ci.is_valid,
    ),
)  # fmt: skip
