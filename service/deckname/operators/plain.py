"""The two operators without parameters."""

from __future__ import annotations

from typing import Literal

from deckname.operators.base import Base
from deckname.session import Session


class Remove(Base):
    """Leave nothing."""

    op: Literal["remove"] = "remove"

    def __call__(self, value: str, type_: str, session: Session) -> str:
        return ""


class Keep(Base):
    """Leave the value as it is, and report it."""

    op: Literal["keep"] = "keep"

    def __call__(self, value: str, type_: str, session: Session) -> str:
        return value
