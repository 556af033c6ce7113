"""주민등록번호: birth date, a digit for sex and century, six digits; the last one checked until October 2020.

The digit is 1 or 2 for those born since 1900, 3 or 4 since 2000, 9 or 0 before 1900: those only where words name them.

Source: 주민등록법 시행규칙, art. 2; 900101-1234568 is invented. One number in 450 passes.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "900101-1234568; 주민등록번호: 9001011234568, 주민번호 900101-1234567, 210305-3123451")
['900101-1234568', '9001011234568', '900101-1234567', '210305-3123451']
>>> values(IDENTIFIERS, "주민등록번호 971013-9019902"), values(IDENTIFIERS, "971013-9019902")
(['971013-9019902'], [])
>>> values(IDENTIFIERS, "900101-1234567; 9001011234568, 901301-1234568, 900101-5123450")
[]
"""

from dataclasses import replace

from stdnum.kr import rrn

from deckname.identifier import Identifier

#: Numbers given since October 2020 are drawn by lot and have no check digit.
DRAWN_BY_LOT = "201001"


def is_rrn(value: str) -> bool:
    """Whether the number checks, or may be one without a check.

    >>> is_rrn("9001011234568"), is_rrn("9001011234567"), is_rrn("2103053123459")
    (True, False, True)
    """
    return rrn.is_valid(value) or (value[6] in "3478" and DRAWN_BY_LOT <= value[:6] < "500000")


_ANY = Identifier(
    type="NATIONAL_ID",
    name="South Korean RRN",
    shapes=("9999999999999", "999999 9999999"),
    form=r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[1-4]\d{6}",
    valid=is_rrn,
    words=(
        "*주민등록*", "*주민번호*", "rrn", "resident registration number", "resident registration no",
        "korean national id", "korean resident number", "korean resident registration number",
        "jumin deungnok beonho", "koreanische personennummer",
    ),
    named=0.97,
)  # fmt: skip

IDENTIFIERS = (
    _ANY,
    replace(_ANY, shapes=("999999-9999999",), alone=0.8),
    replace(
        _ANY,
        shapes=(*_ANY.shapes, "999999-9999999"),
        form=r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[09]\d{6}",
    ),
)
