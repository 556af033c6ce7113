"""A promise about recall: the threshold for which it holds on texts like these, with stated confidence.

Learn then test (Angelopoulos, Bates, Candès, Jordan, Lei 2021, https://arxiv.org/abs/2110.01052). The unit is the
document: they are exchangeable, what stands in one of them is not. The loss of a document at a threshold is the share
of its gold values that are not wholly covered by spans of that score or more, so it lies in [0, 1]; documents without
gold say nothing. The risk is its mean over all documents of the kind, and the promise is

    P(1 - risk(threshold) >= recall) >= confidence

over the draw of the calibration documents. For a fixed threshold the hypothesis "the risk is more than 1 - recall" is
tested with the Hoeffding-Bentkus p-value (Bates, Angelopoulos, Lei, Malik, Jordan 2021,
https://arxiv.org/abs/2101.02703, section 3.1). The thresholds are tested from the lowest up, each at the full level,
until one fails (fixed sequence testing: Angelopoulos et al. 2021, section 4): the highest that passed is the one to
use. Nothing is assumed of the detector, of its scores, or of the distribution of texts, save that later ones are drawn
like these.

What no recognizer proposes is a miss at every threshold. Where such misses alone break the promise, it is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, e, exp, lgamma, log

import numpy as np
from numpy.typing import NDArray

from deckname.errors import InvalidRequest
from deckname.evaluate import Gold
from deckname.span import Span

Floats = NDArray[np.float64]

#: The thresholds that are tried. They are fixed before the data is seen, as the theorem wants it.
GRID = tuple(round(0.10 + 0.01 * step, 2) for step in range(90))


class PromiseRefused(InvalidRequest):
    """No threshold keeps the promise on these documents; the message says why, and what would help."""

    code = "promise_refused"


@dataclass(frozen=True, slots=True)
class Promise:
    """At ``threshold`` recall is at least ``recall`` with ``confidence``.

    ``documents`` are those with gold; ``observed`` is their mean recall at the threshold, ``never`` the number of gold
    values that no threshold finds, ``p_value`` that of the hypothesis that the promise is broken.
    """

    recall: float
    confidence: float
    threshold: float
    documents: int
    values: int
    observed: float
    never: int
    p_value: float


def p_value(losses_mean: float, count: int, limit: float) -> float:
    """Return the Hoeffding-Bentkus p-value of "the mean of the losses is more than ``limit``".

    ``losses_mean`` is the mean of ``count`` independent losses in [0, 1].

    >>> p_value(0.0, 58, 0.05) > 0.05 >= p_value(0.0, 59, 0.05)
    True
    >>> p_value(0.05, 1000, 0.05)
    1.0
    """
    hoeffding = exp(-count * _divergence(min(losses_mean, limit), limit))
    # The rounding keeps a mean such as 3/100 from becoming the fourth of a hundred.
    bentkus = e * _binomial(ceil(round(count * losses_mean, 9)), count, limit)
    return min(1.0, hoeffding, bentkus)


def _divergence(one: float, other: float) -> float:
    """Return the Kullback-Leibler divergence of two Bernoulli distributions."""
    first = one * log(one / other) if one > 0 else 0.0
    second = (1 - one) * log((1 - one) / (1 - other)) if one < 1 else 0.0
    return max(0.0, first + second)


def _binomial(most: int, count: int, chance: float) -> float:
    """Return the probability of at most ``most`` successes."""
    if most >= count:
        return 1.0
    logs = [
        lgamma(count + 1) - lgamma(k + 1) - lgamma(count - k + 1) + k * log(chance) + (count - k) * log(1 - chance)
        for k in range(most + 1)
    ]
    return min(1.0, sum(map(exp, logs)))


def needed(*, recall: float, confidence: float, loss: float = 0.0) -> int | None:
    """Return how many documents with gold the promise needs if their mean loss is ``loss``; None if no number does.

    >>> needed(recall=0.95, confidence=0.95), needed(recall=0.95, confidence=0.95, loss=0.03)
    (59, 579)
    >>> needed(recall=0.95, confidence=0.95, loss=0.06) is None
    True
    """
    limit = 1 - recall
    if loss >= limit:
        return None
    high = 1
    while p_value(loss, high, limit) > 1 - confidence:
        high *= 2
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if p_value(loss, middle, limit) <= 1 - confidence else (middle, high)
    return high


def covered_at(gold: Gold, spans: Sequence[Span]) -> float:
    """Return the highest threshold at which ``spans`` cover every character of a gold value; 0 if there is none.

    >>> covered_at(Gold(0, 8, ("PERSON",)), [Span(0, 5, "PERSON", 0.9), Span(5, 9, "LOCATION", 0.4)])
    0.4
    """
    best = np.zeros(gold.end - gold.start)
    for span in spans:
        if gold.overlaps(span):
            part = best[max(0, span.start - gold.start) : span.end - gold.start]
            np.maximum(part, span.score, out=part)
    return float(best.min())


def losses(scores: Sequence[Sequence[float]], grid: Sequence[float] = GRID) -> Floats:
    """Return the loss of each document at each threshold: (documents, thresholds).

    ``scores`` hold for each document the ``covered_at`` of its gold values, at least one.
    """
    return np.array([[np.mean(np.asarray(own) < threshold) for threshold in grid] for own in scores])


def choose(
    table: Floats, *, recall: float, confidence: float, grid: Sequence[float] = GRID
) -> tuple[int, float] | None:
    """Return the index in ``grid`` of the highest threshold that keeps the promise, and its p-value; None if none does.

    ``table`` is what ``losses`` returns, its thresholds ascending.
    """
    chosen: tuple[int, float] | None = None
    for index, mean in enumerate(table.mean(0)):
        p = p_value(float(mean), len(table), 1 - recall)
        if p > 1 - confidence:
            break
        chosen = (index, p)
    return chosen


def promise(scores: Sequence[Sequence[float]], *, recall: float, confidence: float) -> Promise:
    """Return the promise that can be made on documents whose gold values are covered at ``scores``.

    Documents without gold are left out.

    Raises:
        PromiseRefused: none can be made.
    """
    held = [list(own) for own in scores if own]
    smallest = needed(recall=recall, confidence=confidence)
    if smallest is None or len(held) < smallest:
        raise PromiseRefused(
            f"{len(held)} documents with gold are too few: a recall of {recall} with confidence {confidence} needs "
            f"{smallest} even where nothing is missed",
            documents=len(held),
            needed=smallest or 0,
        )
    table = losses(held)
    chosen = choose(table, recall=recall, confidence=confidence)
    never = sum(score < GRID[0] for own in held for score in own)
    if chosen is None:
        raise _refusal(table, never, recall=recall, confidence=confidence)
    index, p = chosen
    return Promise(
        recall=recall,
        confidence=confidence,
        threshold=GRID[index],
        documents=len(held),
        values=sum(map(len, held)),
        observed=round(1 - float(table[:, index].mean()), 4),
        never=never,
        p_value=round(p, 6),
    )


def _refusal(table: Floats, never: int, *, recall: float, confidence: float) -> PromiseRefused:
    loss = float(table[:, 0].mean())
    more = needed(recall=recall, confidence=confidence, loss=loss)
    why = (
        f"at the lowest threshold recall is {1 - loss:.3f} on {len(table)} documents; {never} values are proposed by "
        "no recognizer, and count as missed at any threshold"
    )
    remedy = (
        f"with this recall {more} documents would do"
        if more
        else "teach the model these values (training.finetune) or add patterns for them, or promise less"
    )
    return PromiseRefused(f"{why}; {remedy}", documents=len(table), never=never)


def simulate(
    table: Floats, *, recall: float, confidence: float, documents: int, runs: int, seed: int = 0
) -> tuple[float, float, Floats]:
    """Return how often calibrations on ``documents`` drawn from a population break their promise.

    ``table`` are the losses of the population, whose mean is the true risk. Returned are the share of the runs whose
    true recall fell short, the share that was refused (which breaks nothing), and the true recall of those that were
    not.
    """
    random = np.random.default_rng(seed)
    risk = table.mean(0)
    kept: list[float] = []
    for _ in range(runs):
        drawn = table[random.integers(0, len(table), documents)]
        chosen = choose(drawn, recall=recall, confidence=confidence)
        if chosen is not None:
            kept.append(1 - float(risk[chosen[0]]))
    recalls = np.array(kept)
    return float(np.sum(recalls < recall) / runs), 1 - len(kept) / runs, recalls
