"""What goes into a recognizer and what comes out: passages in, findings out."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from deckname.span import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A folded text and what is known about it.

    ``context`` names the content (a column header, a JSON key); ``deadline`` is a reading of ``time.monotonic``;
    ``regions`` are the countries it comes from, where known: ISO 3166, two capitals, the likeliest first. ``types`` are
    those that are asked for, None for all: a recognizer may spare itself the others.
    """

    text: str = field(repr=False)
    context: tuple[str, ...] = field(default=(), repr=False)
    deadline: float | None = None
    regions: tuple[str, ...] = ()
    types: frozenset[str] | None = None

    def wants(self, type_: str) -> bool:
        """Whether somebody asks for spans of this type."""
        return self.types is None or type_ in self.types

    def remaining(self) -> float:
        """Seconds left before the deadline; infinite without one."""
        return float("inf") if self.deadline is None else self.deadline - time.monotonic()


#: The reason of a finding that words name and its check refuses.
CHECK_FAILED = "check_failed"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One recognizer's word for one span: ``span.score`` is its own estimate, ``reason`` says what it rests on.

    ``reason`` is a fixed phrase ("pattern", "pattern, context", "check_failed", "model"), never the text; ``rule``
    names the rule that matched ("Spanish DNI"), where there are several of a type.
    """

    span: Span
    reason: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Warning:
    """Why an answer may be incomplete: a code, and the type or recognizer that is missing."""

    code: str
    type: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What one recognizer found in one passage."""

    evidence: tuple[Evidence, ...] = ()
    warnings: tuple[Warning, ...] = ()
