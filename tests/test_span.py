from __future__ import annotations

import pytest

from deckname.span import Span


def test_touching_spans_do_not_overlap() -> None:
    assert not Span(0, 4, "PERSON").overlaps(Span(4, 8, "PERSON"))
    assert Span(0, 5, "PERSON").overlaps(Span(4, 8, "PERSON"))


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_a_span_holds_at_least_one_character(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="at least one character"):
        Span(start, end, "PERSON")


def test_a_score_is_a_probability() -> None:
    with pytest.raises(ValueError, match="probability"):
        Span(0, 1, "PERSON", 1.2)
