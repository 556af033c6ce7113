"""Dates moved by a number of days that a key and the subject decide."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from deckname.operators.base import Base, KeyName
from deckname.operators.dates import Order
from deckname.operators.keyed import Draw
from deckname.operators.shifting import offset, shifted
from deckname.session import Session


class DateShift(Base):
    """Move dates by as many days as key and subject decide, up to ``days`` back or forth and never 0.

    All dates of a subject move alike, so that intervals survive; form, language and the time of the day stay, the day
    of the week is corrected. What is no date becomes ``<TYPE>``.
    """

    op: Literal["date_shift"] = "date_shift"
    key: KeyName
    days: Annotated[int, Field(ge=1, le=3650)] = 365
    order: Order = "auto"

    def __call__(self, value: str, type_: str, session: Session) -> str:
        days = offset(Draw(session.subkey(self.key, self.op)), session.subject, within=self.days)
        latest = date.today().year if type_ == "DATE_OF_BIRTH" else None
        return shifted(value, days, order=self.order, latest=latest) or f"<{type_}>"
