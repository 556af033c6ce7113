"""統一編號: the number of a company in Taiwan, eight digits, the last one a check digit.

Source: https://www.fia.gov.tw (營利事業統一編號檢查碼); since 2023 the sum need only be a multiple of five.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "統一編號: 00501503, 統編 00501502, UBN 00501503")
['00501503', '00501502', '00501503']
>>> values(IDENTIFIERS, "訂單 00501503")
[]
"""

from stdnum.tw import ubn

from deckname.identifier import Identifier


def is_ubn(value: str) -> bool:
    """Whether a number checks by the rule of 2023 (a multiple of five).

    >>> is_ubn("00501503"), is_ubn("00501502")
    (True, False)
    """
    total = ubn.calc_checksum(value)
    return total % 5 == 0 or (value[6] == "7" and (total + 1) % 5 == 0)


IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Taiwanese UBN",
        shapes=("99999999",),
        valid=is_ubn,
        words=("*統一編號*", "*統編*", "*统一编号*", "ubn", "unified business number", "gui number", "vat number"),
    ),
)
