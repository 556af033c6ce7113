from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from deckname.artifact import read_manifest
from tests.conftest import LEXICON, write_model
from training import calibrate
from training.calibrate import Seen, calibration_error, fit, recall_thresholds, threshold
from training.evaluate import Set

pytest.importorskip("matplotlib")


def test_scores_that_promise_too_much_are_brought_down_and_good_ones_stay() -> None:
    random = np.random.default_rng(1)
    scores = random.uniform(0.05, 0.95, 4000)
    honest = (random.uniform(size=4000) < scores).astype(float)
    slope, offset = fit(scores, honest)
    assert slope == pytest.approx(1.0, abs=0.1)
    assert offset == pytest.approx(0.0, abs=0.1)
    _, offset = fit(scores, (random.uniform(size=4000) < scores / 2).astype(float))
    assert offset < -0.5


def test_a_handful_of_examples_changes_little() -> None:
    slope, offset = fit(np.array([0.9, 0.8]), np.array([0.0, 0.0]))
    assert slope == pytest.approx(1.0, abs=0.4)
    assert offset == pytest.approx(0.0, abs=0.3)


def test_the_calibration_error_is_the_mean_gap_between_score_and_truth() -> None:
    error, rows = calibration_error(np.array([0.95] * 10 + [0.15] * 10), np.array([1.0] * 9 + [0.0] + [0.0] * 10))
    assert error == pytest.approx((0.05 + 0.15) / 2)
    assert np.array(rows) == pytest.approx(np.array([(0.15, 0.0, 10), (0.95, 0.9, 10)]))


def test_the_threshold_is_the_lowest_that_costs_nothing() -> None:
    seen = Seen(scores=[0.9] * 50 + [0.42] * 50, exact=[True] * 100, gold=[0.9] * 50 + [0.42] * 50)
    assert threshold(seen) == 0.35
    noisy = Seen(scores=[0.9] * 50 + [0.42] * 50, exact=[True] * 50 + [False] * 50, gold=[0.9] * 50)
    assert threshold(noisy) == 0.45


def test_a_recall_that_no_threshold_reaches_is_left_out() -> None:
    assert recall_thresholds([0.8] * 91 + [0.0] * 9) == {"0.90": 0.8}


def test_a_model_is_calibrated_and_sealed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = write_model(tmp_path / "m", LEXICON)
    shutil.copy(model / "manifest.json", tmp_path / "before.json")
    document = {"text": "Ada Lovelace met Chris in Paris.", "spans": [{"start": 0, "end": 12, "type": "PERSON"}]}
    (tmp_path / "toy.jsonl").write_text(f"{json.dumps(document)}\n" * 300, encoding="utf-8")
    monkeypatch.setattr(calibrate, "SETS", (Set("toy.jsonl", "a toy", ("PERSON",)),))
    monkeypatch.setattr("sys.argv", ["calibrate", "--model", str(model), "--data", str(tmp_path)])
    calibrate.main()
    manifest = read_manifest(model)
    assert set(manifest.calibration) == {"PERSON"}
    assert manifest.recall_thresholds["PERSON"]["0.99"] > 0.5
    assert json.loads((model / "calibration.json").read_text())["expected_calibration_error"]["PERSON"] < 0.05
    assert (model / "reliability.svg").read_text().startswith("<?xml")
