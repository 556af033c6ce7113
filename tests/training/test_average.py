from __future__ import annotations

import json
from pathlib import Path

import pytest
import safetensors.torch as safetensors
import torch

from training.average import average


def run(directory: Path, value: float, *, shape: tuple[int, ...] = (2, 2), vocabulary: str = "{}") -> Path:
    directory.mkdir()
    safetensors.save_file({"weight": torch.full(shape, value)}, directory / "model.safetensors")
    (directory / "tokenizer.json").write_text(vocabulary)
    (directory / "config.json").write_text("{}")
    (directory / "training.json").write_text('{"steps": 3}')
    return directory


def test_weights_are_averaged_and_the_record_says_so(tmp_path: Path) -> None:
    average([run(tmp_path / "a", 1.0), run(tmp_path / "b", 5.0)], [0.25, 0.75], tmp_path / "c")
    assert safetensors.load_file(tmp_path / "c" / "model.safetensors")["weight"].tolist() == [[4.0, 4.0]] * 2
    assert json.loads((tmp_path / "c" / "training.json").read_text()) == {"steps": 3, "average": [0.25, 0.75]}


def test_runs_that_do_not_belong_together_are_refused(tmp_path: Path) -> None:
    first, shape = run(tmp_path / "a", 1.0), run(tmp_path / "b", 1.0, shape=(2, 3))
    words = run(tmp_path / "c", 1.0, vocabulary="[]")
    with pytest.raises(ValueError, match="other weights"):
        average([first, shape], [0.5, 0.5], tmp_path / "d")
    with pytest.raises(ValueError, match="another vocabulary"):
        average([first, words], [0.5, 0.5], tmp_path / "d")
    with pytest.raises(ValueError, match="add up to 1"):
        average([first, first], [0.5, 0.6], tmp_path / "d")
