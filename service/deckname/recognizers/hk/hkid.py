"""HKID: one or two letters, six digits and a check character modulo 11, mostly in parentheses.

Source: https://www.immd.gov.hk; A123456(3) is the usual sample.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "HKID A123456(3), 身份證: AB987654(3); Z683365(A), HKID: A123456 (4)")
['A123456(3)', 'AB987654(3)', 'Z683365(A)', 'A123456 (4)']
>>> values(RECOGNIZERS, "identity card A123456[3]"), values(RECOGNIZERS, "section A123456[3]")
(['A123456[3]'], [])
>>> values(RECOGNIZERS, "A123456(4), section A123456(b), XA123456(3)(1)")
[]
>>> values(IDENTIFIERS, "HKID no. A1234563, hk id: A123456-3, part A1234563")
['A1234563', 'A123456-3']
"""

from deckname.checksums import bare
from deckname.identifier import Identifier
from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted


def is_hkid(value: str) -> bool:
    """Whether the last character checks the letters and digits, where a missing letter counts as 36.

    >>> is_hkid("A123456(3)"), is_hkid("AB9876543"), is_hkid("A123456(4)")
    (True, True, False)
    """
    number = bare(value)
    places = [36] * (9 - len(number)) + [int(place, 36) for place in number]
    return sum(place * weight for place, weight in zip(places, range(9, 0, -1), strict=True)) % 11 == 0


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Hong Kong identity card",
        shapes=("A9999999", "AA9999999", "A999999A", "AA999999A", "A999999-9", "A999999-A", "A999999 9"),
        form=r"[A-Z]{1,2}\d{6}[\dA]",
        valid=is_hkid,
        words=(
            "hkid*", "hk id", "hk id card", "hong kong id", "hong kong id card", "hong kong identity card",
            "hkic", "*身份證*", "*身分證*", "*身份证*", "identity card", "id card", "id card no", "identity document",
        ),
    ),
)  # fmt: skip

RECOGNIZERS = tuple(
    Hinted(
        hints=tuple(f"{before}{check}{after}" for check in "0123456789a"),
        before=75,
        after=30,
        pattern=Pattern(
            type="NATIONAL_ID",
            regex=rf"(?<![\p{{Latin}}\d])[A-Z]{{1,2}}\d{{6}} ?\{before}[\dA]\{after}(?!\{before})",
            score=alone,
            valid=is_hkid,
            context=("hkid*", "hk id*", "hong kong id*", "*身份證*", "*身分證*", "identity card", "id card"),
            context_score=0.95,
            failed_score=0.6,
        ),
    )
    for before, after, alone in (("(", ")", 0.55), ("[", "]", 0.0))
)
