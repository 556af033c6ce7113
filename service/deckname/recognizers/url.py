"""Web addresses: RFC 3986 with a scheme that names a host, or "www.".

Punctuation at the end and a closing bracket without its opening one belong to the sentence.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "See https://en.wikipedia.org/wiki/Cover_(law), or (www.bücher.example/a?b=1).")
['https://en.wikipedia.org/wiki/Cover_(law)', 'www.bücher.example/a?b=1']
>>> values(RECOGNIZERS, "http:// www. std::string a.b/c")
[]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckname.findings import Findings, Passage
from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted

_PUNCTUATION = ".,;:!?'*_~…"
_BRACKETS = {")": "(", "]": "[", "}": "{"}
_FOUND = Pattern(
    type="URL",
    regex=(
        r"(?<![\p{L}\d])(?:(?:https?|ftps?|sftp|wss?|ssh|git|smb|ldaps?|postgres(?:ql)?|mysql|mongodb(?:\+srv)?"
        r"|rediss?|amqps?)://(?=[\p{L}\d\[])|www\.(?=[\p{L}\d\-]{1,63}\.))[^\s<>\"`|\\^]{2,2000}+"
    ),
    score=0.9,
)


class Url:
    """The pattern, with what belongs to the sentence cut off."""

    type = "URL"

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        """Return the web addresses of each passage."""
        return [self._cut(found, passage.text) for found, passage in zip(_FOUND.find(passages), passages, strict=True)]

    def _cut(self, found: Findings, text: str) -> Findings:
        evidence = tuple(
            replace(
                item, span=replace(item.span, end=item.span.start + len(cut(text[item.span.start : item.span.end])))
            )
            for item in found.evidence
        )
        return replace(found, evidence=evidence)


def cut(address: str) -> str:
    """Return an address without the punctuation of the sentence around it.

    >>> cut("https://x.example/a_(b))."), cut("https://x.example/[a]'")
    ('https://x.example/a_(b)', 'https://x.example/[a]')
    """
    open_ = {close: address.count(opening) for close, opening in _BRACKETS.items()}
    closed = {close: address.count(close) for close in _BRACKETS}
    end = len(address)
    while end:
        last = address[end - 1]
        if last in closed and closed[last] > open_[last]:
            closed[last] -= 1
        elif last not in _PUNCTUATION:
            break
        end -= 1
    return address[:end]


RECOGNIZERS = (Hinted(pattern=Url(), hints=("://", "www."), before=8, after=2010),)
