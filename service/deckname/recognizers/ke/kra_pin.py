"""KRA PIN: A (a person) or P (a company), nine digits and a letter.

Source: https://www.kra.go.ke/individual/individual-pin-registration/learn-about-pin/about-pin; A004416331M is stdnum's
sample. The last letter checks by an unpublished rule.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "KRA PIN: A004416331M, pin no. P051365947M; A004416331M")
['A004416331M', 'P051365947M', 'A004416331M']
>>> values(IDENTIFIERS, "part V004416331M, A104416331M, KRA PIN A104416331")
[]
"""

from dataclasses import replace

from stdnum.ke import pin

from deckname.identifier import Identifier

_ANY = Identifier(
    type="TAX_ID",
    name="Kenyan KRA PIN",
    shapes=("A999999999A",),
    form=r"[AP]\d{9}[A-Z]",
    valid=pin.is_valid,
    words=("kra", "kra pin", "kra pin no", "pin no", "pin number", "tax pin", "itax", "kenyan tax number"),
    named=0.97,
)

IDENTIFIERS = (_ANY, replace(_ANY, form=r"[AP]0\d{8}[A-Z]", words=(), alone=0.5))
