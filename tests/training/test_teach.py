"""Teaching a sealed model a type of one's own, and the report on it, with a tiny model."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from fastapi.testclient import TestClient

from deckname.app import create_app
from deckname.build import assemble
from deckname.cli import main
from deckname.detector import Options
from deckname.document import Document
from deckname.evaluate import Counts, as_gold, count, summarise
from deckname.settings import Settings
from deckname.span import Span
from training.convert.drafts import Example

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from deckname.artifact import load, read_manifest  # noqa: E402
from tests.training.test_road import NAMES, OTHERS, checkpoint, data, run, sealed, tuned  # noqa: E402, F401
from training import finetune, report, teach  # noqa: E402  # need torch
from training.report import Measured, changes, difference, verdict  # noqa: E402


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents in which "report" before "from" is a DOSSIER, which the model does not know."""
    path = tmp_path_factory.mktemp("mine") / "mine.jsonl"
    random = np.random.default_rng(5)
    with path.open("w") as file:
        for number in range(160):
            name = str(random.choice(NAMES))
            front = " ".join(random.choice(OTHERS[2:], int(random.integers(1, 5))))
            text = f"{front} report with {name} {number}."
            spans = [{"start": len(front) + 1, "end": len(front) + 7, "type": "DOSSIER"}]
            at = text.index(name, len(front) + 7)
            spans.append({"start": at, "end": at + len(name), "type": "PERSON"})
            file.write(json.dumps({"text": text, "spans": spans}) + "\n")
    return path


@pytest.fixture(scope="module")
def taught(sealed: Path, mine: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: F811
    out = tmp_path_factory.mktemp("taught") / "mine"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(report, "GENERAL", 20)
        patch.setattr(report, "DRAWS", 50)
        with pytest.raises(SystemExit) as ended:
            run(
                finetune.main,
                "--from",
                sealed,
                "--data",
                mine,
                "--out",
                out,
                "--replay",
                "0.3",
                "--epochs",
                "6",
                "--learning-rate",
                "1e-3",
                "--batch-tokens",
                "128",
            )
    assert not ended.value.code
    return out


def test_a_sealed_model_learns_a_type_of_ones_own_and_keeps_what_it_knew(taught: Path) -> None:
    assert read_manifest(taught).types == ("PERSON", "ADDRESS", "DOSSIER")
    detection = assemble(load(taught)).detect("love came report with Grace 17.")
    assert [(span.type, span.start, span.end) for span in detection.spans] == [("DOSSIER", 10, 16), ("PERSON", 22, 27)]
    assert detection.contains_pii


def test_the_service_and_the_command_line_know_the_new_type(
    taught: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "love came report with Grace 17."
    with TestClient(create_app(Settings(model=str(taught)), assemble(load(taught)))) as client:
        answer = client.post("/detect", json={"text": text, "types": ["DOSSIER"]}).json()
        assert [span["type"] for span in answer["spans"]] == ["DOSSIER"] and answer["contains_pii"]
        policy = {"types": {"DOSSIER": {"op": "remove"}}}
        assert client.post("/redact", json={"text": text, "policy": policy}).json()["redacted_text"] == (
            "love came  with <PERSON> 17."
        )
        assert "DOSSIER" in [entry["name"] for entry in client.get("/types").json()["types"]]
        assert "DOSSIER" in client.get("/ready").json()["types"]
        assert client.post("/detect", json={"text": text, "types": ["DOSIER"]}).status_code == 422
    letter = tmp_path / "letter.txt"
    letter.write_text(text)
    assert main(["detect", str(letter), "--model", str(taught), "--types", "DOSSIER", "--format", "jsonl"]) == 0
    assert [span["type"] for span in json.loads(capsys.readouterr().out)["spans"]] == ["DOSSIER"]


def test_the_report_shows_before_and_after_and_quotes_on_the_page_alone(taught: Path) -> None:
    result = json.loads((taught / "report.json").read_text())
    systems = {each["name"]: each["report"] for each in result["sets"]["your test part"]["systems"]}
    assert list(systems) == ["patterns alone", "before: toy@0.1.0", "after: mine@0.1.0"]
    assert systems["before: toy@0.1.0"]["types"]["DOSSIER"]["recall"] == 0
    assert systems["after: mine@0.1.0"]["types"]["DOSSIER"]["f1"] > 0.9
    assert any(change["kind"] == "found" for change in result["changes"]["your test part"])
    page = (taught / "report.html").read_text()
    assert "<mark>report</mark> with" in page and "http" not in page
    assert "report with" not in (taught / "report.json").read_text()


def test_too_few_documents_are_refused(sealed: Path, tmp_path: Path) -> None:  # noqa: F811
    few = tmp_path / "few.jsonl"
    few.write_text('{"text": "Ask Ada", "spans": []}\n')
    with pytest.raises(SystemExit, match="1 documents with spans are too few"):
        teach.main(["--from", str(sealed), "--data", str(few), "--out", str(tmp_path / "out")])


def test_a_text_stays_in_its_part_whatever_else_there_is() -> None:
    examples = [Example(str(number), f"text {number}", ()) for number in range(40)]
    parts = teach.split(examples)
    assert [len(part) for part in parts.values()] == [28, 6, 6]
    assert parts == teach.split(reversed(examples))


def test_new_rows_of_the_last_layer_stand_behind_the_old_types() -> None:
    state = {"classifier.weight": np.arange(15, dtype=np.float32).reshape(5, 3), "classifier.bias": np.arange(5.0)}
    wide = teach.widen(state, ["PERSON", "URL"], ["DOSSIER"], seed=1)
    assert wide["classifier.weight"][[0, 1, 2, 4, 5], 0].tolist() == [0, 3, 6, 9, 12]
    assert wide["classifier.bias"].tolist() == [0, 1, 2, 1, 3, 4, 1]
    opinion = teach.widened_opinion(np.arange(5.0)[None], 2, 1)
    assert opinion.tolist() == [[0, 1, 2, -20, 3, 4, -20]]


# The report's parts.

TEXT = "Ask Ada and Bob."
ADA, BOB = Span(4, 7, "PERSON", 0.9, "m"), Span(12, 15, "PERSON", 0.9, "m")


def _measured(*spans: Span, gold: tuple[Span, ...] = (ADA, BOB), times: int = 1) -> Measured:
    one = count(as_gold(gold, {}), spans, length=len(TEXT))
    counts: tuple[Counts, ...] = (one,) * times
    return Measured("x", summarise(counts), counts, (spans,) * times, {}, 1.0)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ((ADA, BOB), (ADA,), "lost"),
        ((ADA,), (ADA, BOB), "found"),
        ((ADA, BOB), (ADA, Span(12, 15, "URL")), "worse"),
        ((ADA, Span(12, 15, "URL")), (ADA, BOB), "better"),
        ((ADA, BOB), (ADA, BOB, Span(0, 3, "URL")), "false"),
        ((ADA, BOB, Span(0, 3, "URL")), (ADA, BOB), "quiet"),
    ],
)
def test_changed_decisions_have_a_kind(before: tuple[Span, ...], after: tuple[Span, ...], kind: str) -> None:
    documents = [Document("1", TEXT, (ADA, BOB))]
    found = changes(documents, _measured(*before), _measured(*after), {}, Options(types="all"))
    assert [change.kind for change in found] == [kind]


def test_a_difference_of_equal_systems_is_none() -> None:
    one = _measured(ADA, BOB, times=5).counts
    assert difference(one, one, "PERSON", "f1") == (0, 0, 0)


def test_the_verdict_puts_regressions_first() -> None:
    worse = (_measured(ADA, BOB, times=10), _measured(ADA, times=10))
    better = (worse[1], worse[0])
    moods = [mood for mood, _ in verdict({"one": better, "other": worse}, [])]
    assert moods == sorted(moods, key=["worse", "better"].index) and set(moods) == {"worse", "better"}
    same = (worse[0], worse[0])
    assert verdict({"one": same}, []) == [("same", "Nothing became worse that these documents could show.")]
