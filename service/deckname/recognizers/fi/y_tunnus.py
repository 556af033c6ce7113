"""Y-tunnus: seven digits, a dash and a check digit modulo 11; the VAT number is FI and the eight digits.

Source: https://www.ytj.fi/en/index/businessid.html; 2077474-0 is stdnum's sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Y-tunnus 2077474-0, FO-nummer: 20774740, y-tunnus: 2077474-1, ALV-nro FI20774740")
['2077474-0', '20774740', '2077474-1', 'FI20774740']
>>> values(IDENTIFIERS, "tuote 2077474-0, FI20774741")
[]
"""

from stdnum.fi import alv, ytunnus

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Finnish Y-tunnus",
        shapes=("9999999-9", "99999999"),
        valid=ytunnus.is_valid,
        words=(
            "y tunnu*", "ytunnu*", "yritystunnu*", "ly tunnu*", "fo nummer", "företags och organisationsnummer",
            "business id", "finnish business id", "finnish company number",
        ),
    ),
    Identifier(
        type="COMPANY_ID",
        name="Finnish VAT number",
        shapes=("AA99999999", "AA 99999999", "AA9999999-9"),
        form=r"FI\d{8}",
        valid=alv.is_valid,
        words=("alv", "alv nro", "alv numero", "alv tunniste", "moms nr", "vat", "vat no", "vat number", "ust id*"),
        alone=0.55,
    ),
)  # fmt: skip
