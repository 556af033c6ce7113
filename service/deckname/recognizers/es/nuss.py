"""Spanish social security number (NUSS, NAF): two digits of the province, eight of the person, two of a key.

The key is the rest of the ten digits before by 97; where the person's number is below ten million, of the province
followed by its last seven digits (Tesorería General de la Seguridad Social).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "NUSS 28/12345678/40, Seguridad Social: 281234567840; NAF 28 12345678 41; pieza 281234567840")
['28/12345678/40', '281234567840', '28 12345678 41']
>>> values(IDENTIFIERS, "28/12345678/40, 28/12345678/41")
['28/12345678/40']
"""

from deckname.identifier import Identifier

_WORDS = (
    "nuss", "naf", "nss", "n s s", "s s", "número de la seguridad social", "numero de la seguridad social",
    "n de la seguridad social", "número de seguridad social", "numero de seguridad social", "número seguridad social",
    "num seguridad social", "seguridad social", "afiliación", "número de afiliación", "numero de afiliacion",
    "n afiliación", "seg social", "s social", "núm seguridad social", "social security", "social security number",
    "spanish social security number", "sozialversicherungsnummer", "spanische sozialversicherungsnummer",
    "numéro de sécurité sociale", "numero di previdenza sociale", "n ss", "num ss",
)  # fmt: skip
_FORM = r"(?:0[1-9]|[1-4]\d|5[0-3]|66)\d{10}"


def is_nuss(number: str) -> bool:
    """Whether the last two digits check the ten before.

    >>> is_nuss("281234567840"), is_nuss("281234567841"), is_nuss("280123456742")
    (True, False, True)
    """
    province, person = number[:2], number[2:10]
    rest = int(province + (person[1:] if person[0] == "0" else person)) % 97
    return rest == int(number[10:])


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Spanish social security number with slashes",
        shapes=("99/99999999/99", "99/99999999-99"),
        form=_FORM,
        valid=is_nuss,
        words=_WORDS,
        alone=0.6,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Spanish social security number",
        shapes=(
            "999999999999",
            "99 99999999 99",
            "99-99999999-99",
            "99 9999999999",
            "9999 9999 9999",
            "99.99999999.99",
        ),
        form=_FORM,
        valid=is_nuss,
        words=_WORDS,
    ),
)
