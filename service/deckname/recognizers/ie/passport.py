"""Irish passports: two letters and seven digits; passport cards: a letter and eight digits.

https://www.ireland.ie/en/dfa/passports; specimens: https://www.consilium.europa.eu/prado.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Irish passport PA1234567, passport card: C12345678; part PA1234567")
['PA1234567', 'C12345678']
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="PASSPORT",
        name="Irish passport",
        shapes=("AA9999999", "AA 9999999", "A99999999"),
        form=r"[A-Z]{2}\d{7}|C\d{8}",
        words=(
            "passport", "passports", "passport number", "passport no", "passport num", "passport card",
            "irish passport", "passport book", "uimhir pas", "uimhir phas", "irischer reisepass",
            "passeport irlandais",
        ),
        named=0.92,
    ),
)  # fmt: skip
