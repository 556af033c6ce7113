"""CUI or CIF of a Romanian company: two to ten digits, the last one a check digit; with RO before them the VAT number.

Source: Codul fiscal (Legea 227/2015), art. 82; 18547290 is stdnum's sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "CUI 18547290, C.U.I.: RO18547290, cod fiscal 18547291, RO18547290")
['18547290', 'RO18547290', '18547291', 'RO18547290']
>>> values(IDENTIFIERS[:1], "cod fiscal: 18 547 290"), values(IDENTIFIERS[1:], "CUI RO 185 472 90; nr. RO 185 472 90")
(['18 547 290'], ['RO 185 472 90'])
>>> values(IDENTIFIERS, "nr. 18547290, RO18547291")
[]
"""

from stdnum.ro import cui

from deckname.identifier import Identifier

_WORDS = (
    "cui", "c u i", "cif", "c i f", "cod fiscal", "codul fiscal", "cod unic de înregistrare",
    "cod unic de inregistrare", "cod de identificare fiscală", "romanian company number", "vat", "vat number", "vat no",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Romanian CUI",
        shapes=("999999", "9999999", "99999999", "999999999", "9999999999", "999 999 99", "99 999 999"),
        form=r"[1-9]\d{5,9}",
        valid=cui.is_valid,
        words=_WORDS,
    ),
    Identifier(
        type="COMPANY_ID",
        name="Romanian VAT number",
        shapes=("AA9999999", "AA99999999", "AA 9999999", "AA 99999999"),
        form=r"RO[1-9]\d{6,7}",
        valid=cui.is_valid,
        words=_WORDS,
        alone=0.55,
    ),
    Identifier(
        type="COMPANY_ID",
        name="Romanian VAT number, short or in groups",
        shapes=(
            "AA99999", "AA999999", "AA999999999", "AA9999999999", "AA 99999", "AA 999999", "AA 999999999",
            "AA 9999999999", "AA 999 999 99", "AA 99 999 999",
        ),
        form=r"RO[1-9]\d{4,9}",
        valid=cui.is_valid,
        words=_WORDS,
    ),
)  # fmt: skip
