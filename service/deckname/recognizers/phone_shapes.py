"""Where digits are written as a telephone number may be: runs of them, cut where another number begins.

>>> for text in ("(0711) 123-0 x 12", "12:30 +49 (30) 12 34", "0171 1234567 / 030 123456 9pm", "$ 1 234 567, 12:30"):
...     found = [body_of(text, start, end) for start, end in runs(text)]
...     print([(text[body.start : body.end], body.edge.name) for body in found if body])
[('(0711) 123-0 x 12', 'OPEN')]
[('+49 (30) 12 34', 'OPEN')]
[('0171 1234567', 'OPEN'), ('030 123456', 'OPEN')]
[('1 234 567', 'SHUT')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from deckname.recognizers.phone_plans import digits_of

#: Digits in one number at home at most, and abroad with a prefix; a longer run is more than one number, or none.
MOST_DIGITS, MOST_WITH_PREFIX = 13, 18
#: What is dialled before a country's code, from most countries and from North America.
PREFIXES = ("00", "011 ", "011-")
# Possessive, and what separates is no digit: a text is read once, whatever it holds.
_RUN = re.compile(r"[0-9](?:[ ()./\-]{0,4}+[0-9]){2,}+")
_BREAK = re.compile(r" {2,}| ?/ ?(?=\(?0[0-9]{2})| / | - (?=\(?0[0-9])| (?=\(?0[0-9]{2})| (?=\()")
#: How an extension begins.
EXTENDS = frozenset(" ,(;#xXeEdDpPaAiInNtTrRwWlLдД")
_EXTENSION = re.compile(
    r";ext=[0-9]{1,6}|,? ?\(?(?P<word>ext(?:ension|n)?\.?:?|x|durchwahl:?|dw\.?|app(?:arat)?\.?|poste|int(?:erno)?\.?|#"
    r"|p\.|nebenstelle|tst\.?|toestel|ramal|anexo|anknytning|wew\.?|linka|доб\.?) ?[0-9]{1,6}(?![0-9])\)?",
    re.IGNORECASE,
)
#: What stands before a number without being of it, and what a date leaves behind one.
_HEAD = re.compile(
    r"24 ?/ ?7 +|(?:0?[1-9]|[12][0-9]|3[01])([./\-])(?:0?[1-9]|1[0-2])\1(?:19|20)?[0-9]{2} +"
    r"|[0-9]{1,4} +(?=\(0[0-9]{2,5}\))|[1-9][0-9]{0,5} - (?=\(?0[0-9])"
)
_TAIL = re.compile(
    r" +(?:[0-3]?[0-9]([./\-])[01]?[0-9]\1(?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}([./\-])[01][0-9]\2[0-3][0-9])\Z"
)
_DIGIT = re.compile(r"[0-9]")
_PLUS = re.compile(r"\+ ?\(?\Z")
_CENTS = re.compile(r",[0-9]{1,2}(?![0-9])")
#: A code of the network before a number, which hides who calls: "*31#0171 2345678".
SERVICE = re.compile(r"[*#][0-9]{2}[*#]\Z")
_MONEY = re.compile(r"(?:[$€£¥]|(?:EUR|USD|CHF|GBP|Rs)\.?) \Z")
_UNIT = re.compile(
    r" ?(?:[€$£¥%‰°]|(?:EUR|USD|CHF|GBP|[Ee]uros?|[Dd]ollars?|kr|zł|PLN|Mio|Mrd|[kcm]m|kg|[kKMGT]i?B|bytes|px|ms)\b)"
)


class Edge(IntEnum):
    """Whether something that stands where it does is a number of its own: never, behind its label only, or well so."""

    SHUT = 0
    LABELLED = 1
    OPEN = 2


@dataclass(frozen=True, slots=True)
class Body:
    """A number, from its first bracket or plus to the end of its extension; ``value`` is without that."""

    start: int
    end: int
    value: str
    plus: bool
    extension: str
    edge: Edge

    @property
    def names_itself(self) -> bool:
        """Whether the word for its extension says that it is a telephone's: "x" and "p." are other things, too."""
        return self.extension.lower() not in ("", "x", "#", "p.")


def runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the digits that may be a number's, three or more, with what separates them."""
    for match in _RUN.finditer(text):
        start, end = match.span()
        count = end - start
        if count > MOST_DIGITS:
            count = len(digits_of(match.group()))
        if count <= MOST_DIGITS or (count <= MOST_WITH_PREFIX and _has_prefix(text, start)):
            yield start, end
        elif not text[start - 1 : start].isalpha():  # an IBAN's
            yield from _parts(text, start, end)


def _has_prefix(text: str, start: int) -> bool:
    return text.startswith(PREFIXES, start) or _PLUS.search(text, max(0, start - 3), start) is not None


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the numbers of a run that is too long for one: it breaks at wide gaps, before a trunk zero or a bracket."""
    head = _HEAD.match(text, start, end)
    begin = done = head.end() if head else start
    count = 0
    for gap in _BREAK.finditer(text, begin, end):
        count += len(digits_of(text[done : gap.start()]))
        done = gap.end()
        if count >= (7 if gap.end() - gap.start() > 1 else 9):
            yield begin, gap.start()
            begin, count = gap.end(), 0
    yield begin, end


def body_of(text: str, start: int, end: int) -> Body | None:
    """Return the number of a run: with what belongs to it on both sides, without what belongs to its neighbours."""
    start = _after_head(text, start, end)
    extension = _EXTENSION.match(text, end) if text[end : end + 1] in EXTENDS else None
    stop = _balanced(text, start, end if extension else _end(text, start, end))
    if stop - start < 3:
        return None
    if stop < end:
        extension = None
    begin, plus = _start(text, start, stop)
    last = extension.end() if extension else stop
    name = extension["word"] or ";ext" if extension else ""
    return Body(begin, last, text[begin:stop], plus, name, _edge(text, begin, last))


def _after_head(text: str, start: int, end: int) -> int:
    """Return where a number begins behind the rest of a time ("12:30 0711 123456") or a date; ``end`` if nowhere."""
    if start > 1 and text[start - 1] == ":" and text[start - 2].isdigit():
        start = text.find(" ", start, end)
    elif head := _HEAD.match(text, start, end) if not _PLUS.search(text, max(0, start - 3), start) else None:
        start = head.end()
    else:
        return start
    digit = _DIGIT.search(text, start, end) if start >= 0 else None
    return digit.start() if digit else end


def _end(text: str, start: int, end: int) -> int:
    """Return where a number ends: before the time, house number, amount or date that the last of a run belongs to."""
    following = text[end : end + 2]
    if (
        _is_letter(following[:1])
        or following[:1] == "_"
        or (following[:1] == ":" and following[1:].isdigit())
        or _CENTS.match(text, end)
    ):
        gap = text.rfind(" ", start, end)
        return start + len(text[start:gap].rstrip(" /-(")) if gap > start else start
    tail = _TAIL.search(text, start, end) if end - start > MOST_DIGITS else None
    return tail.start() if tail else end


def _balanced(text: str, start: int, end: int) -> int:
    """Return the end before a bracket that the next number opens, or that closes what stands around this one."""
    depth = int(start > 0 and (text[start - 1] == "(" or text[max(0, start - 3) : start].endswith(("(+", "(+ "))))
    opened = -1
    for place in range(start, end) if "(" in text[start:end] or ")" in text[start:end] else ():
        if text[place] == "(":
            opened, depth = place, depth + 1
        elif text[place] == ")":
            opened, depth = -1, depth - 1
            if depth < 0:
                return place
    return end if opened < 0 else start + len(text[start:opened].rstrip(" /-"))


def _start(text: str, start: int, stop: int) -> tuple[int, bool]:
    """Return where a number begins with the bracket that it closes and its plus, and whether it has one."""
    closes = text.count(")", start, stop) > text.count("(", start, stop)
    bracket = start > 0 and text[start - 1] == "("
    at = start - bracket
    plus = text[at - 1] == "+" if at else False
    if not plus and at > 1 and text[at - 2 : at] == "+ ":
        plus, at = True, at - 1
    if not plus:
        return (at if bracket and closes else start), False
    at -= 1
    return (at - 1 if closes and not bracket and text[max(0, at - 1) : at] == "(" else at), True


def _edge(text: str, start: int, end: int) -> Edge:
    following = text[end : end + 2]
    if (following[:1] == "-" and following[1:].isalpha()) or _UNIT.match(text, end):
        return Edge.SHUT
    edge = Edge.LABELLED if _is_letter(following[:1]) else Edge.OPEN
    before = text[start - 1] if start else " "
    if before == " ":
        return Edge.SHUT if _MONEY.search(text, max(0, start - 5), start) else edge
    if before == "#" and SERVICE.search(text, max(0, start - 4), start):
        return edge
    if before.isdigit() or before in "@%&$€£¥+^~":
        return Edge.SHUT
    further = text[start - 2] if start > 1 else " "
    if before == "#" and further in "([":  # "add an extension (#888)" is an issue's
        return Edge.SHUT
    if _is_letter(before) or before in "_=#" or (before in "-/" and (further.isalnum() or further == "/")):
        return Edge.LABELLED
    if before == "," and further.isdigit() and not text[max(0, start - 7) : start - 1].isdigit():
        return Edge.LABELLED
    return edge


def _is_letter(character: str) -> bool:
    """Whether it is a letter of a script that has spaces between words: in others numbers stand next to letters."""
    return character.isalpha() and character < "\u0e00"
