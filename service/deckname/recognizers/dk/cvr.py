"""CVR-nummer: eight digits that pass a check modulo 11; with DK before them the VAT number.

Source: https://erhvervsstyrelsen.dk (Bekendtgørelse om Det Centrale Virksomhedsregister); 13585628 is stdnum's sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "CVR 13585628, CVR-nr.: 13 58 56 28, cvr 13585627, DK13585628")
['13585628', '13 58 56 28', '13585627', 'DK13585628']
>>> values(IDENTIFIERS, "tlf. 13 58 56 28, DK13585627")
[]
"""

from stdnum.dk import cvr

from deckname.identifier import Identifier

_WORDS = ("cvr", "cvr nr", "cvr nummer*", "cvrnr", "cvrnummer*", "se nr", "se nummer", "moms nr", "momsnummer")

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Danish CVR number",
        shapes=("99999999", "99 99 99 99", "99 999 999"),
        form=r"[1-9]\d{7}",
        valid=cvr.is_valid,
        words=(*_WORDS, "danish company number", "danish business register"),
    ),
    Identifier(
        type="COMPANY_ID",
        name="Danish VAT number",
        shapes=("AA99999999", "AA 99999999", "AA-99999999", "AA 99 99 99 99"),
        form=r"DK[1-9]\d{7}",
        valid=cvr.is_valid,
        words=(*_WORDS, "vat", "vat no", "vat number", "ust id*"),
        alone=0.55,
    ),
)
