"""Make the scores of a sealed model probabilities, and choose its thresholds, on the dev sets.

    python -m training.calibrate --model models/small --data data

For each type a slope and an offset on the logit scale (Platt 1999, "Probabilistic outputs for support vector machines")
are fitted to what the model alone found in every other document; the expected calibration error (Guo et al. 2017,
https://arxiv.org/abs/1706.04599; ten bins of equal width) is measured on the documents between, patterns and model
together. A span is right if it touches gold of its type. The manifest gets the calibration, a threshold for each type
(the lowest whose strict F1 on the dev sets is within ``TOLERANCE`` of the best, and never above ``HIGHEST``: a missed
value is worse than one span too many) and the thresholds at which 90, 95 and 99 % of the gold is found;
``calibration.json`` and ``reliability.svg`` show it.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from deckname.artifact import load, seal
from deckname.build import assemble
from deckname.detector import Detector, Options
from deckname.document import Document
from deckname.evaluate import LabelMap, as_gold
from deckname.span import Span
from deckname.tagger import FLOOR, Tagger
from training.evaluate import AMBIGUOUS, SETS, asked_for, documents

TOLERANCE = 0.002
RECALLS = (0.90, 0.95, 0.99)
BINS = 10
LIMIT = 900  # documents of each dev set
ENOUGH = 100  # spans that a type needs for its calibration error to mean something
LOWEST, HIGHEST = 0.35, 0.5  # thresholds are chosen between
Floats = NDArray[np.float64]


@dataclass(slots=True)
class Seen:
    """What was found of one type: scores, whether each touches gold of its type, and whether it is exactly right.

    ``gold`` has for each gold span the score of the best finding that touches it.
    """

    scores: list[float] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    exact: list[bool] = field(default_factory=list)
    gold: list[float] = field(default_factory=list)


def look(
    detector: Detector,
    sets: Iterable[tuple[Sequence[Document], tuple[str, ...]]],
    labels: LabelMap = AMBIGUOUS,
) -> dict[str, Seen]:
    """Return what a detector finds from ``FLOOR`` on, by type; each set is asked for the types that it marks."""
    seen: dict[str, Seen] = defaultdict(Seen)
    for found, types in sets:
        options = Options(types=frozenset(types) if types else "all", threshold=FLOOR)
        detections = detector.detect_batch([document.text for document in found], options=options)
        meanings = asked_for(found, types, dict(labels))
        for document, detection in zip(found, detections, strict=True):
            _count(seen, document, detection.spans, meanings)
    return seen


def _count(seen: dict[str, Seen], document: Document, spans: Sequence[Span], labels: Any) -> None:
    gold = as_gold(document.spans, labels)
    for span in spans:
        touched = [each for each in gold if each.overlaps(span)]
        if any(len(each.types) != 1 for each in touched):
            continue  # gold that leaves open what it is tells nothing
        own = seen[span.type]
        own.scores.append(span.score)
        own.right.append(any(each.accepts(span) for each in touched))
        own.exact.append(any((g.start, g.end) == (span.start, span.end) and g.accepts(span) for g in touched))
    for each in gold:
        if len(each.types) == 1:
            scores = [span.score for span in spans if each.overlaps(span) and each.accepts(span)]
            seen[each.type].gold.append(max(scores, default=0.0))


def fit(scores: Floats, right: Floats) -> tuple[float, float]:
    """Return slope and offset that make ``right`` most likely, drawn towards (1, 0) as by ten examples.

    >>> slope, offset = fit(np.full(1000, 0.9), np.arange(1000) % 2)  # sure of what is right half of the time
    >>> round(1 / (1 + float(np.exp(-slope * np.log(9) - offset))), 1)
    0.5
    """
    logits = _logit(scores)
    design = np.stack([logits, np.ones_like(logits)], axis=1)
    prior, weight = np.array([1.0, 0.0]), 10.0
    found = prior.copy()
    # With the bound p(1-p) <= 1/4 for the curvature every step goes up (Böhning and Lindsay 1988); Newton's need not.
    bound = design.T @ design / 4 + weight * np.eye(2)
    for _ in range(2000):
        p = 1 / (1 + np.exp(-(design @ found)))
        found = found + np.linalg.solve(bound, design.T @ (right - p) - weight * (found - prior))
    return round(float(max(found[0], 0.05)), 4), round(float(found[1]), 4)


def _logit(scores: Floats) -> Floats:
    clipped = np.clip(scores, 1e-6, 1 - 1e-6)
    return np.asarray(np.log(clipped / (1 - clipped)))


def calibration_error(scores: Floats, right: Floats) -> tuple[float, list[tuple[float, float, int]]]:
    """Return the expected calibration error, and mean score, share of right ones and count of each bin."""
    bins = np.minimum((scores * BINS).astype(int), BINS - 1)
    rows = []
    for number in range(BINS):
        inside = bins == number
        if inside.any():
            rows.append((float(scores[inside].mean()), float(right[inside].mean()), int(inside.sum())))
    error = sum(count * abs(mean - share) for mean, share, count in rows) / max(1, len(scores))
    return float(error), rows


def threshold(seen: Seen) -> float:
    """Return the lowest threshold whose strict F1 is within ``TOLERANCE`` of the best."""
    scores, exact = np.array(seen.scores), np.array(seen.exact, float)
    grid = np.round(np.arange(LOWEST, HIGHEST + 0.001, 0.05), 2)
    measures = []
    for value in grid:
        chosen = scores >= value
        measures.append(2 * exact[chosen].sum() / max(1, chosen.sum() + len(seen.gold)))
    best = max(measures)
    return float(next(value for value, f1 in zip(grid, measures, strict=True) if f1 >= best - TOLERANCE))


def recall_thresholds(gold: Sequence[float]) -> dict[str, float]:
    """Return for each recall the highest threshold that reaches it; a recall that none reaches is left out.

    >>> recall_thresholds([0.0, 0.3] + [0.9] * 18)
    {'0.90': 0.9, '0.95': 0.3}
    """
    ordered = sorted(gold, reverse=True)
    found = {}
    for recall in RECALLS:
        value = ordered[int(np.ceil(recall * len(ordered) - 1e-9)) - 1]
        if value >= FLOOR:
            found[f"{recall:.2f}"] = value
    return found


def plot(path: Path, rows: dict[str, list[tuple[float, float, int]]]) -> None:
    """Draw how often spans of a score are right, for each type."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "deckname"
    from matplotlib import pyplot

    columns = 4
    figure, axes = pyplot.subplots(-(-len(rows) // columns), columns, figsize=(11, 2.6 * -(-len(rows) // columns)))
    for axis in axes.flat[len(rows) :]:
        axis.axis("off")
    for axis, (name, bins) in zip(axes.flat, rows.items(), strict=False):
        axis.plot([0, 1], [0, 1], color="0.7", linewidth=1)
        axis.plot([b[0] for b in bins], [b[1] for b in bins], marker="o", markersize=4, color="#1f5fa8")
        axis.set(title=name, xlim=(0, 1), ylim=(0, 1), xticks=(0, 0.5, 1), yticks=(0, 0.5, 1))
        axis.title.set_fontsize(9)
    figure.supxlabel("score")
    figure.supylabel("share that is right")
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    arguments = parser.parse_args()

    directory = arguments.model
    sets = [
        (documents(arguments.data / each.file.replace(".test.", ".dev."))[:LIMIT], each.types)
        for each in SETS
        if not each.file.startswith("german_ler")  # its initials alone are another world
    ]
    fitting = [(found[::2], types) for found, types in sets]
    held_out = [(found[1::2], types) for found, types in sets]

    artifact = load(directory)
    bare = artifact.manifest.model_copy(update={"calibration": {}, "thresholds": {}, "recall_thresholds": {}})
    alone = look(Detector([Tagger(replace(artifact, manifest=bare))]), fitting)
    calibration = {
        name: fit(np.array(seen.scores), np.array(seen.right, float))
        for name, seen in sorted(alone.items())
        if len(seen.scores) >= BINS
    }
    calibrated = bare.model_copy(update={"calibration": calibration})
    together = assemble(replace(artifact, manifest=calibrated))

    seen = look(together, fitting)
    known = {name: each for name, each in sorted(seen.items()) if len(each.gold) >= BINS and each.scores}
    update: dict[str, Any] = {
        "calibration": calibration,
        "thresholds": {name: threshold(each) for name, each in known.items()},
        "recall_thresholds": {name: recall_thresholds(each.gold) for name, each in known.items()},
    }
    seal(directory, bare.model_copy(update=update))

    measured = look(together, held_out)
    errors: dict[str, float] = {}
    rows: dict[str, list[tuple[float, float, int]]] = {}
    for name, each in sorted(measured.items()):
        if len(each.scores) >= ENOUGH:
            errors[name], rows[name] = calibration_error(np.array(each.scores), np.array(each.right, float))
    record = {"expected_calibration_error": {n: round(e, 4) for n, e in errors.items()}, "bins": rows} | update
    (directory / "calibration.json").write_text(json.dumps(record, indent=1) + "\n")
    plot(directory / "reliability.svg", rows)
    for name, error in errors.items():
        print(f"{name:16} calibration error {error:.3f}  threshold {update['thresholds'].get(name)}")


if __name__ == "__main__":
    main()
