"""Steuerliche Identifikationsnummer: eleven digits, § 139b AO.

One or two of the first ten digits come up more than once; the last is a check digit (ISO 7064 MOD 11,10), after the
Bundeszentralamt für Steuern.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "Steuer-ID: 86 095 742 719, IdNr. 86095742719; Rechnung 86095742719")
['86 095 742 719', '86095742719']
"""

from __future__ import annotations

from collections import Counter

from deckname.checksums import bare, mod_11_10
from deckname.recognizers.labelled import Labelled


def is_tax_id(value: str) -> bool:
    """Whether eleven digits can be an Identifikationsnummer.

    >>> is_tax_id("86 095 742 719"), is_tax_id("86 095 742 718"), is_tax_id("01234567890")
    (True, False, False)
    """
    number = bare(value)
    most = max(Counter(number[:10]).values())
    return number[0] != "0" and most in (2, 3) and mod_11_10(number)


RECOGNIZERS = (
    Labelled(
        type="TAX_ID",
        hints=("steuer", "idnr", "id-nr", "tin", "tax id", "tax-id", "tax ident", "taxpayer"),
        label=r"steuer[ \-]?id(?:entifikations)?(?:nummer|nr\.?)?|steuerlichen? identifikations"
        r"|(?:st\.?-?)?id-?nr\.?|identifikationsnummer|(?:german )?tax[ \-_]id(?:entification)?"
        r"|tin|steuer",
        value=r"\d{2} ?\d{3} ?\d{3} ?\d{3}|\d{11}|\d{3} \d{4} \d{4}",
        score=0.97,
        valid=is_tax_id,
        failed_score=0.7,
    ),
)
