"""法人番号: the number of a Japanese corporation, a check digit and twelve digits.

Source: https://www.houjin-bangou.nta.go.jp; 5-8356-7825-6246 is stdnum's sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "法人番号: 5835678256246, 法人番号 5-8356-7825-6246, corporate number 2835678256246")
['5835678256246', '5-8356-7825-6246', '2835678256246']
>>> values(IDENTIFIERS, "番号 5835678256246")
[]
"""

from stdnum.jp import cn

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Japanese corporate number",
        shapes=("9999999999999", "9-9999-9999-9999", "9 9999 9999 9999"),
        form=r"[1-9]\d{12}",
        valid=cn.is_valid,
        words=("*法人番号*", "corporate number", "houjin bangou", "hojin bango", "japanese corporate number"),
    ),
)
