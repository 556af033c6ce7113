"""マイナンバー (個人番号): twelve digits, the last one a check digit modulo 11.

Source: 行政手続における特定の個人を識別するための番号の利用等に関する法律施行令, art. 8;
6214 9832 0257 is stdnum's sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "マイナンバー: 6214 9832 0257, 個人番号 621498320257, My Number 6214-9832-0258")
['6214 9832 0257', '621498320257', '6214-9832-0258']
>>> values(IDENTIFIERS, "注文番号 6214 9832 0257")
[]
"""

from stdnum.jp import in_

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Japanese My Number",
        shapes=("999999999999", "9999 9999 9999", "9999-9999-9999"),
        valid=in_.is_valid,
        words=(
            "*マイナンバー*", "*個人番号*", "my number", "mynumber", "kojin bango", "individual number",
            "japanese individual number", "japanese national id",
        ),
        named=0.97,
    ),
)  # fmt: skip
