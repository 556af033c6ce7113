"""Excel workbooks (.xlsx): cells with their column headers as context, and every other part, see ``ooxml``.

A number that is a value (a phone number, a date of birth) becomes a string in its cell; dates are read as dates, by the
cell's number format. A sheet whose name changes is renamed in the formulas, names and charts that refer to it.
"""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import BinaryIO

from deckname.errors import InvalidRequest, UnsupportedFile
from deckname.files import blank, office, ooxml
from deckname.files.format import Batch
from deckname.files.markup import Attribute, Kind, Token, decoded, in_quotes, in_text, node, tokens, xml_character
from deckname.files.nodes import Edit, Layer, Node, View, changes, joined, laid
from deckname.files.package import Part, unpack
from deckname.files.whole import declared, read, text_of
from deckname.files.xml import local
from deckname.redact import Redacted

_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_HEADERS = 3  # a string of many columns takes the context of the first of them
_LABEL = 60
#: ECMA-376 part 1, 18.8.30: the number formats that are dates without saying so.
_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_DATE_FORMAT = re.compile(r"[ymdhs]", re.IGNORECASE)
_NOT_DATE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|General', re.IGNORECASE)
_CONSTANT = re.compile(r"\s*(?:[01]|true|false|#[A-Z/0?!_]{2,20})\s*")
#: ECMA-376 part 1, 18.3.1.46: "&C" begins the text in the middle, "&B" makes it bold, ``&"Arial"`` sets its font ...
_HEADER_CODE = re.compile(
    r"&amp;(?:&amp;|(?:\"|&quot;)[^\"&]*(?:\"|&quot;)|K[0-9A-Fa-f]{6}|[0-9]{1,3}(?![0-9])|[A-Za-z])"
    r"|&(?:#[0-9]{1,9}|#x[0-9a-fA-F]{1,8}|amp|lt|gt|quot|apos);"
)
_SHEET = re.compile(r"'((?:[^']|'')+)'!|(?<![\w.'\]])([^\W\d][\w.]*)!")


@dataclass(frozen=True, slots=True, kw_only=True)
class Xlsx:
    """An Excel workbook; ``images`` says what becomes of its pictures: "blank", "keep" or "refuse"."""

    images: blank.Images = "blank"

    def read(self, source: BinaryIO) -> Iterator[Batch]:
        """Yield the workbook as one batch."""
        parts = unpack(read(source))
        if any(part.name.lower().endswith(".bin") and "/worksheets/" in part.name.lower() for part in parts):
            raise UnsupportedFile("a binary workbook: save it as .xlsx")
        workbook = _Workbook(parts)
        special = {name: workbook.reader(name) for name in workbook.special()}
        document = ooxml.assembled(parts, "xl", self.images, special=special)
        yield document.batch(before=workbook.rename)


# --- reading --------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Cell:
    """A cell as it goes by: its tag, and where its value and its formula stand."""

    tag: Token
    column: str
    kind: str
    style: int
    value: tuple[int, int, int, int] | None = None  # the element's start, its text's start and end, its end
    formula: bool = False


class _Workbook:
    """What the parts of a workbook know of one another."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = {part.name: part for part in parts}
        self.names: dict[str, str] = {}  # old name of a sheet -> new name
        self.sheets: set[str] = set()
        self.strings = self._strings()
        self.dates = self._date_styles()
        workbook = self._source("xl/workbook.xml")
        self.base = (
            datetime.date(1904, 1, 1) if re.search(r'date1904="(?:1|true)"', workbook) else datetime.date(1899, 12, 30)
        )
        self.contexts: dict[int, list[str]] = {}
        self.worksheets = [name for name in self.parts if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name)]
        for name in self.worksheets:
            self._note_contexts(self._source(name), f"sheet {self.worksheets.index(name) + 1}")

    def special(self) -> list[str]:
        """Return the names of the parts that are read here."""
        pattern = r"xl/(?:worksheets|charts|chartsheets|pivotCache|pivotTables|tables)/.*\.xml|docProps/app\.xml"
        own = [name for name in self.parts if re.fullmatch(pattern, name) and "/_rels/" not in name]
        return [*own, *(name for name in ("xl/workbook.xml", "xl/sharedStrings.xml") if name in self.parts)]

    def reader(self, name: str) -> ooxml.Layers:
        number = self.worksheets.index(name) + 1 if name in self.worksheets else 0

        def layers(source: str, place: str) -> Sequence[Layer]:
            return _Reader(source, f"sheet {number}" if number else place, self).layers()

        return layers

    def rename(self, results: Iterable[tuple[Layer, Sequence[Redacted]]]) -> None:
        """Find the new names of the sheets before any formula is written."""
        wanted = [(layer.old, own[0].text) for layer, own in results if isinstance(layer, _SheetName)]
        taken = {old.casefold() for old, _ in wanted}
        self.names.clear()
        for old, new in wanted:
            if new == old:
                continue
            clean = re.sub(r"[\[\]:*?/\\\x00-\x1f]", "_", new).strip("'")[:31] or "Sheet"
            unique, number = clean, 2
            while unique.casefold() in taken:
                unique = f"{clean[: 31 - len(str(number)) - 1]} {number}"
                number += 1
            taken.add(unique.casefold())
            self.names[old] = unique

    def _source(self, name: str) -> str:
        part = self.parts.get(name)
        return text_of(part.data, declared(part.data))[0] if part else ""

    def _strings(self) -> list[str]:
        """Return the shared strings, each shortened to what may name a column."""
        strings: list[str] = []
        text: list[str] = []
        inside = phonetic = False
        source = self._source("xl/sharedStrings.xml")
        for token in tokens(source, xml=True):
            name = local(token.name)
            if token.kind is Kind.START and name == "si":
                text, inside = [], not token.empty
                if token.empty:
                    strings.append("")
            elif token.kind is Kind.END and name == "si":
                strings.append("".join(text).strip()[: _LABEL + 1])
                inside = False
            elif name == "rPh":
                phonetic = token.kind is Kind.START
            elif token.kind is Kind.TEXT and inside and not phonetic:
                text.append(node(source, *token.inner, in_text, xml=True).text[:_LABEL])
        return strings

    def _date_styles(self) -> frozenset[int]:
        source = self._source("xl/styles.xml")
        formats: dict[str, str] = {}
        found: list[bool] = []
        inside = False
        for token in tokens(source, xml=True):
            name = local(token.name)
            values = {
                each.name: node(source, each.start, each.end, in_text, xml=True).text for each in token.attributes
            }
            if token.kind is Kind.START and name == "numFmt":
                formats[values.get("numFmtId", "")] = values.get("formatCode", "")
            elif name == "cellXfs":
                inside = token.kind is Kind.START
            elif token.kind is Kind.START and name == "xf" and inside:
                number = values.get("numFmtId", "0")
                code = formats.get(number)
                known = number.isdecimal() and int(number) in _DATES
                found.append(known if code is None else _DATE_FORMAT.search(_NOT_DATE.sub("", code)) is not None)
        return frozenset(index for index, is_date in enumerate(found) if is_date)

    def _note_contexts(self, source: str, place: str) -> None:
        """Note for each shared string the headers of the columns that it stands in, and what stands left of it."""
        reader = _Reader(source, place, self)
        for token in tokens(source, xml=True):
            reader.take_cells_only(token)
        for index, context in reader.used:
            known = self.contexts.setdefault(index, [])
            known += [words for words in context if words not in known][: _HEADERS - len(known)]


class _Reader(office.Reader):
    """Reads a sheet, or another part that refers to sheets."""

    def __init__(self, source: str, place: str, workbook: _Workbook) -> None:
        super().__init__(source, place)
        self.workbook = workbook
        self.cell: _Cell | None = None
        self.element = 0
        self.row = 0
        self.headers: dict[str, str] = {}
        self.header_row = 0
        self.left = ""
        self.string = -1
        self.used: list[tuple[int, tuple[str, ...]]] = []
        self.quiet_cells = False
        self.ended = 0
        self.inline = ""
        self.tag_of_value: tuple[int, int] | None = None

    def take_cells_only(self, token: Token) -> None:
        """Take a token for what it says of shared strings alone."""
        self.quiet_cells = True
        name = local(token.name)
        if token.kind is Kind.START and name in ("row", "c", "v"):
            self.start(name, token)
            if token.empty:
                self.end(name)
        elif token.kind is Kind.END and name in ("row", "c", "v"):
            self.ended = token.end
            self.end(name)
        elif token.kind is Kind.TEXT and self.open and self.open[-1] == "v":
            self.text(token)

    def take(self, token: Token) -> None:
        self.ended = token.end
        super().take(token)

    def start(self, name: str, token: Token) -> None:
        if name == "c" and (self.quiet_cells or "sheetData" in self.open):
            self.open.append(name)
            values = {each.name: self.source[each.start : each.end] for each in token.attributes}
            match = _REFERENCE.fullmatch(values.get("r", ""))
            style = values.get("s", "0")
            self.cell = _Cell(
                token, match[1] if match else "", values.get("t", "n"), int(style) if style.isdecimal() else 0
            )
            return
        if name == "row":
            self.open.append(name)
            number = next((self.source[each.start : each.end] for each in token.attributes if each.name == "r"), "")
            self.row = int(number) if number.isdecimal() else self.row + 1
            self.left = ""
            return
        if name == "v" and self.cell:
            self.open.append(name)
            self.element = token.start
            return
        if name == "f" and self.cell:
            self.cell.formula = True
        if name == "si":
            self.string += 1
        self.tag_of_value = token.inner if name in ("n", "d") else None
        super().start(name, token)
        if name == "sheet" and "sheets" in self.open:
            self._sheet_name(token)

    def text(self, token: Token) -> None:
        above = self.open[-1] if self.open else ""
        if above == "v" and self.cell:
            self.cell.value = (self.element, *token.inner, 0)
            return
        if above.endswith(("Header", "Footer")):
            spelled = decoded(self.source, *token.inner, _HEADER_CODE, _header_text, _in_header)
            self.found.append(joined([spelled], context=(above,), place=self.place))
            return
        spelled = node(self.source, *token.inner, in_text, xml=True)
        if above in ("f", "definedName", "formula1", "formula2", "lpstr", "formula") and spelled.text.strip():
            self._refers(spelled, listed=above == "lpstr")
        else:
            super().text(token)

    def attribute(self, element: str, attribute: Attribute) -> None:
        name = local(attribute.name)
        spelled = node(self.source, attribute.start, attribute.end, in_quotes, xml=True)
        if name == "sheet" or (name == "location" and element == "hyperlink"):
            self._refers(spelled, listed=name == "sheet")
        elif element in ("n", "d") and name == "v" and self.tag_of_value:
            self.found.append(_Pivoted((spelled,), (View(spelled.text),), self.place, self.tag_of_value))
        else:
            super().attribute(element, attribute)

    def _refers(self, spelled: Node, *, listed: bool) -> None:
        workbook = self.workbook
        view = View(spelled.text)
        self.found.append(_Reference((spelled,), (view,), self.place, workbook.names, workbook.sheets, listed))

    def end(self, name: str) -> None:
        if name == "v" and self.cell and self.open and self.open[-1] == "v":
            self.open.pop()
            if self.cell.value:
                self.cell.value = (*self.cell.value[:3], self.ended)
            return
        if name == "c" and self.cell:
            self.open.pop()
            cell, self.cell = self.cell, None
            self._cell(cell)
            return
        super().end(name)

    def _cell(self, cell: _Cell) -> None:
        context = self._context(cell.column)
        text, self.inline = self.inline, ""
        if cell.value:
            _, start, end, _ = cell.value
            raw = self.source[start:end]
            if cell.kind == "s":
                index = int(raw) if re.fullmatch(r"\s*[0-9]{1,9}\s*", raw) else -1
                if not 0 <= index < len(self.workbook.strings):
                    raise InvalidRequest(f"{self.place}: a cell shows a string that is not there")
                text = self.workbook.strings[index]
                self.used.append((index, context))
            else:
                text = self._value(cell, raw, context)
        if self.row and cell.kind in ("s", "str", "inlineStr"):
            short = text.strip() if len(text.strip()) <= _LABEL else ""
            if not self.header_row:
                self.header_row = self.row
            if self.header_row == self.row and short:
                self.headers[cell.column] = short
            self.left = short
        else:
            self.left = ""

    def _value(self, cell: _Cell, raw: str, context: tuple[str, ...]) -> str:
        """Return what a cell shows, and make its layer."""
        assert cell.value is not None
        _, start, end, _ = cell.value
        spelled = node(self.source, start, end, in_text, xml=True)
        if cell.kind == "n":
            spelled = Node(start, end, self._shown(raw, cell.style))
        text = spelled.text
        if self.quiet_cells or not _worth(text, context, cell.kind):
            return text
        views, place = (View(text, None, context),), f"{self.place}!{cell.column}{self.row}"
        if cell.kind in ("n", "d"):
            self.found.append(_Number((spelled,), views, place, self.source, cell))
        else:
            self.found.append(Layer((spelled,), views, place))
        return text

    def _shown(self, raw: str, style: int) -> str:
        """Return a number as it is shown, or near it: a date where its style is one."""
        number = None
        try:
            number = Decimal(raw.strip())
        except InvalidOperation:
            return raw
        if not number.is_finite():
            return raw
        if style in self.workbook.dates and 0 < number < 2_958_466:
            day = self.workbook.base + datetime.timedelta(days=int(number))
            return day.isoformat()
        return f"{number:f}" if number == number.to_integral_value() and abs(number) < 10**20 else raw

    def _context(self, column: str) -> tuple[str, ...]:
        header = self.headers.get(column, "") if self.header_row and self.row > self.header_row else ""
        return tuple(words for words in (header, self.left) if words)

    def _end(self, paragraph: office._Paragraph) -> None:
        layer = paragraph.layer(tuple(self.workbook.contexts.get(self.string, ())), self.place)
        if self.cell is not None:
            layer = paragraph.layer(self._context(self.cell.column), f"{self.place}!{self.cell.column}{self.row}")
            self.cell.value = None
            self.inline = paragraph.text()
        if layer:
            self.found.append(layer)

    def _sheet_name(self, token: Token) -> None:
        """Put the layer of a sheet's name in place of that of a plain attribute: others follow it."""
        attribute = next((each for each in token.attributes if each.name == "name"), None)
        if attribute is None:
            return
        self.found = [layer for layer in self.found if layer.nodes[0].start != attribute.start]
        spelled = node(self.source, attribute.start, attribute.end, in_text, xml=True)
        self.workbook.sheets.add(spelled.text)
        self.found.append(_SheetName((spelled,), (View(spelled.text),), self.place, spelled.text, self.workbook.names))


def _header_text(code: str) -> str:
    if code == "&amp;&amp;":
        return "&"
    return xml_character(code) if code.startswith("&") and code.count(";") == 1 and code.endswith(";") else " "


def _in_header(new: str, start: int, end: int) -> str:
    return in_text(new.replace("&", "&&"), start, end)


def _worth(text: str, context: tuple[str, ...], kind: str) -> bool:
    """Whether a cell can hold a value: numbers without a name need seven digits."""
    if kind == "n" and not context:
        return sum(map(str.isdigit, text)) >= 7
    if kind in ("b", "e"):
        return _CONSTANT.fullmatch(text) is None
    return bool(text.strip())


# --- writing --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Number(Layer):
    """A cell whose number becomes a string where it is redacted."""

    source: str = field(default="", repr=False)
    cell: _Cell | None = None

    def edits(self, redacted: Sequence[Redacted]) -> Iterator[Edit]:
        """Yield the edits of the cell: its type and its value."""
        found = changes(self.nodes, self.views, redacted)
        if not found or self.cell is None or self.cell.value is None:
            return
        cell, (start, _, _, end) = self.cell, self.cell.value
        new = html.escape(redacted[0].text, quote=False)
        kind = next((each for each in cell.tag.attributes if each.name == "t"), None)
        type_ = "str" if cell.formula else "inlineStr"
        if kind:
            yield kind.start, kind.end, type_
        else:
            at = cell.tag.inner[1]
            yield at, at, f' t="{type_}"'
        prefix = self.source[cell.tag.inner[0] : cell.tag.inner[1]][:-1]  # "x:" of "x:c"
        if cell.formula:
            yield start, end, f"<{prefix}v>{new}</{prefix}v>"
        else:
            yield start, end, f'<{prefix}is><{prefix}t xml:space="preserve">{new}</{prefix}t></{prefix}is>'


@dataclass(frozen=True, slots=True)
class _Pivoted(Layer):
    """A number or a date in a pivot table's cache, which becomes a string: ``<n v="1"/>`` is ``<s v="..."/>`` then."""

    tag: tuple[int, int] = (0, 0)

    def edits(self, redacted: Sequence[Redacted]) -> Iterator[Edit]:
        """Yield the edits of the value, and of its element's name."""
        edits = list(Layer.edits(self, redacted))
        if edits:
            yield self.tag[1] - 1, self.tag[1], "s"
        yield from edits


@dataclass(frozen=True, slots=True)
class _SheetName(Layer):
    """The name of a sheet; what it becomes is decided with all others, since they must differ."""

    old: str = field(default="", repr=False)
    names: dict[str, str] = field(default_factory=dict, repr=False)

    def edits(self, redacted: Sequence[Redacted]) -> Iterator[Edit]:
        """Yield the edit of the name."""
        new = self.names.get(self.old)
        if new is not None:
            yield self.nodes[0].start, self.nodes[0].end, html.escape(new)


@dataclass(frozen=True, slots=True)
class _Reference(Layer):
    """A text that names sheets: a formula, a defined name, the list of sheets in the properties."""

    names: dict[str, str] = field(default_factory=dict, repr=False)
    sheets: set[str] = field(default_factory=set, repr=False)
    listed: bool = False

    def edits(self, redacted: Sequence[Redacted]) -> Iterator[Edit]:
        """Yield the edits of what was found, and of the names of sheets."""
        text = self.views[0].text
        renamed: list[Edit] = []
        if self.listed:
            if text in self.names:
                renamed.append((0, len(text), self.names[text]))
        else:
            for match in _SHEET.finditer(text):
                old = (match[1] or match[2]).replace("''", "'")
                if old in self.sheets:  # it stays what the sheet is called, or the formula breaks
                    quoted = self.names[old].replace("'", "''") if old in self.names else ""
                    renamed.append((match.start(), match.end(), f"'{quoted}'!" if quoted else match[0]))
        found = [
            edit
            for edit in changes(self.nodes, self.views, redacted)
            if not any(edit[0] < other[1] and other[0] < edit[1] for other in renamed)
        ]
        spelled = (
            [(start, end, _in_formula(text, start, new)) for start, end, new in found] if not self.listed else found
        )
        edits = sorted([*renamed, *spelled])
        yield from laid(self.nodes, [edit for edit in edits if edit[2] != text[edit[0] : edit[1]]])


def _in_formula(text: str, start: int, new: str) -> str:
    """Spell a replacement in a formula: within its string, or as one."""
    doubled = new.replace('"', '""')
    return doubled if text.count('"', 0, start) % 2 or not new else f'"{doubled}"'
