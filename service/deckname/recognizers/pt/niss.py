"""Portuguese social security number (NISS): eleven digits, of persons beginning with 1.

The last digit is 9 minus the sum, modulo 10, of the others times 29 23 19 17 13 11 7 5 3 2, as the Segurança Social has
it (https://www.seg-social.pt).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "NISS 12345678902, Segurança Social n.º 123 456 789 08; fatura 12345678902")
['12345678902', '123 456 789 08']
"""

from deckname.checksums import weighted
from deckname.identifier import Identifier


def is_niss(number: str) -> bool:
    """Whether the last digit checks.

    >>> is_niss("12345678902"), is_niss("12345678908")
    (True, False)
    """
    return 9 - weighted(number[:10], (29, 23, 19, 17, 13, 11, 7, 5, 3, 2)) % 10 == int(number[10])


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Portuguese NISS",
        shapes=(
            "99999999999", "999 999 999 99", "9 9999 9999 99", "99 999 999 999", "9 999 999 9999", "999.999.999.99",
        ),
        form=r"1\d{10}",
        valid=is_niss,
        words=(
            "niss", "n i s s", "número de identificação da segurança social",
            "numero de identificacao da seguranca social", "segurança social", "seguranca social",
            "número de segurança social", "número da segurança social", "seg social", "n segurança social",
            "social security number", "social security", "portuguese social security number",
            "sozialversicherungsnummer", "numéro de sécurité sociale", "número de la seguridad social",
        ),
    ),
)  # fmt: skip
