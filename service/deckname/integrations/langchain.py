"""A detector for LangChain's ``PIIMiddleware``, which takes any callable from a text to matches.

    from langchain.agents.middleware import PIIMiddleware
    from deckname.integrations.langchain import finder

    PIIMiddleware("pii", detector=finder(), strategy="redact", apply_to_input=True)

LangChain itself is not needed here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import deckname
from deckname.detector import Detector, Options
from deckname.integrations.values import COMPLETE


def finder(
    detector: Detector | None = None, *, options: Options | None = None
) -> Callable[[str], list[dict[str, Any]]]:
    """Return a callable that gives matches: ``type``, ``value`` (``text`` in the documentation), ``start``, ``end``.

    >>> finder(deckname.load("none"))("to ada@example.org")
    [{'type': 'EMAIL_ADDRESS', 'value': 'ada@example.org', 'text': 'ada@example.org', 'start': 3, 'end': 18}]
    """
    found_by = detector or deckname.load()
    asked = options or COMPLETE

    def find(text: str) -> list[dict[str, Any]]:
        spans = found_by.detect(text, options=asked).spans
        values = ((span, text[span.start : span.end]) for span in spans)
        return [
            {"type": span.type, "value": value, "text": value, "start": span.start, "end": span.end}
            for span, value in values
        ]

    return find
