"""Driving licences of South Korea that are called so: region 11 to 28, year, six digits and two unpublished checks.

Source: 도로교통법 시행규칙 (annexed form 55).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "운전면허번호: 11-19-123456-12, 면허증 119012345612, driver's license no. 28-05-654321-10")
['11-19-123456-12', '119012345612', '28-05-654321-10']
>>> values(IDENTIFIERS, "주문 11-19-123456-12, 운전면허번호 31-19-123456-12")
[]
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="DRIVER_LICENSE",
        name="South Korean driving licence",
        shapes=("99-99-999999-99", "999999999999", "99 99 999999 99"),
        form=r"(?:1[1-9]|2[0-68])\d{10}",
        words=(
            "*운전면허*", "*면허번호*", "*면허증*", "korean driver s license", "driver license", "drivers license",
            "driver s license", "driver s licence", "driving licence", "driving license", "driver s license no",
        ),
        named=0.92,
    ),
    Identifier(
        type="DRIVER_LICENSE",
        name="South Korean driving licence in groups",
        shapes=("99-99-999999-99",),
        form=r"(?:1[1-9]|2[0-68])\d{10}",
        words=("license", "licence"),
        named=0.85,
    ),
)  # fmt: skip
