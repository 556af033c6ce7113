"""Passports of China that are called so: E or G and eight digits, or E, a letter and seven digits; permits of entry.

Letters I and O are not used. Diplomatic, service and public affairs passports begin with DE, SE and PE.

Source: https://en.nia.gov.cn (通行证 of Hong Kong and Macao: C and eight characters).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "护照号码: E12345678, 護照 EA1234567, Chinese passport G12345678, 通行证号 C12345678")
['E12345678', 'EA1234567', 'G12345678', 'C12345678']
>>> values(IDENTIFIERS, "编号 E12345678, 护照 Z12345678, 护照 EI1234567, 护照 GA1234567")
[]
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="PASSPORT",
        name="Chinese passport",
        shapes=("A99999999", "AA9999999"),
        form=r"[EGDSPCHK]\d{8}|[EK][A-HJ-NP-Z]\d{7}|[DSP]E\d{7}",
        words=("*护照*", "*護照*", "*通行证*", "*通行證*", "passport*", "chinese passport", "huzhao"),
        named=0.92,
    ),
)
