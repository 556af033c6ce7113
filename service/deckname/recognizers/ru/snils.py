"""СНИЛС: nine digits and two check digits (the sum of the digits by their places from the right, modulo 101).

Source: Приказ ПФР от 15.06.2016 № 571п; 112-233-445 95 is its sample. One number in 100 passes.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "СНИЛС 112-233-445 95, снилс: 11223344595, СНИЛС 112-233-445 96; 112-233-445 95")
['112-233-445 95', '11223344595', '112-233-445 96', '112-233-445 95']
>>> values(IDENTIFIERS, "112-233-445 96, номер 11223344595")
[]
"""

from dataclasses import replace

from deckname.checksums import weighted
from deckname.identifier import Identifier


def is_snils(value: str) -> bool:
    """Whether the last two digits check the nine before them; numbers up to 001-001-998 have no check.

    >>> is_snils("11223344595"), is_snils("11223344596"), is_snils("08765430200")
    (True, False, True)
    """
    return weighted(value[:9], range(9, 0, -1)) % 101 % 100 == int(value[9:])


_ANY = Identifier(
    type="NATIONAL_ID",
    name="Russian SNILS",
    shapes=("99999999999",),
    valid=is_snils,
    words=(
        "снилс", "снилса", "snils", "страховой номер", "страховое свидетельство", "пенсионное свидетельство",
        "индивидуального лицевого счёта", "индивидуального лицевого счета",
        "russian insurance number", "russian social security number",
        "russian pension number", "russische versicherungsnummer",
    ),
    named=0.97,
)  # fmt: skip

IDENTIFIERS = (_ANY, replace(_ANY, shapes=("999-999-999 99", "999-999-999-99"), alone=0.6))
