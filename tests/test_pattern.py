from __future__ import annotations

import time

import pytest

from deckname.findings import Passage, Warning
from deckname.pattern import Pattern
from deckname.span import Span

BADGE = Pattern(
    type="BADGE", regex=r"B-\d{4}", score=0.3, context=("badge*", "staff card"), context_score=0.9,
    valid=lambda value: value.endswith("7"), failed_score=0.4,
)  # fmt: skip


def scores(text: str, pattern: Pattern = BADGE, context: tuple[str, ...] = ()) -> list[float]:
    (found,) = pattern.find([Passage(text, context)])
    return [item.span.score for item in found.evidence]


def test_a_match_alone_has_its_own_score() -> None:
    assert scores("B-1237") == [0.3]


@pytest.mark.parametrize(
    "text",
    [
        "badge B-1237",
        "Badges: B-1237",
        "staff  card B-1237",
        "staff_card=B-1237",
        "STAFF-CARD B-1237",
        "B-1237 (badge)",
    ],
)
def test_context_words_raise_the_score(text: str) -> None:
    assert scores(text) == [0.9]


@pytest.mark.parametrize(
    "text", ["embadged B-1237", "badge\n\nB-1237", "B-1237\nbadge", "badge" + " x" * 40 + " B-1237"]
)
def test_words_elsewhere_are_no_context(text: str) -> None:
    assert scores(text) == [0.3]


def test_what_is_known_of_the_passage_is_context() -> None:
    assert scores("B-1237", context=("badge_no",)) == [0.9]


def test_a_failed_check_is_nothing_without_context_and_a_little_with_it() -> None:
    assert scores("B-1234") == []
    (found,) = BADGE.find([Passage("badge B-1234")])
    assert [(item.span.score, item.reason) for item in found.evidence] == [(0.4, "check_failed")]


def test_a_group_named_value_is_the_span() -> None:
    pattern = Pattern(type="BADGE", regex=r"badge (?P<value>\d+)", score=0.9)
    (found,) = pattern.find([Passage("my badge 1234")])
    assert found.evidence[0].span == Span(9, 13, "BADGE", 0.9, "pattern")


def test_a_pattern_that_takes_too_long_says_so() -> None:
    slow = Pattern(type="BADGE", regex=r"(a|aa)+$", score=0.9, timeout=0.05)
    started = time.monotonic()
    (found,) = slow.find([Passage("a" * 5000 + "b")])
    assert found.warnings == (Warning("pattern_timeout", "BADGE"),)
    assert time.monotonic() - started < 2


def test_a_passage_out_of_time_is_not_begun() -> None:
    (found,) = BADGE.find([Passage("badge B-1237", deadline=time.monotonic() - 1)])
    assert found.warnings == (Warning("pattern_timeout", "BADGE"),)
