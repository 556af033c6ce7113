"""Values of dicts and lists, redacted where they stand."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from deckname.detector import Detector
from deckname.integrations.values import ValueRedactor, chosen_by
from deckname.pattern import Pattern
from deckname.policy import Policy, Remove

REDACTOR = ValueRedactor(
    Detector(
        [
            Pattern(type="EMAIL_ADDRESS", regex=r"[a-z]+@[a-z.]+[a-z]", score=0.9),
            Pattern(type="US_SSN", regex=r"(?<!\d)\d{9}(?!\d)", score=0.0, context=("ssn",), context_score=0.9),
        ]
    )
)
TEXTS = st.sampled_from(["a", "a@b.c", "", "x a@b.c"])
NAMES = st.sampled_from(["k", "a@b.c", "0"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=12,
)


def test_texts_numbers_and_names_of_fields_are_looked_through() -> None:
    value = {"ssn": 536904399, "other": 536904399, "a@b.c": [None, True, 1.5, "to a@b.c"], "n": {"ssn": ["536904399"]}}
    assert REDACTOR.value(value) == {
        "ssn": "<US_SSN>",
        "other": 536904399,
        "<EMAIL_ADDRESS>": [None, True, 1.5, "to <EMAIL_ADDRESS>"],
        "n": {"ssn": ["<US_SSN>"]},
    }


def test_numbers_of_placeholders_count_through_one_value() -> None:
    numbered = Policy.model_validate({"default": {"op": "replace", "with": "<{type}_{n}>"}})
    told = ValueRedactor(REDACTOR.detector, numbered).value(["a@b.c", "d@e.f", "a@b.c", "<EMAIL_ADDRESS_1>"])
    assert told == ["<EMAIL_ADDRESS_2>", "<EMAIL_ADDRESS_3>", "<EMAIL_ADDRESS_2>", "<EMAIL_ADDRESS_1>"]


def test_a_profile_stands_behind_options_and_policy() -> None:
    detector = REDACTOR.detector
    assert ValueRedactor.of(detector, profile="logs").text("a@b.c") == "<EMAIL_ADDRESS>"
    assert ValueRedactor.of(detector, profile="logs", policy=Policy(default=Remove())).text("a@b.c") == ""
    assert ValueRedactor.of(detector, profile="pci-dss").text("a@b.c") == "a@b.c"


def test_two_names_that_become_one_stay_two() -> None:
    assert REDACTOR.value({"a@b.c": 1, "d@e.f": 2}) == {"<EMAIL_ADDRESS>": 1, "<EMAIL_ADDRESS>_2": 2}


def test_a_value_in_which_nothing_is_found_is_the_same_object() -> None:
    value = {"a": [1, {"b": "c"}, (2.5, None)]}
    assert REDACTOR.value(value) is value


def test_only_what_is_chosen_is_looked_at() -> None:
    value = {"to": "a@b.c", "messages": [{"content": "a@b.c", "role": "a@b.c"}, {"content": [{"text": "a@b.c"}]}]}
    assert REDACTOR.value(value, chosen=chosen_by(["/messages/*/content"])) == {
        "to": "a@b.c",
        "messages": [
            {"content": "<EMAIL_ADDRESS>", "role": "a@b.c"},
            {"content": [{"text": "<EMAIL_ADDRESS>"}]},
        ],
    }


def test_pointers_may_hold_slashes_and_tildes() -> None:
    assert chosen_by(["/a~1b/~0"])(("a/b", "~"))
    assert chosen_by([""])(("anything", "0"))


@given(VALUES)
def test_nothing_is_left_and_the_shape_stays(value: Any) -> None:
    redacted = REDACTOR.value(value)
    assert "a@b.c" not in json.dumps(redacted)
    assert json.dumps(value).replace("a@b.c", "<EMAIL_ADDRESS>") == json.dumps(redacted)
