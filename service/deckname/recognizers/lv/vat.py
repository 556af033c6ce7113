"""PVN numurs: the Latvian VAT number, LV and eleven digits, those of a company or the personas kods; both check.

Source: Pievienotās vērtības nodokļa likums; LV40003521600 is stdnum's sample. Companies begin with 4 to 9.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "LV40003521600, PVN: LV40003521601, PVN nr. 40003521600")
['LV40003521600', 'LV40003521601', '40003521600']
>>> values(IDENTIFIERS[:1], "PVN LV 4000 3521 600")
['LV 4000 3521 600']
>>> values(IDENTIFIERS, "LV16117519997, PVN numurs 161175-19998")
['LV16117519997', '161175-19998']
>>> values(IDENTIFIERS, "LV40003521601, LV16117519998, kods 40003521600")
[]
"""

from dataclasses import replace

from stdnum.lv import pvn

from deckname.identifier import Identifier

_WORDS = ("pvn", "pvn nr", "pvn numurs", "pvn reģ", "pvn maksātāja numurs")
_COMPANY = Identifier(
    type="COMPANY_ID",
    name="Latvian VAT number",
    shapes=("AA99999999999", "AA 99999999999", "AA 9999 9999 999"),
    form=r"LV[4-9]\d{10}",
    valid=pvn.is_valid,
    words=(*_WORDS, "vat", "vat no", "vat number", "ust id*"),
    alone=0.55,
)

IDENTIFIERS = (
    _COMPANY,
    replace(
        _COMPANY,
        type="TAX_ID",
        name="Latvian VAT number of a person",
        shapes=("AA99999999999", "AA 99999999999", "AA999999-99999", "AA 999999-99999"),
        form=r"LV[0-3]\d{10}",
    ),
    replace(
        _COMPANY,
        name="Latvian VAT number without its country",
        shapes=("99999999999", "9999 9999 999"),
        form=r"[4-9]\d{10}",
        words=_WORDS,
        alone=0.0,
    ),
    replace(
        _COMPANY,
        type="TAX_ID",
        name="Latvian VAT number of a person without its country",
        shapes=("99999999999", "999999-99999"),
        form=r"[0-3]\d{10}",
        words=_WORDS,
        alone=0.0,
    ),
)
