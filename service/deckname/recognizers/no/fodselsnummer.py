"""Fødselsnummer, D-nummer (40 added to the day) and H-nummer (to the month): birth date, three digits, two checks.

Synthetic persons of the test register (Tenor) have 80 added to the month. Source: §§ 2-1 and 2-2 of the Norwegian
regulation on the population register (FOR-2017-07-14-1201). One random number in 500 passes.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "fødselsnummer 151086 95088, Fnr: 15108695088, fnr. 15108695077, D-nummer 55108695067")
['151086 95088', '15108695088', '15108695077', '55108695067']
>>> values(IDENTIFIERS, "15108695088; 15108695077, 15138695088")
['15108695088']
"""

from stdnum.no import fodselsnummer

from deckname.identifier import Identifier


def is_fodselsnummer(value: str) -> bool:
    """Whether both check digits are right.

    >>> is_fodselsnummer("15108695088"), is_fodselsnummer("15108695077")
    (True, False)
    """
    checks = fodselsnummer.calc_check_digit1(value), fodselsnummer.calc_check_digit2(value)
    return checks == (value[9], value[10])


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Norwegian fødselsnummer",
        shapes=("99999999999", "999999 99999", "999999-99999", "99 99 99 99999"),
        form=r"(?:[04][1-9]|[1256]\d|[37][01])(?:[048][1-9]|[159][0-2])\d{7}",
        valid=is_fodselsnummer,
        words=(
            "fødselsnummer*", "fødselsnr", "fodselsnummer", "fødsels og personnummer", "personnummer*", "personnr",
            "fnr", "f nr", "d nummer*", "d nr", "dnr", "dnummer", "personnumer", "norwegian national identity number",
            "national identity number", "norwegian national id", "norwegian id number", "norwegische personennummer",
        ),
        alone=0.6,
        named=0.98,
    ),
)  # fmt: skip
