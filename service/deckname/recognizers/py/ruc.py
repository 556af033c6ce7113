"""RUC and cédula of Paraguay: a number of four to eight digits, and in the RUC a check digit behind it.

Companies begin at 80000000 (DNIT, formerly SET); 80028061-0 is the sample of python-stdnum.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "RUC 80028061-0, RUC: 1234567-9, ruc 80028061-1, cédula paraguaya 1.234.567")
['80028061-0', '1234567-9', '80028061-1', '1.234.567']
>>> values(IDENTIFIERS, "RUC 2660-3, RUC: 9991603, RUC 800280610")
['2660-3', '9991603', '800280610']
>>> values(IDENTIFIERS, "80028061-0, son 1.234.567 guaraníes")
[]
"""

from __future__ import annotations

from dataclasses import replace

from stdnum.py import ruc

from deckname.identifier import Identifier

_WORDS = ("ruc", "r u c", "ruc no", "número de ruc", "numero de ruc", "registro único del contribuyente",
          "registro único de contribuyentes", "paraguayan tax id")  # fmt: skip
_PERSON = Identifier(
    type="TAX_ID",
    name="Paraguayan RUC",
    shapes=("9999-9", "99999-9", "999999-9", "9999999-9", "99999999-9", "9999999", "99999999", "999999999"),
    form=r"[1-9]\d{4,6}|[1-7]\d{7,8}",
    words=_WORDS,
    valid=ruc.is_valid,
)
IDENTIFIERS = (
    _PERSON,
    replace(_PERSON, type="COMPANY_ID", name="Paraguayan RUC of a company", shapes=("99999999-9", "999999999"),
            form=r"80\d{7}"),
    Identifier(
        type="NATIONAL_ID",
        name="Paraguayan cédula",
        shapes=("9.999.999", "999.999", "9999999"),
        form=r"[1-9]\d{5,6}",
        words=("c i", "c i no", "cédula paraguaya", "cédula de identidad", "cedula de identidad", "cédula", "cedula",
               "cédula de identidad civil", "número de cédula", "numero de cedula"),
        named=0.8,
    ),
)  # fmt: skip
