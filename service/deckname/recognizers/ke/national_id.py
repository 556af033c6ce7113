"""Identity cards of Kenya that are called so: seven or eight digits; Maisha Namba: nine (since 2023).

Source: Registration of Persons Act (Cap. 107), section 9.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Kenyan ID 12345678, kitambulisho nambari: 7654321, Huduma no. 123456789, National ID 23456789")
['12345678', '7654321', '123456789', '23456789']
>>> values(IDENTIFIERS, "order 12345678, id 12345678")
[]
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Kenyan identity card",
        shapes=("99999999", "9999999", "999999999"),
        form=r"[1-9]\d{6,8}",
        words=(
            "kenyan id", "kenya id", "kenyan national id", "kenyan identity card", "national id", "national id no",
            "national id number", "national identity card", "kitambulisho*", "nambari ya kitambulisho",
            "kitambulisho cha taifa", "maisha namba", "maisha number", "huduma", "huduma namba", "id card number",
        ),
        named=0.9,
    ),
)  # fmt: skip
