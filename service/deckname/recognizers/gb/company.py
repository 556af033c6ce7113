"""Numbers of companies in the United Kingdom: of the register (eight characters) and for VAT (nine digits, three more
of a branch).

https://www.gov.uk/guidance/companies-house-registration-numbers and
https://www.gov.uk/guidance/vat-eu-country-codes-vat-numbers; modulus 97 for VAT after HMRC.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "VAT reg GB980780684, VAT no 980 7806 84; company number 07496944, Company No. SC123456")
['GB980780684', '980 7806 84', '07496944', 'SC123456']
>>> values(IDENTIFIERS, "VAT number 242338087388, VAT no. 242 3380 87 388")
['242338087388', '242 3380 87 388']
>>> values(IDENTIFIERS, "VAT no. GBGD001, VAT: GB HA599, GB980780684 001; code GBHA599, VAT GBHA100")
['GBGD001', 'GB HA599', 'GB980780684 001']
>>> values(IDENTIFIERS, "GB980780685, SC123456, 980780684")
[]
"""

from stdnum.gb import vat

from deckname.identifier import Identifier

_VAT = (
    "vat", "vat number", "vat no", "vat reg", "vat registration", "vat registration number", "vat id", "vat reg no",
    "ust id", "ust id nr", "umsatzsteuer*", "tva", "iva", "btw", "btw nummer",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="British VAT number",
        shapes=("AA999999999", "AA 999 9999 99", "AA999 9999 99", "AA 999999999", "AA 999 999 999", "AA999999999999",
                "AA 999 9999 99 999", "AA999999999 999"),
        form=r"(?:GB|XI)\d{9}(?:\d{3})?",
        valid=vat.is_valid,
        words=_VAT,
        alone=0.85,
    ),
    Identifier(
        type="COMPANY_ID",
        name="VAT number of a British department or health authority",
        shapes=("AAAA999", "AA AA999"),
        form=r"GB(?:GD[0-4]|HA[5-9])\d\d",
        words=_VAT,
        named=0.9,
    ),
    Identifier(
        type="COMPANY_ID",
        name="British VAT number without its country",
        shapes=("999999999", "999 9999 99", "999 999 999", "999999999999", "999 9999 99 999"),
        valid=vat.is_valid,
        words=_VAT,
        named=0.9,
        failed=0.5,
    ),
    Identifier(
        type="COMPANY_ID",
        name="British company number",
        shapes=("99999999", "AA999999", "9999999"),
        form=r"\d{7,8}|(?:SC|NI|OC|SO|NC|LP|SL|NL|FC|SF|NF|GE|IP|SP|RC|CE|CS|RS|BR|AC|ZC|IC|SI|NP|NR|NO|R0)\d{6}",
        words=(
            "company number", "company no", "company reg no", "company registration", "company registration number",
            "companies house", "companies house number", "crn", "registered number", "registered no",
            "registered in england", "registered in england and wales", "registered in scotland", "co reg no",
            "handelsregisternummer",
        ),
        named=0.9,
    ),
)  # fmt: skip
