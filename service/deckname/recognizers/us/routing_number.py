"""ABA routing numbers: four digits of the Federal Reserve, four of the bank, a check digit.

The sum of the digits times 3, 7, 1, 3, 7, 1 ... divides by ten; the first two digits are 00 to 12, 21 to 32, 61 to 72
or 80 (American Bankers Association, Routing Number Policy, https://www.aba.com/about-us/routing-number).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "ABA routing number 071101307, RTN: 0711-0130-7; 0711-0130-7")
['071101307', '0711-0130-7', '0711-0130-7']
>>> values(IDENTIFIERS, "0711-0130-8, number 071101307")
[]
"""

from __future__ import annotations

from dataclasses import replace

from deckname.checksums import weighted
from deckname.identifier import Identifier

_PREFIXES = frozenset(f"{each:02}" for each in (*range(13), *range(21, 33), *range(61, 73), 80))


def is_routing_number(number: str) -> bool:
    """Whether prefix and check digit are those of a bank.

    >>> is_routing_number("071101307"), is_routing_number("071101308"), is_routing_number("000000000")
    (True, False, False)
    """
    return number[:2] in _PREFIXES and number.strip("0") != "" and weighted(number, (3, 7, 1) * 3) % 10 == 0


_BARE = Identifier(
    type="BANK_CODE",
    name="ABA routing number",
    shapes=("999999999", "999 999 999", "9999 9999 9"),
    words=(
        "routing", "routing number", "routing no", "routing num", "routing code", "routing nr", "aba", "aba number",
        "aba no", "aba code", "aba routing", "aba routing number", "aba rtn", "aba nummer", "rtn", "rtn number",
        "routing transit number", "bank routing number", "bank routing", "wire routing number", "transit number",
        "ach routing number", "routing aba", "fedwire", "bankroutingnumber", "número de ruta", "numero de ruta",
        "número de ruta bancaria", "numéro de routage", "numéro d acheminement",
    ),
    valid=is_routing_number,
)  # fmt: skip
IDENTIFIERS = (_BARE, replace(_BARE, shapes=("9999-9999-9",), alone=0.5))
