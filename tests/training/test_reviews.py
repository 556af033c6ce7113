"""What finetune makes of reviews: open ranges, weights of examples, thresholds by choices."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckname.artifact import Manifest, read_manifest, seal
from deckname.detector import Detector
from deckname.feedback.export import Record, document_line, pair_lines, reviewed
from deckname.feedback.verdicts import Choice, Feedback, Option, Verdict
from deckname.pattern import Pattern
from deckname.span import Span
from tests.conftest import LEXICON, write_model
from training.convert.annotators import Documents
from training.convert.mend import Report, mend
from training.reviews import ALPHA, GRID, Pair, disputed, evidence, moved, read_open, read_pairs, tune, weights

ADA, FULL, BOB = Span(4, 7, "PERSON"), Span(4, 15, "PERSON"), Span(22, 25, "PERSON")
TEXT = "Ask Ada Example about Bob."


def test_what_feedback_exports_is_what_finetune_reads(tmp_path: Path) -> None:
    choice = Choice((Option((FULL, BOB)), Option((ADA,)), Option(())), 0)
    said = Feedback(TEXT, "m@1", (Verdict("right", 22, 25, "PERSON"),), (choice,))
    record = Record("id0", 0, said)
    documents, pairs = tmp_path / "documents.jsonl", tmp_path / "pairs.jsonl"
    documents.write_text("".join(document_line(each) + "\n" for each in reviewed([record])))
    pairs.write_text("".join(line + "\n" for line in pair_lines(record)))

    (example,) = mend(Documents().read(documents), propose=lambda text: (), report=Report())
    assert [(span.start, span.end, span.type) for span in example.spans or ()] == [(22, 25, "PERSON")]
    assert read_open(documents) == {TEXT: [(0, 22), (25, 26)]}
    assert read_pairs(pairs) == ([Pair(TEXT, (FULL, BOB), (ADA,)), Pair(TEXT, (FULL, BOB), ())], [])


def test_pairs_that_cannot_be_used_are_told(tmp_path: Path) -> None:
    lines = [{"prompt": "a", "chosen": "b", "rejected": "c"}, {"chosen_spans": [{}], "rejected_spans": []}]
    (tmp_path / "pairs.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n{\n")
    pairs, bad = read_pairs(tmp_path / "pairs.jsonl")
    assert pairs == [] and [each.place for each in bad] == ["line 1", "line 2", "line 3"]


@pytest.mark.parametrize(
    ("chosen", "rejected", "times", "weight"),
    [
        ((ADA, BOB), (ADA,), 1, 2**0.5),
        ((ADA, BOB), (ADA,), 9, 2.0),
        ((ADA,), (ADA, BOB), 1, 2**-0.5),
        ((), (ADA, BOB), 5, 0.5),
        ((ADA,), (BOB,), 5, None),
    ],
)
def test_examples_count_by_how_near_they_are_to_what_was_chosen(
    chosen: tuple[Span, ...], rejected: tuple[Span, ...], times: int, weight: float | None
) -> None:
    found = weights([Pair(TEXT, chosen, rejected)] * times, {TEXT: (ADA, BOB), "other": ()})
    assert found == ({} if weight is None else {TEXT: pytest.approx(weight)})


def test_other_edges_are_no_matter_of_thresholds() -> None:
    assert disputed(Pair(TEXT, (FULL,), (ADA,))) == {}
    assert disputed(Pair(TEXT, (FULL, BOB), (ADA,))) == {(22, 25, "PERSON"): True}
    assert disputed(Pair(TEXT, (), (BOB,))) == {(22, 25, "PERSON"): False}


def test_evidence_is_what_the_detector_proposes_each_span_once() -> None:
    detector = Detector([Pattern(type="PERSON", regex="Ada|Bob", score=0.4)])
    pairs = [Pair(TEXT, (ADA,), ()), Pair(TEXT, (ADA,), (BOB,)), Pair("Eve", (Span(0, 3, "PERSON"),), ())]
    found = evidence(pairs, detector)
    assert sorted((round(score, 6), wanted) for score, wanted in found["PERSON"]) == [(0.4, False), (0.4, True)]


def scored(*groups: tuple[int, float, bool]) -> list[tuple[float, bool]]:
    return [(score, wanted) for count, score, wanted in groups for _ in range(count)]


@pytest.mark.parametrize(
    ("seen", "after"),
    [
        (scored((10, 0.42, True)), 0.4),  # wanted, and under the threshold
        (scored((10, 0.57, False)), 0.6),  # not wanted, and over it
        (scored((10, 0.42, True), (10, 0.57, False)), 0.4),  # as good either way: the lower of two as near
        (scored((7, 0.42, True)), None),  # may be an accident
        (scored((10, 0.42, True), (8, 0.42, False)), None),
        (scored((10, 0.9, True), (10, 0.1, False)), None),  # right already
        ([], None),
    ],
)
def test_thresholds_move_where_choices_prove_it(seen: list[tuple[float, bool]], after: float | None) -> None:
    change = moved("PERSON", seen, 0.5)
    assert (change.after if change else None) == after


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60), st.sampled_from(GRID))
def test_a_moved_threshold_decides_more_of_the_choices_rightly(
    seen: Sequence[tuple[float, bool]], before: float
) -> None:
    change = moved("PERSON", seen, before)
    if change:
        right = [sum((score >= at) == wanted for score, wanted in seen) for at in (change.before, change.after)]
        assert right[1] - right[0] == change.won - change.lost > 0


def test_coin_tosses_seldom_move_a_threshold() -> None:
    import random

    rng = random.Random(7)
    tossed = ([(rng.random(), rng.random() < 0.5) for _ in range(60)] for _ in range(400))
    assert sum(moved("PERSON", seen, 0.5) is not None for seen in tossed) / 400 <= ALPHA


def test_a_sealed_model_gets_the_thresholds_that_choices_prove(tmp_path: Path) -> None:
    directory = write_model(tmp_path / "tiny", LEXICON)
    manifest: Manifest = read_manifest(directory)
    seal(directory, manifest.model_copy(update={"thresholds": {"PERSON": 1.0, "LOCATION": 0.4}}))
    pairs = [Pair(f"Ask Ada{'.' * number}", (ADA,), ()) for number in range(1, 13)]
    (change,) = tune(directory, pairs)
    assert (change.type, change.before, change.won, change.lost) == ("PERSON", 1.0, 12, 0)
    assert read_manifest(directory).thresholds == {"PERSON": change.after, "LOCATION": 0.4}
    assert tune(directory, pairs) == []
