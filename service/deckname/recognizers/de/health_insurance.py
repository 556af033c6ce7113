"""Krankenversichertennummer: a letter and nine digits of an insured person (§ 290 SGB V).

The check digit is as GKV-Spitzenverband describes (Anlage 1 of the guidelines for the number): the letter is read as
its place in the alphabet, in two digits, every second digit doubled.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Versichertennummer A123456780, KVNR: A 123 456 780; eGK A123456781")
['A123456780', 'A 123 456 780', 'A123456781']
>>> values(IDENTIFIERS, "Teil A123456781")
[]
"""

from deckname.identifier import Identifier


def is_kvnr(number: str) -> bool:
    """Whether the last digit checks.

    >>> is_kvnr("A123456780"), is_kvnr("A123456781")
    (True, False)
    """
    digits = f"{ord(number[0]) - 64:02d}{number[1:]}"
    # Every second digit doubled, digits of products added up: Luhn's sum from the left, without its complement.
    total = sum(sum(divmod(int(digit) * (1 + place % 2), 10)) for place, digit in enumerate(digits[:-1]))
    return total % 10 == int(digits[-1])


IDENTIFIERS = (
    Identifier(
        type="HEALTH_ID",
        name="German Krankenversichertennummer",
        shapes=("A999999999", "A 999 999 999", "A999 999 999", "A 999999999", "A-999999999", "A 999 999 99 9"),
        valid=is_kvnr,
        words=(
            "kvnr", "kv nr", "kv nummer", "krankenversichertennummer", "krankenversicherten*", "krankenversicherung*",
            "versichertennummer", "versicherten*", "versicherungsnummer", "versicherungsnr", "vers nr", "versnr",
            "krankenkasse*", "krankenkassennummer", "gesundheitskarte", "egk", "e gk", "mitgliedsnummer", "versnummer",
            "health insurance", "health insurance number", "insurance number", "insured person number", "sv nummer",
            "numéro d assurance maladie", "numéro d assuré", "número de seguro médico", "zorgverzekeringsnummer",
            "numero di assicurazione sanitaria",
        ),
        alone=0.4,
        failed=0.6,
    ),
)  # fmt: skip
