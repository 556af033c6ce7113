"""Turn a fine-tuned checkpoint into a sealed model directory.

    python -m training.export --run runs/small --data data --dev synthetic.dev.jsonl germeval2014.dev.jsonl \\
        --name small --version 0.2.0 --out models/small

Parity is part of the export, which fails unless the fp32 graph gives torch's logits within 1e-3, and the 8-bit model
loses at most one point of F1 (decisions on the words of the dev sets) against fp32.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from deckname.artifact import MODEL, SLOWER, TOKENIZER, Manifest, seal
from deckname.tagger import PAD
from deckname.words import padded
from training.encode import Example, TagSets, encode, read
from training.graph import RANGE, build

LOGIT_TOLERANCE = 1e-3
F1_TOLERANCE = 0.01
POSITIONS = 512
#: Bytes of the tokenizer and the model together, on disk.
SIZE_LIMIT = 60_000_000

Floats = NDArray[np.float32]


class ParityError(Exception):
    """What would be served is not what was trained."""


def word_means(logits: Floats, example: Example) -> Floats:
    """Return (words, tags): the mean over each word's tokens."""
    inside = example.word >= 0
    sums = np.zeros((len(example.tag_set), logits.shape[-1]), np.float32)
    np.add.at(sums, example.word[inside], logits[: len(example.ids)][inside])
    counts = np.maximum(np.bincount(example.word[inside], minlength=len(sums)), 1)
    return np.asarray(sums / counts[:, None], np.float32)


def token_ids(example: Example, multiple: int) -> NDArray[np.int64]:
    """Return (1, T): an example padded as serving pads."""
    ids = np.full((1, padded(len(example.ids), multiple)), PAD, np.int64)
    ids[0, : len(example.ids)] = example.ids
    return ids


def onnx_logits(session: onnxruntime.InferenceSession, examples: list[Example], multiple: int) -> list[Floats]:
    """Return the logits of each example, computed one by one."""
    found = []
    for example in examples:
        (logits,) = session.run(["logits"], {"input_ids": token_ids(example, multiple)})
        found.append(logits[0, : len(example.ids)])
    return found


def torch_logits(run: Path, config: dict[str, Any], examples: list[Example]) -> list[Floats]:
    """Return the same from torch."""
    import torch

    from training.finetune import Config, open_base

    tagger = open_base(run, Config(types=tuple(config["types"]))).eval()
    found = []
    with torch.no_grad():
        for example in examples:
            ids = torch.from_numpy(token_ids(example, config["pad_multiple"]))
            found.append(tagger(ids)[0, : len(example.ids)].numpy())
    return found


def observed_ranges(run: Path, config: dict[str, Any], examples: list[Example]) -> dict[str, Floats]:
    """Return the ranges of the inputs of every matrix, for a run that was not trained to round."""
    import torch

    from training.finetune import Config, open_base
    from training.quantise import observe, prepare

    tagger = open_base(run, Config(types=tuple(config["types"]))).eval()
    layers = prepare(tagger.encoder)
    observe(tagger, layers, (torch.from_numpy(token_ids(each, config["pad_multiple"])) for each in examples))
    state = tagger.encoder.state_dict()
    return {name: values.numpy() for name, values in state.items() if name.endswith(RANGE)}


def word_f1(predicted: list[NDArray[np.intp]], examples: list[Example], allowed: NDArray[np.bool_]) -> float:
    """Return the micro F1 of decisions on words against partial annotation, O not counted."""
    right = wrong = missed = 0
    for tags, example in zip(predicted, examples, strict=True):
        sets = allowed[example.tag_set]
        good = sets[np.arange(len(tags)), tags]
        must = ~sets[:, 0]
        right += int((good & must).sum())
        missed += int((~good & must).sum())
        wrong += int((~good & (tags != 0)).sum())
    return 2 * right / max(1, 2 * right + wrong + missed)


def fit_temperature(logits: list[Floats], examples: list[Example], allowed: NDArray[np.bool_]) -> float:
    """Return the temperature that makes the dev words most likely (Guo et al. 2017, https://arxiv.org/abs/1706.04599)."""
    stacked = np.concatenate(logits)
    sets = np.concatenate([allowed[example.tag_set] for example in examples])

    def loss(temperature: float) -> float:
        scaled = stacked / temperature
        scaled = scaled - scaled.max(1, keepdims=True)
        exponent = np.exp(scaled)
        return float(-np.log((exponent * sets).sum(1) / exponent.sum(1) + 1e-12).mean())

    return float(min(np.arange(0.6, 3.01, 0.05), key=loss))


def _session(path: Path) -> onnxruntime.InferenceSession:
    return onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER)


def export(
    run: Path,
    dev: Sequence[Path],
    out: Path,
    *,
    name: str = "small",
    version: str = "0.1.0",
    window: int | None = None,
    overlap: int | None = None,
    windows: int = 400,
    size_limit: int = SIZE_LIMIT,
) -> Manifest:
    """Seal a run as a model directory and return its manifest; window and overlap are as trained unless given.

    Parity is checked on so many ``windows`` of each file of ``dev``.

    Raises:
        ParityError: what would be served is not what was trained, or is too large.
    """
    shape = json.loads((run / "config.json").read_text())
    training = json.loads((run / "training.json").read_text())
    weights = load_file(run / "model.safetensors")
    positions = "embeddings.position_embeddings.weight"
    weights[positions] = weights[positions][:POSITIONS]
    tokenizer = Tokenizer.from_file(str(run / TOKENIZER))
    sets = TagSets(tuple(training["types"]))
    window = training["window"] if window is None else window
    overlap = training["overlap"] if overlap is None else overlap
    multiple = training["pad_multiple"]
    examples: list[Example] = []
    for path in dev:
        examples += islice(encode(read([path]), tokenizer, sets, tokens=window, overlap=overlap), windows)
    allowed = sets.matrix()
    if not any(each.endswith(RANGE) for each in weights):
        weights |= observed_ranges(run, training, examples)

    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        reference = Path(scratch) / MODEL
        onnx.save(build(dict(weights), shape, bits=32), str(reference))
        fp32 = onnx_logits(_session(reference), examples, multiple)
    onnx.save(build(dict(weights), shape, bits=8), str(out / MODEL))
    (out / TOKENIZER).write_bytes((run / TOKENIZER).read_bytes())
    int8 = onnx_logits(_session(out / MODEL), examples, multiple)

    every = max(1, len(examples) // 100)
    difference = max(
        float(np.abs(ours - theirs).max())
        for ours, theirs in zip(fp32[::every], torch_logits(run, training, examples[::every]), strict=True)
    )
    words32 = [word_means(logits, example) for logits, example in zip(fp32, examples, strict=True)]
    words8 = [word_means(logits, example) for logits, example in zip(int8, examples, strict=True)]
    f32 = word_f1([w.argmax(1) for w in words32], examples, allowed)
    f8 = word_f1([w.argmax(1) for w in words8], examples, allowed)
    equal = float(np.mean(np.concatenate([a.argmax(1) == b.argmax(1) for a, b in zip(words32, words8, strict=True)])))
    parity = {"torch_fp32_logits": difference, "f1_fp32": f32, "f1_int8": f8, "equal_decisions": equal}
    print(json.dumps(parity, indent=2))
    if difference > LOGIT_TOLERANCE:
        raise ParityError(f"the fp32 graph is {difference:.2g} away from torch; at most {LOGIT_TOLERANCE} is allowed")
    if f8 < f32 - F1_TOLERANCE:
        raise ParityError(f"8 bits lose {f32 - f8:.4f} of F1; at most {F1_TOLERANCE} is allowed")

    temperature = round(fit_temperature(words8, examples, allowed), 2)
    manifest = Manifest(
        name=name, version=version, types=tuple(training["types"]), window=window, overlap=overlap,
        pad_multiple=multiple, temperature=temperature,
    )  # fmt: skip
    sealed = seal(out, manifest)
    size = sum((out / each).stat().st_size for each in (MODEL, TOKENIZER))
    if size > size_limit:
        raise ParityError(f"model and tokenizer take {size:,} bytes; at most {size_limit:,} are allowed")
    record = {
        "parity": parity,
        "temperature": temperature,
        "bytes": size,
        "layers": shape["num_hidden_layers"],
        "dev": [path.name for path in dev],
        "training": training,
    }
    (out / "export.json").write_text(json.dumps(record, indent=2) + "\n")
    print(f"{out}: sealed {manifest.label}, {size:,} bytes, temperature {temperature}")
    return sealed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--dev", nargs="+", required=True, help="dev sets, file names below --data")
    parser.add_argument("--name", default="small")
    parser.add_argument("--version", default="0.1.0")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--window", type=int, help="tokens of a window when serving; as trained if not given")
    parser.add_argument("--overlap", type=int, help="tokens that neighbouring windows share when serving; as trained")
    parser.add_argument("--windows", type=int, default=400, help="windows of each dev set that parity is checked on")
    parser.add_argument("--size-limit", type=int, default=SIZE_LIMIT, help="bytes of model and tokenizer")
    arguments = parser.parse_args()
    export(
        arguments.run,
        [arguments.data / name for name in arguments.dev],
        arguments.out,
        name=arguments.name,
        version=arguments.version,
        window=arguments.window,
        overlap=arguments.overlap,
        windows=arguments.windows,
        size_limit=arguments.size_limit,
    )


if __name__ == "__main__":
    main()
