"""An address over several lines is one address: one definition for the tagger and for the synthetic gold."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from deckname.span import Span

#: A comma or nothing, or one line break with the indentation or quoting of the next line.
_GAP = regex.compile(r"[ \t]*,?[ \t]*|[ \t]*,?[ \t]*\r?\n[ \t>|*]*,?[ \t]*")
_STREET = regex.compile(
    r"\b(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|way|court|ct|close|crescent|terrace|square|"
    r"rue|avenue|calle|avenida|via|viale|corso)\b|(?:str(?:aße|asse)?|gasse|weg|platz|allee|ring|damm|straat|laan)\b",
    regex.IGNORECASE,
)
_DIGIT = regex.compile(r"\d")


def joined_addresses(spans: Iterable[Span], text: str) -> list[Span]:
    """Return disjoint ADDRESS spans with those joined that go on after a comma or on the next line.

    A line with a street and number of its own begins another address, so that a list of addresses stays a list.

    >>> text = "Lange Str. 12a\\n70173 Stuttgart\\nAm Weg 3"
    >>> spans = [Span(0, 14, "ADDRESS"), Span(15, 30, "ADDRESS"), Span(31, 39, "ADDRESS")]
    >>> [(span.start, span.end) for span in joined_addresses(spans, text)]
    [(0, 30), (31, 39)]
    """
    joined: list[Span] = []
    for span in sorted(spans):
        last = joined[-1] if joined else None
        if last and _GAP.fullmatch(text, last.end, span.start) and not _begins_anew(text, last, span):
            score = (last.score * len(last) + span.score * len(span)) / (len(last) + len(span))
            joined[-1] = Span(last.start, span.end, span.type, round(score, 4), span.source)
        else:
            joined.append(span)
    return joined


def _begins_anew(text: str, last: Span, span: Span) -> bool:
    own, before = text[span.start : span.end], text[last.start : last.end]
    return bool(_STREET.search(own) and _DIGIT.search(own) and _DIGIT.search(before))
