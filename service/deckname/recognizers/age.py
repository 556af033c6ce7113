"""Ages: the figure beside the words that make it one, in English, German, French, Spanish, Italian, Dutch, Portuguese.

The figure alone is the value. "42 ans", "42 años", "42 jaar" may be a time that passed, too: less sure, and nothing
behind "il y a" or before "ago".

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "42 years old, a 43-year-old, 44-jährig, aged 45, Alter: 46, 47 Jahre alt, 'age': 48")
['42', '43', '44', '45', '46', '47', '48']
>>> values(RECOGNIZERS, "47 ans, 48 años, 49 anni, 50 jaar, 51 anos; 52yo, 53 y/o, 54 yrs old, 55-jarige, 56 jaar oud")
['47', '48', '49', '50', '51', '52', '53', '54', '55', '56']
>>> values(RECOGNIZERS, "il y a 47 ans, hace 48 años, 49 anni fa, 50 jaar geleden, 42 years ago, 300 years old")
[]
"""

from __future__ import annotations

import re

from deckname.findings import Passage
from deckname.recognizers.candidates import Candidates, Found
from deckname.recognizers.labelled import Labelled

#: Nobody was older (https://www.guinnessworldrecords.com/records/hall-of-fame/jeanne-calment, 122 years).
OLDEST = 122
#: How far from its unit a figure and what speaks against it may stand, in characters.
BEFORE = AFTER = 44

_SURE = re.compile(
    r" ?-? ?(?:years?|yrs?|months?|weeks?|days?)[ \-]olds?(?![^\W\d_])|[ \-]?(?:yo|y/o|y\.o\.|yrs?/o)(?![^\W\d_])"
    r"| (?:years?|yrs?) of age| ?-? ?(?:jähr|jaehr)(?:ig|ling)"
    r"| (?:jahre?|monate?|wochen?|tage?) (?:alt|jung)(?![^\W\d_])"
    r"| ?-? ?jarige?(?![^\W\d_])| (?:jaar|maanden|weken) oud| ans (?:d'âge|révolus)"
    r"| (?:años|meses|días|anni|mesi|anos|dias) d[ei] (?:edad|vida|età|idade)",
    re.IGNORECASE,
)
_UNSURE = re.compile(r" (?:ans|años|anni|jaar|anos|yrs)(?![^\W\d_])", re.IGNORECASE)
_PASSED_BEFORE = re.compile(
    r"(?<![^\W\d_])(?:il y a|pendant|depuis|durant|en|dans|tous les|plus de|après|garantie de|contrat de|hac[eí]a?"
    r"|durante|dentro de|cada|por|tras|después de|luego de|per[ií]odo de|(?:últim|primer)os|menos de|unos|tra|fra|per"
    r"|da|negli ultimi|letzten|voor|over|sinds|al|gedurende|in|om de|há|ha|faz|daqui a)"
    r"(?: (?:environ|casi|unos|circa|ongeveer|cerca de|plus de|más de|più di|meer dan|mais de))? \Z",
    re.IGNORECASE,
)
_PASSED_AFTER = re.compile(
    r" (?:plus tard|auparavant|après|avant|atrás|después|antes|más tarde|fa|dopo|prima|geleden|later|lang|ervaring"
    r"|garantie|garantía|garanzia|de prison|de cárcel|di carcere|cel|depois|mais tarde|de experiencia|d'expérience"
    r"|de evolución|de la|previ[oa]s?|previamente)(?![^\W\d_])",
    re.IGNORECASE,
)
_LABEL = (
    r"aged?(?: of)?|alter|(?:âge|âgée?)(?: de)?|edad(?: de)?|età(?: di)?|(?-i:[Ee]ta)|leeftijd|idade(?: de)?"
    r"|turn(?:ed|s|ing)|how old are you\?"
)
_FIGURE = r"[1-9][0-9]{0,2}(?![0-9])(?![.,:/\-][0-9]|%| ?(?:%|€|und |to |bis |or )| [0-9])"


def _look_before(passage: Passage, match: re.Match[str]) -> Found | None:
    """Look at the figure before what may be "years"."""
    text, end = passage.text, match.start() + 1
    start = end - 1
    while start and end - start < 4 and text[start - 1].isdecimal():
        start -= 1
    before = text[start - 1] if start else " "
    if not 0 < end - start < 4 or int(text[start:end]) > OLDEST or before.isalnum() or before in "$€£_":
        return None
    if start > 1 and before in ".,/:-" and text[start - 2].isdigit():
        return None
    if _SURE.match(text, end):
        return start, end, 0.85, "pattern"
    unsure = _UNSURE.match(text, end)
    if not unsure or _PASSED_AFTER.match(text, unsure.end()) or _PASSED_BEFORE.search(text, max(0, start - 32), start):
        return None
    return start, end, 0.55, "pattern"


def _is_age(figure: str) -> bool:
    return int(figure) <= OLDEST


# The first letters of years, months, weeks and days, in all those languages.
_UNIT = r"[yYjJaAmMwWdDT][eoraiíäñn/.EORAIÍÄÑN]"

_UNITS = (
    "year", "yrs", "yr/", "y/o", "y.o.", "month", "week", " day", "-day", "jähr", "jaehr", " jahr", " monat", " woche",
    " tag", "jarig", " jaar", " maand", " weken", " ans", " años", " meses", " días", " anni", " mesi", " anos",
    " dias",
    *(f"{digit}{space}yo" for digit in range(10) for space in ("", " ", "-")),
)  # fmt: skip
# "Agent" and "alternative" are frequent.
_NAMES = (
    "^aged", "^âg", "^edad", "^età", "^eta ", "^eta:", "^leeftijd", "^idade", "^turned", "^turns", "^turning",
    "old are you",
    *(f"^{name}{sign}" for name in ("age", "alter") for sign in " :=\"'*_|-\t\n"),
)  # fmt: skip

RECOGNIZERS = (
    Candidates(
        type="AGE", near=rf"[0-9][ \-]?(?={_UNIT})", look=_look_before, hints=_UNITS, before=BEFORE, after=AFTER
    ),
    Labelled(
        type="AGE",
        hints=_NAMES,
        label=_LABEL,
        value=_FIGURE,
        number="",
        score=0.75,
        valid=_is_age,
        reach=40,
    ),
)
