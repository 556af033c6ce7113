"""YAML: scalars, keys, comments, anchors and tags; layout, anchors and documents stay as they are.

The parser (PyYAML) says where each scalar stands and what it means; the source is edited there and nowhere else. A
value that could be misread in its new form (``*****`` would be an alias) gets quotes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, BinaryIO, TypeAlias

from deckname.errors import InvalidRequest, UnsupportedFile
from deckname.files.encoding import encoded
from deckname.files.format import Batch
from deckname.files.markup import decoded
from deckname.files.nodes import Edit, Layer, Node, batches, changes, joined, laid, separated, splice, verbatim
from deckname.files.whole import read, text_of
from deckname.redact import Redacted

_DEPTH = 200
#: What a plain scalar may be after redaction, on one line (YAML 1.2.2, 7.3.3), in flow and block context alike.
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=~](?:[^:#,\[\]{}\n]|:(?=\S)(?![,\[\]{}])|(?<=\S)#)*(?<![\s:])")
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r?\n[ \t]*|[^\n])|[ \t]*(?:\r?\n[ \t]*)+")
_FOLDED = re.compile(r"''|[ \t]*(?:\r?\n[ \t]*)+")
_LETTERS = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_PROPERTIES = re.compile(r"(?:[&!]\S*+\s++)*+")
_LINE = re.compile(r"[^\n]*\n?")
_PIECE = re.compile(r"#[^\n]*|[&*!][^\s,\[\]{}]+|%[^\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Yaml:
    """A file of YAML, of one document or many."""

    encoding: str | None = None

    def read(self, source: BinaryIO) -> Iterator[Batch]:
        """Yield the file in batches.

        Raises:
            InvalidRequest: it is no YAML; says which line.
        """
        text, encoding = text_of(read(source), self.encoding)
        groups = ([layer] for layer in layers(text))
        yield from batches(text, groups, partial(encoded, encoding=encoding))


#: Start, end, style, the nearest keys; of a key the keys of its mapping.
_Scalar: TypeAlias = "tuple[int, int, str, tuple[str, ...], _Keys | None]"


@dataclass(slots=True)
class _Keys:
    """The keys of a mapping, as they were and as they become: no two may become one, or a value is lost to parsers."""

    taken: set[str] = field(default_factory=set, repr=False)
    given: dict[int, str] = field(default_factory=dict, repr=False)

    def distinct(self, start: int, new: str) -> str:
        if start not in self.given:
            number, unique = 2, new
            while unique in self.taken:
                unique, number = f"{new} ({number})", number + 1
            self.taken.add(unique)
            self.given[start] = unique
        return self.given[start]


@dataclass(frozen=True, slots=True)
class _Key(Layer):
    """A key, which must stay another than those beside it."""

    keys: _Keys = field(default_factory=_Keys)

    def edits(self, redacted: Sequence[Redacted]) -> Iterator[Edit]:
        """Yield the edits of the key, with a number where another key is called so already."""
        found = changes(self.nodes, self.views, redacted)
        if found:
            new = splice(self.views[0].text, found)
            start, end, replacement = found[-1]
            unique = self.keys.distinct(self.nodes[0].start, new)
            found[-1] = (start, end, replacement + unique[len(new) :])
        yield from laid(self.nodes, found)


def layers(text: str) -> Iterator[Layer]:
    """Yield the layers of a file: of its scalars, and of what stands between them."""
    done = 0
    line = 1
    for start, end, style, words, keys in _scalars(text):
        # Anchors and tags stand before the scalar, within its marks.
        properties = _PROPERTIES.match(text, start, end)
        start = properties.end() if properties else start
        yield from _between(text, done, start, line)
        line += text.count("\n", done, start)
        layer = _layer(text, start, end, style, words, f"line {line}")
        if layer:
            yield layer if keys is None else _Key(layer.nodes, layer.views, layer.place, keys)
        line += text.count("\n", start, end)
        done = end
    yield from _between(text, done, len(text), line)


def _scalars(text: str) -> list[_Scalar]:
    """Return start, end, style and the nearest keys of each scalar."""
    try:
        import yaml
    except ImportError as error:
        raise UnsupportedFile("YAML needs PyYAML: pip install 'deckname[files]'") from error
    found: list[_Scalar] | None = None
    line = 0
    # The parser skips a byte order mark and counts without it.
    shift = 1 if text.startswith("\ufeff") else 0
    try:
        found = _walked(yaml.parse(text[shift:], Loader=yaml.SafeLoader), shift)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
    except (yaml.YAMLError, RecursionError, ValueError):
        pass
    # Outside the handler: the parser's error quotes the line.
    if found is None:
        raise InvalidRequest(f"the file is not YAML (line {line})" if line else "the file is not YAML")
    return found


def _walked(events: Any, shift: int) -> list[_Scalar]:
    found: list[_Scalar] = []
    mappings: list[_Keys] = []
    keys: list[list[str | None]] = []  # of each open collection: [key of the value to come] of a mapping, [] of a list
    for event in events:
        name = type(event).__name__
        if name == "ScalarEvent":
            if str(event.tag).endswith(":binary"):
                raise UnsupportedFile(f"line {event.start_mark.line + 1}: binary data in YAML; take it out")
            start, end = event.start_mark.index + shift, event.end_mark.index + shift
            is_key = bool(keys) and keys[-1] == [None]
            words = tuple(key[0] for key in reversed(keys) if key and key[0])[:2]
            found.append((start, end, event.style or "", () if is_key else words, mappings[-1] if is_key else None))
            if is_key:
                mappings[-1].taken.add(event.value)
                keys[-1] = [event.value]
            elif keys and keys[-1]:
                keys[-1] = [None]
        elif name == "AliasEvent":
            if keys and keys[-1]:
                keys[-1] = [None] if keys[-1] != [None] else [""]
        elif name in ("MappingStartEvent", "SequenceStartEvent"):
            if keys and keys[-1] == [None]:
                keys[-1] = [""]
            keys.append([None] if name == "MappingStartEvent" else [])
            mappings.append(_Keys())
            if len(keys) > _DEPTH:  # the parser's time grows with the square of it
                raise InvalidRequest("the file is nested too deeply")
        elif name in ("MappingEndEvent", "SequenceEndEvent"):
            keys.pop()
            mappings.pop()
            if keys and keys[-1]:
                keys[-1] = [None]
    return found


def _layer(text: str, start: int, end: int, style: str, words: tuple[str, ...], place: str) -> Layer | None:
    spelled = text[start:end]
    if not spelled.strip():
        return None
    if style == '"':
        node = _decoded(text, start, end, _ESCAPE, _escaped, partial(_quoted, '"'))
        return joined([node], context=words, place=place)
    if style == "'":
        node = _decoded(text, start, end, _FOLDED, _single, partial(_quoted, "'"))
        return joined([node], context=words, place=place)
    if style in ("|", ">"):
        return _block(text, start, end, style, words, place)
    if "\n" in spelled:
        node = _decoded(text, start, end, _FOLDED, _single, _plain)
        return joined([node], context=words, place=place)
    return joined([Node(start, end, spelled, whole=_plain)], context=words, place=place)


def _block(text: str, start: int, end: int, style: str, words: tuple[str, ...], place: str) -> Layer | None:
    """Return the layer of a block scalar, line by line: the indentation is none of its text."""
    nodes: list[Node] = []
    parts: list[tuple[Node, int] | str] = []
    header = _LINE.match(text, start, end)
    at = header.end() if header else end
    comment = text.find("#", start, at)
    if comment >= 0:
        nodes.append(Node(comment, comment + len(text[comment:at].rstrip()), text[comment:at].rstrip(), _flat))
        parts += [(nodes[0], 0), "\n\n"]
    base = len(nodes[0].text) if nodes else 0
    while at < end:
        match = _LINE.match(text, at, end)
        stop = match.end() if match else end
        line = text[at:stop]
        first = at + len(line) - len(line.lstrip(" \t"))
        last = at + len(line.rstrip("\r\n"))
        if first < last:
            nodes.append(Node(first, last, text[first:last], _flat))
            parts.append((nodes[-1], base))
            base += last - first
        parts.append("\n" if style == "|" or first >= last else " ")
        at = stop
    return Layer(tuple(nodes), (separated(parts, context=words),), place) if nodes else None


def _between(text: str, start: int, end: int, line: int) -> Iterator[Layer]:
    """Yield the layers of comments, anchors, aliases, tags and directives."""
    for match in _PIECE.finditer(text, start, end):
        first, last = match.span()
        line += text.count("\n", start, first)
        start = first
        spell = _flat if match[0][0] in "#%" else _name
        yield joined([Node(first + 1, last, text[first + 1 : last], spell)], place=f"line {line}")


def _decoded(
    text: str, start: int, end: int, pattern: re.Pattern[str], decode: Callable[[str], str], whole: Callable[[str], str]
) -> Node:
    inner = 1 if text[start] in "'\"" and whole is not _plain else 0
    return decoded(text, start + inner, end - inner, pattern, decode, verbatim, whole)


def _escaped(escape: str) -> str:
    if escape[0] != "\\":
        return "\n" * (escape.count("\n") - 1) or " "
    body = escape[1:]
    if body[0] in "xuU" and len(body) > 1:
        code = int(body[1:], 16)
        return chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"
    return "" if body[0] in "\r\n" else _LETTERS.get(body, body)


def _single(fold: str) -> str:
    return "'" if fold == "''" else "\n" * (fold.count("\n") - 1) or " "


def _quoted(quote: str, new: str) -> str:
    if quote == '"':
        return json.dumps(new, ensure_ascii=False)[1:-1].replace("\x85", "\\N").replace("\x7f", "\\x7f")
    return re.sub(r"\s*\n\s*", " ", new).replace("'", "''")


def _plain(new: str) -> str:
    """Spell a plain scalar, with quotes where it could be misread."""
    if _PLAIN.fullmatch(new) and "\n" not in new and " #" not in new and ": " not in new and new.isprintable():
        return new
    return json.dumps(new, ensure_ascii=False)


def _flat(new: str, start: int, end: int) -> str:
    return " ".join(new.splitlines())


def _name(new: str, start: int, end: int) -> str:
    return re.sub(r"[^\w-]+", "", new, flags=re.ASCII) or "redacted"
