"""Realistic surrogates in the place of values."""

from __future__ import annotations

from typing import Literal

from deckname.operators.base import Base, KeyName
from deckname.session import Session


class Pseudonym(Base):
    """Put another value of the same kind, language, gender and shape in its place, the same for the same value.

    No table is kept: a key decides. Names go part by part, so that "Smith" follows "John Smith". Telephone numbers,
    addresses of the net, cards, IBANs and social security numbers come from ranges for tests and fiction; ``distinct``
    takes telephone numbers that no plan has and IPv4 addresses of a reserved network instead, which are many more. What
    has no surrogate becomes ``<TYPE>``. What this writes looks like a name again and is found again, so that redacting
    twice is not redacting once.
    """

    op: Literal["pseudonym"] = "pseudonym"
    key: KeyName
    distinct: bool = False

    def __call__(self, value: str, type_: str, session: Session) -> str:
        from deckname.operators.surrogates.kinds import surrogate  # reads the plans of telephone numbers: not on import

        return surrogate(value, type_, session.subkey(self.key, self.op), distinct=self.distinct) or f"<{type_}>"
