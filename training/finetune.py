"""Fine-tune a checkpoint into a tagger.

    python -m training.finetune --config training/configs/small.toml --base runs/base --data data --out runs/small
    python -m training.finetune ... --resume          # goes on from the last checkpoint
    python -m training.finetune ... --steps 5         # a smoke test
    python -m training.finetune --from models/small --data mine.jsonl --out models/mine     # see training.teach
    python -m training.finetune --task classify --from models/small ...                     # see training.classify

The tagger is a BERT encoder with one linear layer. A word's logits are the mean of its tokens' logits, and the loss is
on words: -log of the probability of all tags that the annotation allows. In a corpus that never marks phone numbers,
a word tagged O may be O or part of a phone number (partial annotation: Tsuboi et al. 2008, "Training conditional
random fields using incomplete annotations", https://aclanthology.org/C08-1113; without the chain here).
"""

from __future__ import annotations

import argparse
import ctypes
import json
import math
import sys
import time
import tomllib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from deckname.tagger import PAD
from deckname.text import recase
from deckname.words import padded
from training.encode import Example, TagSets, batches, encode, read
from training.graph import RANGE
from training.quantise import observe, prepare

TYPES = (
    "PERSON", "ADDRESS", "LOCATION", "ORGANIZATION", "DATE_OF_BIRTH", "DATE_TIME", "AGE", "PHONE_NUMBER",
    "EMAIL_ADDRESS", "CREDIT_CARD", "BANK_ACCOUNT", "IBAN_CODE", "US_SSN", "NATIONAL_ID", "PASSPORT", "DRIVER_LICENSE",
    "TAX_ID", "HEALTH_ID", "ID_NUMBER", "USERNAME", "PASSWORD", "SECRET", "LICENSE_PLATE", "IP_ADDRESS", "MAC_ADDRESS",
    "URL",
)  # fmt: skip


Documents = Iterable[dict[str, Any]]
NOT_ASKED = np.zeros((0, 0), np.float16)  # the opinion of an example that awaits its teacher's


@dataclass(frozen=True, kw_only=True)
class Config:
    """Every number of a run; a TOML file overrides."""

    types: tuple[str, ...] = TYPES
    train: tuple[str, ...] = ()  # file names below --data; "name.jsonl*2" reads one twice, "*0.5" every other window
    window: int = 256  # tokens, with <s> and </s>
    overlap: int = 64  # tokens shared by neighbouring windows
    epochs: int = 1
    batch_tokens: int = 4096
    pad_multiple: int = 8  # windows of one padded length share a batch, and padding is read like any token: no mask
    lower: float = 0.0  # share of the documents written in small letters, and in capitals
    upper: float = 0.0
    learning_rate: float = 2e-4
    head_learning_rate: float = 1e-3
    warmup: float = 0.06  # share of all steps
    weight_decay: float = 0.01
    dropout: float = (
        0.0  # inside the encoder; one pass over the data leaves little to overfit, and it costs a third of the speed
    )
    head_dropout: float = 0.1
    train_embeddings: bool = False  # word embeddings: 38 of 49 million weights
    clip: float = 1.0
    taught: tuple[str, ...] = ()  # with --teacher: the files of ``train`` on which its opinion is asked
    soft: float = 0.5  # weight of its whole opinion, beside its opinion among the tags that are allowed
    quantise_from: float = 1.0  # share of the steps after which the layers round as the 8-bit graph will
    observe: int = 48  # batches that tell the ranges of the inputs, just before that
    decay: bool = True  # linear to nothing; false where another pass follows
    seed: int = 13
    checkpoint_seconds: float = 150


def read_config(path: Path | None) -> Config:
    """Return the configuration of a TOML file.

    Raises:
        TypeError: a key that ``Config`` does not know.
    """
    values: dict[str, Any] = tomllib.loads(path.read_text()) if path else {}
    given: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    return Config(**given)


class Tagger(nn.Module):
    """BERT and a linear layer: token ids to a logit for each tag."""

    def __init__(self, encoder: BertModel, tags: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.classifier = nn.Linear(encoder.config.hidden_size, tags)

    def forward(self, ids: Tensor) -> Tensor:
        hidden = self.encoder(input_ids=ids).last_hidden_state  # B, T, hidden
        logits: Tensor = self.classifier(self.dropout(hidden))
        return logits  # B, T, tags


def open_base(directory: Path, config: Config) -> Tagger:
    """Return a tagger on the encoder of ``training.base``; its last layer is new unless the checkpoint has one."""
    from safetensors.torch import load_file

    values = json.loads((directory / "config.json").read_text())
    shape = BertConfig(**values, hidden_dropout_prob=config.dropout, attention_probs_dropout_prob=config.dropout)
    tagger = Tagger(BertModel(shape, add_pooling_layer=False), 2 * len(config.types) + 1, config.head_dropout)
    state = load_file(directory / "model.safetensors")
    state = {name: value for name, value in state.items() if not name.endswith(RANGE)}  # observed anew
    head = {name.removeprefix("classifier."): state.pop(name) for name in list(state) if name.startswith("classifier.")}
    tagger.encoder.load_state_dict(state)
    if head:
        tagger.classifier.load_state_dict(head)
    return tagger


def collate(batch: list[Example], multiple: int) -> tuple[Tensor, Tensor, Tensor]:
    """Return ids and word index, each (B, T), and tag sets (words,); the last word index is a bin for none."""
    longest = padded(max(len(example.ids) for example in batch), multiple)
    total = sum(len(example.tag_set) for example in batch)
    ids = np.full((len(batch), longest), PAD, np.int64)
    word = np.full((len(batch), longest), total, np.int64)
    done = 0
    for row, example in enumerate(batch):
        length = len(example.ids)
        ids[row, :length] = example.ids
        word[row, :length] = np.where(example.word < 0, total, example.word + done)
        done += len(example.tag_set)
    sets = np.concatenate([example.tag_set for example in batch]).astype(np.int64)
    return torch.from_numpy(ids), torch.from_numpy(word), torch.from_numpy(sets)


def word_logits(logits: Tensor, word: Tensor, words: int) -> Tensor:
    """Return the mean over each word's tokens: (B, T, tags) to (words, tags)."""
    flat, owner = logits.float().flatten(0, 1), word.flatten()
    sums = torch.zeros(words + 1, flat.shape[1]).index_add_(0, owner, flat)
    counts = torch.zeros(words + 1).index_add_(0, owner, torch.ones_like(owner, dtype=torch.float))
    return sums[:words] / counts[:words, None].clamp(min=1)


def opinions(batch: list[Example], tags: int) -> tuple[Tensor, Tensor]:
    """Return the teacher's logits (words, tags), and which words it was asked about (words,)."""
    logits = [
        np.zeros((len(example.tag_set), tags), np.float32) if example.opinion is None else example.opinion
        for example in batch
    ]
    asked = [np.full(len(example.tag_set), example.opinion is not None) for example in batch]
    return torch.from_numpy(np.concatenate(logits).astype(np.float32)), torch.from_numpy(np.concatenate(asked))


def partial_loss(logits: Tensor, allowed: Tensor) -> Tensor:
    """Return -log p(any allowed tag) for each word: (words, tags) and a mask of the same shape to (words,).

    >>> partial_loss(torch.zeros(1, 4), torch.tensor([[True, True, False, False]]))  # log 2
    tensor([0.6931])
    """
    possible = logits.masked_fill(~allowed, -torch.inf).logsumexp(-1)
    return logits.logsumexp(-1) - possible


def distillation_loss(logits: Tensor, teacher: Tensor, allowed: Tensor, soft: float) -> Tensor:
    """Return the cross-entropy with the teacher's opinion, among the allowed tags and (``soft``) among all: (words,).

    Hinton et al. 2015 (https://arxiv.org/abs/1503.02531), at temperature 1. Where the annotation leaves a word open,
    the teacher chooses among what it allows; where it does not, the first part is the loss on the annotated tag. All
    inputs are (words, tags).
    """
    target = (1 - soft) * teacher.masked_fill(~allowed, -torch.inf).softmax(-1) + soft * teacher.softmax(-1)
    return -(target * logits.log_softmax(-1)).sum(-1)


def learning_rate_factor(step: int, steps: int, warmup: float, decay: bool) -> float:
    """Linear warm-up, then linear decay to nothing, or none."""
    rising = max(1, int(steps * warmup))
    if step < rising:
        return (step + 1) / rising
    return max(0.0, (steps - step) / max(1, steps - rising)) if decay else 1.0


def recased(documents: Documents, config: Config, random: np.random.Generator) -> Documents:
    """Yield the documents, some of them all in small letters or in capitals; offsets stay."""
    for document in documents:
        draw = random.random()
        if draw < config.lower + config.upper:
            change = str.lower if draw < config.lower else str.upper
            document = document | {"text": recase(document["text"], change)}
        yield document


def autocast() -> torch.autocast:
    """Compute in bf16 where the processor can; emulated, it is three times slower than fp32."""
    return torch.autocast("cpu", torch.bfloat16, enabled=torch.cpu._is_avx512_bf16_supported())


def keep_memory() -> None:
    """Let glibc keep freed memory: batches of many shapes made it give pages back and fault them in again, at 3 times
    the cost of the arithmetic (mallopt(3): M_TRIM_THRESHOLD -1, M_TOP_PAD -2, M_MMAP_THRESHOLD -3, at most 32 MB)."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt:
        for parameter, value in ((-1, 2**31 - 1), (-2, 2**28), (-3, 2**25)):
            mallopt(parameter, value)


def load_examples(config: Config, data: Path, tokenizer: Tokenizer, sets: TagSets, limit: int) -> list[Example]:
    examples: list[Example] = []
    for name in config.train:
        file, _, times = name.partition("*")
        found = []
        documents = recased(read([data / file]), config, np.random.default_rng(config.seed))
        for example in encode(documents, tokenizer, sets, tokens=config.window, overlap=config.overlap):
            found.append(example)
            if limit and len(found) >= limit:
                break
        print(f"{file}: {len(found):,} windows, {sum(len(e.ids) for e in found):,} tokens", flush=True)
        if file in config.taught:
            found = [replace(example, opinion=NOT_ASKED) for example in found]
        whole, part = divmod(float(times or 1), 1)
        examples += found * int(whole) + [found[int(index / part)] for index in range(int(len(found) * part))]
    return examples


@torch.no_grad()
def taught_examples(examples: list[Example], teacher: Path, config: Config, cache: Path) -> list[Example]:
    """Return the examples with the teacher's opinion of those that await one; ``cache`` keeps it for ``--resume``."""
    # An example that is read twice is one object.
    awaiting = list({id(example): example for example in examples if example.opinion is NOT_ASKED}.values())
    if not cache.exists():
        tagger = open_base(teacher, config).eval()
        found: dict[int, Any] = {}
        for batch in batches(awaiting, tokens=config.batch_tokens, multiple=config.pad_multiple):
            ids, word, numbers = collate(batch, config.pad_multiple)
            with autocast():
                logits = tagger(ids)
            decided = word_logits(logits, word, len(numbers)).numpy().astype(np.float16)
            ends = np.cumsum([len(example.tag_set) for example in batch])
            found |= zip(map(id, batch), np.split(decided, ends[:-1]), strict=True)
        np.save(cache, np.concatenate([found[id(example)] for example in awaiting]))
        print(f"{teacher}: asked about {sum(map(len, found.values())):,} words", flush=True)
    ends = np.cumsum([len(example.tag_set) for example in awaiting])
    opinions_ = np.split(np.load(cache), ends[:-1])
    taught = {id(example): replace(example, opinion=own) for example, own in zip(awaiting, opinions_, strict=True)}
    return [taught.get(id(example), example) for example in examples]


def main() -> None:
    if any(argument.partition("=")[0] == "--from" for argument in sys.argv[1:]):
        from training import classify, teach

        of_texts = any(argument.partition("=")[0] == "--task" for argument in sys.argv[1:])
        raise SystemExit((classify if of_texts else teach).main())
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--config", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, help="a run whose opinion is learnt too; same vocabulary, same types")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps")
    arguments = parser.parse_args()

    keep_memory()
    config = read_config(arguments.config)
    if arguments.teacher and not config.taught:
        raise SystemExit(f"{arguments.config} asks the teacher about nothing: list files as `taught`")
    if config.taught and not arguments.teacher:
        raise SystemExit(f"{arguments.config} asks a teacher about {', '.join(config.taught)}: name one with --teacher")
    torch.manual_seed(config.seed)
    arguments.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(arguments.base / "tokenizer.json"))
    sets = TagSets(config.types)
    examples = load_examples(config, arguments.data, tokenizer, sets, limit=64 * arguments.steps)
    allowed = torch.from_numpy(sets.matrix())
    tagger = open_base(arguments.base, config)
    tagger.encoder.embeddings.word_embeddings.weight.requires_grad = config.train_embeddings
    if arguments.teacher:
        if (arguments.teacher / "tokenizer.json").read_bytes() != (arguments.base / "tokenizer.json").read_bytes():
            raise SystemExit(f"{arguments.teacher} has another vocabulary than {arguments.base}")
        if not arguments.resume:
            (arguments.out / "opinions.npy").unlink(missing_ok=True)
        examples = taught_examples(examples, arguments.teacher, config, arguments.out / "opinions.npy")

    order = [
        batch
        for epoch in range(config.epochs)
        for batch in batches(
            examples,
            tokens=config.batch_tokens,
            multiple=config.pad_multiple,
            random=np.random.default_rng(config.seed + epoch),
        )
    ]
    steps = min(len(order), arguments.steps or len(order))
    head = list(tagger.classifier.parameters())
    body = [p for p in tagger.encoder.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for p in body if p.dim() > 1], "lr": config.learning_rate},
            {"params": [p for p in body if p.dim() < 2], "lr": config.learning_rate, "weight_decay": 0.0},
            {"params": head, "lr": config.head_learning_rate},
        ],
        weight_decay=config.weight_decay,
        fused=True,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: learning_rate_factor(step, steps, config.warmup, config.decay)
    )

    checkpoint = arguments.out / "checkpoint.pt"
    step = 0
    quantise_at = int(steps * config.quantise_from)
    if arguments.resume and checkpoint.exists():
        state = torch.load(checkpoint)
        if state["step"] > quantise_at:
            prepare(tagger.encoder)
        tagger.load_state_dict(state["tagger"], strict=False)
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        torch.set_rng_state(state["random"])
        step = state["step"]
        print(f"resumed at step {step}", flush=True)

    # ---------------------------------------------------------------- the loop
    tagger.train()
    started = saved = time.monotonic()
    seen, losses = 0, []
    for batch in order[step:steps]:
        if step == quantise_at:
            sample = order[:: max(1, len(order) // config.observe)]
            observe(tagger, prepare(tagger.encoder), (collate(other, config.pad_multiple)[0] for other in sample))
            print(f"step {step}: 8 bits from here", flush=True)
        ids, word, numbers = collate(batch, config.pad_multiple)
        with autocast():
            logits = tagger(ids)
        decided, possible = word_logits(logits, word, len(numbers)), allowed[numbers]
        loss = partial_loss(decided, possible)
        if arguments.teacher:
            opinion, asked = opinions(batch, decided.shape[1])
            loss = torch.where(asked, distillation_loss(decided, opinion, possible, config.soft), loss)
        loss = loss.mean()
        loss.backward()  # type: ignore[no-untyped-call]  # torch does not annotate it
        nn.utils.clip_grad_norm_(body + head, config.clip)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        step += 1
        seen += sum(len(example.ids) for example in batch)
        losses.append(loss.item())
        if not math.isfinite(losses[-1]):
            raise SystemExit(f"step {step}: the loss is {losses[-1]}; lower the learning rate")
        now = time.monotonic()
        if step % 25 == 0 or step == steps:
            rate = seen / (now - started)
            print(f"step {step}/{steps}  loss {np.mean(losses[-25:]):.4f}  {rate:,.0f} tokens/s", flush=True)
        if now - saved > config.checkpoint_seconds and step < steps:
            _save_checkpoint(checkpoint, tagger, optimizer, schedule, step)
            saved = now

    # ---------------------------------------------------------------- the result
    record: dict[str, Any] = asdict(config) | {"steps": steps, "loss": float(np.mean(losses[-100:] or [0]))}
    record["quantised"] = quantise_at < steps
    if arguments.teacher:
        record["teacher"] = json.loads((arguments.teacher / "training.json").read_text())
    earlier = arguments.base / "training.json"
    if earlier.exists():  # a later pass: the record keeps the passes before it
        record["before"] = json.loads(earlier.read_text())
    save_run(arguments.out, arguments.base, tagger, record)
    print(f"{arguments.out}: {steps} steps, {len(examples):,} windows, loss {record['loss']:.4f}")


def save_run(run: Path, base: Path, tagger: Tagger, record: dict[str, Any]) -> None:
    """Write what ``training.export`` reads: weights, configuration and tokenizer of ``base``, and the record."""
    from safetensors.torch import save_file

    run.mkdir(parents=True, exist_ok=True)
    state = {name.removeprefix("encoder."): value.contiguous() for name, value in tagger.state_dict().items()}
    save_file(state, run / "model.safetensors")
    for name in ("config.json", "tokenizer.json"):
        (run / name).write_bytes((base / name).read_bytes())
    (run / "training.json").write_text(json.dumps(record, indent=2))


def _save_checkpoint(path: Path, tagger: Tagger, optimizer: Any, schedule: Any, step: int) -> None:
    frozen = {name for name, parameter in tagger.named_parameters() if not parameter.requires_grad}
    state = {
        "tagger": {name: value for name, value in tagger.state_dict().items() if name not in frozen},
        "optimizer": optimizer.state_dict(),
        "schedule": schedule.state_dict(),
        "random": torch.get_rng_state(),
        "step": step,
    }
    partial = path.with_suffix(".partial")
    torch.save(state, partial)
    partial.replace(path)


if __name__ == "__main__":
    main()
