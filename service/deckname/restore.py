"""Undo what can be undone: tokens of ``encrypt`` with the keys, numbered placeholders with their mapping."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick, MatchKind

from deckname.errors import InvalidToken, LimitExceeded
from deckname.keys import Keyring
from deckname.operators.encrypt import BEGINNING, TOKEN, decrypted

#: A placeholder in brackets, as models and Markdown may write it: escaped, with spaces, in any case.
_BRACKETED = re.compile(r"\\?(?:<|&lt;|\[)([^<>\[\]&\r\n]{1,1100}?)\\?(?:>|&gt;|\])", re.IGNORECASE)
_GAPS = re.compile(r"[\s_#:.\-]+")


@dataclass(frozen=True, slots=True)
class Restored:
    """A text and how many values are back in it."""

    text: str = field(repr=False)
    count: int


def restore(
    text: str, *, keys: Keyring | None = None, mapping: Mapping[str, str] | None = None, longest: int | None = None
) -> Restored:
    """Return ``text`` with tokens decrypted and the placeholders of ``mapping`` replaced by their values.

    Placeholders in brackets are also known where case, spaces or escapes changed on their way through a language
    model: ``< person 1 >``, ``<PERSON\\_1>``, ``&lt;PERSON_1&gt;``. What is put in is not looked through again, so that
    a value which looks like a placeholder stays as it is. Without keys, tokens stay. ``longest`` limits the result.

    >>> restore("Dear <Person_1>,", mapping={"<PERSON_1>": "Ada"})
    Restored(count=1)

    Raises:
        InvalidToken: a token is damaged or of another key; says where, not what.
        LimitExceeded: the result would be longer than ``longest``.
    """
    found = _found(text, keys, mapping or {})
    length = len(text) + sum(start - end + len(value) for start, end, value in found)
    if longest is not None and length > longest:
        told = f"the restored text may have {longest} characters"
        raise LimitExceeded("text_too_long", told, limit=longest, actual=length)
    pieces: list[str] = []
    done = count = 0
    for start, end, value in found:
        pieces += [text[done:start], value]
        done = end
        count += 1
    pieces.append(text[done:])
    return Restored("".join(pieces), count)


def _found(text: str, keys: Keyring | None, mapping: Mapping[str, str]) -> list[tuple[int, int, str]]:
    """Return what is to be put where, disjoint and in order; of two that overlap, the one that begins first."""
    found = list(_placeholders(text, mapping))
    if keys is not None and len(keys):
        found += _tokens(text, keys)
    kept: list[tuple[int, int, str]] = []
    for each in sorted(found, key=lambda each: (each[0], -each[1])):
        if not kept or each[0] >= kept[-1][1]:
            kept.append(each)
    return kept


def _tokens(text: str, keys: Keyring) -> Iterable[tuple[int, int, str]]:
    for beginning in BEGINNING.finditer(text):
        token = TOKEN.match(text, beginning.start())
        if token is None:
            raise InvalidToken(
                f"the token at character {beginning.start()} is damaged: it is not whole", position=beginning.start()
            )
        yield token.start(), token.end(), decrypted(token, keys)


def _placeholders(text: str, mapping: Mapping[str, str]) -> Iterable[tuple[int, int, str]]:
    loose = {name for name in mapping if _BRACKETED.fullmatch(name)}
    shared = Counter(map(_plain, loose))  # what two share is known by its exact spelling alone
    values = {plain: mapping[name] for name in loose if shared[plain := _plain(name)] == 1}
    for match in _BRACKETED.finditer(text) if loose else ():
        value = mapping.get(match.group(), values.get(_plain(match.group())))
        if value is not None:
            yield match.start(), match.end(), value
    exact = [name for name in mapping if name and name not in loose]
    if exact:
        found = AhoCorasick(exact, matchkind=MatchKind.LeftmostLongest).find_matches_as_indexes(text)
        for index, start, end in found:
            if not (_within_word(text, start) or _within_word(text, end)):
                yield start, end, mapping[exact[index]]


def _within_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


def _plain(name: str) -> str:
    """Return what stands in the brackets, and which they are, whatever the spelling."""
    match = _BRACKETED.fullmatch(name)
    inner = match[1] if match else name
    words = _GAPS.sub(" ", inner.replace("\\", "").casefold()).strip()
    return f"[{words}]" if "[" in name else f"<{words}>"
