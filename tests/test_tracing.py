from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

pytest.importorskip("opentelemetry.sdk")

from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from deckname import tracing
from deckname.app import create_app
from deckname.detector import Detector
from deckname.pattern import Pattern
from deckname.settings import Settings

DETECTOR = Detector([Pattern(type="EMAIL_ADDRESS", regex=r"[\w.]+@[\w.]+\w", score=0.9)])
PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
NAME = "zebulon@quibbleworth.test"


@pytest.fixture
def traced() -> Iterator[tuple[TestClient, InMemorySpanExporter]]:
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    tracer = provider.get_tracer("deckname")
    app = create_app(Settings(), DETECTOR, middleware=[lambda app: tracing.Traced(app, tracer)])
    tracing.install(app.state.service, tracer)
    with TestClient(app) as client:
        yield client, exporter


def spans(exporter: InMemorySpanExporter) -> dict[str, ReadableSpan]:
    return {span.name: span for span in exporter.get_finished_spans()}


def test_a_request_and_its_computation_are_spans_with_counts(
    traced: tuple[TestClient, InMemorySpanExporter],
) -> None:
    client, exporter = traced
    client.post("/redact", json={"texts": [NAME, "a"]}, headers={"traceparent": PARENT})
    found = spans(exporter)
    request, compute = found["POST /redact"], found["compute"]
    assert dict(request.attributes or {}) == {
        "http.request.method": "POST", "http.route": "/redact", "http.response.status_code": 200,
        "deckname.texts": 2, "deckname.characters": len(NAME) + 1, "deckname.spans": 1,
    }  # fmt: skip
    assert request.context is not None
    assert compute.parent is not None
    assert f"{request.context.trace_id:x}" == "af7651916cd43dd8448eb211c80319c"
    assert compute.parent.span_id == request.context.span_id


def test_spans_hold_nothing_of_what_was_sent(traced: tuple[TestClient, InMemorySpanExporter]) -> None:
    client, exporter = traced
    headers = {"traceparent": PARENT, "tracestate": f"a={NAME}", "baggage": f"a={NAME}", "User-Agent": NAME}
    client.post("/redact", json={"text": NAME, NAME: 1}, headers=headers)
    client.post("/detect", json={"text": NAME}, headers=headers | {"traceparent": NAME})
    client.get(f"/{NAME}?{NAME}={NAME}", headers=headers)
    client.request("ZEBULON", "/types", headers=headers)
    client.post("/redact/stream", content=NAME, headers=headers | {"Content-Type": "text/plain"})
    told = "".join(span.to_json() for span in exporter.get_finished_spans())
    assert told.count('"SpanKind.SERVER"') == 5
    assert "invalid_request" in told
    assert "zebulon" not in told.lower()


def test_nothing_of_it_is_imported_where_it_is_off() -> None:
    program = "import sys, deckname.app; print('opentelemetry.sdk' in sys.modules, 'deckname.tracing' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False False\n"
