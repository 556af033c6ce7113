"""PESEL: birth date, the century in its month (01 for 1901, 21 for 2001), serial number and check digit.

Source: art. 15 of the Polish law of 24 September 2010 on the register of the population; 44051401359 is its sample.
A random number of eleven digits passes once in 55 times: without a word that names it, it is nothing.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "PESEL: 44051401359, nr PESEL 440514 01359; numerem PESEL 44051401358")
['44051401359', '440514 01359', '44051401358']
>>> values(IDENTIFIERS, "zamówienie 44051401359, PESEL 44991401359")
[]
"""

from stdnum.pl import pesel

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Polish PESEL",
        shapes=("99999999999", "999999 99999", "999999-99999"),
        form=r"\d\d(?:[02468][1-9]|[13579][0-2])(?:0[1-9]|[12]\d|3[01])\d{5}",
        valid=pesel.is_valid,
        words=(
            "pesel*", "numer ewidencyjny", "nr ewidencyjny", "polish personal number", "polish id number",
            "polish national id", "polish national identification number", "polnische identifikationsnummer",
            "polnische personennummer", "numéro d identification polonais", "número de identificación polaco",
        ),
        named=0.97,
    ),
)  # fmt: skip
