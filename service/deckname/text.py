"""Folding that loses no offset, and offsets in the units of other languages.

``normalise`` makes text look the way that recognizers expect: ASCII digits, plain hyphens and spaces, composed
letters, nothing invisible. Nearly always one character becomes one character, and an offset in the folded text
*is* an offset in the source. Where characters vanish or merge, an alignment comes along.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import regex

from deckname.errors import InvalidText


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where its characters came from.

    Character ``i`` of ``text`` came from ``source[starts[i]:ends[i]]``; ``None`` means from ``source[i]``.
    """

    text: str = field(repr=False)
    starts: Sequence[int] | None = field(default=None, repr=False)
    ends: Sequence[int] | None = field(default=None, repr=False)

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the source the non-empty ``text[start:end]`` came from."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


# Default-ignorable characters: zero width spaces and joiners, soft hyphen, bidi marks, variation selectors, tags.
_INVISIBLE = regex.compile(r"\p{Default_Ignorable_Code_Point}")
_MERGES = regex.compile(r"\p{Default_Ignorable_Code_Point}|\p{M}")
_CLUSTER = regex.compile(
    r"\p{Default_Ignorable_Code_Point}|[^\p{M}](?:\p{M}|\p{Default_Ignorable_Code_Point}(?=\p{M}))*|.", regex.DOTALL
)
_DASHES = frozenset("‐‑‒–—―−﹘﹣－⁃")
_APOSTROPHES = frozenset("’‘‛ʼ＇`´")
_LINE_BREAKS = frozenset("\u2028\u2029\x85\x0b\x0c")


def _fold(character: str) -> str:
    """Fold one character to one character."""
    if character in _DASHES:
        return "-"
    if character in _APOSTROPHES:
        return "'"
    if character in _LINE_BREAKS:
        return "\n"
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    if unicodedata.category(character) == "Zs":
        return " "
    compatible = unicodedata.normalize("NFKC", character)
    return compatible if len(compatible) == 1 else character


class _Table(dict[int, str]):
    """For ``str.translate``: folds each character when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold(chr(code))
        return folded


_TABLE = _Table((code, chr(code)) for code in range(128) if chr(code) not in _LINE_BREAKS | {"`"})


def normalise(text: str) -> Folded:
    """Return ``text`` folded for recognition.

    >>> normalise("Ｊohn １２–３").text
    'John 12-3'
    >>> folded = normalise("john\\u200b@x.com")
    >>> folded.text, folded.source_range(0, 10)
    ('john@x.com', (0, 11))

    Raises:
        InvalidText: ``text`` holds a lone surrogate.
    """
    check(text)
    if text.isascii() or not _MERGES.search(text):
        return Folded(text.translate(_TABLE))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _CLUSTER.finditer(text):
        cluster = match.group()
        visible = _INVISIBLE.sub("", cluster)
        composed = unicodedata.normalize("NFC", visible)
        if not composed:
            continue
        kept = composed.translate(_TABLE)
        pieces.append(kept)
        if len(kept) == len(cluster):
            starts.extend(range(match.start(), match.end()))
            ends.extend(range(match.start() + 1, match.end() + 1))
        else:
            starts.extend([match.start()] * len(kept))
            ends.extend([match.end()] * len(kept))
    return Folded("".join(pieces), starts, ends)


def lower(text: str) -> str:
    """Return ``text`` in lower case, character by character, so that offsets stay.

    >>> lower("İSTANBUL A")
    'İstanbul a'
    """
    return "İ".join(part.lower() for part in text.split("İ"))  # the one letter whose small form is two


def recase(text: str, change: Callable[[str], str]) -> str:
    """Return ``text`` with every letter in another case, save where that is not one letter; nothing moves.

    >>> recase("İSTANBUL A", str.lower), recase("Straße", str.upper)
    ('İstanbul a', 'STRAßE')
    """
    return "".join(changed if len(changed := change(letter)) == 1 else letter for letter in text)


def check(text: str) -> None:
    """Refuse a text with lone surrogates: it has no UTF-8 form, and no offsets in bytes.

    Raises:
        InvalidText: says where the first one stands.
    """
    if text.isascii():
        return
    try:
        text.encode()
    except UnicodeEncodeError as error:
        position = error.start
    else:
        return
    # Outside the handler: the encoder's error holds the whole text and must not ride along as context.
    raise InvalidText(f"a lone surrogate at character {position}: send well-formed Unicode", position=position)


class OffsetUnit(StrEnum):
    """What the offsets of an answer count."""

    CODEPOINT = "codepoint"
    UTF16 = "utf16"
    BYTE = "byte"


def convert_offsets(text: str, offsets: Iterable[int], unit: OffsetUnit) -> list[int]:
    """Return code-point ``offsets`` into ``text`` as offsets in ``unit``, in the order given.

    >>> convert_offsets("a😀b", [0, 1, 2, 3], OffsetUnit.UTF16)
    [0, 1, 3, 4]
    >>> convert_offsets("a😀b", [0, 1, 2, 3], OffsetUnit.BYTE)
    [0, 1, 5, 6]
    """
    wanted = list(offsets)
    if unit is OffsetUnit.CODEPOINT or text.isascii():
        return wanted
    encoding, width = ("utf-16-le", 2) if unit is OffsetUnit.UTF16 else ("utf-8", 1)
    converted: dict[int, int] = {}
    done = units = 0
    for offset in sorted(set(wanted)):
        units += len(text[done:offset].encode(encoding)) // width
        converted[offset] = units
        done = offset
    return [converted[offset] for offset in wanted]
