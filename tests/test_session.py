from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckname.errors import UnknownKey
from deckname.keys import Key, Keyring
from deckname.session import Session


@pytest.mark.parametrize(
    "there", ["<PERSON_1>", "[PERSON_1]", "person 1", "PERSON_01", "see PERSON#1, too", "<Person-1>"]
)
def test_a_number_that_stands_in_the_input_is_given_to_no_value(there: str) -> None:
    session = Session()
    session.reserve(f"Dear {there}!")
    assert session.placeholder("<PERSON_{n}>", "Ada") == "<PERSON_2>"


def test_a_number_of_another_word_takes_nothing() -> None:
    session = Session()
    session.reserve("1 PLACE_1 PERSON_12 PERSON_1x 3.1 PERSON")
    assert session.placeholder("<PERSON_{n}>", "Ada") == "<PERSON_1>"


def test_templates_that_meet_share_their_numbers() -> None:
    session = Session()
    assert [session.placeholder("<X_{n}>", value) for value in ("a", "b", "A")] == ["<X_1>", "<X_2>", "<X_1>"]
    assert session.mapping == {"<X_1>": "a", "<X_2>": "b"}


@given(st.lists(st.text(max_size=3)), st.text(st.sampled_from("PERSON_ 123<>"), max_size=30))
def test_unequal_values_never_share_a_placeholder_and_none_stands_in_the_input(values: list[str], text: str) -> None:
    session = Session()
    session.reserve(text)
    issued = {" ".join(value.casefold().split()): session.placeholder("<PERSON_{n}>", value) for value in values}
    assert len(set(issued.values())) == len(issued)
    assert not any(placeholder in text for placeholder in issued.values())


def test_a_repr_counts_and_quotes_nothing() -> None:
    session = Session(Keyring([Key("crm", bytes(range(32)))]), subject="Ada Lovelace")
    session.placeholder("<PERSON_{n}>", "Ada Lovelace")
    assert repr(session) == "Session(1 placeholders)"


def test_a_session_without_keys_has_none() -> None:
    with pytest.raises(UnknownKey):
        Session().subkey("crm", "hash")


@pytest.mark.parametrize("hostile", ["a" * 400_000, "a_" * 200_000, "_1" * 200_000, "A_1 " * 100_000, "a.1" * 130_000])
def test_hostile_text_takes_no_more_time_than_its_length(hostile: str) -> None:
    began = time.monotonic()
    Session().reserve(hostile + "1")
    assert time.monotonic() - began < 10
