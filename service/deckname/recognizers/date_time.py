"""Dates and times: in figures, with names of months in seven languages, as ISO 8601 and RFC 5322 write them.

A date must exist in the calendar, read as day and month or month and day. Of a date with a time, both are one value,
and the day of the week before it belongs to it. No dates: versions, sections, a month or a year alone.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "2021-05-20T13:45:30.123+02:00, 5/20/2021, 21.5.2021, 5-MAY-2021, 20210520T134530Z, 20 May")
['2021-05-20T13:45:30.123+02:00', '5/20/2021', '21.5.2021', '5-MAY-2021', '20210520T134530Z', '20 May']
>>> values(RECOGNIZERS, "Freitag, den 5. Mai 2021 um 14:30 Uhr; 5 mai 2021, 5 de mayo de 2021, octubre de 2014")
['Freitag, den 5. Mai 2021 um 14:30 Uhr', '5 mai 2021', '5 de mayo de 2021', 'octubre de 2014']
>>> values(RECOGNIZERS, "May 5th, 2021 or 7 p.m., 14 Uhr, 14h30, Nov 15")
['May 5th, 2021', '7 p.m.', '14 Uhr', '14h30', 'Nov 15']
>>> values(RECOGNIZERS, "31.2.2021, 13/13/2021, version 1.2.24, 192.168.1.2, 3:16, 16:9, 2021, you may 5 times")
[]
"""

from __future__ import annotations

import re

import regex

from deckname.findings import Passage
from deckname.identifier import Identifier
from deckname.recognizers.candidates import Candidates, Found
from deckname.recognizers.date_forms import DAY_FIRST, FIGURES, MONTH_FIRST, YEAR_FIRST, sureness
from deckname.recognizers.months import MONTHS, WEEKDAYS

_ZONE = r"(?: ?(?:Z|UTC|GMT|CES?T|ME[SZ]Z?|[ECMP][SD]T|BST)(?![^\W_])| ?[+\-][01]\d:?[0-5]\d(?!\d))?"
_HALF = r" ?(?:[ap]m|[ap]\. ?m\.?)(?![^\W_])"
_TIME = (
    rf"(?:(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:[.,]\d{{1,9}})?)?"
    rf"(?:{_HALF}| ?(?:uhr|uur|h|hrs|hours|std)(?![^\W_]))?{_ZONE}"
    rf"|(?:[01]?\d|2[0-4])(?:\.[0-5]\d)?(?:{_HALF}| ?(?:uhr|uur|o'clock)(?![^\W_])(?: [0-5]\d(?!\d))?)"
    r"|(?:[01]?\d|2[0-4]) ?h ?[0-5]\d(?!\d)(?:min(?![^\W_]))?)"
)
_JOINED = re.compile(
    rf"(?:t|,? (?:um|at|à|a las|alle(?: ore)?|om|às|as|kl\.?|-) |,? |[\-_]|:(?=\d\d:\d))(?:{_TIME}"
    r"|(?<=t)\d{4}(?:\d\d)?(?:[.,]\d{1,9})?(?:z|[+\-]\d\d:?\d\d)?)",
    re.IGNORECASE,
)
_ONLY_TIME = re.compile(_TIME, re.IGNORECASE)
_AT = re.compile(
    r"(?<![^\W_])(?:at|um|à|alle(?: ore)?|ore|om|às|as|a las|las|ab|bis|von|until|till|from|since|gegen|vers|uhrzeit"
    r"|time|zeit|hora|heure|ora|by|before|after|between):? {1,2}\Z|\d ?- ?\Z",
    re.IGNORECASE,
)
_MONTH_BEFORE = regex.compile(r"(?r)(?<!\w)(\p{L}{3,10})\.?(?:,? (?:de |del |del año |of |van |di |the )?|[\-/,])")
_DAY_BEFORE = re.compile(r"[0-9](?:st|nd|rd|th|er|o)?\.?[ \-/]?(?:de |of )?\Z")
_GOES_ON = re.compile(r"[.,:/\-][0-9]")


IDENTIFIERS = (
    Identifier(
        type="DATE_TIME",
        name="day and month in figures",  # or a fraction, without such words
        shapes=("9/99", "99/99", "99/9"),
        form=r"(?:0?[1-9]|1[0-2])[0-3]\d|[0-3]\d(?:0?[1-9]|1[0-2])",
        words=("today", "tomorrow", "yesterday", "date", "heute", "morgen", "gestern", "datum", "hoy", "fecha", "oggi",
               "data", "hier", "vandaag", "hoje"),
        named=0.6,
    ),
)  # fmt: skip


def _look(passage: Passage, match: re.Match[str]) -> Found | None:
    """Look at figures and what follows them: figures (1), the name of a month (2), or a time (3)."""
    text, start = passage.text, match.start()
    if not _stands_apart(text, start):
        return None
    if match.lastindex == 1:
        found = FIGURES.match(text, start)
    elif match.lastindex == 2:
        found = DAY_FIRST.match(text, start) or YEAR_FIRST.match(text, start)
    else:
        found = None
    return (_weigh(text, found) if found else None) or _look_at_time(text, start)


def _look_at_month(passage: Passage, match: re.Match[str]) -> Found | None:
    """Look at the month before figures."""
    text, at = passage.text, match.end()
    month = _MONTH_BEFORE.match(text, max(0, at - 22), at)
    if not month or month[1].lower() not in MONTHS or not _stands_apart(text, month.start()):
        return None
    if _DAY_BEFORE.search(text, max(0, month.start() - 9), month.start()):  # seen already
        return None
    found = MONTH_FIRST.match(text, month.start())
    return _weigh(text, found) if found else None


def _weigh(text: str, found: re.Match[str]) -> Found | None:
    score = sureness(text, found)
    if not score:
        return None
    start, end = found.span()
    time = _JOINED.match(text, end)
    if time and _ends(text, time.end()):
        end = time.end()
    elif not _ends(text, end):
        return None
    return _weekday_before(text, start), end, score, "pattern"


def _look_at_time(text: str, start: int) -> Found | None:
    found = _ONLY_TIME.match(text, start)
    if not found or not _ends(text, found.end()):
        return None
    time = found.group()
    if time[1] == ":" and len(time) == 4 and not _AT.search(text, max(0, start - 12), start):  # 3:16 is a verse
        return None
    return start, found.end(), 0.6, "pattern"


def _weekday_before(text: str, start: int) -> int:
    """Return where the day of the week before a date begins, or the start of the date."""
    before = text[max(0, start - 24) : start]
    if not before.endswith((" ", ",")):
        return start
    words = before.replace(",", " ").split()
    for count, word in enumerate(words[:-3:-1]):
        if word.rstrip(".").lower() in WEEKDAYS:
            return start - len(before) + before.rindex(word)
        if count or word.lower() not in ("den", "dem", "der", "the", "le", "el", "il", "de"):
            break
    return start


def _stands_apart(text: str, start: int) -> bool:
    before = text[start - 1] if start else " "
    if before.isalnum() or before in "_$€£#":
        return False
    return not (before in ".,/:-+" and start > 1 and text[start - 2].isdigit() and text[start].isdigit())


def _ends(text: str, end: int) -> bool:
    after = text[end : end + 2]
    if after[:1].isalnum() or after[:1] in ("_", "%"):
        return after[:1] == "" or not text[end - 1].isascii()
    return not _GOES_ON.match(after)


def _endings() -> str:
    """Return an expression for the last three letters of any month, in small letters and capitals: fast, and wide."""
    by_last: dict[str, tuple[set[str], set[str]]] = {}
    for name in MONTHS:
        third, second, last = name[-3], name[-2], name[-1]
        thirds, seconds = by_last.setdefault(last, (set(), set()))
        thirds |= {third, third.upper()}
        seconds |= {second, second.upper()}
    return "|".join(
        f"[{''.join(sorted(thirds))}][{''.join(sorted(seconds))}][{last}{last.upper()}]"
        for last, (thirds, seconds) in by_last.items()
    )


_ENDING = _endings()
# How names of months begin.
_SHORT = (
    r"(?:[jJ][aAäÄuU]|[fF][eEéÉ]|[mM][aAäÄeErR]|[aA][pPbBvVuUgGoO]|[sS][eE]|[oO][cCkKuUtT]|[nN][oO]|[dD][eEéÉiI]"
    r"|[eE][nN]|[gG][eEiI]|[lL][uU])"
)

RECOGNIZERS = (
    # From the first figure; every branch begins with few characters, so that most figures end here.
    Candidates(
        type="DATE_TIME",
        near=r"[0-9](?<![0-9]{2})(?=[0-9]{0,3}+(?:"
        r"([./\-] ?[0-9]{1,2}[./\-] ?[0-9]|[0-9]{4}T[0-9]|[年년]| [年년])"
        rf"|([ .\-/]{{1,3}}(?:(?:of|de|di|day of) |d')?{_SHORT}|(?:st|nd|rd|th|er|[o°])[ .]{{0,2}}(?:of |de |di )?"
        rf"{_SHORT}|{_SHORT})"
        r"|(:[0-5][0-9]|h ?[0-5]| h [0-5]|[aApP]\.? ?[mM]| [uUaApP][hHuUmM.]|[uU][hH]| o'|\.[0-5][0-9] ?[uUaApP])))",
        look=_look,
    ),
    Candidates(
        type="DATE_TIME",
        near=rf" (?=[0-9]{{1,4}}(?![0-9]))(?:(?<=(?:{_ENDING}) )|(?<=(?:{_ENDING})[.,] )"
        r"|(?<= de )|(?<=the )|(?<= of )|(?<= del )|(?<= van )|(?<= año ))",
        look=_look_at_month,
    ),
    Candidates(type="DATE_TIME", near=r"-(?<=[a-z]-)(?=[0-9]{2}(?:[0-9]{2})?(?![0-9]))", look=_look_at_month),
)
