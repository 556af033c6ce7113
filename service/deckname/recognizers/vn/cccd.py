"""CCCD of Vietnam: province (001 to 096), a digit for sex and century, year, six digits; CMND before: nine digits.

Both only where words name them. Source: Nghị định 137/2015/NĐ-CP, art. 13.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "CCCD: 001099012345, số căn cước công dân: 079185012345, CMND 023456789, CCCD 001 099 012345")
['001099012345', '079185012345', '023456789', '001 099 012345']
>>> values(IDENTIFIERS, "đơn hàng 001099012345, CCCD 097099012345, CCCD 000099012345")
[]
"""

from deckname.identifier import Identifier

_WORDS = (
    "cccd", "căn cước", "căn cước công dân", "thẻ căn cước", "số định danh", "định danh cá nhân", "số căn cước",
    "can cuoc", "can cuoc cong dan", "cmnd", "cmtnd", "chứng minh nhân dân", "chứng minh thư", "chung minh nhan dan",
    "vietnamese id", "vietnamese national id", "citizen id", "citizen identification", "citizen identity card",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Vietnamese citizen number",
        shapes=("999999999999", "999 999 999999", "9999 9999 9999", "999 999 999 999"),
        form=r"0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}",
        words=_WORDS,
        named=0.92,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Vietnamese identity card of nine digits",
        shapes=("999999999", "999 999 999"),
        form=r"[0-3]\d{8}",
        words=_WORDS,
        named=0.9,
    ),
)
