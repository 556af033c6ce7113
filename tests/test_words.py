from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from deckname.text import normalise
from deckname.words import SPACE, in_small_letters, pretokens, windows, words
from tests.strategies import unicode_text


@given(unicode_text)
def test_words_hold_every_visible_character_once(text: str) -> None:
    folded = normalise(text).text
    ranges = words(folded)
    assert ranges == sorted(ranges)
    covered = {index for start, end in ranges for index in range(start, end)}
    assert sum(end - start for start, end in ranges) == len(covered)
    assert all(index in covered or folded[index].isspace() for index in range(len(folded)))


@given(unicode_text)
def test_every_word_becomes_one_pretoken_without_white_space(text: str) -> None:
    folded = normalise(text).text
    ranges = words(folded)
    pieces = pretokens(folded, ranges)
    assert len(pieces) == len(ranges)
    assert all(piece.removeprefix(SPACE) for piece in pieces)


@given(unicode_text | st.text("ABCİßDž1 \n", max_size=60))
def test_reading_capitals_as_small_letters_moves_nothing(text: str) -> None:
    quiet = in_small_letters(text)
    assert len(quiet) == len(text)
    assert all(now in (before, before.lower()) for now, before in zip(quiet, text, strict=True))


def test_a_line_break_is_a_word_of_its_own_and_crlf_is_one() -> None:
    assert pretokens("a\r\nb", words("a\r\nb")) == ["▁a", "<nl>", "▁b"]


def test_an_endless_word_is_cut() -> None:
    assert [end - start for start, end in words("a" * 150)] == [64, 64, 22]


@given(st.lists(st.integers(1, 9), max_size=60), st.integers(9, 30), st.integers(0, 8))
def test_windows_hold_every_word_fit_and_go_on(lengths: list[int], tokens: int, overlap: int) -> None:
    found = windows(lengths, tokens=tokens, overlap=overlap)
    assert {word for first, end in found for word in range(first, end)} == set(range(len(lengths)))
    assert all(sum(lengths[first:end]) <= tokens for first, end in found)
    assert all(before[0] < after[0] and before[1] < after[1] for before, after in pairwise(found))


def test_a_word_longer_than_a_window_gets_a_window_of_its_own() -> None:
    assert windows([50, 1], tokens=10, overlap=2) == [(0, 1), (1, 2)]
