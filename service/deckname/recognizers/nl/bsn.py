"""Burgerservicenummer of the Netherlands: nine digits that pass the eleven test (weights 9 to 2 and -1).

After https://www.rvig.nl/burgerservicenummer; 111222333 is its sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "BSN: 111222333, burgerservicenummer 1112.22.333; order 111222333")
['111222333', '1112.22.333']
>>> values(IDENTIFIERS, "sofinummer 111 222 333, BSN 111222334")
['111 222 333', '111222334']
"""

from deckname.checksums import weighted
from deckname.identifier import Identifier


def is_bsn(number: str) -> bool:
    """Whether nine digits pass the eleven test.

    >>> is_bsn("111222333"), is_bsn("111222334")
    (True, False)
    """
    return int(number) > 0 and weighted(number, (9, 8, 7, 6, 5, 4, 3, 2, -1)) % 11 == 0


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Dutch BSN",
        shapes=("999999999", "9999.99.999", "9999 99 999", "999.999.999", "999 999 999", "9999-99-999", "999-999-999"),
        valid=is_bsn,
        words=(
            "bsn", "bsn nummer", "bsnnummer", "bsn nr", "burgerservice*", "burgerservicenummer",
            "burger service nummer", "burgerservicenr", "sofi", "sofinummer", "sofi nummer", "persoonsnummer",
            "personal public service", "citizen service number", "citizen service", "dutch social security number",
            "social security number", "niederländische bürgernummer", "bürgerservicenummer", "bürgerservice nummer",
            "numéro de service citoyen", "número de servicio ciudadano",
        ),
        named=0.97,
    ),
)  # fmt: skip
