"""What holds for every text, every finding and every operator; docs/operators.md says it in words.

Redacting twice is redacting once for ``replace``, ``remove``, ``mask`` of all characters, ``encrypt``, ``keep``, and
``hash`` in brackets, as long as something stands between two values. It cannot be for ``pseudonym`` and ``date_shift``,
whose results are to look like what they replace and so are found again. For ``mask`` that shows characters,
``generalize`` and a bare ``hash`` it holds where what they leave is not found again, which depends on the detector.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import deckname
from deckname.detector import Detector, Options
from deckname.keys import Key, Keyring
from deckname.overlap import resolve
from deckname.policy import Policy
from deckname.redact import redact
from deckname.restore import restore
from deckname.session import Session
from deckname.span import Span
from tests.strategies import spans, unicode_text

RING = Keyring([Key("crm", bytes(range(32)))])
DETECTOR = deckname.load("none")
ALL = Options(types="all")
ONE_OPERATOR = {
    "replace": {"op": "replace"},
    "replace, numbered": {"op": "replace", "with": "<{type}_{n}>"},
    "replace, brackets": {"op": "replace", "with": "[{type}]"},
    "remove": {"op": "remove"},
    "mask": {"op": "mask"},
    "mask, last four": {"op": "mask", "keep_last": 4},
    "hash": {"op": "hash", "key": "crm"},
    "hash, brackets": {"op": "hash", "key": "crm", "with": "<{type}:HASH:{hash}>"},
    "pseudonym": {"op": "pseudonym", "key": "crm"},
    "encrypt": {"op": "encrypt", "key": "crm"},
    "date_shift": {"op": "date_shift", "key": "crm"},
    "generalize": {"op": "generalize"},
    "keep": {"op": "keep"},
}
EVERY = {name: Policy.model_validate({"default": operator}) for name, operator in ONE_OPERATOR.items()}
#: Redacting twice is redacting once, whatever the text.
STABLE = ["replace", "replace, numbered", "replace, brackets", "hash, brackets", "encrypt", "keep"]

VALUES = st.sampled_from([
    "alex@example.org", "bob@example.com", "078-05-1120", "4111 1111 1111 1111", "DE89 3704 0044 0532 0130 00",
    "+1 212-555-0123", "192.0.2.17", "2001:db8::17", "https://example.org/alex", "00:00:5E:00:53:01", "17 May 2021",
    "born 3 March 1985", "password: correct-horse", "<PERSON_1>", "<EMAIL_ADDRESS_2>", "[US_SSN]",
])  # fmt: skip
BETWEEN = st.sampled_from([" ", ", ", "\n", " and ", " on ", "; ", " 😀 ", " (", ") ", " <", "> "])
#: Texts in which something is to be found. Something stands between values: of two that are written as one word, the
#: second may be no value to a detector until the first has become a placeholder.
texts = st.lists(st.tuples(VALUES, BETWEEN), max_size=6).map(lambda parts: "".join(map("".join, parts)))


def redacted(text: str, policy: Policy) -> str:
    return redact(text, DETECTOR.detect(text, options=ALL).spans, policy, session=Session(RING)).text


@given(texts)
def test_what_is_found_is_disjoint_sorted_and_within_the_text(text: str) -> None:
    found = DETECTOR.detect(text, options=ALL).spans
    ends = [0, *(span.end for span in found)]
    assert all(end <= span.start for end, span in zip(ends, found, strict=False))
    assert ends[-1] <= len(text)


@given(unicode_text, st.lists(spans()), st.sampled_from(sorted(EVERY)))
def test_text_outside_is_untouched_whatever_the_operator(text: str, found: list[Span], name: str) -> None:
    inside = [span for span in found if span.end <= len(text)]
    done = redact(text, inside, EVERY[name], session=Session(RING))
    before = after = 0
    for each in done.redactions:
        assert done.text[after : each.start] == text[before : each.span.start]
        assert done.text[each.start : each.end] == each.replacement
        before, after = each.span.end, each.end
    assert done.text[after:] == text[before:]
    assert [each.span for each in done.redactions] == list(resolve(inside))


@pytest.mark.parametrize("name", STABLE)
@settings(max_examples=25)
@given(text=texts)
def test_redacting_twice_is_redacting_once(name: str, text: str) -> None:
    once = redacted(text, EVERY[name])
    assert redacted(once, EVERY[name]) == once


@pytest.mark.parametrize("name", ["hash", "remove", "mask", "mask, last four", "generalize"])
@pytest.mark.parametrize(
    "text",
    ["Mail alex@example.org", "card 4111 1111 1111 1111 there", "SSN 078-05-1120", "from 192.0.2.17", "on 17 May 2021"],
)
def test_redacting_twice_is_redacting_once_where_what_is_left_is_not_found(name: str, text: str) -> None:
    once = redacted(text, EVERY[name])
    assert redacted(once, EVERY[name]) == once


def test_a_surrogate_is_found_again_because_it_is_to_look_real() -> None:
    once = redacted("Mail alex@example.org", EVERY["pseudonym"])
    assert redacted(once, EVERY["pseudonym"]) != once


@given(unicode_text, st.lists(spans()))
def test_restoring_what_was_encrypted_gives_the_text(text: str, found: list[Span]) -> None:
    inside = [span for span in found if span.end <= len(text)]
    done = redact(text, inside, EVERY["encrypt"], session=Session(RING))
    assert restore(done.text, keys=RING).text == text


@given(unicode_text, st.lists(spans()))
def test_restoring_numbered_placeholders_gives_the_text_up_to_case_and_spaces(text: str, found: list[Span]) -> None:
    inside = [span for span in found if span.end <= len(text)]
    session = Session()
    done = redact(text, inside, EVERY["replace, numbered"], session=session)
    back = restore(done.text, mapping=session.mapping)
    assert back.count == len(done.redactions)
    assert bare(back.text) == bare(text)


def bare(text: str) -> str:
    return "".join(text.casefold().split())


@pytest.mark.parametrize("name", ["hash", "pseudonym", "encrypt", "date_shift", "replace, numbered"])
@settings(max_examples=25)
@given(first=texts, second=texts, type_=st.sampled_from(["PERSON", "EMAIL_ADDRESS", "DATE_TIME", "X"]))
def test_equal_values_stay_equal_and_unequal_ones_unequal(name: str, first: str, second: str, type_: str) -> None:
    operator, session = EVERY[name].default, Session(RING, subject="one")
    assert operator(first, type_, session) == operator(first, type_, session)
    if name in ("hash", "encrypt"):
        assert (operator(first, type_, session) == operator(second, type_, session)) == (first == second)


@pytest.mark.parametrize("name", ["replace", "replace, numbered", "remove", "mask", "hash, brackets", "encrypt"])
@settings(max_examples=25)
@given(text=texts)
def test_no_redacted_value_is_found_again_in_the_output(name: str, text: str) -> None:
    found = DETECTOR.detect(text, options=ALL).spans
    originals = {(span.type, text[span.start : span.end]) for span in found}
    output = redact(text, found, EVERY[name], session=Session(RING)).text
    again = DETECTOR.detect(output, options=ALL).spans
    assert originals.isdisjoint((span.type, output[span.start : span.end]) for span in again)


@pytest.mark.parametrize("between", [" ", ",", ";", ", ", "\n", "/", "><"])
@pytest.mark.parametrize("name", ["replace", "mask", "remove", "encrypt", "pseudonym"])
def test_two_adjacent_emails_are_both_redacted(name: str, between: str) -> None:
    output = redacted(f"alex@example.org{between}bob@example.com", EVERY[name])
    assert "alex" not in output
    assert "bob" not in output


def test_every_operator_is_under_these_laws() -> None:
    schema = Policy.model_json_schema()
    mapped = schema["properties"]["default"]["discriminator"]["mapping"]
    assert set(mapped) == {policy.default.op for policy in EVERY.values()}


def test_a_detector_of_one_pattern_finds_no_token_again() -> None:
    digits = Detector([deckname.Pattern(type="ID_NUMBER", regex=r"[A-Za-z0-9_-]{5,}", score=0.9)])
    once = redact("B-12345", digits.detect("B-12345").spans, EVERY["encrypt"], session=Session(RING)).text
    assert digits.detect(once).spans == ()
