from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from deckname.findings import CHECK_FAILED, Evidence
from deckname.fuse import fuse
from deckname.span import Span
from tests.strategies import spans


def said(start: int, end: int, type_: str, score: float, source: str) -> Evidence:
    return Evidence(Span(start, end, type_, score, source), "test")


def test_independent_witnesses_strengthen_each_other() -> None:
    (fused,) = fuse([said(0, 4, "PHONE_NUMBER", 0.5, "pattern"), said(0, 4, "PHONE_NUMBER", 0.8, "small@1.0.0")])
    assert fused.span == Span(0, 4, "PHONE_NUMBER", 0.9, "small@1.0.0")
    assert len(fused.evidence) == 2


def test_one_source_is_one_witness_however_often_it_speaks() -> None:
    (fused,) = fuse([said(0, 4, "TAX_ID", 0.5, "pattern"), said(0, 4, "TAX_ID", 0.6, "pattern")])
    assert fused.span.score == 0.6


def test_a_type_and_its_parent_are_one_finding_of_the_narrower_type() -> None:
    (fused,) = fuse([said(0, 11, "NATIONAL_ID", 0.5, "small@1.0.0"), said(0, 11, "US_SSN", 0.6, "pattern")])
    assert (fused.span.type, fused.span.score) == ("US_SSN", 0.8)


def test_a_failed_check_speaks_against_what_others_say() -> None:
    failed = Evidence(Span(0, 19, "CREDIT_CARD", 0.7, "pattern"), CHECK_FAILED)
    sure, unsure = (said(0, 19, "CREDIT_CARD", score, "small@1.0.0") for score in (0.98, 0.3))
    assert [fuse([failed, model])[0].span.score for model in (sure, unsure)] == [0.833, 0.7]
    assert fuse([failed])[0].span.score == 0.7


def test_a_failed_check_outweighs_a_label_but_not_another_check() -> None:
    span = Span(0, 9, "NATIONAL_ID", 0.85, "pattern")
    labelled = Evidence(span, "pattern, context")
    failed = Evidence(Span(0, 9, "NATIONAL_ID", 0.6, "pattern"), CHECK_FAILED)
    passed = Evidence(Span(0, 9, "NATIONAL_ID", 0.7, "pattern"), "pattern, check")
    assert fuse([labelled, failed])[0].span.score == 0.6
    assert fuse([labelled, failed, passed])[0].span.score == 0.85
    assert fuse([replace(labelled, rule="Sri Lankan NIC"), failed])[0].span.score == 0.85


def test_the_models_silence_speaks_against_an_unsure_pattern() -> None:
    date = Evidence(Span(0, 19, "DATE_TIME", 0.6, "pattern"), "pattern")
    model = said(0, 19, "DATE_TIME", 0.9, "small@1.0.0")
    url = Evidence(Span(0, 19, "URL", 0.9, "pattern"), "pattern")
    heard = frozenset({"DATE_TIME", "URL"})
    assert [fuse(found, heard=heard)[0].span.score for found in ([date], [date, model], [url])] == [0.06, 0.96, 0.9]
    assert fuse([date])[0].span.score == 0.6


@given(st.lists(spans()))
def test_fusing_keeps_every_extent_and_lowers_no_score(found: list[Span]) -> None:
    fused = fuse(Evidence(span, "test") for span in found)
    assert {(each.span.start, each.span.end) for each in fused} == {(span.start, span.end) for span in found}
    assert all(each.span.score >= min(0.9999, item.span.score) for each in fused for item in each.evidence)


def test_a_faint_hint_at_a_narrower_type_changes_nothing() -> None:
    found = fuse([said(0, 8, "BANK_ACCOUNT", 0.85, "pattern"), said(0, 8, "IBAN_CODE", 0.17, "small@1.0.0")])
    assert [(each.span.type, each.span.score) for each in found] == [("BANK_ACCOUNT", 0.85), ("IBAN_CODE", 0.17)]
