"""An address over several lines is one address: one definition for the tagger and for the synthetic gold."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from deckname.span import Span

#: A comma or nothing, or one line break with the indentation or quoting of the next line.
_GAP = regex.compile(r"[ \t]*,?[ \t]*|[ \t]*,?[ \t]*\r?\n[ \t>|*]*,?[ \t]*")
#: A flat or floor with its number, which makes no street of a line.
_UNIT = regex.compile(
    r"\b(?:flat|apt|apartment|unit|suite|ste|studio|room|floor)\b\.?\s*#?[\w/-]*\d[\w/-]*|\b\d+(?:st|nd|rd|th)\s+floor\b",
    regex.IGNORECASE,
)
#: A street with its house number; "1511 St. Gallen", "7207 RD Rotterdam" and "Essex, CT 06060" are towns.
_STREET = regex.compile(
    # "14 Oak St": the number, a name, the kind of street; CT is Connecticut or Catania
    r"^\W*\d[\w/-]*,?\s+\w.*?(?<!-)\s(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|way|court|"
    r"(?-i:[Cc]t)|close|crescent|terrace|square)\b(?!\.?-)"
    r"|\b(?:street|avenue|road|lane|drive|boulevard)\s+\d{1,4}\p{L}?\b"
    # "12 bis, rue du Lac", "Via Roma n. 5"
    r"|(?<!\d)\d{1,4}(?:\s?(?:bis|ter|quater|\p{L})|[/-]\w+)?,?\s+"
    r"(?:rue|avenue|boulevard|(?-i:[Aa]v|[Bb]d)|chemin|impasse|square)\b"
    r"|\b(?:rue|avenue|boulevard|blvd|chemin|impasse|calle|avenida|plaza|paseo|rua|praça|travessa|via|viale|corso|"
    r"piazza)\b.*?(?<!\d)\d{1,4}(?!\d)"
    # "Lange Str. 12a", "Am Weg 3", "Kerkstraat 5"
    r"|(?:str(?:aße|asse)?|gasse|weg|platz|allee|ring|damm|straat|laan)\b\.?,?\s*(?:nr\.?\s*)?\d{1,4}(?!\d)",
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
    own, before = (_UNIT.sub("", text[each.start : each.end]) for each in (span, last))
    return bool(_STREET.search(own) and _DIGIT.search(before))
