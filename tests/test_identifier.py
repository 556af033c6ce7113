from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckname.findings import CHECK_FAILED, Evidence, Passage
from deckname.identifier import Identifier, Identifiers
from deckname.span import Span


def even(value: str) -> bool:
    return int(value[-1]) % 2 == 0


BADGE = Identifier(
    type="BADGE",
    name="badge",
    shapes=("AA999999", "AA 999 999", "AA-999-999"),
    words=("badge*",),
    valid=even,
    alone=0.6,
)
TOKEN = Identifier(type="TOKEN", name="token", shapes=("X" * 10,), form="[A-F0-9]+", words=("token",), failed=0.0)
SCAN = Identifiers([BADGE, TOKEN])


def found(text: str, *, context: tuple[str, ...] = (), scan: Identifiers = SCAN) -> list[tuple[str, float, str]]:
    (findings,) = scan.find([Passage(text, context)])
    return [(text[item.span.start : item.span.end], item.span.score, item.reason) for item in findings.evidence]


def test_a_checked_value_stands_alone_and_words_make_it_surer() -> None:
    assert found("see AB123456.") == [("AB123456", 0.6, "pattern, check")]
    assert found("badge AB 123 456") == [("AB 123 456", 0.95, "pattern, check, context")]
    assert found("AB123456", context=("badge_no",)) == [("AB123456", 0.95, "pattern, check, context")]


def test_a_failed_check_needs_words() -> None:
    assert found("see AB123457") == []
    assert found("badge AB123457") == [("AB123457", 0.6, CHECK_FAILED)]


def test_words_that_name_something_else_count_against() -> None:
    assert found("order AB123456") == [("AB123456", 0.3, "pattern, check, other context")]


def test_the_form_must_match_even_where_words_name_it() -> None:
    assert found("token 12AB34CD56") == [("12AB34CD56", 0.95, "pattern, context")]
    assert found("token 12XY34CD56") == []


@pytest.mark.parametrize("text", ["XAB123456", "AB1234567", "AB123456C", "12-AB-123-456", "AB-123-456-7", "äAB123456"])
def test_a_part_of_something_longer_is_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["_AB123456", "(AB123456)", "#AB123456", "x=AB123456;", "AB123456_", "No.AB123456"])
def test_signs_do_not_hide_a_value(text: str) -> None:
    assert found(text) == [("AB123456", 0.6, "pattern, check")]


def test_what_passes_its_check_wins_over_a_longer_value_that_does_not() -> None:
    long = Identifier(type="LONG", name="long", shapes=("99 99", "99 99 99"), words=("long",), valid=even)
    assert found("long 12 34 57", scan=Identifiers([long])) == [("12 34", 0.95, "pattern, check, context")]


def test_shapes_do_not_mix_either_with_digits() -> None:
    with pytest.raises(ValueError, match="mixes X"):
        Identifiers([Identifier(type="BADGE", name="badge", shapes=("XX99",))])


def test_a_number_may_be_glued_to_the_small_letters_of_a_word() -> None:
    shapes = ("99999999", "AA99999999")
    number = Identifier(type="ID", name="number", shapes=shapes, words=("badge",), valid=even, alone=0.6)
    scan = Identifiers([number])
    assert found("the badge is12345678", scan=scan) == [("is12345678", 0.95, "pattern, check, context")]
    assert found("the badge was12345678", scan=scan) == [("12345678", 0.95, "pattern, check, context")]
    assert found("PART12345678", scan=scan) == []
    assert found("it is12345678", scan=Identifiers([replace(number, shapes=("99999999",))]))[0][0] == "12345678"


def test_a_number_glued_to_what_is_no_word_is_the_rest_of_a_name_or_of_a_hash() -> None:
    number = Identifier(type="ID", name="number", shapes=("99999999",), words=("badge",), valid=even, alone=0.6)
    scan = Identifiers([number])
    assert found("static uint64_t mod12345678(uint64_t hash)", scan=scan) == []
    assert found("merge dc12345678 badge/cleanup", scan=scan) == []


def test_a_small_word_beside_a_number_is_none_of_its_letters() -> None:
    passport = Identifier(type="PASSPORT", name="passport", shapes=("9999999", "AA 9999999"), words=("passport",))
    scan = Identifiers([passport])
    assert [value for value, *_ in found("passport no 5563784", scan=scan)] == ["5563784"]
    assert [value for value, *_ in found("passport zs 5563784", scan=scan)] == ["zs 5563784"]
    plate = Identifier(type="PLATE", name="plate", shapes=("AAA 999", "AAA 999 A", "AAA 999 AA"), words=("plate",))
    scan = Identifiers([plate])
    assert [value for value, *_ in found("plate is ABC 123 as seen", scan=scan)] == ["ABC 123"]
    assert [value for value, *_ in found("plate ABC 123 a seen", scan=scan)] == ["ABC 123"]
    assert [value for value, *_ in found("plate abc 123 x", scan=scan)] == ["abc 123 x"]


def test_a_pair_of_letters_at_the_end_of_many_pairs_is_one_of_them() -> None:
    mac = Identifier(type="MAC", name="MAC", shapes=("XX XX XX XX XX XX",), words=("mac",))
    assert [value for value, *_ in found("mac 01 02 03 04 05 ab", scan=Identifiers([mac]))] == ["01 02 03 04 05 ab"]


def test_the_rule_is_told() -> None:
    (findings,) = SCAN.find([Passage("badge AB123456")])
    assert findings.evidence == (Evidence(Span(6, 14, "BADGE", 0.95, "pattern"), "pattern, check, context", "badge"),)


def test_a_passage_past_its_deadline_brings_a_warning() -> None:
    (findings,) = SCAN.find([Passage("AB123456", deadline=time.monotonic() - 1)])
    assert [warning.code for warning in findings.warnings] == ["pattern_timeout"]


@given(st.text(alphabet="AB123 .-/_é\n", max_size=60))
def test_findings_lie_in_the_text_and_end_at_no_letter_or_digit(text: str) -> None:
    (findings,) = SCAN.find([Passage(text)])
    for item in findings.evidence:
        assert 0 <= item.span.start < item.span.end <= len(text)
        assert not text[item.span.start - 1 : item.span.start].isalnum()
        assert not text[item.span.end : item.span.end + 1].isalnum()


@pytest.mark.parametrize("unit", ["1", "1 ", "A1", "A1 ", "AB-", "1/", "badge 1 ", "12 AB "])
def test_time_is_linear_on_hostile_text(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    begin = time.process_time()
    SCAN.find([Passage(text)])
    assert time.process_time() - begin < 3
