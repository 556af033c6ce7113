"""Documents to tensors: what `finetune` trains on and `export` compares with. Cuts text exactly as serving does."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from deckname.bio import tag_names, word_labels
from deckname.tagger import END, START
from deckname.text import normalise
from deckname.words import padded, pretokens, windows, words

IGNORED = "?"  # a span whose class the loss leaves open


@dataclass(frozen=True, slots=True)
class Example:
    """One window: token ids with ``<s>`` and ``</s>``, the word each token belongs to (-1: none), a tag set a word."""

    ids: NDArray[np.int32]  # (tokens,)
    word: NDArray[np.int32]  # (tokens,)
    tag_set: NDArray[np.int32]  # (words,)
    opinion: NDArray[np.float16] | None = None  # (words, tags): a teacher's logits
    weight: float = 1.0  # how much its words count beside those of others


class TagSets:
    """Numbers the sets of tags that a word may have; the loss sums over a set (partial annotation)."""

    def __init__(self, types: tuple[str, ...]) -> None:
        self.types = types
        self.tags = tag_names(types)
        self._index = {tag: number for number, tag in enumerate(self.tags)}
        self._numbers: dict[tuple[str, bool, tuple[str, ...]], int] = {}
        self._rows: list[NDArray[np.bool_]] = []

    def number(self, label: str, begins: bool, unmarked: tuple[str, ...]) -> int:
        """Return the number of the set for a word: ``label`` may hold alternatives ("LOCATION|ADDRESS"), "?" or "O"."""
        key = (label, begins, unmarked if label == "O" else ())
        if key not in self._numbers:
            self._numbers[key] = len(self._rows)
            self._rows.append(self._row(*key))
        return self._numbers[key]

    def _row(self, label: str, begins: bool, unmarked: tuple[str, ...]) -> NDArray[np.bool_]:
        row = np.zeros(len(self.tags), bool)
        if label == IGNORED:
            row[:] = True
        elif label == "O":
            row[0] = True
            for name in unmarked:
                row[[self._index[f"B-{name}"], self._index[f"I-{name}"]]] = True
        else:
            for name in label.split("|"):
                row[self._index[("B-" if begins else "I-") + name]] = True
        return row

    def matrix(self) -> NDArray[np.bool_]:
        """Return (sets, tags): which tags each set allows."""
        return np.stack(self._rows)


def read(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Yield the documents of JSONL files."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)


def encode(
    documents: Iterable[dict[str, Any]], tokenizer: Tokenizer, sets: TagSets, *, tokens: int, overlap: int
) -> Iterator[Example]:
    """Yield the windows of ``documents``."""
    for document in documents:
        folded = normalise(document["text"])
        ranges = words(folded.text)
        if not ranges:
            continue
        spans = sorted(part for span in document["spans"] for part in _lines(span, document["text"]))
        sources = [folded.source_range(start, end) for start, end in ranges]
        unmarked = tuple(document.get("unmarked", ()))
        labels = [sets.number(name, begins, unmarked) for name, begins in word_labels(sources, spans)]
        encoding = tokenizer.encode(pretokens(folded.text, ranges), is_pretokenized=True, add_special_tokens=False)
        ids = np.array(encoding.ids, np.int32)
        owner = np.array(encoding.word_ids, np.int32)
        lengths = np.bincount(owner, minlength=len(ranges))
        offsets = np.concatenate([[0], np.cumsum(lengths)])
        for first, end in windows(lengths.tolist(), tokens=tokens - 2, overlap=overlap):
            piece = slice(offsets[first], offsets[end])
            yield Example(
                ids=np.concatenate([[START], ids[piece], [END]]).astype(np.int32),
                word=np.concatenate([[-1], owner[piece] - first, [-1]]).astype(np.int32),
                tag_set=np.array(labels[first:end], np.int32),
                weight=document.get("weight", 1.0),
            )


def _lines(span: dict[str, Any], text: str) -> Iterator[tuple[int, int, str]]:
    """Yield a span line by line: the tagger joins the lines of an address by itself."""
    start = span["start"]
    for line in text[span["start"] : span["end"]].splitlines(keepends=True):
        bare = len(line) - len(line.lstrip())
        if line.strip():
            yield start + bare, start + len(line.rstrip()), span["type"]
        start += len(line)


def batches(
    examples: list[Example], *, tokens: int, multiple: int, random: np.random.Generator | None = None
) -> Iterator[list[Example]]:
    """Yield batches of at most ``tokens`` tokens, their windows padded to one length; shuffled with ``random``."""
    order = np.arange(len(examples)) if random is None else random.permutation(len(examples))
    groups: list[list[int]] = []
    open_groups: dict[int, list[int]] = {}
    for index in order.tolist():
        length = padded(len(examples[index].ids), multiple)
        group = open_groups.setdefault(length, [])
        group.append(index)
        if length * (len(group) + 1) > tokens:
            groups.append(open_groups.pop(length))
    groups += open_groups.values()
    if random is not None:
        random.shuffle(groups)
    for group in groups:
        yield [examples[index] for index in group]
