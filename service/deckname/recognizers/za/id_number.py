"""South African ID number: birth date, four digits, 0 or 1 for citizenship, 8 (or 9), and a Luhn digit.

Source: Identification Act 68 of 1997; https://www.dha.gov.za/index.php/identity-documents2. 8001015009087 is the usual
sample. One number in 6,000 passes.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "8001015009087, 800101 5009 08 7; ID number: 8001015009088, ID no. 7503305044089")
['8001015009087', '800101 5009 08 7', '8001015009088', '7503305044089']
>>> values(IDENTIFIERS, "8001015009088, 8013015009087; 1712311234567, 9780306406157")
[]
"""

from stdnum.za import idnr

from deckname.identifier import Identifier


def is_id_number(value: str) -> bool:
    """Whether date, citizenship, the digit before the last and the last one are right.

    >>> is_id_number("8001015009087"), is_id_number("8001015009088"), is_id_number("8001015009004")
    (True, False, False)
    """
    return value[11] in "89" and idnr.is_valid(value)


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="South African ID number",
        shapes=("9999999999999", "999999 9999 99 9", "999999 9999 999", "999999-9999-99-9", "999999 9999999"),
        form=r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{7}",
        valid=is_id_number,
        words=(
            "id number", "id no", "id nr", "identity number", "identity no", "sa id", "sa id number", "rsa id",
            "south african id", "identity document", "id nommer", "identiteitsnommer", "identiteitsnummer",
            "south african identity number", "national id", "südafrikanische ausweisnummer", "inombolo kamazisi",
        ),
        alone=0.75,
        named=0.97,
    ),
)  # fmt: skip
