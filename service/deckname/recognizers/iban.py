"""International bank account numbers: ISO 13616.

Country, two check digits (ISO 7064 MOD 97-10 over the rearranged number), and the country's own length and places for
letters, after the IBAN registry of SWIFT (https://www.swift.com/standards/data-standards/iban-international-bank-account-number,
as python-stdnum has it). Countries that use such numbers without being in the registry: Iran, Morocco and others after
https://en.wikipedia.org/wiki/International_Bank_Account_Number.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "IBAN DE89 3704 0044 0532 0130 00 12 EUR, gb82west12345698765432; NL91ABNA0417164300.")
['DE89 3704 0044 0532 0130 00', 'gb82west12345698765432', 'NL91ABNA0417164300']
>>> values(IDENTIFIERS, "DE89370400440532013001, IBAN: DE88 3704 0044 0532 0130 00 bei der Bank")
['DE88 3704 0044 0532 0130 00']
>>> values(IDENTIFIERS, "MA64011519000001205000534921, IE95TE8270900834048660")
['MA64011519000001205000534921']
"""

from __future__ import annotations

import re

from stdnum import iban

from deckname.checksums import mod_97_10
from deckname.identifier import Identifier

_UNREGISTERED = re.compile(
    r"(?:(?:DZ|IR)\d{24}|(?:AO|CV|MZ)\d{23}|(?:CF|CG|CM|GA|GQ|KM|MG|TD)\d{25}|MA\d{26}"
    r"|GW\d\d[A-Z\d]{2}\d{19}|(?:BF|BJ|CI|ML|NE|SN|TG)\d\d[A-Z\d]{2}\d{22})"
)


def is_iban(number: str) -> bool:
    """Whether a bare number has its country's form and passes MOD 97-10.

    >>> is_iban("DE89370400440532013000"), is_iban("DE89370400440532013001"), is_iban("DE8937040044053201300")
    (True, False, False)
    """
    if not mod_97_10(number[4:] + number[:4]):
        return False
    return bool(iban.is_valid(number, check_country=False) or _UNREGISTERED.fullmatch(number))


def _shapes(length: int) -> tuple[str, ...]:
    """Return a number of that length together, in groups of four, and with the check digits apart from the country."""
    together = "X" * length
    fours = [together[at : at + 4] for at in range(0, length, 4)]
    return (together, " ".join(fours), "-".join(fours), " ".join(["XX", "XX", *fours[1:]]))


IDENTIFIERS = (
    Identifier(
        type="IBAN_CODE",
        name="IBAN",
        shapes=tuple(shape for length in range(15, 35) for shape in _shapes(length)),
        form=r"[A-Z]{2}\d\d[A-Z\d]{11,30}",
        valid=is_iban,
        words=("iban*", "konto*", "bankkonto*", "account", "account number", "compte", "cuenta", "conto", "rekening*"),
        alone=0.98,
        named=0.98,
        failed=0.7,
    ),
)
