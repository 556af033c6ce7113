"""Austrian Firmenbuchnummer: FN, up to six digits and a check letter (§ 3 FBG); FN 122119m is the usual sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS[:1], "FN 122119m, Firmenbuch-Nr. FN122119 m; Bauteil 122119m")
['FN 122119m', 'FN122119 m']
>>> values(IDENTIFIERS[1:], "Firmenbuchnummer: 122119 m, Bauteil 122119m")
['122119 m']
"""

from deckname.identifier import Identifier

_NUMBERS = tuple("9" * length for length in range(4, 7))
_WORDS = (
    "fn", "fn nr", "firmenbuch", "firmenbuchnummer", "firmenbuchnr", "firmenbuch nr", "firmenbuchgericht",
    "landesgericht", "handelsgericht", "company register", "company register number", "commercial register",
    "companies register",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Austrian Firmenbuchnummer",
        shapes=tuple(f"AA{gap}{number}{rest}" for gap in (" ", "", "-") for number in _NUMBERS for rest in ("A", " A")),
        form=r"FN\d{4,6}[A-Z]",
        words=_WORDS,
        alone=0.75,
    ),
    Identifier(
        type="COMPANY_ID",
        name="Austrian Firmenbuchnummer without FN",
        shapes=tuple(f"{number}{rest}" for number in _NUMBERS for rest in ("A", " A")),
        words=_WORDS,
        named=0.9,
    ),
)
