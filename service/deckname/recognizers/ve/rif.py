"""RIF: the tax number of Venezuela: kind, eight digits, a check digit by modulus 11.

V, E and P are people, J, C and G companies and the state (SENIAT); V-11470283-4 is the sample of python-stdnum.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "V-11470283-4; RIF V114702834, R.I.F.: J-07013380-5, rif V-11470283-3")
['V-11470283-4', 'V114702834', 'J-07013380-5', 'V-11470283-3']
>>> values(IDENTIFIERS, "V-11470283-3, V114702834, X-11470283-4")
[]
"""

from __future__ import annotations

from dataclasses import replace

from stdnum.ve import rif

from deckname.identifier import Identifier


def is_rif(value: str) -> bool:
    """Whether the check digit is right; C (communal councils) counts like J.

    >>> is_rif("V114702834"), is_rif("V114702833")
    (True, False)
    """
    return bool(rif.calc_check_digit(value.replace("C", "J")) == value[9])


_PERSON = Identifier(
    type="TAX_ID",
    name="Venezuelan RIF",
    shapes=("A-99999999-9",),
    form=r"[VEP]\d{9}",
    words=(
        "rif", "r i f", "rif no", "número de rif", "numero de rif", "registro de información fiscal", "seniat",
        "registro de informacion fiscal", "registro único de información fiscal", "venezuelan tax id",
    ),
    valid=is_rif,
    alone=0.55,
)  # fmt: skip
_COMPANY = replace(_PERSON, type="COMPANY_ID", name="Venezuelan RIF of a company", form=r"[JCG]\d{9}")
_OTHER_SHAPES = ("A999999999", "A-999999999", "A99999999-9", "A 99999999 9", "A 99999999-9")
IDENTIFIERS = (
    _PERSON,
    replace(_PERSON, shapes=_OTHER_SHAPES, alone=0.0),
    _COMPANY,
    replace(_COMPANY, shapes=_OTHER_SHAPES, alone=0.0),
)
