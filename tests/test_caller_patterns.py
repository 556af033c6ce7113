"""Callers' patterns: RE2, offsets in code points, limits."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from deckname import caller_patterns
from deckname.caller_patterns import CallerPattern, compiled
from deckname.errors import InvalidPattern
from deckname.findings import Passage, Warning
from deckname.text import normalise
from tests.strategies import unicode_text

BADGE = r"B-\d{5}"


def found(pattern: CallerPattern, text: str, *, context: tuple[str, ...] = ()) -> list[tuple[str, float]]:
    (findings,) = pattern.find([Passage(text, context)])
    return [(text[item.span.start : item.span.end], item.span.score) for item in findings.evidence]


def test_offsets_count_code_points_whatever_stands_before() -> None:
    assert found(compiled(0, "BADGE", BADGE, score=0.6), "äß😀 B-12345, 山 b-67890é") == [
        ("B-12345", 0.6),
        ("b-67890", 0.6),
    ]


@given(unicode_text, unicode_text)
def test_a_match_is_found_at_its_place_in_any_text(before: str, after: str) -> None:
    text = f"{normalise(before).text} Qq77 {normalise(after).text}"
    assert ("Qq77", 0.6) in found(compiled(0, "CODE", "Qq77", score=0.6), text)


@given(unicode_text)
def test_a_byte_of_a_character_never_is_a_span(text: str) -> None:
    for value, _ in found(compiled(0, "BYTE", r"\C", score=0.6), text):
        assert value


def test_a_context_word_raises_the_score_as_far_as_it_goes() -> None:
    pattern = compiled(0, "BADGE", BADGE, score=0.3, context=("badge*",))
    assert found(pattern, "part B-12345") == [("B-12345", 0.3)]
    assert found(pattern, "badges: B-12345") == [("B-12345", 0.65)]
    assert found(pattern, "B-12345", context=("Badge number",)) == [("B-12345", 0.65)]
    sure = compiled(0, "BADGE", BADGE, score=0.9, context=("badge",))
    assert found(sure, "badge B-12345") == [("B-12345", 0.99)]


def test_a_score_of_nothing_needs_context() -> None:
    pattern = compiled(0, "BADGE", BADGE, score=0, context=("badge",))
    assert found(pattern, "part B-12345") == []
    assert found(pattern, "badge B-12345") == [("B-12345", 0.35)]


def test_a_group_named_value_is_the_span() -> None:
    assert found(compiled(0, "BADGE", r"é (?P<value>\d+)|x", score=0.6), "é 123 x") == [("123", 0.6)]


@pytest.mark.parametrize("regex", ["x*", "", r"\b", "(?:)"])
def test_empty_matches_are_nothing(regex: str) -> None:
    assert found(compiled(0, "NOTHING", regex, score=0.6), "äb c") == []


def test_blocks_hide_nothing() -> None:
    text = "".join(f"é{index:07d} " for index in range(10_000))
    assert len(found(compiled(0, "CODE", r"\d{7}", score=0.6), text)) == 10_000
    assert found(compiled(0, "FIRST", r"^é0+ ", score=0.6), text) == [("é0000000 ", 0.6)]


@pytest.mark.parametrize(
    ("regex", "why"),
    [
        ("Quibbleworth(", "a ) is missing"),
        ("Quibbleworth[", "a ] is missing"),
        ("Quibbleworth)", "a ) has no partner"),
        ("(?=Quibbleworth)", "a group is unknown (RE2 has no look-around)"),
        (r"(Quibbleworth)\1", "an escape sequence is unknown (RE2 has no back-references)"),
        ("[[:quibbleworth:]]", "a character class is wrong"),
        ("(?:Quibbleworth){2000}", "a repetition is larger than 1000"),
        (r"(?:\p{L}{1,500} Quibbleworth)", "it is too large when compiled"),
        ("(?P<Quibble worth>x)", "the name of a group is wrong"),
    ],
)
def test_what_does_not_compile_is_refused_without_quoting_it(
    regex: str, why: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(InvalidPattern) as caught:
        compiled(7, "BADGE", regex, score=0.6)
    assert str(caught.value) == f"patterns.7: the regex does not compile: {why}"
    assert caught.value.facts == {"index": 7}
    assert caught.value.__context__ is None
    assert "uibble" not in "".join(capfd.readouterr())


def test_a_long_expression_is_refused() -> None:
    with pytest.raises(InvalidPattern, match="1000 characters"):
        compiled(0, "BADGE", "a" * 1001, score=0.6)


def test_an_expression_that_is_slow_elsewhere_is_not_slow_here() -> None:
    began = time.monotonic()
    assert found(compiled(0, "SLOW", r"(a+)+$b", score=0.6), "a" * 100_000) == []
    assert time.monotonic() - began < 5


def test_running_out_of_time_is_said() -> None:
    pattern = compiled(0, "SLOW", r"(.{1,900})x", score=0.6)
    began = time.monotonic()
    (findings,) = pattern.find([Passage("a" * 1_000_000, (), time.monotonic() + 0.2)])
    assert findings.warnings == (Warning("pattern_timeout", "SLOW"),)
    assert time.monotonic() - began < 10


def test_too_many_matches_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caller_patterns, "MAX_MATCHES", 3)
    (findings,) = compiled(0, "LETTER", "a", score=0.6).find([Passage("aaaaa")])
    assert len(findings.evidence) == 3
    assert findings.warnings == (Warning("too_many_matches", "LETTER"),)


def test_a_pattern_shows_no_expression() -> None:
    assert "Quibbleworth" not in repr(compiled(0, "NAME", "Quibbleworth", score=0.6, context=("Quibbleworth",)))
