"""Coarser values in the place of exact ones."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from deckname.operators import general
from deckname.operators.base import Base
from deckname.operators.dates import Order
from deckname.session import Session
from deckname.types import ancestors

#: Characters of an address, date or age at most: so that no value is slow.
_LONGEST = 500


class Generalize(Base):
    """Make dates, ages, addresses, places, IP addresses and coordinates coarser; what cannot be becomes ``<TYPE>``.

    ``to`` is for dates; birthdays that make somebody older than 89 in the ``reference_year`` (by default the current
    one) become one. ``age_band`` is in years, ``postcode_digits`` are those that stay, ``ipv4_prefix`` and
    ``ipv6_prefix`` the lengths of the networks.
    """

    op: Literal["generalize"] = "generalize"
    to: general.To = "year"
    age_band: Annotated[int, Field(ge=2, le=50)] = 5
    postcode_digits: Annotated[int, Field(ge=0, le=5)] = 3
    ipv4_prefix: Annotated[int, Field(ge=0, le=24)] = 24
    ipv6_prefix: Annotated[int, Field(ge=0, le=64)] = 48
    order: Order = "auto"
    reference_year: Annotated[int, Field(ge=1900, le=2199)] | None = None

    def __call__(self, value: str, type_: str, session: Session) -> str:
        names = (type_, *ancestors(type_)) if len(value) <= _LONGEST else ()
        return next((coarse for name in names if (coarse := self._coarse(value, name))), f"<{type_}>")

    def _coarse(self, value: str, type_: str) -> str | None:
        match type_:
            case "DATE_OF_BIRTH" | "DATE_TIME":
                year = self.reference_year or date.today().year
                born = type_ == "DATE_OF_BIRTH"
                return general.date_to(value, self.to, order=self.order, born=born, reference_year=year)
            case "AGE":
                return general.age_to(value, self.age_band)
            case "ADDRESS" | "LOCATION":
                return general.place_to(value, self.postcode_digits)
            case "IP_ADDRESS":
                return general.network_of(value, ipv4=self.ipv4_prefix, ipv6=self.ipv6_prefix)
            case "COORDINATES":
                return general.coordinates_to(value)
        return None
