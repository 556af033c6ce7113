"""居民身份证号: region, birth date, three digits and a check digit modulo 11 (X is ten); the first cards had 15 digits.

Source: GB 11643-1999; 11010519491231002X is its sample.

>>> from deckname.recognizers import values
>>> from deckname.findings import Passage
>>> from deckname.identifier import Identifiers
>>> values(IDENTIFIERS, "11010519491231002X, 身份证号: 110105194912310021, 身份證 110105 19491231 002X")
['11010519491231002X', '110105194912310021', '110105 19491231 002X']
>>> values(IDENTIFIERS, "身份证 110105491231002")
['110105491231002']
>>> Identifiers(IDENTIFIERS).find([Passage("身份证 110101940231001")])[0].evidence[0].reason  # 31 February
'check_failed'
>>> values(IDENTIFIERS, "110105194912310021, 11010519491331002X, 110105491231002")
[]
"""

from datetime import date

from stdnum.cn import ric

from deckname.identifier import Identifier

_WORDS = (
    "*身份证*", "*身份證*", "*公民身份*", "*居民证*", "*证件号*", "*證件號*", "resident identity card", "chinese id",
    "chinese id card", "chinese national id", "resident id", "id card", "id card no", "identity card", "shenfenzheng",
    "sfz", "chinesischer ausweis", "ausweisnummer",
)  # fmt: skip
#: Provinces in the first two digits; stdnum's table of counties lacks those founded lately.
_PROVINCE = r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)"
_MONTH_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"


def is_resident_id(value: str) -> bool:
    """Whether the last place checks the seventeen before it.

    >>> is_resident_id("11010519491231002X"), is_resident_id("110105194912310021")
    (True, False)
    """
    return bool(ric.calc_check_digit(value) == value[-1])


def _is_old_id(value: str) -> bool:
    """Whether fifteen digits hold a day of the twentieth century."""
    try:
        date(1900 + int(value[6:8]), int(value[8:10]), int(value[10:12]))
    except ValueError:
        return False
    return True


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Chinese resident identity number",
        shapes=(
            "999999999999999999", "99999999999999999A", "999999 99999999 9999", "999999 99999999 999A",
            "999999-99999999-9999", "999999-99999999-999A",
        ),
        form=rf"{_PROVINCE}\d{{4}}(?:1[89]|20)\d\d{_MONTH_DAY}\d{{3}}[\dX]",
        valid=is_resident_id,
        words=_WORDS,
        alone=0.9,
        named=0.98,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Chinese resident identity number of 15 digits",
        shapes=("999999999999999",),
        form=rf"{_PROVINCE}\d{{6}}{_MONTH_DAY}\d{{3}}",
        valid=_is_old_id,
        words=_WORDS,
        named=0.85,
    ),
)  # fmt: skip
