"""Which operator for which type."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict

from deckname.errors import UnknownKey
from deckname.keys import Keyring, missing
from deckname.operators import (
    DateShift,
    Encrypt,
    Generalize,
    Hash,
    Keep,
    Mask,
    Operator,
    Pseudonym,
    Remove,
    Replace,
)
from deckname.types import ancestors


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

    def operators(self) -> Iterator[tuple[str, Operator]]:
        """Yield each operator and where it stands: "default", or the name of a type."""
        yield "default", self.default
        yield from self.types.items()

    @property
    def numbers(self) -> bool:
        """Whether it numbers placeholders, so that what a value becomes depends on those before."""
        return any(isinstance(each, Replace) and "{n}" in each.with_ for _, each in self.operators())

    def check_keys(self, keys: Keyring) -> None:
        """Refuse what could not be done to the first value that needs it.

        Raises:
            UnknownKey: operators name keys that are not there; the message names them all.
        """
        named = {key for _, each in self.operators() if (key := getattr(each, "key", None))}
        if lost := sorted(named - keys.names):
            raise UnknownKey(missing(lost), key=lost[0])


__all__ = [
    "DateShift",
    "Encrypt",
    "Generalize",
    "Hash",
    "Keep",
    "Mask",
    "Operator",
    "Policy",
    "Pseudonym",
    "Remove",
    "Replace",
]
