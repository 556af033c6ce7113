"""KMKR number: the VAT number of an Estonian company, EE and nine digits; it checks.

Source: Käibemaksuseadus; EE100931558 is stdnum's sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "EE100931558, KMKR: EE100594103, KMKR 100594102")
['EE100931558', 'EE100594103', '100594102']
>>> values(IDENTIFIERS, "EE100594103, 100594102")
[]
"""

from stdnum.ee import kmkr

from deckname.identifier import Identifier

_WORDS = ("kmkr", "kmkr nr", "kmkr number", "kmk nr", "käibemaksukohustuslase number")

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Estonian VAT number",
        shapes=("AA999999999", "AA 999999999"),
        form=r"EE\d{9}",
        valid=kmkr.is_valid,
        words=(*_WORDS, "vat", "vat no", "vat number", "ust id*"),
        alone=0.55,
    ),
    Identifier(
        type="COMPANY_ID",
        name="Estonian VAT number without its country",
        shapes=("999999999",),
        valid=kmkr.is_valid,
        words=_WORDS,
    ),
)
