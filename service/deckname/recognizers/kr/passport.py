"""Passports of South Korea that are called so: a letter and eight digits, since 2021 a letter, three digits, A, four.

Source: 여권법 시행령 (https://www.passport.go.kr).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "여권번호: M12345678, 여권 M123A4567, passport no. S12345678")
['M12345678', 'M123A4567', 'S12345678']
>>> values(IDENTIFIERS, "부품 M12345678, 여권번호 A12345678")
[]
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="PASSPORT",
        name="South Korean passport",
        shapes=("A99999999", "A999A9999"),
        form=r"[MSRODG]\d{3}[\dA-Z]\d{4}",
        words=("*여권*", "passport*", "korean passport", "yeogwon", "reisepass*"),
        named=0.92,
    ),
)
