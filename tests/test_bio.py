from __future__ import annotations

from deckname.bio import word_labels


def test_a_word_belongs_to_the_span_that_holds_most_of_it() -> None:
    labels = word_labels([(0, 4), (5, 9), (10, 14)], [(0, 9, "PERSON"), (10, 12, "AGE")])
    assert labels == [("PERSON", True), ("PERSON", False), ("AGE", True)]


def test_neighbouring_spans_of_one_type_begin_anew() -> None:
    assert word_labels([(0, 3), (4, 7)], [(0, 3, "PERSON"), (4, 7, "PERSON")]) == [("PERSON", True), ("PERSON", True)]


def test_a_word_that_is_barely_touched_is_outside() -> None:
    assert word_labels([(0, 10)], [(9, 12, "PERSON")]) == [("O", False)]
