"""Emirates ID: 784 (the country in ISO 3166), a year, seven digits and a Luhn digit.

Source: https://icp.gov.ae (رقم الهوية); the check digit is that of ISO/IEC 7812. 784-1984-1234567-4 is invented.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "784-1984-1234567-4, 784198412345674, Emirates ID: 784-1984-1234567-1, 784-1984-1234567-1")
['784-1984-1234567-4', '784198412345674', '784-1984-1234567-1', '784-1984-1234567-1']
>>> values(IDENTIFIERS, "784198412345671, 783-1984-1234567-4")
[]
"""

from deckname.checksums import luhn
from deckname.identifier import Identifier

_WORDS = (
    "emirates id", "emirates id no", "emirates id number", "eid", "eid no", "uae id", "uae identity card",
    "emirates identity card", "رقم الهوية", "الهوية", "بطاقة الهوية", "هوية", "id number", "idn", "uid no",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Emirates ID",
        shapes=("999999999999999", "999 9999 9999999 9"),
        form=r"784(?:19|20)\d{10}",
        valid=luhn,
        words=_WORDS,
        alone=0.85,
        named=0.97,
    ),
    # Country and groups say enough, and many samples have no check digit.
    Identifier(
        type="NATIONAL_ID",
        name="Emirates ID",
        shapes=("999-9999-9999999-9",),
        form=r"784(?:19|20)\d{10}",
        words=_WORDS,
        alone=0.85,
        named=0.97,
    ),
)
