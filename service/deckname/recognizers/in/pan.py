"""PAN: three letters, one for the kind of holder (P for a person), the initial, four digits and a letter.

Source: https://incometaxindia.gov.in (rule 114 of the Income-tax Rules); ACUPA7085R is stdnum's sample. The last letter
checks by an unpublished rule.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "PAN ACUPA7085R, pan card no. ABMCA3211G, PAN: ABMXA3211G; holder ACUPA7085R")
['ACUPA7085R', 'ABMCA3211G', 'ABMXA3211G', 'ACUPA7085R']
>>> values(IDENTIFIERS, "part ABMCA3211G, ABMXA3211G, model ACUPA7085R at 3 bar"), values(IDENTIFIERS, "ACUPA0000R")
(['ACUPA7085R'], [])
"""

from dataclasses import replace

from stdnum.in_ import pan

from deckname.identifier import Identifier

_ANY = Identifier(
    type="TAX_ID",
    name="Indian PAN",
    shapes=("AAAAA9999A", "AAAAA 9999 A", "AAAAA-9999-A"),
    valid=pan.is_valid,
    words=(
        "pan", "pan no", "pan card", "pan number", "permanent account number", "income tax pan", "indian tax number",
        "indian tax id", "indische steuernummer",
    ),
    named=0.97,
)  # fmt: skip

IDENTIFIERS = (_ANY, replace(_ANY, shapes=("AAAAA9999A",), form=r"[A-Z]{3}P[A-Z]\d{4}[A-Z]", words=(), alone=0.55))
