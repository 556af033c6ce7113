"""ABN of Australia: eleven digits that pass a check modulo 89; ACN of companies: nine with a check digit.

Sources: https://abr.business.gov.au and https://asic.gov.au; 83 914 571 673 and 004 085 616 are stdnum's samples.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "83 914 571 673; ABN 83914571673, ABN: 83 914 571 674, ACN 004 085 616, A.C.N. 004085617")
['83 914 571 673', '83914571673', '83 914 571 674', '004 085 616', '004085617']
>>> values(IDENTIFIERS, "83 914 571 674; 83914571674, 004 085 616")
[]
"""

from dataclasses import replace

from stdnum.au import abn, acn

from deckname.identifier import Identifier

_ABN = Identifier(
    type="COMPANY_ID",
    name="Australian ABN",
    shapes=("99999999999", "99-999-999-999", "99 999999999"),
    form=r"[1-9]\d{10}",
    valid=abn.is_valid,
    words=("abn", "a b n", "abn no", "abn number", "australian business number"),
    named=0.97,
)

IDENTIFIERS = (
    _ABN,
    replace(_ABN, shapes=("99 999 999 999",), alone=0.6),
    replace(_ABN, shapes=("99999999999",), alone=0.55),  # one number in 89 passes
    Identifier(
        type="COMPANY_ID",
        name="Australian ACN",
        shapes=("999999999", "999 999 999", "999-999-999"),
        valid=acn.is_valid,
        words=("acn", "a c n", "acn no", "acn number", "australian company number", "arbn", "company number"),
    ),
)
