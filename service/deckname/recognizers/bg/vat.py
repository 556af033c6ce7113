"""ИН по ЗДДС: the Bulgarian VAT number, BG and the nine digits of a company (ЕИК) or the ten of a person; both check.

Source: Закон за данък върху добавената стойност, art. 94; BG175074752 and 7501020018 are stdnum's samples.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "BG175074752, ДДС: BG175074751, ЕИК 175074752, ДДС номер BG7501020018, ДДС номер 7501020019")
['BG175074752', 'BG175074751', '175074752', 'BG7501020018', '7501020019']
>>> values(IDENTIFIERS, "BG175074751, BG7501020019, тел. 175074752, 7501020018")
[]
"""

from dataclasses import replace

from stdnum.bg import vat

from deckname.identifier import Identifier

_WORDS = ("ддс", "зддс", "ин по зддс", "ин по ддс", "идентификационен номер по ддс")
_COMPANY = Identifier(
    type="COMPANY_ID",
    name="Bulgarian VAT number",
    shapes=("AA999999999", "AA 999999999"),
    form=r"BG\d{9}",
    valid=vat.is_valid,
    words=(*_WORDS, "vat", "vat no", "vat number", "ust id*"),
    alone=0.55,
)

IDENTIFIERS = (
    _COMPANY,
    replace(
        _COMPANY,
        type="TAX_ID",
        name="Bulgarian VAT number of a person",
        shapes=("AA9999999999", "AA 9999999999"),
        form=r"BG\d{10}",
        alone=0.5,  # one number in eight passes
    ),
    replace(
        _COMPANY,
        name="Bulgarian VAT number without its country",
        shapes=("999999999",),
        form="",
        words=(*_WORDS, "еик", "булстат", "еик булстат", "eik", "bulstat", "bulgarian company number"),
        alone=0.0,
    ),
    replace(
        _COMPANY,
        type="TAX_ID",
        name="Bulgarian VAT number of a person without its country",
        shapes=("9999999999",),
        form="",
        words=_WORDS,
        alone=0.0,
    ),
)
