"""Overlapping spans made disjoint without uncovering a character."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deckname.span import Span


def resolve(spans: Iterable[Span]) -> list[Span]:
    """Return disjoint spans, in text order, that cover exactly what ``spans`` covered.

    Where spans overlap the better one keeps its whole extent and what is left of the other stays a span of its own
    (NER filters drop it, and so leave its tail readable). Scores within a tenth count as equal; then the longer is the
    better, so that an address is not cut in pieces by a number inside it. Overlapping spans of one type become one.

    >>> resolve([Span(0, 9, "ADDRESS", 0.7), Span(5, 12, "PHONE_NUMBER", 0.9)])  # doctest: +NORMALIZE_WHITESPACE
    [Span(start=0, end=5, type='ADDRESS', score=0.7, source='gold'),
     Span(start=5, end=12, type='PHONE_NUMBER', score=0.9, source='gold')]
    """
    kept: list[Span] = []
    for group in _clusters(sorted(set(spans))):
        kept.extend(group if len(group) == 1 else _settle(group))
    return kept


def rank(span: Span) -> tuple[bool, float, int, float, int, str, str]:
    """Return a total order of spans, the best first, what a caller denies before all; no two different spans tie."""
    return (span.source != "deny", -round(span.score, 1), -len(span), -span.score, span.start, span.type, span.source)


def _clusters(ordered: list[Span]) -> Iterable[list[Span]]:
    """Yield runs of spans that overlap, directly or through one another."""
    cluster: list[Span] = []
    end = 0
    for span in ordered:
        if cluster and span.start >= end:
            yield cluster
            cluster = []
        cluster.append(span)
        end = span.end if len(cluster) == 1 else max(end, span.end)
    if cluster:
        yield cluster


def _settle(cluster: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(cluster, key=rank):
        for part in remainder(span, kept):
            # What a longer finding of the same type adds belongs to the same value: "07700" and "07700 900123".
            for other in [each for each in kept if each.type == span.type and each.overlaps(span)]:
                if other.end == part.start or part.end == other.start:
                    kept.remove(other)
                    better = max(other, part, key=lambda each: (each.score, each.source))
                    part = replace(better, start=min(other.start, part.start), end=max(other.end, part.end))
            kept.append(part)
        kept.sort()
    return kept


def remainder(span: Span, taken: Iterable[Span]) -> list[Span]:
    """Return the parts of ``span`` that the disjoint, sorted spans ``taken`` leave over."""
    parts: list[Span] = []
    start = span.start
    for other in taken:
        if other.end <= start or other.start >= span.end:
            continue
        if start < other.start:
            parts.append(Span(start, other.start, span.type, span.score, span.source))
        start = max(start, other.end)
    if start < span.end:
        parts.append(Span(start, span.end, span.type, span.score, span.source))
    return parts
