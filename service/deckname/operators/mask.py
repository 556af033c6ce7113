"""Values with their characters hidden."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from deckname.operators.base import Base
from deckname.session import Session

#: A value this long may keep a few characters more than half would allow: cards show the first six and last four.
_LONG = 13


class Mask(Base):
    """Hide letters and digits behind ``character`` one by one; separators stay, unless ``keep_format`` is false.

    ``keep_first`` and ``keep_last`` leave some in sight, never more than half of them; a value with 13 or more may show
    the first six and the last four, as PCI DSS 4.0 (3.4.1) allows for cards.

    >>> Mask(keep_last=4)("4111-1111-1111-1111", "CREDIT_CARD", Session())
    '****-****-****-1111'
    >>> Mask(keep_last=4, keep_format=False)("4111-1111-1111-1111", "CREDIT_CARD", Session())
    '***************1111'
    >>> Mask(keep_last=4)("Bob", "PERSON", Session())
    '**b'
    """

    op: Literal["mask"] = "mask"
    character: Annotated[str, Field(min_length=1, max_length=1)] = "*"
    keep_first: Annotated[int, Field(ge=0, le=1000)] = 0
    keep_last: Annotated[int, Field(ge=0, le=1000)] = 0
    keep_format: bool = True

    def __call__(self, value: str, type_: str, session: Session) -> str:
        places = [index for index, character in enumerate(value) if character.isalnum() or character == self.character]
        shown = {place for kept in self._kept(len(places)) for place in places[kept]}
        hidden = set(places) if self.keep_format else set(range(len(value)))
        return "".join(
            self.character if index in hidden and index not in shown else character
            for index, character in enumerate(value)
        )

    def _kept(self, count: int) -> tuple[slice, slice]:
        """Return which of so many characters stay in sight."""
        half = count // 2
        if count < _LONG:
            last = min(self.keep_last, half)
            first = min(self.keep_first, half - last)
        else:
            last = min(self.keep_last, max(4, half - min(self.keep_first, 6)))
            first = min(self.keep_first, max(6, half - last))
            last = min(last, max(half, 10) - first)
        return slice(0, first), slice(count - last, count)
