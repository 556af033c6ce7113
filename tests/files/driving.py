"""What the batch engine does with a format, without the engine."""

from __future__ import annotations

import io

from deckname.detector import Detector, Options
from deckname.files import Batch, Format
from deckname.pattern import Pattern
from deckname.policy import Policy
from deckname.redact import Redacted, redact
from deckname.span import Span

EMAIL = Pattern(type="EMAIL_ADDRESS", regex=r"[a-z.]+@[a-z.]+\.(?:org|test)", score=0.9)
SSN = Pattern(type="US_SSN", regex=r"(?<!\d)\d{3}-\d\d-\d{4}(?!\d)", score=0.9)
PHONE = Pattern(type="PHONE_NUMBER", regex=r"(?<!\d)(?:\+1)?555-?010\d{4}(?!\d)", score=0.9)
NAME = Pattern(type="PERSON", regex=r"(?<!\w)(?:John\s+Smith|Zoë Müller)(?!\w)", score=0.9)
#: Needs the words around it.
BADGE = Pattern(
    type="ID_NUMBER", regex=r"(?<!\w)\d{5}(?!\w)", score=0.0, context=("badge*",), context_score=0.9
)  # fmt: skip
DETECTOR = Detector([EMAIL, SSN, PHONE, NAME, BADGE])


def batches(format_: Format, content: bytes) -> list[Batch]:
    return list(format_.read(io.BytesIO(content)))


def redacted(format_: Format, content: bytes, *, detector: Detector = DETECTOR, policy: Policy | None = None) -> bytes:
    """Return a file as it is after redaction."""
    written = []
    for batch in batches(format_, content):
        results = []
        for value in batch.values:
            assert value.core is None
            spans = list(detector.detect(value.text, options=Options(context=value.context)).spans)
            if value.type and value.text.strip():
                spans.append(Span(0, len(value.text), value.type, 1.0, "format"))
            results.append(redact(value.text, spans, policy))
        written.append(batch.render(results))
    return b"".join(written)


def unchanged(format_: Format, content: bytes) -> bytes:
    """Return a file as it is where nothing was found."""
    return b"".join(
        batch.render([Redacted(value.text, ()) for value in batch.values]) for batch in batches(format_, content)
    )
