"""Dates and times in the forms of a language, birthdays among them."""

from __future__ import annotations

import random
from datetime import date, timedelta

from .languages import TONGUES, known
from .lists import items

MONTHS = {
    "en": items("January February March April May June July August September October November December"),
    "de": items("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
}
SHORT = {
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    "de": ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"],
}
DAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "de": ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
}
MONTHS |= {lang: tongue.months for lang, tongue in TONGUES.items()}
SHORT |= {lang: list(tongue.short_months) for lang, tongue in TONGUES.items()}
DAYS |= {lang: list(tongue.days) for lang, tongue in TONGUES.items()}
_TODAY = date(2026, 6, 1)


def a_day(rng: random.Random, *, birthday: bool = False) -> date:
    """Pick a day of a life, or one of the last few decades, mostly the last years."""
    if birthday:
        return _TODAY - timedelta(days=rng.randint(30, 96 * 365))
    years = 5 if rng.random() < 0.75 else 30
    return _TODAY + timedelta(days=rng.randint(-years * 365, 400))


def ordinal(day: int) -> str:
    suffix = "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{suffix}"


def _english(rng: random.Random, when: date, form: float) -> str:
    month, short = MONTHS["en"][when.month - 1], SHORT["en"][when.month - 1]
    day, year, yy = when.day, when.year, f"{when.year % 100:02d}"
    dot = "." if rng.random() < 0.25 and short != "May" else ""
    forms = (
        f"{month} {day}, {year}", f"{month} {day}, {year}", f"{day} {month} {year}", f"{day} {month} {year}",
        f"{month} {ordinal(day)}, {year}", f"{month} {day} {year}", f"{ordinal(day)} of {month} {year}",
        f"{ordinal(day)} {month} {year}", f"{ordinal(day)} of {month}, {year}", f"{short}{dot} {day}, {year}",
        f"{day} {short}{dot} {year}", f"{day}-{short}-{year}", f"{day:02d}-{short}-{yy}", f"{short} {day} {year}",
        f"{when.month:02d}/{day:02d}/{year}", f"{when.month:02d}/{day:02d}/{year}", f"{when.month}/{day}/{year}",
        f"{when.month}/{day}/{yy}", f"{day:02d}/{when.month:02d}/{year}", f"{day:02d}/{when.month:02d}/{year}",
        f"{day}/{when.month}/{yy}", f"{when.month:02d}-{day:02d}-{year}", f"{day:02d}.{when.month:02d}.{year}",
        when.isoformat(), when.isoformat(), when.isoformat(), f"{year}/{when.month:02d}/{day:02d}",
        f"{year}{when.month:02d}{day:02d}" if rng.random() < 0.4 else when.isoformat(),
        f"{day:02d} {month.upper()} {year}",
        f"{day:02d}{short.upper()}{year}" if rng.random() < 0.4 else f"{short} {ordinal(day)}, {year}",
    )  # fmt: skip
    return forms[int(form * len(forms))]


def _german(rng: random.Random, when: date, form: float) -> str:
    month, short = MONTHS["de"][when.month - 1], SHORT["de"][when.month - 1]
    day, year, yy = when.day, when.year, f"{when.year % 100:02d}"
    dot = "." if short not in ("Mai", "Jun", "Jul", "Mär") else ""
    numeric = f"{day:02d}.{when.month:02d}.{year}"
    forms = (
        numeric, numeric, numeric, numeric, f"{day}.{when.month}.{year}", f"{day}.{when.month}.{year}",
        f"{day:02d}.{when.month:02d}.{yy}", f"{day}.{when.month}.{yy}", f"{day}. {month} {year}",
        f"{day}. {month} {year}",
        f"{day}. {month} {year}", f"{day:02d}. {month} {year}", f"{day}. {short}{dot} {year}",
        f"{day}. {when.month}. {year}",
        when.isoformat(), when.isoformat(), f"{day:02d}/{when.month:02d}/{year}", f"{day:02d}-{when.month:02d}-{year}",
        f"{day}. {month[:3]} {yy}", f"{day:02d} {when.month:02d} {year}",
    )  # fmt: skip
    return forms[int(form * len(forms))]


#: What stands between day and month, and between month and year.
_OF = {"es": (" de ", " de "), "pt": (" de ", " de ")}
#: The first of a month.
_FIRST = {"fr": "1er", "it": "1º"}


def _day_month(when: date, lang: str, *, year: bool = False) -> str:
    between, after = _OF.get(lang, (" ", " "))
    day = _FIRST.get(lang, "1") if when.day == 1 else str(when.day)
    text = f"{day}{between}{MONTHS[lang][when.month - 1]}"
    return f"{text}{after}{when.year}" if year else text


def _southern(rng: random.Random, when: date, form: float, lang: str) -> str:
    """A date as the languages write it that put the day first and no dot behind it."""
    day, month, year, yy = when.day, when.month, when.year, f"{when.year % 100:02d}"
    written, short = _day_month(when, lang, year=True), SHORT[lang][month - 1]
    usual = "-" if lang == "nl" else "/"
    numeric = f"{day:02d}{usual}{month:02d}{usual}{year}"
    other = f"{day:02d}-{month:02d}-{year}" if usual == "/" else f"{day:02d}/{month:02d}/{year}"
    forms = (
        written, written, written, written, written, numeric, numeric, numeric, numeric, numeric,
        f"{day}{usual}{month}{usual}{year}", f"{day}{usual}{month}{usual}{yy}",
        f"{day:02d}{usual}{month:02d}{usual}{yy}",
        other, f"{day:02d}.{month:02d}.{year}", f"{day:02d} {month:02d} {year}", when.isoformat(), when.isoformat(),
        f"{day} {short} {year}", f"{day:02d}-{short.rstrip('.')}-{year}", f"{year}/{month:02d}/{day:02d}",
        f"{day:02d}{month:02d}{year}" if rng.random() < 0.25 else f"{day}.{month}.{year}",
        written.upper() if rng.random() < 0.25 else written
        if lang == "pt" else f"{day} {MONTHS[lang][month - 1]} {year}",
        written.replace(" de 2", " del 2") if lang == "es" else f"{day} {short} {yy}",
    )  # fmt: skip
    return forms[int(form * len(forms))]


def _written(rng: random.Random, when: date, form: float, lang: str) -> str:
    if lang in TONGUES:
        return _southern(rng, when, form, lang)
    return _german(rng, when, form) if lang == "de" else _english(rng, when, form)


def full_date(rng: random.Random, lang: str, *, form: float, birthday: bool = False) -> str:
    return _written(rng, a_day(rng, birthday=birthday), form, lang)


def birthday(rng: random.Random, lang: str, *, form: float) -> str:
    when = a_day(rng, birthday=True)
    month = MONTHS[known(lang)][when.month - 1]
    if rng.random() < 0.06:
        short = SHORT[known(lang)][when.month - 1]
        if lang in TONGUES:
            of = _OF.get(lang, (" ", " "))[1]
            return rng.choice((_day_month(when, lang), f"{month}{of}{when.year}", f"{when.day:02d}/{when.month:02d}"))
        if lang == "de":
            return rng.choice((f"{when.day}. {month}", f"{month} {when.year}", f"{when.day}.{when.month}."))
        return rng.choice((f"{month} {ordinal(when.day)}", f"{month} {when.year}", f"{short} '{when.year % 100:02d}",
                           f"{when.day} {month}"))  # fmt: skip
    return _written(rng, when, form, lang)


def any_date(rng: random.Random, lang: str, *, form: float) -> str:
    """A date, in a fifth of the texts one that lacks its year or names the weekday."""
    if form < 0.78:
        return full_date(rng, lang, form=form / 0.78)
    when = a_day(rng)
    month, weekday = MONTHS[known(lang)][when.month - 1], DAYS[known(lang)][when.weekday()]
    if lang in TONGUES:
        day, of = _day_month(when, lang), _OF.get(lang, (" ", " "))[1]
        comma = ", " if lang in ("es", "pt") else " "
        short = SHORT[lang][when.month - 1]
        brief = weekday[:2] if lang == "nl" else f"{weekday[:3]}."
        return rng.choice((day, day, f"{weekday}{comma}{day}", f"{weekday}{comma}{day}{of}{when.year}",
            f"{month}{of}{when.year}",
                           f"{weekday} {when.day}", f"{when.day:02d}/{when.month:02d}", f"{when.day}/{when.month}",
                           f"{weekday} {when.day:02d}/{when.month:02d}/{when.year}", f"{when.day} {short}",
                           f"{brief} {when.day} {short}", f"{month}{of}{when.year}"))  # fmt: skip
    if lang == "de":
        return rng.choice((f"{when.day}. {month}", f"{when.day}.{when.month}.", f"{weekday}, {when.day}. {month}",
        f"{weekday}, den {when.day}. {month}",
                           f"{weekday}, {when.day:02d}.{when.month:02d}.{when.year}",
                           f"{weekday[:2]}., {when.day}.{when.month}.",
                           f"{month} {when.year}", f"{weekday}, {when.day}. {month} {when.year}"))  # fmt: skip
    short = SHORT["en"][when.month - 1]
    return rng.choice((f"{month} {when.day}", f"{month} {ordinal(when.day)}", f"{when.day} {month}",
    f"{weekday} {when.day} {month}",
                       f"{weekday}, {month} {when.day}", f"{weekday} {when.day} {month} {when.year}",
                       f"{weekday}, {month} {when.day}, {when.year}", f"{short} {when.day}", f"{when.day} {short}",
                       f"{weekday[:3]} {when.day} {short}", f"{month} {when.year}", f"{when.month}/{when.day}",
                       f"{ordinal(when.day)} of {month}", f"{short} '{when.year % 100:02d}"))  # fmt: skip


def time(rng: random.Random, lang: str, *, form: float) -> str:
    hour, minute = rng.randint(0, 23), rng.choice((0, 15, 30, 45, rng.randint(0, 59)))
    if lang in TONGUES:
        return _clock(rng, lang, hour, minute, form=form)
    if lang == "de":
        german = (f"{hour:02d}:{minute:02d}", f"{hour}:{minute:02d} Uhr", f"{hour:02d}:{minute:02d} Uhr", f"{hour} Uhr",
                  f"{hour}.{minute:02d} Uhr", f"{hour} Uhr {minute or 10}", f"{hour}:{minute:02d}h")  # fmt: skip
        return german[int(form * len(german))]
    half, twelve = (
        rng.choice(("am", "AM", " am", " a.m.") if hour < 12 else ("pm", "PM", " pm", " p.m.")),
        hour % 12 or 12,
    )
    english = (f"{hour:02d}:{minute:02d}", f"{hour}:{minute:02d}", f"{twelve}:{minute:02d}{half}", f"{twelve}{half}",
    f"{hour:02d}:{minute:02d}",
               f"{twelve}:{minute:02d} {half.strip()}", f"{twelve}:{minute:02d}{half}",
               f"{hour:02d}:{minute:02d}:{rng.randint(0, 59):02d}",
               f"{twelve} o'clock", f"{hour:02d}{minute:02d} hours")  # fmt: skip
    return english[int(form * len(english))]


#: "at" before a time of day.
_AT = {"fr": "à", "es": "a las", "it": "alle", "nl": "om", "pt": "às"}


def _clock(rng: random.Random, lang: str, hour: int, minute: int, *, form: float) -> str:
    full, half, twelve = (
        f"{hour:02d}:{minute:02d}",
        rng.choice(("a. m.", "am", "AM") if hour < 12 else ("p. m.", "pm", "PM")),
        hour % 12 or 12,
    )
    h_forms = (
        f"{hour}h{minute:02d}",
        f"{hour:02d}h{minute:02d}",
        f"{hour}h{minute:02d}",
        f"{hour} h {minute:02d}",
        f"{hour}h",
        full,
    )
    forms: tuple[str, ...] = {
        "fr": (*h_forms, f"{hour} heures", f"{hour} h", f"{hour}:{minute:02d}", f"{hour}H{minute:02d}"),
        "es": (full, full, full, f"{hour}:{minute:02d}", f"{hour:02d}:{minute:02d} h", f"{hour}.{minute:02d} h",
        f"{twelve}:{minute:02d} {half}",
               f"{hour}:{minute:02d} horas", f"{hour:02d}.{minute:02d}", f"{full}h", f"{twelve} {half}"),
        "it": (full, full, full, f"{hour}:{minute:02d}", f"{hour}.{minute:02d}", f"{hour:02d}.{minute:02d}",
        f"{hour},{minute:02d}"),
        "nl": (full, full, f"{hour}:{minute:02d} uur", f"{hour}.{minute:02d} uur", f"{hour:02d}:{minute:02d} uur",
        f"{hour} uur", f"{hour}u{minute:02d}",
               f"{hour}.{minute:02d}u"),
        "pt": (*h_forms, full, f"{hour} horas", f"{hour:02d}:{minute:02d}h", f"{hour}h{minute:02d}min"),
    }[lang]  # fmt: skip
    return forms[int(form * len(forms))]


def date_time(rng: random.Random, lang: str, *, form: float) -> str:
    when = a_day(rng)
    hour, minute, second = rng.randint(0, 23), rng.randint(0, 59), rng.randint(0, 59)
    clock = f"{hour:02d}:{minute:02d}"
    if form < 0.25:
        machine = (f"{when}T{clock}:{second:02d}Z", f"{when} {clock}:{second:02d}",
        f"{when}T{clock}:{second:02d}+02:00",
                   f"{when} {clock}", f"{when}T{clock}:{second:02d}.{rng.randint(0, 999):03d}Z")  # fmt: skip
        return machine[int(form * 4 * len(machine))]
    form = (form - 0.25) / 0.75
    day, inner = full_date(rng, lang, form=form), form * 7 % 1
    if lang in TONGUES:
        spoken, at = time(rng, lang, form=inner), _AT[lang]
        ends: tuple[str, ...] = (f" {at} {spoken}", f", {spoken}", f" {clock}", f" {at} {clock}", f" - {clock}")
    elif lang == "de":
        ends = (f" um {clock} Uhr", f", {clock} Uhr", f" {clock}", f" um {hour} Uhr", f", {hour}:{minute:02d} Uhr")
    else:
        spoken = time(rng, lang, form=inner)
        ends = (f" at {spoken}", f", {spoken}", f" {clock}", f" at {clock}", f", {clock}")
    return day + ends[int(form * 31 % 1 * 5)]


def month(rng: random.Random, lang: str) -> str:
    name = rng.choice(MONTHS[known(lang)])
    return f"{name}{_OF.get(lang, ('', ' '))[1]}{rng.randint(2005, 2027)}" if rng.random() < 0.5 else name


def log_time(rng: random.Random, *, form: float) -> str:
    """A time stamp as programs write it."""
    when = a_day(rng)
    clock = f"{rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}:{rng.randint(0, 59):02d}"
    milli, short = rng.randint(0, 999), SHORT["en"][when.month - 1]
    forms = (
        f"{when}T{clock}Z", f"{when}T{clock}.{milli:03d}Z", f"{when} {clock},{milli:03d}",
        f"{when} {clock}.{milli:03d}",
        f"{short} {when.day:2d} {clock}", f"{when.day:02d}/{short}/{when.year}:{clock} +0{rng.randint(0, 2)}00",
        f"{when} {clock}",
        f"{when}T{clock}.{rng.randint(0, 999999):06d}+00:00", str(rng.randint(1_600_000_000, 1_790_000_000)), clock,
        f"{DAYS['en'][when.weekday()][:3]} {short} {when.day:2d} {clock} {when.year}", f"{when:%m/%d/%y} {clock}",
        f"{when:%d.%m.%Y} {clock}", f"{when:%m%d} {clock}.{rng.randint(0, 999999):06d}",
    )  # fmt: skip
    return forms[int(form * len(forms))]
