"""A canary goes through every path, and is looked for in every answer to an error, every log and every repr."""

from __future__ import annotations

import asyncio
import io
import json
import logging
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from fastapi.testclient import TestClient

from deckname import logs
from deckname.app import create_app
from deckname.caller_patterns import compiled
from deckname.detector import Detector, Options
from deckname.document import Document
from deckname.errors import DecknameError
from deckname.findings import Findings, Passage
from deckname.keys import Keyring, add_key
from deckname.operators import Encrypt
from deckname.pattern import Pattern
from deckname.redact import redact
from deckname.restore import restore
from deckname.schemas import RedactRequest, RestoreRequest, read
from deckname.session import Session
from deckname.settings import Settings
from deckname.text import normalise

NAME, EMAIL, SSN = "Zebulon Quibbleworth", "zebulon@quibbleworth.test", "536-90-4399"
CANARY = f"{NAME} <{EMAIL}> {SSN}"
#: Long enough not to stand in a time stamp or a request id by chance.
TRACES = ("zebulon", "quibbleworth", "536-90", "-4399", "904399")
JSON = {"Content-Type": "application/json"}


class Quoting:
    """A recognizer whose errors quote the text."""

    type = "QUOTING"

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        raise RuntimeError(f"cannot read {passages[0].text}")


class Miscounting:
    """A recognizer that breaks the detector itself."""

    type = "MISCOUNTING"

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        return []


RECOGNIZERS = (
    Pattern(type="EMAIL_ADDRESS", regex=r"[\w.]+@[\w.]+\w", score=0.9),
    Pattern(type="US_SSN", regex=r"\d{3}-\d\d-\d{4}", score=0.8),
)


def assert_clean(text: str) -> None:
    assert [trace for trace in TRACES if trace in text.casefold()] == []


@pytest.fixture
def heard(capfd: pytest.CaptureFixture[str]) -> Iterator[io.StringIO]:
    """Everything that is logged at DEBUG, as our formatter writes it; clean when the test is over."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.JsonLines())
    records: list[logging.LogRecord] = []
    handler.addFilter(lambda record: not record.name.startswith("http"))  # the test's own client
    handler.addFilter(lambda record: records.append(record) or True)  # type: ignore[func-returns-value]
    root, ours = logging.getLogger(), logging.getLogger("deckname")
    levels = root.level, ours.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    ours.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(levels[0])
    ours.setLevel(levels[1])
    assert_clean(stream.getvalue())
    for record in records:
        if record.name.startswith("deckname"):
            assert_clean(repr(vars(record)))
    assert_clean("".join(capfd.readouterr()))


GOOD: list[dict[str, Any]] = [
    {"text": CANARY, "include_text": True, "explain": True, "types": "all"},
    {"texts": [CANARY, "", NAME], "allow": [EMAIL], "deny": {"PERSON": [NAME]}, "context": [NAME]},
    {"text": CANARY, "patterns": [{"type": "OWN", "regex": NAME, "context": [EMAIL]}]},
]
BAD: list[Any] = [
    CANARY,
    [CANARY],
    {},
    {"text": [CANARY]},
    {"text": {CANARY: CANARY}},
    {"texts": CANARY},
    {"texts": [CANARY, 5]},
    {"texts": [{"x": CANARY}]},
    {"text": CANARY, "texts": [CANARY]},
    {"text": CANARY, NAME: 1},
    {"text": CANARY, SSN: 1},
    {"text": CANARY, EMAIL: {CANARY: 1}},
    {"text": CANARY, "types": NAME},
    {"text": CANARY, "types": [NAME]},
    {"text": CANARY, "types": [[NAME]]},
    {"text": CANARY, "types": {NAME: 1}},
    {"text": CANARY, "threshold": NAME},
    {"text": CANARY, "threshold": [SSN]},
    {"text": CANARY, "thresholds": {NAME: 0.5}},
    {"text": CANARY, "thresholds": {NAME: EMAIL}},
    {"text": CANARY, "thresholds": CANARY},
    {"text": CANARY, "allow": CANARY},
    {"text": CANARY, "allow": [{"x": CANARY}]},
    {"text": CANARY, "allow": [CANARY * 100]},
    {"text": CANARY, "allow": [CANARY + "\ud800"]},
    {"text": CANARY, "deny": {NAME: [NAME]}},
    {"text": CANARY, "deny": {"PERSON": NAME}},
    {"text": CANARY, "deny": {"PERSON": [{NAME: 1}]}},
    {"text": CANARY, "patterns": CANARY},
    {"text": CANARY, "patterns": [CANARY]},
    {"text": CANARY, "patterns": [{"type": NAME, "regex": NAME}]},
    {"text": CANARY, "patterns": [{"type": "X", "regex": NAME + "("}]},
    {"text": CANARY, "patterns": [{"type": "X", "regex": rf"[\p{{{NAME}}}]"}]},
    {"text": CANARY, "patterns": [{"type": "X", "regex": f"(?P<{NAME}>x)"}]},
    {"text": CANARY, "patterns": [{"type": "X", "regex": f"(?{NAME})"}]},
    {"text": CANARY, "patterns": [{"type": "X", "regex": "x", NAME: NAME}]},
    {"text": CANARY, "patterns": [{"type": "X", "regex": "x", "score": NAME}]},
    {"text": CANARY, "context": CANARY},
    {"text": CANARY, "context": [5, CANARY]},
    {"text": CANARY, "offset_unit": NAME},
    {"text": CANARY, "include_text": NAME},
    {"text": CANARY, "explain": NAME},
    {"text": CANARY, "fail_closed": NAME},
    {"text": CANARY, "profile": NAME},
    {"text": CANARY, "profile": [NAME]},
    {"text": CANARY, "policy": NAME},
    {"text": CANARY, "policy": [NAME]},
    {"text": CANARY, "policy": {NAME: NAME}},
    {"text": CANARY, "policy": {"default": NAME}},
    {"text": CANARY, "policy": {"default": {"op": NAME}}},
    {"text": CANARY, "policy": {"default": {"op": "mask", NAME: EMAIL}}},
    {"text": CANARY, "policy": {"default": {"op": "mask", "character": CANARY}}},
    {"text": CANARY, "policy": {"default": {"op": "replace", "with": CANARY + "\ud800"}}},
    {"text": CANARY, "policy": {"types": {NAME: {"op": "keep"}}}},
    {"text": CANARY, "policy": {"default": {"op": "hash", "with": CANARY}}},
    {"text": CANARY, "policy": {"default": {"op": "encrypt", "key": NAME}}},
    {"text": CANARY, "policy": {"default": {"op": "pseudonym", "key": NAME}}},
    {"text": CANARY, "policy": {"default": {"op": "date_shift", "key": NAME}}},
    {"text": CANARY, "policy": {"default": {"op": "replace", "with": CANARY + "{n}"}}},
    {"text": CANARY, "subject": [NAME]},
    {"text": CANARY, "return_mapping": NAME},
    {"text": CANARY, "policy": {"types": {NAME: {"op": EMAIL}}}},
    {"text": CANARY + "\ud800"},
    {"text": CANARY * 1000},
    {"texts": [CANARY] * 6},
]
BROKEN: list[bytes] = [
    CANARY.encode(),
    f'{{"text": "{CANARY}'.encode(),
    f'{{"text": "{CANARY}", "text": "{CANARY}"}}'.encode(),
    f'{{"{CANARY}": NaN}}'.encode(),
    f'{{"text": "{CANARY}\\x"}}'.encode(),
    f'{{"text": "{CANARY}'.encode() + b'\xff"}',
    f'{{"text": "{CANARY}"}}'.encode("utf-16"),
    f'{{"text": "{CANARY}", "x": '.encode() + b"[" * 20_000,
    CANARY.encode() * 2000,
]


def a_client(*recognizers: Any, **settings: Any) -> TestClient:
    limits = {"max_characters": 10_000, "max_texts": 5, "max_body_bytes": 90_000, **settings}
    return TestClient(
        create_app(Settings(**limits), Detector([*RECOGNIZERS, *recognizers])), raise_server_exceptions=True
    )


def test_good_requests_are_logged_without_their_text(heard: io.StringIO) -> None:
    client = a_client()
    for asked in GOOD:
        assert client.post("/detect", json=asked).status_code == 200
        assert client.post("/redact", json=asked).status_code == 200
    line = json.loads(heard.getvalue().splitlines()[-1])
    assert {name: line[name] for name in ("method", "route", "status", "texts", "characters", "types")} == {
        "method": "POST", "route": "/redact", "status": 200, "texts": 1, "characters": len(CANARY),
        "types": {"CUSTOM": 1, "EMAIL_ADDRESS": 1, "US_SSN": 1},
    }  # fmt: skip


@pytest.mark.parametrize("path", ["/detect", "/redact"])
@pytest.mark.parametrize("asked", BAD, ids=range(len(BAD)))
def test_bad_requests_hear_nothing_of_themselves(heard: io.StringIO, path: str, asked: Any) -> None:
    response = a_client().post(path, content=json.dumps(asked), headers=JSON)
    assert 400 <= response.status_code < 500
    assert_clean(response.text + repr(response.headers))


@pytest.mark.parametrize("body", BROKEN, ids=range(len(BROKEN)))
def test_what_is_no_json_is_not_repeated(heard: io.StringIO, body: bytes) -> None:
    response = a_client().post("/detect", content=body, headers=JSON)
    assert 400 <= response.status_code < 500
    assert_clean(response.text)


def test_presidios_routes_are_as_silent(heard: io.StringIO) -> None:
    client = a_client()
    result = {"start": 0, "end": 8, "entity_type": "PERSON", "score": 1}
    own = {"name": NAME, "supported_entity": "OWN", "deny_list": [NAME], "context": [NAME]}
    analyzing = {"text": CANARY, "language": "en", "ad_hoc_recognizers": [own], "allow_list": [EMAIL], "context": [SSN]}
    key = {"DEFAULT": {"type": "encrypt", "key": "zebulon90439900x"}}
    assert client.post("/analyze", json=analyzing | {"return_decision_process": True}).status_code == 200
    sealed = client.post("/anonymize", json={"text": CANARY, "analyzer_results": [result], "anonymizers": key})
    assert sealed.status_code == 200
    for path, asked in (
        ("/analyze", {"text": CANARY, "language": {NAME: 1}}),
        ("/analyze", analyzing | {"ad_hoc_recognizers": [own | {NAME: NAME}]}),
        ("/analyze", analyzing | {"allow_list": [NAME + "("], "allow_list_match": "regex"}),
        ("/anonymize", {"text": CANARY, "analyzer_results": [result | {"start": NAME}]}),
        ("/anonymize", {"text": CANARY, "analyzer_results": [result | {"end": 904399}]}),
        ("/anonymize", {"text": CANARY, "analyzer_results": [result], "anonymizers": {NAME: {"type": NAME}}}),
        ("/deanonymize", {"text": CANARY, "anonymizer_results": [result], "deanonymizers": key}),
    ):
        response = client.post(path, json=asked)
        assert response.status_code in (400, 422) or path == "/anonymize"
        if response.status_code != 200:
            assert_clean(response.text)


def test_paths_queries_methods_and_headers_are_not_repeated(heard: io.StringIO) -> None:
    client = a_client()
    for response in (
        client.get(f"/{NAME}"),
        client.get("/detect", params={"text": CANARY}),
        client.get("/detect/", params={"text": CANARY}),
        client.post("/detect", params={"text": CANARY}, content=CANARY, headers={"Content-Type": EMAIL}),
        client.post("/detect", params={"text": CANARY}, json={"text": "a"}, headers={"X-Request-ID": EMAIL}),
        client.get("/health", headers={"X-Request-ID": NAME, "Referer": CANARY, "User-Agent": CANARY}),
        client.request("ZEBULON", "/detect"),
        client.post("/detect", json={"text": "a"}, headers={"Content-Encoding": NAME}),
    ):
        assert_clean(response.text + repr(response.headers))


def test_an_error_that_quotes_the_text_is_not_quoted(heard: io.StringIO) -> None:
    client = a_client(Quoting())
    incomplete = client.post("/redact", json={"text": CANARY})
    assert incomplete.json()["error"]["types"] == "QUOTING"
    warned = client.post("/detect", json={"texts": [CANARY, CANARY]})
    assert_clean(incomplete.text + warned.text)


def test_an_error_that_nobody_foresaw_is_a_request_id_and_nothing_else(
    heard: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def quoting(*args: Any, **kwargs: Any) -> None:
        try:
            raise KeyError(CANARY)
        except KeyError as error:
            raise RuntimeError(CANARY) from error

    client = a_client(Miscounting())
    one, two = str(UUID(int=1)), str(UUID(int=2))
    first = client.post("/detect", json={"text": CANARY}, headers={"X-Request-ID": one})
    monkeypatch.setattr(Detector, "detect_batch", quoting)
    second = client.post("/redact", json={"text": CANARY}, headers={"X-Request-ID": two})
    for response, name in ((first, one), (second, two)):
        assert response.status_code == 500
        assert response.json()["error"] | {"message": ""} == {"code": "internal", "message": "", "request_id": name}
        assert_clean(response.text)
    lines = [json.loads(line) for line in heard.getvalue().splitlines()]
    (failed,) = [line for line in lines if line.get("request_id") == two and line["level"] == "error"]
    assert failed["error"] == "RuntimeError from KeyError"
    assert any(frame.startswith("app.py:") for frame in failed["frames"])


def test_a_deadline_and_a_full_queue_say_nothing_of_the_text(heard: io.StringIO) -> None:
    late = a_client(timeout_seconds=1e-9).post("/detect", json={"text": CANARY})
    assert late.status_code == 504
    assert_clean(late.text)

    async def crowd() -> list[httpx.Response]:
        app = create_app(Settings(concurrency=1, queue=0), Detector(RECOGNIZERS))
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
            asked = (client.post("/redact", json={"text": CANARY}) for _ in range(20))
            return await asyncio.gather(*asked)

    refused = [response for response in asyncio.run(crowd()) if response.status_code == 503]
    assert refused
    for response in refused:
        assert_clean(response.text)


def test_the_formatter_drops_the_messages_of_errors() -> None:
    try:
        raise ValueError(CANARY)
    except ValueError as error:
        record = logging.LogRecord("asyncio", logging.ERROR, "", 0, f"never retrieved\nfuture: {error!r}", None, None)
        record.exc_info = (ValueError, error, error.__traceback__)
    line = logs.JsonLines().format(record)
    assert_clean(line)
    assert json.loads(line)["error"] == "ValueError"


def test_values_show_no_text() -> None:
    options = Options(
        types="all",
        allow=frozenset({NAME}),
        deny={"PERSON": [NAME]},
        recognizers=(compiled(0, "OWN", NAME, score=0.5, context=(EMAIL,)),),
        context=(NAME,),
    )
    detection = Detector(RECOGNIZERS).detect(CANARY, options=options)
    asked = read(json.dumps({"text": CANARY, "deny": {"PERSON": [NAME]}}).encode(), RedactRequest)
    redacted = redact(CANARY, detection.spans)
    values: list[object] = [
        Document("1", CANARY, detection.spans), Passage(CANARY, (NAME,)), normalise(CANARY),
        normalise("\u200b" + CANARY),
        detection, detection.spans, detection.evidence, redacted, redacted.redactions, options, asked,
    ]  # fmt: skip
    for value in values:
        assert_clean(f"{value!r} {value}")


def test_errors_show_no_text() -> None:
    for body in [json.dumps(asked).encode() for asked in BAD] + BROKEN:
        try:
            read(body, RedactRequest)
        except DecknameError as error:
            assert_clean(f"{error!r} {error} {error.facts}")
            assert error.__context__ is None


def test_an_unknown_field_is_named_only_where_it_looks_like_a_slip() -> None:
    client = a_client()
    slip = client.post("/detect", json={"text": "a", "treshold": 0.5}).json()["error"]
    assert (slip["field"], slip["message"].endswith("did you mean threshold?")) == ("treshold", True)
    assert "Quibbleworth" not in client.post("/detect", json={"text": "a", "Quibbleworth": 1}).text


def test_keys_tokens_and_mappings_are_logged_without_what_they_stand_for(heard: io.StringIO, tmp_path: Path) -> None:
    key = add_key(tmp_path / "keys.json", "crm")
    client = a_client(key_file=tmp_path / "keys.json")
    numbered = {"text": CANARY, "subject": NAME, "return_mapping": True}
    answer = client.post("/redact", json=numbered).json()
    assert answer["mapping"] == {"<EMAIL_ADDRESS_1>": EMAIL, "<US_SSN_1>": SSN}
    restored = client.post("/restore", json={"text": answer["redacted_text"], "mapping": answer["mapping"]}).json()
    assert restored == {"text": CANARY, "restored": 2}
    for op in ("encrypt", "hash", "pseudonym", "date_shift"):
        asked = {"text": CANARY, "policy": {"default": {"op": op, "key": "crm"}}}
        assert client.post("/redact", json=asked).status_code == 200
    token = Encrypt(key="crm")(NAME, "PERSON", Session(Keyring([key])))
    for bad in (
        {"text": f"{CANARY} {token[:-2]}>"},
        {"text": f"{CANARY} {token}", "mapping": {CANARY: 5}},
        {"text": CANARY, "mapping": {"<A_1>": CANARY * 200}},
        {"text": CANARY, NAME: NAME},
    ):
        assert_clean(client.post("/restore", json=bad).text)
    session = Session(Keyring([key]), subject=NAME)
    session.placeholder("<PERSON_{n}>", NAME)
    assert_clean(repr((session, session.keys, key, restore(NAME), RestoreRequest(text=NAME, mapping={NAME: NAME}))))
    assert key.secret.hex() not in heard.getvalue()
