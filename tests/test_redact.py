from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckname.policy import Keep, Mask, Policy, Remove, Replace
from deckname.redact import redact
from deckname.span import Span
from tests.strategies import spans, unicode_text

POLICIES = st.sampled_from(
    [Policy(), Policy(default=Mask(keep_last=2)), Policy(default=Remove()), Policy(default=Keep())]
)


@given(unicode_text, st.lists(spans()), POLICIES)
def test_text_outside_spans_is_untouched_and_offsets_find_each_replacement(
    text: str, found: list[Span], policy: Policy
) -> None:
    inside = [span for span in found if span.end <= len(text)]
    redacted = redact(text, inside, policy)
    rebuilt, done_in, done_out = "", 0, 0
    for each in redacted.redactions:
        assert redacted.text[done_out : each.start] == text[done_in : each.span.start]
        assert redacted.text[each.start : each.end] == each.replacement
        rebuilt += text[done_in : each.span.start] + text[each.span.start : each.span.end]
        done_in, done_out = each.span.end, each.end
    assert redacted.text[done_out:] == text[done_in:]
    assert rebuilt + text[done_in:] == text


@given(unicode_text, st.lists(spans()))
def test_no_character_that_any_span_covers_stays(text: str, found: list[Span]) -> None:
    inside = [span for span in found if span.end <= len(text)]
    covered = {index for span in inside for index in range(span.start, span.end)}
    left = redact(text, inside, Policy(default=Remove())).text
    assert left == "".join(character for index, character in enumerate(text) if index not in covered)


def test_each_type_has_its_operator() -> None:
    policy = Policy(default=Replace(), types={"AGE": Keep(), "PERSON": Mask(character="x")})
    text = "Ada, 36, ada@x.org"
    found = [Span(0, 3, "PERSON"), Span(5, 7, "AGE"), Span(9, 18, "EMAIL_ADDRESS")]
    redacted = redact(text, found, policy)
    assert redacted.text == "xxx, 36, <EMAIL_ADDRESS>"
    assert [each.op for each in redacted.redactions] == ["mask", "keep", "replace"]


def test_a_span_beyond_the_text_is_an_error() -> None:
    with pytest.raises(ValueError, match="beyond"):
        redact("Ada", [Span(0, 4, "PERSON")])
