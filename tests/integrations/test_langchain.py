"""A detector for LangChain's PIIMiddleware."""

from __future__ import annotations

import pytest

from deckname.detector import Detector
from deckname.integrations.langchain import finder
from deckname.pattern import Pattern

FIND = finder(Detector([Pattern(type="EMAIL_ADDRESS", regex=r"[a-z]+@[a-z.]+[a-z]", score=0.9)]))


def test_matches_have_the_fields_that_langchain_reads() -> None:
    assert FIND("to ada@example.org") == [
        {"type": "EMAIL_ADDRESS", "value": "ada@example.org", "text": "ada@example.org", "start": 3, "end": 18}
    ]
    assert FIND("nothing") == []


def test_the_middleware_itself_redacts_by_it() -> None:
    middleware = pytest.importorskip("langchain.agents.middleware", reason="needs langchain")
    messages = pytest.importorskip("langchain_core.messages", reason="needs langchain")
    pii = middleware.PIIMiddleware("pii", detector=FIND, strategy="redact", apply_to_input=True)
    told = pii.before_model({"messages": [messages.HumanMessage("to ada@example.org")]}, None)
    assert told["messages"][0].content == "to [REDACTED_EMAIL_ADDRESS]"
