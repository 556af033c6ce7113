"""ЕГН: birth date (40 added to the month from 2000 on), three digits and a check digit; ЛНЧ of foreigners: ten digits.

Source: Bulgarian law on civil registration (Закон за гражданската регистрация), art. 11; 8032056031 is stdnum's sample.
One random number in 100 passes: without a word that names it, it is nothing.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "ЕГН: 8032056031, ЕГН 7523169264, EGN 752316 9263, ЛНЧ 7111042925")
['8032056031', '7523169264', '752316 9263', '7111042925']
>>> values(IDENTIFIERS, "тел. 8032056031, ЕГН 8019010008")
[]
>>> values(IDENTIFIERS, "тел. 7111042925")
[]
"""

from stdnum.bg import egn, pnf

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Bulgarian EGN",
        shapes=("9999999999", "999999 9999", "999999-9999"),
        form=r"\d\d(?:[024][1-9]|[135][0-2])(?:0[1-9]|[12]\d|3[01])\d{4}",
        valid=egn.is_valid,
        words=(
            "егн", "е г н", "egn", "единен граждански номер", "граждански номер", "bulgarian personal number",
            "uniform civil number", "unified civil number", "bulgarian national id", "bulgarische personennummer",
        ),
        named=0.97,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Bulgarian number of a foreigner",
        shapes=("9999999999", "9999 999 999"),
        valid=pnf.is_valid,
        words=("лнч", "л н ч", "lnch", "личен номер на чужденец", "личен номер", "personal number of a foreigner"),
    ),
)  # fmt: skip
