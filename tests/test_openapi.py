"""What the OpenAPI document allows is answered as it says, and what it does not allow is refused: schemathesis asks.

``benchmarks/fuzz.py`` is the long run of the same.
"""

from __future__ import annotations

import importlib
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
import uvicorn
from hypothesis import HealthCheck, Phase, settings

from deckname.app import create_app
from deckname.connection import Connection
from deckname.detector import Detector
from deckname.pattern import Pattern
from deckname.settings import Settings

schemathesis = pytest.importorskip("schemathesis")

DETECTOR = Detector([Pattern(type="EMAIL_ADDRESS", regex=r"[\w.]+@[\w.]+\w", score=0.9)])


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where a service runs: one for all cases, since a service does not start twice."""
    config = uvicorn.Config(
        create_app(Settings(), DETECTOR), port=0, http=Connection, log_config=None, access_log=False, ws="none"
    )
    server = uvicorn.Server(config)
    listener = config.bind_socket()
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(30)
    listener.close()


#: JSON Schema has no words for what bodies must be besides: spans within their text, types that are known or defined
#: by the request, expressions that compile, exactly one of two fields that both may be null. So a body that fits the
#: schema may be refused; that it is then refused with a status and a shape of the document, the other checks see to.
EXCLUDED = [importlib.import_module("schemathesis.specs.openapi.checks").positive_data_acceptance]
schema = schemathesis.openapi.from_dict(create_app(Settings(), DETECTOR).openapi())


@schema.parametrize()  # type: ignore[untyped-decorator]
@settings(
    max_examples=20,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_the_document_is_true(case: Any, address: str) -> None:
    case.call_and_validate(base_url=address, excluded_checks=EXCLUDED if case.method == "POST" else [])
