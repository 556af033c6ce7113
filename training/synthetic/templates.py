"""Read the template files: texts with slots, as README.md says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from deckname.types import TYPES

from .pools import Split, split_of

DIRECTORY = Path(__file__).parent / "templates"
#: Domains that nothing is trained on, in no language: what the test split says of texts of a new kind.
TEST_DOMAINS = frozenset({"claims", "delivery", "realestate", "school", "negative_manuals"})
_SLOT = re.compile(r"\[\[([^\[\]\n]*)\]\]")
_NAME = re.compile(r"(?P<name>[a-z_0-9]+)(?:#(?P<number>\d+))?(?::(?P<case>upper|lower|title))?")
_LITERAL = re.compile(r"(?P<type>[A-Z_]+)\|(?P<text>.+)", re.DOTALL)


class TemplateError(ValueError):
    """A template that can't be filled; the message names the file, the template and the slot."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, marked with a type or not."""

    text: str
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value; values of one ``number`` belong together."""

    name: str
    number: int | None = None
    case: str | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """One text with slots; ``key`` is ``<language>/<domain>#<position>``."""

    key: str
    lang: str
    domain: str
    parts: tuple[Piece | Slot, ...]
    split: Split

    @property
    def negative(self) -> bool:
        return self.domain.startswith("negative")


def parse(text: str, *, where: str, slots: frozenset[str]) -> tuple[Piece | Slot, ...]:
    """Cut a template at its slots.

    >>> parse("Dear [[full#1]],", where="en/mail#1", slots=frozenset({"full"}))
    (Piece(text='Dear ', type=None), Slot(name='full', number=1, case=None), Piece(text=',', type=None))
    """
    parts: list[Piece | Slot] = []
    end = 0
    for match in _SLOT.finditer(text):
        if match.start() > end:
            parts.append(Piece(text[end : match.start()]))
        parts.append(_part(match.group(1), where=where, slots=slots))
        end = match.end()
    if end < len(text):
        parts.append(Piece(text[end:]))
    return tuple(parts)


def _part(inside: str, *, where: str, slots: frozenset[str]) -> Piece | Slot:
    if literal := _LITERAL.fullmatch(inside):
        if literal["type"] not in TYPES:
            raise TemplateError(
                f"{where}: unknown type {literal['type']} in [[{inside}]]; deckname/types.py lists them"
            )
        return Piece(literal["text"], literal["type"])
    match = _NAME.fullmatch(inside.strip())
    if not match or match["name"] not in slots:
        raise TemplateError(f"{where}: unknown slot [[{inside}]]; training/synthetic/README.md lists them")
    return Slot(match["name"], int(match["number"]) if match["number"] else None, match["case"])


def _texts(content: str) -> Iterator[str]:
    lines = [line for line in content.splitlines() if not line.startswith("%#")]
    for block in re.split(r"(?m)^%%[ \t]*$\n?", "\n".join(lines)):
        text = block.strip("\n")
        if text.strip():
            yield text


def load(path: Path, *, slots: frozenset[str]) -> list[Template]:
    """Read the templates of ``<language>/<domain>.txt``."""
    lang, domain = path.parent.name, path.stem
    templates = []
    for position, text in enumerate(_texts(path.read_text(encoding="utf-8")), start=1):
        key = f"{lang}/{domain}#{position}"
        parts = parse(text, where=f"{path} (template {position})", slots=slots)
        split = "test" if domain in TEST_DOMAINS else split_of(f"template:{text}")
        templates.append(Template(key, lang, domain, parts, split))
    return templates


def load_all(directory: Path = DIRECTORY, *, slots: frozenset[str]) -> list[Template]:
    """Read every template below ``directory``."""
    return [template for path in sorted(directory.glob("*/*.txt")) for template in load(path, slots=slots)]
