"""Texts that lie over several places of a file, and how redactions are laid back onto them.

"<b>John</b> Smith" is one text to its reader and two nodes to the file; the same goes for the runs of a paragraph in
Word, the tracked changes within it, the rich strings of a workbook. A ``Layer`` holds the nodes of one such text in
order, and a ``View`` is one way to read them: with the words that were deleted or with those that were inserted, joined
or with a space between. Each view is looked through by itself, and what any of them finds goes:

    source   <p><b>John</b> Sm&#105;th called</p>
    nodes          John|    Sm    i   th called
    base           0123      45678...               offsets into all nodes, one after the other
    view           John Smith called                detection sees this
    edits          "&lt;PERSON&gt;" for John, nothing for Smith

The source is edited, never written anew, so that all else stays as it is, character for character.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from deckname.files.format import Batch, Value
from deckname.redact import Redacted

#: How many characters are looked through together, at least; a batch ends where a layer does.
BATCH = 1_000_000
#: What a value costs besides its text, in characters.
_OVERHEAD = 50

#: ``source[start:end]`` becomes the text.
Edit = tuple[int, int, str]


def verbatim(new: str, start: int, end: int) -> str:
    """Spell a replacement as it is."""
    return new


@dataclass(frozen=True, slots=True)
class Node:
    """One place: ``source[start:end]`` spells ``text``.

    Character ``i`` of ``text`` is spelled by ``source[starts[i]:ends[i]]``; None means one to one. ``spell`` writes a
    replacement for ``source[start:end]`` in the way of its place (escaped, quoted). Where ``whole`` is given, the node
    is written anew as a whole from its new text: a number that becomes a string needs quotes around it.
    """

    start: int
    end: int
    text: str = field(repr=False)
    spell: Callable[[str, int, int], str] = field(default=verbatim, repr=False)
    starts: Sequence[int] | None = field(default=None, repr=False)
    ends: Sequence[int] | None = field(default=None, repr=False)
    whole: Callable[[str], str] | None = field(default=None, repr=False)

    def where(self, start: int, end: int) -> tuple[int, int]:
        """Return the part of the source that spells ``text[start:end]``, with what is invisible at the node's edges."""
        first = self.start if start == 0 else self.starts[start] if self.starts else self.start + start
        last = self.end if end == len(self.text) else self.ends[end - 1] if self.ends else self.start + end
        return first, last


@dataclass(frozen=True, slots=True)
class View:
    """A reading of a layer. Character ``i`` of ``text`` is the character ``base[i]`` of the nodes, or -1: a separator.

    None stands for all nodes as they follow one another. Where a character of the view is several of the nodes, it ends
    before ``until[i]``.
    """

    text: str = field(repr=False)
    base: Sequence[int] | None = field(default=None, repr=False)
    context: tuple[str, ...] = field(default=(), repr=False)
    type: str = ""
    until: Sequence[int] | None = field(default=None, repr=False)

    def covered(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where in the base ``text[start:end]`` lies; None where it is separators alone.

        What lies between in the base is covered too, even where this view does not show it.
        """
        if self.base is None:
            return start, end
        while start < end and self.base[start] < 0:
            start += 1
        while start < end and self.base[end - 1] < 0:
            end -= 1
        if start == end:
            return None
        return self.base[start], self.until[end - 1] if self.until else self.base[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Layer:
    """Nodes that are one text, in the order of the source, and the ways to read it."""

    nodes: tuple[Node, ...]
    views: tuple[View, ...]
    place: str = ""

    def values(self) -> Iterator[Value]:
        """Yield what is to be looked through: one value a view."""
        for view in self.views:
            yield Value(view.text, view.context, self.place, type=view.type)

    def edits(self, redacted: Sequence[Redacted]) -> Iterator[Edit]:
        """Yield the edits of the source that ``redacted``, one for each view, asks for.

        Raises:
            ValueError: a result does not belong to its view.
        """
        yield from laid(self.nodes, changes(self.nodes, self.views, redacted))


def laid(nodes: Sequence[Node], edits: Sequence[Edit]) -> Iterator[Edit]:
    """Yield the edits of the source for disjoint, sorted edits of the base."""
    starts = [0]
    for node in nodes if edits else ():
        starts.append(starts[-1] + len(node.text))
    pieces: dict[int, list[Edit]] = {}
    for start, end, replacement in edits:
        index = bisect_right(starts, start) - 1
        while index < len(nodes) and starts[index] < end:
            first, last = max(start - starts[index], 0), min(end - starts[index], len(nodes[index].text))
            if first < last:
                pieces.setdefault(index, []).append((first, last, replacement))
                replacement = ""  # the first node shows it, the others are emptied
            index += 1
    for index, own in pieces.items():
        yield from _written(nodes[index], own)


def joined(nodes: Sequence[Node], *, context: tuple[str, ...] = (), place: str = "", type_: str = "") -> Layer:
    """Return the layer of nodes that are read as they follow one another."""
    return Layer(tuple(nodes), (View("".join(node.text for node in nodes), None, context, type_),), place)


def separated(parts: Iterable[tuple[Node, int] | str], *, context: tuple[str, ...] = ()) -> View:
    """Return the view of nodes, each with where its text begins in the base, with strings between them."""
    texts: list[str] = []
    base: list[int] = []
    for part in parts:
        if isinstance(part, str):
            texts.append(part)
            base.extend([-1] * len(part))
        else:
            node, start = part
            texts.append(node.text)
            base.extend(range(start, start + len(node.text)))
    return View("".join(texts), base, context)


def splice(source: str, edits: Iterable[Edit], start: int = 0, end: int | None = None) -> str:
    """Return ``source[start:end]`` with the edits made.

    Raises:
        ValueError: two edits overlap.
    """
    parts: list[str] = []
    for first, last, new in sorted(edits):
        if first < start:
            raise ValueError(f"an edit at {first} overlaps the one that ends at {start}")
        parts += [source[start:first], new]
        start = last
    return "".join([*parts, source[start:end]])


def batches(
    source: str, groups: Iterable[Sequence[Layer]], encode: Callable[[str], bytes], *, size: int = BATCH
) -> Iterator[Batch]:
    """Yield the source in batches. Groups of layers follow one another in it; within a group they may interlock."""
    done = 0
    pending: list[Layer] = []
    characters = 0
    for group in groups:
        if characters >= size and group:
            cut = min(node.start for layer in group for node in layer.nodes)
            yield _batch(source, pending, encode, done, cut)
            done, pending, characters = cut, [], 0
        pending += group
        characters += sum(len(view.text) + _OVERHEAD for layer in group for view in layer.views)
    if pending or done < len(source):
        yield _batch(source, pending, encode, done, len(source))


def edits_of(layers: Sequence[Layer], redacted: Sequence[Redacted]) -> list[Edit]:
    """Return the edits of all layers; ``redacted`` runs parallel to their values."""
    edits: list[Edit] = []
    done = 0
    for layer in layers:
        edits += layer.edits(redacted[done : done + len(layer.views)])
        done += len(layer.views)
    if done != len(redacted):
        raise ValueError(f"{len(redacted)} texts for {done} values")
    return edits


def combined(parts: Sequence[Batch]) -> Batch:
    """Return several batches as one."""
    values = tuple(value for part in parts for value in part.values)
    return Batch(values, partial(_render_all, tuple(parts)), tuple(note for part in parts for note in part.notes))


def _batch(source: str, layers: list[Layer], encode: Callable[[str], bytes], start: int, end: int) -> Batch:
    def render(redacted: Sequence[Redacted]) -> bytes:
        return encode(splice(source, edits_of(layers, redacted), start, end))

    return Batch(tuple(value for layer in layers for value in layer.values()), render)


def _render_all(parts: Sequence[Batch], redacted: Sequence[Redacted]) -> bytes:
    rendered: list[bytes] = []
    done = 0
    for part in parts:
        rendered.append(part.render(redacted[done : done + len(part.values)]))
        done += len(part.values)
    return b"".join(rendered)


def changes(nodes: Sequence[Node], views: Sequence[View], redacted: Sequence[Redacted]) -> list[Edit]:
    """Return what changes in the base: disjoint and sorted. Where views disagree, the longest finding is shown.

    Raises:
        ValueError: a result does not belong to its view.
    """
    found: list[Edit] = []
    for view, result in zip(views, redacted, strict=True):
        check(view.text, result)
        for each in result.redactions:
            start, end = each.span.start, each.span.end
            if each.replacement == view.text[start:end]:
                continue  # kept: not even its spelling changes
            covered = view.covered(start, end)
            if covered:
                found.append((*covered, each.replacement))
    found.sort(key=lambda edit: (edit[0], -edit[1]))
    merged: list[Edit] = []
    longest = 0
    for start, end, replacement in found:
        if merged and start < merged[-1][1]:
            before = merged[-1]
            shown = replacement if end - start > longest else before[2]
            longest = max(longest, end - start)
            merged[-1] = (before[0], max(before[1], end), shown)
        else:
            merged.append((start, end, replacement))
            longest = end - start
    return merged


def check(text: str, redacted: Redacted) -> None:
    """Hold a result against the text that it is said to be of: what it changes without saying so would be lost.

    Raises:
        ValueError: they do not belong together.
    """
    parts: list[str] = []
    done = 0
    for each in redacted.redactions:
        parts += [text[done : each.span.start], each.replacement]
        done = each.span.end
    if "".join([*parts, text[done:]]) != redacted.text:
        raise ValueError("a redacted text differs from its value in more than its redactions")


def _written(node: Node, edits: Sequence[Edit]) -> Iterator[Edit]:
    if node.whole:
        yield node.start, node.end, node.whole(splice(node.text, edits))
        return
    for start, end, replacement in edits:
        first, last = node.where(start, end)
        yield first, last, node.spell(replacement, first, last) if replacement else ""
