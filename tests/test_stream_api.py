"""POST /redact/stream, in process and over a real connection."""

from __future__ import annotations

import asyncio
import json
import re
import socket
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from fastapi.testclient import TestClient

from deckname import connection
from deckname.app import create_app
from deckname.auth import ApiKey, KeyFile, digest
from deckname.connection import Connection
from deckname.detector import Detector
from deckname.findings import Findings, Warning
from deckname.keys import add_key
from deckname.pattern import Pattern
from deckname.settings import Settings
from deckname.stream_api import EVENTS, HEADER

RECOGNIZERS = (
    Pattern(type="EMAIL_ADDRESS", regex=r"(?<![\w@.])[\w.]+@[\w.]+\w", score=0.9),
    Pattern(type="US_SSN", regex=r"(?<!\d)\d{3}-\d\d-\d{4}(?!\d)", score=0.8),
)
PLAIN = {"Content-Type": "text/plain; charset=utf-8"}
URL = "/redact/stream"


class Late:
    """A recognizer that never finishes."""

    type = "CUSTOM"

    def find(self, passages: Any) -> list[Findings]:
        return [Findings(warnings=(Warning("pattern_timeout", "CUSTOM"),)) for _ in passages]


def app(*recognizers: Any, **settings: Any) -> Any:
    return create_app(Settings(**settings), Detector([*RECOGNIZERS, *recognizers]))


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(app()) as client:
        yield client


def test_a_text_is_redacted(client: TestClient) -> None:
    answer = client.post(URL, content="write to ada@example.org, ж 😀", headers=PLAIN)
    assert (answer.status_code, answer.text) == (200, "write to <EMAIL_ADDRESS>, ж 😀")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "content-length" not in answer.headers
    assert client.post(URL, content="", headers=PLAIN).text == ""


def test_chunks_may_be_cut_within_a_character_and_within_a_value(client: TestClient) -> None:
    text = ("ada@example.org é😀 " * 50).encode()
    answer = client.post(URL, content=iter([text[at : at + 3] for at in range(0, len(text), 3)]), headers=PLAIN)
    assert answer.text == "<EMAIL_ADDRESS> é😀 " * 50


def test_query_and_header_say_what_is_sought_and_what_becomes_of_it(client: TestClient, tmp_path: Path) -> None:
    text = "ada@example.org 536-90-4399"
    assert client.post(URL + "?types=US_SSN", content=text, headers=PLAIN).text == "ada@example.org <US_SSN>"
    assert client.post(URL + "?types=US_SSN,EMAIL_ADDRESS&threshold=0.85", content=text, headers=PLAIN).text == (
        "<EMAIL_ADDRESS> 536-90-4399"
    )
    asked = {"policy": {"default": {"op": "mask"}}, "types": ["US_SSN"], "deny": {"PROJECT": ["ada"]}, "hold_back": 50}
    headers = PLAIN | {HEADER: json.dumps(asked)}
    assert client.post(URL + "?types=all", content=text, headers=headers).text == "***@example.org ***-**-****"
    add_key(tmp_path / "keys.json", "crm")
    with TestClient(app(key_file=tmp_path / "keys.json")) as keyed:
        hashed = keyed.post(
            URL, content=text, headers=PLAIN | {HEADER: '{"policy": {"default": {"op": "hash", "key": "crm"}}}'}
        )
    assert re.fullmatch("[0-9a-f]{64} [0-9a-f]{64}", hashed.text)


@pytest.mark.parametrize(
    ("query", "header", "status", "code", "field"),
    [
        ("?text=a", "", 422, "invalid_request", None),
        ("?hold_back=15", "", 422, "invalid_request", "hold_back"),
        ("?hold_back=x", "", 422, "invalid_request", "hold_back"),
        ("?threshold=2", "", 422, "invalid_request", "threshold"),
        ("?threshold=nan", "", 400, "invalid_json", None),
        ("?types=PERSN", "", 422, "unknown_type", "types"),
        ("?profile=none-such", "", 422, "unknown_profile", "profile"),
        ("", "{", 400, "invalid_json", None),
        ("", "[]", 400, "invalid_json", None),
        ("", '{"text": "a"}', 422, "invalid_request", "text"),
        ("", '{"explain": true}', 422, "invalid_request", "explain"),
        ("", '{"hold_back": true}', 422, "invalid_request", "hold_back"),
        ("", '{"policy": {"default": {"op": "hash", "key": "crm"}}}', 422, "unknown_key", None),
    ],
)
def test_what_makes_no_sense_is_refused_at_once(
    client: TestClient, query: str, header: str, status: int, code: str, field: str | None
) -> None:
    answer = client.post(URL + query, content="a", headers=PLAIN | ({HEADER: header} if header else {}))
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert answer.json()["error"].get("field") == field


def test_other_bodies_are_refused(client: TestClient) -> None:
    assert client.post(URL, json={"text": "a"}).status_code == 415
    assert client.post(URL, content=b"a", headers=PLAIN | {"Content-Encoding": "gzip"}).status_code == 415
    bad = client.post(URL, content=b"ada@example.org \xff", headers=PLAIN)
    assert (bad.status_code, bad.json()["error"]["code"]) == (422, "invalid_request")


def test_half_an_answer_is_none() -> None:
    with TestClient(app(Late())) as late:
        answer = late.post(URL, content="a", headers=PLAIN)
        assert (answer.status_code, answer.json()["error"]["code"]) == (503, "incomplete")
        assert late.post(URL, content="a", headers=PLAIN | {HEADER: '{"fail_closed": false}'}).text == "a"


def test_limits_hold() -> None:
    with TestClient(app(max_streams=0)) as full:
        answer = full.post(URL, content="a", headers=PLAIN)
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
    with TestClient(app(max_body_bytes=100)) as small:
        assert small.post(URL, content=iter([b"a " * 30, b"b " * 30]), headers=PLAIN).status_code == 413
    with TestClient(app(stream_seconds=1e-6)) as short:
        assert short.post(URL, content="a", headers=PLAIN).status_code == 504


def test_a_key_needs_the_scope_and_pays_for_characters(tmp_path: Path) -> None:
    def entry(name: str, scope: Any, rate: float | None = None) -> ApiKey:
        return ApiKey(name=name, sha256=digest(name), scopes=(scope,), characters_per_second=rate)

    KeyFile(keys=(entry("a", "redact", 10.0), entry("b", "detect"))).write(tmp_path / "api.json")
    with TestClient(app(api_keys=tmp_path / "api.json")) as closed:
        assert closed.post(URL, content="a", headers=PLAIN).status_code == 401
        assert closed.post(URL, content="a", headers=PLAIN | {"X-API-Key": "b"}).status_code == 403
        assert closed.post(URL, content="a " * 50, headers=PLAIN | {"X-API-Key": "a"}).status_code == 200
        assert closed.post(URL, content="a", headers=PLAIN | {"X-API-Key": "a"}).status_code == 429


def events(*contents: str) -> bytes:
    chunks = [{"choices": [{"index": 0, "delta": {"content": each}, "finish_reason": None}]} for each in contents]
    return "".join(f"data: {json.dumps(each)}\n\n" for each in chunks).encode() + b"data: [DONE]\n\n"


def test_the_events_of_a_model_are_redacted(client: TestClient) -> None:
    answer = client.post(URL, content=events("write to ada@exa", "mple.org"), headers={"Content-Type": EVENTS})
    assert answer.headers["content-type"] == EVENTS
    data = [line.removeprefix("data: ") for line in answer.text.splitlines() if line]
    assert data[-1] == "[DONE]"
    said = "".join(json.loads(each)["choices"][0]["delta"]["content"] for each in data[:-1])
    assert said == "write to <EMAIL_ADDRESS>"


def test_what_was_looked_through_is_counted(client: TestClient) -> None:
    def counted() -> tuple[float, float]:
        registry = client.app.state.service.metrics.registry  # type: ignore[attr-defined]
        labels = {"type": "US_SSN", "source": "pattern"}
        found = registry.get_sample_value("deckname_spans_total", labels) or 0.0
        return registry.get_sample_value("deckname_characters_total"), found

    before = counted()
    client.post(URL, content="536-90-4399 " * 100, headers=PLAIN)
    assert counted() == (before[0] + 1200, before[1] + 100)


# Over a real connection.

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Coroutine[Any, Any, None]]


def talk(application: Any, *, head: str, then: Talk, buffers: int = 0) -> None:
    """Serve, send the head of a request, and go on as ``then`` does; ``buffers`` are the kernel's, in bytes."""
    config = uvicorn.Config(application, port=0, http=Connection, log_config=None, access_log=False, ws="none")
    server = uvicorn.Server(config)
    listener = config.bind_socket()
    client = socket.socket()
    if buffers:
        for each in (listener, client):
            each.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, buffers)
            each.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffers)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()

    async def asked() -> None:
        client.connect(listener.getsockname())
        reader, writer = await asyncio.open_connection(sock=client)
        try:
            writer.write(f"POST {URL}?hold_back=100 HTTP/1.1\r\nHost: a\r\n{head}\r\n".encode())
            async with asyncio.timeout(30):
                await then(reader, writer)
        finally:
            writer.close()

    try:
        while not server.started:
            time.sleep(0.01)
        asyncio.run(asked())
    finally:
        server.should_exit = True
        thread.join(30)
        listener.close()


CHUNKED = "Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n"


def as_chunk(text: str) -> bytes:
    return f"{len(text.encode()):x}\r\n{text}\r\n".encode()


async def next_chunk(reader: asyncio.StreamReader) -> bytes:
    """Return the next chunk of an answer's body; empty where it ends as it should."""
    size = int((await reader.readuntil(b"\r\n")).strip(), 16)
    return (await reader.readexactly(size + 2))[:-2]


def test_answers_come_while_the_text_is_still_on_its_way() -> None:
    async def then(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(as_chunk("ada@example.org " + "word " * 40))
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200 ")
        first = await next_chunk(reader)
        assert first.startswith(b"<EMAIL_ADDRESS> word")
        writer.write(as_chunk("the end") + b"0\r\n\r\n")
        rest = b""
        while part := await next_chunk(reader):
            rest += part
        assert (first + rest).decode() == "<EMAIL_ADDRESS> " + "word " * 40 + "the end"

    talk(app(), head=CHUNKED, then=then)


def test_a_text_that_goes_wrong_ends_without_its_end() -> None:
    async def then(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(as_chunk("word " * 40))
        await reader.readuntil(b"\r\n\r\n")
        await next_chunk(reader)
        writer.write(b"1\r\n\xff\r\n0\r\n\r\n")
        assert await reader.read() == b""  # the connection is closed, and no chunk of length 0 came before

    talk(app(), head=CHUNKED, then=then)


def test_who_says_nothing_for_too_long_is_let_go_and_leaves_room() -> None:
    service = app(timeout_seconds=0.5, max_streams=1)

    async def then(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(as_chunk("a word"))
        assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 504 ")
        assert service.state.service.streams == 0

    talk(service, head=CHUNKED, then=then)


def test_who_hangs_up_leaves_room() -> None:
    service = app(max_streams=1)

    async def then(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(as_chunk("word " * 40))
        await reader.readuntil(b"\r\n\r\n")
        assert service.state.service.streams == 1
        writer.transport.abort()
        while service.state.service.streams:
            await asyncio.sleep(0.01)

    talk(service, head=CHUNKED, then=then)


def test_nobody_reads_on_while_the_answer_is_not_taken_and_at_last_the_connection_is_cut(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connection, "READ_SECONDS", 1.0)
    service = app(timeout_seconds=0.5)
    sent = 0

    async def then(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        part = as_chunk("word " * 4000)
        with suppress(ConnectionError):
            while sent < 350:  # 7 MB, more than all buffers between
                writer.write(part)
                await writer.drain()
                sent += 1
        while service.state.service.streams:
            await asyncio.sleep(0.01)

    talk(service, head=CHUNKED, then=then, buffers=20_000)
    assert sent < 350


def test_events_that_go_wrong_end_with_an_error() -> None:
    async def then(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(as_chunk(events("a").removesuffix(b"data: [DONE]\n\n").decode()))
        await reader.readuntil(b"\r\n\r\n")
        await next_chunk(reader)
        writer.write(as_chunk("data: 536-90-4399\n\n"))
        event, data = (await next_chunk(reader)).decode().strip().split("\n")
        assert event == "event: error"
        assert json.loads(data.removeprefix("data: "))["error"] == {
            "code": "invalid_request",
            "message": "an event's data must be a JSON object, or [DONE]",
        }
        assert await next_chunk(reader) == b""

    talk(app(), head=CHUNKED.replace("text/plain", EVENTS), then=then)
