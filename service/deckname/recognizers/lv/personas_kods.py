"""Personas kods: birth date, century and serial number, or 32 and nine digits since July 2017; the last one checks.

Source: Latvian law on the register of natural persons (Fizisko personu reģistra likums), section 9.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "personas kods 161175-19997, p.k. 328673-00679, personas kodu: 16117519997, 161175-19998")
['161175-19997', '328673-00679', '16117519997', '161175-19998']
>>> values(IDENTIFIERS, "161175-19997; 161175-19998, 16117519997, 161375-19997")
['161175-19997']
"""

from dataclasses import replace

from stdnum.lv import pvn

from deckname.identifier import Identifier

_ANY = Identifier(
    type="NATIONAL_ID",
    name="Latvian personas kods",
    shapes=("99999999999", "999999 99999"),
    form=r"(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d[0-2]|32\d{5})\d{4}",
    valid=pvn.is_valid,
    words=(
        "personas kod*", "pers kod*", "p k", "latvian personal code", "personal code",
        "personal identity number", "latvian national id", "персональный код", "personencode", "personenkennzeichen",
        "code personnel letton",
    ),
    named=0.97,
)  # fmt: skip

# One number in 450 passes, and is always written with its dash.
IDENTIFIERS = (_ANY, replace(_ANY, shapes=("999999-99999",), alone=0.8))
