"""NPI: the number of a health care provider in the United States, ten digits that begin with 1 or 2.

The check digit is Luhn's over 80840 and the number (45 CFR 162.406; CMS, "Requirements for National Provider
Identifier (NPI) and NPI Check Digit"); 1234567893 is its sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Dr. Ada Example, NPI 1234567893; provider NPI: 1234567890")
['1234567893', '1234567890']
>>> values(IDENTIFIERS, "call 1234567893 at 1700000000, NPI 3234567893")
[]
"""

from deckname.checksums import luhn
from deckname.identifier import Identifier


def is_npi(number: str) -> bool:
    """Whether the number checks behind the prefix of American health cards.

    >>> is_npi("1234567893"), is_npi("1234567890")
    (True, False)
    """
    return luhn(f"80840{number}")


IDENTIFIERS = (
    Identifier(
        type="MEDICAL_LICENSE",
        name="US NPI",
        shapes=("9999999999", "9999-999-999", "999-999-9999", "999 999 9999"),
        form=r"[12]\d{9}",
        words=(
            "npi", "n p i", "npis", "npi number", "npi no", "npi num", "npi id", "npinumber", "national provider",
            "national provider identifier", "national provider id", "national provider number",
            "national provider identification number", "provider identifier", "provider npi", "prescriber npi",
            "physician npi", "rendering npi", "billing npi",
        ),
        valid=is_npi,
    ),
)  # fmt: skip
