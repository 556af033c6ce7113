"""What the values of one document share while they are redacted: numbers, keys, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckname.errors import LimitExceeded
from deckname.keys import Keyring

#: What ends a numbered placeholder of anybody's, and the word before it; words are looked at from their end.
_NUMBER = re.compile(r"[ _#:.-](\d{1,9})(?!\w)")
_WORD = re.compile(r"\w+\Z")
_LONGEST_WORD = 80


class Session:
    """Numbers for placeholders, the caller's keys, and the ``subject`` by which dates move.

    One session is one document, or as many texts as shall count together. It holds personal data, so that its repr says
    how much and no more; it is not for several threads at a time.

    >>> session = Session()
    >>> session.reserve("<PERSON_1> wrote")
    >>> session.placeholder("<PERSON_{n}>", "Ada"), session.mapping
    ('<PERSON_2>', {'<PERSON_2>': 'Ada'})
    """

    def __init__(self, keys: Keyring | None = None, *, subject: str = "", room: int | None = None) -> None:
        self.keys = Keyring() if keys is None else keys
        self.subject = subject
        self._room = self._left = room
        self.mapping: dict[str, str] = {}  # placeholder -> the value that it first stood for
        self._issued: dict[tuple[str, str], str] = {}
        self._last: dict[str, int] = {}
        self._reserved: set[str] = set()

    def __repr__(self) -> str:
        return f"Session({len(self.mapping)} placeholders)"

    def spend(self, characters: int) -> None:
        """Take so many characters of what all replacements together may have (``room``).

        Raises:
            LimitExceeded: there is no room left: a long template for many values.
        """
        if self._left is None or self._room is None:
            return
        self._left -= characters
        if self._left < 0:
            told = f"the replacements together may have {self._room} characters; use a shorter template"
            raise LimitExceeded("text_too_long", told, limit=self._room, actual=self._room - self._left)

    def reserve(self, text: str) -> None:
        """Note the placeholders that stand in a text, so that no value gets one of them."""
        if any(digit in text for digit in "0123456789"):
            self._reserved.update(_names(text))

    def placeholder(self, template: str, value: str) -> str:
        """Return the placeholder of a value; ``{n}`` in the template is its number."""
        known = template, " ".join(value.casefold().split())
        if known not in self._issued:
            self._issued[known] = made = self._next(template)
            self.mapping[made] = value
        return self._issued[known]

    def subkey(self, name: str, purpose: str) -> bytes:
        """Return 32 bytes for one purpose.

        Raises:
            UnknownKey: there is no key of this name.
        """
        return self.keys.subkey(name, purpose)

    def _next(self, template: str) -> str:
        while True:
            number = self._last[template] = self._last.get(template, 0) + 1
            made = template.replace("{n}", str(number))
            if made not in self.mapping and self._reserved.isdisjoint(_names(made)):
                return made


def _names(text: str) -> Iterator[str]:
    """Yield what may be numbered placeholders, in one spelling: in any brackets and case they are taken."""
    for match in _NUMBER.finditer(text):
        word = _WORD.search(text[max(0, match.start() - _LONGEST_WORD) : match.start()])
        if word and not word.group().isdigit():
            yield f"{word.group().casefold()} {int(match[1])}"
