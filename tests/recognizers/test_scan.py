from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckname.findings import Evidence, Findings, Passage
from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted, Labelled
from deckname.recognizers.scan import Scan

BADGE = Labelled(type="BADGE", hints=("badge", "ausweis"), label="badge|ausweis", value=r"B\d{2,6}")
MAIL = Hinted(
    hints=("@",), before=5, after=5, pattern=Pattern(type="EMAIL_ADDRESS", regex=r"[a-z]++@[a-z]++", score=0.9)
)
CODE = Hinted(hints=("^b1", "badge"), before=3, after=9, pattern=Pattern(type="ID_NUMBER", regex=r"B\d++", score=0.5))
PARTS = (BADGE, MAIL, CODE)


def found(findings: list[Findings]) -> set[Evidence]:
    return {item for each in findings for item in each.evidence}


@given(st.lists(st.sampled_from(["badge", " ", "B123", "b1", "\n", "Ausweis", "a@b", "@", "İ", "ß", ": ", "x" * 40])))
def test_a_scan_finds_what_its_recognizers_find_alone(pieces: list[str]) -> None:
    passage = Passage("".join(pieces))
    assert found(Scan(PARTS).find([passage])) == {item for part in PARTS for item in found(part.find([passage]))}


def test_a_passage_named_by_its_context_needs_no_hint() -> None:
    passage = Passage("B123", context=("badge",))
    assert found(BADGE.find([passage])) <= found(Scan(PARTS).find([passage]))


def test_recognizers_may_share_a_hint() -> None:
    assert {item.span.type for item in found(Scan(PARTS).find([Passage("badge B123")]))} == {"BADGE", "ID_NUMBER"}
