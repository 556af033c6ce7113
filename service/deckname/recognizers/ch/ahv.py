"""AHV number of Switzerland: 756, nine digits, an EAN-13 check digit (https://www.zas.admin.ch, sample
756.9217.0769.85).

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "756.9217.0769.85, AHV 7569217076985")
['756.9217.0769.85', '7569217076985']
>>> values(RECOGNIZERS, "756.9217.0769.84")
[]
"""

from deckname.checksums import bare, ean_13
from deckname.pattern import Pattern

RECOGNIZERS = (
    Pattern(
        type="NATIONAL_ID",
        regex=r"(?<![\p{L}\d.])756(?P<gap>[. ]?)\d{4}(?P=gap)\d{4}(?P=gap)\d\d(?![\p{L}\d]|\.\d)",
        score=0.8,
        valid=lambda value: ean_13(bare(value)),
        context=("ahv*", "avs", "ahvn*", "sozialversicherung*", "oasi", "nss"),
        context_score=0.98,
        failed_score=0.7,
    ),
)
