from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckname.errors import InvalidText
from deckname.text import OffsetUnit, convert_offsets, normalise
from tests.strategies import unicode_text


@given(unicode_text)
def test_every_folded_character_came_from_somewhere_and_in_order(text: str) -> None:
    folded = normalise(text)
    ranges = [folded.source_range(index, index + 1) for index in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in ranges)
    assert ranges == sorted(ranges)


@given(st.text(st.characters(max_codepoint=0x2FF)))
def test_without_marks_and_invisible_characters_offsets_do_not_move(text: str) -> None:
    folded = normalise(text.replace("\u00ad", ""))
    assert folded.starts is None
    assert len(folded.text) == len(text.replace("\u00ad", ""))


@given(unicode_text)
def test_folding_folded_text_changes_nothing(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("１２３ ４５", "123 45"),
        ("١٢٣", "123"),
        ("a\u00a0b\u2009c", "a b c"),
        ("1–2—3‐4−5", "1-2-3-4-5"),
        ("O’Neil", "O'Neil"),
        ("a\u2028b", "a\nb"),
        ("tab\tand\r\nbreak", "tab\tand\r\nbreak"),
        ("Jose\u0301", "José"),
        ("jo\u00adhn\u200b", "john"),
    ],
)
def test_what_looks_alike_is_folded_alike(text: str, folded: str) -> None:
    assert normalise(text).text == folded


def test_a_value_with_an_invisible_character_is_mapped_back_whole() -> None:
    text = "x john\u200b@x.com y"
    folded = normalise(text)
    start = folded.text.index("john@x.com")
    assert text[slice(*folded.source_range(start, start + 10))] == "john\u200b@x.com"


def test_a_name_in_decomposed_form_is_mapped_back_whole() -> None:
    text = "Jose\u0301 ging"
    assert text[slice(*normalise(text).source_range(0, 4))] == "Jose\u0301"


def test_a_lone_surrogate_is_refused_with_its_position_and_without_the_text() -> None:
    with pytest.raises(InvalidText) as caught:
        normalise("secret \ud83d")
    assert caught.value.facts == {"position": 7}
    assert "secret" not in str(caught.value)
    assert caught.value.__context__ is None


@given(unicode_text, st.data())
def test_offsets_in_other_units_slice_the_same_characters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    left, right = convert_offsets(text, [start, end], OffsetUnit.BYTE)
    assert text.encode()[left:right].decode() == text[start:end]
    left, right = convert_offsets(text, [start, end], OffsetUnit.UTF16)
    assert text.encode("utf-16-le")[2 * left : 2 * right].decode("utf-16-le") == text[start:end]
    assert convert_offsets(text, [end, start], OffsetUnit.CODEPOINT) == [end, start]
