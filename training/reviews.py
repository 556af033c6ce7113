"""What reviewers said, as ``deckname feedback export`` writes it, for ``training.finetune`` to learn from.

Documents say in "open" which ranges nobody spoke of; nothing is learnt from words there, and such documents are neither
held out nor tested on. Choices among redactions do two things:

- They weigh examples. A document whose spans are nearer to the redaction that was chosen than to the one that was not
  counts up to twice, one that is nearer to the rejected down to half.
- They move thresholds. A span in which two redactions differ was wanted or not, and each of those that the model
  proposes lies over or under its type's threshold. Another threshold is taken where it decides more of them rightly,
  and where that is no accident: of the decisions that differ, wins and losses are held against a fair coin (sign test,
  Dixon and Mood 1946, https://doi.org/10.1080/01621459.1946.10501898), at 5 % over all the thresholds that were tried
  (Bonferroni).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from deckname.artifact import load, read_manifest, seal
from deckname.build import assemble
from deckname.detector import DEFAULT_THRESHOLD, Detector, Options
from deckname.span import Span
from deckname.tagger import FLOOR
from training.convert.drafts import Bad
from training.convert.lines import objects

GRID = tuple(round(0.2 + 0.05 * step, 2) for step in range(13))  # 0.2 to 0.8
ALPHA = 0.05
MOST = 2  # agreements that count; each is half an octave of weight

Ranges = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Pair:
    """A text, the spans of the redaction that was chosen, and those of the one that was not."""

    text: str = field(repr=False)
    chosen: tuple[Span, ...]
    rejected: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A threshold that choices moved, and the decisions that this changed for the better and for the worse."""

    type: str
    before: float
    after: float
    won: int
    lost: int


def read_open(path: Path) -> dict[str, Ranges]:
    """Return the open ranges of a file's Documents by their texts; texts without any are left out."""
    found: dict[str, Ranges] = {}
    for _, line in objects(path):
        if not isinstance(line, Bad) and isinstance(line.get("text"), str) and line.get("open"):
            found[line["text"]] = [(int(start), int(end)) for start, end in line["open"]]
    return found


def read_pairs(path: Path) -> tuple[list[Pair], list[Bad]]:
    """Return the pairs of a file, and what of it cannot be used: pairs of texts alone, say."""
    pairs: list[Pair] = []
    bad: list[Bad] = []
    for place, line in objects(path):
        if isinstance(line, Bad):
            bad.append(line)
            continue
        try:
            chosen, rejected = (
                tuple(Span(each["start"], each["end"], each["type"]) for each in line[name])
                for name in ("chosen_spans", "rejected_spans")
            )
            pairs.append(Pair(line["prompt"], chosen, rejected))
        except (KeyError, TypeError, ValueError):
            bad.append(Bad(place, 'has no "prompt", "chosen_spans" and "rejected_spans"'))
    return pairs, bad


def weights(pairs: Iterable[Pair], spans: Mapping[str, Iterable[Span]]) -> dict[str, float]:
    """Return how much each text's example counts, by what was chosen; ``spans`` are the examples' own.

    >>> ada, bob = Span(0, 3, "PERSON"), Span(8, 11, "PERSON")
    >>> weights([Pair("Ada and Bob", (ada, bob), (ada,))] * 2, {"Ada and Bob": [ada, bob]})
    {'Ada and Bob': 2.0}
    """
    agreed: dict[str, int] = defaultdict(int)
    for pair in pairs:
        if pair.text in spans:
            own = _bare(spans[pair.text])
            agreed[pair.text] += _sign(len(own ^ _bare(pair.rejected)) - len(own ^ _bare(pair.chosen)))
    return {text: 2.0 ** (max(-MOST, min(MOST, count)) / MOST) for text, count in agreed.items() if count}


def _bare(spans: Iterable[Span]) -> set[tuple[int, int, str]]:
    return {(span.start, span.end, span.type) for span in spans}


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def disputed(pair: Pair) -> dict[tuple[int, int, str], bool]:
    """Return the spans in which the redactions differ, and whether they were wanted.

    A span that both have, with other edges, says nothing of thresholds.
    """
    sides = ((pair.chosen, pair.rejected, True), (pair.rejected, pair.chosen, False))
    return {
        (span.start, span.end, span.type): wanted
        for own, other, wanted in sides
        for span in own
        if not any(span.overlaps(each) and span.type == each.type for each in other)
    }


def evidence(pairs: Sequence[Pair], detector: Detector) -> dict[str, list[tuple[float, bool]]]:
    """Return for each type the scores of disputed spans that the detector proposes, and whether they were wanted."""
    asked: dict[str, dict[tuple[int, int, str], bool]] = defaultdict(dict)
    for pair in pairs:
        asked[pair.text] |= disputed(pair)  # a choice among three is two pairs, and no more evidence for it
    texts = list(asked)
    own = frozenset(type_ for spans in asked.values() for _, _, type_ in spans)
    options = Options(types="all", threshold=FLOOR, own_types=own)
    found: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for text, detection in zip(texts, detector.detect_batch(texts, options=options), strict=True):
        for (start, end, type_), wanted in asked[text].items():
            span = Span(start, end, type_)
            scores = [each.score for each in detection.spans if each.type == type_ and each.overlaps(span)]
            if scores:  # what nothing proposes is missed at any threshold
                found[type_].append((max(scores), wanted))
    return dict(found)


def moved(type_: str, seen: Sequence[tuple[float, bool]], before: float) -> Moved | None:
    """Return the threshold at which the most decisions are right, or None where the old one is as good as proven.

    Of several that are equally good, the one nearest to the old is taken, and the lower of two as near.
    """

    def changes(after: float) -> tuple[int, int]:
        flipped = [(score >= after) == wanted for score, wanted in seen if (score >= after) != (score >= before)]
        return sum(flipped), len(flipped) - sum(flipped)

    def worth(after: float) -> tuple[int, float, float]:
        won, lost = changes(after)
        return lost - won, abs(after - before), after

    after = min(GRID, key=worth)
    won, lost = changes(after)
    if won <= lost or _chance(won, won + lost) > ALPHA / len(GRID):
        return None
    return Moved(type_, before, after, won, lost)


def _chance(won: int, tried: int) -> float:
    """Return how likely a fair coin wins so often, or more often.

    >>> _chance(9, 10)
    0.0107421875
    """
    return float(sum(math.comb(tried, count) for count in range(won, tried + 1)) / 2**tried)


def tune(directory: Path, pairs: Sequence[Pair]) -> list[Moved]:
    """Move the thresholds of a sealed model by choices, and return which."""
    manifest = read_manifest(directory)
    seen = evidence(pairs, assemble(replace(load(directory), manifest=manifest)))
    changes = [
        change
        for type_, own in sorted(seen.items())
        if (change := moved(type_, own, manifest.thresholds.get(type_, DEFAULT_THRESHOLD)))
    ]
    if changes:
        thresholds = manifest.thresholds | {change.type: change.after for change in changes}
        seal(directory, manifest.model_copy(update={"thresholds": thresholds}))
    return changes


def told(pairs: Sequence[Pair], bad: Sequence[Bad]) -> str:
    """Say what a file of choices holds; a line for each pair that cannot be used."""
    lines = [f"{each.place}: {each.why}; left out" for each in bad]
    return "\n".join([*lines, f"{len(pairs):,} pairs of redactions"])
