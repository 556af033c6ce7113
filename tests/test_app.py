"""The HTTP contract, over a detector with small real patterns."""

from __future__ import annotations

import asyncio
import json
import re
import threading
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from deckname import __version__
from deckname.app import create_app
from deckname.detector import Detector
from deckname.findings import Findings, Passage
from deckname.http_errors import STATUS
from deckname.pattern import Pattern
from deckname.schemas import EXAMPLES
from deckname.settings import Settings
from deckname.types import TYPES

EMAIL = Pattern(type="EMAIL_ADDRESS", regex=r"[\w.]+@[\w.]+\w", score=0.9)
SSN = Pattern(type="US_SSN", regex=r"\d{3}-\d\d-\d{4}", score=0.8)
TOWN = Pattern(type="LOCATION", regex=r"Paris", score=0.7)
JSON = {"Content-Type": "application/json"}
REQUEST_ID = "0b94a4b3-5f0e-4bd1-9c6e-3b1f2a6d7c80"
UNNAMED = "(a name that is not repeated here)"


class Broken:
    """A recognizer that fails for some texts."""

    type = "BROKEN"

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        if any("broken" in passage.text for passage in passages):
            raise RuntimeError(passages[0].text)
        return [Findings()] * len(passages)


def an_app(*recognizers: Any, **settings: Any) -> FastAPI:
    return create_app(Settings(**settings), Detector(recognizers or (EMAIL, SSN, TOWN, Broken())))


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(
        an_app(max_characters=1000, max_texts=5, max_body_bytes=20_000, max_patterns=3, max_entries=4)
    ) as it:
        yield it


def post(client: TestClient, path: str, body: Any, **headers: str) -> Any:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.post(path, content=content, headers=JSON | headers)


def error(response: Any) -> dict[str, Any]:
    answer = response.json()
    assert list(answer) == ["error"]
    assert response.status_code == STATUS[answer["error"]["code"]]
    found: dict[str, Any] = answer["error"]
    return found


def test_detect_says_what_stands_where(client: TestClient) -> None:
    assert post(client, "/detect", {"text": "Write to ada@x.org."}).json() == {
        "contains_pii": True,
        "score": 0.9,
        "types": {"EMAIL_ADDRESS": 0.9},
        "spans": [{"type": "EMAIL_ADDRESS", "start": 9, "end": 18, "score": 0.9, "source": "pattern"}],
        "offset_unit": "codepoint",
        "model": "none",
        "warnings": [],
    }


def test_redact_says_what_was_done_and_where_it_stands(client: TestClient) -> None:
    policy = {"types": {"EMAIL_ADDRESS": {"op": "replace", "with": "😀{type}"}, "NATIONAL_ID": {"op": "remove"}}}
    asked = {"text": "😀 ada@x.org 536-90-4399", "policy": policy, "offset_unit": "utf16", "include_text": True}
    answer = post(client, "/redact", asked).json()
    assert answer["redacted_text"] == "😀 😀EMAIL_ADDRESS "
    assert answer["spans"] == [
        {
            "type": "EMAIL_ADDRESS", "start": 3, "end": 12, "score": 0.9, "source": "pattern", "text": "ada@x.org",
            "op": "replace", "replacement": "😀EMAIL_ADDRESS", "redacted_start": 3, "redacted_end": 18,
        },
        {
            "type": "US_SSN", "start": 13, "end": 24, "score": 0.8, "source": "pattern", "text": "536-90-4399",
            "op": "remove", "replacement": "", "redacted_start": 19, "redacted_end": 19,
        },
    ]  # fmt: skip


@pytest.mark.parametrize(("unit", "start", "end"), [("codepoint", 2, 11), ("utf16", 3, 12), ("byte", 5, 14)])
def test_offsets_count_what_was_asked_for(client: TestClient, unit: str, start: int, end: int) -> None:
    answer = post(client, "/detect", {"text": "😀 ada@x.org", "offset_unit": unit}).json()
    assert (answer["spans"][0]["start"], answer["spans"][0]["end"], answer["offset_unit"]) == (start, end, unit)


def test_explain_gives_the_evidence(client: TestClient) -> None:
    answer = post(client, "/detect", {"text": "ada@x.org", "explain": True}).json()
    assert answer["spans"][0]["explanation"] == [
        {"type": "EMAIL_ADDRESS", "source": "pattern", "reason": "pattern", "score": 0.9}
    ]


def test_texts_are_answered_in_order_and_a_bad_one_alone_fails(client: TestClient) -> None:
    texts = ["ada@x.org", "\ud800", "", "x" * 1001, "this is broken"]
    results = post(client, "/redact", {"texts": texts}).json()["results"]
    assert [result.get("redacted_text", result.get("error", {}).get("code")) for result in results] == [
        "<EMAIL_ADDRESS>", "invalid_text", "", "text_too_long", "incomplete",
    ]  # fmt: skip
    assert results[3]["error"]["limit"] == 1000 and results[3]["error"]["actual"] == 1001


def test_a_lone_text_fails_with_the_same_errors(client: TestClient) -> None:
    assert error(post(client, "/redact", b'{"text": "a\\ud800"}'))["code"] == "invalid_text"
    assert error(post(client, "/redact", {"text": "x" * 1001}))["actual"] == 1001
    assert error(post(client, "/redact", {"text": "broken"}))["types"] == "BROKEN"


def test_fail_closed_is_the_default_of_redact_alone(client: TestClient) -> None:
    warnings = [{"code": "recognizer_failed", "type": "BROKEN"}]
    assert post(client, "/detect", {"text": "broken"}).json()["warnings"] == warnings
    assert error(post(client, "/detect", {"text": "broken", "fail_closed": True}))["code"] == "incomplete"
    assert post(client, "/redact", {"text": "broken", "fail_closed": False}).json()["warnings"] == warnings


def test_types_thresholds_allow_deny_patterns_and_context(client: TestClient) -> None:
    text = "ada@x.org in Paris, B-12345, Falke"

    def types(**asked: Any) -> list[str]:
        return [span["type"] for span in post(client, "/detect", {"text": text, **asked}).json()["spans"]]

    badge = {"type": "BADGE", "regex": r"B-\d{5}", "score": 0.4, "context": ["badge*"]}
    assert types() == ["EMAIL_ADDRESS"]
    assert types(types=["LOCATION"]) == ["LOCATION"]
    assert types(types="all") == ["EMAIL_ADDRESS", "LOCATION"]
    assert types(threshold=0.95) == []
    assert types(threshold=0.95, thresholds={"EMAIL_ADDRESS": 0.5}) == ["EMAIL_ADDRESS"]
    assert types(allow=["ADA@X.ORG"]) == []
    assert types(deny={"PROJECT": ["falke"]}) == ["EMAIL_ADDRESS", "PROJECT"]
    assert types(patterns=[badge]) == ["EMAIL_ADDRESS"]
    assert types(patterns=[badge], context=["Badges"]) == ["EMAIL_ADDRESS", "BADGE"]
    assert types(patterns=[badge], thresholds={"BADGE": 0.3}, types=["BADGE"]) == ["BADGE"]


@pytest.mark.parametrize("text", ["", "\x00", "\ufeff", "\u200b\u200b", "\x00ada\ufeff"])
def test_strange_texts_are_plain_texts(client: TestClient, text: str) -> None:
    assert post(client, "/redact", {"text": text}).json()["redacted_text"] == text


def test_a_byte_order_mark_before_the_json_is_read_over(client: TestClient) -> None:
    assert post(client, "/detect", b'\xef\xbb\xbf{"text": ""}').status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"nonsense", b'{"text": "\xff"}', b'{"text": "\xed\xa0\x80"}', b'{"threshold": NaN, "text": ""}',
        b'{"text": "a", "text": "b"}', b'{"text": "a\x00"}', b"[" * 15_000, b'{"a":' * 3_000,
        b'{"threshold": ' + b"9" * 5000 + b"}", '{"text": "a"}'.encode("utf-16"),
    ],
)  # fmt: skip
def test_what_is_not_json_is_said_to_be(client: TestClient, body: bytes) -> None:
    assert error(post(client, "/detect", body))["code"] == "invalid_json"


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ([], "the body must be a JSON object"),
        ({}, "send exactly one of text and texts"),
        ({"text": "a", "texts": ["b"]}, "send exactly one of text and texts"),
        ({"text": 5}, "text: must be a string"),
        ({"texts": "a"}, "texts: must be a list"),
        ({"texts": ["a", None]}, "texts.1: must be a string"),
        ({"text": "", "treshold": 1}, "treshold: is no field of this request; did you mean threshold?"),
        ({"text": "", "536904399": 1}, f"{UNNAMED}: is no field of this request; /openapi.json lists them"),
        ({"text": "", "threshold": 2}, "threshold: must be at most 1.0"),
        ({"text": "", "threshold": "0.5"}, "threshold: must be a number"),
        ({"text": "", "threshold": True}, "threshold: must be a number"),
        ({"text": "", "thresholds": {"PERSON": -1}}, "thresholds.PERSON: must be at least 0.0"),
        ({"text": "", "types": "PERSON"}, 'types: must be a list of names of types, or "all"'),
        ({"text": "", "deny": {"a b": ["x"]}}, "deny: must be the name of a type: capitals, digits and _, up to 64"),
        ({"text": "", "deny": {"X": [""]}}, "deny.X.0: must have at least 1 characters"),
        ({"text": "", "allow": ["\ud800"]}, "allow.0: must be well-formed Unicode"),
        ({"text": "", "allow": list("abcde")}, "allow and deny may have 4 entries"),
        ({"text": "", "patterns": [{"type": "X"}]}, "patterns.0.regex: is missing"),
        ({"text": "", "offset_unit": "mile"}, "offset_unit: must be one of 'codepoint', 'utf16' or 'byte'"),
        ({"text": "", "explain": 1}, "explain: must be true or false"),
        (
            {"text": "", "policy": {"types": {"AGE": {"op": "mask", "keep_last": -1}}}},
            "policy.types.AGE.keep_last: must be at least 0",
        ),
    ],
)  # fmt: skip
def test_an_invalid_request_hears_which_field_and_why(client: TestClient, asked: Any, message: str) -> None:
    told = error(post(client, "/redact", asked))
    assert (told["code"], told["message"]) == ("invalid_request", message)


def test_an_unknown_operator_hears_which_there_are(client: TestClient) -> None:
    told = error(post(client, "/redact", {"text": "", "policy": {"default": {"op": "burn"}}}))["message"]
    assert told.startswith("policy.default: must have one of these as its op: 'replace', ")
    assert "'keep'" in told and "burn" not in told


def test_other_refusals_have_codes_of_their_own(client: TestClient) -> None:
    def refusal(**asked: Any) -> dict[str, Any]:
        return error(post(client, "/redact", {"text": "a", **asked}))

    assert refusal(types=["NOTHING"])["type"] == "NOTHING"
    unknown = refusal(thresholds={"no type": 0.5})
    assert unknown["code"] == "unknown_type" and "type" not in unknown and "no type" not in unknown["message"]
    assert refusal(policy={"types": {"NOTHING": {"op": "keep"}}})["field"] == "policy.types"
    assert refusal(profile="nobody-has-this")["code"] == "unknown_profile"
    assert refusal(policy="nobody-has-this")["code"] == "unknown_profile"
    bad = {"type": "X", "regex": "("}
    assert refusal(patterns=[{"type": "X", "regex": "a"}, bad])["index"] == 1
    assert refusal(patterns=[bad] * 4) | {"message": ""} == {
        "code": "invalid_pattern",
        "message": "",
        "limit": 3,
        "actual": 4,
    }
    assert error(post(client, "/detect", {"texts": [""] * 6}))["code"] == "too_many_texts"


def test_only_json_is_read(client: TestClient) -> None:
    for headers in ({}, {"Content-Type": "text/plain"}, JSON | {"Content-Encoding": "gzip"}):
        told = client.post("/detect", content=b'{"text": ""}', headers=headers)
        assert error(told)["code"] == "unsupported_media_type"
    for media_type in ("application/json; charset=utf-8", "application/vnd.x+json"):
        assert post(client, "/detect", {"text": ""}, **{"Content-Type": media_type}).status_code == 200


def test_a_body_is_limited_with_and_without_a_length(client: TestClient) -> None:
    assert error(post(client, "/detect", b" " * 20_001))["actual"] == 20_001

    def chunks() -> Iterator[bytes]:
        for _ in range(30):
            yield b" " * 1000

    told = error(client.post("/detect", content=chunks(), headers=JSON))
    assert (told["code"], told["limit"]) == ("body_too_large", 20_000)
    assert told["actual"] > 20_000


def test_unknown_routes_and_methods(client: TestClient) -> None:
    for path in ("/nothing", "/detect/", "/docs/", "/redoc"):
        assert error(client.get(path))["code"] == "not_found"
    refused = client.get("/detect")
    assert error(refused)["code"] == "method_not_allowed" and refused.headers["allow"] == "POST"


def test_every_answer_has_a_request_id(client: TestClient) -> None:
    assert client.get("/health", headers={"X-Request-ID": REQUEST_ID}).headers["x-request-id"] == REQUEST_ID
    for given in ("two words", "x" * 65, "", "a@b", "123-45-6789", "ada-lovelace"):
        assert len(client.get("/nothing", headers={"X-Request-ID": given}).headers["x-request-id"]) == 32


def test_every_answer_tells_browsers_to_keep_and_to_run_nothing(client: TestClient) -> None:
    for answer in (client.get("/health"), client.get("/nothing"), post(client, "/detect", {"text": ""})):
        assert {name: answer.headers[name] for name in (
            "cache-control", "content-security-policy", "referrer-policy", "x-content-type-options",
        )} == {
            "cache-control": "no-store", "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
            "referrer-policy": "no-referrer", "x-content-type-options": "nosniff",
        }  # fmt: skip


def test_other_origins_are_not_let_in(client: TestClient) -> None:
    origin = {"Origin": "https://elsewhere.example.org", "Access-Control-Request-Method": "POST"}
    asked = client.options("/detect", headers=origin)
    assert asked.status_code == 405
    answers = [asked, post(client, "/detect", {"text": ""}, **origin)]
    assert [name for answer in answers for name in answer.headers if name.startswith("access-control")] == []


def test_the_docs_page_comes_from_here_alone(client: TestClient) -> None:
    page = client.get("/docs")
    assert page.headers["content-type"].startswith("text/html")
    assert "style-src 'sha256-" in page.headers["content-security-policy"]
    assert "script" not in page.text.replace("description", "")
    assert re.findall(r'(?:src|href)="([^"]*)"', page.text) == ["openapi.json"]
    for path in client.get("/openapi.json").json()["paths"]:
        assert f" {path}</code></h2>" in page.text
    assert "&quot;text&quot;: &quot;My name is John Smith.&quot;" in page.text


def test_docs_and_metrics_can_be_switched_off() -> None:
    client = TestClient(an_app(docs=False, metrics=False))
    for path in ("/docs", "/openapi.json", "/metrics"):
        assert error(client.get(path))["code"] == "not_found"


def test_types_health_and_ready(client: TestClient) -> None:
    entries = {entry["name"]: entry for entry in client.get("/types").json()["types"]}
    assert list(entries) == list(TYPES)
    assert (entries["US_SSN"]["parent"], "parent" in entries["PERSON"]) == ("NATIONAL_ID", False)
    assert client.get("/health").json() == {"status": "ok"}
    assert client.get("/ready").json() == {
        "status": "ready", "model": "none", "version": __version__, "types": ["EMAIL_ADDRESS", "LOCATION", "US_SSN"],
    }  # fmt: skip


def test_until_the_model_is_loaded_only_health_is_well() -> None:
    client = TestClient(create_app(Settings(model="none")))  # without its start
    assert client.get("/health").status_code == 200
    for told in (client.get("/ready"), post(client, "/detect", {"text": ""})):
        assert error(told)["code"] == "not_ready"


def test_the_model_is_loaded_at_the_start(tiny_model: Path) -> None:
    with TestClient(create_app(Settings(model=str(tiny_model)))) as client:
        assert client.get("/ready").json()["model"] == "tiny@0.0.1"
        assert post(client, "/redact", {"text": "I am Ada Lovelace"}).json()["redacted_text"] == "I am <PERSON>"


def test_a_missing_model_ends_the_start_in_one_line(tmp_path: Path) -> None:
    app = create_app(Settings(model=str(tmp_path / "none")))
    sent: list[Any] = []

    async def receive() -> Any:
        return {"type": "lifespan.startup"}

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(app({"type": "lifespan", "asgi": {}, "state": {}}, receive, send))
    (message,) = sent
    assert message["type"] == "lifespan.startup.failed"
    assert "DECKNAME_MODEL" in message["message"] and "\n" not in message["message"]


class Waiting:
    """A recognizer that works until it is let go."""

    type = "WAITING"

    def __init__(self) -> None:
        self.begun = threading.Semaphore(0)
        self.go = threading.Event()

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        self.begun.release()
        self.go.wait(10)
        return [Findings()] * len(passages)


def connected(app: FastAPI) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test", timeout=30)


def test_more_than_may_wait_are_refused_at_once() -> None:
    waiting = Waiting()

    async def run() -> list[httpx.Response]:
        async with connected(an_app(waiting, concurrency=1, queue=2)) as client:
            asked = [asyncio.create_task(client.post("/detect", json={"text": ""})) for _ in range(5)]
            done, pending = await asyncio.wait(asked, return_when=asyncio.FIRST_COMPLETED, timeout=5)
            while len(done) < 2:
                more, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED, timeout=5)
                done |= more
            assert (await client.get("/health")).status_code == 200
            waiting.go.set()
            return [*[task.result() for task in done], *await asyncio.gather(*pending)]

    responses = asyncio.run(run())
    assert [response.status_code for response in responses] == [503, 503, 200, 200, 200]
    assert error(responses[0])["code"] == "overloaded"
    assert int(responses[0].headers["retry-after"]) > 0


def test_a_request_that_takes_too_long_gets_nothing_partial() -> None:
    class Slow(Waiting):
        def find(self, passages: Sequence[Passage]) -> list[Findings]:
            self.go.wait(0.1)
            return [Findings()] * len(passages)

    with TestClient(an_app(EMAIL, Slow(), timeout_seconds=0.05)) as client:
        assert error(post(client, "/detect", {"texts": ["ada@x.org"]}))["code"] == "deadline_exceeded"


def test_a_body_that_never_ends_runs_out_of_time() -> None:
    async def slowly() -> AsyncIterator[bytes]:
        yield b'{"text": '
        await asyncio.sleep(5)

    async def run() -> httpx.Response:
        async with connected(an_app(EMAIL, timeout_seconds=0.1)) as client:
            return await client.post("/detect", content=slowly(), headers=JSON)

    assert error(asyncio.run(run()))["code"] == "deadline_exceeded"


def test_a_slow_body_has_a_time_limit_of_its_own() -> None:
    async def slowly() -> AsyncIterator[bytes]:
        yield b'{"text": '
        await asyncio.sleep(5)

    async def run() -> httpx.Response:
        app = an_app(EMAIL, body_seconds=0.05)
        async with connected(app) as client:
            answer = await client.post("/detect", content=slowly(), headers=JSON)
        assert (app.state.service.room.held, app.state.service.room.inside) == (0, 0)
        return answer

    assert error(asyncio.run(run()))["code"] == "deadline_exceeded"


def scope_of(path: str) -> dict[str, Any]:
    return {
        "type": "http", "asgi": {}, "http_version": "1.1", "method": "POST", "scheme": "http", "path": path,
        "raw_path": path.encode(), "query_string": b"", "root_path": "",
        "headers": [(b"content-type", b"application/json")], "client": None, "server": None,
    }  # fmt: skip


def test_who_goes_away_is_taken_out_of_the_queue_and_the_threads() -> None:
    waiting = Waiting()
    app = an_app(waiting, concurrency=1, queue=5)
    room = app.state.service.room

    async def vanish() -> None:
        messages = [{"type": "http.request", "body": b'{"text": ""}'}, {"type": "http.disconnect"}]

        async def receive() -> Any:
            return messages.pop(0)

        async def send(message: Any) -> None:
            pass

        await app(scope_of("/detect"), receive, send)

    async def run() -> None:
        await asyncio.gather(vanish(), vanish(), vanish())
        assert room.inside == 1  # the one that is computed has its thread until it ends
        waiting.go.set()
        for _ in range(500):
            if not room.inside:
                break
            await asyncio.sleep(0.01)
        assert (room.inside, room.held) == (0, 0)

    asyncio.run(run())
    assert waiting.begun.acquire(timeout=1) and not waiting.begun.acquire(blocking=False)  # one began, of three
    assert b"deckname_abandoned_total 3.0" in app.state.service.metrics.text()


def test_a_full_house_refuses_before_a_body_is_read() -> None:
    waiting = Waiting()

    async def run() -> httpx.Response:
        read = 0

        async def body() -> AsyncIterator[bytes]:
            nonlocal read
            read += 1
            yield b'{"text": ""}'

        async with connected(an_app(waiting, concurrency=1, queue=0)) as client:
            first = asyncio.create_task(client.post("/detect", json={"text": ""}))
            await asyncio.to_thread(waiting.begun.acquire, timeout=5)
            began = time.monotonic()
            refused = await client.post("/detect", content=body(), headers=JSON)
            assert time.monotonic() - began < 2
            waiting.go.set()
            assert (await first).status_code == 200
            assert read == 0
            return refused

    assert error(asyncio.run(run()))["code"] == "overloaded"


def test_large_requests_leave_the_small_ones_their_threads() -> None:
    waiting = Waiting()

    class WaitingForLong(Waiting):
        def find(self, passages: Sequence[Passage]) -> list[Findings]:
            return waiting.find(passages) if len(passages[0].text) > 10 else [Findings()] * len(passages)

    async def run() -> None:
        async with connected(an_app(WaitingForLong(), EMAIL, threads=1, concurrency=1, queue=9)) as client:
            large = [asyncio.create_task(client.post("/detect", json={"text": "x" * 60_000})) for _ in range(3)]
            await asyncio.to_thread(waiting.begun.acquire, timeout=5)
            assert (await client.post("/detect", json={"text": "a@b.org"})).json()["contains_pii"]
            waiting.go.set()
            assert [answer.status_code for answer in await asyncio.gather(*large)] == [200, 200, 200]

    asyncio.run(run())


def test_bodies_that_wait_have_room_for_so_many_bytes() -> None:
    waiting = Waiting()

    async def run() -> list[httpx.Response]:
        async with connected(an_app(waiting, concurrency=1, queue=9, queue_bytes=1000)) as client:
            first = asyncio.create_task(client.post("/detect", json={"text": "x" * 2000}))  # a lone one has room
            await asyncio.to_thread(waiting.begun.acquire, timeout=5)
            told = await client.post("/detect", json={"text": ""})

            async def chunks() -> AsyncIterator[bytes]:
                yield b'{"text": ""}'

            unannounced = await client.post("/detect", content=chunks(), headers=JSON)
            waiting.go.set()
            assert (await first).status_code == 200
            assert (await client.post("/detect", json={"text": ""})).status_code == 200
            return [told, unannounced]

    assert [error(answer)["code"] for answer in asyncio.run(run())] == ["overloaded", "overloaded"]


def test_while_it_drains_it_still_answers_but_is_not_ready() -> None:
    app = an_app()
    app.state.service.draining = True
    client = TestClient(app)
    assert error(client.get("/ready"))["code"] == "draining"
    assert client.get("/health").status_code == post(client, "/detect", {"text": ""}).status_code == 200


def test_middleware_stands_around_the_gate_and_within_what_answers_errors(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    path.write_text('{"keys": []}')
    seen: list[str] = []

    def tracing(app: Any) -> Any:
        async def traced(scope: Any, receive: Any, send: Any) -> None:
            seen.append(scope["path"])
            await app(scope, receive, send)

        return traced

    app = create_app(Settings(api_keys=path), Detector([EMAIL]), middleware=[tracing])
    assert error(post(TestClient(app), "/detect", {"text": ""}))["code"] == "unauthorized"
    assert seen == ["/detect"]


def test_requests_at_the_same_time_are_not_mixed_up() -> None:
    async def ask(client: httpx.AsyncClient, number: int) -> None:
        texts = [f"{'é' * (number % 7)} own{number} u{number}.{index}@x.org" for index in range(1 + number % 3)]
        asked = {"texts": texts, "include_text": True, "deny": {f"OWN_{number}": [f"own{number}"]}}
        answer = (await client.post("/detect", json=asked)).json()
        values = [[span["text"] for span in result["spans"]] for result in answer["results"]]
        assert ["".join(found) for found in values] == [
            f"own{number}u{number}.{index}@x.org" for index in range(len(texts))
        ]

    async def run() -> None:
        async with connected(an_app(concurrency=8, queue=300)) as client:
            await asyncio.gather(*(ask(client, number) for number in range(200)))

    asyncio.run(run())


def test_a_client_that_hangs_up_leaves_no_trace(caplog: pytest.LogCaptureFixture) -> None:
    messages = [{"type": "http.request", "body": b'{"te', "more_body": True}, {"type": "http.disconnect"}]

    async def receive() -> Any:
        return messages.pop(0)

    async def send(message: Any) -> None:
        pass

    asyncio.run(an_app()(scope_of("/detect"), receive, send))
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


def test_openapi_has_examples_and_errors_for_every_route(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    assert set(described["paths"]) >= set(EXAMPLES)
    references = set()
    for path in EXAMPLES:
        ((method, operation),) = described["paths"][path].items()
        assert operation["responses"]["200"]["content"]["application/json"]["examples"]
        assert operation["responses"]["500"]["content"]["application/json"]["schema"]["$ref"].endswith("/Failure")
        assert ("requestBody" in operation) == (method == "post")
        assert ("422" in operation["responses"]) == (method == "post"), path
    for text in json.dumps(described).split('"#/components/schemas/')[1:]:
        references.add(text.partition('"')[0])
    assert references <= set(described["components"]["schemas"])
    request = described["components"]["schemas"]["DetectRequest"]
    assert request["properties"]["text"]["anyOf"][0] == {"type": "string"}
    assert request["additionalProperties"] is False


def test_the_examples_are_good_requests(client: TestClient) -> None:
    for path, examples in EXAMPLES.items():
        for asked in examples.get("request", {}).values():
            answer = post(client, path, asked)
            assert answer.status_code == 200, answer.text
            shapes = examples["answer"]
            shape = shapes.get("many texts" if "texts" in asked else "one text") or next(iter(shapes.values()))
            assert set(answer.json()) == set(shape)


def test_long_templates_for_many_values_are_refused_before_they_fill_the_memory() -> None:
    text = "a@b.org " * 1000
    policy = {"default": {"op": "replace", "with": "x" * 1000}}
    with TestClient(create_app(Settings(model="none", max_body_bytes=100_000), Detector([EMAIL]))) as client:
        answer = client.post("/redact", json={"text": text, "policy": policy})
        assert answer.status_code == 413
        assert answer.json()["error"]["limit"] == 100_000
        assert client.post("/redact", json={"text": text}).status_code == 200
