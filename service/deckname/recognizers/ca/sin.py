"""SIN (in French NAS): the social insurance number of Canada, nine digits with Luhn's check digit.

After https://www.canada.ca/en/employment-social-development/services/sin.html; 046 454 286 is a published sample. The
first digit is a province, 9 for temporary residents; 0 is not given out, save by the tax office, and 8 not at all.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "SIN 046 454 286, social insurance number: 130692545; NAS 130-692-544")
['046 454 286', '130692545', '130-692-544']
>>> values(IDENTIFIERS, "130 692 544, order no. 130692544; sin 130692545")
[]
"""

from deckname.checksums import luhn
from deckname.identifier import Identifier


def is_sin(number: str) -> bool:
    """Whether the check digit is right, and the first digit is one that is given out.

    >>> is_sin("046454286"), is_sin("130692544"), is_sin("130692545"), is_sin("823456785")
    (True, True, False, False)
    """
    return number[0] != "8" and luhn(number)


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Canadian SIN",
        shapes=("999 999 999", "999-999-999", "999.999.999", "999999999"),
        words=(
            "sin", "nas", "social insurance", "social insurance number", "social insurance no", "social insurance num",
            "social insurance nr", "socialinsurance*", "sin number", "sin no", "sin num", "sin card", "s i n",
            "canadian sin", "my sin", "sin nas", "numéro d assurance sociale", "numero d assurance sociale",
            "assurance sociale", "no d assurance sociale", "n a s", "numéro de nas", "mon nas",
            "kanadische sozialversicherungsnummer", "número de seguro social canadiense",
        ),
        valid=is_sin,
        named=0.97,
    ),
)  # fmt: skip
