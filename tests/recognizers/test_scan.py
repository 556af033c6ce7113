from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckname.findings import Evidence, Findings, Passage
from deckname.pattern import Pattern
from deckname.recognizers import discover
from deckname.recognizers.labelled import Hinted, Labelled, windows
from deckname.recognizers.scan import Scan
from deckname.types import TYPES

BADGE = Labelled(type="BADGE", hints=("badge", "ausweis"), label="badge|ausweis", value=r"B\d{2,6}")
MAIL = Hinted(
    hints=("@",), before=5, after=5, pattern=Pattern(type="EMAIL_ADDRESS", regex=r"[a-z]++@[a-z]++", score=0.9)
)
CODE = Hinted(
    hints=("^b1", "badge", "b12$", "знак$"),
    before=3,
    after=9,
    pattern=Pattern(type="ID_NUMBER", regex=r"B\d++", score=0.5),
)
PARTS = (BADGE, MAIL, CODE)


def found(findings: list[Findings]) -> set[Evidence]:
    return {item for each in findings for item in each.evidence}


@given(
    st.lists(
        st.sampled_from(
            ["badge", " ", "B123", "b1", "\n", "Ausweis", "Знак", "знаком", "a@b", "@", "İ", "ß", ": ", "x" * 40]
        )
    )
)
def test_a_scan_finds_what_its_recognizers_find_alone(pieces: list[str]) -> None:
    passage = Passage("".join(pieces))
    assert found(Scan(PARTS).find([passage])) == {item for part in PARTS for item in found(part.find([passage]))}


def test_a_passage_named_by_its_context_needs_no_hint() -> None:
    passage = Passage("B123", context=("badge",))
    assert found(BADGE.find([passage])) <= found(Scan(PARTS).find([passage]))


def test_recognizers_may_share_a_hint() -> None:
    assert {item.span.type for item in found(Scan(PARTS).find([Passage("badge B123")]))} == {"BADGE", "ID_NUMBER"}


def test_a_scan_spares_itself_what_nobody_asks_for() -> None:
    passage = Passage("badge B123", types=frozenset({"ID_NUMBER"}))
    assert {item.span.type for item in found(Scan(PARTS).find([passage]))} == {"ID_NUMBER"}


def test_a_hint_may_have_to_end_a_word() -> None:
    assert windows("cars, car: care", ["^car$"], before=0, after=1) == [(6, 10)]


LINES = [
    "DOB: 3.4.1978, aged 45, on 5 May 2021 at 48.1374, 11.5755", "Passport no. C01X00T47, see https://ada.example/a",
    "BIC: COBADEFFXXX, IBAN DE89 3704 0044 0532 0130 00, BLZ 370 400 44", "VAT GB999999973, tel. 0711 1234567",
]  # fmt: skip


@given(st.lists(st.sampled_from(LINES)), st.frozensets(st.sampled_from(sorted(TYPES))))
def test_what_is_asked_for_is_found_alike_whatever_else_is(lines: list[str], types: frozenset[str]) -> None:
    text = "\n".join(lines)
    asked, everything = (
        {item for each in RECOGNIZERS for item in found(list(each.find([passage]))) if item.span.type in types}
        for passage in (Passage(text, types=types), Passage(text))
    )
    assert asked == everything


RECOGNIZERS = discover()


def test_every_recognizer_of_the_scan_says_its_type_by_its_name() -> None:
    (scan,) = (each for each in RECOGNIZERS if isinstance(each, Scan))
    assert {each.type for each in scan.recognizers} <= TYPES.keys()
