"""Numbers of payment cards: ISO/IEC 7812 account numbers with the Luhn check digit.

Issuer ranges and lengths after https://en.wikipedia.org/wiki/Payment_card_number: Visa 4 (13, 16, 19), Mastercard 51-55
and 2221-2720 (16), American Express 34, 37 (15), Discover 6011, 644-649, 65, Diners 300-305, 3095, 36, 38-39 (14, 16),
JCB 3528-3589, UnionPay 62 (16-19), Maestro 50, 56-58, 6304, 6759, 676 (12-19). Numbers are the issuers' published
samples.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "4111 1111 1111 1111, 3782-822463-10005, 5555.5555.5555.4444; 41111111111111112")
['4111 1111 1111 1111', '3782-822463-10005', '5555.5555.5555.4444']
>>> values(RECOGNIZERS, "My credit card number is 1234-5678-9012-3456, the order is 1234-5678-9012-3457.")
['1234-5678-9012-3456']
"""

from __future__ import annotations

import regex

from deckname.checksums import bare, luhn
from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted, Labelled

_ISSUERS = regex.compile(
    r"4(?:\d{12}|\d{15}|\d{18})"
    r"|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}"
    r"|3[47]\d{13}"
    r"|(?:6011|64[4-9]\d|65\d\d)\d{12}(?:\d{3})?"
    r"|(?:30[0-5]\d|3095|36\d\d|3[89]\d\d)\d{10}(?:\d\d)?"
    r"|35(?:2[89]|[3-8]\d)\d{12}"
    r"|62\d{14,17}"
    r"|(?:50|5[678]|6304|6759|676[1-3])\d{10,17}"
)
_CONTEXT = (
    "card*", "credit*", "debit*", "creditcard*", "visa", "mastercard", "maestro", "amex", "american express",
    "discover", "diners", "jcb", "unionpay", "kreditkarte*", "karte*", "*kartennummer", "debitkarte*", "pan",
    "cc", "ccnum", "tarjeta*", "carte*", "carta", "creditcardnummer",
)  # fmt: skip
_SEPARATED = (
    r"\d{4}(?P<gap>[ .\-])\d{4}(?P=gap)\d{4}(?P=gap)\d{4}(?:(?P=gap)\d{1,3})?"
    r"|\d{4}(?P<slot>[ .\-])\d{6}(?P=slot)\d{4,5}"
)
_EDGES = r"(?<![\p{L}\d])(?<!\d[.\-])", r"(?![\p{L}\d]|[.\-]\d)"


def is_card(value: str) -> bool:
    """Whether a value as written is in an issuer's range and passes Luhn.

    >>> is_card("4111-1111-1111-1111"), is_card("4111-1111-1111-1112"), is_card("1234-5678-9012-3452")
    (True, False, False)
    """
    number = bare(value)
    return bool(_ISSUERS.fullmatch(number)) and luhn(number) and len(set(number)) > 1


RECOGNIZERS = (
    Hinted(
        near=r"\d[\d .\-]{11}",
        before=64,
        after=60,
        pattern=Pattern(
            type="CREDIT_CARD",
            regex=rf"{_EDGES[0]}(?=[2-6]\d{{3}}[ .\-])(?:{_SEPARATED}){_EDGES[1]}",
            score=0.9,
            valid=is_card,
            context=_CONTEXT,
            context_score=0.98,
            failed_score=0.7,
        ),
    ),
    Hinted(
        near=r"\d[\d .\-]{11}",
        before=64,
        after=60,
        pattern=Pattern(
            type="CREDIT_CARD",
            regex=rf"{_EDGES[0]}[2-6]\d{{13,18}}+{_EDGES[1]}",
            score=0.7,
            valid=is_card,
            context=_CONTEXT,
            context_score=0.98,
        ),
    ),
    # Whatever else is called a card number: mistyped, or of an issuer that we do not know.
    Labelled(
        type="CREDIT_CARD",
        hints=("card", "kart", "visa", "amex", "maestro", "express", "tarjeta", "carte", "carta", "cc", "pan"),
        label=r"(?:(?:credit|debit|payment|bank|visa|master|kredit|debit|bank|ec)[ _\-]?)?(?:cards?|karten?"
        r"|kartennummer)"
        r"|visa|maestro|amex|american express|cc|pan|tarjeta(?: de (?:cr[eé]dito|d[eé]bito))?"
        r"|carte(?: (?:bancaire|bleue|de cr[eé]dit))?"
        r"|carta di credito",
        value=rf"\d{{13,19}}|{_SEPARATED}|\d{{4}}(?:[ .\-]\d{{4}}){{3}}",
        score=0.98,
        valid=is_card,
        failed_score=0.7,
    ),
)
