"""Teach a sealed model your own data and your own types, in minutes.

    python -m training.finetune --from models/small --data mine.jsonl --out models/mine
    python -m training.finetune --from models/small --data mine.jsonl --test mine.test.jsonl --out models/mine

``mine.jsonl`` holds Documents (``training.convert`` makes them of nearly everything). They are split by document into a
part to learn from, one that says when to stop, and one that is held out for the report; a type that the model does not
know gets a row of its own in the last layer, and counts as direct. Three things keep the model from forgetting what it
knew:

- Replay: fresh synthetic documents go beside yours, ``--replay`` windows for each of yours.
- What your data does not mark is left open. If no document of yours marks a date, a word outside your spans may be one
  (partial annotation, see ``training.finetune``), and the model as it was says which it is.
- The model as it was is the teacher on every word (Li and Hoiem 2016, "Learning without forgetting",
  https://arxiv.org/abs/1606.09282), so that what is not about your data stays where it was.

Reviews teach, too: ``deckname feedback export -o DIR`` writes ``--data DIR/documents.jsonl --choices DIR/pairs.jsonl``
(``training.reviews`` says what becomes of them).

The layers round to 8 bits from the first step on, since the sealed weights do. Training stops when two epochs running
did not better the word F1 on the dev part, and goes back to the best one. The result is a sealed directory that
``deckname serve --model`` takes, and ``report.html`` beside it.
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn

from deckname.artifact import load, read_manifest, seal
from deckname.build import assemble
from deckname.detector import Detector, Options
from deckname.document import Document
from deckname.evaluate import LabelMap
from deckname.span import Span
from deckname.tagger import Tagger as ServedTagger
from training import base, reviews
from training.calibrate import Seen, fit, look, threshold
from training.convert.annotators import Documents
from training.convert.drafts import Example as Mended
from training.convert.mend import Report, mend
from training.encode import IGNORED, Example, TagSets, batches, encode
from training.export import export, word_f1
from training.finetune import (
    Config,
    Tagger,
    autocast,
    collate,
    distillation_loss,
    keep_memory,
    learning_rate_factor,
    open_base,
    opinions,
    partial_loss,
    recased,
    save_run,
    word_logits,
)
from training.quantise import observe, prepare
from training.reviews import Ranges
from training.synthetic.generate import generate
from training.synthetic.pools import Split

FEWEST = 20  # documents, below which there is nothing to hold out
SHARES = {"train": 0.7, "dev": 0.15}  # of the documents; the rest is the test part
ENOUGH = 15  # spans of a type on the dev part, for its scores to be calibrated on them
_CLOSED = -20.0  # a teacher's logit for a tag that it does not know


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """Every number of a lesson; the command line overrides some."""

    replay: float = 3.0  # windows of synthetic text for each of yours
    most_epochs: int = 12
    patience: int = 2  # epochs without a better dev part
    batch_tokens: int = 2048
    learning_rate: float = 1e-4
    head_learning_rate: float = 1e-3
    warmup: float = 0.1
    weight_decay: float = 0.01
    clip: float = 1.0
    soft: float = 0.5  # weight of the teacher's whole opinion on replayed text
    lower: float = 0.08  # share of the documents written in small letters, and in capitals
    upper: float = 0.04
    seed: int = 17


# The data.


def read_documents(path: Path, detector: Detector) -> tuple[list[Mended], Report]:
    """Return the examples of a file of Documents, mended, and what was wrong with them."""
    report = Report()
    everything = Options(types="all", threshold=0.2)

    def propose(text: str) -> Sequence[Span]:
        return detector.detect(text, options=everything).spans

    return list(mend(Documents().read(path), propose=propose, report=report)), report


def split(examples: Iterable[Mended], *, shares: dict[str, float] = SHARES) -> dict[str, list[Mended]]:
    """Return the parts of the examples, by their texts: the same text lies in the same part every time.

    >>> parts = split([Mended("1", "a", ()), Mended("2", "b", ()), Mended("3", "c", ())])
    >>> sorted(each.id for part in parts.values() for each in part)
    ['1', '2', '3']
    """
    parts: dict[str, list[Mended]] = {name: [] for name in (*shares, "test")}
    # In the order of their digests, so that each part gets its share however few there are.
    ordered = sorted(examples, key=lambda each: hashlib.sha256(each.text.encode()).digest())
    ends = np.cumsum([share * len(ordered) for share in shares.values()]).round().astype(int).tolist()
    for index, each in enumerate(ordered):
        name = next((name for name, end in zip(shares, ends, strict=True) if index < end), "test")
        parts[name].append(each)
    return parts


def as_training(
    examples: Iterable[Mended],
    unmarked: Sequence[str] = (),
    *,
    open_: Mapping[str, Ranges] | None = None,
    weights: Mapping[str, float] | None = None,
) -> list[dict[str, Any]]:
    """Return examples as the documents that ``training.encode`` reads.

    ``open_`` and ``weights`` say by text which ranges are left open, and how much an example counts.
    """
    return [
        {
            "text": each.text,
            "spans": [
                *({"start": span.start, "end": span.end, "type": span.type} for span in each.spans or ()),
                *({"start": start, "end": end, "type": IGNORED} for start, end in (open_ or {}).get(each.text, ())),
            ],
            "unmarked": list(unmarked),
            "weight": (weights or {}).get(each.text, 1.0),
        }
        for each in examples
    ]


def replayed(
    count: int, seed: int, known: Sequence[str], unmarked: Sequence[str], part: Split = "train"
) -> list[dict[str, Any]]:
    """Return fresh synthetic documents; ``unmarked`` types may stand in them, what is not ``known`` is left open."""
    return [
        dict(document)
        | {
            "spans": [span if span["type"] in known else span | {"type": IGNORED} for span in document["spans"]],
            "unmarked": list(unmarked),
        }
        for document in generate(count, seed=seed, split=part)
    ]


# The model.


def widen(state: dict[str, Any], old: Sequence[str], new: Sequence[str], seed: int) -> dict[str, Any]:
    """Return the weights with rows in the last layer for the types ``new`` behind ``old``; all other rows stay.

    The tags are O, all B-, all I- (``deckname.bio``).
    """
    weight, bias = state["classifier.weight"], state["classifier.bias"]
    random = np.random.default_rng(seed)
    rows = random.normal(0, 0.02, (2 * len(new), weight.shape[1])).astype(np.float32)
    low = np.full(2 * len(new), bias[1:].min(), np.float32)
    at = 1 + len(old)
    count = len(new)
    return state | {
        "classifier.weight": np.concatenate([weight[:at], rows[:count], weight[at:], rows[count:]]),
        "classifier.bias": np.concatenate([bias[:at], low[:count], bias[at:], low[count:]]),
    }


def widened_opinion(opinion: np.ndarray[Any, Any], old: int, new: int) -> np.ndarray[Any, Any]:
    """Return a teacher's logits (words, tags) with columns for types that it does not know, which it never means."""
    closed = np.full((len(opinion), new), _CLOSED, opinion.dtype)
    return np.concatenate([opinion[:, : 1 + old], closed, opinion[:, 1 + old :], closed], axis=1)


@torch.no_grad()
def asked(examples: list[Example], teacher: Tagger, old: int, new: int, lesson: Lesson, multiple: int) -> list[Example]:
    """Return the examples with the opinion of the model as it was."""
    found: dict[int, Example] = {}
    for batch in batches(examples, tokens=lesson.batch_tokens, multiple=multiple):
        ids, word, numbers = collate(batch, multiple)
        with autocast():
            logits = teacher(ids)
        decided = word_logits(logits, word, len(numbers)).numpy()
        ends = np.cumsum([len(example.tag_set) for example in batch])
        for example, own in zip(batch, np.split(decided, ends[:-1]), strict=True):
            opinion = widened_opinion(own, old, new).astype(np.float16)
            found[id(example)] = replace(example, opinion=opinion)
    return [found[id(example)] for example in examples]


@torch.no_grad()
def reached_f1(tagger: Tagger, examples: list[Example], allowed: torch.Tensor, lesson: Lesson, multiple: int) -> float:
    """Return the micro F1 of decisions on words, as the export has it."""
    training = tagger.training
    tagger.eval()
    decided: list[Any] = []
    ordered: list[Example] = []
    for batch in batches(examples, tokens=lesson.batch_tokens, multiple=multiple):
        ids, word, numbers = collate(batch, multiple)
        with autocast():
            logits = tagger(ids)
        tags = word_logits(logits, word, len(numbers)).argmax(1).numpy()
        decided += np.split(tags, np.cumsum([len(example.tag_set) for example in batch])[:-1])
        ordered += batch
    tagger.train(training)
    return word_f1(decided, ordered, allowed.numpy())


def word_weights(batch: Sequence[Example]) -> torch.Tensor:
    """Return how much each word counts, (words,): as much as its example."""
    lengths = torch.tensor([len(each.tag_set) for each in batch])
    return torch.tensor([each.weight for each in batch]).repeat_interleave(lengths)


def learn(
    tagger: Tagger,
    mine: list[Example],
    others: Callable[[int], list[Example]],
    dev: list[Example],
    kept: list[Example],
    allowed: torch.Tensor,
    lesson: Lesson,
    multiple: int,
) -> list[dict[str, float]]:
    """Train ``tagger`` until the dev part no longer gains; return what each epoch came to. It ends as its best epoch.

    ``others`` gives the replayed examples of an epoch; ``kept`` are replayed ones that tell what is forgotten.
    """
    sample = islice(batches(mine + others(0), tokens=lesson.batch_tokens, multiple=multiple), 48)
    observe(tagger, prepare(tagger.encoder), (collate(batch, multiple)[0] for batch in sample))
    head = list(tagger.classifier.parameters())
    body = [parameter for parameter in tagger.encoder.parameters() if parameter.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": lesson.learning_rate}, {"params": head, "lr": lesson.head_learning_rate}],
        weight_decay=lesson.weight_decay,
        fused=True,
    )
    steps = lesson.most_epochs * (1 + sum(len(each.ids) for each in mine + others(0)) // lesson.batch_tokens)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: learning_rate_factor(step, steps, lesson.warmup, True)
    )
    best, best_state, waited = -1.0, copy.deepcopy(tagger.state_dict()), 0
    history: list[dict[str, float]] = []
    print(f"before  your dev part {reached_f1(tagger, dev, allowed, lesson, multiple):.4f}  "
          f"general {reached_f1(tagger, kept, allowed, lesson, multiple):.4f}", flush=True)  # fmt: skip
    began = time.monotonic()
    for epoch in range(lesson.most_epochs):
        tagger.train()
        losses = []
        shuffled = np.random.default_rng(lesson.seed + epoch)
        for batch in batches(mine + others(epoch), tokens=lesson.batch_tokens, multiple=multiple, random=shuffled):
            ids, word, numbers = collate(batch, multiple)
            with autocast():
                logits = tagger(ids)
            decided, possible = word_logits(logits, word, len(numbers)), allowed[numbers]
            opinion, _ = opinions(batch, decided.shape[1])
            # Where the annotation decides, it is the label that counts; where it leaves a word open, the teacher.
            open_ = possible.sum(1) > 1
            loss = torch.where(
                open_, distillation_loss(decided, opinion, possible, lesson.soft), partial_loss(decided, possible)
            )
            # A word that may be anything teaches nothing: the teacher would say that it is of no new type.
            weight = word_weights(batch) * ~possible.all(1)
            loss = (weight * loss).sum() / weight.sum().clamp(min=1)
            loss.backward()  # type: ignore[no-untyped-call]  # torch does not annotate it
            nn.utils.clip_grad_norm_(body + head, lesson.clip)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            losses.append(loss.item())
        reached = reached_f1(tagger, dev, allowed, lesson, multiple)
        general = reached_f1(tagger, kept, allowed, lesson, multiple)
        seconds = time.monotonic() - began
        history.append({"loss": float(np.mean(losses)), "dev_f1": reached, "general_f1": general, "seconds": seconds})
        print(
            f"epoch {epoch + 1}  loss {np.mean(losses):.4f}  your dev part {reached:.4f}  general {general:.4f}  "
            f"{seconds:.0f} s",
            flush=True,
        )
        if reached + general > best + 1e-4:
            best, best_state, waited = reached + general, copy.deepcopy(tagger.state_dict()), 0
        else:
            waited += 1
            if waited >= lesson.patience:
                break
    tagger.load_state_dict(best_state)
    return history


def calibrate_new(directory: Path, shipped: Path, dev: Sequence[Mended], new: Sequence[str]) -> None:
    """Give the sealed model the calibration of the one that it came from, and of its own for the new types."""
    old, manifest = read_manifest(shipped), read_manifest(directory)
    carried = manifest.model_copy(
        update={
            "temperature": old.temperature,
            "calibration": old.calibration,
            "thresholds": old.thresholds,
            "recall_thresholds": old.recall_thresholds,
        }
    )
    artifact = replace(load(directory), manifest=carried)
    labels = {name: (name,) for name in new}
    documents = [Document(each.id, each.text, each.spans or ()) for each in dev]
    alone = _seen(Detector([ServedTagger(artifact)], own_types=frozenset(new)), documents, labels)
    fitted = {
        name: fit(np.array(alone[name].scores), np.array(alone[name].right, float))
        for name in new
        if name in alone and len(alone[name].scores) >= ENOUGH
    }
    calibrated = carried.model_copy(update={"calibration": old.calibration | fitted})
    together = _seen(assemble(replace(artifact, manifest=calibrated)), documents, labels)
    chosen = {
        name: threshold(together[name]) for name in new if name in together and len(together[name].gold) >= ENOUGH
    }
    seal(directory, calibrated.model_copy(update={"thresholds": old.thresholds | chosen}))


def _seen(detector: Detector, documents: Sequence[Document], labels: LabelMap) -> dict[str, Seen]:
    return look(detector, [(documents, tuple(labels))], labels=labels)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m training.finetune", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--from", dest="source", type=Path, required=True, help="a sealed model directory")
    parser.add_argument("--data", type=Path, required=True, help="your Documents, JSON lines")
    parser.add_argument("--test", type=Path, help="Documents for the report alone; without it, a part of --data")
    parser.add_argument("--choices", type=Path, help="pairs of redactions, chosen and rejected (deckname feedback)")
    parser.add_argument("--out", type=Path, required=True, help="the new sealed model directory")
    parser.add_argument("--name", help="of the new model; the directory's if not given")
    parser.add_argument(
        "--base", type=Path, help="a pretrained checkpoint (training.base) for the report to compare with"
    )
    parser.add_argument("--replay", type=float, default=Lesson.replay, help="synthetic windows for each of yours")
    parser.add_argument("--epochs", type=int, default=Lesson.most_epochs, help="at most")
    parser.add_argument(
        "--learning-rate", type=float, default=Lesson.learning_rate, help="the last layer has ten times it"
    )
    parser.add_argument("--batch-tokens", type=int, default=Lesson.batch_tokens, help="of one step")
    parser.add_argument("--seed", type=int, default=Lesson.seed)
    parser.add_argument("--no-report", action="store_true")
    arguments = parser.parse_args(argv)

    if arguments.out.exists():
        raise SystemExit(f"--out {arguments.out} is there already; name a new directory")
    lesson = Lesson(
        replay=arguments.replay,
        most_epochs=arguments.epochs,
        batch_tokens=arguments.batch_tokens,
        learning_rate=arguments.learning_rate,
        head_learning_rate=10 * arguments.learning_rate,
        seed=arguments.seed,
    )
    keep_memory()
    torch.manual_seed(lesson.seed)
    began = time.monotonic()
    manifest = read_manifest(arguments.source)
    shipped = assemble(load(arguments.source))
    examples, report = read_documents(arguments.data, shipped)
    print(report.table(), file=sys.stderr)
    examples = [each for each in examples if each.spans is not None]
    open_ = reviews.read_open(arguments.data)
    pairs: list[reviews.Pair] = []
    if arguments.choices:
        pairs, bad = reviews.read_pairs(arguments.choices)
        print(reviews.told(pairs, bad), file=sys.stderr)
    weights = reviews.weights(pairs, {each.text: each.spans or () for each in examples})
    # What was reviewed in part is learnt from; to measure with, a text must be known as a whole.
    whole = [each for each in examples if each.text not in open_]
    if len(whole) < FEWEST:
        raise SystemExit(f"{len(whole)} documents with spans are too few to learn from; at least {FEWEST} are needed")
    if arguments.test:
        parts = split(whole, shares={"train": 0.85, "dev": 0.15})
        parts["test"], told = read_documents(arguments.test, shipped)
        print(told.table(), file=sys.stderr)
    else:
        parts = split(whole)
    parts["train"] += [each for each in examples if each.text in open_]
    marked = {span.type for each in examples for span in each.spans or ()}
    new = sorted(marked - set(manifest.types))
    types = (*manifest.types, *new)
    unmarked = [name for name in manifest.types if name not in marked]
    print(f"{', '.join(f'{len(part)} {name}' for name, part in parts.items())} documents; new types: {new or 'none'}")

    work = arguments.out.with_name(arguments.out.name + ".work")
    config, state, tokenizer_json = base.from_sealed(arguments.source)
    base.save(work / "shipped", config, state, tokenizer_json)
    base.save(work / "base", config, widen(state, manifest.types, new, lesson.seed), tokenizer_json)
    tokenizer = Tokenizer.from_file(str(work / "base" / "tokenizer.json"))
    sets = TagSets(types)
    teacher = open_base(work / "shipped", Config(types=manifest.types)).eval()

    def encoded(documents: Iterable[dict[str, Any]]) -> list[Example]:
        found = list(encode(documents, tokenizer, sets, tokens=manifest.window, overlap=manifest.overlap))
        return asked(found, teacher, len(manifest.types), len(new), lesson, manifest.pad_multiple)

    casing = Config(lower=lesson.lower, upper=lesson.upper)
    mine = encoded(
        recased(
            as_training(parts["train"], unmarked, open_=open_, weights=weights),
            casing,
            np.random.default_rng(lesson.seed),
        )
    )
    count = max(30, int(lesson.replay * len(mine) * 0.6))  # a synthetic document has between one window and two
    fresh = replayed(count * lesson.most_epochs, lesson.seed, manifest.types, new)

    @cache
    def others(epoch: int) -> list[Example]:
        own = fresh[epoch * count : (epoch + 1) * count]
        return encoded(recased(own, casing, np.random.default_rng(epoch)))

    dev = encoded(as_training(parts["dev"], unmarked))
    kept = encoded(replayed(200, lesson.seed, manifest.types, new, "dev"))
    print(f"{len(mine):,} windows of yours, about {len(others(0)):,} of synthetic text an epoch", flush=True)

    tagger = open_base(work / "base", Config(types=types))
    tagger.encoder.embeddings.word_embeddings.weight.requires_grad = False
    allowed = torch.from_numpy(sets.matrix())
    history = learn(tagger, mine, others, dev, kept, allowed, lesson, manifest.pad_multiple)
    earlier = base.earlier_training(arguments.source)
    record = earlier | {
        "types": list(types), "window": manifest.window, "overlap": manifest.overlap,
        "pad_multiple": manifest.pad_multiple, "lesson": asdict(lesson), "new_types": new, "history": history,
        "documents": {name: len(part) for name, part in parts.items()}, "from": manifest.label, "before": earlier,
    }  # fmt: skip
    save_run(work / "run", work / "base", tagger, record)
    Documents().write(parts["dev"], work / "dev.jsonl")
    Documents().write(parts["test"], work / "test.jsonl")
    name = arguments.name or arguments.out.name
    export(
        work / "run", [work / "dev.jsonl"], arguments.out, name=name, version="0.1.0", window=manifest.window,
        overlap=manifest.overlap,
    )  # fmt: skip
    calibrate_new(arguments.out, arguments.source, parts["dev"], new)
    for change in reviews.tune(arguments.out, pairs) if pairs else ():
        print(
            f"choices move the threshold of {change.type} from {change.before} to {change.after}: "
            f"{change.won} decisions won, {change.lost} lost"
        )
    minutes = (time.monotonic() - began) / 60
    print(f"{arguments.out}: taught in {minutes:.1f} minutes; `deckname serve --model {arguments.out}/` takes it")
    if not arguments.no_report:
        from training.report import compare

        compare(
            arguments.source, arguments.out, work / "test.jsonl", arguments.out, base_=arguments.base, minutes=minutes
        )
    return 0
