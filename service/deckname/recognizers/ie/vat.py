"""Irish VAT numbers: IE, then a PPS-like number of the trader, or a digit, a letter, five digits and a check letter.

https://www.revenue.ie/en/vat/vat-registration; the check letter is that of the PPS number.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "IE6433435F, VAT: IE6433435OA, IE8D79739I; item IE6433435E, VAT No. 6433435FW")
['IE6433435F', 'IE6433435OA', 'IE8D79739I', '6433435FW']
"""

from stdnum.ie import vat

from deckname.identifier import Identifier

_WORDS = (
    "vat", "vat number", "vat no", "vat reg no", "vat registration number", "vat id", "vat reg", "ust id", "ust id nr",
    "tva", "iva", "uimhir cbl", "cbl", "btw",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Irish VAT number",
        shapes=("AA9999999A", "AA9999999AA", "AA 9999999A", "AA 9999999AA", "AA9A99999A", "AA 9A99999A"),
        form=r"IE(?:\d{7}[A-W][A-IW]?|\d[A-Z]\d{5}[A-W])",
        valid=vat.is_valid,
        words=_WORDS,
        alone=0.85,
    ),
    Identifier(
        type="COMPANY_ID",
        name="Irish VAT number without its country",
        shapes=("9999999A", "9999999AA", "9A99999A"),
        form=r"\d{7}[A-W][A-IW]?|\d[A-Z]\d{5}[A-W]",
        valid=vat.is_valid,
        words=_WORDS,
        named=0.9,
        failed=0.5,
    ),
)
