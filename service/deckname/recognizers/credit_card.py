"""Numbers of payment cards: ISO/IEC 7812 account numbers with the Luhn check digit.

Issuer ranges and lengths after https://en.wikipedia.org/wiki/Payment_card_number: Visa 4 (13, 16, 19), Mastercard 51-55
and 2221-2720 (16), American Express 34, 37 (15), Discover 6011, 644-649, 65, Diners 300-305, 3095, 36, 38-39 (14, 16),
JCB 3528-3589, UnionPay 62 and 8100-8171 (16-19), UATP 1 (15), Maestro 50, 56-58, 6304, 6759, 676 (12-19) and the rest
of 67 (16, 18, 19; https://github.com/braintree/credit-card-type lists both). Numbers are published samples.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "4111 1111 1111 1111, 3782-822463-10005, 5555.5555.5555.4444; 41111111111111112")
['4111 1111 1111 1111', '3782-822463-10005', '5555.5555.5555.4444']
>>> values(IDENTIFIERS, "6799998900000200010, 8171999927660000; 8172000000000009")
['6799998900000200010', '8171999927660000']
>>> values(IDENTIFIERS, "My credit card number is 1234-5678-9012-3456, the order is 1234-5678-9012-3457.")
['1234-5678-9012-3456']
"""

from __future__ import annotations

import regex

from deckname.checksums import bare, luhn
from deckname.identifier import Identifier

_ISSUERS = regex.compile(
    r"4(?:\d{12}|\d{15}|\d{18})"
    r"|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}"
    r"|3[47]\d{13}"
    r"|(?:6011|64[4-9]\d|65\d\d)\d{12}(?:\d{3})?"
    r"|(?:30[0-5]\d|3095|36\d\d|3[89]\d\d)\d{10}(?:\d\d)?"
    r"|1\d{14}"
    r"|35(?:2[89]|[3-8]\d)\d{12}"
    r"|(?:62\d\d|81(?:[0-6]\d|7[01]))\d{12,15}"
    r"|(?:50|5[678]|6304|6759|676[1-3])\d{10,17}"
    r"|67\d{14}(?:\d{2,3})?"
)


def is_card(value: str) -> bool:
    """Whether a value as written is in an issuer's range and passes Luhn.

    >>> is_card("4111-1111-1111-1111"), is_card("4111-1111-1111-1112"), is_card("1234-5678-9012-3452")
    (True, False, False)
    """
    number = bare(value)
    return bool(_ISSUERS.fullmatch(number)) and luhn(number) and len(set(number)) > 1


_WORDS = (
    "card*", "credit card*", "debit card*", "creditcard*", "visa", "mastercard*", "maestro", "amex", "american express",
    "discover", "diners*", "jcb", "unionpay", "kreditkarte*", "karte*", "*karte", "*kartennummer", "*kartennr", "pan",
    "cc", "ccnum", "ccn", "tarjeta*", "carte*", "carta", "carta di credito", "cartao*", "cartão*", "betaalkaart*", "mc",
)  # fmt: skip
_TOGETHER = tuple("9" * length for length in range(12, 20))
_APART = tuple(
    shape.replace(" ", gap)
    for gap in " .-"
    for shape in (
        "9999 9999 9999 9999", "9999 999999 99999", "9999 999999 9999", "9999 9999 9999 9999 999",
        "9999 9999 9999 9999 9",
        "9999 9999 9999 9999 99", "9999 9999 9999 999", "9999 999 999 999",
    )
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="CREDIT_CARD",
        name="card number in groups",
        shapes=_APART,
        valid=is_card,
        words=_WORDS,
        alone=0.9,
        named=0.98,
        failed=0.7,  # mistyped, or of an issuer that we do not know
    ),
    Identifier(
        type="CREDIT_CARD",
        name="card number",
        shapes=_TOGETHER,
        form=r"[56]\d{11}|[456]\d{12}|[356]\d{13}|\d{15,19}",  # no issuer has others of twelve to fourteen digits
        valid=is_card,
        words=_WORDS,
        alone=0.7,
        named=0.98,
        failed=0.7,
    ),
)
