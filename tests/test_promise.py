from __future__ import annotations

import json
from math import comb
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckname.artifact import read_manifest
from deckname.cli import main
from deckname.evaluate import Gold
from deckname.promise import GRID, PromiseRefused, choose, covered_at, losses, needed, p_value, promise, simulate
from deckname.span import Span


def _binomial(most: int, count: int, chance: float) -> float:
    return sum(comb(count, k) * chance**k * (1 - chance) ** (count - k) for k in range(most + 1))


def test_the_p_value_is_that_of_hoeffding_and_bentkus() -> None:
    # 3 of 200 lost, 5 % allowed: Bentkus' bound is e times the binomial's, and the tighter of the two.
    assert p_value(0.015, 200, 0.05) == pytest.approx(min(1, np.e * _binomial(3, 200, 0.05)), rel=1e-9)
    # No loss at all: Hoeffding's is the chance of that, exactly.
    assert p_value(0.0, 100, 0.05) == pytest.approx(0.95**100)
    assert p_value(0.06, 200, 0.05) == 1.0


@given(st.floats(0, 1), st.integers(1, 2000), st.floats(0.01, 0.5))
def test_a_p_value_is_one(mean: float, count: int, limit: float) -> None:
    assert 0 <= p_value(mean, count, limit) <= 1


@given(st.floats(0, 0.049), st.integers(1, 500))
def test_more_loss_is_never_more_certain(mean: float, count: int) -> None:
    assert p_value(mean, count, 0.05) <= p_value(mean + 0.05, count, 0.05) + 1e-12


def test_fewer_documents_than_no_loss_would_need_are_refused_with_their_number() -> None:
    assert needed(recall=0.95, confidence=0.95) == 59
    with pytest.raises(PromiseRefused, match=r"58 documents with gold are too few: .* needs 59") as caught:
        promise([[0.9]] * 58 + [[]] * 40, recall=0.95, confidence=0.95)
    assert caught.value.facts == {"documents": 58, "needed": 59}


def test_the_highest_threshold_that_passes_is_taken() -> None:
    made = promise([[0.9, 0.8]] * 100, recall=0.95, confidence=0.95)
    assert (made.threshold, made.observed, made.documents, made.values, made.never) == (0.8, 1.0, 100, 200, 0)


def test_testing_stops_at_the_first_threshold_that_fails() -> None:
    # The losses of the third threshold are fine again, which is chance: the second one failed.
    table = np.array([[0.0, 0.2, 0.0]] * 100)
    assert choose(table, recall=0.95, confidence=0.95, grid=(0.1, 0.2, 0.3)) == (0, p_value(0.0, 100, 0.05))


def test_values_that_nobody_proposes_break_a_promise_at_any_threshold() -> None:
    scores = [[0.9]] * 90 + [[0.0]] * 10
    with pytest.raises(PromiseRefused, match=r"10 values are proposed by no recognizer.*teach the model"):
        promise(scores, recall=0.95, confidence=0.95)
    with pytest.raises(PromiseRefused, match=r"4 values .*; with this recall [0-9]+ documents would do"):
        promise([[0.9]] * 96 + [[0.0]] * 4, recall=0.95, confidence=0.95)


def test_a_value_counts_as_covered_where_its_weakest_character_is() -> None:
    gold = Gold(2, 6, ("PERSON",))
    assert covered_at(gold, [Span(0, 9, "PERSON", 0.7)]) == 0.7
    assert covered_at(gold, [Span(2, 4, "PERSON", 0.9), Span(4, 6, "US_SSN", 0.3)]) == 0.3
    assert covered_at(gold, [Span(2, 5, "PERSON", 0.9)]) == 0.0


def test_a_documents_loss_is_the_share_of_its_values_that_are_missed() -> None:
    assert losses([[0.9, 0.3], [0.5]], grid=(0.2, 0.4, 0.6)).tolist() == [[0.0, 0.5, 0.5], [0.0, 0.0, 1.0]]


@pytest.mark.parametrize("kind", ["coin", "few great losses", "many small losses"])
def test_promises_hold_as_often_as_they_say(kind: str) -> None:
    random = np.random.default_rng(7)
    if kind == "coin":
        scores = [[float(score)] for score in random.uniform(0.1, 1, 3000)]
    elif kind == "few great losses":
        scores = [[float(score)] * 5 for score in random.beta(6, 1, 3000)]
    else:
        scores = [list(map(float, random.beta(5, 1, 12))) for _ in range(3000)]
    broken, _, recalls = simulate(losses(scores), recall=0.9, confidence=0.95, documents=150, runs=400, seed=3)
    # 400 runs at 5 %: three standard errors above.
    assert broken <= 0.05 + 3 * (0.05 * 0.95 / 400) ** 0.5
    assert len(recalls) and recalls.mean() >= 0.9


# The command.


def _gold(path: Path, *, known: int, unknown: int) -> Path:
    lines = [{"text": "Hi Ada", "spans": [{"start": 3, "end": 6, "type": "PERSON"}]}] * known
    lines += [{"text": "Hi Eve", "spans": [{"start": 3, "end": 6, "type": "PERSON"}]}] * unknown
    path.write_text("\n".join(map(json.dumps, lines)))
    return path


def test_the_command_writes_the_promise_into_a_copy_of_the_model(
    tmp_path: Path, tiny_model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = _gold(tmp_path / "gold.jsonl", known=80, unknown=0)
    out = tmp_path / "promised"
    assert main(["calibrate", str(gold), "--model", str(tiny_model), "-o", str(out)]) == 0
    assert "recall is at least 0.95, with confidence 0.95" in capsys.readouterr().out
    manifest = read_manifest(out)
    assert manifest.promise["recall"] == 0.95 and manifest.promise["documents"] == 80
    assert manifest.thresholds["PERSON"] == manifest.promise["threshold"] in GRID
    assert read_manifest(tiny_model).promise == {}
    assert main(["calibrate", str(gold), "--model", str(tiny_model), "-o", str(out)]) == 2  # it is there already


def test_the_command_refuses_what_cannot_be_kept(
    tmp_path: Path, tiny_model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = _gold(tmp_path / "gold.jsonl", known=80, unknown=20)
    assert main(["calibrate", str(gold), "--model", str(tiny_model)]) == 3
    told = capsys.readouterr().err
    assert "20 values are proposed by no recognizer" in told and "Eve" not in told
    assert main(["calibrate", str(gold), "--model", str(tiny_model), "--recall", "1"]) == 2
