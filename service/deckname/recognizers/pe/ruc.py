"""RUC: the tax number of Peru, eleven digits with a check digit by modulus 11.

10, 15, 16 and 17 begin those of people, 20 those of companies (SUNAT); 20512333797 and 10054148289 are samples of
python-stdnum.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "RUC 10054148289, R.U.C. N° 20512333797; RUC: 20512333798")
['10054148289', '20512333797', '20512333798']
>>> values(IDENTIFIERS, "10054148289, RUC 30512333797")
[]
"""

from __future__ import annotations

from dataclasses import replace

from stdnum.pe import ruc

from deckname.identifier import Identifier


def is_ruc(number: str) -> bool:
    """Whether the check digit is right.

    >>> is_ruc("20512333797"), is_ruc("20512333798")
    (True, False)
    """
    return bool(ruc.calc_check_digit(number[:10]) == number[10])


_PERSON = Identifier(
    type="TAX_ID",
    name="Peruvian RUC",
    shapes=("99999999999", "99-99999999-9"),
    form=r"1[0567]\d{9}",
    words=(
        "ruc", "r u c", "ruc no", "ruc nro", "número de ruc", "numero de ruc", "nro de ruc", "sunat",
        "registro único de contribuyentes", "registro unico de contribuyentes", "registro único del contribuyente",
        "peruvian tax id", "peruvian ruc",
    ),
    valid=is_ruc,
)  # fmt: skip
IDENTIFIERS = (_PERSON, replace(_PERSON, type="COMPANY_ID", name="Peruvian RUC of a company", form=r"20\d{9}"))
