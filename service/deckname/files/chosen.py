"""Which columns of a table are looked through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckname.columns import Kind, Leaf
from deckname.errors import InvalidRequest


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns are looked through (names, paths like ``address.street``, or numbers from 1), and what they are."""

    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    types: tuple[tuple[str, str], ...] = ()
    as_text: tuple[str, ...] = ()

    def check(self, found: Sequence[Leaf]) -> None:
        """Refuse a column that is not there: a slip would leave another unread.

        Raises:
            InvalidRequest: there is no such column.
        """
        for name in (*self.only, *self.skip, *(name for name, _ in self.types), *self.as_text):
            if not any(_meant(leaf, name) for leaf in found):
                raise InvalidRequest("there is no such column as one that was named; the schema has their names")

    def wants(self, leaf: Leaf) -> bool:
        """Whether the leaf is looked through."""
        if leaf.kind is Kind.SILENT or any(_meant(leaf, name) for name in self.skip):
            return False
        return not self.only or any(_meant(leaf, name) for name in self.only)

    def type_of(self, leaf: Leaf) -> str:
        """Return what all values of the leaf are known to be, or nothing."""
        return next((type_ for name, type_ in self.types if _meant(leaf, name)), "")

    def becomes_text(self, leaf: Leaf) -> bool:
        """Whether the leaf shall be text whatever is found, so that all files of a data set agree."""
        return any(_meant(leaf, name) for name in self.as_text)


def _meant(leaf: Leaf, name: str) -> bool:
    return leaf.name == name or leaf.name.startswith(f"{name}.") or str(leaf.column + 1) == name
