"""Cédula: the identity number of Costa Rica: province, book and entry; DIMEX for foreigners; a number for companies.

1-1234-5678 in nine digits, or ten with a 0 before (Tribunal Supremo de Elecciones); DIMEX eleven or twelve digits that
begin with 1; companies ten digits that begin with 2 to 5 and their class (Hacienda). None has a check digit.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "cédula: 1-1234-5678, cédula: 112345678, DIMEX 155812994816, cédula jurídica: 3-101-999999")
['1-1234-5678', '112345678', '155812994816', '3-101-999999']
>>> values(IDENTIFIERS, "cédula jurídica 3 101 999999, cédula jurídica: 3-999-999999; tel. 1-1234-5678")
['3 101 999999', '3-999-999999']
"""

from __future__ import annotations

from stdnum.cr import cpj

from deckname.identifier import Identifier

_WORDS = (
    "cédula", "cedula", "cédula de identidad", "cedula de identidad", "número de cédula", "numero de cedula",
    "cédula no", "cédula física", "cedula fisica", "documento de identidad", "costa rican id",
)  # fmt: skip
IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Costa Rican cédula",
        shapes=("9-9999-9999", "99-9999-9999", "999999999", "9 9999 9999", "9-999-999"),
        form=r"0?[1-9]\d{6,8}",
        words=_WORDS,
        named=0.9,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Costa Rican DIMEX",
        shapes=("99999999999", "999999999999"),
        form=r"1\d{10,11}",
        words=(
            "dimex",
            "dimex no",
            "cédula de residencia",
            "cedula de residencia",
            "documento de identidad migratorio",
        ),
        named=0.9,
    ),
    Identifier(
        type="COMPANY_ID",
        name="Costa Rican cédula jurídica",
        shapes=("9-999-999999", "9999999999", "9 999 999999"),
        form=r"[2-5]\d{9}",
        words=(
            "cédula jurídica",
            "cedula juridica",
            "cédula de persona jurídica",
            "cedula jurídica",
            "personería jurídica",
        ),
        valid=cpj.is_valid,
    ),
)
