"""Passports (旅券, two letters and seven digits) and driving licences (運転免許証, twelve digits) of Japan, called so.

Source: 旅券法施行規則 and 道路交通法施行規則 (annexed form 14).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "旅券番号: TK1234567, パスポート番号 NH 1234567, 運転免許証 3012 3456 7890")
['TK1234567', 'NH 1234567', '3012 3456 7890']
>>> values(IDENTIFIERS, "番号 TK1234567, 301234567890")
[]
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="PASSPORT",
        name="Japanese passport",
        shapes=("AA9999999", "AA 9999999"),
        form=r"[A-Z]{2}\d{7}",
        words=("*旅券*", "*パスポート*", "japanese passport", "passport*"),
        named=0.92,
    ),
    Identifier(
        type="DRIVER_LICENSE",
        name="Japanese driving licence",
        shapes=("999999999999", "9999 9999 9999"),
        form=r"[1-9]\d{11}",
        words=("*免許証*", "*運転免許*", "japanese driver s license", "japanese driving licence"),
        named=0.9,
    ),
)
