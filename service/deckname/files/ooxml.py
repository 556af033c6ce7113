"""Office documents part by part: Word, Excel and PowerPoint share this frame.

Every part is looked through, blanked, dropped or refused; none is copied unread. XML is read by ``office``, what users
attach to a document as data (``customXml``) as XML of any kind; embedded documents by their own formats. Pictures and
the thumbnail become blank ones. Printer settings are dropped with what points to them. Macros, signatures, OLE objects,
ActiveX, fonts, sound and film are refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from xml.parsers import expat

from deckname.errors import InvalidRequest, UnsupportedFile
from deckname.files import blank, nested, office, xml
from deckname.files.format import Batch
from deckname.files.markup import Kind, tokens
from deckname.files.nodes import Layer, Node, edits_of, joined, splice
from deckname.files.package import Part, pack, unpack
from deckname.files.whole import declared, text_of
from deckname.redact import Redacted

Layers = Callable[[str, str], Sequence[Layer]]
Before = Callable[[Iterable[tuple[Layer, Sequence[Redacted]]]], None]

_REFUSED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"vbaproject\.bin$|vbadata\.xml$|vbaprojectsignature"), "macros; save the document without them"),
    (re.compile(r"^_xmlsignatures/"), "a digital signature; remove it, redaction would break it"),
    (re.compile(r"activex"), "ActiveX controls; remove them"),
    (re.compile(r"\.(?:odttf|ttf|fntdata)$"), "embedded fonts; save the document without them"),
    (re.compile(r"/embeddings/.*\.bin$"), "an embedded OLE object; remove it"),
    (re.compile(r"\.(?:wav|mp3|m4a|mp4|m4v|mov|avi|wmv|mpg|mpeg)$"), "sound or film; remove it"),
    (re.compile(r"/model/"), "a data model; remove it"),
)
_PRINTER = re.compile(r"/printersettings/|printersettings\d*\.bin$")
_GENERATED = re.compile(
    r"(?i)(?:\[Content_Types\]\.xml|(?:[a-z]+/)*(?:_rels/)?[A-Za-z_]*\d*\.(?:xml|rels|vml|bin|png|jpe?g|gif|emf|wmf|tiff?|svg)"
    r"|(?:[a-z]+/)*_rels/[A-Za-z_]*\d*\.xml\.rels|_rels/\.rels)"
)


@dataclass(frozen=True, slots=True)
class _Text:
    """A part of XML, and its layers."""

    part: Part
    source: str = field(repr=False)
    encoding: str
    layers: Sequence[Layer] = field(repr=False)

    @property
    def count(self) -> int:
        return sum(len(layer.views) for layer in self.layers)

    def render(self, redacted: Sequence[Redacted]) -> Part:
        edits = edits_of(self.layers, redacted)
        if not edits:
            return self.part
        return replace(self.part, data=splice(self.source, edits).encode(self.encoding, errors="xmlcharrefreplace"))


@dataclass(frozen=True, slots=True)
class _Inner:
    """A document within the document."""

    part: Part
    batch: Batch

    @property
    def count(self) -> int:
        return len(self.batch.values)

    def render(self, redacted: Sequence[Redacted]) -> Part:
        return replace(self.part, data=self.batch.render(redacted))


@dataclass(frozen=True, slots=True)
class _Name:
    """The name of a part, where a person may have given it."""

    layer: Layer

    def check(self, redacted: Redacted) -> None:
        if redacted.text != self.layer.views[0].text:
            raise UnsupportedFile("the name of a file within the document holds personal data: rename it there")


@dataclass(frozen=True, slots=True)
class Document:
    """The parts of an Office document, each with its texts."""

    parts: list[_Text | _Inner | Part] = field(repr=False)
    names: list[_Name] = field(repr=False)
    notes: tuple[str, ...] = ()

    def batch(self, *, before: Before | None = None) -> Batch:
        """Return the document as one batch; ``before`` sees each layer's results before the parts are written."""
        values = [value for name in self.names for value in name.layer.values()]
        for part in self.parts:
            if isinstance(part, _Text):
                values += [value for layer in part.layers for value in layer.values()]
            elif isinstance(part, _Inner):
                values += part.batch.values
        inner = tuple(note for part in self.parts if isinstance(part, _Inner) for note in part.batch.notes)
        return Batch(tuple(values), partial(self._render, before), (*self.notes, *inner))

    def _render(self, before: Before | None, redacted: Sequence[Redacted]) -> bytes:
        if before:
            before(self._results(redacted))
        for name, result in zip(self.names, redacted, strict=False):
            name.check(result)
        done = len(self.names)
        written: list[Part] = []
        for part in self.parts:
            if isinstance(part, Part):
                written.append(part)
                continue
            written.append(part.render(redacted[done : done + part.count]))
            done += part.count
        if done != len(redacted):
            raise ValueError(f"{len(redacted)} texts for {done} values")
        return pack(written)

    def _results(self, redacted: Sequence[Redacted]) -> Iterator[tuple[Layer, Sequence[Redacted]]]:
        done = len(self.names)
        for part in self.parts:
            if isinstance(part, _Text):
                at = done
                for layer in part.layers:
                    yield layer, redacted[at : at + len(layer.views)]
                    at += len(layer.views)
            done += 0 if isinstance(part, Part) else part.count


def read(data: bytes, main: str, images: blank.Images, *, special: dict[str, Layers] | None = None) -> Document:
    """Return a document; ``main`` is its main folder ("word"), ``special`` are readers of parts by their names.

    Raises:
        InvalidRequest: it is no such document, or holds a part that cannot be looked through.
    """
    return assembled(unpack(data), main, images, special=special)


def assembled(
    parts: list[Part], main: str, images: blank.Images, *, special: dict[str, Layers] | None = None
) -> Document:
    """Return the document of unpacked parts, as ``read`` does."""
    names = {part.name for part in parts}
    if "[Content_Types].xml" not in names or not any(name.startswith(f"{main}/") for name in names):
        raise InvalidRequest(f"this is no Office document with a folder {main}/")
    for part in parts:
        _refuse(part, parts)
    dropped = {part.name for part in parts if _PRINTER.search(part.name.lower()) and not part.name.endswith(".rels")}
    kept = _without(parts, dropped) if dropped else parts
    read_ = [_read(part, number, main, images, special or {}) for number, part in enumerate(kept, 1)]
    blanked = sum(isinstance(new, Part) and new is not old for new, old in zip(read_, kept, strict=True))
    return Document(
        read_,
        [
            _Name(joined([Node(0, len(part.name), part.name)], place=f"part {number}"))
            for number, part in enumerate(kept, 1)
            if not _GENERATED.fullmatch(part.name)
        ],
        (*([f"pictures blanked: {blanked}"] if blanked else []), *(["printer settings dropped"] if dropped else [])),
    )


def _refuse(part: Part, parts: Sequence[Part]) -> None:
    for pattern, what in _REFUSED:
        if pattern.search(part.name.lower()):
            raise UnsupportedFile(f"the document holds {what}")


def _read(
    part: Part, number: int, main: str, images: blank.Images, special: dict[str, Layers]
) -> _Text | _Inner | Part:
    name = part.name.lower()
    ending = name.rpartition(".")[2]
    place = f"part {number}"
    if name.endswith("/"):
        return part
    if ending in ("xml", "rels", "vml"):
        source, encoding = text_of(part.data, declared(part.data))
        place = _known(name, place)
        _check(source, place)
        if name.startswith("customxml/") and not name.endswith(".rels"):
            found: Sequence[Layer] = [layer for group in xml.layers(source, images=images) for layer in group]
        elif part.name in special:
            found = special[part.name](source, place)
        elif name == "[content_types].xml":
            found = ()
        else:
            found = office.Reader(source, place, spaces=not name.startswith("ppt/")).layers()
        return _Text(part, source, encoding, found)
    picture = blank.picture(ending)
    if picture is not None:
        if images == "refuse":
            raise UnsupportedFile("the document holds pictures; allow them to be blanked or kept")
        return part if images == "keep" and ending != "svg" else replace(part, data=picture)
    if "/embeddings/" in name or "/afchunk" in name or "/" in name:
        return _Inner(part, nested.read(part.name.rpartition("/")[2], part.data, place, images=images))
    raise UnsupportedFile(f"{place}: of no kind that can be looked through")


def _check(source: str, place: str) -> None:
    """Refuse a part that Office could not open either: what a broken one hides is anybody's guess.

    Raises:
        InvalidRequest: it is not well-formed, or declares a document type, which no Office program writes.
    """
    if "<!DOCTYPE" in source:
        raise InvalidRequest(f"{place}: it declares a document type")
    try:
        expat.ParserCreate("utf-8").Parse(source.removeprefix("\ufeff").encode(), True)
    except expat.ExpatError:
        source = ""
    # Outside the handler: the error must not ride along.
    if not source:
        raise InvalidRequest(f"{place}: it is not well-formed")


_PLACES = (
    (re.compile(r"word/document\.xml"), "body"),
    (re.compile(r"word/(header|footer|comments|footnotes|endnotes|people|settings)\w*\.xml"), ""),
    (re.compile(r"docprops/(core|app|custom)\.xml"), ""),
    (re.compile(r"ppt/slides/(slide\d+)\.xml"), ""),
    (re.compile(r"xl/(comments|workbook)\w*\.xml"), ""),
)


def _known(name: str, place: str) -> str:
    for pattern, fixed in _PLACES:
        match = pattern.fullmatch(name)
        if match:
            return fixed or match[1]
    return place


def _without(parts: Sequence[Part], dropped: set[str]) -> list[Part]:
    """Return the parts without some of them, and without what points to those."""
    kept: list[Part] = []
    gone: dict[str, set[str]] = {}  # the name of a part -> ids of relationships that it has no longer
    rewritten: dict[str, Part] = {}
    for part in parts:
        if part.name.endswith(".rels") or part.name == "[Content_Types].xml":
            source, encoding = text_of(part.data, declared(part.data))
            folder, _, file = part.name.rpartition("_rels/")
            edits = []
            for token in tokens(source, xml=True):
                if token.kind is not Kind.START:
                    continue
                values = {each.name: source[each.start : each.end] for each in token.attributes}
                target = values.get("PartName", "").lstrip("/") or _resolved(folder, values.get("Target", ""))
                if target in dropped:
                    edits.append((token.start, token.end, ""))
                    gone.setdefault(folder + file.removesuffix(".rels"), set()).add(values.get("Id", ""))
            rewritten[part.name] = replace(part, data=splice(source, edits).encode(encoding)) if edits else part
    for part in parts:
        if part.name in dropped:
            continue
        part = rewritten.get(part.name, part)
        kept.append(_unpointed(part, gone[part.name]) if part.name in gone else part)
    return kept


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    names = folder.rstrip("/").split("/")
    for step in target.split("/"):
        if step == "..":
            names = names[:-1]
        elif step != ".":
            names.append(step)
    return "/".join(names).lstrip("/")


def _unpointed(part: Part, ids: set[str]) -> Part:
    """Return a part without the attributes that name relationships which are gone."""
    source, encoding = text_of(part.data, declared(part.data))
    edits = []
    for token in tokens(source, xml=True):
        for each in token.attributes:
            if each.name.startswith("r:") and source[each.start : each.end] in ids:
                edits.append((each.name_start, each.end + 1, ""))
    return replace(part, data=splice(source, edits).encode(encoding))
