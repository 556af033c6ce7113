"""BIO tags and spans: one definition for training and serving."""

from __future__ import annotations

from collections.abc import Sequence


def tag_names(types: Sequence[str]) -> list[str]:
    """Return the tags in the order of the model's outputs: ``O``, then all ``B-``, then all ``I-``.

    >>> tag_names(["PERSON", "ADDRESS"])
    ['O', 'B-PERSON', 'B-ADDRESS', 'I-PERSON', 'I-ADDRESS']
    """
    return ["O", *(f"B-{name}" for name in types), *(f"I-{name}" for name in types)]


def word_labels(
    ranges: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int, str]], *, outside: str = "O"
) -> list[tuple[str, bool]]:
    """Return for each word the type of the span that holds most of it, and whether the span begins there.

    ``ranges`` and ``spans`` are sorted and disjoint. A word that a span only touches with less than half of its
    characters is outside.

    >>> word_labels([(0, 3), (4, 9)], [(0, 9, "PERSON")])
    [('PERSON', True), ('PERSON', False)]
    """
    labels: list[tuple[str, bool]] = []
    index = 0
    begun = -1
    for start, end in ranges:
        while index < len(spans) and spans[index][1] <= start:
            index += 1
        best, label = 0, outside
        chosen = -1
        for candidate in range(index, len(spans)):
            left, right, name = spans[candidate]
            if left >= end:
                break
            shared = min(end, right) - max(start, left)
            if shared > best and 2 * shared >= end - start:
                best, label, chosen = shared, name, candidate
        labels.append((label, chosen >= 0 and chosen != begun))
        if chosen >= 0:
            begun = chosen
    return labels
