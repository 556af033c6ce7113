"""MBI: the number of those whom Medicare insures.

Eleven characters, of which the second, fifth, eighth and ninth are letters without B, I, L, O, S and Z, the third and
sixth letters or digits, the others digits, the first no 0 (CMS, "Understanding the Medicare Beneficiary Identifier
(MBI) Format", https://www.cms.gov/medicare/new-medicare-card/understanding-the-mbi-with-format.pdf); 1EG4-TE5-MK73 is
its sample. There is no check digit. Before 2020 it was a social security number and a letter (HICN).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "1EG4-TE5-MK73 and 4EG4TE5MK73; Medicare number 1SG4TE5MK73, HICN 123-45-6789A")
['1EG4-TE5-MK73', '4EG4TE5MK73', '1SG4TE5MK73', '123-45-6789A']
>>> values(IDENTIFIERS, "1SG4TE5MK73, 0EG4TE5MK73, 1EG4TE5MK7A")
[]
"""

import re

from deckname.identifier import Identifier

_LETTER = "[AC-HJKMNP-RT-Y]"
_EITHER = "[0-9AC-HJKMNP-RT-Y]"
_MBI = re.compile(rf"[1-9]{_LETTER}{_EITHER}\d{_LETTER}{_EITHER}\d{_LETTER}{{2}}\d\d")


def is_mbi(value: str) -> bool:
    """Whether every character may stand in its place.

    >>> is_mbi("1EG4TE5MK73"), is_mbi("1SG4TE5MK73")
    (True, False)
    """
    return _MBI.fullmatch(value) is not None


_WORDS = (
    "medicare", "medicare number", "medicare no", "medicare num", "medicare id", "medicare id number",
    "medicare beneficiary", "medicare beneficiary identifier", "medicare beneficiary number", "medicare card",
    "medicare beneficiary id", "medicare card number", "medicare claim number", "beneficiary identifier",
    "número de medicare", "numero de medicare",
)  # fmt: skip
IDENTIFIERS = (
    Identifier(
        type="HEALTH_ID",
        name="US Medicare MBI",
        shapes=("XXXXXXXXXXX", "XXXX-XXX-XXXX", "XXXX XXX XXXX"),
        form=r"\d[A-Z][0-9A-Z]\d[A-Z][0-9A-Z]\d[A-Z]{2}\d{2}",
        words=("mbi", "m b i", "mbi number", "mbi no", *_WORDS),
        valid=is_mbi,
        alone=0.75,
    ),
    Identifier(
        type="HEALTH_ID",
        name="US Medicare HICN",
        shapes=("999-99-9999A", "999-99-9999-A", "999999999A", "999-99-9999A9", "999999999A9"),
        form=r"\d{9}[ABCDEFHJKMTW]\d?",
        words=("hicn", "hic", "health insurance claim number", "medicare claim", *_WORDS),
    ),
)
