"""외국인등록번호: as the 주민등록번호, with 5 to 8 for sex and century; the last digit checked until October 2020.

Source: 출입국관리법 시행규칙, art. 47; 900101-5123450 is invented. One number in 700 passes.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "900101-5123450; 외국인등록번호: 9001015123450, ARC 900101-5123451")
['900101-5123450', '9001015123450', '900101-5123451']
>>> values(IDENTIFIERS, "900101-5123451; 9001015123450, 901301-5123450")
[]
"""

from dataclasses import replace

from deckname.identifier import Identifier
from deckname.recognizers.kr.rrn import is_rrn

_ANY = Identifier(
    type="NATIONAL_ID",
    name="South Korean foreigner registration number",
    shapes=("9999999999999", "999999 9999999"),
    form=r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[5-8]\d{6}",
    valid=is_rrn,
    words=(
        "*외국인등록*", "*외국인번호*", "frn", "arc", "arc no", "alien registration number", "alien registration no",
        "alien registration card", "foreigner registration number", "foreign registration number",
        "residence card", "*거소신고*",
    ),
    named=0.97,
)  # fmt: skip

IDENTIFIERS = (_ANY, replace(_ANY, shapes=("999999-9999999",), alone=0.8))
