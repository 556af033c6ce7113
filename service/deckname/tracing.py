"""Traces for OpenTelemetry: a span for each request and one for its computation, with counts and nothing else.

Only imported where ``DECKNAME_OTLP_ENDPOINT`` names a collector. No path, no query, no header, no message of an error
gets into a span; of what a caller sends only ``traceparent`` is read (W3C Trace Context, section 3.2), since
``tracestate`` and baggage may hold anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from starlette.types import ASGIApp, Message, Receive, Scope, Send

import deckname
from deckname.errors import DecknameError
from deckname.http_errors import COUNTS
from deckname.service import Service

try:
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter
    from opentelemetry.trace import Span, SpanKind, StatusCode, Tracer
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
except ImportError as missing:
    raise ImportError("traces need OpenTelemetry: pip install 'deckname[otel]'") from missing

_COUNTED = ("texts", "characters", "restored")
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def provider(exporter: SpanExporter) -> TracerProvider:
    """Return what makes spans and hands them to ``exporter`` in batches; global state is left alone."""
    made = TracerProvider(
        resource=Resource.create({"service.name": "deckname", "service.version": deckname.__version__})
    )
    made.add_span_processor(BatchSpanProcessor(exporter))
    return made


def otlp(endpoint: str) -> TracerProvider:
    """Return a provider that sends to a collector, by OTLP over HTTP: the only connection that the service opens."""
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    except ImportError as missing:
        raise ImportError("traces need OpenTelemetry: pip install 'deckname[otel]'") from missing
    return provider(OTLPSpanExporter(endpoint=endpoint))


def install(service: Service, tracer: Tracer) -> None:
    """Give the computation of each request a span of its own, apart from the time it waits."""

    @contextmanager
    def watch() -> Iterator[None]:
        with tracer.start_as_current_span("compute", record_exception=False, set_status_on_exception=False):
            yield

    service.watch = watch


class Traced:
    """A span around every request."""

    def __init__(self, app: ASGIApp, tracer: Tracer) -> None:
        self._app, self._tracer = app, tracer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = next((value for name, value in scope["headers"] if name == b"traceparent"), b"")
        context = TraceContextTextMapPropagator().extract({"traceparent": given.decode("latin-1")})
        with self._tracer.start_as_current_span(
            "request", context, SpanKind.SERVER, record_exception=False, set_status_on_exception=False
        ) as span:

            async def sending(message: Message) -> None:
                if message["type"] == "http.response.start":
                    span.set_attribute("http.response.status_code", message["status"])
                    if message["status"] >= 500:
                        span.set_status(StatusCode.ERROR)
                await send(message)

            try:
                await self._app(scope, receive, sending)
            except Exception as error:  # raised again; the span has its class alone
                code = error.code if isinstance(error, DecknameError) else type(error).__name__
                span.set_attribute("error.type", code)
                raise
            finally:
                _describe(span, scope)


def _describe(span: Span, scope: Scope) -> None:
    method = scope["method"] if scope["method"] in _METHODS else "_OTHER"
    route = getattr(scope.get("route"), "path", None)
    span.set_attribute("http.request.method", method)
    if isinstance(route, str):
        span.set_attribute("http.route", route)
        span.update_name(f"{method} {route}")
    counts = scope.get(COUNTS, {})
    if isinstance(code := counts.get("code"), str):
        span.set_attribute("error.type", code)
    for name in _COUNTED:
        if isinstance(number := counts.get(name), int):
            span.set_attribute(f"deckname.{name}", number)
    found = counts.get("types")
    if isinstance(found, Mapping):
        span.set_attribute("deckname.spans", sum(found.values()))
