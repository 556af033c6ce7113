"""The operator ``generalize``: each type in its way, and a placeholder for everything else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from deckname.operators.generalize import Generalize
from deckname.types import TYPES
from tests.operators.keyed import case

COARSE = Generalize(reference_year=2026)


@pytest.mark.parametrize(
    ("type_", "value", "expected"),
    [
        ("DATE_TIME", "3. März 1985", "1985"),
        ("DATE_TIME", "3.3.1931", "1931"),
        ("DATE_OF_BIRTH", "3.3.1985", "1985"),
        ("DATE_OF_BIRTH", "March 3, 1931", "1936 or earlier"),
        ("AGE", "34 years old", "30-34 years old"),
        ("AGE", "93", "90+"),
        ("ADDRESS", "14 Oak Street, Springfield, IL 62704", "IL 627**"),
        ("LOCATION", "Stuttgart", "Germany"),
        ("IP_ADDRESS", "203.0.113.77", "203.0.113.0/24"),
        ("COORDINATES", "48.7758, 9.1829", "48.7, 9.1"),
        ("DATE_TIME", "tomorrow", "<DATE_TIME>"),
        ("ADDRESS", "14 Oak Street", "<ADDRESS>"),
        ("PERSON", "John Smith", "<PERSON>"),
        ("EMAIL_ADDRESS", "john@example.org", "<EMAIL_ADDRESS>"),
        ("PROJECT", "Falke", "<PROJECT>"),
    ],
)
def test_each_type_is_made_coarser_in_its_way(type_: str, value: str, expected: str) -> None:
    assert COARSE(value, type_, case()) == expected


def test_its_parameters_say_how_coarse() -> None:
    other = Generalize(to="decade", age_band=10, postcode_digits=1, ipv4_prefix=16, ipv6_prefix=32)
    values = [("DATE_TIME", "3.3.1985"), ("AGE", "34"), ("ADDRESS", "70173 Stuttgart"), ("IP_ADDRESS", "203.0.113.77"),
              ("IP_ADDRESS", "2001:db8:1::2")]  # fmt: skip
    assert [other(value, type_, case()) for type_, value in values] == [
        "1980s",
        "30-39",
        "7**",
        "203.0.0.0/16",
        "2001:db8::/32",
    ]


@pytest.mark.parametrize(
    "given",
    [{"to": "day"}, {"age_band": 1}, {"postcode_digits": 6}, {"ipv4_prefix": 32}, {"ipv6_prefix": 128}, {"key": "k"}],
)
def test_what_would_keep_too_much_is_refused(given: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Generalize.model_validate({"op": "generalize", **given})


TEXTS = st.text(min_size=1, max_size=30) | st.text("aZ09 .-,/:%*+()éEtS<>", min_size=1, max_size=20)


@given(st.sampled_from(sorted(TYPES)), TEXTS)
def test_doing_it_twice_is_doing_it_once(type_: str, value: str) -> None:
    once = COARSE(value, type_, case())
    assert COARSE(once, type_, case()) == once


@pytest.mark.parametrize(
    "type_", ["DATE_TIME", "DATE_OF_BIRTH", "AGE", "ADDRESS", "LOCATION", "IP_ADDRESS", "COORDINATES"]
)
@pytest.mark.parametrize("piece", ["1", "a ", "1.", "12345 ", ",", "1-", "Str. 1 ", "May "])
def test_a_long_value_takes_no_time(type_: str, piece: str) -> None:
    assert COARSE(piece * 20_000, type_, case()) == f"<{type_}>"
