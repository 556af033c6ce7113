"""POST /redact/stream: text, or the events of a language model, redacted while they come.

An answer begins with the first text that may go on. Until then an error is answered as everywhere; afterwards a text
ends without its end (the connection is cut, so that nobody takes a part for the whole), and events end with an error.
"""

from __future__ import annotations

import asyncio
import codecs
import json
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from typing import Any, TypeVar

from fastapi import APIRouter, Request, Response
from starlette.requests import ClientDisconnect
from starlette.types import Receive, Scope, Send

from deckname import http_errors, schemas
from deckname.errors import DeadlineExceeded, DecknameError, InvalidRequest, Overloaded
from deckname.events import Event, Events, Redactor, decoded
from deckname.http_errors import HttpError
from deckname.live import Live, Size
from deckname.metrics import bounded
from deckname.schemas import RedactAnswer, RedactRequest, described
from deckname.service import Service, check_encoding
from deckname.session import Session

Result = TypeVar("Result")
Work = Callable[[], Result]
#: What is still to send after an error; None cuts the connection.
Failed = Callable[[DecknameError], bytes | None]

router = APIRouter()
HEADER = "Deckname-Options"
TEXT, EVENTS = "text/plain", "text/event-stream"
#: Query parameters hold names and numbers; whatever may be personal goes into the header, which nobody logs.
_QUERY = ("profile", "policy", "types", "threshold", "hold_back")
#: Fields of /redact without a meaning here: an answer has no spans.
_NOT_HERE = ("text", "texts", "offset_unit", "include_text", "explain", "return_mapping")
_LEAST, _MOST = 16, 100_000
_AGAIN = 0.05  # seconds until a stream that is inside asks for a turn again


def _description() -> dict[str, Any]:
    said = described("/redact", RedactAnswer, RedactRequest)
    text = {"schema": {"type": "string"}, "example": "My name is John Smith."}
    chunk = {"choices": [{"index": 0, "delta": {"content": "My name is John Smith."}, "finish_reason": "stop"}]}
    events = {"schema": {"type": "string"}, "example": f"data: {json.dumps(chunk)}\n\ndata: [DONE]\n\n"}
    content = {TEXT: text, EVENTS: events}
    answers = {TEXT: text, EVENTS: {"example": events["example"]}}
    said["responses"][200] = {"description": "what came in, redacted, as it comes", "content": answers}

    def parameter(name: str, schema: dict[str, Any], description: str, where: str = "query") -> dict[str, Any]:
        return {"name": name, "in": where, "required": False, "schema": schema, "description": description}

    name = {"type": "string", "maxLength": 64}
    said["openapi_extra"] = {
        "parameters": [
            parameter("profile", name, "as in `/redact`"),
            parameter("policy", name, "the name of a profile whose operators to take"),
            parameter("types", {"type": "string"}, 'names of types with commas between them, or "all"'),
            parameter("threshold", {"type": "number", "minimum": 0, "maximum": 1}, "as in `/redact`"),
            parameter(
                "hold_back",
                {"type": "integer", "minimum": _LEAST, "maximum": _MOST},
                "characters that are held back at most, unless one value is longer",
            ),
            parameter(
                HEADER,
                {"type": "string"},
                f"JSON: any field of `/redact` save {', '.join(_NOT_HERE)}; goes before the query",
                "header",
            ),
        ],
        "requestBody": {"required": True, "content": content},
    }
    return said


class _Sent(Response):
    """An answer whose parts are sent while they are made; ``failed`` says what still to send when that went wrong."""

    def __init__(
        self, first: bytes, parts: AsyncIterator[bytes], media_type: str, failed: Failed, *, patience: float
    ) -> None:
        super().__init__()
        self.headers["Content-Type"] = media_type
        self._first, self._parts, self._failed, self._patience = first, parts, failed, patience
        del self.headers["content-length"]
        self.headers["X-Accel-Buffering"] = "no"  # nginx would wait for the end

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def put(part: bytes, *, more: bool = True) -> None:
            async with asyncio.timeout(self._patience):  # a client that does not read ends here
                await send({"type": "http.response.body", "body": part, "more_body": more})

        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        last: bytes | None = b""
        try:
            await put(self._first)
            async for part in self._parts:
                await put(part)
        except DecknameError as error:
            scope[http_errors.COUNTS]["code"] = error.code
            last = self._failed(error)
        except TimeoutError:
            scope[http_errors.COUNTS]["code"] = "deadline_exceeded"
            last = None
        except ClientDisconnect:
            last = None
        finally:
            await self._parts.aclose()  # type: ignore[attr-defined]
        if last is not None:
            await put(last, more=False)


@router.post("/redact/stream", summary="Redact a text, or a model's events, while they come", **_description())
async def redact_stream(request: Request) -> Response:
    service: Service = request.app.state.service
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type not in (TEXT, EVENTS):
        raise HttpError("unsupported_media_type", f"send text, with Content-Type: {TEXT} or {EVENTS}")
    check_encoding(request)
    streams = _Streams(request, service)
    parts = _text(streams) if media_type == TEXT else _events(streams)
    kept = streams.kept(parts)
    first = await anext(kept, b"")
    return _Sent(
        first,
        kept,
        f"{media_type}; charset=utf-8" if media_type == TEXT else media_type,
        _cut if media_type == TEXT else _last_event,
        patience=service.settings.timeout_seconds,
    )


def _cut(error: DecknameError) -> None:
    return None


def _last_event(error: DecknameError) -> bytes:
    return Event(json.dumps({"error": http_errors.body(error)}), "error").encoded()


async def _text(streams: _Streams) -> AsyncIterator[bytes]:
    make = await streams.prepared()
    live = make()
    decoder = codecs.getincrementaldecoder("utf-8")()
    async for chunk, last in streams.chunks():
        live.feed(decoded(decoder, chunk, last=last))
        if last:
            live.end()
        if live.ready:
            yield await streams.run(lambda: live.advance().encode(), [live])


async def _events(streams: _Streams) -> AsyncIterator[bytes]:
    redactor = Redactor(await streams.prepared())
    events = Events()

    def advanced(arrived: list[Event], last: bool) -> bytes:
        out = [done for event in arrived for done in redactor.advance(event)]
        if last:
            out += redactor.end()
        return b"".join(event.encoded() for event in out)

    async for chunk, last in streams.chunks():
        arrived = list(events.feed(chunk, last=last))
        if arrived or last:
            part = await streams.run(lambda arrived=arrived, last=last: advanced(arrived, last), redactor.texts)  # type: ignore[misc]
            if part:
                yield part


class _Streams:
    """One stream's request, clock and counts, and its turns among the other requests."""

    def __init__(self, request: Request, service: Service) -> None:
        self._request, self._service = request, service
        self._settings = service.settings
        self._deadline = time.monotonic() + self._settings.stream_seconds
        self._charged = 0
        self._types: Counter[str] = Counter()
        self._ended: set[int] = set()

    async def kept(self, parts: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        """Yield the parts, the stream counted among the open ones."""
        service = self._service
        if service.streams >= self._settings.max_streams:
            raise Overloaded("as many streams as may be are open; try again later")
        service.streams += 1
        try:
            async for part in parts:
                if part:
                    yield part
        finally:
            service.streams -= 1
            counts = {"characters": self._charged, "types": dict(sorted(self._types.items()))}
            self._request.scope[http_errors.COUNTS].update(counts)

    async def prepared(self) -> Callable[[], Live]:
        """Return what makes the redactor of a text, from what the request asks for."""
        detector = self._service.ready()
        fields = self._asked()
        hold_back = fields.pop("hold_back", self._settings.stream_hold_back)
        if type(hold_back) is not int or not _LEAST <= hold_back <= _MOST:
            raise InvalidRequest(f"hold_back: must be a whole number from {_LEAST} to {_MOST}", field="hold_back")
        keys = self._service.keyring

        def read() -> tuple[RedactRequest, Any]:
            asked = schemas.read(json.dumps({**fields, "text": ""}).encode(), RedactRequest)
            schemas.check(asked, self._settings, keys=keys, own_types=detector.own_types)
            return asked, schemas.options(asked, timeout=self._settings.timeout_seconds)

        asked, options = await self._service.run(read)
        session = Session(keys, subject=asked.subject)
        policy, size = schemas.policy_of(asked), Size.holding(hold_back)
        fail_closed = asked.fail_closed is not False

        def make() -> Live:
            return Live(detector, options, policy, session, size, deadline=self._deadline, fail_closed=fail_closed)

        return make

    def _asked(self) -> dict[str, Any]:
        """Return the fields of the query and of the header, which goes first."""
        query = self._request.query_params
        if any(name not in _QUERY for name in query):
            raise InvalidRequest(f"the query may have {', '.join(_QUERY)}; what else there is goes into {HEADER}")
        asked: dict[str, Any] = dict(query)
        if "types" in asked and asked["types"] != "all":
            asked["types"] = asked["types"].split(",")
        for name, kind in (("threshold", float), ("hold_back", int)):
            if name in asked:
                asked[name] = _number(asked[name], name, kind)
        given = [value for name, value in self._request.scope["headers"] if name == HEADER.lower().encode()]
        asked |= _header(given[0]) if given else {}
        if wrong := sorted(asked.keys() & set(_NOT_HERE)):
            raise InvalidRequest(f"{wrong[0]}: is no field of a stream", field=wrong[0])
        return asked

    async def chunks(self) -> AsyncIterator[tuple[bytes, bool]]:
        """Yield what arrives and whether it is the last.

        Raises:
            DeadlineExceeded: nothing came for as long as a request may take, or the stream's time is over.
        """
        more = True
        while more:
            message: Any = None
            left = min(self._settings.timeout_seconds, self._deadline - time.monotonic())
            with suppress(TimeoutError):
                async with asyncio.timeout(max(0.0, left)):
                    message = await self._request.receive()
            if message is None:
                raise DeadlineExceeded("nothing came for too long, or the stream's time is over")
            if message["type"] == "http.disconnect":
                raise ClientDisconnect()
            more = message.get("more_body", False)
            yield message.get("body", b""), not more

    async def run(self, work: Work[bytes], texts: list[Live]) -> bytes:
        """Return what ``work`` returns, done when there is room: who is inside waits, and reads nothing meanwhile."""
        while True:
            try:
                part = await self._service.run(work)
                break
            except Overloaded:
                if time.monotonic() > self._deadline:
                    raise
            await asyncio.sleep(_AGAIN)
        self._count(texts)
        return part

    def _count(self, texts: list[Live]) -> None:
        found = [each for live in texts for each in live.found]
        for live in texts:
            live.found = []
        characters = sum(len(text) for _, text in found)
        self._service.metrics.found([detection for detection, _ in found], [text for _, text in found])
        self._service.charge(self._request.scope, characters)
        self._charged += characters
        self._types.update(bounded(span.type) for detection, _ in found for span in detection.spans)


def _number(value: str, name: str, kind: type[int] | type[float]) -> int | float:
    with suppress(ValueError):
        return kind(value[:20])
    raise InvalidRequest(f"{name}: must be a number", field=name)


def _header(value: bytes) -> dict[str, Any]:
    found: object = None
    with suppress(ValueError, RecursionError):
        found = json.loads(value)
    if not isinstance(found, dict):
        raise HttpError("invalid_json", f"{HEADER} must be a JSON object")
    return found
