"""HTML and XML cut into tokens that know where they stand.

No tree is built and nothing is written anew: a tree would have to guess how its source was spelled. The tokenizer
follows the states of the HTML standard (https://html.spec.whatwg.org/multipage/parsing.html#tokenization) as far as
they decide what is text; where a browser drops something (an unclosed tag at the end of the file), it is text here,
for it may hold a value. It never fails, and its time is linear.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import quote

from deckname.files.nodes import Node, View


def names_of(text: str) -> frozenset[str]:
    """Return the words of a list that is written as a text."""
    return frozenset(text.split())


class Kind(StrEnum):
    """What a token is."""

    TEXT = "text"
    RAW = "raw"  # the content of script, style and their like
    START = "start"
    END = "end"
    COMMENT = "comment"
    CDATA = "cdata"
    INSTRUCTION = "instruction"
    DECLARATION = "declaration"


@dataclass(frozen=True, slots=True)
class Attribute:
    """``source[start:end]`` is the value, without its quotes; ``name_start`` is where the name begins."""

    name: str = field(repr=False)
    name_start: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the source; for comments and the like, ``inner`` is where the content stands.

    ``name`` is a tag's name in lower case (HTML) or as it stands (XML); for RAW that of the element around it.
    """

    kind: Kind
    start: int
    end: int
    inner: tuple[int, int]
    name: str = field(default="", repr=False)
    attributes: tuple[Attribute, ...] = field(default=(), repr=False)
    empty: bool = False


_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_XML_TAG = re.compile(r"<(/?)([^\W\d][^\s/>]*)")
_SPACE = re.compile(r"[\s/]*")
_ATTRIBUTE = re.compile(
    r"""([^\s/>][^\s/>=]*)(?:(\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?"""
)  # fmt: skip
#: Elements whose content is no markup; of those in the second line, character references count.
_RAW = frozenset(("script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext"))
_ESCAPABLE = frozenset(("title", "textarea"))


def tokens(source: str, start: int = 0, end: int | None = None, *, xml: bool = False) -> Iterator[Token]:
    """Yield all of ``source[start:end]``, token by token."""
    end = len(source) if end is None else end
    tag = _XML_TAG if xml else _TAG
    at = text = start
    while True:
        at = source.find("<", at, end)
        token = None if at < 0 else _markup(source, at, end, tag, xml)
        if at < 0 or (token is None and _unclosed(source, at, end, tag)):
            at = end
        elif token is None:
            at += 1
            continue
        if text < at:
            yield Token(Kind.TEXT, text, at, (text, at))
        if token is None or at == end:
            return
        yield token
        at = text = token.end
        if not xml and token.kind is Kind.START and (token.name in _RAW or token.name in _ESCAPABLE):
            content = _content(source, at, end, token.name)
            if at < content:
                kind = Kind.RAW if token.name in _RAW else Kind.TEXT
                yield Token(kind, at, content, (at, content), token.name)
            at = text = content


def _markup(source: str, at: int, end: int, tag: re.Pattern[str], xml: bool) -> Token | None:
    """Return the token that begins with the ``<`` at ``at``; None where it is text."""
    if source.startswith("<!--", at, end):
        return _until(source, at, end, 4, "-->", Kind.COMMENT)
    if source.startswith("<![CDATA[", at, end):
        return _until(source, at, end, 9, "]]>", Kind.CDATA)
    if source.startswith("<?", at, end):
        return _until(source, at, end, 2, "?>" if xml else ">", Kind.INSTRUCTION)
    if source.startswith("<!", at, end):
        return _declaration(source, at, end) if xml else _until(source, at, end, 2, ">", Kind.DECLARATION)
    match = tag.match(source, at, end)
    if match:
        return _tag(source, match, end, xml)
    if source.startswith("</", at, end) and not xml:
        return _until(source, at, end, 2, ">", Kind.COMMENT)
    return None


def _unclosed(source: str, at: int, end: int, tag: re.Pattern[str]) -> bool:
    """Whether a tag begins here that the source never closes: then no later one is closed either."""
    return tag.match(source, at, end) is not None


def _until(source: str, at: int, end: int, opening: int, closing: str, kind: Kind) -> Token:
    inner = at + opening
    if kind is Kind.COMMENT and source.startswith((">", "->"), inner, end):  # <!--> and <!---> are empty comments
        stop = source.index(">", inner, end) + 1
        return Token(kind, at, stop, (inner, inner))
    found = source.find(closing, inner, end)
    if found < 0:
        return Token(kind, at, end, (min(inner, end), end))
    return Token(kind, at, found + len(closing), (inner, found))


def _declaration(source: str, at: int, end: int) -> Token:
    """Return a ``<!DOCTYPE ...>`` with its internal subset."""
    closing = source.find(">", at, end)
    subset = source.find("[", at, closing) if closing >= 0 else -1
    if subset >= 0:
        after = source.find("]", subset, end)
        closing = source.find(">", after, end) if after >= 0 else -1
    inner_end = end if closing < 0 else closing
    return Token(Kind.DECLARATION, at, inner_end if closing < 0 else closing + 1, (at + 2, inner_end))


def _tag(source: str, match: re.Match[str], end: int, xml: bool) -> Token | None:
    attributes: list[Attribute] = []
    at = match.end()
    while True:
        skipped = _SPACE.match(source, at, end)
        at = skipped.end() if skipped else at
        if at >= end:
            return None
        if source[at] == ">":
            kind = Kind.END if match[1] else Kind.START
            name = match[2] if xml else match[2].lower()
            inner = (match.start(2), match.end(2))
            return Token(kind, match.start(), at + 1, inner, name, tuple(attributes), source[at - 1] == "/")
        found = _ATTRIBUTE.match(source, at, end)
        if found is None:  # cannot be: the pattern takes any character that is neither space, "/" nor ">"
            return None
        group = next((index for index in (3, 4, 5) if found[index] is not None), 0)
        start, stop = found.span(group) if group else (found.end(), found.end())
        quote = {3: '"', 4: "'"}.get(group, "")
        attributes.append(Attribute(found[1] if xml else found[1].lower(), at, start, stop, quote))
        at = found.end()


def _content(source: str, at: int, end: int, name: str) -> int:
    """Return where the raw content of an element ends."""
    if name == "plaintext":
        return end
    closing = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, at, end)
    return closing.start() if closing else end


# --- character references -------------------------------------------------------------------------------------------

_REFERENCE = re.compile(r"&(?:#[0-9]{1,9};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_XML_REFERENCE = re.compile(r"&(?:#[0-9]{1,9};|#x[0-9a-fA-F]{1,8};|(?:amp|lt|gt|quot|apos);)")
_COLLAPSED = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")
_BOTH = re.compile(rf"({_REFERENCE.pattern})|{_COLLAPSED.pattern}")

Spell = Callable[[str, int, int], str]


def node(source: str, start: int, end: int, spell: Spell, *, xml: bool = False, collapse: bool = False) -> Node:
    """Return the node of ``source[start:end]`` with its character references decoded.

    ``collapse`` makes one space of white space, as a browser does.
    """
    if "&" not in source[start:end] and not (collapse and _COLLAPSED.search(source, start, end)):
        return Node(start, end, source[start:end], spell)
    pattern = _XML_REFERENCE if xml else _BOTH if collapse else _REFERENCE
    return decoded(source, start, end, pattern, xml_character if xml else _character, spell)


def decoded(
    source: str,
    start: int,
    end: int,
    pattern: re.Pattern[str],
    decode: Callable[[str], str],
    spell: Spell,
    whole: Callable[[str], str] | None = None,
) -> Node:
    """Return the node of ``source[start:end]``, where ``decode`` says what a match of ``pattern`` stands for."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = start
    for match in pattern.finditer(source, start, end):
        first, last = match.span()
        text = decode(match[0])
        texts += [source[done:first], text]
        starts += range(done, first)
        ends += range(done + 1, first + 1)
        starts += [first] * len(text)
        ends += [last] * len(text)
        done = last
    texts.append(source[done:end])
    starts += range(done, end)
    ends += range(done + 1, end + 1)
    return Node(start, end, "".join(texts), spell, starts, ends, whole)


def _character(reference: str) -> str:
    return html.unescape(reference) if reference[0] == "&" else " "


_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def xml_character(reference: str) -> str:
    """Return what a character reference of XML stands for."""
    name = reference[1:-1]
    if name[0] != "#":
        return _NAMED[name]
    code = int(name[2:], 16) if name[1] == "x" else int(name[1:])
    return chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"


# --- spelling of replacements ---------------------------------------------------------------------------------------

#: What XML 1.0 (2.2) cannot hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def in_text(new: str, start: int, end: int) -> str:
    """Spell a replacement between tags."""
    return html.escape(_FORBIDDEN.sub("", new), quote=False)


def in_quotes(new: str, start: int, end: int) -> str:
    """Spell a replacement in a quoted attribute."""
    return html.escape(_FORBIDDEN.sub("", new))


def unquoted(new: str, start: int, end: int) -> str:
    """Spell a replacement in an attribute without quotes."""
    return re.sub(r"[\s=`]", lambda match: f"&#{ord(match[0])};", in_quotes(new, start, end))


def in_comment(new: str, start: int, end: int) -> str:
    """Spell a replacement in a comment, which two hyphens would end."""
    return in_text(new, start, end).replace("--", "- -")


def in_cdata(new: str, start: int, end: int) -> str:
    """Spell a replacement in a CDATA section, which knows no escape."""
    return _FORBIDDEN.sub("", new).replace("]]>", "]] >")


def in_declaration(new: str, start: int, end: int) -> str:
    """Spell a replacement in a declaration or a processing instruction, which ``>`` would end."""
    return in_text(new, start, end).replace("?>", "? >").replace("--", "- -")


def as_name(new: str, start: int, end: int) -> str:
    """Spell a replacement as a tag's or an attribute's name."""
    return re.sub(r"[^\w.-]+", "", new).strip(".-") or "redacted"


def in_url(new: str, start: int, end: int) -> str:
    """Spell a replacement in an address (RFC 3986): percent signs for what it cannot hold."""
    return quote(new, safe="@:/?=,;+!$'()*~._-[]")


_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")


def percent_decoded(inner: Node, *, context: tuple[str, ...] = ()) -> View | None:
    """Return the view of an address without its percent signs; None where it has none."""
    if not _PERCENT.search(inner.text):
        return None
    texts: list[str] = []
    base: list[int] = []
    until: list[int] = []
    done = 0
    for match in _PERCENT.finditer(inner.text):
        first, last = match.span()
        texts.append(inner.text[done:first])
        base += range(done, first)
        until += range(done + 1, first + 1)
        raw = bytes.fromhex(match[0].replace("%", ""))
        at = 0
        while at < len(raw):
            size = next((size for size in (1, 2, 3, 4) if _is_character(raw[at : at + size])), 0)
            texts.append(raw[at : at + size].decode() if size else "\ufffd")
            base.append(first + 3 * at)
            at += size or 1
            until.append(first + 3 * at)
        done = last
    texts.append(inner.text[done:])
    base += range(done, len(inner.text))
    until += range(done + 1, len(inner.text) + 1)
    return View("".join(texts), base, context, until=until)


_HOME = re.compile(r"(?i)(?:^|[\\/])(?:users|home|documents and settings|documents%20and%20settings)[\\/]+([^\\/\s]+)")
#: Folders beside those of people.
_SHARED = frozenset(("public", "default", "all", "shared", "default user"))


def owners(address: str) -> Iterator[View]:
    """Yield whose home an address or a path leads to: ``file:///C:/Users/ada/letter.docx``."""
    for match in _HOME.finditer(address):
        if match[1].lower() not in _SHARED and not match[1].startswith(("<", "%3C")):
            yield View(match[1], range(*match.span(1)), (), "USERNAME")


def _is_character(raw: bytes) -> bool:
    try:
        return len(raw.decode()) == 1
    except UnicodeDecodeError:
        return False
