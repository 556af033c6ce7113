from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckname.detector import Detector, Options
from deckname.errors import DeadlineExceeded, Incomplete, InvalidText
from deckname.findings import Evidence, Findings, Passage, Warning
from deckname.pattern import Pattern
from deckname.policy import Policy, Replace
from deckname.redact import redact
from deckname.span import Span
from tests.strategies import unicode_text

EMAIL = Pattern(type="EMAIL_ADDRESS", regex=r"[\w.]+@\w+\.\w+", score=0.9)
NAME = Pattern(type="PERSON", regex=r"(?-i:\p{Lu}\p{Ll}+)", score=0.6)
TOWN = Pattern(type="LOCATION", regex=r"Paris", score=0.9)
SSN = Pattern(type="US_SSN", regex=r"\d{3}-\d{2}-\d{4}", score=0.8)
DETECTOR = Detector([EMAIL, NAME, TOWN, SSN])


def found(text: str, options: Options | None = None) -> list[tuple[str, str]]:
    return [(span.type, text[span.start : span.end]) for span in DETECTOR.detect(text, options=options).spans]


def test_direct_identifiers_are_found_by_default() -> None:
    assert found("ada@x.org in Paris") == [("EMAIL_ADDRESS", "ada@x.org"), ("PERSON", "Paris")]


def test_the_filter_by_type_comes_before_overlaps() -> None:
    assert found("Paris", Options(types=frozenset({"LOCATION"}))) == [("LOCATION", "Paris")]
    assert found("Paris", Options(types=frozenset({"PERSON"}))) == [("PERSON", "Paris")]


def test_a_parent_type_covers_its_children() -> None:
    assert found("123-45-6789", Options(types=frozenset({"NATIONAL_ID"}))) == [("US_SSN", "123-45-6789")]


def test_thresholds_of_a_request_go_before_its_threshold_and_before_the_models() -> None:
    detector = Detector([NAME], thresholds={"PERSON": 0.7})
    assert not detector.detect("Ada").spans
    assert detector.detect("Ada", options=Options(threshold=0.5)).spans
    assert not detector.detect("Ada", options=Options(threshold=0.5, thresholds={"PERSON": 0.9})).spans


def test_contains_pii_counts_direct_types_and_those_named_one_by_one() -> None:
    detector = Detector([TOWN])
    assert not detector.detect("Paris", options=Options(types="all")).contains_pii
    assert detector.detect("Paris", options=Options(types=frozenset({"LOCATION"}))).contains_pii


def test_allowed_values_are_never_reported_and_denied_ones_always() -> None:
    assert found("Ada met ADA.", Options(allow=frozenset({"ada"}))) == []
    options = Options(deny={"PROJECT": ["Falke"]}, allow=frozenset({"falke"}))
    assert found("project falke, Falken", options) == [("PROJECT", "falke"), ("PERSON", "Falken")]
    assert DETECTOR.detect("falke", options=options).contains_pii


def test_the_score_counts_what_stays_below_the_threshold() -> None:
    detection = DETECTOR.detect("Ada", options=Options(threshold=0.95))
    assert (detection.spans, detection.contains_pii, detection.score) == ((), False, 0.6)


def test_a_placeholder_is_never_found_again() -> None:
    everything = Detector([Pattern(type="PERSON", regex=r"\w+", score=0.9)])
    text = "a <PERSON> [US_SSN_12] <NOBODY>"
    spans = everything.detect(text).spans
    assert [text[span.start : span.end] for span in spans] == ["a", "NOBODY"]


@given(st.lists(st.sampled_from(["Ada ", "ada@x.org", " 123-45-6789", "Paris", "é\u0301", "😀", "<PERSON>", "\r\n"])))
def test_redacting_what_is_redacted_changes_nothing(parts: list[str]) -> None:
    text = "".join(parts)
    for policy in (Policy(), Policy(default=Replace(with_="[{type}]"))):
        options = Options(types="all")
        once = redact(text, DETECTOR.detect(text, options=options).spans, policy).text
        assert redact(once, DETECTOR.detect(once, options=options).spans, policy).text == once


@given(st.lists(st.one_of(unicode_text, st.sampled_from(["Ada", "ada@x.org"])), max_size=4).map(" ".join))
def test_spans_are_disjoint_sorted_and_trimmed(text: str) -> None:
    spans = DETECTOR.detect(text, options=Options(types="all")).spans
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(
        span.end <= len(text) and not text[span.start].isspace() and not text[span.end - 1].isspace() for span in spans
    )


@given(st.lists(unicode_text, max_size=4))
def test_a_batch_answers_as_each_text_alone(texts: list[str]) -> None:
    assert DETECTOR.detect_batch(texts) == [DETECTOR.detect(text) for text in texts]


def test_a_value_with_a_zero_width_space_is_found_whole_in_the_source() -> None:
    assert found("x ada\u200b@x.org.") == [("EMAIL_ADDRESS", "ada\u200b@x.org")]


def test_evidence_runs_parallel_to_spans() -> None:
    detection = DETECTOR.detect("ada@x.org 123-45-6789")
    assert [[item.span.type for item in each] for each in detection.evidence] == [["EMAIL_ADDRESS"], ["US_SSN"]]


class Broken:
    type = "BROKEN"

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        raise RuntimeError(f"cannot read {passages[0].text}")


class Slow:
    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        return [Findings(warnings=(Warning("pattern_timeout", "SLOW"),)) for _ in passages]


def test_a_broken_recognizer_is_reported_and_does_not_silence_the_others(caplog: pytest.LogCaptureFixture) -> None:
    detection = Detector([Broken(), EMAIL]).detect("ada@x.org")
    assert [span.type for span in detection.spans] == ["EMAIL_ADDRESS"]
    assert detection.warnings == (Warning("recognizer_failed", "BROKEN"),)
    assert "ada" not in caplog.text


@pytest.mark.parametrize("recognizer", [Broken(), Slow()])
def test_whoever_must_not_leak_gets_no_half_answer(recognizer: Broken | Slow) -> None:
    with pytest.raises(Incomplete) as caught:
        Detector([recognizer, EMAIL]).detect("ada@x.org", options=Options(fail_closed=True))
    assert "ada" not in str(caught.value)


def test_a_deadline_that_passed_is_an_error() -> None:
    with pytest.raises(DeadlineExceeded):
        DETECTOR.detect("ada@x.org", options=Options(timeout=0.0))


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(InvalidText):
        DETECTOR.detect("\udc00")


def test_spans_of_callers_recognizers_are_theirs() -> None:
    class Own:
        def find(self, passages: Sequence[Passage]) -> list[Findings]:
            return [Findings((Evidence(Span(0, 3, "BADGE", 0.6, "pattern"), "pattern"),)) for _ in passages]

    detection = Detector([]).detect("B-1", options=Options(recognizers=(Own(),), own_types=frozenset({"BADGE"})))
    assert detection.contains_pii


class Costly:
    """A recognizer that counts how often it is asked."""

    type = "DATE_TIME"
    asked = 0

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        self.asked += 1
        return [Findings() for _ in passages]


def test_a_type_that_the_model_was_taught_is_found_like_a_direct_one() -> None:
    class Taught:
        types = ("CLAIM_NUMBER",)

        def find(self, passages: Sequence[Passage]) -> list[Findings]:
            return [Findings((Evidence(Span(0, 3, "CLAIM_NUMBER", 0.9, "own@1.0.0"), "model"),)) for _ in passages]

    detector = Detector([Taught()], own_types=frozenset({"CLAIM_NUMBER"}))
    for types, found in ((None, True), ("all", True), (frozenset({"CLAIM_NUMBER"}), True), (frozenset({"URL"}), False)):
        detection = detector.detect("B-1", options=Options(types=types))  # type: ignore[arg-type]
        assert (bool(detection.spans), detection.contains_pii) == (found, found)


def test_a_recognizer_of_a_type_that_nobody_asked_for_is_not_run() -> None:
    costly = Costly()
    detector = Detector([costly])
    detector.detect("5 May 2021")
    assert costly.asked == 0
    detector.detect("5 May 2021", options=Options(types="all"))
    assert costly.asked == 1
