"""RUT or RUN: the number of people and companies in Chile, seven or eight digits and a check digit, K for ten.

Modulus 11 with the weights 2 to 7 from the right (Servicio de Impuestos Internos); 12.531.909-2 is the sample of
python-stdnum. "Run" alone is English, so it names only what has points.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "12.531.909-2, RUT: 125319092, mi rut es 12531909-3; RUN 6.000.000-6, con rut 10000013K")
['12.531.909-2', '125319092', '12531909-3', '6.000.000-6', '10000013K']
>>> values(IDENTIFIERS, "12.531.909-3, 12531909-2, run 12531909-2")
[]
"""

from __future__ import annotations

from dataclasses import replace

from stdnum.cl import rut

from deckname.identifier import Identifier


def is_rut(number: str) -> bool:
    """Whether the check digit is right.

    >>> is_rut("125319092"), is_rut("10000013K"), is_rut("125319093")
    (True, True, False)
    """
    return bool(rut.calc_check_digit(number[:-1]) == number[-1])


_WORDS = (
    "rut", "mi rut", "su rut", "tu rut", "con rut", "rut es", "rut número", "el rut", "r u t", "rut no", "rut n",
    "rut nro", "número de rut", "rol único tributario", "rol unico tributario", "rol único nacional",
    "rol unico nacional", "run rut", "rut run", "cédula de identidad", "cedula de identidad", "cédula",
    "carnet de identidad", "c i", "cédula nacional de identidad", "chilean id", "chilean rut", "r u n",
)  # fmt: skip
_RUT = Identifier(
    type="NATIONAL_ID",
    name="Chilean RUT",
    shapes=("99.999.999-9", "99.999.999-A", "9.999.999-9", "9.999.999-A"),
    form=r"[1-9]\d{6,7}[0-9K]",
    words=(*_WORDS, "run", "run no"),
    valid=is_rut,
    alone=0.55,
)
IDENTIFIERS = (
    _RUT,
    replace(
        _RUT,
        shapes=("99999999-9", "99999999-A", "9999999-9", "9999999-A", "999999999", "99999999A"),
        words=_WORDS,
        alone=0.0,
    ),
)
