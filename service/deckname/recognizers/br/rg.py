"""RG: the number of the identity card of a state of Brazil, where words name it.

Mostly seven or eight digits with a check character or without: São Paulo and Rio 12.345.678-9, or X for ten; Minas
Gerais MG-12.345.678 (Lei 7.116/1983 leaves it to the states, so there is no one check).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "RG 12.345.678-9, identidade MG-12.345.678, R.G. nº 1234567, RG: 12.345.678-X SSP/SP")
['12.345.678-9', 'MG-12.345.678', '1234567', '12.345.678-X']
>>> values(IDENTIFIERS, "lote 12.345.678-9, RG AB-12.345.678 e RG 12345")
['12.345.678']
"""

from __future__ import annotations

from dataclasses import replace

from deckname.identifier import Identifier

_STATES = "AC|AL|AM|AP|BA|CE|DF|ES|GO|MA|MG|MS|MT|PA|PB|PE|PI|PR|RJ|RN|RO|RR|RS|SC|SE|SP|TO|M"
_RG = Identifier(
    type="NATIONAL_ID",
    name="Brazilian RG",
    shapes=(
        "99.999.999-9", "99.999.999-A", "9.999.999-9", "9.999.999", "99.999.999", "999.999.999-9", "999.999",
        "99999999-9", "99999999-A", "99999999A", "AA-99.999.999", "AA-9.999.999", "AA 99.999.999", "AA99999999",
        "AA-99999999", "A-9.999.999", "9.999.999-AA", "99.999.999 9", "99 999 999-9",
    ),
    form=rf"(?:{_STATES})?\d{{6,10}}(?:X|{_STATES})?",
    words=(
        "rg", "r g", "rg no", "rg n", "número do rg", "numero do rg", "no rg", "registro geral",
        "carteira de identidade", "cédula de identidade", "cedula de identidade", "documento de identidade",
        "identidade", "identidade no", "identidade n",
        "rg cpf", "rg ie", "cin", "brazilian id card", "carteira de identidade nacional",
    ),
    named=0.9,
)  # fmt: skip
IDENTIFIERS = (_RG, replace(_RG, shapes=("999999999", "99999999", "9999999"), named=0.7))
