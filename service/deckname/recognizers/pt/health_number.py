"""Portuguese número de utente of the health service (SNS): nine digits without a check (https://www.sns24.gov.pt).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "N.º de utente: 123456789, utente SNS 123 456 789; fatura 123456789")
['123456789', '123 456 789']
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="HEALTH_ID",
        name="Portuguese número de utente",
        shapes=("999999999", "999 999 999"),
        form=r"[1-9]\d{8}",
        words=(
            "utente", "número de utente", "numero de utente", "n utente", "nº utente", "n de utente",
            "cartão de utente", "utente do sns", "utente sns", "número sns", "n sns", "sns", "sns number",
            "health user number", "user number sns",
        ),
        named=0.92,
    ),
)  # fmt: skip
