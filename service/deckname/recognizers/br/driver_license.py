"""CNH: the registration number of Brazilian drivers, nine digits and two check digits (Resolução Contran 886/2021).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "CNH 62472927637, carteira de motorista: 62472927638")
['62472927637', '62472927638']
>>> values(IDENTIFIERS, "62472927637")
[]
"""

from deckname.checksums import weighted
from deckname.identifier import Identifier


def is_cnh(number: str) -> bool:
    """Whether both check digits are right: sums with rising and falling weights, modulus 11.

    >>> is_cnh("62472927637"), is_cnh("62472927638")
    (True, False)
    """
    first = weighted(number[:9], range(9, 0, -1)) % 11
    second = weighted(number[:9], range(1, 10)) % 11 - 2 * (first == 10)
    second += 11 * (second < 0)
    return number[9:] == f"{first % 10}{second if second < 10 else 0}"


IDENTIFIERS = (
    Identifier(
        type="DRIVER_LICENSE",
        name="Brazilian CNH",
        shapes=("99999999999", "999999999-99", "999 999 999 99"),
        words=(
            "cnh", "c n h", "cnh no", "número da cnh", "numero da cnh", "no da cnh", "carteira nacional de habilitação",
            "carteira nacional de habilitacao", "carteira de habilitação", "carteira de motorista", "habilitação",
            "registro cnh", "registro da cnh", "número de registro cnh", "renach", "carta de condução",
            "brazilian driver license", "driver license", "drivers license", "driver s license",
        ),
        valid=is_cnh,
    ),
)  # fmt: skip
