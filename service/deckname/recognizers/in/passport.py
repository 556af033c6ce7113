"""Passports of India that are called so: a letter and seven digits, of which the first and the last are not 0.

Source: https://www.passportindia.gov.in (Passports Rules, 1980).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Indian passport A2096457, passport no. J 8369854, passport: Q8369854")
['A2096457', 'J 8369854', 'Q8369854']
>>> values(IDENTIFIERS, "part A2096457, passport A0096457")
[]
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="PASSPORT",
        name="Indian passport",
        shapes=("A9999999", "A 9999999", "A-9999999", "A99 99999"),
        form=r"[A-WY][1-9]\d{5}[1-9]",
        words=("passport*", "indian passport", "travel document", "indischer pass", "reisepass*"),
        named=0.92,
    ),
)
