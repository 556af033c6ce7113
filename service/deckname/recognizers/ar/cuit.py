"""CUIT and CUIL: the tax and labour number of Argentina: kind, DNI or number of the company, check digit.

Kinds 20 and 23 to 27 are people, 30, 33 and 34 companies, 50, 51 and 55 abroad (AFIP; RG 3832); 20-05536168-2 is the
sample of python-stdnum.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "20-05536168-2; CUIL 20055361682, CUIT: 30-50000000-3, cuil 20-05536168-3")
['20-05536168-2', '20055361682', '30-50000000-3', '20-05536168-3']
>>> values(IDENTIFIERS, "20-05536168-3, 20055361682, 21-05536168-2")
[]
"""

from __future__ import annotations

from dataclasses import replace

from stdnum.ar import cuit

from deckname.identifier import Identifier


def is_cuit(number: str) -> bool:
    """Whether the check digit is right.

    >>> is_cuit("20055361682"), is_cuit("20055361683")
    (True, False)
    """
    return bool(cuit.calc_check_digit(number[:10]) == number[10])


_PERSON = Identifier(
    type="TAX_ID",
    name="Argentine CUIL/CUIT",
    shapes=("99-99999999-9", "99-99.999.999-9", "99.99999999.9"),
    form=r"2[03-7]\d{9}",
    words=(
        "cuit", "cuil", "cuit cuil", "cuil cuit", "c u i t", "c u i l", "cuit no", "cuil no", "cuit nro", "cuil nro",
        "número de cuit", "número de cuil", "nro de cuil", "nro de cuit", "cdi",
        "clave única de identificación tributaria",
        "clave unica de identificacion tributaria", "clave tributaria", "código único de identificación laboral",
        "afip", "cuil number", "cuit number", "argentine tax id",
    ),
    valid=is_cuit,
    alone=0.6,
)  # fmt: skip
_COMPANY = replace(_PERSON, type="COMPANY_ID", name="Argentine CUIT of a company", form=r"(?:3[034]|5[015])\d{9}")
_BARE = ("99999999999", "99 99999999 9")
IDENTIFIERS = (
    _PERSON,
    replace(_PERSON, shapes=_BARE, alone=0.0),
    _COMPANY,
    replace(_COMPANY, shapes=_BARE, alone=0.0),
)
