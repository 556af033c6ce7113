"""The strings, numbers and keys of a JSON text: where each is spelled, and how another is spelled in its place.

Shared by JSON lines and JSON documents. Nothing is parsed into objects and written anew: all that is not replaced
stays as it stands, character for character, duplicate keys included.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from deckname.errors import InvalidRequest, InvalidText
from deckname.files.format import whole_number
from deckname.text import check

Path: TypeAlias = tuple[str | int, ...]


class Kind(Enum):
    """What a scalar is."""

    STRING = "string"
    NUMBER = "number"
    KEY = "key"


class Scalar(NamedTuple):
    """``json_text[start:end]`` spells ``text``, with quotes where it is a string or a key.

    ``path`` leads to it through keys and indices; of a key, it ends with the key itself. ``owner`` is where the object
    of a key begins.
    """

    start: int
    end: int
    kind: Kind
    text: str
    path: Path
    owner: int

    def __repr__(self) -> str:  # a traceback shows no personal data, and neither does a test's report
        return f"Scalar({self.start}, {self.end}, {self.kind.name})"


_TOKEN = re.compile(
    r'[ \t\r\n,:]*+(?:"([^"\\]*+(?:\\.[^"\\]*+)*+)"([ \t\r\n]*+:)?|(-?[0-9][0-9.eE+-]*+)|([\[{])|([\]}])|[A-Za-z-]++)'
)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")


def scalars(text: str, start: int = 0, end: int | None = None) -> Iterator[Scalar]:
    """Yield the scalars of the one well-formed JSON value that ``text[start:end]`` is, in order.

    Literals (true, false, null) are none of them.

    >>> [(each.text, each.kind.value, each.path) for each in scalars('{"a": [1, "b"]}')]
    [('a', 'key', ('a',)), ('1', 'number', ('a', 0)), ('b', 'string', ('a', 1))]
    """
    path: Path = ()  # to the innermost container
    member: Path = ()  # to the value that comes next, in an object
    index = -1  # of the last element, in an array
    in_array = False
    stack: list[tuple[Path, Path, int, bool, int]] = []
    owner = start
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        kind = match.lastindex
        if kind == 2:
            key = _plain(match[1])
            member = (*path, key)
            at = match.end(1) + 1
            yield Scalar(match.start(1) - 1, at, Kind.KEY, key, member, owner)
        elif kind == 5:
            path, member, index, in_array, owner = stack.pop()
        else:
            if in_array:
                index += 1
                member = (*path, index)
            if kind == 1:
                yield Scalar(match.start(1) - 1, match.end(1) + 1, Kind.STRING, _plain(match[1]), member, owner)
            elif kind == 3:
                yield Scalar(match.start(3), match.end(3), Kind.NUMBER, whole_number(match[3]), member, owner)
            elif kind == 4:
                stack.append((path, member, index, in_array, owner))
                path, index, in_array = member, -1, match[4] == "["
                owner = match.start(4)


def _plain(spelled: str) -> str:
    if "\\" not in spelled:
        return spelled
    plain: str = json.loads(f'"{spelled}"', strict=False)
    return plain


def well_formed(text: str) -> str:
    """Return what is wrong with a JSON text, or nothing; never what stands there."""
    try:
        json.loads(text)
    except RecursionError:
        return "is nested too deeply"
    except json.JSONDecodeError as error:
        return f"is not JSON (line {error.lineno}, column {error.colno})"
    except ValueError:  # Python refuses to read whole numbers of more than 4300 digits
        return "holds a number that is too long"
    return ""


def spelled(scalar: Scalar, new: str, *, ascii_only: bool) -> str:
    """Return how the new text is spelled in the place of a scalar: a number that is none any more becomes a string."""
    if scalar.kind is Kind.NUMBER and _NUMBER.fullmatch(new):
        return new
    return json.dumps(new, ensure_ascii=ascii_only)


@lru_cache(maxsize=4096)
def context(path: Path) -> tuple[str, ...]:
    """Return the words that name a value: its nearest two keys, the nearer first.

    >>> context(("customer", "phones", 0, "value"))
    ('value', 'phones')
    """
    return tuple([part for part in reversed(path) if isinstance(part, str)][:2])


_NAME = re.compile(r"[A-Za-z_][A-Za-z_-]{0,31}")


@lru_cache(maxsize=4096)
def shown(path: Path) -> str:
    """Return a path for people, as a JSON pointer; what may be more than a name (it holds digits or marks) is a star.

    >>> shown(("users", "ada@lovelace.org", 0, "phone"))
    '/users/*/0/phone'
    """
    return "".join(f"/{part if isinstance(part, int) or _NAME.fullmatch(part) else '*'}" for part in path)


def parse_pointer(given: str) -> tuple[str, ...]:
    """Return the parts of a JSON pointer (RFC 6901); a part ``*`` stands for any key or index.

    >>> parse_pointer("/user/e~1mail")
    ('user', 'e/mail')

    Raises:
        InvalidRequest: it does not begin with a slash.
    """
    if given and not given.startswith("/"):
        raise InvalidRequest("a JSON pointer begins with a slash: /user/email")
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in given.split("/")[1:])


@dataclass(frozen=True, slots=True)
class Selection:
    """Which values of a JSON text are looked through: all, or those at and below some pointers."""

    pointers: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def of(cls, pointers: Sequence[str]) -> Selection:
        """Return the selection of pointers as they are written."""
        return cls(tuple(map(parse_pointer, pointers)))

    def holds(self, path: Path) -> bool:
        """Whether a value at ``path`` is looked through."""
        return not self.pointers or any(_leads(pointer, path) for pointer in self.pointers)

    def __str__(self) -> str:
        return " or ".join("/".join(("", *pointer)) for pointer in self.pointers)


def _leads(pointer: tuple[str, ...], path: Path) -> bool:
    return len(pointer) <= len(path) and all(
        part in ("*", str(step)) for part, step in zip(pointer, path, strict=False)
    )


def distinct_keys(found: Iterable[tuple[Scalar, str]]) -> list[tuple[Scalar, str]]:
    """Return the keys with their new texts, a number behind each that another key of its object has already.

    ``found`` are all keys of some objects, with the replaced ones among them: two addresses that both become
    ``<EMAIL_ADDRESS>`` would be one member to most parsers, and a value lost.
    """
    taken: dict[int, set[str]] = {}
    found = list(found)
    for scalar, new in found:
        if new == scalar.text:
            taken.setdefault(scalar.owner, set()).add(new)
    given: dict[tuple[int, str], str] = {}
    result = []
    for scalar, new in found:
        if new != scalar.text:
            mine = taken.setdefault(scalar.owner, set())
            again = given.get((scalar.owner, scalar.text))  # the same key twice stays the same key twice
            if again is None:
                again = next(name for name in _numbered(new) if name not in mine)
                given[scalar.owner, scalar.text] = again
                mine.add(again)
            new = again
        result.append((scalar, new))
    return result


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name} ({number})"
        number += 1


def check_scalar(scalar: Scalar, where: str) -> None:
    """Refuse a lone surrogate, which only an escape can spell.

    Raises:
        InvalidText: says where.
    """
    try:
        check(scalar.text)
    except InvalidText as error:
        raise InvalidText(f"{where}: {error}") from error
