"""What operators see: counts and durations for Prometheus, and never a value of unbounded many in a label.

With several workers, ``PROMETHEUS_MULTIPROC_DIR`` (``deckname serve`` sets it) makes every worker answer for all.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
    multiprocess,
)

from deckname.detector import Detection
from deckname.types import TYPES

CONTENT_TYPE = CONTENT_TYPE_LATEST
DIRECTORY = "PROMETHEUS_MULTIPROC_DIR"
#: How the directory's name begins where ``deckname serve`` made it.
OWN_DIRECTORY = "deckname-metrics-"
_SECONDS = (0.001, 0.0025, 0.005, 0.0075, 0.01, 0.015, 0.025, 0.05, 0.075, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10, 30)
_ROWS = (1, 2, 4, 8, 16, 32, 64)
disable_created_metrics()  # type: ignore[no-untyped-call]  # a time stamp beside every count, which nobody reads
_SOURCES = frozenset({"pattern", "deny", "caller"})


class Metrics:
    """The service's metrics; one object an application, so that tests do not meet."""

    def __init__(self) -> None:
        self.registry = own = CollectorRegistry()
        self.requests = Counter("deckname_requests", "Requests answered", ("route", "status"), registry=own)
        self.seconds = Histogram(
            "deckname_request_seconds", "From the head of a request to its answer", ("route",),
            buckets=_SECONDS, registry=own,
        )  # fmt: skip
        self.queue_seconds = Histogram(
            "deckname_queue_seconds", "From a request's last byte to its turn", buckets=_SECONDS, registry=own
        )
        self.refused = Counter("deckname_refused", "Requests refused, by the error's code", ("reason",), registry=own)
        self.inside = Gauge(
            "deckname_requests_inside", "Requests that wait or are computed", registry=own, multiprocess_mode="livesum"
        )
        self.waiting = Gauge(
            "deckname_queue_depth", "Requests that wait for their turn", registry=own, multiprocess_mode="livesum"
        )
        self.held = Gauge(
            "deckname_body_bytes", "Bytes of bodies that are held", registry=own, multiprocess_mode="livesum"
        )
        self.batch_rows = Histogram(
            "deckname_batch_windows", "Windows of text in one inference", buckets=_ROWS, registry=own
        )
        self.texts = Counter("deckname_texts", "Texts looked through", registry=own)
        self.characters = Counter("deckname_characters", "Characters looked through", registry=own)
        self.spans = Counter("deckname_spans", "Spans found", ("type", "source"), registry=own)
        self.warnings = Counter(
            "deckname_warnings", "Recognizers that did not finish, by code and type", ("code", "type"), registry=own
        )
        self.abandoned = Counter("deckname_abandoned", "Requests whose client went away", registry=own)
        self.model = Gauge(
            "deckname_model_info", "The model that answers, and our version", ("model", "version"),
            registry=own, multiprocess_mode="livemax",
        )  # fmt: skip
        if DIRECTORY in os.environ:
            forget_the_dead()
        else:  # of many processes one alone could be told
            ProcessCollector(registry=own)
            PlatformCollector(registry=own)

    def found(self, detections: Iterable[Detection], texts: Sequence[str]) -> None:
        """Count what was found; types of callers' own are CUSTOM."""
        self.texts.inc(len(texts))
        self.characters.inc(sum(map(len, texts)))
        for detection in detections:
            for span in detection.spans:
                source = span.source if span.source in _SOURCES else "model" if "@" in span.source else "other"
                self.spans.labels(bounded(span.type), source).inc()
            for warning in detection.warnings:
                self.warnings.labels(warning.code, bounded(warning.type)).inc()

    def text(self) -> bytes:
        """Return all metrics in Prometheus's text format, of all workers where there are several."""
        if DIRECTORY not in os.environ:
            return generate_latest(self.registry)
        registry = CollectorRegistry()
        multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return generate_latest(registry)


def bounded(type_: str) -> str:
    """Return a type as a label: callers may invent as many as they like."""
    return type_ if type_ in TYPES else "CUSTOM"


def forget_the_dead() -> None:
    """Drop the gauges of workers that are gone: a killed one cannot tidy up."""
    for path in Path(os.environ[DIRECTORY]).glob("gauge_live*_*.db"):
        pid = path.stem.rpartition("_")[2]
        if pid.isdecimal() and not Path(f"/proc/{pid}").exists() and Path("/proc/self").exists():
            with suppress(FileNotFoundError):
                multiprocess.mark_process_dead(int(pid))  # type: ignore[no-untyped-call]
