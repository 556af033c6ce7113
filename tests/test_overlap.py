from __future__ import annotations

from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from deckname.overlap import rank, resolve
from deckname.span import Span
from tests.strategies import spans


def characters(found: list[Span]) -> set[int]:
    return {index for span in found for index in range(span.start, span.end)}


@given(st.lists(spans()), st.randoms(use_true_random=False))
def test_resolve_covers_the_same_characters_once_in_any_order(found: list[Span], random: Random) -> None:
    resolved = resolve(found)
    assert characters(resolved) == characters(found)
    assert all(before.end <= after.start for before, after in pairwise(resolved))
    random.shuffle(found)
    assert resolve(found) == resolved


@given(st.lists(spans()))
def test_resolving_what_is_resolved_changes_nothing(found: list[Span]) -> None:
    once = resolve(found)
    assert resolve(once) == once


@given(st.lists(spans(), min_size=1))
def test_the_best_span_is_not_cut(found: list[Span]) -> None:
    best = min(found, key=rank)
    (around,) = [span for span in resolve(found) if span.overlaps(best)]
    assert around.type == best.type and around.score >= best.score
    assert around.start <= best.start and best.end <= around.end


def test_overlapping_findings_of_one_type_are_one_value() -> None:
    found = resolve([Span(0, 5, "PHONE_NUMBER", 0.9), Span(0, 12, "PHONE_NUMBER", 0.6)])
    assert found == [Span(0, 12, "PHONE_NUMBER", 0.9)]


def test_what_a_caller_denies_goes_before_all() -> None:
    found = resolve([Span(0, 9, "PERSON", 0.99, "model"), Span(0, 3, "PROJECT", 1.0, "deny")])
    assert found == [Span(0, 3, "PROJECT", 1.0, "deny"), Span(3, 9, "PERSON", 0.99, "model")]


def test_the_tail_of_a_loser_stays_covered() -> None:
    found = resolve([Span(0, 10, "EMAIL_ADDRESS", 0.99), Span(5, 20, "PERSON", 0.6)])
    assert found == [Span(0, 10, "EMAIL_ADDRESS", 0.99), Span(10, 20, "PERSON", 0.6)]


def test_a_number_inside_does_not_cut_an_address_of_equal_standing() -> None:
    assert resolve([Span(0, 30, "ADDRESS", 0.93), Span(10, 15, "PHONE_NUMBER", 0.9)]) == [Span(0, 30, "ADDRESS", 0.93)]
