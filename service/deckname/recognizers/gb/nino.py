"""National insurance numbers of the United Kingdom: two letters, six digits, a letter from A to D.

Prefixes that are not used: https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "NI number QQ123456C is a specimen, AA 12 34 56 A is none")
['QQ123456C', 'AA 12 34 56 A']
>>> values(RECOGNIZERS, "BG123612A, AB123456E, DA123456A")
[]
"""

from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted, Labelled

_UNUSED = ("BG", "GB", "NK", "KN", "TN", "NT", "ZZ")

RECOGNIZERS = (
    Hinted(
        near=r"[A-Za-z]{2}[ \-]?\d\d",
        before=62,
        after=50,
        pattern=Pattern(
            type="NATIONAL_ID",
            regex=r"(?<![\p{L}\d])(?!BG|GB|NK|KN|TN|NT"
            r"|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?P<gap>[ \-]?)\d\d(?P<inner>[ \-]?)\d\d(?P=inner)\d\d"
            r"(?P=gap)[ \-]?[A-D]"
            r"(?![\p{L}\d])",
            score=0.55,
            context=("nino", "national insurance", "ni", "insurance", "ni number", "ni no"),
            context_score=0.95,
        ),
    ),
    Labelled(
        type="NATIONAL_ID",
        hints=("nino", "national ins", "ni n"),
        label=r"nino|national insurance|ni(?= n(?:o|umber))",
        value=r"[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]?",
        score=0.9,
        valid=lambda value: value[:2].upper() not in _UNUSED,
        failed_score=0.6,
    ),
)
