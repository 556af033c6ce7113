"""사업자등록번호: office, kind of business, four digits and a check digit modulo 10.

Source: 국세청 (weights 1, 3, 7, and the tens of five times the ninth digit); 116-82-00276 is stdnum's sample, which has
no check.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "116-82-00276; 사업자등록번호: 1168200276, 사업자번호 116-82-00277")
['116-82-00276', '1168200276', '116-82-00277']
>>> values(IDENTIFIERS, "116-82-00277; 1168200276, 016-82-00276")
[]
"""

from dataclasses import replace

from deckname.checksums import weighted
from deckname.identifier import Identifier


def is_brn(value: str) -> bool:
    """Whether the last digit checks the nine before it.

    >>> is_brn("1168200276"), is_brn("1168200277")
    (True, False)
    """
    total = weighted(value[:9], (1, 3, 7, 1, 3, 7, 1, 3, 5)) + int(value[8]) * 5 // 10
    return -total % 10 == int(value[9])


_ANY = Identifier(
    type="COMPANY_ID",
    name="South Korean BRN",
    shapes=("9999999999", "999 99 99999"),
    form=r"[1-9]\d\d(?!00)\d{7}",
    valid=is_brn,
    words=(
        "*사업자등록*", "*사업자번호*", "*사업자*", "brn", "business registration number", "business registration no",
        "korean business number", "korean company number",
    ),
)  # fmt: skip

IDENTIFIERS = (_ANY, replace(_ANY, shapes=("999-99-99999",), alone=0.5))
