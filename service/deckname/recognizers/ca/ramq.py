"""RAMQ number (NAM) of Quebec: who is insured there.

Four letters of the name, the date of birth with 50 added to the month of a woman, a serial digit and a check digit, for
which the century counts, too (https://www.ramq.gouv.qc.ca/en/citizens/health-insurance).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "LASF80021411, RAMQ: LASF 8002 1411, NAM LASF80021412")
['LASF80021411', 'LASF 8002 1411', 'LASF80021412']
>>> values(IDENTIFIERS, "LASF80021412, LASF 8002 1411, NAM LASF80131411")
[]
"""

from __future__ import annotations

from dataclasses import replace

from deckname.checksums import weighted
from deckname.identifier import Identifier

_WEIGHTS = (7, 1, 1, 3, 9, 7, 3, 9, 5, 3, 1, 3, 5, 7, 6, 9, 1)


def is_ramq(number: str) -> bool:
    """Whether the check digit is right for somebody born in the last century or in this one.

    Letters count as in EBCDIC, where a code is free between R and S. Implementations differ on the month of women, as
    written or as that of a man with 4 added to the sum; either will do. Test numbers of
    https://github.com/petalmd/health_card.

    >>> is_ramq("LASF80021411"), is_ramq("LASF80021412"), is_ramq("AAAA01510117")
    (True, False, True)
    """
    letters = "".join(f"{ord(letter) - 64 + (letter > 'R'):02}" for letter in number[:4])
    sums = [weighted(f"{letters}{century}{number[4:11]}", _WEIGHTS) for century in ("19", "20")]
    if number[6] in "56":
        sums += [total - 5 * 5 + 4 for total in sums]
    return int(number[11]) in (total % 10 for total in sums)


_RAMQ = Identifier(
    type="HEALTH_ID",
    name="Quebec health insurance number",
    shapes=("AAAA99999999", "AAAA-9999-9999"),
    form=r"[A-Z]{4}\d\d(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\d|3[01])[1-9]\d",
    words=("health insurance", "health insurance number", "health insurance no", "health insurance card",
           "health card", "health card number", "carte d assurance maladie", "carte ramq", "ramq card",
           "ramq", "nam", "n a m", "numéro d assurance maladie", "assurance maladie", "carte soleil",
           "numero d assurance maladie", "no d assurance maladie", "medicare", "quebec health card", "ramq number",
           "quebec health insurance number", "régie de l assurance maladie"),
    valid=is_ramq,
    alone=0.5,
)  # fmt: skip

IDENTIFIERS = (
    _RAMQ,
    # Four letters and a credit card number begin like this.
    replace(_RAMQ, shapes=("AAAA 9999 9999", "AAAA 99999999"), alone=0.0),
)
