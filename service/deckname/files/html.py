"""HTML: what a reader sees, and all that a reader doesn't.

Text is looked through block by block, across the tags within ("<b>John</b> Smith"), with character references decoded
and white space as a browser shows it. Where two words touch at a tag ("<span>John</span><span>Smith</span>") a page may
still show them apart, so that both readings are looked through. Attributes, comments (their content is read as
HTML), scripts, styles and unknown tags ("<john@example.org>") are values too. Embedded images are blanked, other
embedded data is removed: ``data:`` addresses.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import BinaryIO

from deckname.files import blank
from deckname.files.format import Batch
from deckname.files.markup import (
    Attribute,
    Kind,
    Spell,
    Token,
    as_name,
    decoded,
    in_comment,
    in_declaration,
    in_quotes,
    in_text,
    in_url,
    names_of,
    node,
    owners,
    percent_decoded,
    tokens,
    unquoted,
)
from deckname.files.nodes import Edit, Layer, Node, View, batches, joined, separated
from deckname.files.whole import declared, read, text_of

#: Elements within a line; all others end it.
INLINE = names_of(
    """
    a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label mark nobr output q rb rp rt
    ruby s samp slot small span strike strong sub sup time tspan tt u var wbr
    """
)
_KNOWN = INLINE | names_of(
    """
    address applet area article aside audio base basefont body br button canvas caption center col colgroup datalist
    dd details dialog dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6
    head header hgroup hr html iframe img input legend li link main map math menu meta meter nav noembed noframes
    noscript object ol optgroup option p param picture plaintext pre progress script search section select source
    style summary svg table tbody td template textarea tfoot th thead title tr track ul video xmp circle clippath
    defs desc ellipse filter foreignobject g image line lineargradient marker mask metadata path pattern polygon
    polyline radialgradient rect stop symbol text textpath use view annotation mi mn mo mrow ms mtext mfrac msqrt
    msub msup semantics
    """
)
#: Attributes that a page's author takes from a list; they are looked through where they hold what none of them could.
_TECHNICAL = names_of(
    """
    abbr accept align async autocomplete bgcolor border cellpadding cellspacing charset checked class color cols
    colspan crossorigin d decoding defer dir disabled draggable enctype face fill font-family font-size for height
    http-equiv hreflang integrity itemscope itemtype lang language loading media method multiple nonce points
    preload readonly referrerpolicy rel required role rows rowspan scope selected shape size sizes span spellcheck
    stroke style tabindex target transform type valign viewbox width wrap x x1 x2 xml:lang xml:space xmlns y y1 y2
    """
)
_URLS = names_of(
    """
    action background cite data formaction href icon longdesc manifest ping poster profile src srcset usemap
    xlink:href
    """
)
#: Further attributes that may stand without being looked at as words; a name of none of these may be a person's.
_OTHER = names_of(
    """
    accesskey alt charset code codebase content contenteditable controls coords datetime download enterkeyhint
    frameborder headers hidden high id inert inputmode is ismap itemid itemprop itemref kind label list loop low
    marginheight marginwidth max maxlength min minlength muted name noshade nowrap open optimum pattern placeholder
    popover property reversed sandbox scrolling slot start step summary title translate value version
    """
)
_PLAIN_NAME = re.compile(r"(?:data|aria|on|v|x|ng|xmlns|xml|xlink)[-:]?[a-z:.-]*")
_SUSPICIOUS = re.compile(r"@|%[0-9A-Fa-f]{2}|//|(?:\d[^\w]*){7}|[^\x00-\x7f]")
_DEPTH = 3
_LABEL = 60  # characters: a shorter block may name the one that follows it
_WORD_EDGE = re.compile(r"\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Html:
    """A file of HTML; ``images`` says what becomes of embedded ones: "blank", "keep" or "refuse"."""

    encoding: str | None = None
    images: blank.Images = "blank"

    def read(self, source: BinaryIO) -> Iterator[Batch]:
        """Yield the page in batches; without a declared encoding it is told as that of plain text."""
        data = read(source)
        text, encoding = text_of(data, self.encoding or declared(data))
        yield from batches(text, layers(text, images=self.images), partial(_encoded, encoding=encoding))


def _encoded(text: str, *, encoding: str) -> bytes:
    return text.encode(encoding, errors="xmlcharrefreplace")


def layers(
    source: str,
    start: int = 0,
    end: int | None = None,
    *,
    images: blank.Images = "blank",
    comment: bool = False,
    depth: int = 0,
) -> Iterator[list[Layer]]:
    """Yield the layers of a page, block by block; those of a group lie within one another."""
    page = _Page(source, images, in_comment if comment else in_text, depth)
    for token in tokens(source, start, end):
        page.take(token)
        if page.complete:
            yield page.group()
    page.end_block()
    yield page.group()


@dataclass(slots=True)
class _Page:
    """What is known of a page as its tokens go by."""

    source: str = field(repr=False)
    images: blank.Images
    spell: Spell
    depth: int = 0  # of pages within comments and templates
    block: list[Node | str] = field(default_factory=list, repr=False)  # strings stand for tags that separate
    inner: list[Layer] = field(default_factory=list, repr=False)
    label: str = field(default="", repr=False)
    headers: dict[int, str] = field(default_factory=dict, repr=False)
    row: int = 0
    column: int = -1
    cell: bool = False
    pre: int = 0
    complete: bool = False
    script: str = ""
    counted: tuple[int, int] = (0, 1)

    def group(self) -> list[Layer]:
        found, self.inner, self.complete = self.inner, [], False
        return found

    def take(self, token: Token) -> None:
        source = self.source
        if token.kind is Kind.TEXT:
            spelled = node(source, *token.inner, self.spell, collapse=not self.pre)
            self.block.append(spelled)
        elif token.kind in (Kind.START, Kind.END):
            self._tag(token)
        elif token.kind is Kind.RAW:
            self.end_block()
            self.inner += _raw(source, token, self.script, self._place(token.start), self.depth)
        elif token.kind is Kind.COMMENT and self.depth < _DEPTH:
            for group in layers(source, *token.inner, images=self.images, comment=True, depth=self.depth + 1):
                self.inner += [replace(layer, place=self._place(token.start)) for layer in group]
        elif not re.fullmatch(r"doctype html", source[slice(*token.inner)].strip(), re.IGNORECASE):
            spell = in_comment if token.kind is Kind.COMMENT else in_declaration
            spelled = node(source, *token.inner, spell)
            self.inner.append(joined([spelled], place=self._place(token.start)))

    def _tag(self, token: Token) -> None:
        name = token.name
        if name == "br":
            self.block.append("\n")
        elif name not in INLINE:
            self.end_block()
            self._table(token)
            if name == "pre":
                self.pre = max(0, self.pre + (1 if token.kind is Kind.START else -1))
        elif name == "label" and token.kind is Kind.END:
            self.label = _text(self.block)[-_LABEL:]
        else:
            self.block.append("" if name == "wbr" else "\0")
        if name == "script":
            self.script = next(
                (self.source[each.start : each.end] for each in token.attributes if each.name == "type"), ""
            )
        place = self._place(token.start)
        self.inner += _unknown(self.source, token, place)
        names = _names(self.source, token)
        for attribute in token.attributes:
            self.inner += _attribute(self.source, attribute, (*names, self.label) if self.label else names, place, self)

    def _table(self, token: Token) -> None:
        starts = token.kind is Kind.START
        if token.name == "table":
            self.headers, self.row, self.column, self.cell = {}, 0, -1, False
        elif token.name == "tr" and starts:
            self.row, self.column, self.cell, self.label = self.row + 1, -1, False, ""
        elif token.name in ("td", "th"):
            self.column += starts
            self.cell = starts

    def end_block(self) -> None:
        """Make layers of the text up to here."""
        parts, self.block = self.block, []
        nodes = [part for part in parts if isinstance(part, Node)]
        text = _text(parts)
        if nodes and text:
            header = self.headers.get(self.column, "") if self.cell and self.row > 1 else ""
            context = tuple(words for words in (header, self.label) if words)
            self.inner.insert(0, _block(nodes, parts, context, self._place(nodes[0].start)))
            if self.cell and self.row == 1:
                self.headers[self.column] = text[:_LABEL]
            self.label = text if len(text) <= _LABEL else ""
        self.complete = True

    def _place(self, at: int) -> str:
        done, line = self.counted
        if at >= done:
            line += self.source.count("\n", done, at)
            self.counted = (at, line)
        return f"line {line}"


def _text(parts: Sequence[Node | str]) -> str:
    return "".join(part.text for part in parts if isinstance(part, Node)).strip()


def _block(nodes: Sequence[Node], parts: Sequence[Node | str], context: tuple[str, ...], place: str) -> Layer:
    """Return the layer of a block: as it stands, and where words touch at a tag, with spaces between them too."""
    tight: list[tuple[Node, int] | str] = []
    loose: list[tuple[Node, int] | str] = []
    at = 0
    before = ""  # the last character so far
    tag = False
    apart = False
    for part in parts:
        if part == "\n":
            tight.append("\n")
            loose.append("\n")
            before = "\n"
        elif isinstance(part, str):
            tag = tag or part == "\0"
        elif part.text:
            if tag and before and not before.isspace() and not part.text[0].isspace():
                loose.append(" ")
                apart = True
            tight.append((part, at))
            loose.append((part, at))
            before, tag = part.text[-1], False
        at += len(part.text) if isinstance(part, Node) else 0
    plain = all(isinstance(part, tuple) for part in tight)
    views = [joined(nodes, context=context).views[0] if plain else separated(tight, context=context)]
    if apart:
        views.append(separated(loose, context=context))
    return Layer(tuple(nodes), tuple(views), place)


def _unknown(source: str, token: Token, place: str) -> list[Layer]:
    """Return the layer of names that no tag has: a page that was never escaped may say <john@example.org>."""
    found: list[Node] = []
    if token.name.rstrip("/") not in _KNOWN:
        found.append(Node(*token.inner, source[slice(*token.inner)], as_name))
    for each in token.attributes:
        known = each.name in _TECHNICAL or each.name in _URLS or each.name in _OTHER or _PLAIN_NAME.fullmatch(each.name)
        if not known:
            stop = each.name_start + len(each.name)
            found.append(Node(each.name_start, stop, source[each.name_start : stop], as_name))
    if not found:
        return []
    parts: list[tuple[Node, int] | str] = []
    at = 0
    for index, each_node in enumerate(found):
        if index:
            parts.append(" ")
        parts.append((each_node, at))
        at += len(each_node.text)
    return [Layer(tuple(found), (separated(parts),), place)]


def _names(source: str, token: Token) -> tuple[str, ...]:
    """Return the words by which a tag names its value."""
    naming = ("name", "id", "itemprop", "property", "placeholder", "aria-label", "autocomplete")
    return tuple(source[each.start : each.end] for each in token.attributes if each.name in naming)


def _attribute(source: str, attribute: Attribute, names: tuple[str, ...], place: str, page: _Page) -> list[Layer]:
    start, end = attribute.start, attribute.end
    if start == end:
        return []
    spell: Spell = in_quotes if attribute.quote else unquoted
    url = attribute.name in _URLS
    found = node(source, start, end, partial(_url, spell) if url else spell)
    if not _WORD_EDGE.search(found.text):
        return []
    if re.match(r"\s*data:", found.text, re.IGNORECASE):
        return [data_layer(found, place, page.images)]
    if attribute.name in _TECHNICAL and not _SUSPICIOUS.search(found.text):
        return []
    context = (*(() if attribute.name in ("value", "content") else (attribute.name,)), *names)
    type_ = "PERSON" if attribute.name == "content" and "author" in map(str.lower, names) else ""
    views = [View(found.text, None, context, type_)]
    decoded_view = percent_decoded(found, context=context)
    if decoded_view:
        views.append(decoded_view)
    views += owners(found.text)
    return [Layer((found,), tuple(views), place)]


def _url(spell: Spell, new: str, start: int, end: int) -> str:
    return spell(in_url(new, start, end), start, end)


@dataclass(frozen=True, slots=True)
class _Fixed(Layer):
    """A layer that changes whatever is found: embedded data."""

    new: str = ""

    def edits(self, redacted: object) -> Iterator[Edit]:
        yield self.nodes[0].start, self.nodes[0].end, self.new


def data_layer(found: Node, place: str, images: blank.Images) -> Layer:
    """Return the layer of a ``data:`` address (RFC 2397), which is removed: an image for a blank one."""
    new = blank.data_url(found.text, images, place)
    return Layer((found,), (), place) if new is None else _Fixed((found,), (), place, in_quotes(new, 0, 0))


# --- scripts and styles ---------------------------------------------------------------------------------------------

_JS_ESCAPE = re.compile(r"\\(?:u\{[0-9A-Fa-f]{1,6}\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[\s\S])")
_CSS_ESCAPE = re.compile(r"\\(?:[0-9A-Fa-f]{1,6}\s?|[^\n0-9A-Fa-f])")
_JS_STRING = re.compile(
    r""""(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`|//[^\n]*|/\*[\s\S]*?\*/"""
)
_JS_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": ""}


def _raw(source: str, token: Token, type_: str, place: str, depth: int) -> list[Layer]:
    """Return the layer of a script or a style, its escapes decoded wherever they stand."""
    start, end = token.inner
    if token.name == "style":
        return [joined([decoded(source, start, end, _CSS_ESCAPE, _css_character, _in_css)], place=place)]
    if (token.name != "script" or "html" in type_ or "template" in type_) and depth < _DEPTH:
        return [layer for group in layers(source, start, end, depth=depth + 1) for layer in group]
    quoted = [match.span() for match in _JS_STRING.finditer(source, start, end)]
    spell = partial(_in_script, source, quoted)
    return [joined([decoded(source, start, end, _JS_ESCAPE, _js_character, spell)], place=place)]


def _js_character(escape: str) -> str:
    body = escape[1:]
    if body[0] in "ux" and len(body) > 1:
        code = int(body[1:].strip("{}"), 16)
        return chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"
    return _JS_LETTERS.get(body, body)


def _css_character(escape: str) -> str:
    digits = escape[1:].strip()
    if not re.fullmatch(r"[0-9A-Fa-f]{1,6}", digits):
        return escape[1:]
    code = int(digits, 16)
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"


def _in_script(source: str, quoted: Sequence[tuple[int, int]], new: str, start: int, end: int) -> str:
    """Spell a replacement in a script: within a string or a comment, or as a string of its own."""
    escaped = re.sub(r"[<>&\"'`\\\x00-\x1f\u2028\u2029$]", lambda match: f"\\u{ord(match[0]):04x}", new)
    index = bisect_right(quoted, (start, len(source))) - 1
    inside = index >= 0 and quoted[index][0] < end and start < quoted[index][1]
    if not inside:
        return f'"{escaped}"'
    if source.startswith("/", quoted[index][0]):  # a comment
        return new.replace("*/", "* /").replace("</", "< /").replace("\n", " ")
    return escaped


def _in_css(new: str, start: int, end: int) -> str:
    return re.sub(r"[^\w .,:@-]", lambda match: f"\\{ord(match[0]):x} ", new)
