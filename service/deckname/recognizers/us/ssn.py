"""Social security numbers of the United States: area, group, serial.

Since the randomisation of 2011 (https://www.ssa.gov/employer/randomization.html) the area is not 000, 666 or 900 to
999, the group not 00, the serial not 0000. Numbers from advertisements (078-05-1120, 123-45-6789) are found like any
other.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "078-05-1120, SSN 123456789, social security: 123 45 6789")
['078-05-1120', '123456789', '123 45 6789']
>>> values(RECOGNIZERS, "666-12-3456 987-65-4321 123456789 123-45-67890 0-123-45-6789")
[]
"""

from __future__ import annotations

from deckname.checksums import bare
from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted, Labelled

_CONTEXT = (
    "ssn*",
    "social",
    "soc sec",
    "ss#",
    "ss",
    "social security",
    "sozialversicherungsnummer",
    "socialsecurity*",
    "ssns",
)
_EDGES = r"(?<![\p{L}\d_])(?<!\d[.\-/])", r"(?![\p{L}\d]|[.\-/]\d)"


def is_ssn(value: str) -> bool:
    """Whether the Social Security Administration can have issued a number.

    >>> is_ssn("123-45-6789"), is_ssn("666-45-6789"), is_ssn("123-00-6789"), is_ssn("900-45-6789")
    (True, False, False, False)
    """
    number = bare(value)
    return number[:3] not in ("000", "666") and number[0] != "9" and number[3:5] != "00" and number[5:] != "0000"


RECOGNIZERS = (
    Hinted(
        near=r"\d\d-\d\d-\d",
        before=66,
        after=40,
        pattern=Pattern(
            type="US_SSN",
            regex=rf"{_EDGES[0]}\d{{3}}-\d\d-\d{{4}}{_EDGES[1]}",
            score=0.6,
            valid=is_ssn,
            context=_CONTEXT,
            context_score=0.97,
            failed_score=0.6,
        ),
    ),
    Hinted(
        near=r"\d([ .])\d\d\1\d",
        before=66,
        after=40,
        pattern=Pattern(
            type="US_SSN",
            regex=rf"{_EDGES[0]}\d{{3}}(?P<gap>[ .])\d\d(?P=gap)\d{{4}}{_EDGES[1]}",
            score=0.4,
            valid=is_ssn,
            context=_CONTEXT,
            context_score=0.97,
            failed_score=0.6,
        ),
    ),
    # Any longer window would take the phone number next door.
    Labelled(
        type="US_SSN",
        hints=("ssn", "social", "soc", "ss#", "ss ", "sozialvers"),
        label=(
            r"ssns?|social[ _\-]?security|soc\.? ?sec\.?|social|ss(?= ?#| no| num)"
            r"|sozialversicherungsnummer \(us\)|(?:us|amerikanische)[ \-]sozialversicherungsnummer"
        ),
        value=r"\d{9}|\d{3}[ .\-]\d\d[ .\-]\d{4}|\d{3}-\d{6}|\d{5}-\d{4}",
        score=0.97,
        valid=is_ssn,
        failed_score=0.6,
    ),
)
