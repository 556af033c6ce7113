"""How agreeing and disagreeing evidence becomes one score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import prod

from deckname.findings import CHECK_FAILED, Evidence
from deckname.span import Span
from deckname.types import ancestors

#: The score from which a finding of a narrower type speaks for its parent's findings too.
PLAIN = 0.4
#: What a failed check leaves of what others say for a value.
CHECK_FAILED_FACTOR = 0.85
#: What a model's silence leaves of a pattern that is no surer than this: of such dates, on the dev sets, one in twenty
#: was right.
UNSURE, SILENCE_FACTOR = 0.6, 0.1
_CERTAIN = 0.9999  # nothing is certain, and a product of doubts would say so


@dataclass(frozen=True, slots=True)
class Fused:
    """One span and all the evidence for it."""

    span: Span
    evidence: tuple[Evidence, ...]


def fuse(evidence: Iterable[Evidence], *, heard: frozenset[str] = frozenset()) -> list[Fused]:
    """Return one span for each type and extent, scored as independent witnesses: 1 - product of their doubts.

    Each source is one witness, with the best of its findings. A failed check is no witness for the value but speaks
    against it: the others count ``CHECK_FAILED_FACTOR`` of what they would, and never less than the failed one.

    ``heard`` are types on which a model is heard: there its silence speaks against an unsure pattern (``UNSURE``) that
    has neither a check nor words for it. A time in a log looks like any other.

    A type and its parent at the same extent are one finding of the narrower type: the model's NATIONAL_ID beside the
    pattern's US_SSN. Disagreement about type or extent is left to ``resolve``.
    """
    ordered = sorted(
        evidence, key=lambda e: (e.span.start, e.span.end, e.span.type, e.span.source, e.reason, e.span.score)
    )
    fused: list[Fused] = []
    for _, same_extent in groupby(ordered, key=lambda e: (e.span.start, e.span.end)):
        fused.extend(_fuse_extent(list(same_extent), heard))
    return fused


def _fuse_extent(evidence: Sequence[Evidence], heard: frozenset[str]) -> list[Fused]:
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
        score = _score(witnesses)
        if name in heard and score <= UNSURE and all(item.reason == "pattern" for item in witnesses):
            score = round(SILENCE_FACTOR * score, 4)
        fused.append(Fused(replace(own, type=name, score=score), witnesses))
    return fused


def _score(witnesses: Sequence[Evidence]) -> float:
    believed, refused = [], []
    by_source: dict[str, list[Evidence]] = {}
    for item in witnesses:
        by_source.setdefault(item.span.source, []).append(item)
    for items in by_source.values():
        failed = [item.span.score for item in items if item.reason == CHECK_FAILED]
        others = [item for item in items if item.reason != CHECK_FAILED]
        # A rule that checks a value knows more than one that only reads its label; a rule of a form may know another.
        if failed and not any("check" in item.reason or item.rule for item in others):
            refused.append(max(failed))
        else:
            believed.append(max(item.span.score for item in others))
    if believed and refused:
        return max(*refused, round(CHECK_FAILED_FACTOR * combined(believed), 4))
    return combined(believed or refused)


def combined(scores: Iterable[float]) -> float:
    """Return the probability that one of several independent findings is right.

    >>> combined([0.5, 0.5])
    0.75
    """
    given = list(scores)
    if len(given) == 1:
        return given[0]
    return round(min(_CERTAIN, 1 - prod(1 - score for score in given)), 4)
