"""Text and spans and a policy to redacted text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from deckname.overlap import resolve
from deckname.policy import Policy
from deckname.session import Session
from deckname.span import Span


@dataclass(frozen=True, slots=True)
class Redaction:
    """One span, what was done to it, and where the result stands: ``redacted.text[start:end]``."""

    span: Span
    op: str
    replacement: str = field(repr=False)
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Redacted:
    """A redacted text and where each redaction stands in it."""

    text: str = field(repr=False)
    redactions: tuple[Redaction, ...]


def redact(
    text: str, spans: Sequence[Span], policy: Policy | None = None, *, session: Session | None = None
) -> Redacted:
    """Return ``text`` with every span replaced as ``policy`` says, and all else untouched.

    Overlapping spans are resolved first, so that nothing that any of them covers stays readable. Texts that share a
    ``session`` share the numbers of their placeholders; numbers that stand in the text are given to no value.

    >>> redact("My name is John Smith.", [Span(11, 21, "PERSON")]).text
    'My name is <PERSON>.'

    Raises:
        ValueError: a span reaches beyond the text.
        UnknownKey: an operator names a key that the session has not.
        LimitExceeded: the replacements would take more room than the session has.
    """
    policy = policy or Policy()
    session = session or Session()
    if policy.numbers:
        session.reserve(text)
    pieces: list[str] = []
    redactions: list[Redaction] = []
    done = length = 0
    for span in resolve(spans):
        if span.end > len(text):
            raise ValueError(f"a span ends at {span.end}, beyond the text's {len(text)} characters")
        operator = policy.operator(span.type)
        replacement = operator(text[span.start : span.end], span.type, session)
        session.spend(len(replacement))
        length += span.start - done
        pieces += [text[done : span.start], replacement]
        redactions.append(Redaction(span, operator.op, replacement, length, length + len(replacement)))
        length += len(replacement)
        done = span.end
    pieces.append(text[done:])
    return Redacted("".join(pieces), tuple(redactions))
