"""International bank account numbers: ISO 13616.

Country, two check digits (ISO 7064 MOD 97-10 over the rearranged number), and the country's own length, after the IBAN
registry of SWIFT (https://www.swift.com/standards/data-standards/iban-international-bank-account-number).

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "IBAN DE89 3704 0044 0532 0130 00 12 EUR, gb82west12345698765432; NL91ABNA0417164300.")
['DE89 3704 0044 0532 0130 00', 'gb82west12345698765432', 'NL91ABNA0417164300']
>>> values(RECOGNIZERS, "DE89370400440532013001, IBAN: DE88 3704 0044 0532 0130 00 bei der Bank")
['DE88 3704 0044 0532 0130 00']
"""

from __future__ import annotations

from deckname.checksums import bare, mod_97_10
from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted, Labelled

#: Countries by the length of their IBANs.
LENGTHS = {
    15: "NO", 16: "BE", 18: "DK FI FK FO GL NL SD", 19: "MK SI", 20: "AT BA EE KZ LT LU MN XK", 21: "CH HR LI LV",
    22: "BG BH CR DE GB GE IE ME RS VA", 23: "AE GI IL IQ OM SO TL", 24: "AD CZ ES MD PK RO SA SE SK TN VG",
    25: "LY PT ST", 26: "IS TR", 27: "BI DJ FR GR IT MC MR SM", 28: "AL AZ BY CY DO GT HN HU LB NI PL SV",
    29: "BR EG PS QA UA", 30: "JO KW MU YE", 31: "MT SC", 32: "LC", 33: "RU",
}  # fmt: skip
_NUMBERS = "|".join(
    rf"(?:{countries.replace(' ', '|')})[ \-]?\d\d(?:[ \-]?[A-Z\d]){{{length - 4}}}"
    for length, countries in LENGTHS.items()
)


def is_iban(value: str) -> bool:
    """Whether a value as written passes MOD 97-10.

    >>> is_iban("DE89 3704 0044 0532 0130 00"), is_iban("DE89 3704 0044 0532 0130 01")
    (True, False)
    """
    number = bare(value)
    return mod_97_10(number[4:] + number[:4])


RECOGNIZERS = (
    Hinted(
        near=r"[A-Za-z]{2}[ \-]?\d\d[ \-]?[A-Za-z\d]{2}",
        before=4,
        after=80,
        pattern=Pattern(
            type="IBAN_CODE",
            regex=rf"(?<![\p{{L}}\d])(?=[A-Z]{{2}}[ \-]?\d\d[ \-]?[A-Z\d]{{2}})(?:{_NUMBERS})(?![\p{{L}}\d])",
            score=0.98,
            valid=is_iban,
        ),
    ),
    Labelled(
        type="IBAN_CODE",
        hints=("iban", "konto", "account"),
        label=r"iban|(?:kontonummer|konto|account)",
        value=(
            rf"(?:{_NUMBERS})|[A-Z]{{2}}\d\d(?:[A-Z\d]{{11,30}}"
            rf"|[ \-][A-Z\d]{{4}}(?:[ \-](?=[A-Z]{{0,3}}\d)[A-Z\d]{{4}}){{1,6}}(?:[ \-]\d{{1,3}})?)"
        ),
        score=0.98,
        valid=is_iban,
        failed_score=0.7,
    ),
)
