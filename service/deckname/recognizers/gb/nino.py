"""National insurance numbers of the United Kingdom: two letters, six digits, a letter from A to D.

Prefixes that are not used: https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "NI number QQ123456C is a specimen, AA 12 34 56 A is none")
['QQ123456C', 'AA 12 34 56 A']
>>> values(IDENTIFIERS, "BG123612A, AB123456E, DA123456A, AB123456")
[]
>>> values(IDENTIFIERS, "NINO: AB 12 34 56, national_insurance_number=AB123456C")
['AB 12 34 56', 'AB123456C']
"""

import re

from deckname.identifier import Identifier

_PREFIX = re.compile(r"[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]")
_UNUSED = r"(?!BG|GB|NK|KN|TN|NT|ZZ)"
_WORDS = (
    "nino", "ni no", "ni number", "ni nr", "ni num", "ni", "national insurance number", "national insurance no",
    "national insurance", "nat ins no", "nat insurance", "insurance number", "nationalversicherungsnummer",
    "britische sozialversicherungsnummer",
)  # fmt: skip


def is_allocated(number: str) -> bool:
    """Whether the letters before are of those that are given out; QQ of the specimens is not.

    >>> is_allocated("AB123456C"), is_allocated("QQ123456C")
    (True, False)
    """
    return _PREFIX.match(number) is not None


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="British NINO",
        shapes=(
            "AA999999A", "AA 99 99 99 A", "AA-99-99-99-A", "AA 999999 A", "AA-999999-A", "AA999999 A", "AA 999999A",
            "AA99 99 99 A", "AA 99 99 99A", "AA.99.99.99.A", "AA99 99 99A", "AA999999-A", "AA-999999A",
        ),
        form=_UNUSED + r"[A-Z]{2}\d{6}[A-D]",
        valid=is_allocated,
        words=_WORDS,
        alone=0.75,
        failed=0.7,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="British NINO without its suffix",
        shapes=("AA999999", "AA 99 99 99", "AA-99-99-99", "AA 999999"),
        form=_UNUSED + r"[A-Z]{2}\d{6}",
        valid=is_allocated,
        words=_WORDS,
        named=0.9,
    ),
)  # fmt: skip
