"""PIS/PASEP, NIS and NIT: one number under several names for workers and the insured in Brazil.

Eleven digits, the last of which checks by modulus 11 with the weights 3, 2, 9 ... 2 (Caixa Econômica Federal; INSS);
123.45678.91-9 is a published sample. Equal digits check sometimes, but are no number.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "123.45678.91-9; PIS/PASEP 12345678919, NIS: 123.4567.891-9, PIS 12345678910")
['123.45678.91-9', '12345678919', '123.4567.891-9', '12345678910']
>>> values(IDENTIFIERS, "123.45678.91-0, 12345678919")
[]
"""

from __future__ import annotations

from dataclasses import replace

from deckname.checksums import weighted
from deckname.identifier import Identifier


def is_pis(number: str) -> bool:
    """Whether the check digit is right.

    >>> is_pis("12345678919"), is_pis("12345678910"), is_pis("00000000000")
    (True, False, False)
    """
    check = -weighted(number[:10], (3, 2, 9, 8, 7, 6, 5, 4, 3, 2)) % 11
    return len(set(number)) > 1 and check % 10 == int(number[10])


_PIS = Identifier(
    type="NATIONAL_ID",
    name="Brazilian PIS/NIS",
    shapes=("999.99999.99-9", "999.9999.999-9"),
    words=(
        "pis", "pasep", "pis pasep", "pis nis", "pis nit", "nis", "nit", "nit pis", "nit pis pasep", "número do pis",
        "numero do pis", "número do nis", "numero do nis", "inss", "programa de integração social", "pispasep",
        "número de identificação social", "número de identificação do trabalhador", "inscrição inss",
    ),
    valid=is_pis,
    alone=0.55,
)  # fmt: skip
IDENTIFIERS = (_PIS, replace(_PIS, shapes=("99999999999", "9999999999-9"), alone=0.0))
