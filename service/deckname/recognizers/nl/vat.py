"""Dutch btw-identificatienummer: NL, nine digits, B and two digits, and KvK numbers of the register: eight digits.

https://www.belastingdienst.nl: of a company it passes the eleven test, of a person on his own account, since 2020, MOD
97-10 (ISO 7064). https://www.kvk.nl for the register.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "BTW NL004495445B01; btw-nr. 004495445B02; KvK-nummer 12345678; deel NL004495446B01, 12345678")
['NL004495445B01', '004495445B02', '12345678']
"""

from stdnum.nl import btw

from deckname.identifier import Identifier

_WORDS = (
    "btw", "btw nummer", "btw nr", "btwnummer", "btwnr", "btw id", "btw identificatienummer", "btw identificatie",
    "omzetbelastingnummer", "ob nummer", "vat", "vat number", "vat no", "vat id", "dutch vat number", "ust id",
    "ust id nr", "tva", "numéro de tva", "iva", "partita iva", "nif iva",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Dutch VAT number",
        shapes=(
            "AA999999999A99", "AA 999999999A99", "AA 999999999 A99", "AA 9999.99.999.A.99", "AA9999.99.999.A99",
            "AA 9999.99.999.A99", "AA9999.99.999.A.99", "AA.9999.99.999.A.99", "AA-999999999-A99", "AA 9999 99 999 A99",
        ),
        form=r"NL\d{9}B\d\d",
        valid=btw.is_valid,
        words=_WORDS,
        alone=0.85,
    ),
    Identifier(
        type="COMPANY_ID",
        name="Dutch VAT number without its country",
        shapes=("999999999A99", "9999.99.999.A.99", "9999.99.999.A99", "999999999 A99"),
        form=r"\d{9}B\d\d",
        valid=btw.is_valid,
        words=_WORDS,
    ),
    Identifier(
        type="COMPANY_ID",
        name="Dutch KvK number",
        shapes=("99999999", "9999 9999", "99 99 99 99", "99.99.99.99"),
        words=(
            "kvk", "kv k", "kv k nummer", "kv knummer", "kvk nummer", "kvk nr", "kvknummer", "kvk number", "k v k",
            "kamer van koophandel", "handelsregister", "handelsregisternummer", "dossiernummer kvk",
            "chamber of commerce", "chamber of commerce number", "coc number",
        ),
        named=0.92,
    ),
)  # fmt: skip
