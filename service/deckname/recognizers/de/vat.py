"""German Umsatzsteuer-Identifikationsnummer: DE and nine digits (§ 27a UStG); Wirtschafts-ID: the same with -00001.

The check digit is ISO 7064 MOD 11,10 (https://www.bzst.de); DE136695976 is the usual sample. § 139c AO for the
Wirtschafts-Identifikationsnummer.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "USt-IdNr. DE136695976, DE 136 695 976; W-IdNr. DE136695976-00001; USt-ID: 136695976")
['DE136695976', 'DE 136 695 976', 'DE136695976-00001', '136695976']
>>> values(IDENTIFIERS, "DE136695978, 136695976")
[]
"""

from deckname.checksums import mod_11_10
from deckname.identifier import Identifier

_WORDS = (
    "ust id", "ust id nr", "ust idnr", "ust idnummer", "ustid", "ustidnr", "ust identifikationsnummer", "ust ident nr",
    "umsatzsteuer id", "umsatzsteuer id nr", "umsatzsteuer idnr", "umsatzsteueridentifikation*",
    "umsatzsteuer identifikationsnummer", "umsatzsteuerident nr", "umsatzsteuernummer", "mwst nr", "mwst nummer",
    "mehrwertsteuernummer", "w id nr", "w idnr", "wirtschafts id", "wirtschafts id nr", "wirtschafts idnr",
    "wirtschaftsidentifikationsnummer", "wirtschafts identifikationsnummer", "vat", "vat number", "vat no", "vat id",
    "vat id no", "vat reg no", "vat registration number", "tva", "numéro de tva", "iva", "partita iva", "nif iva",
    "btw nummer", "btw nr", "btw",
)  # fmt: skip


def is_vat_number(number: str) -> bool:
    """Whether the nine digits check.

    >>> is_vat_number("DE136695976"), is_vat_number("DE136695976-00001".replace("-", "")), is_vat_number("136695978")
    (True, True, False)
    """
    return mod_11_10(number.removeprefix("DE")[:9])


IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="German VAT number",
        shapes=("AA999999999", "AA 999999999", "AA 999 999 999", "AA999 999 999", "AA-999999999", "AA999999999-99999"),
        form=r"DE[1-9]\d{8}(?:\d{5})?",
        valid=is_vat_number,
        words=_WORDS,
        alone=0.8,
    ),
    Identifier(
        type="COMPANY_ID",
        name="German VAT number without its country",
        shapes=("999999999", "999 999 999"),
        form=r"[1-9]\d{8}",
        valid=is_vat_number,
        words=_WORDS,
        named=0.85,
        failed=0.0,
    ),
)
