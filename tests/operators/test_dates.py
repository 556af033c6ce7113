"""Dates: read in seven languages, and written again in the form they had."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckname.operators import dates
from deckname.operators.dates import Precision, read, write
from deckname.operators.keyed import Draw
from deckname.operators.shifting import offset, shifted
from deckname.recognizers.months import MONTHS, WEEKDAYS


@pytest.mark.parametrize(
    ("value", "expected", "later"),  # later: the same date a hundred days on
    [
        ("1985-03-03", date(1985, 3, 3), "1985-06-11"),
        ("3. März 1985", date(1985, 3, 3), "11. Juni 1985"),
        ("3.3.1985", date(1985, 3, 3), "11.6.1985"),
        ("03.03.1985", date(1985, 3, 3), "11.06.1985"),
        ("31.12.99", date(1999, 12, 31), "09.04.00"),
        ("March 3rd, 1985", date(1985, 3, 3), "June 11th, 1985"),
        ("March 3, 1985", date(1985, 3, 3), "June 11, 1985"),
        ("the 5th of May 2021", date(2021, 5, 5), "the 13th of August 2021"),
        ("3 mars 1985", date(1985, 3, 3), "11 juin 1985"),
        ("1er mars 1985", date(1985, 3, 1), "9 juin 1985"),
        ("23 septembre 1984", date(1984, 9, 23), "1er janvier 1985"),
        ("5 de mayo de 2021", date(2021, 5, 5), "13 de agosto de 2021"),
        ("5 maggio 2021", date(2021, 5, 5), "13 agosto 2021"),
        ("3 maart '85", date(1985, 3, 3), "11 juni '85"),
        ("3 de março de 2021", date(2021, 3, 3), "11 de junho de 2021"),
        ("5-MAY-2021", date(2021, 5, 5), "13-AUG-2021"),
        ("Sept. 3, 2020", date(2020, 9, 3), "Dec. 12, 2020"),
        ("31121990", date(1990, 12, 31), "10041991"),
        ("2021年5月20日", date(2021, 5, 20), "2021年8月28日"),
        ("2021년 5월 20일", date(2021, 5, 20), "2021년 8월 28일"),
    ],
)
def test_a_date_is_read_and_written_in_its_form(value: str, expected: date, later: str) -> None:
    written = read(value)
    assert written is not None
    assert written.date == expected
    assert written.precision is Precision.DAY
    assert write(written, expected) == value
    assert write(written, expected + timedelta(days=100)) == later


@pytest.mark.parametrize(
    ("value", "later"),
    [
        ("Freitag, den 7. Mai 2021 um 14:30 Uhr", "Sonntag, den 9. Mai 2021 um 14:30 Uhr"),
        ("Mon, 10 May 2021", "Wed, 12 May 2021"),
        ("lundi 10 mai 2021", "mercredi 12 mai 2021"),
        ("domingo, 9 de mayo de 2021", "martes, 11 de mayo de 2021"),
        ("domenica 9 maggio 2021 alle ore 14.30", "martedì 11 maggio 2021 alle ore 14.30"),
        ("segunda-feira, 10 de maio de 2021", "quarta-feira, 12 de maio de 2021"),
        ("maandag 10 mei 2021", "woensdag 12 mei 2021"),
    ],
)
def test_the_day_of_the_week_fits_the_new_date(value: str, later: str) -> None:
    assert shifted(value, 2) == later


@pytest.mark.parametrize(
    ("value", "order", "expected"),
    [
        ("03/04/1985", "auto", date(1985, 3, 4)),
        ("03.04.1985", "auto", date(1985, 4, 3)),
        ("03-04-1985", "auto", date(1985, 4, 3)),
        ("03/04/1985", "day-first", date(1985, 4, 3)),
        ("03.04.1985", "month-first", date(1985, 3, 4)),
        ("25/12/1985", "month-first", date(1985, 12, 25)),
        ("12/25/1985", "day-first", date(1985, 12, 25)),
    ],
)
def test_a_figure_over_twelve_decides_which_is_the_day(value: str, order: dates.Order, expected: date) -> None:
    written = read(value, order=order)
    assert written is not None
    assert written.date == expected


def test_a_year_of_two_figures_is_none_to_come_where_a_last_year_is_given() -> None:
    readings = [read("03.04.45"), read("03.04.45", latest=2026), read("03.04.26", latest=2026)]
    assert [written.date.year for written in readings if written] == [2045, 1945, 2026]


@pytest.mark.parametrize(
    "value",
    ["", "tomorrow", "7 p.m.", "14:30", "31.2.2021", "5 May 2021 in Rome", "Ada, 3.4.1978", "3.4.1978 5", "1.2.3.4",
     "5.–7. Mai 2021", "room 2021", "\ud800", "3.\n4.1978"],
)  # fmt: skip
def test_what_is_no_date_or_more_than_one_is_none(value: str) -> None:
    assert read(value) is None


@pytest.mark.parametrize("language", sorted(dates._LONG))
def test_the_tables_agree_with_those_of_the_recognizers(language: str) -> None:
    for table in (dates._LONG, dates._SHORT):
        assert [MONTHS[name.lower()] for name in table[language].split()] == list(range(1, 13))
    for names in (dates._DAYS[language], dates._SHORT_DAYS.get(language, "")):
        assert set(names.lower().split()) <= WEEKDAYS


@pytest.mark.parametrize("language", sorted(dates._LONG))
@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_is_read_in_every_language_and_stays_in_it(language: str, month: int) -> None:
    joint = {"es": " de ", "pt": " de ", "de": ". "}.get(language, " ")
    name = dates._LONG[language].split()[month - 1]
    of = " de " if language in ("es", "pt") else " "
    written = read(f"15{joint}{name}{of}2021")
    assert written is not None
    assert written.date == date(2021, month, 15)
    assert write(written, written.date) == written.text


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(-400, 400), st.sampled_from(
    ["%Y-%m-%d", "%m.%d.%Y", "%m/%d/%Y", "%d %B %Y", "%B %d, %Y", "%A, %d %B %Y", "%d-%b-%Y", "%Y%m%d"]
))  # fmt: skip
def test_shifting_back_and_forth_gives_the_date_again(day: date, days: int, form: str) -> None:
    there = shifted(f"{day:{form}}", days or 1, order="month-first") or ""
    back = read(shifted(there, -(days or 1), order="month-first") or "", order="month-first")
    assert back is not None
    assert back.date == day


@given(st.dates(date(1901, 1, 1), date(2098, 1, 1)), st.integers(0, 300), st.integers(-365, 365))
def test_the_interval_between_two_dates_survives(first: date, apart: int, days: int) -> None:
    second = first + timedelta(days=apart)
    moved = [shifted(f"{day:%d.%m.%Y}", days) for day in (first, second)]
    readings = [read(value or "") for value in moved]
    assert readings[0] and readings[1]
    assert readings[1].date - readings[0].date == timedelta(days=apart)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1985-03-03 to 1985-03-09", "1985-03-06 to 1985-03-12"),
        ("3.3.1985 – 5.4.1985", "6.3.1985 – 8.4.1985"),
        ("1985-03-03/1985-04-01", "1985-03-06/1985-04-04"),
        ("3. März 1985 bis 5. April 1985", "6. März 1985 bis 8. April 1985"),
        ("May 2021 and June 2021", None),
    ],
)
def test_a_period_moves_at_both_ends(value: str, expected: str | None) -> None:
    assert shifted(value, 3) == expected


def test_a_month_or_a_year_moves_by_one_at_least() -> None:
    assert [shifted(value, days) for value in ("March 1985", "1985") for days in (3, -3)] == [
        "April 1985",
        "February 1985",
        "1986",
        "1984",
    ]


def test_dates_at_the_end_of_time_are_given_up() -> None:
    assert shifted("31.12.2199", 3) is None
    assert shifted("1.1.1000", -3) is None


@given(st.text(max_size=40))
def test_no_text_makes_reading_or_shifting_fail(value: str) -> None:
    assert shifted(value, 7) != value


@given(st.binary(min_size=1), st.text(), st.integers(1, 1000))
def test_an_offset_is_never_zero_and_within_its_bounds(key: bytes, subject: str, within: int) -> None:
    days = offset(Draw(key), subject, within=within)
    assert days != 0
    assert -within <= days <= within
