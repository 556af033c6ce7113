"""Bodies without personal data: an ASGI middleware for requests, for answers, or for both.

    app.add_middleware(RedactBodies, detector=deckname.load(), responses=True)

JSON (also ``application/problem+json`` and the like) is redacted value by value, text as a whole; other media types
pass. What cannot be looked through is refused: an answer is lost rather than let out as it is.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from typing import Literal

import anyio.to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deckname.detector import Detector, Options
from deckname.integrations.values import ValueRedactor, chosen_by
from deckname.keys import Keyring
from deckname.policy import Policy

log = logging.getLogger(__name__)

#: Bytes of a body that are kept to be looked through.
MAX_BYTES = 1_000_000
#: Headers that tell of the body as it was.
_OF_THE_BODY = ("content-length", "etag", "content-md5", "digest", "content-digest", "repr-digest", "accept-ranges")


class _Refused(Exception):
    """A body that cannot be looked through; says why in words of ours."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class RedactBodies:
    """Redacts the bodies of requests, of responses, or of both.

    ``profile`` stands behind the policy and the options. ``pointers`` are JSON pointers to what is looked through in
    JSON (``*`` for any name or index), everything unless told. A body of more than ``max_bytes``, a stream of
    server-sent events and a compressed answer cannot be looked through: ``unreadable`` says whether they are refused
    (413 to a request, 502 for an answer) or pass as they are. ``skip`` chooses paths that are left alone, a health
    check for one.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        detector: Detector,
        policy: Policy | None = None,
        options: Options | None = None,
        profile: str | None = None,
        keys: Keyring | None = None,
        requests: bool = False,
        responses: bool = False,
        pointers: Sequence[str] | None = None,
        max_bytes: int = MAX_BYTES,
        unreadable: Literal["refuse", "pass"] = "refuse",
        skip: Callable[[str], bool] = lambda path: False,
    ) -> None:
        if not requests and not responses:
            raise ValueError("nothing to do: say requests=True, responses=True, or both")
        self._app = app
        self._values = ValueRedactor.of(detector, policy=policy, options=options, profile=profile, keys=keys)
        self._requests = requests
        self._responses = responses
        self._chosen = chosen_by(pointers) if pointers is not None else lambda path: True
        self._limit = max_bytes
        self._pass = unreadable == "pass"
        self._skip = skip

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self._skip(scope["path"]):
            await self._app(scope, receive, send)
            return
        try:
            if self._requests:
                scope, receive = await self._request(scope, receive)
        except _Refused as refusal:
            status = {"body_too_large": 413, "unsupported_media_type": 415, "invalid_body": 400}.get(refusal.code, 500)
            await _answer(status, refusal)(scope, receive, send)
            return
        if not self._responses:
            await self._app(scope, receive, send)
            return
        scope = {**scope, "headers": [item for item in scope["headers"] if item[0] != b"accept-encoding"]}
        answering = _Answering(self, scope, receive, send)
        await self._app(scope, receive, answering.send)

    async def _request(self, scope: Scope, receive: Receive) -> tuple[Scope, Receive]:
        """Return a request whose body is redacted."""
        headers = Headers(scope=scope)
        kind = _kind(headers)
        if kind is None:
            return scope, receive
        unreadable = kind == "stream" or headers.get("content-encoding", "identity") != "identity"
        if unreadable and self._pass:
            return scope, receive
        if unreadable:
            raise _Refused("unsupported_media_type", "send the body as it is, without a Content-Encoding")
        body, waiting = await self._read(receive)
        if waiting is not None:
            if not self._pass:
                raise _Refused("body_too_large", f"a body may have {self._limit} bytes here")
            return scope, _replaying(body, waiting, receive)
        redacted = await self.redacted(body, kind, headers)
        changed = [item for item in scope["headers"] if item[0] not in (b"content-length", b"transfer-encoding")]
        changed.append((b"content-length", str(len(redacted)).encode()))
        return {**scope, "headers": changed}, _replaying(redacted, None, receive)

    async def _read(self, receive: Receive) -> tuple[bytes, bool | None]:
        """Return a whole body and None, or what arrived until it was too much and whether more is to come."""
        parts: list[bytes] = []
        size = 0
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise _Refused("invalid_body", "the client went away")
            parts.append(message.get("body", b""))
            size += len(parts[-1])
            if size > self._limit:
                return b"".join(parts), bool(message.get("more_body"))
            if not message.get("more_body"):
                return b"".join(parts), None

    async def redacted(self, body: bytes, kind: str, headers: Headers) -> bytes:
        """Return a body without its personal data.

        Raises:
            _Refused: it is not what its media type says, or the detector failed.
        """
        if not body:
            return body
        problem: _Refused
        try:
            return await anyio.to_thread.run_sync(self._redacted, body, kind, _charset(headers))
        except (ValueError, LookupError, RecursionError):  # of json and of codecs: their messages quote the body
            problem = _Refused("invalid_body", "the body is not what its media type says")
        except Exception as error:  # fail closed, and without its message
            log.error("body not looked through", extra={"error": type(error).__name__})
            problem = _Refused("internal", "the body could not be looked through")
        raise problem

    def _redacted(self, body: bytes, kind: str, charset: str) -> bytes:
        text = body.decode(charset)
        if kind == "text":
            return self._values.text(text).encode(charset)
        value = json.loads(text)
        redacted = self._values.value(value, chosen=self._chosen)
        # Untouched, it stays as it was to the byte.
        return body if redacted is value else json.dumps(redacted, ensure_ascii=False, separators=(",", ":")).encode()


class _Answering:
    """One answer on its way out: its head waits until its body is redacted."""

    def __init__(self, bodies: RedactBodies, scope: Scope, receive: Receive, send: Send) -> None:
        self._bodies, self._scope, self._receive, self._send = bodies, scope, receive, send
        self._start: Message | None = None
        self._kind: str | None = None
        self._parts: list[bytes] = []
        self._size = 0
        self._passing = self._refused = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._begin(message)
        elif self._refused:
            return
        elif self._passing or self._start is None or message["type"] != "http.response.body":
            await self._send(message)
        else:
            await self._more(message)

    async def _begin(self, message: Message) -> None:
        headers = Headers(raw=list(message.get("headers", [])))
        self._kind = _kind(headers)
        unreadable = self._kind == "stream" or headers.get("content-encoding", "identity") != "identity"
        if self._kind is None or (unreadable and self._bodies._pass):
            self._passing = True
            await self._send(message)
        elif unreadable:
            await self._refuse(_Refused("unreadable_answer", "the answer could not be looked through"))
        else:
            self._start = message

    async def _more(self, message: Message) -> None:
        self._parts.append(message.get("body", b""))
        self._size += len(self._parts[-1])
        more = bool(message.get("more_body"))
        assert self._start is not None
        if self._size > self._bodies._limit:
            if not self._bodies._pass:
                await self._refuse(_Refused("unreadable_answer", "the answer is too long to be looked through"))
                return
            self._passing = True
            await self._send(self._start)
            await self._send({"type": "http.response.body", "body": b"".join(self._parts), "more_body": more})
        elif not more:
            await self._finish(self._start, self._kind or "text")

    async def _finish(self, start: Message, kind: str) -> None:
        body = b"".join(self._parts)
        try:
            redacted = await self._bodies.redacted(body, kind, Headers(raw=list(start.get("headers", []))))
        except _Refused as refusal:
            await self._refuse(refusal)
            return
        start = {**start, "headers": list(start.get("headers", []))}
        if body:  # an answer to HEAD has none, and its Content-Length is that of another
            headers = MutableHeaders(raw=start["headers"])
            if redacted != body:
                for name in _OF_THE_BODY:
                    del headers[name]
            headers["content-length"] = str(len(redacted))
        await self._send(start)
        await self._send({"type": "http.response.body", "body": redacted})

    async def _refuse(self, refusal: _Refused) -> None:
        self._refused = True
        await _answer(502, refusal)(self._scope, self._receive, self._send)


def _kind(headers: Headers) -> Literal["json", "text", "stream"] | None:
    """Return how a body is to be read; None for what is left alone."""
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type == "text/event-stream" or media_type.endswith(("ndjson", "jsonl")):
        return "stream"
    if media_type == "application/json" or media_type.endswith("+json"):
        return "json"
    return "text" if media_type.startswith("text/") else None


def _charset(headers: Headers) -> str:
    _, _, parameters = headers.get("content-type", "").partition(";")
    named = [part.partition("=")[2] for part in parameters.split(";") if part.strip().lower().startswith("charset=")]
    return named[0].strip().strip('"') if named else "utf-8"


def _replaying(body: bytes, more: bool | None, receive: Receive) -> Receive:
    """Return what hands out a body that was read already, then what comes behind it."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": bool(more)}]

    async def replayed() -> Message:
        return waiting.pop() if waiting else await receive()

    return replayed


def _answer(status: int, refusal: _Refused) -> JSONResponse:
    return JSONResponse({"error": {"code": refusal.code, "message": str(refusal)}}, status)
