"""CPF: the number of everybody in Brazil before the tax office (and, since Lei 14.534/2023, before the whole state).

Eleven digits, of which the last two check by modulus 11 (Receita Federal); 390.533.447-05 is the sample of
python-stdnum. A number of equal digits checks, but is none.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "390.533.447-05; meu CPF é 39053344705, cpf: 390.533.447-06")
['390.533.447-05', '39053344705', '390.533.447-06']
>>> values(IDENTIFIERS, "390.533.447-06 39053344705 111.111.111-11")
[]
"""

from __future__ import annotations

from dataclasses import replace

from stdnum.br import cpf

from deckname.identifier import Identifier


def is_cpf(number: str) -> bool:
    """Whether both check digits are right.

    >>> is_cpf("39053344705"), is_cpf("39053344706"), is_cpf("11111111111")
    (True, False, False)
    """
    return len(set(number)) > 1 and bool(cpf.is_valid(number))


_CPF = Identifier(
    type="TAX_ID",
    name="Brazilian CPF",
    shapes=("999.999.999-99", "999999999-99", "999.999.999/99"),
    words=(
        "cpf", "c p f", "cpfs", "cpf mf", "cpf cnpj", "cpf no", "cpf n", "nº cpf", "no cpf", "número cpf",
        "número do cpf", "numero do cpf", "n do cpf", "cadastro de pessoa física", "cadastro de pessoas físicas",
        "cadastro de pessoa fisica", "cadastro de pessoas fisicas", "cic", "brazilian tax id",
        "individual taxpayer registry", "cadastro pessoa física",
    ),
    valid=is_cpf,
    alone=0.6,
    named=0.97,
)  # fmt: skip
IDENTIFIERS = (_CPF, replace(_CPF, shapes=("99999999999", "999 999 999 99", "999 999 999-99"), alone=0.0))
