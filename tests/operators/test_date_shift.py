"""The operator ``date_shift``: by key and subject, never by nothing, and never in clear."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from deckname.operators.date_shift import DateShift
from deckname.operators.dates import read
from tests.operators.keyed import case

STUDY = DateShift(key="study-7", days=30)


def days_of(shift: DateShift, subject: str) -> int:
    moved = read(shift("1985-03-03", "DATE_TIME", case(subject)))
    assert moved is not None
    return (moved.date - date(1985, 3, 3)).days


def test_every_form_of_a_date_moves_by_the_same_days() -> None:
    forms = ("1985-03-03", "3. März 1985", "March 3rd, 1985", "03.03.85", "3 mars 1985")
    moved = [read(STUDY(form, "DATE_TIME", case("ada"))) for form in forms]
    assert len({written.date for written in moved if written}) == 1


def test_subjects_move_apart_and_stay_within_the_days() -> None:
    offsets = {days_of(STUDY, str(number)) for number in range(200)}
    assert len(offsets) > 40
    assert 0 not in offsets
    assert min(offsets) >= -30
    assert max(offsets) <= 30


def test_a_subject_moves_by_the_key() -> None:
    assert len({days_of(DateShift(key=key), "ada") for key in "abcdef"}) > 1


def test_intervals_of_a_subject_survive() -> None:
    admitted, left = (read(STUDY(value, "DATE_TIME", case("ada"))) for value in ("28.2.2020", "March 9, 2020"))
    assert admitted and left
    assert (left.date - admitted.date).days == 10


@pytest.mark.parametrize("value", ["last Tuesday", "7 p.m.", "3.3.1985 in Rome", "31.2.2021", "5.–7. Mai 2021"])
def test_what_is_no_date_becomes_a_placeholder(value: str) -> None:
    assert STUDY(value, "DATE_TIME", case()) == "<DATE_TIME>"


def test_a_birthday_is_never_to_come() -> None:
    # The 1st of March 2045 is a Wednesday, and that of 1945 a Thursday.
    moved = {DateShift(key=key, days=1)("Thursday, 01.03.45", "DATE_OF_BIRTH", case()) for key in "abcdefgh"}
    assert moved == {"Wednesday, 28.02.45", "Friday, 02.03.45"}


@pytest.mark.parametrize("given", [{}, {"key": "k", "days": 0}, {"key": "k", "order": "year-first"}, {"key": ""}])
def test_a_shift_needs_a_key_and_some_days(given: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        DateShift.model_validate({"op": "date_shift", **given})


@given(st.text(min_size=1, max_size=30))
def test_no_value_is_left_as_it_is(value: str) -> None:
    assert STUDY(value, "DATE_TIME", case()) != value
