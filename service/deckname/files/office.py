"""The XML of Office documents (ECMA-376): which of its text is a reader's, and which attributes a person filled in.

A paragraph is one text, whatever runs it is cut into; with tracked changes it is read twice, as it was and as it will
be. The same code reads Word, Excel and PowerPoint: their drawings, charts, comments and properties share a vocabulary.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from functools import partial

from deckname.errors import InvalidRequest, UnsupportedFile
from deckname.files import blank
from deckname.files.markup import (
    Attribute,
    Kind,
    Spell,
    Token,
    in_comment,
    in_declaration,
    in_quotes,
    in_text,
    in_url,
    names_of,
    owners,
    percent_decoded,
    tokens,
    unquoted,
)
from deckname.files.markup import node as node_of
from deckname.files.nodes import Layer, Node, View, joined, separated
from deckname.files.xml import local, refuse_entities

_PARAGRAPHS = frozenset(("p", "si", "is", "text", "rPh", "div"))
_RUNS = frozenset(("t", "delText", "text", "div", "font", "span", "b", "i", "u"))
_CODES = frozenset(("instrText", "delInstrText"))
#: Elements within a paragraph that stand for a character.
_SEPARATORS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_INSERTED = frozenset(("ins", "moveTo"))
_DELETED = frozenset(("del", "moveFrom"))
_LABEL = 60  # characters: a shorter cell may name those beside and below it

#: Text and attributes that are somebody's name, by the names of their elements and attributes.
_PERSONS = frozenset(("creator", "lastModifiedBy", "Manager", "author", "manager"))
_PERSON_ATTRIBUTES = frozenset(("author", "initials", "userName", "displayName", "lastEditedBy", "userId"))
_NAMED_PERSONS = frozenset(("cmAuthor", "author", "userInfo"))
#: Names that programs put in for want of one.
_NOBODY = frozenset(
    ("", "author", "user", "unknown", "microsoft office user", "windows user", "python-docx", "openpyxl")
)
_PLACEHOLDER = re.compile(r"[<\[][A-Z][A-Z0-9_]*[>\]]")

#: Attributes that people fill in, whatever their element.
_TEXTUAL = _PERSON_ATTRIBUTES | names_of(
    """
    addressLine1 alt altText anchor bookmark caption command comment company connection content cryptDesc custT
    customText descr description display displayText docTitle error errorTitle filename instr keywords list location
    name oleName prompt promptTitle sourceFile subject summary tag text title tooltip uniqueName url user userId
    value
    """
)
#: Elements whose ``val`` or ``v`` people fill in.
_VALUED = names_of(
    """
    alias tag default docVar listEntry statusText helpText result placeholder query connectString udl table filter
    customFilter inputCells s n d x e b attr element dataField mappedName text category comments lock
    """
)
#: What no person fills in.
_TECHNICAL = names_of(
    """
    Id Type ContentType PartName Extension TargetMode Requires Ignorable ascii hAnsi cs eastAsia typeface panose lang
    uri prst style styleId id spid ref sqref r s spans ht rsid rsidR rsidRDefault rsidP rsidRPr rsidTr rsidSect rsidDel
    paraId textId durableId embed link pict dm lo qs cs modelId formatCode path coordsize adj guid hash salt hashValue
    saltValue algorithmName cryptProviderType edit fmtid pid clsid progId ProgID ShapeID ObjectID DrawAspect xfId
    """
)
_SHAPE = re.compile(
    r"\s*|[-+]?[\d.,]{1,9}(?:pt|px|in|cm|mm|%|em|[Ee][-+]?\d+)?|\{?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?"
    r"|#?[0-9A-Fa-f]{6,8}|rId\d+|[a-zA-Z]{1,5}|https?://schemas\.[\w./-]*"
)
_PATH = re.compile(r"[\w./-]*")  # to another part
_SUSPICIOUS = re.compile(r"@|\s|%[0-9A-Fa-f]{2}|://|(?:\d[^\w]*){7}|[^\x00-\x7f]")


def known_type(text: str, type_: str) -> str:
    """Return the type that a whole text is known to be; none where it names nobody, or is a placeholder already."""
    bare = text.strip()
    return "" if bare.lower() in _NOBODY or _PLACEHOLDER.fullmatch(bare) else type_


@dataclass(slots=True)
class _Paragraph:
    """Nodes of a text as they go by; strings separate them. ``marks`` says of each "" or "ins" or "del"."""

    parts: list[Node | str] = field(default_factory=list, repr=False)
    marks: list[str] = field(default_factory=list)

    def add(self, part: Node | str, mark: str) -> None:
        self.parts.append(part)
        self.marks.append(mark)

    def layer(self, context: tuple[str, ...], place: str) -> Layer | None:
        nodes = tuple(part for part in self.parts if isinstance(part, Node))
        if not any(each.text.strip() for each in nodes):
            return None
        if set(self.marks) <= {""}:
            views = [self._view(None, context)]
        else:
            views = [self._view("del", context), self._view("ins", context)]
        return Layer(nodes, tuple(views), place)

    def _view(self, without: str | None, context: tuple[str, ...]) -> View:
        parts: list[tuple[Node, int] | str] = []
        at = 0
        for part, mark in zip(self.parts, self.marks, strict=True):
            if mark != without:
                parts.append(part if isinstance(part, str) else (part, at))
            at += len(part.text) if isinstance(part, Node) else 0
        return separated(parts, context=context)

    def text(self) -> str:
        return "".join(part.text if isinstance(part, Node) else part for part in self.parts).strip()


@dataclass(slots=True)
class _Table:
    row: int = 0
    column: int = -1
    headers: dict[int, str] = field(default_factory=dict, repr=False)
    left: str = field(default="", repr=False)
    cell: str = field(default="", repr=False)


@dataclass(slots=True)
class Reader:
    """Reads one part; ``place`` names it. Subclasses read what is theirs alone (the cells of a sheet)."""

    source: str = field(repr=False)
    place: str = ""
    images: blank.Images = "blank"
    spaces: bool = True  # whether <t> may carry xml:space
    open: list[str] = field(default_factory=list, repr=False)
    paragraphs: list[_Paragraph] = field(default_factory=list, repr=False)
    codes: _Paragraph = field(default_factory=_Paragraph, repr=False)
    tables: list[_Table] = field(default_factory=list, repr=False)
    found: list[Layer] = field(default_factory=list, repr=False)
    tag: Token | None = None
    marks: list[str] = field(default_factory=list)
    quiet: int = 0  # depth of properties, whose tabs are no text

    def layers(self) -> list[Layer]:
        """Return the layers of the part. Raises InvalidRequest where it declares entities."""
        for token in tokens(self.source, xml=True):
            self.take(token)
        for paragraph in [*self.paragraphs, self.codes]:
            self._end(paragraph)
        return self.found

    def take(self, token: Token) -> None:
        if token.kind is Kind.START:
            name = local(token.name)
            self.start(name, token)
            if token.empty:
                self.end(name)
        elif token.kind is Kind.END:
            self.end(local(token.name))
        elif token.kind in (Kind.TEXT, Kind.CDATA):
            self.text(token)
        else:
            if token.kind is Kind.DECLARATION:
                refuse_entities(self.source, token)
            if not self.source.startswith("xml ", token.inner[0]):
                spell = in_comment if token.kind is Kind.COMMENT else in_declaration
                self.found.append(joined([node_of(self.source, *token.inner, spell, xml=True)], place=self.place))
        self.tag = token if token.kind is Kind.START else None

    def start(self, name: str, token: Token) -> None:
        self.open.append(name)
        if name in _INSERTED:
            self.marks.append("ins")
        elif name in _DELETED:
            self.marks.append("del")
        elif name in ("pPr", "tabs"):
            self.quiet += 1
        elif name in _PARAGRAPHS:
            self.paragraphs.append(_Paragraph())
        elif name in _SEPARATORS and self.paragraphs and not self.quiet:
            self.paragraphs[-1].add(_SEPARATORS[name], self._mark())
        elif name == "fldChar" and self.codes.parts:
            self._end_codes()
        else:
            self._table(name)
        for attribute in token.attributes:
            self.attribute(name, attribute)

    def end(self, name: str) -> None:
        if not self.open or self.open.pop() != name:  # cannot be in a part that is well-formed
            raise InvalidRequest(f"{self.place}: its elements are not closed in order")
        if name in _INSERTED or name in _DELETED:
            del self.marks[-1:]
        elif name in ("pPr", "tabs"):
            self.quiet = max(0, self.quiet - 1)
        elif name in _PARAGRAPHS and self.paragraphs:
            self._end(self.paragraphs.pop())
            self._end_codes()
        elif name in ("tc", "tr", "tbl") and self.tables:
            table = self.tables[-1]
            if name == "tc":
                short = table.cell if len(table.cell) <= _LABEL else ""
                table.left, table.cell = short, ""
                if table.row == 1:
                    table.headers[table.column] = short
            elif name == "tbl":
                self.tables.pop()

    def text(self, token: Token) -> None:
        start, end = token.inner
        above = self.open[-1] if self.open else ""
        if above in _CODES:
            self.codes.add(node_of(self.source, start, end, in_text, xml=True), "")
        elif self.paragraphs and (above in _RUNS or not self.source[start:end].isspace()):
            self.paragraphs[-1].add(self._run(token, above), self._mark())
        elif not self.source[start:end].isspace():
            spelled = node_of(self.source, start, end, in_text, xml=True)
            context = tuple(self.open[:-3:-1])
            type_ = "PERSON" if above in _PERSONS else "ORGANIZATION" if above == "Company" else ""
            self.found.append(
                joined([spelled], context=context, place=self.place, type_=known_type(spelled.text, type_))
            )

    def attribute(self, element: str, attribute: Attribute) -> None:
        name = local(attribute.name)
        if attribute.start == attribute.end or not self._looked(element, name, attribute):
            return
        spell: Spell = in_quotes if attribute.quote else unquoted
        if name in ("Target", "href", "hyperlink", "HyperlinkBase"):
            spell = partial(_url, spell)
        found = node_of(self.source, attribute.start, attribute.end, spell, xml=True)
        if re.match(r"\s*data:", found.text, re.IGNORECASE):
            raise UnsupportedFile(f"{self.place}: data within an address")
        context = (name, element) if name not in ("val", "v", "Target") else ()
        person = name in _PERSON_ATTRIBUTES or (name == "name" and element in _NAMED_PERSONS)
        views = [View(found.text, None, context, known_type(found.text, "PERSON") if person else "")]
        address = percent_decoded(found, context=context)
        if address:
            views.append(address)
        views += owners(found.text)
        self.found.append(Layer((found,), tuple(views), self.place))

    def _looked(self, element: str, name: str, attribute: Attribute) -> bool:
        if attribute.name.startswith("xmlns") or element == "lsdException":
            return False
        value = self.source[attribute.start : attribute.end]
        if name in _TEXTUAL:
            return True
        if name == "Target":
            return _PATH.fullmatch(value) is None
        if name in ("val", "v") and element in _VALUED:
            return True
        if name in _TECHNICAL or element == "id":
            return "@" in value
        return _SHAPE.fullmatch(value) is None and _SUSPICIOUS.search(value) is not None

    def _mark(self) -> str:
        return "del" if "del" in self.marks else "ins" if "ins" in self.marks else ""

    def _run(self, token: Token, above: str) -> Node:
        spelled = node_of(self.source, *token.inner, in_text, xml=True)
        opening = self.tag
        if not self.spaces or above not in ("t", "delText") or opening is None:
            return spelled
        if opening.name.startswith("a:") or any(each.name == "xml:space" for each in opening.attributes):
            return spelled
        # Without xml:space Word and Excel drop white space at the edges, where a redaction may bring it.
        start = opening.end - 1
        return Node(start, spelled.end, spelled.text, whole=_spaced)

    def _end(self, paragraph: _Paragraph) -> None:
        table = self.tables[-1] if self.tables else None
        context: tuple[str, ...] = ()
        if table:
            header = table.headers.get(table.column, "") if table.row > 1 else ""
            context = tuple(words for words in (header, table.left) if words)
            table.cell = f"{table.cell} {paragraph.text()}".strip()[: _LABEL + 1]
        layer = paragraph.layer(context, self.place)
        if layer:
            self.found.append(layer)

    def _end_codes(self) -> None:
        codes, self.codes = self.codes, _Paragraph()
        layer = codes.layer((), self.place)
        if layer:
            self.found.append(layer)

    def _table(self, name: str) -> None:
        if name == "tbl":
            self.tables.append(_Table())
        elif name == "tr" and self.tables:
            table = self.tables[-1]
            table.row, table.column, table.left, table.cell = table.row + 1, -1, "", ""
        elif name == "tc" and self.tables:
            self.tables[-1].column += 1


def _spaced(new: str) -> str:
    space = ' xml:space="preserve"' if new != new.strip() else ""
    return f"{space}>{html.escape(new, quote=False)}"


def _url(spell: Spell, new: str, start: int, end: int) -> str:
    return spell(in_url(new, start, end), start, end)
