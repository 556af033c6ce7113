"""Teach a model what whole texts are: labels of your own, on a handful of examples.

    python -m training.finetune --task classify --from models/small --data tone.jsonl --out models/tone
    python -m training.finetune --task classify ... --test tone.test.jsonl --pretrained runs/base

Each document has one label (``{"text": ..., "labels": ["neutral"]}``; ``training.convert`` makes that of the course's
tables and of prompts and completions). The encoder is the sealed model's, or with ``--base`` a checkpoint of
``training.base``; above the mean of its tokens lies one new layer (``deckname.classifier``).

The report sets the fine-tuned model beside the pretrained one, which has never seen a label: it answers by which
label's name, or description in ``--describe``, lies nearest to the text (cosine of mean-pooled embeddings; "query: " in
front of both, as multilingual-e5 was trained: Wang et al. 2024, https://arxiv.org/abs/2402.05672).
"""

from __future__ import annotations

import argparse
import copy
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from jinja2 import Environment
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import nn
from transformers import BertConfig, BertModel

from deckname.artifact import MODEL, TOKENIZER, Manifest, read_manifest, seal
from deckname.classifier import load, log_softmax
from deckname.tagger import PAD
from deckname.words import padded
from training import base
from training.convert.annotators import Documents
from training.convert.drafts import Bad, Draft
from training.encode import Example, TagSets, encode
from training.export import LOGIT_TOLERANCE, POSITIONS, ParityError, token_ids
from training.finetune import Tagger, autocast, keep_memory, learning_rate_factor
from training.graph import RANGE, build
from training.quantise import observe, prepare

Floats = NDArray[np.float64]
FEWEST = 4  # examples of each label
AGREEMENT = 0.97  # of the 8-bit model's answers with the fp32 one's, below which the export fails


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """Every number of a lesson; the command line overrides some."""

    most_epochs: int = 24
    batch: int = 8  # texts
    learning_rate: float = 1e-4
    head_learning_rate: float = 1e-3
    warmup: float = 0.1
    weight_decay: float = 0.01
    dropout: float = 0.1
    clip: float = 1.0
    window: int = 192
    overlap: int = 24
    pad_multiple: int = 8
    seed: int = 17


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and its label."""

    text: str
    label: str


def read(path: Path) -> list[Labelled]:
    """Return the labelled texts of a file of Documents.

    Raises:
        SystemExit: a row that cannot be read, or has not exactly one label; says which.
    """
    found = []
    for row in Documents().read(path):
        if isinstance(row, Bad):
            raise SystemExit(f"{path}: {row.place} {row.why}")
        if not isinstance(row, Draft) or len(row.labels) != 1:
            raise SystemExit(f"{path}: {row.place} has {len(row.labels)} labels; a classifier needs one of each text")
        found.append(Labelled(row.text, row.labels[0]))
    return found


def held_out(examples: Sequence[Labelled], share: float, seed: int) -> tuple[list[Labelled], list[Labelled]]:
    """Return the examples in two parts, the second with ``share`` of each label and at least one."""
    random = np.random.default_rng(seed)
    kept: list[Labelled] = []
    out: list[Labelled] = []
    for label in sorted({each.label for each in examples}):
        own = [each for each in examples if each.label == label]
        order = random.permutation(len(own)).tolist()
        cut = max(1, round(share * len(own)))
        out += [own[index] for index in order[:cut]]
        kept += [own[index] for index in order[cut:]]
    return kept, out


def windows(texts: Iterable[str], tokenizer: Tokenizer, lesson: Lesson) -> list[list[Example]]:
    """Return the windows of each text."""
    return [
        list(
            encode(
                [{"text": text, "spans": []}], tokenizer, TagSets(()), tokens=lesson.window, overlap=lesson.overlap
            )
        )
        for text in texts
    ]  # fmt: skip


def text_logits(tagger: Tagger, batch: Sequence[list[Example]], multiple: int) -> torch.Tensor:
    """Return (texts, labels): the mean of the logits of each text's tokens."""
    same: dict[int, list[tuple[int, Example]]] = {}
    for row, own in enumerate(batch):
        for example in own:  # windows of one padded length share a batch; a longer one would change what they read
            same.setdefault(padded(len(example.ids), multiple), []).append((row, example))
    sums, counts = torch.zeros(len(batch), tagger.classifier.out_features), torch.zeros(len(batch))
    for size, rows in same.items():
        ids = np.full((len(rows), size), PAD, np.int64)
        inside = torch.zeros(len(rows), size)
        for index, (_, example) in enumerate(rows):
            ids[index, : len(example.ids)] = example.ids
            inside[index, : len(example.ids)] = 1
        with autocast():
            logits = tagger(torch.from_numpy(ids))
        owner = torch.tensor([row for row, _ in rows])
        sums = sums.index_add(0, owner, (logits.float() * inside[:, :, None]).sum(1))
        counts = counts.index_add(0, owner, inside.sum(1))
    return sums / counts[:, None]


def learn(
    tagger: Tagger, train: Sequence[list[Example]], targets: torch.Tensor, dev: Sequence[list[Example]],
    dev_targets: torch.Tensor, lesson: Lesson,
) -> list[dict[str, float]]:  # fmt: skip
    """Train until the epochs run out, and go back to the epoch whose loss on the dev part was least."""
    sample = [own[0] for own in train]
    observe(
        tagger,
        prepare(tagger.encoder),
        (torch.from_numpy(token_ids(example, lesson.pad_multiple)) for example in sample),
    )
    head = list(tagger.classifier.parameters())
    body = [parameter for parameter in tagger.encoder.parameters() if parameter.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": lesson.learning_rate}, {"params": head, "lr": lesson.head_learning_rate}],
        weight_decay=lesson.weight_decay,
        fused=True,
    )
    steps = lesson.most_epochs * len(list(alike(train, range(len(train)), lesson)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: learning_rate_factor(step, steps, lesson.warmup, True)
    )
    best, best_state = float("inf"), copy.deepcopy(tagger.state_dict())
    history = []
    random = np.random.default_rng(lesson.seed)
    for _ in range(lesson.most_epochs):
        tagger.train()
        for chosen in alike(train, random.permutation(len(train)).tolist(), lesson):
            logits = text_logits(tagger, [train[index] for index in chosen], lesson.pad_multiple)
            loss = nn.functional.cross_entropy(logits, targets[chosen], label_smoothing=0.05)
            loss.backward()  # type: ignore[no-untyped-call]  # torch does not annotate it
            nn.utils.clip_grad_norm_(body + head, lesson.clip)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
        tagger.eval()
        with torch.no_grad():
            answers = text_logits(tagger, dev, lesson.pad_multiple)
        reached = float(nn.functional.cross_entropy(answers, dev_targets))
        right = float((answers.argmax(1) == dev_targets).float().mean())
        history.append({"loss": loss.item(), "dev_loss": reached, "dev_accuracy": right})
        if reached < best:
            best, best_state = reached, copy.deepcopy(tagger.state_dict())
    tagger.load_state_dict(best_state)
    return history


def alike(texts: Sequence[list[Example]], order: Iterable[int], lesson: Lesson) -> Iterator[list[int]]:
    """Yield batches of the texts' indices; texts of one padded length go together, which then is one pass."""
    waiting: dict[int, list[int]] = {}
    for index in order:
        length = padded(len(texts[index][0].ids), lesson.pad_multiple)
        waiting.setdefault(length, []).append(index)
        if len(waiting[length]) == lesson.batch:
            yield waiting.pop(length)
    yield from waiting.values()


def export(
    state: dict[str, Any], shape: dict[str, Any], tokenizer: bytes, manifest: Manifest, texts: Sequence[str],
    reference: Floats, out: Path,
) -> dict[str, float]:  # fmt: skip
    """Seal a classifier and return how it agrees with torch; ``reference`` are torch's logits of ``texts``.

    Raises:
        ParityError: fp32 is not what torch says, or 8 bits decide otherwise too often.
    """
    positions = "embeddings.position_embeddings.weight"
    state = state | {positions: state[positions][:POSITIONS]}
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch)
        onnx.save(build(dict(state), shape, bits=32), str(whole / MODEL))
        (whole / TOKENIZER).write_bytes(tokenizer)
        seal(whole, manifest)
        fp32 = load(whole).logits(texts)
    out.mkdir(parents=True)
    onnx.save(build(dict(state), shape, bits=8), str(out / MODEL))
    (out / TOKENIZER).write_bytes(tokenizer)
    seal(out, manifest)
    int8 = load(out).logits(texts)
    parity = {
        "torch_fp32_logits": float(np.abs(fp32 - reference).max()),
        "equal_answers": float((fp32.argmax(1) == int8.argmax(1)).mean()),
    }
    if parity["torch_fp32_logits"] > LOGIT_TOLERANCE:
        raise ParityError(f"the fp32 graph is {parity['torch_fp32_logits']:.2g} away from torch")
    if parity["equal_answers"] < AGREEMENT:
        raise ParityError(
            f"8 bits give {1 - parity['equal_answers']:.3f} other answers; {1 - AGREEMENT:.2f} are allowed"
        )
    return parity


def fitted_temperature(logits: Floats, targets: Sequence[int]) -> float:
    """Return the temperature that makes the targets most likely (Guo et al. 2017, https://arxiv.org/abs/1706.04599)."""
    rows = np.arange(len(targets))
    return float(
        min(np.arange(0.5, 3.01, 0.05), key=lambda value: -log_softmax(logits / value)[rows, list(targets)].mean())
    )


# The pretrained model, which has seen no label.


def nearest(directory: Path, texts: Sequence[str], descriptions: dict[str, str]) -> Floats:
    """Return (texts, labels): the cosine of each text with each label's description, by a pretrained checkpoint."""
    config, state, tokenizer_json = base.from_run(directory)
    encoder = BertModel(BertConfig(**config), add_pooling_layer=False).eval()
    kept = {name: torch.from_numpy(values) for name, values in state.items() if not name.startswith("classifier.")}
    encoder.load_state_dict({name: value for name, value in kept.items() if not name.endswith(RANGE)})
    tokenizer = Tokenizer.from_str(json.dumps(tokenizer_json))

    @torch.no_grad()
    def embedded(text: str) -> torch.Tensor:
        lesson = Lesson(window=500, overlap=0)
        (own,) = windows([f"query: {text}"], tokenizer, lesson)
        ids = torch.from_numpy(own[0].ids.astype(np.int64))[None]
        return nn.functional.normalize(encoder(input_ids=ids).last_hidden_state.mean(1)[0], dim=0)

    labels = torch.stack([embedded(description) for description in descriptions.values()])
    found: Floats = torch.stack([labels @ embedded(text) for text in texts]).double().numpy()
    return found


# The report.


@dataclass(frozen=True, slots=True)
class Answered:
    """What one system said of the test texts: (texts, labels) of probabilities, or of similarities."""

    name: str
    values: Floats
    labels: tuple[str, ...]

    def accuracy(self, test: Sequence[Labelled]) -> float:
        """The share that is right."""
        told = [self.labels[index] for index in self.values.argmax(1)]
        return float(np.mean([one == each.label for one, each in zip(told, test, strict=True)]))


def report(systems: Sequence[Answered], test: Sequence[Labelled], out: Path, record: dict[str, Any]) -> None:
    """Write ``report.html``, which quotes the test texts, and ``report.json``, which does not."""
    summary = record | {
        "systems": [{"name": each.name, "accuracy": each.accuracy(test), "texts": len(test)} for each in systems]
    }
    (out / "report.json").write_text(json.dumps(summary, indent=1) + "\n", encoding="utf-8")
    rows = []
    for index, each in enumerate(test):
        answers = []
        for system in systems:
            row = system.values[index]
            answers.append((system.labels[int(row.argmax())], float(row.max())))
        rows.append({"text": each.text, "label": each.label, "answers": answers})
    rows.sort(key=lambda row: ([answer[0] == row["label"] for answer in row["answers"]][-1], row["label"]))
    page = Environment(autoescape=True).from_string(_PAGE.read_text(encoding="utf-8"))
    (out / "report.html").write_text(page.render(summary=summary, rows=rows), encoding="utf-8")


_PAGE = Path(__file__).with_name("classify.html.jinja")


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m training.finetune --task classify", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("--task", choices=["classify"], default="classify")
    parser.add_argument("--from", dest="source", type=Path, required=True, help="a sealed model directory")
    parser.add_argument("--base", type=Path, help="a checkpoint of training.base whose encoder is taught instead")
    parser.add_argument("--data", type=Path, required=True, help="Documents with a label each, JSON lines")
    parser.add_argument("--test", type=Path, help="such Documents for the report alone; without it, a part of --data")
    parser.add_argument("--out", type=Path, required=True, help="the new sealed model directory")
    parser.add_argument("--name", help="of the new model; the directory's if not given")
    parser.add_argument("--pretrained", type=Path, help="a checkpoint of training.base, for the report")
    parser.add_argument("--describe", type=Path, help="JSON: label to what the pretrained model is told of it")
    parser.add_argument("--epochs", type=int, default=Lesson.most_epochs)
    parser.add_argument("--learning-rate", type=float, default=Lesson.learning_rate)
    parser.add_argument("--seed", type=int, default=Lesson.seed)
    arguments = parser.parse_args(argv)

    if arguments.out.exists():
        raise SystemExit(f"--out {arguments.out} is there already; name a new directory")
    began = time.monotonic()
    lesson = Lesson(most_epochs=arguments.epochs, learning_rate=arguments.learning_rate, seed=arguments.seed)
    keep_memory()
    torch.manual_seed(lesson.seed)
    examples = read(arguments.data)
    counts = Counter(each.label for each in examples)
    labels = tuple(sorted(counts))
    if len(labels) < 2 or min(counts.values()) < FEWEST:
        raise SystemExit(f"a classifier needs two labels and more, with {FEWEST} texts each; here: {dict(counts)}")
    test = read(arguments.test) if arguments.test else []
    unknown = {each.label for each in test} - set(labels)
    if unknown:
        raise SystemExit(f"{arguments.test} has labels that {arguments.data} has not: {', '.join(sorted(unknown))}")
    if not test:
        examples, test = held_out(examples, 0.2, lesson.seed)
    train, dev = held_out(examples, 0.2, lesson.seed + 1)
    print(f"{len(train)} train, {len(dev)} dev, {len(test)} test texts; labels: {', '.join(labels)}", file=sys.stderr)

    config, state, tokenizer_json = (
        base.from_run(arguments.base) if arguments.base else base.from_sealed(arguments.source)
    )
    source = read_manifest(arguments.source)
    room = min(source.window, config["max_position_embeddings"])
    lesson = replace(lesson, window=room, overlap=source.overlap, pad_multiple=source.pad_multiple)
    tokenizer_bytes = json.dumps(tokenizer_json, ensure_ascii=False, separators=(",", ":")).encode()
    tokenizer = Tokenizer.from_str(tokenizer_bytes.decode())
    shape = BertConfig(**config, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0)
    encoder = BertModel(shape, add_pooling_layer=False)
    kept = {name: values for name, values in state.items() if not name.endswith(RANGE)}
    encoder.load_state_dict(
        {n: torch.from_numpy(np.array(v)) for n, v in kept.items() if not n.startswith("classifier.")}
    )
    encoder.embeddings.word_embeddings.weight.requires_grad = False
    tagger = Tagger(encoder, len(labels), lesson.dropout)
    nn.init.zeros_(tagger.classifier.bias)

    def targets(part: Sequence[Labelled]) -> torch.Tensor:
        return torch.tensor([labels.index(each.label) for each in part])

    encoded = {
        name: windows([each.text for each in part], tokenizer, lesson)
        for name, part in (("train", train), ("dev", dev))
    }
    untrained = copy.deepcopy(tagger).eval()
    history = learn(tagger, encoded["train"], targets(train), encoded["dev"], targets(dev), lesson)
    tagger.eval()
    texts = [each.text for each in [*dev, *test, *train]]
    with torch.no_grad(), torch.autocast("cpu", enabled=False):
        plain = _plain(tagger)
        reference = np.concatenate(
            [_fp32_logits(plain, own, lesson.pad_multiple) for own in windows(texts, tokenizer, lesson)]
        )
    name = arguments.name or arguments.out.name
    bare = Manifest(
        name=name, version="0.1.0", task="classify", labels=labels, window=lesson.window, overlap=lesson.overlap,
        pad_multiple=lesson.pad_multiple,
    )  # fmt: skip
    weights = {n.removeprefix("encoder."): v.numpy() for n, v in tagger.state_dict().items()}
    parity = export(weights, config, tokenizer_bytes, bare, texts, reference, arguments.out)
    temperature = fitted_temperature(load(arguments.out).logits([each.text for each in dev]), targets(dev).tolist())
    seal(arguments.out, bare.model_copy(update={"temperature": round(temperature, 2)}))
    record = {
        "parity": parity, "temperature": round(temperature, 2), "lesson": asdict(lesson), "history": history,
        "from": str(arguments.base or source.label), "labels": list(labels),
        "minutes": round((time.monotonic() - began) / 60, 2),
    }  # fmt: skip
    (arguments.out / "export.json").write_text(json.dumps(record, indent=1) + "\n")

    told = [each.text for each in test]
    systems = []
    if arguments.pretrained:
        given = json.loads(arguments.describe.read_text(encoding="utf-8")) if arguments.describe else {}
        described = {label: given.get(label, label) for label in labels}
        systems.append(
            Answered("pretrained, by the label's name", nearest(arguments.pretrained, told, described), labels)
        )
    with torch.no_grad():
        blank = text_logits(untrained, windows(told, tokenizer, lesson), lesson.pad_multiple).double().numpy()
    systems.append(Answered("last layer untrained", np.exp(log_softmax(blank)), labels))
    classifier = load(arguments.out)
    final = np.array([list(each.probabilities.values()) for each in classifier.classify(told)])
    systems.append(Answered("fine-tuned", final, labels))
    report(systems, test, arguments.out, record)
    for system in systems:
        print(f"{system.name}: {system.accuracy(test):.3f} of {len(test)} texts right")
    print(
        f"{arguments.out}: taught in {record['minutes']} minutes; `deckname classify --model {arguments.out}/` uses it"
    )
    return 0


def _plain(tagger: Tagger) -> Tagger:
    """Return the tagger with plain linear layers: what the fp32 graph computes."""
    made = copy.deepcopy(tagger)
    for module in list(made.encoder.modules()):
        for name, child in list(module.named_children()):
            if isinstance(child, nn.Linear) and type(child) is not nn.Linear:
                linear = nn.Linear(child.in_features, child.out_features)
                linear.weight, linear.bias = child.weight, child.bias
                setattr(module, name, linear)
    return made.eval()


def _fp32_logits(tagger: Tagger, own: Sequence[Example], multiple: int) -> Floats:
    sums, count = 0.0, 0
    for example in own:
        logits = tagger(torch.from_numpy(token_ids(example, multiple)))[0, : len(example.ids)]
        sums = sums + logits.sum(0).double().numpy()
        count += len(example.ids)
    return np.asarray(sums / count)[None]


if __name__ == "__main__":
    raise SystemExit(main())
