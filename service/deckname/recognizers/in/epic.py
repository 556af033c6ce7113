"""EPIC: the Indian voter's card, three letters of the constituency, six digits and a Luhn digit.

Source: https://voters.eci.gov.in; WKH1186253 is stdnum's sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Voter ID: WKH1186253, EPIC no. WKH1186263, voter card WKH 1186253")
['WKH1186253', 'WKH1186263', 'WKH 1186253']
>>> values(IDENTIFIERS, "part WKH1186253, serial no WKH1186253")
[]
"""

from stdnum.in_ import epic

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Indian voter card",
        shapes=("AAA9999999", "AAA 9999999", "AAA-9999999"),
        valid=epic.is_valid,
        words=(
            "epic", "epic no", "epic number", "voter id", "voter card", "voters id", "voter", "voter s card",
            "electoral photo identity card", "election card", "voter identity card", "matdata",
        ),
    ),
)  # fmt: skip
