"""Medicare cards of Australia: eight digits (the first 2 to 6), a check digit, the issue, and a person's number.

Source: https://www.servicesaustralia.gov.au; 2123 45670 1 is the sample of NEHTA's conformance requirements (2011). One
number in 20 passes; nothing else has such groups.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "2123 45670 1; Medicare 2123456701, Medicare card 2123 45671 1, Medicare no. 2123 45670 1/1")
['2123 45670 1', '2123456701', '2123 45671 1', '2123 45670 1/1']
>>> values(IDENTIFIERS, "2123 45671 1; 2123456701, Medicare 1123456701")
[]
"""

from dataclasses import replace

from deckname.checksums import weighted
from deckname.identifier import Identifier


def is_medicare(value: str) -> bool:
    """Whether the ninth digit checks the eight before it.

    >>> is_medicare("2123456701"), is_medicare("2123456711")
    (True, False)
    """
    return weighted(value[:8], (1, 3, 7, 9, 1, 3, 7, 9)) % 10 == int(value[8])


_ANY = Identifier(
    type="HEALTH_ID",
    name="Australian Medicare number",
    shapes=("9999999999", "99999999999", "9999-99999-9", "9999 99999 9 9", "9999 99999 9-9", "9999999999-9"),
    form=r"[2-6]\d{9,10}",
    valid=is_medicare,
    words=("medicare", "medicare no", "medicare number", "medicare card", "medicare card no", "medicare card number"),
    named=0.97,
)

IDENTIFIERS = (_ANY, replace(_ANY, shapes=("9999 99999 9", "9999 99999 9/9"), alone=0.5))
