"""NIN (eleven digits) and BVN (eleven digits, the first two 22) of Nigeria that are called so; neither has a check.

Source: National Identity Management Commission Act, 2007; https://nimc.gov.ng and https://nibss-plc.com.ng

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "NIN: 12345678901, NIN 1234-567-8901, BVN 22123456789, national ID number 70123456789")
['12345678901', '1234-567-8901', '22123456789', '70123456789']
>>> values(IDENTIFIERS, "phone 08012345678, order 12345678901, BVN 12123456789")
[]
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Nigerian NIN",
        shapes=("99999999999", "9999 999 9999", "9999-999-9999", "99999 999999"),
        form=r"[1-9]\d{10}",
        words=(
            "nin", "nin no", "nin number", "national identification number", "national identity number", "nimc",
            "national id", "nigerian national id", "nigerian id", "nigerian identification number", "nin slip",
        ),
        named=0.92,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Nigerian BVN",
        shapes=("99999999999", "999 9999 9999"),
        form=r"22\d{9}",
        words=("bvn", "bvn no", "bvn number", "bank verification number", "bank verification no"),
        named=0.95,
    ),
)  # fmt: skip
