"""Henkilötunnus: birth date, a sign for the century, three digits and a check character modulo 31.

The sign is ``-`` or one of Y, X, W, V and U for those born before 2000, A to F after (Valtioneuvoston asetus 690/2022),
and ``+`` before 1900. Source: https://dvv.fi/en/personal-identity-code; 131052-308T is its sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "131052-308T, 131052X308T, 010106A971A; henkilötunnus 131052-308U, hetu: 131052-308t")
['131052-308T', '131052X308T', '010106A971A', '131052-308U', '131052-308t']
>>> values(IDENTIFIERS, "131052-308U, 131352-308T, 131052Z308T")
[]
>>> values(RECOGNIZERS, "Henkilötunnus: 131052+308T"), values(RECOGNIZERS, "131052+308T", context=("Henkilötunnus",))
(['131052+308T'], ['131052+308T'])
"""

from stdnum.fi import hetu

from deckname.identifier import Identifier
from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted


def is_hetu(value: str) -> bool:
    """Whether a code checks, written with its sign or without its dash; a temporary one (900 to 999) does, too.

    >>> is_hetu("131052308T"), is_hetu("131052X308T"), is_hetu("131052-308U")
    (True, True, False)
    """
    signed = value if len(value) == 11 else f"{value[:6]}-{value[6:]}"
    return bool(hetu.is_valid(signed, allow_temporary=True))


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Finnish henkilötunnus",
        shapes=("999999-999A", "999999-9999", "999999A999A", "999999A9999"),
        form=r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d[A-FU-Y]?\d{3}[\dA-FHJ-NPR-Y]",
        valid=is_hetu,
        words=(
            "henkilötunnu*", "henkilotunnu*", "hetu", "hetun", "hetua", "sotu", "sosiaaliturvatunnu*",
            "personbeteckning*", "personal identity code", "personal id code", "finnish national id",
            "finnish social security number", "personenkennzeichen", "personenkennziffer",
            "code d identité personnel",
        ),
        alone=0.85,
        named=0.98,
    ),
)  # fmt: skip

RECOGNIZERS = (
    Hinted(
        hints=("henkilötunnu", "hetu"),
        before=30,
        after=70,
        pattern=Pattern(
            type="NATIONAL_ID",
            regex=r"(?<![\p{L}\d])\d{6}\+\d{3}[\dA-Y](?![\p{L}\d])",
            score=0.0,
            valid=is_hetu,
            context=("henkilötunnu*", "hetu"),
            context_score=0.95,
            failed_score=0.6,
        ),
    ),
)
