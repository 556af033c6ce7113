"""Internal and foreign passports of Russia that are called so: a series of four (two) digits and six (seven) digits.

Source: Положение о паспорте гражданина РФ (постановление 828/1997).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "паспорт 45 10 123456, серия 4510 номер 123456, паспорт: 4510 123456, загранпаспорт 75 1234567")
['45 10 123456', '4510 123456', '75 1234567']
>>> values(IDENTIFIERS, "тел. 4510 123456")
[]
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="PASSPORT",
        name="Russian passport",
        shapes=("99 99 999999", "9999 999999", "9999999999", "9999-999999", "99 9999999", "999999999"),
        words=(
            "паспорт*", "загранпаспорт*", "заграничный паспорт", "серия и номер", "серия номер", "паспортные данные",
            "russian passport", "russischer pass", "passeport russe",
        ),
        named=0.9,
    ),
)  # fmt: skip
