"""The one value that travels."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Personal data at ``text[start:end]``: offsets, never the text, so a span is safe to log.

    Offsets count code points and are half-open.

    >>> Span(11, 21, "PERSON", 0.9, "pattern").overlaps(Span(21, 25, "PERSON", 0.9, "pattern"))
    False
    """

    start: int
    end: int
    type: str
    score: float = 1.0
    source: str = "gold"

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span must hold at least one character, not [{self.start}, {self.end})")
        if not 0 <= self.score <= 1:
            raise ValueError(f"a span's score is a probability, not {self.score}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character; touching is not overlapping."""
        return self.start < other.end and other.start < self.end
