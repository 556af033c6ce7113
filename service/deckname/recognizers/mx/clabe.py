"""CLABE: a bank account of Mexico, eighteen digits: bank, place, account, check digit.

The check digit is 10 less the last digit of the sum of the last digits of each digit times 3, 7, 1, 3 ... (Banco de
México; https://es.wikipedia.org/wiki/CLABE); 032180000118359719 is a published sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "CLABE 032180000118359719, cuenta CLABE: 032 180 00011835971 8")
['032180000118359719', '032 180 00011835971 8']
>>> values(IDENTIFIERS, "folio 032180000118359719")
[]
"""

from deckname.identifier import Identifier


def is_clabe(number: str) -> bool:
    """Whether the check digit is right.

    >>> is_clabe("032180000118359719"), is_clabe("032180000118359718")
    (True, False)
    """
    total = sum(int(digit) * weight % 10 for digit, weight in zip(number[:17], (3, 7, 1) * 6, strict=False))
    return -total % 10 == int(number[17])


IDENTIFIERS = (
    Identifier(
        type="BANK_ACCOUNT",
        name="Mexican CLABE",
        shapes=("9" * 18, "999 999 99999999999 9", "999-999-99999999999-9", "9999 9999 9999 9999 99"),
        words=(
            "clabe", "c l a b e", "clabe interbancaria", "cuenta clabe", "clave bancaria estandarizada",
            "clave bancaria", "cuenta interbancaria", "número de cuenta", "numero de cuenta", "spei", "cuenta bancaria",
        ),
        valid=is_clabe,
    ),
)  # fmt: skip
