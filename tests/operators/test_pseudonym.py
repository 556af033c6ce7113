"""The operator ``pseudonym``: surrogates by a named key, and a placeholder where there is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from deckname.operators.pseudonym import Pseudonym
from tests.operators.keyed import case

CRM = Pseudonym(key="crm-2026")


def test_the_same_key_gives_the_same_surrogate_and_another_key_another() -> None:
    assert CRM("John Smith", "PERSON", case()) == Pseudonym(key="crm-2026")("John Smith", "PERSON", case())
    others = {Pseudonym(key=name)("John Smith", "PERSON", case()) for name in ("a", "b", "c", "crm-2026")}
    assert len(others) == 4


def test_the_subject_makes_no_difference_so_that_joins_still_join() -> None:
    assert CRM("John Smith", "PERSON", case("one")) == CRM("John Smith", "PERSON", case("two"))


def test_what_has_no_surrogate_becomes_a_placeholder() -> None:
    assert CRM("last Tuesday", "DATE_TIME", case()) == "<DATE_TIME>"
    assert CRM("***", "PERSON", case()) == "<PERSON>"


def test_distinct_leaves_the_ranges_for_documentation() -> None:
    assert CRM("8.8.8.8", "IP_ADDRESS", case()).startswith(("192.0.2.", "198.51.100.", "203.0.113."))
    assert int(Pseudonym(key="k", distinct=True)("8.8.8.8", "IP_ADDRESS", case()).split(".")[0]) >= 240


@pytest.mark.parametrize("given", [{}, {"key": ""}, {"key": "k", "salt": "x"}, {"key": "k", "distinct": "perhaps"}])
def test_a_pseudonym_needs_the_name_of_a_key_and_nothing_else(given: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Pseudonym.model_validate({"op": "pseudonym", **given})


def test_a_type_of_the_callers_own_keeps_its_shape() -> None:
    found = CRM("B-12345", "BADGE", case())
    assert found != "B-12345"
    assert [character.isdigit() for character in found] == [False, False, True, True, True, True, True]


@given(
    st.text(min_size=1, max_size=30), st.sampled_from(["PERSON", "ADDRESS", "EMAIL_ADDRESS", "PHONE_NUMBER", "SECRET"])
)
def test_no_value_is_left_as_it_is(value: str, type_: str) -> None:
    assert CRM(value, type_, case()) != value
