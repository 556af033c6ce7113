"""Labels of whole texts: taught, sealed, served."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import numpy as np
import pytest
from fastapi.testclient import TestClient

from deckname.build import assemble
from deckname.cli import main as deckname
from deckname.detector import Detector
from deckname.errors import ArtifactError
from deckname.settings import Settings

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from deckname import classifier  # noqa: E402
from deckname.app import create_app  # noqa: E402
from deckname.artifact import load, read_manifest  # noqa: E402
from tests.training.test_road import NAMES, OTHERS, checkpoint, data, run, sealed, tuned  # noqa: E402, F401
from training import classify, finetune  # noqa: E402


def _labelled(path: Path, count: int, seed: int) -> Path:
    """Texts with a name are "about somebody", those without are "about nobody"."""
    random = np.random.default_rng(seed)
    lines = []
    for number in range(count):
        words = list(map(str, random.choice(OTHERS, int(random.integers(3, 9)))))
        if number % 2:
            words[int(random.integers(len(words)))] = str(random.choice(NAMES))
        label = "about somebody" if number % 2 else "about nobody"
        lines.append(json.dumps({"text": " ".join(words) + ".", "labels": [label]}))
    path.write_text("\n".join(lines))
    return path


@pytest.fixture(scope="module")
def taught(sealed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: F811
    folder = tmp_path_factory.mktemp("classify")
    mine, test, out = (
        _labelled(folder / "mine.jsonl", 240, 1),
        _labelled(folder / "test.jsonl", 20, 2),
        folder / "about",
    )
    with pytest.raises(SystemExit) as ended:
        run(finetune.main, "--task", "classify", "--from", sealed, "--data", mine, "--test", test, "--out", out,
            "--epochs", "8", "--learning-rate", "1e-3")  # fmt: skip
    assert not ended.value.code
    return out


def test_a_classifier_learns_what_texts_are(taught: Path) -> None:
    manifest = read_manifest(taught)
    assert (manifest.task, manifest.types, manifest.labels) == ("classify", (), ("about nobody", "about somebody"))
    record = json.loads((taught / "report.json").read_text())
    assert {each["name"]: each["accuracy"] for each in record["systems"]}["fine-tuned"] > 0.9
    assert record["parity"]["torch_fp32_logits"] < 1e-3


def test_probabilities_sum_to_one_and_their_logarithms_agree(taught: Path) -> None:
    model = classifier.load(taught)
    somebody, nothing = model.classify(["the report came from Ada", ""])
    assert somebody.label == "about somebody"
    assert sum(somebody.probabilities.values()) == pytest.approx(1, abs=1e-5)
    for label, value in somebody.log_probabilities.items():
        assert np.exp(value) == pytest.approx(somebody.probabilities[label], abs=1e-5)
    assert list(nothing.probabilities.values()) == [0.5, 0.5]


def test_a_texts_label_does_not_depend_on_its_company(taught: Path) -> None:
    model = classifier.load(taught)
    texts = ["love", "the report came from Ada", "time " * 200]
    assert [model.classify([text])[0] for text in texts] == model.classify(texts)


def test_a_classifier_is_no_tagger_and_the_other_way_round(taught: Path, sealed: Path) -> None:  # noqa: F811
    with pytest.raises(ArtifactError, match="is a tagger"):
        classifier.load(sealed)
    with pytest.raises(ArtifactError, match="is a classifier"):
        assemble(load(taught))


def test_the_service_classifies_where_it_was_given_a_classifier(taught: Path) -> None:
    with TestClient(create_app(Settings(model="none", classifier=str(taught)), Detector([]))) as client:
        one = client.post("/classify", json={"text": "Grace came"}).json()
        assert one["label"] == "about somebody" and one["model"] == "about@0.1.0"
        assert set(one) == {"label", "probabilities", "log_probabilities", "model"}
        content = json.dumps({"texts": ["Grace came", "\ud800 Ada"]})
        answer = client.post("/classify", content=content, headers={"Content-Type": "application/json"})
        many = answer.json()["results"]
        assert many[0]["label"] == "about somebody" and many[1]["error"]["code"] == "invalid_text"
        assert client.post("/classify", json={"txt": "Ada Lovelace"}).status_code == 422
        assert "/classify" in client.get("/openapi.json").json()["paths"]
    with TestClient(create_app(Settings(model="none"), Detector([]))) as client:
        assert client.post("/classify", json={"text": "x"}).status_code == 404


def test_the_command_line_classifies(
    taught: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = b'{"id": "a", "text": "Ada came"}\n{"text": "the time"}\n'
    expected = [each.label for each in classifier.load(taught).classify(["Ada came", "the time"])]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), write_through=True))
    assert deckname(["classify", "--model", str(taught)]) == 0
    sys.stdout.seek(0)
    told = [json.loads(line) for line in sys.stdout]
    assert [(each["id"], each["label"]) for each in told] == list(zip(["a", "2"], expected, strict=True))


def test_texts_without_one_label_are_refused_by_place(sealed: Path, tmp_path: Path) -> None:  # noqa: F811
    path = tmp_path / "x.jsonl"
    path.write_text('{"text": "a", "labels": ["x"]}\n{"text": "Ada", "labels": ["x", "y"]}\n')
    with pytest.raises(SystemExit, match="line 2 has 2 labels"):
        classify.main(["--from", str(sealed), "--data", str(path), "--out", str(tmp_path / "out")])
    path.write_text('{"text": "a", "labels": ["x"]}\n')
    with pytest.raises(SystemExit, match="two labels and more"):
        classify.main(["--from", str(sealed), "--data", str(path), "--out", str(tmp_path / "out")])


def test_the_parts_hold_every_label() -> None:
    examples = [classify.Labelled(str(number), "ab"[number % 2]) for number in range(20)]
    kept, out = classify.held_out(examples, 0.2, seed=1)
    assert len(kept) == 16 and sorted(each.label for each in out) == ["a", "a", "b", "b"]
    assert {each.text for each in kept} | {each.text for each in out} == {each.text for each in examples}
