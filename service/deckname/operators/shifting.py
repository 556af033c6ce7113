"""Dates moved by so many days, as they are written: intervals survive, weekdays fit, nothing else changes."""

from __future__ import annotations

import re
from datetime import date, timedelta

from deckname.operators.dates import Order, Precision, Written, last_day, read, write
from deckname.operators.keyed import Draw

#: Characters of a period at most: so that no value is slow.
_LONGEST = 200
#: What stands between the two dates of a period.
_BETWEEN = re.compile(
    r"\s+(?:to|until|till|through|bis|au|à|al|a|tot|t/m|até)\s+|\s*[–—]\s*|\s+-\s+|(?<=\d)/(?=\d{4}-)", re.I
)


def offset(draw: Draw, subject: str, *, within: int) -> int:
    """Return the days by which the dates of a subject move: from ``-within`` to ``within``, never 0.

    >>> {offset(Draw(b"k"), str(number), within=2) for number in range(50)} == {-2, -1, 1, 2}
    True
    """
    days = draw.below(2 * within, "date shift", subject) - within
    return days if days < 0 else days + 1


def shifted(value: str, days: int, *, order: Order = "auto", latest: int | None = None) -> str | None:
    """Return a date, or a period of two, moved by ``days``; ``None`` if the value is anything else.

    A month or year alone moves by the days too, and by one at least, so that it never stays.

    >>> shifted("Friday, May 7th, 2021", 30), shifted("5.–7. Mai 2021", 30)
    ('Sunday, June 6th, 2021', None)
    >>> shifted("1985-03-03 to 1985-03-09", -3), shifted("March 1985", 3)
    ('1985-02-28 to 1985-03-06', 'April 1985')
    """
    if written := read(value, order=order, latest=latest):
        return _moved(written, days)
    if len(value) > _LONGEST:
        return None
    for between in _BETWEEN.finditer(value):
        ends = [value[: between.start()], value[between.end() :]]
        moved = [_moved(written, days) for end in ends if (written := read(end, order=order, latest=latest))]
        if len(moved) == 2 and moved[0] is not None and moved[1] is not None:
            return between.group().join((moved[0], moved[1]))
    return None


def _moved(written: Written, days: int) -> str | None:
    try:
        other = written.date + timedelta(days=days)
    except OverflowError:
        return None
    step = 1 if days > 0 else -1
    same_month = (other.year, other.month) == (written.date.year, written.date.month)
    if written.precision is Precision.MONTH and same_month:
        other = _next_month(written.date, step)
    elif written.precision is Precision.YEAR and other.year == written.date.year:
        other = written.date.replace(year=written.date.year + step)
    # Forms for four figures know the years from 1000 to 2199.
    return write(written, other) if 1000 <= other.year <= 2199 else None


def _next_month(day: date, step: int) -> date:
    months = day.year * 12 + day.month - 1 + step
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, last_day(year, month + 1)))
