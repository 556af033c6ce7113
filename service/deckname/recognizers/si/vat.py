"""Davčna številka: the tax number of Slovenian persons and companies, eight digits that check; ID za DDV: SI and it.

Source: Zakon o davčni službi, Zakon o davku na dodano vrednost (ZDDV-1); SI50223054 is stdnum's sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "SI50223054, DDV: SI50223055, davčna številka: 50223054")
['SI50223054', 'SI50223055', '50223054']
>>> values(IDENTIFIERS[:1], "ID za DDV: SI 5022 3054")
['SI 5022 3054']
>>> values(IDENTIFIERS, "SI50223055, tel. 50223054")
[]
"""

from stdnum.si import ddv

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Slovenian VAT number",
        shapes=("AA99999999", "AA 99999999", "AA 9999 9999", "AA 99 999 999", "AA 999 99 999"),
        form=r"SI[1-9]\d{7}",
        valid=ddv.is_valid,
        words=("ddv", "id za ddv", "davčna številka", "davčna št", "vat", "vat no", "vat number", "ust id*"),
        alone=0.55,
    ),
    Identifier(
        type="TAX_ID",
        name="Slovenian tax number",
        shapes=("99999999", "9999 9999", "99 999 999", "999 99 999"),
        form=r"[1-9]\d{7}",
        valid=ddv.is_valid,
        words=(
            "davčna številka", "davčno številko", "davčne številke", "davčna št", "davčna", "davcna stevilka", "dš",
            "ddv", "id za ddv", "slovenian tax number", "slovene tax number", "slowenische steuernummer",
        ),
    ),
)  # fmt: skip
