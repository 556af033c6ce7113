"""Small real things that tests share."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
import onnx
import pytest
from hypothesis import HealthCheck, settings
from onnx import TensorProto, helper, numpy_helper

from deckname.artifact import MODEL, TOKENIZER, Manifest, seal
from deckname.bio import tag_names
from deckname.words import BREAK, SPACE

settings.register_profile("deckname", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# On CI the same examples every time: what people find by chance becomes a test by hand.
settings.register_profile("ci", settings.get_profile("deckname"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "deckname")

TYPES = ("PERSON", "LOCATION")
#: Word -> the tag that the tiny model gives it.
LEXICON = {
    "Ada": "B-PERSON", "Lovelace": "I-PERSON", "Müller": "B-PERSON", "Öztürk": "B-PERSON", "Paris": "B-LOCATION",
    "Dr": "B-PERSON", "Chris": "I-PERSON",
}  # fmt: skip


def write_model(directory: Path, lexicon: dict[str, str], *, window: int = 16, overlap: int = 4) -> Path:
    """Write a sealed model that is a table: the tag of a token depends on the token alone."""
    tags = tag_names(TYPES)
    pieces = ["<s>", "<pad>", "</s>", "<unk>", SPACE, BREAK, *".,-'()"]
    pieces += [piece for word in lexicon for piece in (word, SPACE + word) if piece not in pieces]
    table = np.zeros((len(pieces), len(tags)), np.float32)
    table[:, 0] = 6.0
    for word, tag in lexicon.items():
        for mark in ("", SPACE):
            row = table[pieces.index(mark + word)]
            row[0], row[tags.index(tag)] = 0.0, 6.0
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["logits"]),
    ]
    graph = helper.make_graph(
        nodes,
        "table",
        [
            helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "tokens"]),
        ],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", "tokens", len(tags)])],
        [numpy_helper.from_array(table, "table")],
    )
    directory.mkdir(parents=True, exist_ok=True)
    opsets = [helper.make_opsetid("", 17)]
    onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=10), str(directory / MODEL))
    model = {"type": "Unigram", "unk_id": 3, "vocab": [[piece, -float(i > 3)] for i, piece in enumerate(pieces)]}
    added = [
        {"id": index, "content": piece, "special": True, "normalized": False}
        | dict.fromkeys(("single_word", "lstrip", "rstrip"), False)
        for index, piece in enumerate(pieces[:4])
    ]
    tokenizer = {
        "version": "1.0", "truncation": None, "padding": None, "added_tokens": added, "normalizer": None,
        "pre_tokenizer": None, "post_processor": None, "decoder": None, "model": model,
    }  # fmt: skip
    (directory / TOKENIZER).write_text(json.dumps(tokenizer), encoding="utf-8")
    seal(directory, Manifest(name="tiny", version="0.0.1", types=TYPES, window=window, overlap=overlap))
    return directory


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("models") / "tiny", LEXICON)
