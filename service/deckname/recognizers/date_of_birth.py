"""Dates on which somebody was born: a date with the words of a birth right before or after it.

Dates in figures or with the names of months in English, German, French, Spanish, Italian, Dutch and Portuguese. The
date must exist, and its year lie between 1900 and now; a written month without a year counts where the label says
birthday.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "Ada, geboren in Köln am 3.4.1978, moved on 1.2.2003. I was born on January 1, 1990.")
['3.4.1978', 'January 1, 1990']
>>> values(RECOGNIZERS, "She was born in Rome. On 3 May 1980 it rained. DOB: 31.02.1980")
[]
"""

from __future__ import annotations

from datetime import date

import regex

from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted, Labelled
from deckname.recognizers.months import MONTH, MONTHS, exists
from deckname.text import lower

_MONTH = rf"(?:{MONTH})(?!\p{{L}})\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|°|[oa](?![\p{L}]))?"
_YEAR = r"(?:\d{4}|'?\d{2})"
_WRITTEN = (
    rf"{_DAY}\.?[ \-/]?(?:day )?(?:(?:of|de|di|del) )?{_MONTH}(?:,? (?:de |del |of )?{_YEAR}"
    rf"|[\-/]?{_YEAR})?(?![\p{{L}}\d]|:\d)"
    rf"|{_MONTH}[ \-](?:the )?{_DAY}(?:(?:,? ?|-|,? of ){_YEAR})?(?![\p{{L}}\d]|:\d)"
)
_FIGURES = (
    r"(?:19|20)\d\d(?P<s>[\-/.])\d{1,2}(?P=s)\d{1,2}"
    r"|\d{1,2}(?P<t> ?[./\-] ?| )\d{1,2}(?P=t)(?:(?:19|20)\d\d|\d\d)"
    r"|\d{1,2}\. ?\d{1,2}\. ?(?:(?:19|20)\d\d|\d\d)|(?:19|20)\d{6}|\d{4}(?:19|20)\d\d"
)
_DATE = rf"(?:{_WRITTEN}|{_FIGURES})(?![./\-]\d)"

_NAMED = (
    r"date[ _\-]?of[ _\-]?birth|birth[ _\-]?(?:date|day)|d\.? ?o\.? ?b\.?|(?:geburts|geb)[ .\-]{0,2}(?:datum"
    r"|tag|dat)\.?"
    r"|geburtstag|geburtsdatum|fecha (?:de )?nac(?:imiento|\.)?|date de naissance|data di nascita|geboortedatum"
    r"|bday|b-day|naissance"
)
# Between label and date: no digit and no end of a sentence. "St." and "a. M." end none.
_GAP = r"(?:[^.!?;\n\d*]|(?<=St|Bad|bei|a|am|M|O|d)\.){0,40}?"
_BORN = r"born|geboren|geb|n[ée]e?|nacid[oa]|nat[oa]|geborene[rn]?|nacque|naci[oó]|nacque|was born"

_FIGURE = regex.compile(r"\d+")
_WORD = regex.compile(r"\p{L}{3,}")


def is_birthday(value: str, *, today: date | None = None) -> bool:
    """Whether a value is a date of the calendar on which somebody alive or recently dead can have been born.

    Figures are read as day, month, year or month, day, year, whichever exists.

    >>> is_birthday("3.4.1978"), is_birthday("12/31/99"), is_birthday("30. Februar 1990"), is_birthday("1.1.1850")
    (True, True, False, False)
    """
    figures = [group.group() for group in _FIGURE.finditer(value)]
    if len(figures) == 1 and len(figures[0]) == 8:
        whole = figures[0]
        figures = (
            [whole[:4], whole[4:6], whole[6:]] if whole[:2] in ("19", "20") else [whole[:2], whole[2:4], whole[4:]]
        )
    numbers = [int(figure) for figure in figures]
    last = (today or date.today()).year
    month = next((MONTHS[word] for match in _WORD.finditer(lower(value)) if (word := match.group()) in MONTHS), None)
    if month is not None:
        if len(numbers) == 1:
            return _exists(2000, month, numbers[0], last)
        return len(numbers) == 2 and (
            _exists(numbers[1], month, numbers[0], last) or _exists(numbers[0], month, numbers[1], last)
        )
    if len(numbers) != 3:
        return False
    first, second, third = numbers
    if len(figures[0]) == 4:
        return _exists(first, second, third, last)
    return _exists(third, second, first, last) or _exists(third, first, second, last)


def _exists(year: int, month: int, day: int, last: int) -> bool:
    if year < 100:
        year += 1900 if year + 2000 > last else 2000
    return 1900 <= year <= last and exists(year, month, day)


RECOGNIZERS = (
    Labelled(
        type="DATE_OF_BIRTH",
        hints=(
            "birth", "^geb", "^dob", "^d.o", "^d. o", "^d o", "^bday", "^b-day", "^fecha nac", "^fecha de nac",
            "nascita", "naiss", "geboor",
        ),
        label=(
            rf"(?:{_NAMED})(?:[ :=\"'(\[|,.>]|is|ist|war|was|on|am|the|der|dem|\n|\(|am:|[dmytj]{{1,4}}[/.\-]"
            rf"|[mdyj]{{2,4}}\)|on:){{0,12}}?"
        ),
        value=_DATE,
        number="",
        link="",
        score=0.95,
        valid=is_birthday,
    ),
    Labelled(
        type="DATE_OF_BIRTH",
        hints=(
            "^born$", "^geb", "^né$", "^née$", "^nee$", "^nacid", "^nacio$", "^nació$", "^nato$", "^nata$", "^nacque$",
        ),
        label=rf"(?:{_BORN})(?:(?=\.)\.)?(?!\p{{L}}){_GAP}(?:\n ?)?",
        value=_DATE,
        number="",
        link="",
        score=0.95,
        valid=is_birthday,
    ),
    Labelled(
        type="DATE_OF_BIRTH",
        hints=("^b.", "(b", "*"),
        label=r"\bb\.|(?<=\()b|(?<![*\p{L}\d]|\d )\*",
        value=_DATE,
        number="",
        link=r" ?",
        score=0.8,
        valid=lambda value: is_birthday(value) and len(_FIGURE.findall(value)) > 1,
    ),
    Hinted(
        hints=("geboren", "born", "zur welt"),
        before=90,
        after=10,
        pattern=Pattern(
            type="DATE_OF_BIRTH",
            regex=(
                rf"(?<![\p{{L}}\p{{N}}])(?<!\d[./\-])(?P<value>{_DATE}) (?:in [^.!?\n\d]{{1,30}} )?(?:geboren"
                rf"|born|zur welt)(?!\p{{L}})"
            ),
            score=0.95,
            valid=is_birthday,
        ),
    ),
)  # fmt: skip
