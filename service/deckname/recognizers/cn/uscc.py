"""统一社会信用代码: the code of a Chinese organization, 18 digits and letters, the last one a check modulo 31.

Source: GB 32100-2015; 91110000600037341L is stdnum's sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "统一社会信用代码: 91110000600037341L, 税号 91110000600037342L, 91110000600037341L")
['91110000600037341L', '91110000600037342L', '91110000600037341L']
>>> values(IDENTIFIERS, "税号 91 110000 600037341L")
['91 110000 600037341L']
>>> values(IDENTIFIERS, "91110000600037342L, 91 110000 600037341L")
[]
"""

from dataclasses import replace

from stdnum.cn import uscc

from deckname.identifier import Identifier

_USCC = Identifier(
    type="COMPANY_ID",
    name="Chinese unified social credit code",
    shapes=("X" * 18,),
    form=r"[159AY][1239]\d{6}[\dA-HJ-NPQRTUWXY]{10}",
    valid=uscc.is_valid,
    words=(
        "*信用代码*", "*信用代碼*", "*税号*", "*稅號*", "*纳税人识别号*", "uscc", "unified social credit code",
        "unified social credit identifier", "social credit code",
    ),
    alone=0.7,
)  # fmt: skip

IDENTIFIERS = (_USCC, replace(_USCC, shapes=("XX XXXXXX XXXXXXXXXX", "XX XXXXXX XXXXXXXXX X"), alone=0.0))
