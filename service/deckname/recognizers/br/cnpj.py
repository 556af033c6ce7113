"""CNPJ: the number of a company in Brazil; from July 2026 on also with letters (IN RFB 2.229/2024).

Eight characters of the company, four of the branch, two check digits by modulus 11; 16.727.230/0001-97 and
12.ABC.345/01DE-35 are published samples.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "16.727.230/0001-97, 12.ABC.345/01DE-35; CNPJ: 16727230000197, CNPJ 16.727.230/0001-98")
['16.727.230/0001-97', '12.ABC.345/01DE-35', '16727230000197', '16.727.230/0001-98']
>>> values(IDENTIFIERS, "16.727.230/0001-98, 16727230000197")
[]
"""

from __future__ import annotations

from dataclasses import replace

from stdnum.br import cnpj

from deckname.identifier import Identifier

_CNPJ = Identifier(
    type="COMPANY_ID",
    name="Brazilian CNPJ",
    shapes=("XX.XXX.XXX/XXXX-XX", "XXXXXXXX/XXXX-XX"),
    form=r"[0-9A-Z]{12}\d\d",
    words=(
        "cnpj", "c n p j", "cnpj mf", "cpf cnpj", "cnpj no", "número do cnpj", "numero do cnpj", "cgc", "no cnpj",
        "cadastro nacional da pessoa jurídica", "cadastro nacional de pessoas jurídicas", "brazilian company number",
        "cadastro nacional da pessoa juridica",
    ),
    valid=cnpj.is_valid,
    alone=0.75,
    named=0.97,
)  # fmt: skip
IDENTIFIERS = (_CNPJ, replace(_CNPJ, shapes=("X" * 14, "XX XXX XXX XXXX XX"), alone=0.0))
