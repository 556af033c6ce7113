"""XML of any vocabulary: text, attributes, CDATA, comments and processing instructions.

No schema says which elements stand within a line, but the document does: where an element holds words of its own beside
its children, the children are parts of its text ("<p>Dear <b>John</b> Smith</p>"), else each is a text of its own.
Names of elements and attributes are context; one that looks like a value is looked through itself.

Nothing is ever expanded or fetched. A document type that declares entities is refused: what they would expand to stands
nowhere to be looked through (and may be a billion laughs, CWE-776; or another file, CWE-611).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import BinaryIO

from deckname.errors import InvalidRequest
from deckname.files import blank, html
from deckname.files.format import Batch
from deckname.files.markup import (
    Attribute,
    Kind,
    Token,
    as_name,
    in_cdata,
    in_declaration,
    in_quotes,
    in_text,
    node,
    owners,
    percent_decoded,
    tokens,
)
from deckname.files.nodes import Layer, Node, View, batches, joined, separated
from deckname.files.whole import declared, read, text_of

_NUMBERED = re.compile(r"(?:\d[\W_]?){7}")
_HTML = re.compile(r"<[A-Za-z/!]")
#: Elements of well-known vocabularies (SVG, DocBook, TEI) that stand within a line even without words beside them.
_INLINE = frozenset(("tspan", "textPath", "span", "em", "strong", "emphasis", "hi", "bold", "italic", "sub", "sup"))
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Xml:
    """A file of XML; ``images`` says what becomes of embedded ones (``data:`` addresses): "blank", "keep", "refuse"."""

    encoding: str | None = None
    images: blank.Images = "blank"

    def read(self, source: BinaryIO) -> Iterator[Batch]:
        """Yield the document in batches. One that is broken is looked through as far as it goes, and then as text."""
        data = read(source)
        text, encoding = text_of(data, self.encoding or declared(data))
        yield from batches(text, layers(text, images=self.images), partial(_encoded, encoding=encoding))


def _encoded(text: str, *, encoding: str) -> bytes:
    return text.encode(encoding, errors="xmlcharrefreplace")


def local(name: str) -> str:
    """Return a name without its prefix."""
    return name.rpartition(":")[2]


def refuse_entities(source: str, token: Token) -> None:
    """Raise InvalidRequest where a document type declares entities."""
    if _ENTITY.search(source, *token.inner):
        raise InvalidRequest(
            "the document declares entities, which are never expanded: write their text in their place"
        )


def layers(source: str, *, images: blank.Images = "blank") -> Iterator[list[Layer]]:
    """Yield the layers of a document, text by text."""
    document = _Document(source, images, _mixed(source))
    for token in tokens(source, xml=True):
        document.take(token)
        if document.complete:
            yield document.group()
    document.end_block()
    yield document.group()


def _mixed(source: str) -> frozenset[int]:
    """Return where elements begin that hold words beside their children."""
    mixed: set[int] = set()
    open_: list[int] = []
    for token in tokens(source, xml=True):
        if token.kind is Kind.START and not token.empty:
            open_.append(token.start)
        elif token.kind is Kind.END and open_:
            open_.pop()
        elif open_ and token.kind in (Kind.TEXT, Kind.CDATA) and not source[slice(*token.inner)].isspace():
            mixed.add(open_[-1])
    return frozenset(mixed)


@dataclass(slots=True)
class _Document:
    source: str = field(repr=False)
    images: blank.Images
    mixed: frozenset[int]
    open: list[tuple[str, bool]] = field(default_factory=list, repr=False)  # names, and whether they are mixed
    block: list[Node | None] = field(default_factory=list, repr=False)  # None stands for a tag
    context: tuple[str, ...] = field(default=(), repr=False)
    inner: list[Layer] = field(default_factory=list, repr=False)
    complete: bool = False
    counted: tuple[int, int] = (0, 1)

    def group(self) -> list[Layer]:
        found, self.inner, self.complete = self.inner, [], False
        return found

    def take(self, token: Token) -> None:
        source, (start, end) = self.source, token.inner
        if token.kind is Kind.TEXT:
            self._text(node(source, start, end, in_text, xml=True))
        elif token.kind is Kind.CDATA and _HTML.search(source, start, end):
            self.end_block()
            for group in html.layers(source, start, end, images=self.images):
                self.inner += [replace(layer, place=self._place(start)) for layer in group]
        elif token.kind is Kind.CDATA:
            self._text(Node(start, end, source[start:end], in_cdata))
        elif token.kind is Kind.START:
            inline = self._inline(token.name)
            if not token.empty:
                self.open.append((token.name, token.start in self.mixed))
            self._tag(token, inline)
        elif token.kind is Kind.END:
            if self.open:
                self.open.pop()
            self._tag(token, self._inline(token.name))
        elif token.kind is Kind.COMMENT:
            for group in html.layers(source, start, end, images=self.images, comment=True):
                self.inner += [replace(layer, place=self._place(start)) for layer in group]
        else:
            if token.kind is Kind.DECLARATION:
                refuse_entities(source, token)
            if token.kind is Kind.DECLARATION or not source.startswith("xml ", start):
                self.inner.append(
                    joined([Node(start, end, source[start:end], in_declaration)], place=self._place(start))
                )

    def _text(self, text: Node) -> None:
        if not any(self.block):
            self.context = tuple(local(name) for name, _ in self.open[:-3:-1])
        self.block.append(text)

    def _inline(self, name: str) -> bool:
        return bool(self.open and self.open[-1][1]) or local(name) in _INLINE

    def _tag(self, token: Token, inline: bool) -> None:
        if inline:
            self.block.append(None)
        else:
            self.end_block()
        place = self._place(token.start)
        if _NUMBERED.search(token.name):
            self.inner.append(joined([Node(*token.inner, token.name, as_name)], place=place))
        if any(not attribute.quote for attribute in token.attributes):  # no XML: all that stands in the tag is text
            start, end = token.inner[1], token.end - 1
            self.inner.append(joined([node(self.source, start, end, in_quotes, xml=True)], place=place))
            return
        for attribute in token.attributes:
            self.inner += attribute_layers(self.source, attribute, (local(token.name),), place, self.images)

    def end_block(self) -> None:
        """Make layers of the text up to here."""
        parts, self.block = self.block, []
        nodes = [part for part in parts if part is not None]
        self.complete = True
        if any(each.text.strip() for each in nodes):
            self.inner.insert(0, _block(nodes, parts, self.context, self._place(nodes[0].start)))

    def _place(self, at: int) -> str:
        done, line = self.counted
        if at >= done:
            line += self.source.count("\n", done, at)
            self.counted = (at, line)
        return f"line {line}"


def _block(nodes: list[Node], parts: list[Node | None], context: tuple[str, ...], place: str) -> Layer:
    views = list(joined(nodes, context=context).views)
    loose: list[tuple[Node, int] | str] = []
    at = 0
    before, tag, apart = "", False, False
    for part in parts:
        if part is None:
            tag = True
        elif part.text:
            if tag and before and not before.isspace() and not part.text[0].isspace():
                loose.append(" ")
                apart = True
            loose.append((part, at))
            at += len(part.text)
            before, tag = part.text[-1], False
    if apart:
        views.append(separated(loose, context=context))
    return Layer(tuple(nodes), tuple(views), place)


def attribute_layers(
    source: str, attribute: Attribute, names: tuple[str, ...], place: str, images: blank.Images
) -> Iterator[Layer]:
    """Yield the layers of an attribute: of its value, and of its name where that looks like one."""
    if _NUMBERED.search(attribute.name):
        stop = attribute.name_start + len(attribute.name)
        yield joined([Node(attribute.name_start, stop, attribute.name, as_name)], place=place)
    start, end = attribute.start, attribute.end
    if start == end:
        return
    found = node(source, start, end, in_quotes, xml=True)
    if not found.text.strip():
        return
    if re.match(r"\s*data:", found.text, re.IGNORECASE):
        yield html.data_layer(found, place, images)
        return
    context = (local(attribute.name), *names)
    views = [View(found.text, None, context)]
    address = percent_decoded(found, context=context)
    if address:
        views.append(address)
    views += owners(found.text)
    yield Layer((found,), tuple(views), place)
