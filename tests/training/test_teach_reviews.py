"""Reviews as lessons: what is open teaches nothing, what was chosen counts more, and choices reach the thresholds."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from deckname.artifact import read_manifest  # noqa: E402
from deckname.span import Span  # noqa: E402
from tests.training.test_road import NAMES, OTHERS, checkpoint, data, run, sealed, tuned  # noqa: E402, F401
from training import finetune, reviews, teach  # noqa: E402  # need torch
from training.convert.drafts import Example  # noqa: E402
from training.encode import Example as Window  # noqa: E402


def test_a_document_says_what_is_open_and_how_much_it_counts() -> None:
    example = Example("1", "Ask Ada now", (Span(4, 7, "PERSON"),))
    open_: dict[str, reviews.Ranges] = {"Ask Ada now": [(0, 4), (7, 11)]}
    (document,) = teach.as_training([example], ["URL"], open_=open_, weights={"Ask Ada now": 2.0})
    assert document == {
        "text": "Ask Ada now",
        "spans": [
            {"start": 4, "end": 7, "type": "PERSON"},
            {"start": 0, "end": 4, "type": "?"},
            {"start": 7, "end": 11, "type": "?"},
        ],
        "unmarked": ["URL"],
        "weight": 2.0,
    }
    (plain,) = teach.as_training([example])
    assert (plain["weight"], len(plain["spans"])) == (1.0, 1)


def test_each_word_counts_as_much_as_its_example() -> None:
    none = np.zeros(0, np.int32)
    windows = [Window(none, none, np.zeros(2, np.int32), weight=2.0), Window(none, none, np.zeros(3, np.int32))]
    assert teach.word_weights(windows).tolist() == [2, 2, 1, 1, 1]


def test_verdicts_on_parts_of_texts_teach_a_new_type(sealed: Path, tmp_path: Path) -> None:  # noqa: F811
    """Of most documents only the new type was reviewed; its names, open, must not be unlearnt."""
    random = np.random.default_rng(5)
    documents: list[dict[str, object]] = []
    pairs: list[dict[str, object]] = []
    for number in range(120):
        name = str(random.choice(NAMES))
        front = " ".join(random.choice(OTHERS[2:], int(random.integers(1, 5))))
        text = f"{front} report with {name} {number}."
        dossier = {"start": len(front) + 1, "end": len(front) + 7, "type": "DOSSIER"}
        at = text.index(name, len(front) + 7)
        person = {"start": at, "end": at + len(name), "type": "PERSON"}
        line: dict[str, object] = {"id": str(number), "text": text, "spans": [dossier, person]}
        if number % 3:
            line |= {"spans": [dossier], "open": [[0, len(front) + 1], [len(front) + 7, len(text)]]}
        documents.append(line)
        pairs.append({"prompt": text, "chosen_spans": [dossier, person], "rejected_spans": [dossier]})
    (tmp_path / "documents.jsonl").write_text("".join(json.dumps(each) + "\n" for each in documents))
    (tmp_path / "pairs.jsonl").write_text("".join(json.dumps(each) + "\n" for each in pairs))
    out = tmp_path / "mine"
    with pytest.raises(SystemExit) as ended:
        run(
            finetune.main, "--from", sealed, "--data", tmp_path / "documents.jsonl", "--choices",
            tmp_path / "pairs.jsonl", "--out", out, "--replay", "0.3", "--epochs", "6", "--learning-rate", "1e-3",
            "--batch-tokens", "128", "--no-report",
        )  # fmt: skip
    assert not ended.value.code
    assert read_manifest(out).types == ("PERSON", "ADDRESS", "DOSSIER")
    record = json.loads((tmp_path / "mine.work" / "run" / "training.json").read_text())
    assert record["documents"] == {"train": 108, "dev": 6, "test": 6}
    assert record["history"][-1]["dev_f1"] > 0.9
