import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckname.detector import Detector, Options
from deckname.document import Document
from deckname.errors import InvalidRequest, UnknownType
from deckname.evaluate import Gold, Report, as_gold, count, evaluate, parse_label_map, summarise
from deckname.pattern import Pattern
from deckname.span import Span

NAMES = ("PERSON", "ADDRESS", "US_SSN")


def _report(*texts: tuple[list[Gold], list[Span]], length: int = 100) -> Report:
    return summarise([count(gold, predicted, length=length) for gold, predicted in texts])


def _gold(start: int, end: int, *types: str) -> Gold:
    return Gold(start, end, types)


def test_each_way_to_be_wrong() -> None:
    report = _report(
        (
            [_gold(0, 10, "PERSON"), _gold(20, 30, "PERSON"), _gold(40, 50, "ADDRESS"), _gold(60, 70, "PERSON")],
            [
                Span(0, 10, "PERSON"),  # right
                Span(20, 25, "PERSON"),  # too short: five characters leak
                Span(40, 50, "PERSON"),  # wrong type, and yet nothing leaks
                Span(80, 85, "ADDRESS"),  # spurious
            ],
        ),
        length=10_000,
    )
    assert report.micro.gold == report.micro.predicted == 4
    assert (report.micro.precision, report.micro.recall, report.micro.f1) == (0.25, 0.25, 0.25)
    assert report.micro.overlap_f1 == 0.5
    assert report.micro.leaked == 15 / 40
    person, address = report.types["PERSON"], report.types["ADDRESS"]
    assert (person.precision, person.recall, person.f1) == (0.333333, 0.333333, 0.333333)
    assert (person.leaked, address.leaked) == (0.5, 0.0)
    assert (address.precision, address.recall, address.f1) == (0.0, 0.0, 0.0)
    assert report.spurious == 1.0


def test_several_types_may_be_right_and_a_parent_accepts_its_child() -> None:
    report = _report(
        (
            [_gold(0, 5, "LOCATION", "ADDRESS"), _gold(10, 15, "NATIONAL_ID"), _gold(20, 25, "US_SSN")],
            [Span(0, 5, "ADDRESS"), Span(10, 15, "US_SSN"), Span(20, 25, "NATIONAL_ID")],
        )
    )
    assert (report.types["LOCATION"].recall, report.types["ADDRESS"].precision) == (1.0, 1.0)
    assert (report.types["NATIONAL_ID"].recall, report.types["US_SSN"].precision) == (1.0, 1.0)
    assert (report.types["US_SSN"].recall, report.types["NATIONAL_ID"].precision) == (0.0, 0.0)


def test_what_overlaps_ignored_gold_counts_for_nothing() -> None:
    ignored = _gold(0, 5)
    nothing = _report(([ignored], [Span(3, 8, "PERSON")]))
    assert (nothing.micro.predicted, nothing.micro.f1, nothing.spurious, nothing.false_alarms) == (0, None, 0.0, 0.0)
    right = _report(([ignored, _gold(3, 8, "PERSON")], [Span(3, 8, "PERSON")]))
    assert right.micro.f1 == 1.0


def test_one_prediction_finds_one_gold_span() -> None:
    # The choosy one chooses first.
    gold = [_gold(0, 5, "PERSON", "USERNAME"), _gold(0, 5, "PERSON")]
    assert _report((gold, [Span(0, 5, "PERSON")])).micro.recall == 0.5
    assert _report((gold, [Span(0, 5, "PERSON"), Span(0, 5, "USERNAME")])).micro.f1 == 1.0


def test_gold_that_stands_twice_is_one() -> None:
    assert _report(([_gold(0, 5, "PERSON")] * 2, [Span(0, 5, "PERSON")])).micro.f1 == 1.0


def test_alarms_count_texts() -> None:
    gold, span = _gold(0, 5, "PERSON"), Span(50, 55, "PERSON")
    report = _report(([gold], [span]), ([gold], []), ([], []), ([], [span]), ([], []), ([], []))
    assert (report.contains_pii_recall, report.false_alarms) == (0.5, 0.25)


def test_only_alarming_types_make_a_text_personal() -> None:
    counts = count([_gold(0, 5, "URL")], [Span(0, 5, "URL")], length=9, alarming=frozenset({"PERSON"}))
    report = summarise([counts])
    assert (report.contains_pii_recall, report.false_alarms) == (None, 0.0)


def test_nothing_at_all_measures_nothing() -> None:
    report = summarise([], bootstrap=10)
    assert report.micro.f1 is report.spurious is report.false_alarms is None
    assert "0 documents" in report.table()
    assert json.loads(json.dumps(report.as_json(), allow_nan=False))["types"] == {}


spans = st.builds(
    lambda start, length, name: Span(start, start + length, name),
    st.integers(0, 20),
    st.integers(1, 10),
    st.sampled_from(NAMES),
)
golds = st.builds(
    lambda start, length, types: Gold(start, start + length, tuple(types)),
    st.integers(0, 20),
    st.integers(1, 10),
    st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.lists(golds, max_size=5), st.lists(spans, max_size=5)), max_size=4))
def test_measures_are_shares_and_overlap_is_no_harder_than_strict(
    texts: list[tuple[list[Gold], list[Span]]],
) -> None:
    report = _report(*texts)
    for score in (report.micro, *report.types.values()):
        for measure in (score.precision, score.recall, score.f1, score.overlap_f1, score.leaked):
            assert measure is None or 0 <= measure <= 1
        assert (score.overlap_f1 or 0) >= (score.f1 or 0)
        assert (score.gold == 0) == (score.recall is None)
        assert (score.predicted == 0) == (score.precision is None)
    assert report.micro.gold == sum(score.gold for score in report.types.values())
    assert report.micro.predicted == sum(score.predicted for score in report.types.values())


@given(st.lists(golds, max_size=5), st.lists(spans, max_size=5))
def test_leaked_counts_the_characters_that_nothing_covers(gold: list[Gold], predicted: list[Span]) -> None:
    wanted = [each for each in dict.fromkeys(gold) if each.types]
    covered = {place for span in predicted for place in range(span.start, span.end)}
    left = sum(place not in covered for each in wanted for place in range(each.start, each.end))
    whole = sum(each.end - each.start for each in wanted)
    assert _report((gold, predicted)).micro.leaked == (round(left / whole, 6) if whole else None)


@given(st.lists(st.lists(spans, max_size=5, unique_by=lambda span: (span.start, span.end)), max_size=4))
def test_gold_itself_is_perfect(texts: list[list[Span]]) -> None:
    report = _report(*((as_gold(found, {}), found) for found in texts))
    assert report.micro.f1 in (1.0, None)
    assert report.micro.leaked in (0.0, None)
    assert report.spurious in (0.0, None)


def test_label_maps() -> None:
    labels = parse_label_map({"NAME": "PERSON", "CITY": ["LOCATION", "ADDRESS"], "TITLE": None})
    found = [Span(0, 1, "NAME"), Span(1, 2, "CITY"), Span(2, 3, "TITLE"), Span(3, 4, "URL")]
    assert [each.types for each in as_gold(found, labels)] == [("PERSON",), ("LOCATION", "ADDRESS"), (), ("URL",)]
    with pytest.raises(UnknownType, match='label "NAME" is no type; give a label map'):
        as_gold(found, {})
    with pytest.raises(UnknownType, match='turns "NAME" into an unknown type'):
        parse_label_map({"NAME": ["PERSN"]})
    with pytest.raises(InvalidRequest, match="is a JSON object"):
        parse_label_map([1])


DETECTOR = Detector([Pattern(type="ADDRESS", regex="[A-Z][a-z]+ [0-9]+|Wien", score=0.9)])


def test_evaluate_runs_the_detector() -> None:
    documents = [
        Document("1", "in Weg 12", (Span(3, 9, "STREET"),)),
        Document("2", "in Wien, Ada", (Span(3, 7, "CITY"), Span(9, 12, "URL"))),
        Document("3", "nothing"),
    ]
    labels = parse_label_map({"STREET": "ADDRESS", "CITY": ["LOCATION", "ADDRESS"]})
    report = evaluate(documents, DETECTOR, labels=labels)
    # By default nobody asks for LOCATION and URL: a city may be found as an address, and need not.
    assert (report.micro.gold, report.micro.predicted, report.micro.f1) == (1, 1, 1.0)
    assert (report.documents, report.characters, report.model) == (3, 28, "none")
    assert report.false_alarms == 0.0
    everything = evaluate(documents, DETECTOR, labels=labels, options=Options(types="all"))
    assert (everything.micro.gold, everything.micro.recall) == (3, 0.666667)


def test_intervals_hold_the_measure_and_repeat_with_the_seed() -> None:
    texts = [([_gold(0, 5, "PERSON")], [Span(0, 5, "PERSON")] if number % 3 else []) for number in range(60)]
    counts = [count(gold, predicted, length=100) for gold, predicted in texts]
    report = summarise(counts, bootstrap=200, seed=1)
    low, high = report.intervals["PERSON.recall"]
    assert 0.5 < low < 0.666667 < high < 0.85
    assert report.intervals["recall"] == report.intervals["PERSON.recall"]
    assert report == summarise(counts, bootstrap=200, seed=1)
    assert report.intervals != summarise(counts, bootstrap=200, seed=2).intervals


def test_the_table_reads_well() -> None:
    report = _report(([_gold(0, 5, "PERSON")], [Span(0, 5, "PERSON")]), ([], []))
    assert report.table().split("\n")[:3] == [
        "type    gold  found  precision  recall      F1  overlap F1  leaked",
        "PERSON     1      1     100.00  100.00  100.00      100.00    0.00",
        "all        1      1     100.00  100.00  100.00      100.00    0.00",
    ]
