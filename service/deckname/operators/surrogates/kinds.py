"""Which way to make a surrogate for which type."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from deckname.operators.dates import Precision, Written, read, write
from deckname.operators.keyed import Draw
from deckname.operators.surrogates import numbers, online, person, phones, places, wordlists
from deckname.operators.surrogates.shape import bare, laid, number_like, reshaped
from deckname.types import ancestors

_FIGURES = re.compile(r"\d+")
_DEGREES = re.compile(r"(?P<whole>\d{1,3})(?P<rest>[.,]\d+)?")
#: A value this long is no name, address or number, or no URL: its letters and digits are permuted.
_LONGEST, _LONGEST_URL = 500, 4000


def surrogate(value: str, type_: str, key: bytes, *, distinct: bool = False) -> str | None:
    """Return another value of the same kind and shape; ``None`` where there is none: no letter or digit, no date.

    Equal values of a type get equal surrogates under a key, save for case, accents and separators, which stay as they
    are written. With ``distinct``, telephone numbers and IP addresses come from ranges wide enough to tell them apart.

    >>> surrogate("Smith", "PERSON", b"k") in surrogate("John Smith", "PERSON", b"k")
    True
    """
    draw = Draw(key)
    made = _made(value, type_, draw, distinct=distinct)
    return None if made is None or made.casefold() == value.casefold() else made


def _made(value: str, type_: str, draw: Draw, *, distinct: bool) -> str | None:
    if len(value) > (_LONGEST_URL if type_ == "URL" else _LONGEST):
        return reshaped(value, draw, type_, cased=True)
    for name in (type_, *ancestors(type_)):
        if name in ("PHONE_NUMBER", "URL", "IP_ADDRESS"):
            wide = {"PHONE_NUMBER": phones.phone, "URL": online.url, "IP_ADDRESS": online.ip}[name]
            return wide(value, draw, distinct=distinct)
        if name in _KINDS:
            return _KINDS[name](value, draw)
        if name in _NUMBERS:
            return numbers.identifier(value, type_, draw)
        if name in ("DATE_OF_BIRTH", "DATE_TIME"):
            return _date(value, draw, latest=date.today().year if name == "DATE_OF_BIRTH" else None)
    return reshaped(value, draw, type_, cased=type_ in _CASED)


def _date(value: str, draw: Draw, *, latest: int | None) -> str | None:
    """Return another date of the same ten years, in the same form."""
    written = read(value, latest=latest)
    return write(written, _other_date(written, draw)) if written else None


def _other_date(written: Written, draw: Draw) -> date:
    day = written.date
    decade = day.year // 10 * 10
    if not written.has_year:
        return date.fromordinal(date(2000, 1, 1).toordinal() + draw.moved(day.timetuple().tm_yday - 1, 366, "day"))
    if written.precision is Precision.YEAR:
        return day.replace(year=decade + draw.moved(day.year % 10, 10, "year", str(decade)))
    if written.precision is Precision.MONTH:
        moved = draw.moved(day.year % 10 * 12 + day.month - 1, 120, "month", str(decade))
        return date(decade + moved // 12, moved % 12 + 1, day.day)
    first = date(decade, 1, 1).toordinal()
    days = date(decade + 9, 12, 31).toordinal() - first + 1
    return date.fromordinal(first + draw.moved(day.toordinal() - first, days, "date", str(decade)))


def _age(value: str, draw: Draw) -> str | None:
    """Return another age of the same ten years; the words around it stay."""
    if len(_FIGURES.findall(value)) != 1:
        return None
    return _FIGURES.sub(lambda found: _other_age(found.group(), draw), value)


def _other_age(figures: str, draw: Draw) -> str:
    plain = bare(figures)
    if len(plain) > 2:
        return number_like(figures, draw, "age")
    return laid(f"{plain[:-1]}{draw.moved(int(plain[-1]), 10, 'age', plain[:-1])}", figures)


def _coordinates(value: str, draw: Draw) -> str:
    """Return another place in the same notation; whole degrees below 90, so that there is such a latitude."""

    def moved(found: re.Match[str]) -> str:
        whole = int(found["whole"])
        other = draw.moved(whole, 90, "degrees") if whole < 90 else 90 + draw.moved(whole - 90, 910, "degrees") % 90
        return f"{other}{reshaped(found['rest'], draw, 'degrees', str(whole)) if found['rest'] else ''}"

    return _DEGREES.sub(moved, value)


_CASED = frozenset(("PASSWORD", "SECRET", "CRYPTO"))
_NUMBERS = frozenset(wordlists.NUMBERS.split())
_KINDS: dict[str, Callable[[str, Draw], str | None]] = {
    "PERSON": person.person,
    "ADDRESS": places.address,
    "LOCATION": places.location,
    "ORGANIZATION": places.organization,
    "EMAIL_ADDRESS": online.email,
    "USERNAME": online.account,
    "IBAN_CODE": numbers.iban,
    "CREDIT_CARD": numbers.card,
    "US_SSN": numbers.ssn,
    "MAC_ADDRESS": numbers.mac,
    "AGE": _age,
    "COORDINATES": _coordinates,
}
