"""Irish PPS number: seven digits, a check letter and perhaps a second letter.

https://www.gov.ie/en/department-of-social-protection/services/get-a-personal-public-service-pps-number; the check
letter (modulus 23) is as Revenue publishes it.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "PPS number 6433435F, PPSN: 6433435OA, pps_no 1234567-T; PPSN 6433435E")
['6433435F', '6433435OA', '1234567-T', '6433435E']
>>> values(IDENTIFIERS, "item 6433435F, 6433435VH")
[]
"""

from stdnum.ie import pps

from deckname.identifier import Identifier

_WORDS = (
    "pps", "ppsn", "pps number", "pps no", "pps num", "personal public service", "personal public service number",
    "rsi number", "rsi no", "uimhir pspp", "uimhir psp", "pspp", "social welfare number", "trn",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Irish PPS number",
        shapes=("9999999A", "9999999 A", "9999999-A"),
        form=r"\d{7}[A-W]",
        valid=pps.is_valid,
        words=_WORDS,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Irish PPS number of two letters",
        shapes=("9999999AA", "9999999 AA", "9999999-AA", "9999999 A A"),
        form=r"\d{7}[A-W][ABHWTX]",
        valid=pps.is_valid,
        words=_WORDS,
        alone=0.5,
    ),
)
