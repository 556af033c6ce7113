"""Dates as people write them: read a value, and write another date in the same form and language.

Reads what ``deckname.recognizers.date_forms`` finds, a year or a month with a year alone, and Chinese, Japanese and
Korean figures; names of months and days of the week in English, German, French, Spanish, Italian, Dutch and Portuguese.
Everything else in a value must be known too (small words, the time of the day), or it is no date: what is not
understood must not be left standing.

Which of two small figures is the day: a figure over 12 decides; else ``order``; else points and dashes put the day
first (as in most of Europe), slashes the month (as in the United States).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cache
from typing import Literal

from deckname.recognizers.months import MONTH, MONTHS, WEEKDAYS, exists
from deckname.text import normalise

Order = Literal["auto", "day-first", "month-first"]

#: By language the names of the months, then the short ones, as they are written.
_LONG = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
}
_SHORT = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "de": "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
    "fr": "janv févr mars avr mai juin juil août sept oct nov déc",
    "es": "ene feb mar abr may jun jul ago sep oct nov dic",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
}
_DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
}
_SHORT_DAYS = {
    "en": "Mon Tue Wed Thu Fri Sat Sun",
    "de": "Mo Di Mi Do Fr Sa So",
    "pt": "segunda terça quarta quinta sexta sábado domingo",
}
#: Small words that tell a language, and stand in dates.
_WORDS = {
    "en": "the of on at day",
    "de": "den dem der am um uhr vom",
    "fr": "le à du h",
    "es": "de del el a las año",
    "it": "di alle ore il del dell",
    "nl": "van om uur op de",
    "pt": "de às as em do",
}
_SMALL = frozenset(" ".join(_WORDS.values()).split()) - {"day"} | {"day", "t", "d"}

_YEAR = r"(?:1\d{3}|2[01]\d\d)"
_ORDINAL = r"(?P<ordinal>st|nd|rd|th|er|º|°|ª)?"
_NAMED = rf"(?P<name>{MONTH})(?![^\W\d_])(?P<point>\.?)"
_SHORT_YEAR = r"(?P<mark>['’])?(?P<short>\d\d)"
_OF = r"(?: de| del| of| van| di| du)? "
_FORMS = (
    rf"(?P<year>{_YEAR})(?P<sep>[\-/.])(?P<month>\d{{1,2}})(?P=sep)(?P<day>\d{{1,2}})(?!\d)",
    rf"(?P<a>\d{{1,2}})(?P<sep> ?[./\-] ?| )(?P<b>\d{{1,2}})(?P=sep)(?:(?P<year>{_YEAR})|(?P<short>\d\d))(?!\d)",
    r"(?P<a>\d{1,2})(?P<sep>\. ?)(?P<b>\d{1,2})\. ?(?:(?P<year>\d{4})|(?P<short>\d\d))(?!\d)",
    rf"(?P<year>{_YEAR})(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)",
    rf"(?P<day>[0-3]\d)(?P<month>[01]\d)(?P<year>{_YEAR})(?!\d)",
    r"(?P<year>[12]\d{3}) ?[年년] ?(?P<month>\d{1,2}) ?[月월](?: ?(?P<day>\d{1,2}) ?[日일])?",
    rf"(?P<day>\d{{1,2}}){_ORDINAL}\.?[ \-/]{{0,2}}(?:(?:day )?(?:of|de|di) |d')?{_NAMED}"
    rf"(?:(?:,? ?|{_OF}|[\-/]|,{_OF})(?P<year>{_YEAR})(?!\d)|[ \-/]{_SHORT_YEAR}(?![\d:.h]))?",
    rf"(?P<year>{_YEAR})[\-/ ]{_NAMED}[\-/ ](?P<day>\d{{1,2}})(?!\d)",
    rf"{_NAMED}[ \-](?:the )?(?P<day>\d{{1,2}}){_ORDINAL}(?![\d:])"
    rf"(?:(?:,? ?(?:of )?|-)(?P<year>{_YEAR})(?!\d)|,? {_SHORT_YEAR}(?![\d:.h]))?",
    rf"{_NAMED}(?:,? ?|{_OF}|[\-/])(?:(?P<year>{_YEAR})(?!\d)|(?<=[ \-/]){_SHORT_YEAR}(?!\d))",
    rf"(?P<year>{_YEAR})[\-/](?P<month>0[1-9]|1[0-2])(?!\d)",
    rf"(?P<month>0?[1-9]|1[0-2])[/.](?P<year>{_YEAR})(?!\d)",
    rf"(?P<year>{_YEAR})(?!\d)",
    r"(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?!\d)\.?",
)
_HALF = r"(?: ?(?:[ap]\.? ?m\.?|uhr|h|uur|hrs|hours|o'clock|std)(?![^\W_]))"
_ZONE = r"(?: ?(?:z|utc|gmt|ces?t|mes?z|[ecmp][sd]t|bst)(?![^\W_])| ?[+\-]\d\d:?\d\d)?"
_TIME = re.compile(
    rf"t\d{{4,6}}(?:[.,]\d{{1,9}})?z?|t?\d{{1,2}}(?::\d\d){{1,2}}(?:[.,]\d{{1,9}})?{_HALF}?{_ZONE}"
    rf"|\d{{1,2}}(?:\.\d\d)?{_HALF}|\d{{1,2}}h\d\d(?:min)?",
    re.IGNORECASE,
)
#: What stands between a date and the time of the day.
_JOINT = re.compile(r"[,\s]*(?:(?P<word>um|at|à|a las|alle ore|alle|ore|om|às|as)\b )?\s*[\-–]?\s*", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}[.:h]\d\d(?!\d)")
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


@cache  # not on import: that they are many takes a while
def _forms() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)


class Precision(IntEnum):
    """How fine a date is."""

    YEAR = 1
    MONTH = 2
    DAY = 3


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it stands in a value, and where its parts stand: (start, end) by ``day``, ``month``, ``year`` ..."""

    text: str
    date: date
    precision: Precision
    parts: dict[str, tuple[int, int]]
    language: str
    has_year: bool = True

    def __repr__(self) -> str:
        return f"Written({self.precision.name}, {self.language!r})"  # never the value


def read(value: str, *, order: Order = "auto", latest: int | None = None) -> Written | None:
    """Return the one date that a value is; ``None`` if it is none, or more than one, or holds anything else.

    A year of two figures is of the 20th century from 69 on, as POSIX ``strptime`` has it, and otherwise of the 21st;
    with ``latest``, the last year that can be meant, it lies in the hundred years up to then.

    >>> read("Freitag, den 5. Mai 2021 um 14:30 Uhr").date
    datetime.date(2021, 5, 5)
    >>> read("03/04/85").date, read("03.04.85").date, read("25/12/1985").date
    (datetime.date(1985, 3, 4), datetime.date(1985, 4, 3), datetime.date(1985, 12, 25))
    >>> read("5 May 2021 in Rome"), read("31.2.2021")
    (None, None)
    """
    try:
        value.encode()
    except UnicodeEncodeError:
        return None
    folded = normalise(value)
    if folded.starts is not None or len(value) > 100:
        return None
    text = folded.text
    for form in _forms():
        for found in form.finditer(text):
            before, after = text[: found.start()], text[found.end() :]
            if before[-1:].isalnum() or (after[:1].isalnum() and after[:1] not in "tT") or "\n" in text:
                continue
            weekday = _weekday(before)
            if not _is_known(before, weekday, after):
                continue
            if written := _of(value, text, found, weekday, order, latest):
                return written
    return None


def _of(
    value: str, text: str, found: re.Match[str], weekday: tuple[int, int] | None, order: Order, latest: int | None
) -> Written | None:
    groups = found.re.groupindex
    parts = {name: found.span(name) for name in groups if found[name] not in (None, "")}
    figures = [name for name in parts if name in ("day", "month", "year", "a", "b")]
    numbers = {name: int(text[slice(*parts[name])]) for name in figures}
    if "a" in parts:
        first, second = ("month", "day") if _is_month_first(found, numbers, order) else ("day", "month")
        parts[first], parts[second] = parts.pop("a"), parts.pop("b")
        numbers[first], numbers[second] = numbers["a"], numbers["b"]
    if "name" in parts:
        numbers["month"] = MONTHS[text[slice(*parts["name"])].lower()]
    if "short" in parts:
        numbers["year"] = _century(int(text[slice(*parts["short"])]), latest)
    has_year = "year" in numbers
    precision = Precision.DAY if "day" in numbers else Precision.MONTH if "month" in numbers else Precision.YEAR
    if precision is not Precision.DAY and not has_year:
        return None
    # A day of no year is one of a year that has every day.
    year, month, day = numbers.get("year", 2000), numbers.get("month", 7), numbers.get("day", 15 if has_year else 1)
    if not exists(year, month, day):
        return None
    if weekday:
        parts["weekday"] = weekday
    return Written(value, date(year, month, day), precision, parts, _language(text, found, weekday), has_year)


def _is_month_first(found: re.Match[str], numbers: dict[str, int], order: Order) -> bool:
    if numbers["a"] > 12 or numbers["b"] > 12:
        return numbers["b"] > 12
    return "/" in found["sep"] if order == "auto" else order == "month-first"


def _century(short: int, latest: int | None) -> int:
    if latest is None:
        return 1900 + short if short >= 69 else 2000 + short
    return latest - (latest - short) % 100


def _weekday(before: str) -> tuple[int, int] | None:
    """Return where a day of the week stands before a date."""
    found = _LETTERS.search(before)
    if found and found.group().lower() in WEEKDAYS:
        return found.span()
    return None


def _is_known(before: str, weekday: tuple[int, int] | None, after: str) -> bool:
    """Whether there is nothing beside a date but small words, a time of the day, and punctuation."""
    start = weekday[1] if weekday else 0
    if _TIME.search(before) and re.search(r"\d", before):
        before = before[:start] + _TIME.sub(" ", before[start:], count=1)
    joined = _JOINT.match(after)
    rest = after[joined.end() :] if joined else after
    time = _TIME.match(rest) or (_CLOCK.match(rest) if joined and joined["word"] else None)
    if time:
        rest = rest[time.end() :]
    letters = _LETTERS.findall(f"{before[start:]} {rest}".lower())
    plain = f"{before[:start] if not weekday else ''}{before[start:]}{rest}"
    return all(word in _SMALL for word in letters) and not re.search(r"[\d_@#$%&*+=<>|\\~^]", plain)


def _language(text: str, found: re.Match[str], weekday: tuple[int, int] | None) -> str:
    """Return the language whose words a date has most of; the first of those that it could be."""
    words = [word.lower() for word in _LETTERS.findall(text)]
    votes = dict.fromkeys(_LONG, 0)
    for language in votes:
        months = f"{_LONG[language]} {_SHORT[language]}".lower().split()
        days = f"{_DAYS[language]} {_SHORT_DAYS.get(language, '')}".lower().split()
        votes[language] += sum(2 for word in words if word in months)
        votes[language] += sum(2 for word in words if word in days)
        votes[language] += sum(1 for word in words if word in _WORDS[language].split())
    if "name" in found.re.groupindex and found["name"]:
        day = found.start("day") if "day" in found.re.groupindex and found["day"] else -1
        votes["de"] += bool(0 <= day < found.start("name") and "." in text[day : found.start("name")])
        votes["en"] += day > found.start("name")
        votes["en"] += "ordinal" in found.re.groupindex and found["ordinal"] in ("st", "nd", "rd", "th")
        # In the other languages months are written small.
        votes["en"] += found["name"][:1].isupper()
        votes["de"] += found["name"][:1].isupper()
    return max(votes, key=lambda language: votes[language])


def write(written: Written, other: date) -> str:
    """Return the value with another date in it: same form, same language, the day of the week corrected.

    >>> write(read("March 3rd, 1985"), date(1985, 4, 1)), write(read("3. März 1985"), date(1985, 12, 24))
    ('April 1st, 1985', '24. Dezember 1985')
    """
    new: dict[tuple[int, int], str] = {}
    for name, (start, end) in written.parts.items():
        old = written.text[start:end]
        if name == "day":
            new[start, end] = f"{other.day:02}" if _is_padded(written) else str(other.day)
        elif name == "month":
            new[start, end] = f"{other.month:02}" if _is_padded(written) else str(other.month)
        elif name == "year":
            new[start, end] = f"{other.year:04}"
        elif name == "short":
            new[start, end] = f"{other.year % 100:02}"
        elif name == "name" and other.month != written.date.month:
            new[start, end] = _month(written, other.month, old)
        elif name == "weekday" and other != written.date:
            new[start, end] = _day_of_week(written.language, other, old)
        elif name == "ordinal":
            new[start, end] = _ordinal(other.day, old)
    if written.language == "fr" and "ordinal" not in written.parts and other.day == 1 and "name" in written.parts:
        span = written.parts.get("day")
        if span:
            new[span] += "er"
    pieces: list[str] = []
    done = 0
    for (start, end), replacement in sorted(new.items()):
        pieces += [written.text[done:start], replacement]
        done = end
    return "".join(pieces) + written.text[done:]


def _is_padded(written: Written) -> bool:
    """Whether figures below ten are written with a zero: where one is, or where both day and month have two figures."""
    figures = [written.text[slice(*written.parts[name])] for name in ("day", "month") if name in written.parts]
    if "name" in written.parts:
        return figures[:1] != [] and figures[0][0] == "0"
    return all(len(figure) == 2 for figure in figures)


def _ordinal(day: int, old: str) -> str:
    if old.lower() in ("st", "nd", "rd", "th"):
        end = ordinal_end(day)
        return end.upper() if old.isupper() else end
    return old if day == 1 else ""  # "1er", "1º": only the first has one


def ordinal_end(number: int) -> str:
    """Return the end of an English ordinal.

    >>> [ordinal_end(number) for number in (1, 2, 3, 4, 11, 22)]
    ['st', 'nd', 'rd', 'th', 'th', 'nd']
    """
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number % 100 not in (11, 12, 13) else 0, "th")


def _month(written: Written, month: int, old: str) -> str:
    language = written.language
    long, short = (table[language].lower().split() for table in (_LONG, _SHORT))
    name = old.lower()
    if name in long and name in short:  # "May": short where "Jan" would stand
        start = written.parts["name"][0]
        is_short = written.text[start - 1 : start] == "-" or "point" in written.parts
    else:
        is_short = name in short or (name not in long and len(old) <= 4)
    return like(old, (_SHORT if is_short else _LONG)[language].split()[month - 1])


def _day_of_week(language: str, other: date, old: str) -> str:
    names = _DAYS[language].split()
    if len(old) < 4 or (language == "pt" and "-" not in old and old.lower() not in names):
        names = _SHORT_DAYS.get(language, " ".join(name[:3] for name in names)).split()
    return like(old, names[other.weekday()])


def like(old: str, new: str) -> str:
    """Return a name in the case of another.

    >>> like("MAI", "Juni"), like("Mars", "avril"), like("mai", "Juni")
    ('JUNI', 'Avril', 'juni')
    """
    if len(old) > 1 and old.isupper():
        return new.upper()
    return new[:1].upper() + new[1:] if old[:1].isupper() else new.lower()


def month_name(written: Written) -> str:
    """Return the name of the month of a date in its language, as long and with such capitals as it stands there."""
    return _month(written, written.date.month, written.text[slice(*written.parts["name"])])


def last_day(year: int, month: int) -> int:
    """Return how many days a month has.

    >>> last_day(2020, 2)
    29
    """
    return calendar.monthrange(year, month)[1]
