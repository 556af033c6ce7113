"""PVM kodas: the VAT number of a Lithuanian company, LT and nine or twelve digits; it checks.

Source: Pridėtinės vertės mokesčio įstatymas; LT119511515 is stdnum's sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "LT119511515, PVM: LT100001919018, PVM kodas 119511515")
['LT119511515', 'LT100001919018', '119511515']
>>> values(IDENTIFIERS[:1], "PVM LT 100001919017")
['LT 100001919017']
>>> values(IDENTIFIERS, "LT100001919018, 119511515")
[]
"""

from stdnum.lt import pvm

from deckname.identifier import Identifier

_WORDS = ("pvm", "pvm kodas", "pvm mokėtojo kodas", "pvm mokėtojo kodo")

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Lithuanian VAT number",
        shapes=("AA999999999", "AA999999999999", "AA 999999999", "AA 999999999999"),
        form=r"LT\d{9}(?:\d{3})?",
        valid=pvm.is_valid,
        words=(*_WORDS, "vat", "vat no", "vat number", "ust id*"),
        alone=0.55,
    ),
    Identifier(
        type="COMPANY_ID",
        name="Lithuanian VAT number without its country",
        shapes=("999999999", "999999999999"),
        valid=pvm.is_valid,
        words=_WORDS,
    ),
)
