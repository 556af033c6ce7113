"""What a reviewer says: verdicts on spans, and choices among redactions.

    right        the span is as it should be
    wrong_type   its type is ``right_type``
    wrong_edge   it is [right_start, right_end)
    missed       here is personal data that was not found
    not_pii      what was found is none

Offsets are half-open and count code points.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, get_args

from deckname.overlap import resolve
from deckname.span import Span

Kind = Literal["right", "wrong_type", "wrong_edge", "missed", "not_pii"]
KINDS: tuple[Kind, ...] = get_args(Kind)
SOURCE = "feedback"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reviewer says of one span; the ``right_*`` say how it should be, where that differs."""

    kind: Kind
    start: int
    end: int
    type: str
    right_type: str | None = None
    right_start: int | None = None
    right_end: int | None = None

    @property
    def truth(self) -> Span | None:
        """The span as it should be, or None where there should be none.

        >>> Verdict("wrong_edge", 4, 7, "PERSON", right_start=0, right_end=7).truth
        Span(start=0, end=7, type='PERSON', score=1.0, source='feedback')
        """
        if self.kind == "not_pii":
            return None
        start = self.start if self.right_start is None else self.right_start
        end = self.end if self.right_end is None else self.right_end
        return Span(start, end, self.right_type or self.type, 1.0, SOURCE)

    @property
    def areas(self) -> tuple[Span, ...]:
        """All that the reviewer spoke of: the span, and where it should be."""
        own = Span(self.start, self.end, self.type, 1.0, SOURCE)
        return (own,) if self.truth is None else (own, self.truth)


@dataclass(frozen=True, slots=True)
class Option:
    """One redaction among several: what it takes for personal data, and its text where the caller gave it."""

    spans: tuple[Span, ...]
    redacted_text: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """Two or three redactions of a text; ``best``, from 0, is the one that fits best."""

    options: tuple[Option, ...]
    best: int


@dataclass(frozen=True, slots=True)
class Feedback:
    """What one reviewer says of one text.

    ``whole``: all of it was read, so that what is not marked is no personal data.
    """

    text: str = field(repr=False)
    model: str
    verdicts: tuple[Verdict, ...] = ()
    choices: tuple[Choice, ...] = ()
    whole: bool = False
    reviewer: str | None = field(default=None, repr=False)
    request_id: str | None = None

    @property
    def spans(self) -> list[Span]:
        """What the text holds by the verdicts, disjoint."""
        return resolve(verdict.truth for verdict in self.verdicts if verdict.truth)


def to_json(feedback: Feedback) -> bytes:
    """Return all of it as JSON; ``from_json`` reads it back."""
    return json.dumps(asdict(feedback), ensure_ascii=False, separators=(",", ":")).encode()


def from_json(content: bytes) -> Feedback:
    """Return what ``to_json`` wrote."""
    found: dict[str, Any] = json.loads(content)
    return Feedback(
        **found
        | {
            "verdicts": tuple(Verdict(**each) for each in found["verdicts"]),
            "choices": tuple(
                Choice(tuple(_option(option) for option in each["options"]), each["best"]) for each in found["choices"]
            ),
        }
    )


def _option(found: dict[str, Any]) -> Option:
    return Option(tuple(Span(**span) for span in found["spans"]), found["redacted_text"])
