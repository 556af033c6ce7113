"""Social security numbers of the United States: area, group, serial.

Since the randomisation of 2011 (https://www.ssa.gov/employer/randomization.html) the area is not 000, 666 or 900 to
999, the group not 00, the serial not 0000. Numbers from advertisements (078-05-1120, 123-45-6789) are found like any
other.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "078-05-1120, SSN 123456789, social security: 123 45 6789; SSN: 666-12-3456")
['078-05-1120', '123456789', '123 45 6789', '666-12-3456']
>>> values(IDENTIFIERS, "666-12-3456 987-65-4321 123456789 123-45-67890 0-123-45-6789")
[]
"""

from __future__ import annotations

from dataclasses import replace

from deckname.checksums import bare
from deckname.identifier import Identifier


def is_ssn(value: str) -> bool:
    """Whether the Social Security Administration can have issued a number.

    >>> is_ssn("123-45-6789"), is_ssn("666-45-6789"), is_ssn("123-00-6789"), is_ssn("900-45-6789")
    (True, False, False, False)
    """
    number = bare(value)
    return number[:3] not in ("000", "666") and number[0] != "9" and number[3:5] != "00" and number[5:] != "0000"


_WORDS = (
    "ssn", "ssns", "s s n", "ss", "ss no", "ss number", "ss num", "ssnum", "ssnumber", "soc sec", "soc sec no",
    "socsec", "soc sec number", "soc sec num", "social security", "social security number", "social security numbers",
    "social security no", "social security num", "social security nr", "social security card", "socialsecurity*",
    "social security id", "my social", "his social", "her social", "your social", "their social", "social is",
    "social no", "social number", "last social", "full social", "taxpayer ssn",
    "*sozialversicherungsnummer", "sozialversicherungsnr",
    "seguro social", "número de seguro social", "numero de seguro social", "número de la seguridad social",
    "número de seguridad social", "numéro de sécurité sociale", "sécurité sociale américaine",
    "numero di previdenza sociale", "socialezekerheidsnummer", "sociale zekerheidsnummer",
)  # fmt: skip

_DASHED = Identifier(
    type="US_SSN",
    name="US social security number",
    shapes=("999-99-9999",),
    words=(*_WORDS, "social"),
    valid=is_ssn,
    alone=0.6,
    named=0.97,
)
_BARE = replace(_DASHED, shapes=("999999999", "999-999999", "99999-9999"), words=_WORDS, alone=0.0)
IDENTIFIERS = (
    _DASHED,
    replace(_DASHED, shapes=("999 99 9999", "999.99.9999"), alone=0.5),
    _BARE,
    # "My social: 123456789", but social media have long numbers too.
    replace(_BARE, shapes=("999999999",), words=("social",), named=0.6, failed=0.0),
)
