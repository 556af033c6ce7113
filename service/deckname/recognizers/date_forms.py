"""The forms of dates: an expression for each, whose last group tells which it is, and how sure a match is."""

from __future__ import annotations

import re

from deckname.recognizers.months import MONTH, MONTHS, exists

_YEAR = r"(?:1\d{3}|2[01]\d\d)(?!\d)"
_OF = r"(?:,? (?:de |del |of |van |di |del año )?|[\-/])"
# The last group that matches tells the form.
FIGURES = re.compile(
    r"(?P<y1>1\d{3}|2[01]\d\d)(?P<s1>[\-/.])(?P<m1>\d{1,2})(?P=s1)(?P<d1>\d{1,2})(?!\d)"
    rf"|(?P<a>\d{{1,2}})(?P<s2>\. ?|[/\-])(?P<b>\d{{1,2}})(?P=s2)(?:(?P<long>{_YEAR})|(?P<short>\d\d)(?!\d))"
    r"|(?P<y2>[12]\d{3})(?P<m2>\d\d)(?P<d2>\d\d)(?=T\d{4})"
    r"|(?P<y3>[12]\d{3}) ?[年년] ?(?P<m3>\d{1,2}) ?[月월] ?(?P<d3>\d{1,2}) ?[日일]"
)
DAY_FIRST = re.compile(
    r"(?P<d4>\d{1,2})(?:st|nd|rd|th|er|[o°])?\.?[ \-/]{0,2}(?:(?:day )?(?:(?:of|de|di) |d'))?"
    rf"(?P<m4>{MONTH})(?![^\W\d_])"
    rf"(?:\.?{_OF}?(?P<y4>{_YEAR})|\.?[ \-/]'?(?P<short4>\d\d)(?![\d:.h]| ?(?:uhr|uur|[ap]\.?m)))?",
    re.IGNORECASE,
)
YEAR_FIRST = re.compile(rf"(?P<y5>{_YEAR})[\-/ ](?P<m5>{MONTH})[\-/ ](?P<d5>\d{{1,2}})(?!\d)", re.IGNORECASE)
MONTH_FIRST = re.compile(
    rf"(?P<m6>{MONTH})\.? (?:the )?(?P<d6>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.]\d|\d|%)(?:,? (?:of )?(?P<y6>{_YEAR}))?"
    rf"|(?P<m7>{MONTH})\.?(?:{_OF}|,)(?P<y7>{_YEAR})|(?P<m8>{MONTH})-(?P<short8>\d\d)(?!\d)",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"(?<![^\W_])(?:am|vom|bis|seit|ab|den|der|zum|datum|date|dated|on|since|from|until|le|du|el|il|del|dal|op|van|em"
    r"|fecha|data|dt\.?):? {1,2}\Z",
    re.IGNORECASE,
)
#: In small letters and without a year these are other words; the last two in capitals, too.
_OTHER_WORDS = frozenset(("mar", "mars", "mag", "gen", "ago", "ene", "lug", "dic", "dec", "giu", "ott", "may", "march"))
_NEVER_ALONE = frozenset(("out", "set"))
#: The groups of month, year and day in each form.
_PARTS = {number: (f"m{number}", f"y{number}", f"d{number}") for number in "123456"} | {
    "7": ("m7", "y7", ""),
    "8": ("m8", "", ""),
}


def sureness(text: str, found: re.Match[str]) -> float:
    """Return how sure a match of a form is; 0 for what is no date.

    >>> [sureness(text, FIGURES.match(text)) for text in ("5.3.2021", "5.3.21", "31.2.2021")]
    [0.6, 0.0, 0.0]
    """
    form = found.lastgroup or ""
    if form in ("long", "short"):
        return _score_figures(text, found)
    number = form[-1]
    month, year, day = (found[group] if group else None for group in _PARTS[number])
    name = (month or "").lower()
    # A name that only ignoring case makes one ("APRİL") is none.
    which = MONTHS.get(name) or (int(name) if name.isdecimal() else 0)
    if not month or not exists(int(year or 2020), which, int(day or 1)):
        return 0.0
    if year or number in "123":
        return 0.6
    if form.startswith("short"):
        return 0.5 if number == "8" else 0.6
    small = number == "4" and month.islower() and name not in _OTHER_WORDS
    return 0.6 if (small or month[0].isupper()) and name not in _NEVER_ALONE else 0.0


def _score_figures(text: str, found: re.Match[str]) -> float:
    first, second, between = found["a"], found["b"], found["s2"]
    year = int(found["long"] or "20" + found["short"])
    if not (exists(year, int(second), int(first)) or exists(year, int(first), int(second))):
        return 0.0
    if found["long"] or between == "/":
        return 0.6
    # "1.2.24" is a version or a section, too.
    if len(first) == len(second) == 2 or _SINCE.search(text, max(0, found.start() - 12), found.start()):
        return 0.5 if between == "-" else 0.6
    return 0.5 if between == "-" else 0.0
