"""What becomes of a found value: operators, and which operator for which type."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from deckname.types import ancestors

#: A value this long may keep a few characters more than half would allow: cards show the first six and last four.
_LONG = 13


class _Operator(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Replace(_Operator):
    """Put a placeholder in the value's place; ``{type}`` in it becomes the type, and nothing else is substituted."""

    op: Literal["replace"] = "replace"
    with_: Annotated[str, Field(alias="with", max_length=1000)] = "<{type}>"

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, populate_by_name=True)

    def __call__(self, value: str, type_: str) -> str:
        return self.with_.replace("{type}", type_)


class Mask(_Operator):
    """Hide letters and digits behind ``character`` one by one; separators stay.

    ``keep_first`` and ``keep_last`` leave some in sight, never more than half of them; a value with 13 or more may show
    the first six and the last four, as PCI DSS 4.0 (3.4.1) allows for cards.

    >>> Mask(keep_last=4)("4111-1111-1111-1111", "CREDIT_CARD")
    '****-****-****-1111'
    >>> Mask(keep_last=4)("Bob", "PERSON")
    '**b'
    """

    op: Literal["mask"] = "mask"
    character: Annotated[str, Field(min_length=1, max_length=1)] = "*"
    keep_first: Annotated[int, Field(ge=0, le=1000)] = 0
    keep_last: Annotated[int, Field(ge=0, le=1000)] = 0

    def __call__(self, value: str, type_: str) -> str:
        places = [index for index, character in enumerate(value) if character.isalnum() or character == self.character]
        count = len(places)
        half = count // 2
        if count < _LONG:
            last = min(self.keep_last, half)
            first = min(self.keep_first, half - last)
        else:
            last = min(self.keep_last, max(4, half - min(self.keep_first, 6)))
            first = min(self.keep_first, max(6, half - last))
            last = min(last, max(half, 10) - first)
        hidden = set(places[first : count - last])
        return "".join(self.character if index in hidden else character for index, character in enumerate(value))


class Remove(_Operator):
    """Leave nothing."""

    op: Literal["remove"] = "remove"

    def __call__(self, value: str, type_: str) -> str:
        return ""


class Keep(_Operator):
    """Leave the value as it is, and report it."""

    op: Literal["keep"] = "keep"

    def __call__(self, value: str, type_: str) -> str:
        return value


Operator = Annotated[Replace | Mask | Remove | Keep, Field(discriminator="op")]


class Policy(BaseModel):
    """Which operator for which type: the type's own, its nearest parent's, or the default."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    default: Operator = Replace()
    types: dict[str, Operator] = {}

    def operator(self, type_: str) -> Operator:
        """Return the operator for a type.

        >>> Policy(types={"NATIONAL_ID": Remove()}).operator("US_SSN").op
        'remove'
        """
        return next((self.types[name] for name in (type_, *ancestors(type_)) if name in self.types), self.default)
