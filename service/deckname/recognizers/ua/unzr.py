"""УНЗР: the number of a person in the demographic register of Ukraine: birth date, a dash and five digits.

Source: Ukrainian law 5492-VI on the unified state demographic register, art. 10.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "УНЗР 19900115-02345, запис №: 19900115-02345, УНЗР 1990011502345")
['19900115-02345', '19900115-02345', '1990011502345']
>>> values(IDENTIFIERS, "файл 20240115-02345, УНЗР 19901315-02345")
[]
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Ukrainian UNZR",
        shapes=("99999999-99999", "9999999999999"),
        form=r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{5}",
        words=(
            "унзр", "у н з р", "unzr", "номер запису", "запис", "record no", "унікальний номер запису",
            "demographic register", "демографічному реєстрі", "демографічного реєстру",
        ),
        named=0.9,
    ),
)  # fmt: skip
