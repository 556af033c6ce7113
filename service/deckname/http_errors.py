"""What may go wrong with a request, and the answer it gets: the one table from errors to statuses."""

from __future__ import annotations

import json
import logging
import re
import time
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any
from uuid import uuid4

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deckname.errors import DecknameError, InvalidRequest, LimitExceeded
from deckname.logs import described
from deckname.types import TYPE_NAME

log = logging.getLogger(__name__)

STATUS = {
    "invalid_json": 400,
    "unauthorized": 401,
    "forbidden": 403,
    "not_found": 404,
    "method_not_allowed": 405,
    "text_too_long": 413,
    "body_too_large": 413,
    "too_many_texts": 413,
    "unsupported_media_type": 415,
    "invalid_request": 422,
    "invalid_text": 422,
    "invalid_pattern": 422,
    "unknown_type": 422,
    "unknown_profile": 422,
    "unknown_key": 422,
    "invalid_token": 422,
    "rate_limited": 429,
    "internal": 500,
    "incomplete": 503,
    "overloaded": 503,
    "not_ready": 503,
    "draining": 503,
    "feedback_unavailable": 503,
    "deadline_exceeded": 504,
}
#: Seconds after which a refused caller may try again.
RETRY_AFTER = 1


class HttpError(DecknameError):
    """What only HTTP knows: a code of the table, and its message."""

    def __init__(self, code: str, message: str, **facts: str | int | float) -> None:
        super().__init__(message, **facts)
        self.code = code


# From an error to an answer.


def body(error: DecknameError) -> dict[str, str | int | float]:
    """Return what stands behind ``"error"`` in an answer."""
    return {"code": error.code, "message": str(error), **error.facts}


def answer(error: DecknameError) -> JSONResponse:
    """Return the whole answer."""
    status = STATUS.get(error.code, 500)
    return JSONResponse({"error": body(error)}, status, _headers(error))


def _headers(error: DecknameError) -> dict[str, str] | None:
    if error.code in ("overloaded", "not_ready", "draining", "rate_limited", "feedback_unavailable"):
        return {"Retry-After": str(getattr(error, "retry_after", RETRY_AFTER))}
    return {"WWW-Authenticate": "Bearer"} if error.code == "unauthorized" else None


def internal(request_id: str) -> JSONResponse:
    """Return the answer to whatever nobody foresaw; its cause is in the log under the same id."""
    return answer(HttpError("internal", "something went wrong; the log knows more", request_id=request_id))


def install(app: FastAPI) -> None:
    """Answer every error in our shape: the framework's own answers echo what was sent."""

    def told(request: Request, error: DecknameError) -> JSONResponse:
        request.scope[COUNTS]["code"] = error.code
        return answer(error)

    @app.exception_handler(DecknameError)
    async def ours(request: Request, error: DecknameError) -> Response:
        return told(request, error)

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        return told(request, InvalidRequest("the request is invalid; /openapi.json says what it may be"))

    @app.exception_handler(HTTPException)
    async def refused(request: Request, error: HTTPException) -> Response:
        if error.status_code == 405:
            refusal = told(
                request, HttpError("method_not_allowed", "this route has another method; see the Allow header")
            )
            refusal.headers.update(error.headers or {})
            return refusal
        return told(request, HttpError("not_found", "no such route; /openapi.json lists them"))

    @app.exception_handler(ClientDisconnect)
    async def gone(request: Request, error: ClientDisconnect) -> Response:
        return Response(status_code=400)  # nobody reads it


# From one of pydantic's errors to words.

#: An unknown field is named only where it looks like a slip for a known one; else it could be anybody's name or number.
_ECHOED = re.compile(r"[A-Za-z_]{1,64}")
_PHRASES = {
    "missing": "is missing",
    "extra_forbidden": "is no field of this request",
    "string_type": "must be a string",
    "string_unicode": "must be well-formed Unicode",
    "string_too_short": "must have at least {min_length} characters",
    "string_too_long": "must have at most {max_length} characters",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "finite_number": "must be a finite number",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "list_type": "must be a list",
    "dict_type": "must be an object",
    "model_type": "must be an object",
    "model_attributes_type": "must be an object",
    "enum": "must be one of {expected}",
    "literal_error": "must be {expected}",
    "union_tag_invalid": "must have one of these as its op: {expected_tags}",
    "union_tag_not_found": "must have an op",
    "too_long": "must have at most {max_length} entries",
}


def explained(error: Mapping[str, Any], known: frozenset[str]) -> tuple[str, str]:
    """Return the field and the reason of one of pydantic's errors, in words that hold nothing of what was sent."""
    if error["type"] == "deckname":
        why = str(error["msg"])
    else:
        why = _PHRASES.get(error["type"], "is not valid").format_map(error.get("ctx", {}))
    parts = [part for part in error["loc"] if isinstance(part, int) or part in known or TYPE_NAME.fullmatch(part)]
    if error["type"] == "extra_forbidden":
        name = str(error["loc"][-1])
        close = get_close_matches(name[:64], known, n=1)
        why += f"; did you mean {close[0]}?" if close else "; /openapi.json lists them"
        parts = [part for part in error["loc"][:-1] if part in parts]
        parts.append(name if close and _ECHOED.fullmatch(name) else "(a name that is not repeated here)")
    return ".".join(map(str, parts)), why


# Around every request.

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
# A UUID, with or without dashes: nothing that could be a name or a number of somebody gets into the log.
_REQUEST_ID = re.compile(rb"[0-9a-fA-F]{8}(?:-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}")
#: Where a route puts what the log line shall count.
COUNTS = "deckname.counts"
#: What every answer carries; a route's own header goes first. Answers hold personal data, so nobody shall keep them.
SECURITY = (
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
)


@dataclass(frozen=True, slots=True)
class Done:
    """A request that is over, for whoever counts them: ``route`` is one of ours or "none", ``code`` an error's."""

    route: str
    status: int
    seconds: float
    code: str = ""


def _missing(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    there = {name for name, _ in headers}
    return [header for header in SECURITY if header[0] not in there]


class Envelope:
    """What every request has: an id, a limit on its body, an answer whatever happens, and one line in the log.

    Errors that nobody foresaw end here. Further out they would be logged with their messages, which may quote the text.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        max_body_bytes: int,
        routes: Set[str] = frozenset(),
        done: Callable[[Done], None] = lambda done: None,
    ) -> None:
        self._app = app
        self._limit = max_body_bytes
        self._routes = routes
        self._done = done

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._lifespan(scope, receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = dict(scope["headers"])
        given = headers.get(b"x-request-id", b"")
        request_id = given.decode() if _REQUEST_ID.fullmatch(given) else uuid4().hex
        counts: dict[str, object] = {}
        scope[COUNTS] = counts
        status = arrived = 0
        began = time.monotonic()

        async def receiving() -> Message:
            nonlocal arrived
            message = await receive()
            arrived += len(message.get("body", b""))
            self._check(arrived)
            return message

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                own = [(b"x-request-id", request_id.encode()), *_missing(message["headers"])]
                message = {**message, "headers": [*message["headers"], *own]}
            await send(message)

        try:
            length = headers.get(b"content-length", b"")
            self._check(int(length) if length.isdigit() and len(length) < 20 else 0)
            await self._app(scope, receiving, sending)
        except DecknameError as error:
            counts["code"] = error.code
            await answer(error)(scope, receive, sending)
        except Exception as error:  # further out it would be logged with its message
            counts["code"] = "internal"
            log.error("request failed", extra={"request_id": request_id, **described(error)})
            if not status:
                await internal(request_id)(scope, receive, sending)
        finally:
            seconds = time.monotonic() - began
            facts = {
                "method": scope["method"] if scope["method"] in _METHODS else "other",
                "route": self._route(scope),
                "status": status,
                "ms": round(1000 * seconds, 1),
                "request_id": request_id,
            }
            log.info("request", extra={**facts, **counts})
            self._done(Done(self._route(scope), status, seconds, str(counts.get("code", ""))))

    def _route(self, scope: Scope) -> str:
        """Return the route, also of a request that was refused before it was routed; never the path itself."""
        route = getattr(scope.get("route"), "path", None)
        return route if isinstance(route, str) else scope["path"] if scope["path"] in self._routes else "none"

    def _check(self, size: int) -> None:
        if size > self._limit:
            raise LimitExceeded(
                "body_too_large",
                f"a body may have {self._limit} bytes; send fewer texts",
                limit=self._limit,
                actual=size,
            )

    async def _lifespan(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Report a failed start in one line; the framework would report it with a traceback."""

        async def sending(message: Message) -> None:
            if not message["type"].endswith(".failed"):
                await send(message)

        try:
            await self._app(scope, receive, sending)
        except Exception as error:  # the server reports it in one line
            told = " ".join(str(error).split()) if isinstance(error, DecknameError) else json.dumps(described(error))
            await send({"type": "lifespan.startup.failed", "message": told})
