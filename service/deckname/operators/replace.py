"""Placeholders."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from deckname.operators.base import Base
from deckname.session import Session

#: Where a number may stand: behind a word and one separator, and at the end of it. Else ``A1`` and ``2`` would be
#: ``A`` and ``12``, and a placeholder could not be told from the text around it.
_NUMBERED = re.compile(r"(?:\{type\}|[A-Za-z])[ _#:.-]\{n\}(?![\w{])")


class Replace(Base):
    """Put a placeholder in the value's place.

    ``{type}`` in it becomes the type and ``{n}`` a number: the same for values that differ in case and spaces alone,
    counted by type through the whole session; nothing else is substituted.

    >>> session = Session()
    >>> [Replace(with_="<{type}_{n}>")(name, "PERSON", session) for name in ("Ada Byron", "Bob", "ADA  BYRON")]
    ['<PERSON_1>', '<PERSON_2>', '<PERSON_1>']
    """

    op: Literal["replace"] = "replace"
    with_: Annotated[str, Field(alias="with", max_length=1000)] = "<{type}>"

    @field_validator("with_")
    @classmethod
    def _can_be_told_apart(cls, template: str) -> str:
        if "{n}" in template and (template.count("{n}") > 1 or not _NUMBERED.search(template)):
            raise PydanticCustomError(
                "deckname", "must have {n} once, behind a word and one of space _ # : . -, as in <{type}_{n}>"
            )
        return template

    def __call__(self, value: str, type_: str, session: Session) -> str:
        filled = self.with_.replace("{type}", type_)
        return session.placeholder(filled, value) if "{n}" in self.with_ else filled
