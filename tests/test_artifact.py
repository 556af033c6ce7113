from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from deckname.artifact import MANIFEST, MODEL, load, read_manifest
from deckname.errors import ArtifactError


@pytest.fixture
def copy(tiny_model: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(tiny_model, tmp_path / "copy"))


def test_a_sealed_model_opens(tiny_model: Path) -> None:
    assert load(tiny_model).manifest.label == "tiny@0.0.1"


def test_a_missing_model_names_the_path_and_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(ArtifactError, match="DECKNAME_MODEL") as caught:
        load(tmp_path / "nowhere")
    assert "nowhere" in str(caught.value)


def test_a_file_that_was_not_sealed_is_refused(copy: Path) -> None:
    (copy / MODEL).write_bytes(b"something else")
    with pytest.raises(ArtifactError, match="not the file that was sealed"):
        load(copy)


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / MODEL).unlink()
    with pytest.raises(ArtifactError, match=r"model\.onnx is missing"):
        load(copy)


@pytest.mark.parametrize("change", [{"surprise": 1}, {"format": 1}, {"files": {}}, {"window": "wide"}])
def test_a_manifest_that_says_something_else_is_refused(copy: Path, change: dict[str, object]) -> None:
    manifest = json.loads((copy / MANIFEST).read_text())
    (copy / MANIFEST).write_text(json.dumps(manifest | change))
    with pytest.raises(ArtifactError):
        read_manifest(copy)
