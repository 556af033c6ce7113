from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckname.findings import Passage
from deckname.naming import OTHER, Lexicon, is_named

PASSPORT, TAX, SOMETHING_ELSE = 0, 1, 2
LEXICON = Lexicon(
    {
        PASSPORT: ("passport*", "pass nr", "pasaporte"),
        TAX: ("tax id", "steuer id", "*steuernummer"),
        SOMETHING_ELSE: OTHER,
    }
)


def named(text: str, owner: int, context: tuple[str, ...] = ()) -> bool | None:
    """Ask about the value that stands in brackets."""
    start, end = text.index("["), text.index("]")
    plain = text.replace("[", "").replace("]", "")
    return is_named(LEXICON.near(Passage(plain, context), start, end - 1), owner, SOMETHING_ELSE)


@pytest.mark.parametrize(
    "text",
    [
        "passport no. [X123]",
        "Pass-Nr.: [X123]",
        "pass_nr=[X123]",
        '{"passportNumber": "[X123]"}',
        "Passport\n[X123]",
        "passports: A1234 and [X123]",
        "passports AB51 ABC and [X123]",
        "[X123] es mi pasaporte",
        "[X123] (passport)",
        "order for passport [X123]",
        "The order came. Passport [X123]",
    ],
)
def test_words_name_a_value(text: str) -> None:
    assert named(text, PASSPORT) is True


@pytest.mark.parametrize(
    "text",
    [
        "passport, order no. [X123]",
        "My passport was stolen; invoice [X123]",
    ],
)
def test_nearer_words_name_something_else(text: str) -> None:
    assert named(text, PASSPORT) is False


@pytest.mark.parametrize(
    "text",
    [
        "[X123]",
        "compassport [X123]",
        "My passport was stolen. Call [X123]",
        "Passport\n\n[X123]",
        "Passport\nother words\n[X123]",
        "Passport\nName Smith [X123]",
        "passport A1234 was seen at gate [X123]",
        "[X123], passport: A1234",
        "[X123] | passport",
    ],
)
def test_no_word_names_it(text: str) -> None:
    assert named(text, PASSPORT) is None


def test_the_words_of_a_passage_name_its_values() -> None:
    assert named("[X123]", TAX, context=("customer.steuerId",)) is True
    assert named("[X123]", TAX, context=("Einkommensteuernummer",)) is True
    assert named("[X123]", TAX, context=("order id",)) is False


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TIN [X123]", True),
        ("tin: [X123]", True),
        ("tin no. [X123]", True),
        ('{"tin": "[X123]"}', True),
        ("in a tin [X123]", None),
        ("The Tin [X123]", None),
    ],
)
def test_an_abbreviation_that_is_a_word_counts_only_as_a_label(text: str, expected: bool | None) -> None:
    lexicon = Lexicon({TAX: ("tin",), SOMETHING_ELSE: OTHER})
    start = text.index("[")
    plain = text.replace("[", "").replace("]", "")
    assert is_named(lexicon.near(Passage(plain), start, start + 4), TAX, SOMETHING_ELSE) is expected


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_any_text_may_stand_around_a_value(text: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    for name in LEXICON.near(Passage(text), start, end):
        assert name.distance >= 0


WORLD = Lexicon(
    {PASSPORT: ("passport*", "ni no", "паспорт*", "*护照*", "číslo pasu"), TAX: ("tax id", "*steuernummer")}
)
WORDS = [
    "passport", "Passports", "myPassport", "niNo", "NI no", "n.i. no", "ni_no", "паспорт", "Паспорта", "护照号码",
    "Číslo pasu", "taxId", "TAX-ID", "customerTaxId", "Einkommensteuernummer", "İ", "š", " ", "\n", "X", "? ",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=8), st.lists(st.sampled_from(WORDS), max_size=5))
def test_whoever_a_value_is_named_by_is_among_those_near_it(before: list[str], after: list[str]) -> None:
    left, right = "".join(before), "".join(after)
    passage = Passage(f"{left} 123 {right}")
    start = len(left) + 1
    near = WORLD.places(passage).near(start, start + 3)
    assert {owner for name in WORLD.near(passage, start, start + 3) for owner in name.owners} <= set(near)


def test_names_are_near_where_they_may_stand_and_nowhere_else() -> None:
    places = LEXICON.places(Passage("pasaporte" + " " * 200 + "myTaxId = 123"))
    assert (set(places.near(219, 222)), set(places.near(100, 103)), set(places.near(20, 23))) == (
        {TAX}, set(), {PASSPORT}
    )  # fmt: skip
    assert set(LEXICON.places(Passage("123", context=("Tax ID",))).near(0, 3)) == {TAX}
    assert not LEXICON.places(Passage("compasaportes taxing ideas 123")).near(27, 30)
