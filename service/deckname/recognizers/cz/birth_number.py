"""Rodné číslo: birth date (50 added to a woman's month, 20 where numbers ran out), serial number, check modulo 11.

Czechia and Slovakia share it. Until 1953 it had nine digits and no check. Source: § 13 of the Czech law 133/2000 Sb.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "rodné číslo: 710319/2745, r. č.: 7103192745, RČ 710319/2746, r.č. 520319/123")
['710319/2745', '7103192745', '710319/2746', '520319/123']
>>> values(IDENTIFIERS, "710319/2745; 710319/2746, objednávka 7103192745, účet 713319/2745")
['710319/2745']
"""

from dataclasses import replace

from stdnum.cz import rc

from deckname.identifier import Identifier

_ANY = Identifier(
    type="NATIONAL_ID",
    name="Czech or Slovak birth number",
    shapes=("9999999999", "999999999", "999999/999", "999999 9999", "999999-9999"),
    form=r"\d\d(?:[05][1-9]|[16][0-2]|[27][1-9]|[38][0-2])(?:0[1-9]|[12]\d|3[01])\d{3,4}",
    valid=rc.is_valid,
    words=(
        "rodné čísl*", "rodného čísl*", "rodným čísl*", "rodne cisl*", "rodného č", "rod čísl*", "rod č", "r č", "rč",
        "birth number", "czech personal number", "slovak personal number", "czech birth number", "slovak birth number",
        "czech national id", "slovak national id", "geburtsnummer", "personennummer", "numéro de naissance",
        "número de nacimiento", "numero di nascita", "geboortenummer",
    ),
    named=0.97,
)  # fmt: skip

# One number in 76 passes, and hardly anything else is written with a slash there.
IDENTIFIERS = (_ANY, replace(_ANY, shapes=("999999/9999",), alone=0.6))
