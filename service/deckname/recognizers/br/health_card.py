"""CNS: the number of the health card (Cartão SUS) of Brazil.

Fifteen digits that begin with 1, 2, 7, 8 or 9; with the weights 15 to 1 their sum divides by 11 (Ministério da Saúde;
https://rni-docs.anvisa.gov.br, "Validação CNS", whose sample is 898 0000 0004 3208).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Cartão SUS 898 0000 0004 3208, CNS: 898000000043208")
['898 0000 0004 3208', '898000000043208']
>>> values(IDENTIFIERS, "898 0000 0004 3208, CNS 398000000043208")
[]
"""

from deckname.checksums import weighted
from deckname.identifier import Identifier


def is_cns(number: str) -> bool:
    """Whether the weighted sum divides by 11.

    >>> is_cns("898000000043208"), is_cns("898000000043209")
    (True, False)
    """
    return weighted(number, range(15, 0, -1)) % 11 == 0


IDENTIFIERS = (
    Identifier(
        type="HEALTH_ID",
        name="Brazilian CNS",
        shapes=("9" * 15, "999 9999 9999 9999", "999.9999.9999.9999"),
        form=r"[12789]\d{14}",
        words=(
            "cns", "c n s", "cartão nacional de saúde", "cartao nacional de saude", "cartão sus", "cartao sus",
            "cartão do sus", "cartao do sus", "número do sus", "numero do sus", "número sus", "carteira sus",
            "número do cns", "cartão de saúde", "cns sus", "brazilian health card",
        ),
        valid=is_cns,
    ),
)  # fmt: skip
