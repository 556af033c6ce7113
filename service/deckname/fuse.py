"""How agreeing and disagreeing evidence becomes one score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import prod

from deckname.findings import Evidence
from deckname.span import Span
from deckname.types import ancestors

#: The score from which a finding of a narrower type speaks for its parent's findings too.
PLAIN = 0.4
_CERTAIN = 0.9999  # nothing is certain, and a product of doubts would say so


@dataclass(frozen=True, slots=True)
class Fused:
    """One span and all the evidence for it."""

    span: Span
    evidence: tuple[Evidence, ...]


def fuse(evidence: Iterable[Evidence]) -> list[Fused]:
    """Return one span for each type and extent, scored as independent witnesses: 1 - product of their doubts.

    Each source is one witness, with the best of its findings.

    A type and its parent at the same extent are one finding of the narrower type: the model's NATIONAL_ID beside the
    pattern's US_SSN. Disagreement about type or extent is left to ``resolve``.
    """
    ordered = sorted(
        evidence, key=lambda e: (e.span.start, e.span.end, e.span.type, e.span.source, e.reason, e.span.score)
    )
    fused: list[Fused] = []
    for _, same_extent in groupby(ordered, key=lambda e: (e.span.start, e.span.end)):
        fused.extend(_fuse_extent(list(same_extent)))
    return fused


def _fuse_extent(evidence: Sequence[Evidence]) -> list[Fused]:
    names = {item.span.type for item in evidence}
    # A faint hint at the narrower type does not turn a plain finding of the wider one into it.
    plain = {item.span.type for item in evidence if item.span.score >= PLAIN}
    fused = []
    for name in sorted(names):
        if any(name in ancestors(other) for other in plain):
            continue
        family = {name, *ancestors(name)} if name in plain else {name}
        witnesses = tuple(item for item in evidence if item.span.type in family)
        own = max((item.span for item in witnesses), key=lambda span: (span.score, span.source))
        best: dict[str, float] = {}
        for item in witnesses:
            best[item.span.source] = max(item.span.score, best.get(item.span.source, 0.0))
        fused.append(Fused(replace(own, type=name, score=combined(best.values())), witnesses))
    return fused


def combined(scores: Iterable[float]) -> float:
    """Return the probability that one of several independent findings is right.

    >>> combined([0.5, 0.5])
    0.75
    """
    given = list(scores)
    if len(given) == 1:
        return given[0]
    return round(min(_CERTAIN, 1 - prod(1 - score for score in given)), 4)
