"""Bodies of requests and answers without personal data."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from deckname.detector import Detector
from deckname.findings import Findings, Passage
from deckname.integrations.asgi import RedactBodies
from deckname.pattern import Pattern

EMAIL = Pattern(type="EMAIL_ADDRESS", regex=r"[a-z]+@[a-z.]+[a-z]", score=0.9)
ADDRESS = "ada@example.org"
JSON = {"Content-Type": "application/json"}


class Failing:
    type = "FAILING"

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        raise RuntimeError(passages[0].text)


async def echo(request: Request) -> Response:
    """Answer with what came, and say how long it was said to be."""
    body = await request.body()
    headers = {"X-Length": request.headers.get("content-length", ""), "ETag": '"1"'}
    headers |= {"Content-Type": request.headers.get("content-type", "application/octet-stream")}
    return Response(body, headers=headers)


async def fixed(request: Request) -> Response:
    kind = request.path_params["kind"]
    if kind == "head":
        return Response(headers={"Content-Type": "text/plain", "Content-Length": "77"})
    if kind == "gzip":
        return Response(b"\x1f\x8b", headers={"Content-Type": "text/plain", "Content-Encoding": "gzip"})
    if kind == "broken":
        return Response(b'{"to": "' + ADDRESS.encode(), media_type="application/json")
    if kind == "encodings":
        return PlainTextResponse(request.headers.get("accept-encoding", "none"))

    async def parts() -> AsyncIterator[str]:
        for part in ("to ada@exa", "mple.org", " and more"):
            yield part

    return StreamingResponse(parts(), media_type="text/event-stream" if kind == "events" else "text/plain")


def a_client(*recognizers: Any, **settings: Any) -> TestClient:
    app = Starlette(routes=[Route("/echo", echo, methods=["POST"]), Route("/{kind}", fixed)])
    return TestClient(RedactBodies(app, detector=Detector([EMAIL, *recognizers]), **settings))


def test_a_request_reaches_the_application_redacted_and_with_its_length() -> None:
    response = a_client(requests=True).post("/echo", json={"to": ADDRESS, "n": 1})
    assert response.json() == {"to": "<EMAIL_ADDRESS>", "n": 1}
    assert response.headers["x-length"] == str(len(response.content))


def test_an_answer_goes_out_redacted_and_with_its_length() -> None:
    response = a_client(responses=True).post("/echo", json={"to": ADDRESS, ADDRESS: "é"})
    assert response.json() == {"to": "<EMAIL_ADDRESS>", "<EMAIL_ADDRESS>": "é"}
    assert response.headers["content-length"] == str(len(response.content))
    assert "etag" not in response.headers  # it was that of another body


@pytest.mark.parametrize("side", ["requests", "responses"])
def test_what_holds_nothing_stays_to_the_byte(side: str) -> None:
    body = b'{ "a" :\t[1, 2.50, "\\u00e9"] }'
    response = a_client(**{side: True}).post("/echo", content=body, headers=JSON)
    assert (response.content, response.headers["etag"]) == (body, '"1"')


def test_text_is_redacted_in_its_own_encoding() -> None:
    kind = {"Content-Type": "text/plain; charset=ISO-8859-1"}
    response = a_client(requests=True).post("/echo", content=f"Grüße, {ADDRESS}".encode("latin-1"), headers=kind)
    assert response.content == "Grüße, <EMAIL_ADDRESS>".encode("latin-1")


def test_other_media_types_pass() -> None:
    for kind in ("application/octet-stream", "image/png"):
        response = a_client(requests=True, responses=True).post(
            "/echo", content=ADDRESS, headers={"Content-Type": kind}
        )
        assert response.text == ADDRESS


def test_pointers_choose_what_is_looked_at() -> None:
    body = {"user": ADDRESS, "messages": [{"role": "user", "content": f"I am {ADDRESS}"}]}
    answer = a_client(requests=True, pointers=["/messages/*/content"]).post("/echo", json=body).json()
    assert answer == {"user": ADDRESS, "messages": [{"role": "user", "content": "I am <EMAIL_ADDRESS>"}]}


def test_a_streamed_answer_is_put_together_first() -> None:
    response = a_client(responses=True).get("/stream")
    assert response.text == "to <EMAIL_ADDRESS> and more"
    assert response.headers["content-length"] == "27"


@pytest.mark.parametrize(
    ("path", "settings"), [("/stream", {"max_bytes": 12}), ("/events", {}), ("/gzip", {}), ("/broken", {})]
)
def test_an_answer_that_cannot_be_looked_through_is_refused(path: str, settings: dict[str, Any]) -> None:
    response = a_client(responses=True, **settings).get(path)
    assert response.status_code == 502
    assert list(response.json()) == ["error"]
    assert "ada@" not in response.text


@pytest.mark.parametrize(("path", "settings"), [("/stream", {"max_bytes": 12}), ("/events", {})])
def test_or_passes_where_that_is_asked_for(path: str, settings: dict[str, Any]) -> None:
    response = a_client(responses=True, unreadable="pass", **settings).get(path)
    assert (response.status_code, response.text) == (200, f"to {ADDRESS} and more")


def test_a_request_that_cannot_be_looked_through_never_reaches_the_application() -> None:
    client = a_client(requests=True, max_bytes=100)
    for content, headers, status in (
        (json.dumps([ADDRESS] * 20), JSON, 413),
        (b"\x1f\x8b", JSON | {"Content-Encoding": "gzip"}, 415),
        (f'{{"to": "{ADDRESS}', JSON, 400),
        (b"\xff", {"Content-Type": "text/plain"}, 400),
        (b"x", {"Content-Type": "text/plain; charset=klingon"}, 400),
        (b"[" * 90, JSON, 400),
    ):
        response = client.post("/echo", content=content, headers=headers)
        assert response.status_code == status
        assert "ada@" not in response.text


def test_a_long_request_passes_whole_where_that_is_asked_for() -> None:
    body = [ADDRESS] * 20
    client = a_client(requests=True, max_bytes=100, unreadable="pass")
    assert client.post("/echo", json=body).json() == body


@pytest.mark.parametrize(("side", "status"), [("requests", 500), ("responses", 502)])
def test_a_detector_that_fails_lets_nothing_through(side: str, status: int, caplog: pytest.LogCaptureFixture) -> None:
    response = a_client(Failing(), **{side: True}).post("/echo", json={"to": ADDRESS})
    assert response.status_code == status
    assert "ada@" not in response.text
    assert "ada@" not in repr([vars(record) for record in caplog.records if record.name.startswith("deckname")])


def test_paths_may_be_left_alone() -> None:
    client = a_client(responses=True, skip=lambda path: path == "/echo")
    assert client.post("/echo", json=ADDRESS).json() == ADDRESS


def test_the_application_is_not_asked_for_a_compressed_answer() -> None:
    assert a_client(responses=True).get("/encodings").text == "none"


def test_an_answer_to_head_keeps_its_length() -> None:
    assert a_client(responses=True).head("/head").headers["content-length"] == "77"


def test_one_of_the_sides_must_be_chosen() -> None:
    with pytest.raises(ValueError, match="requests=True"):
        RedactBodies(Starlette(), detector=Detector([]))
