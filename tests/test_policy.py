from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from deckname.policy import Mask, Policy, Remove, Replace
from deckname.session import Session


def test_a_policy_is_read_from_json() -> None:
    policy = Policy.model_validate(
        {"default": {"op": "replace", "with": "[{type}]"}, "types": {"CREDIT_CARD": {"op": "mask", "keep_last": 4}}}
    )
    assert policy.operator("PERSON")("Ada", "PERSON", Session()) == "[PERSON]"
    assert policy.operator("CREDIT_CARD")("4111 1111 1111 1111", "CREDIT_CARD", Session()) == "**** **** **** 1111"


def test_an_operator_for_a_parent_holds_for_its_children() -> None:
    assert isinstance(Policy(types={"NATIONAL_ID": Remove()}).operator("US_SSN"), Remove)


@pytest.mark.parametrize(
    "bad", [{"default": {"op": "shred"}}, {"default": {"op": "mask", "character": "**"}}, {"defualt": {"op": "remove"}}]
)
def test_a_policy_that_makes_no_sense_is_refused_without_quoting_it(bad: dict[str, object]) -> None:
    with pytest.raises(ValidationError) as caught:
        Policy.model_validate(bad)
    assert "shred" not in str(caught.value) or "op" in str(caught.value)


def test_only_the_type_is_substituted_in_a_template() -> None:
    assert Replace(with_="{type} {0} {value} %s")("Ada", "PERSON", Session()) == "PERSON {0} {value} %s"


@pytest.mark.parametrize(
    ("value", "keep_first", "keep_last", "masked"),
    [
        ("Bob", 0, 4, "**b"),
        ("123-45-6789", 0, 4, "***-**-6789"),
        ("4111111111111111", 6, 4, "411111******1111"),
        ("4111111111111111", 0, 16, "********11111111"),
        ("4111111111111111", 16, 0, "41111111********"),
        ("DE89 3704 0044", 0, 0, "**** **** ****"),
    ],
)
def test_a_mask_shows_what_was_asked_for_within_reason(
    value: str, keep_first: int, keep_last: int, masked: str
) -> None:
    assert Mask(keep_first=keep_first, keep_last=keep_last)(value, "X", Session()) == masked


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_a_mask_keeps_the_length_hides_half_and_masks_the_masked_alike(value: str, first: int, last: int) -> None:
    mask = Mask(keep_first=first, keep_last=last)
    masked = mask(value, "X", Session())
    assert len(masked) == len(value)
    alphanumeric = [index for index, character in enumerate(value) if character.isalnum()]
    shown = [index for index in alphanumeric if masked[index] == value[index]]
    allowed = max(len(alphanumeric) // 2, 10 if len(alphanumeric) >= 13 else 0)
    if "*" not in value:
        assert len(shown) <= allowed
    assert mask(masked, "X", Session()) == masked
