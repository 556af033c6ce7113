"""Edges of spans: the white space and punctuation that does not belong to the value."""

from __future__ import annotations

import regex

from deckname.span import Span

_OPENING = {"(": ")", "[": "]"}
_CLOSING = {close: opening for opening, close in _OPENING.items()}
_KEEPS_BEFORE = {
    "PHONE_NUMBER": "+(*", "IP_ADDRESS": ":", "EMAIL_ADDRESS": "_", "USERNAME": "_", "COORDINATES": "+-",
}  # fmt: skip
_KEEPS_AFTER = {"PASSPORT": "<", "COORDINATES": "°'\"′″"}
#: Types whose values may begin or end with any visible character; only white space and quotes are trimmed.
_OPAQUE = frozenset({"PASSWORD", "SECRET", "URL"})
_QUOTES = "\"'“”„‚‘’«»`"
_INITIAL = regex.compile(r"(?:^|[\s.\-,])(?:\p{Lu}|Jr|Sr)\.$")
_STREET = regex.compile(r"(?:St|[Ss]tr|Ave|Blvd|Rd|Dr|Ln|Ct|Cres|Pl|Sq|Hwy)\.$")
_PORT = regex.compile(r"(\d+\.\d+\.\d+\.\d+):\d+")
_GOES_ON = regex.compile(r"\s*[,;:)\]]")


def trim(span: Span, text: str) -> Span | None:
    """Return ``span`` without white space and stray punctuation at its edges; None where nothing is left.

    A bracket stays where its partner is inside. A full stop stays after an initial, and after a street's abbreviation
    where the sentence goes on; at the end of a sentence it is the sentence's.

    >>> text = "call (555) 123-4567."
    >>> trimmed = trim(Span(4, 20, "PHONE_NUMBER"), text)
    >>> text[trimmed.start : trimmed.end]
    '(555) 123-4567'
    """
    start, end = span.start, span.end
    opaque = span.type in _OPAQUE
    before = (-1, -1)
    while start < end and before != (start, end):
        before = (start, end)
        if not opaque and _bracketed(text, start, end):
            start, end = start + 1, end - 1
        while start < end and _strippable_before(text, start, end, span.type, opaque):
            start += 1
        while start < end and _strippable_after(text, start, end, span.type, opaque):
            end -= 1
    if span.type == "IP_ADDRESS" and (port := _PORT.fullmatch(text, start, end)):
        end = port.end(1)
    value = text[start:end]
    if not any(character.isalnum() for character in value) and (not opaque or not value or "*" in value):
        return None  # punctuation, or a password that is masked already
    if (start, end) == (span.start, span.end):
        return span
    return Span(start, end, span.type, span.score, span.source)


def complete(span: Span, text: str) -> Span:
    """Return a phone number's span with the bracket or plus that it begins with, where a finder left it out.

    >>> complete(Span(6, 19, "PHONE_NUMBER"), "call (555) 123-4567").start
    5
    """
    start = span.start
    if span.type == "PHONE_NUMBER" and start > 0:
        inside = text[start : span.end]
        if text[start - 1] == "(" and inside.count(")") > inside.count("("):
            start -= 1
        if start > 0 and text[start - 1] == "+":
            start -= 1
    return span if start == span.start else Span(start, span.end, span.type, span.score, span.source)


def _bracketed(text: str, start: int, end: int) -> bool:
    """Whether one pair of brackets stands around everything."""
    closing = _OPENING.get(text[start])
    return closing is not None and text.find(closing, start, end) == end - 1


def _strippable_before(text: str, start: int, end: int, type_: str, opaque: bool) -> bool:
    character = text[start]
    if character.isspace():
        return True
    if opaque:
        return character in _QUOTES
    if character.isalnum():
        return False
    if character == '"':  # a quoted local part, or a quotation
        return type_ != "EMAIL_ADDRESS" or '"@' not in text[start + 1 : end]
    if character in _KEEPS_BEFORE.get(type_, ""):
        return character in _OPENING and _OPENING[character] not in text[start:end]
    return character not in _OPENING or _OPENING[character] not in text[start:end]


def _strippable_after(text: str, start: int, end: int, type_: str, opaque: bool) -> bool:
    character = text[end - 1]
    if character.isspace():
        return True
    if opaque:
        return character in _QUOTES
    if character.isalnum() or character in _KEEPS_AFTER.get(type_, ""):
        return False
    if type_ == "IP_ADDRESS" and text.endswith("::", start, end):  # 2001:db8::
        return False
    if character in _CLOSING:
        return _CLOSING[character] not in text[start : end - 1]
    if character != ".":
        return True
    abbreviated = _STREET.search(text, start, end) and _GOES_ON.match(text, end)
    return not (_INITIAL.search(text, start, end) or abbreviated)
