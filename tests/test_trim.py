from __future__ import annotations

import pytest
from hypothesis import given

from deckname.span import Span
from deckname.text import normalise
from deckname.trim import complete, trim
from tests.strategies import unicode_text


@pytest.mark.parametrize(
    ("text", "type_", "kept"),
    [
        (" John Smith, ", "PERSON", "John Smith"),
        ("John Smith Jr.", "PERSON", "John Smith Jr."),
        ("Smith, J.", "PERSON", "Smith, J."),
        ("John Smith.", "PERSON", "John Smith"),
        ("(555) 123-4567.", "PHONE_NUMBER", "(555) 123-4567"),
        ("(555 123-4567", "PHONE_NUMBER", "555 123-4567"),
        ("(555 123-4567)", "PHONE_NUMBER", "555 123-4567"),
        ("+49 711 1234567)", "PHONE_NUMBER", "+49 711 1234567"),
        ("12 Main St.", "ADDRESS", "12 Main St"),
        ("192.0.2.7:3306", "IP_ADDRESS", "192.0.2.7"),
        ("2001:db8::,", "IP_ADDRESS", "2001:db8::"),
        ("2001:db8::1:", "IP_ADDRESS", "2001:db8::1"),
        ("'p@ss!'", "PASSWORD", "p@ss!"),
        ('"ada king"@example.com,', "EMAIL_ADDRESS", '"ada king"@example.com'),
        ('"ada@example.com"', "EMAIL_ADDRESS", "ada@example.com"),
        ("(-33.8688, 151.2093)", "COORDINATES", "-33.8688, 151.2093"),
        ("P<UTOERIKSSON<<ANNA<<<", "PASSPORT", "P<UTOERIKSSON<<ANNA<<<"),
        ("!!x!!", "PASSWORD", "!!x!!"),
    ],
)
def test_edges_lose_what_does_not_belong_to_the_value(text: str, type_: str, kept: str) -> None:
    span = trim(Span(0, len(text), type_), text)
    assert span is not None
    assert text[span.start : span.end] == kept


@pytest.mark.parametrize(
    ("text", "found", "whole"),
    [
        ("use (530) 332-3771 now", "530) 332-3771", "(530) 332-3771"),
        ("use +(530) 332-3771 now", "530) 332-3771", "+(530) 332-3771"),
        ("use +49 711 1234", "49 711 1234", "+49 711 1234"),
        ("(030 1234567)", "030 1234567", "030 1234567"),
    ],
)
def test_a_phone_number_gets_back_the_bracket_or_plus_that_it_begins_with(text: str, found: str, whole: str) -> None:
    start = text.index(found)
    span = complete(Span(start, start + len(found), "PHONE_NUMBER"), text)
    assert text[span.start : span.end] == whole


def test_a_streets_full_stop_is_the_sentences_where_the_sentence_ends() -> None:
    text = "She moved to 12 Main St., he to 7 Oak Ave. Both"
    first, second = trim(Span(13, 24, "ADDRESS"), text), trim(Span(32, 42, "ADDRESS"), text)
    assert first is not None and text[first.start : first.end] == "12 Main St."
    assert second is not None and text[second.start : second.end] == "7 Oak Ave"


def test_punctuation_alone_is_nothing() -> None:
    assert trim(Span(0, 3, "PERSON"), " -,") is None


def test_a_masked_password_is_nothing() -> None:
    assert trim(Span(0, 6, "PASSWORD"), "****&*") is None


@given(unicode_text.filter(bool))
def test_trimming_what_is_trimmed_changes_nothing(text: str) -> None:
    for type_ in ("PERSON", "PHONE_NUMBER", "PASSWORD"):
        folded = normalise(text).text or "x"
        once = trim(Span(0, len(folded), type_), folded)
        assert once is None or trim(once, folded) == once
