"""The fine-tuned model as one more recognizer: words, windows, ONNX, tags, spans.

A text's answer never depends on its company. Where windows lie and how far each is padded follows from the text
alone; a batch holds windows of one padded length; and the exported model computes every row by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

import numpy as np
import regex
from numpy.typing import NDArray

from deckname.address import joined_addresses
from deckname.artifact import Artifact
from deckname.errors import DeadlineExceeded
from deckname.findings import Evidence, Findings, Passage
from deckname.span import Span
from deckname.words import padded, pretokens, windows, words

START, PAD, END = 0, 1, 2  # ids of <s>, <pad>, </s>: the first of the vocabulary
#: Tokens in one ONNX batch. Larger batches were no faster (2.5 ms for 32 tokens in batches of 256 and of 2,048), take
#: more memory, and in the service let others wait longer.
BATCH_TOKENS = 512
#: The least probability that is reported at all: what a caller's threshold can still reach.
FLOOR = 0.1
#: Parts of an address are put together from this score on.
JOINED_FROM = 0.4
#: Texts of one call are tagged in groups of so many characters, so that memory stays bounded.
GROUP_CHARACTERS = 200_000

Floats = NDArray[np.float32]
#: From batches of token ids to their logits, in the same order: one by one, or through lanes that requests share.
Run = Callable[[Iterable[NDArray[np.int64]]], Iterator[Floats]]


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``first`` to ``end`` of passage ``passage``; the token ids, and where each word's tokens begin."""

    passage: int
    first: int
    end: int
    ids: NDArray[np.int64]
    starts: NDArray[np.intp]


class Tagger:
    """Finds what context alone can tell: names, addresses, numbers named by the words around them."""

    type = "model"

    def __init__(self, artifact: Artifact, *, run: Run | None = None) -> None:
        self._artifact = artifact
        self.run: Run = run or self._one_by_one
        self._manifest = artifact.manifest
        self.types = artifact.manifest.types

    def find(self, passages: Sequence[Passage]) -> Iterator[Findings]:
        """Yield the model's findings for each passage.

        Raises:
            DeadlineExceeded: between two batches, the passages' deadline had passed.
        """
        group: list[Passage] = []
        characters = 0
        for passage in passages:
            if group and characters + len(passage.text) > GROUP_CHARACTERS:
                yield from self._find(group)
                group, characters = [], 0
            group.append(passage)
            characters += len(passage.text)
        if group:
            yield from self._find(group)

    def _find(self, passages: Sequence[Passage]) -> Iterator[Findings]:
        ranges = [words(passage.text) for passage in passages]
        probabilities = [np.zeros((len(each), len(self._manifest.types) * 2 + 1), np.float32) for each in ranges]
        margins = [np.full(len(each), -1, np.intp) for each in ranges]
        by_length: dict[int, list[Window]] = defaultdict(list)
        for window in windows_of(self._artifact, passages, ranges):
            by_length[padded(len(window.ids), self._manifest.pad_multiple)].append(window)
        batches = list(_batches(by_length))
        for (_, batch), logits in zip(batches, self.run(_ids(batches, passages)), strict=True):
            for window, found in zip(batch, self._probabilities(batch, logits), strict=True):
                _merge(window, found, probabilities[window.passage], margins[window.passage])
        for passage, own, found in zip(passages, ranges, probabilities, strict=True):
            yield Findings(tuple(self._decode(passage.text, own, found)))

    def _one_by_one(self, batches: Iterable[NDArray[np.int64]]) -> Iterator[Floats]:
        for ids in batches:
            yield self._artifact.session.run(["logits"], {"input_ids": ids})[0]

    def _probabilities(self, batch: Sequence[Window], logits: Floats) -> Iterator[Floats]:
        """Yield for each window the probabilities of its words' tags: (words, tags)."""
        for row, window in enumerate(batch):
            tokens = len(window.ids) - 1  # without </s>
            sums = np.add.reduceat(logits[row, :tokens], window.starts, axis=0)
            counts = np.diff(np.append(window.starts, tokens))
            scale = np.float32(1 / self._manifest.temperature)
            yield _softmax(sums * (scale / counts[:, None].astype(np.float32)))

    def _decode(self, text: str, ranges: Sequence[tuple[int, int]], probabilities: Floats) -> Iterator[Evidence]:
        """Yield the spans of each type by itself, so that a type nobody asked for hides no other."""
        if not len(ranges):
            return
        count = len(self._manifest.types)
        outside, begins, insides = probabilities[:, :1], probabilities[:, 1 : count + 1], probabilities[:, count + 1 :]
        types = begins + insides  # (words, types)
        best = np.concatenate([outside, types], axis=1).argmax(1) - 1  # -1: outside
        for column in np.flatnonzero((types >= FLOOR).any(0)):
            name = self._manifest.types[column]
            chosen = np.flatnonzero(types[:, column] >= FLOOR)
            found: list[Span] = []
            for run in _runs(text, ranges, chosen, best == column, begins[:, column] > insides[:, column]):
                start, end = ranges[run[0]][0], ranges[run[-1]][1]
                score = self._calibrated(name, float(types[run, column].mean()))
                if name in _SHAPES and not _SHAPES[name].search(text, start, end):
                    continue
                parts = _names(text, start, end) if name == "PERSON" else [(start, end)]
                found += [Span(first, last, name, score, self._manifest.label) for first, last in parts]
            if name == "ADDRESS":
                likely = [span for span in found if span.score >= JOINED_FROM]
                found = [span for span in found if span.score < JOINED_FROM] + joined_addresses(likely, text)
            yield from (Evidence(span, "model") for span in found)

    def _calibrated(self, name: str, score: float) -> float:
        """Return the probability that a span of this mean probability of its words is right (Platt 1999)."""
        slope, offset = self._manifest.calibration.get(name, (1.0, 0.0))
        score = min(max(score, 1e-6), 1 - 1e-6)
        return round(1 / (1 + exp(-slope * log(score / (1 - score)) - offset)), 4)


def windows_of(
    artifact: Artifact, passages: Sequence[Passage], ranges: Sequence[list[tuple[int, int]]]
) -> Iterator[Window]:
    """Yield the windows of passages whose words stand at ``ranges``: as the model was trained to read them."""
    pieces = [pretokens(passage.text, own) for passage, own in zip(passages, ranges, strict=True)]
    encodings = artifact.tokenizer.encode_batch(pieces, is_pretokenized=True, add_special_tokens=False)
    room = artifact.manifest.window - 2
    for index, (encoding, own) in enumerate(zip(encodings, ranges, strict=True)):
        ids = np.array(encoding.ids, np.int64)
        owner = np.array([-1 if word is None else word for word in encoding.word_ids], np.intp)
        lengths = np.bincount(owner, minlength=len(own)) if len(own) else np.zeros(0, np.intp)
        offsets = np.concatenate([[0], np.cumsum(lengths)])
        for first, end in windows(lengths.tolist(), tokens=room, overlap=artifact.manifest.overlap):
            content = ids[offsets[first] : offsets[end]]
            yield Window(
                index,
                first,
                end,
                np.concatenate([[START], content, [END]]),
                offsets[first:end] - offsets[first] + 1,
            )


def _batches(by_length: Mapping[int, list[Window]]) -> Iterator[tuple[int, list[Window]]]:
    """Yield windows of one padded length, and that length; the long ones first, so that lanes end together."""
    for length, same in sorted(by_length.items(), reverse=True):
        size = max(1, BATCH_TOKENS // length)
        for at in range(0, len(same), size):
            yield length, same[at : at + size]


def _ids(batches: Iterable[tuple[int, list[Window]]], passages: Sequence[Passage]) -> Iterator[NDArray[np.int64]]:
    """Yield the token ids of each batch, while there is time."""
    for length, batch in batches:
        if min(passages[window.passage].remaining() for window in batch) <= 0:
            raise DeadlineExceeded("the time budget ran out; send less text or allow more time")
        ids = np.full((len(batch), length), PAD, np.int64)
        for row, window in enumerate(batch):
            ids[row, : len(window.ids)] = window.ids
        yield ids


def _softmax(logits: Floats) -> Floats:
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    result: Floats = raised / raised.sum(-1, keepdims=True)
    return result


def _merge(window: Window, found: Floats, probabilities: Floats, margins: NDArray[np.intp]) -> None:
    """Keep for each word the reading of the window in which it has the most context."""
    count = window.end - window.first
    position = np.arange(count)
    margin = np.minimum(position, count - 1 - position)
    own = slice(window.first, window.end)
    better = margin > margins[own]
    probabilities[own][better] = found[better]
    margins[own][better] = margin[better]


#: What a value has at least, however it was mistyped or misread.
_SHAPES = {
    "IP_ADDRESS": regex.compile(r"[.:].*[.:]|[ ]\d+[ ]"),
    "IBAN_CODE": regex.compile(r"(?:\w\W*){10}"),
    "CREDIT_CARD": regex.compile(r"(?:\w\W*){8}"),
}
_JOINING = frozenset("-'./&")


def _runs(
    text: str,
    ranges: Sequence[tuple[int, int]],
    chosen: NDArray[np.intp],
    winning: NDArray[np.bool_],
    beginning: NDArray[np.bool_],
) -> Iterator[list[int]]:
    """Yield runs of neighbouring words that make one span.

    A run ends at a line break, where a word rather begins a span than continues one, and between words for which the
    type won and words for which it merely was possible. Parts of one unbroken string ("Müller-Öztürk") stay together.
    """
    run: list[int] = []
    for word in chosen.tolist():
        if text[ranges[word][0] : ranges[word][1]].isspace():
            continue
        if run:
            last = run[-1]
            glued = _glued(text, ranges, last, word)
            if (word - last > 1 and not glued) or (
                not glued
                and (
                    beginning[word] or winning[word] != winning[last] or "\n" in text[ranges[last][1] : ranges[word][0]]
                )
            ):
                yield run
                run = []
        run.append(word)
    if run:
        yield run


def _glued(text: str, ranges: Sequence[tuple[int, int]], last: int, word: int) -> bool:
    """Whether nothing but a joining character stands between two words of one string."""
    between = text[ranges[last][1] : ranges[word][0]]
    if word - last == 1:
        return not between and (text[ranges[word][0]] in _JOINING or text[ranges[last][1] - 1] in _JOINING)
    return len(between) == 1 and between in "-'"


_TITLES = regex.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Messrs|Sir|Lady|Lord|Madam|Dr|Prof|Professor|Doctor|Rev|Hon|Herrn?|Frau|Fräulein|Hr|Fr|Ing|Dipl|Mag|"
    r"Med|Jur|Phil|Rer|Nat|Monsieur|Madame|Mme|Mlle|Mademoiselle|Me|Señora?|Sra?|Srta|Don|Doña|Dña|Signor[ae]?|Sig(?:\.?(?:ra|na|ri))?|"
    r"Dott(?:\.?(?:ssa|re|ri)|ore|oressa)?|Avv|Maître|Docteur|Doctora?|Doutora?|Dra|Dhr|Mevr|Mw|Meneer|Mevrouw)"
    r"(?:\.-?|(?![\p{L}.]))\s*)+",
    regex.IGNORECASE,
)
_ONE_TITLE = regex.compile(r"(?i:sir|lady|lord|me|fr|med|nat|don|sr|ing|mag)\s*")


#: Where a run of words is more than one name: at the end of a sentence after a whole name or a long word, and at the
#: commas of a list ("Last, First" has one comma, and what follows the last may be a suffix).
_SENTENCE_END = regex.compile(r"(?<=\p{L}+ \p{L}{3,}|(?<!\p{L})\p{L}{5,})\.\s+(?=\p{Lu})")
_COMMA = regex.compile(r"\s*,\s*+(?!(?:Jr|Sr|Jnr|Snr|Esq|I{2,3}|IV|MD|M\.D|PhD|Ph\.D|Dr)(?!\p{L}))")


def _names(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the ranges of the names that a run of words holds, without titles."""
    value = text[start:end]
    cuts = [match.span() for match in _SENTENCE_END.finditer(value)]
    commas = [match.span() for match in _COMMA.finditer(value)]
    if len(commas) > 1:
        cuts = sorted(cuts + commas)
    firsts, lasts = [start, *(start + cut[1] for cut in cuts)], [*(start + cut[0] for cut in cuts), end]
    found = [_without_titles(text, first, last) for first, last in zip(firsts, lasts, strict=True)]
    return [(first, last) for first, last in found if first < last]


def _without_titles(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without titles in front; a name that looks like nothing but a title stays ("Don", "Lord")."""
    match = _TITLES.match(text, start, end)
    if match and match.end() < end:
        start = match.end()
    elif match and not _ONE_TITLE.fullmatch(match.group()):
        start = end
    return start, end
