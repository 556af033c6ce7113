"""MyKad: the Malaysian identity card's birth date, code of the place of birth, and four digits; no check digit.

Source: https://www.jpn.gov.my (National Registration Regulations 1990); 770305-02-1234 is stdnum's sample. One number
in 40 passes; hardly anything else has such groups.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "770305-02-1234; MyKad 770305021234, No. K/P: 770305 02 1234, IC no. 770305-00-1234")
['770305-02-1234', '770305021234', '770305 02 1234', '770305-00-1234']
>>> values(IDENTIFIERS, "771305-02-1234; 770305-00-1234, 770305021234")
[]
"""

from dataclasses import replace

from stdnum.my import nric

from deckname.identifier import Identifier

_ANY = Identifier(
    type="NATIONAL_ID",
    name="Malaysian MyKad",
    shapes=("999999999999", "999999 99 9999"),
    form=r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{6}",
    valid=nric.is_valid,
    words=(
        "mykad", "my kad", "nric", "ic", "ic no", "ic number", "no ic", "no kp", "no k p", "kad pengenalan",
        "nombor kad pengenalan", "no kad pengenalan", "k p", "mykid", "mypr", "malaysian ic", "malaysian id",
        "identity card", "identity card no", "malaysian identity card",
    ),
)  # fmt: skip

IDENTIFIERS = (_ANY, replace(_ANY, shapes=("999999-99-9999",), alone=0.55))
