"""What Prometheus sees."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families

from deckname import __version__
from deckname.app import create_app
from deckname.detector import Detector
from deckname.findings import Findings, Passage
from deckname.metrics import Metrics, bounded
from deckname.pattern import Pattern
from deckname.settings import Settings

EMAIL = Pattern(type="EMAIL_ADDRESS", regex=r"[\w.]+@[\w.]+\w", score=0.9)


class Broken:
    type = "BROKEN"

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        raise RuntimeError(passages[0].text)


def samples(text: str) -> dict[str, float]:
    """Return the samples, as "name{label=value,...}"."""
    found = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            labels = ",".join(f"{name}={value}" for name, value in sorted(sample.labels.items()))
            found[sample.name + (f"{{{labels}}}" if labels else "")] = sample.value
    return found


def test_requests_texts_spans_and_refusals_are_counted() -> None:
    with TestClient(create_app(Settings(), Detector([EMAIL, Broken()]))) as client:
        for asked in (
            {"text": "ada@example.org"},
            {"texts": ["bob@example.org eve@example.org", "Falke"], "deny": {"PROJECT": ["Falke"]}},
            {"text": "B-12345", "patterns": [{"type": "BADGE", "regex": r"B-\d{5}"}]},
            {"text": 5},
        ):
            client.post("/detect", json=asked)
        client.post("/redact", json={"text": ""})
        client.get("/a/path/of/somebody")
        told = client.get("/metrics")
    assert told.headers["content-type"].startswith("text/plain")
    found = samples(told.text)
    assert {name: found.get(name) for name in (
        "deckname_requests_total{route=/detect,status=200}", "deckname_requests_total{route=/detect,status=422}",
        "deckname_requests_total{route=/redact,status=503}", "deckname_requests_total{route=none,status=404}",
        "deckname_request_seconds_count{route=/detect}", "deckname_queue_seconds_count",
        "deckname_refused_total{reason=invalid_request}", "deckname_refused_total{reason=incomplete}",
        "deckname_spans_total{source=pattern,type=EMAIL_ADDRESS}", "deckname_spans_total{source=deny,type=CUSTOM}",
        "deckname_spans_total{source=caller,type=CUSTOM}", "deckname_texts_total", "deckname_characters_total",
        "deckname_warnings_total{code=recognizer_failed,type=CUSTOM}",
        "deckname_requests_inside", "deckname_queue_depth", "deckname_body_bytes",
        f"deckname_model_info{{model=none,version={__version__}}}",
    )} == {
        "deckname_requests_total{route=/detect,status=200}": 3, "deckname_requests_total{route=/detect,status=422}": 1,
        "deckname_requests_total{route=/redact,status=503}": 1, "deckname_requests_total{route=none,status=404}": 1,
        "deckname_request_seconds_count{route=/detect}": 4, "deckname_queue_seconds_count": 5,
        "deckname_refused_total{reason=invalid_request}": 1, "deckname_refused_total{reason=incomplete}": 1,
        "deckname_spans_total{source=pattern,type=EMAIL_ADDRESS}": 3,
        "deckname_spans_total{source=deny,type=CUSTOM}": 1,
        "deckname_spans_total{source=caller,type=CUSTOM}": 1, "deckname_texts_total": 5,
        "deckname_characters_total": 15 + 31 + 5 + 7, "deckname_warnings_total{code=recognizer_failed,type=CUSTOM}": 4,
        "deckname_requests_inside": 0, "deckname_queue_depth": 0, "deckname_body_bytes": 0,
        f"deckname_model_info{{model=none,version={__version__}}}": 1,
    }  # fmt: skip


def test_labels_stay_few_whatever_callers_send() -> None:
    with TestClient(create_app(Settings(), Detector([EMAIL]))) as client:
        client.post("/detect", json={"text": "x"})
        client.get("/metrics")
        before = set(samples(client.get("/metrics").text))
        for number in range(50):
            deny = {f"OWN_{number}": [f"value{number}"]}
            client.post("/detect", json={"text": f"value{number}", "deny": deny})
            client.get(f"/nothing/{number}")
            client.request(f"M{number}", "/detect")
        after = set(samples(client.get("/metrics").text))
    assert sorted(name for name in after - before if "_bucket" not in name) == [
        "deckname_refused_total{reason=method_not_allowed}", "deckname_refused_total{reason=not_found}",
        "deckname_request_seconds_count{route=none}", "deckname_request_seconds_sum{route=none}",
        "deckname_requests_total{route=/detect,status=405}", "deckname_requests_total{route=none,status=404}",
        "deckname_spans_total{source=deny,type=CUSTOM}",
    ]  # fmt: skip


def test_types_of_callers_own_are_custom() -> None:
    assert (bounded("PERSON"), bounded("ADA_LOVELACE")) == ("PERSON", "CUSTOM")


def test_two_applications_do_not_count_together() -> None:
    one, two = Metrics(), Metrics()
    one.texts.inc()
    assert b"deckname_texts_total 0.0" in two.text()


PROGRAM = """
import os, sys
from deckname.metrics import Metrics
metrics = Metrics()
metrics.texts.inc(2)
metrics.inside.set(3)
metrics.model.labels("small@1.0.0", "1").set(1)
if "print" in sys.argv:
    sys.stdout.write(metrics.text().decode())
"""


def test_every_worker_answers_for_all_and_the_dead_hold_no_requests(tmp_path: Path) -> None:
    def worker(*arguments: str) -> str:
        environment = os.environ | {"PROMETHEUS_MULTIPROC_DIR": str(tmp_path)}
        command = [sys.executable, "-c", PROGRAM, *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    worker()
    found = samples(worker("print"))
    assert found["deckname_texts_total"] == 4
    assert found["deckname_requests_inside"] == 3  # of the one that lives
    assert found["deckname_model_info{model=small@1.0.0,version=1}"] == 1


def test_metrics_hold_nothing_of_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    secret: dict[str, Any] = {"text": "zebulon", "types": ["QUIBBLEWORTH"], "deny": {"QUIBBLEWORTH": ["zebulon"]}}
    with TestClient(create_app(Settings(), Detector([EMAIL, Broken()]))) as client:
        client.post("/detect", content=json.dumps(secret), headers={"Content-Type": "application/json"})
        client.get("/zebulon?quibbleworth")
        told = client.get("/metrics").text.lower()
    assert "zebulon" not in told and "quibbleworth" not in told
