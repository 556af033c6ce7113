"""GSTIN: code of the state, PAN, number of the registration, Z and a check character modulo 36.

Source: https://www.gst.gov.in (rule 10 of the CGST Rules, 2017); 27AAPFU0939F1ZV is stdnum's sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "27AAPFU0939F1ZV, GSTIN: 27AAPFU0939F1ZO")
['27AAPFU0939F1ZV', '27AAPFU0939F1ZO']
>>> values(IDENTIFIERS, "99AAPFU0939F1ZV, GSTIN 99AAPFU0939F1ZV, GSTIN 27AAPFU0939F1AV")
[]
"""

from stdnum.in_ import gstin

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Indian GSTIN",
        shapes=("99AAAAA9999A9A9", "99AAAAA9999A9AA", "99AAAAA9999AAA9", "99AAAAA9999AAAA"),
        form=r"(?:0[1-9]|[12]\d|3[0-8])[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[\dA-Z]",
        valid=gstin.is_valid,
        words=("gstin", "gst", "gst no", "gst number", "gst registration", "goods and services tax"),
        alone=0.9,
        named=0.97,
    ),
    # Nothing else is written like this, mistyped or not.
    Identifier(
        type="COMPANY_ID",
        name="Indian GSTIN by its form",
        shapes=("99AAAAA9999A9A9", "99AAAAA9999A9AA"),
        form=r"(?:0[1-9]|[12]\d|3[0-8])[A-Z]{5}\d{4}[A-Z][1-9]Z[\dA-Z]",
        alone=0.55,
    ),
)
