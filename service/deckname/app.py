"""The HTTP service: ``create_app`` and its routes, from top to bottom."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager
from functools import partial
from multiprocessing import parent_process
from pathlib import Path
from typing import Any, TypeVar

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from starlette.types import ASGIApp, Receive, Scope, Send

import deckname
from deckname import (
    classify_api,
    docs_page,
    feedback_api,
    http_errors,
    logs,
    presidio_api,
    profiles,
    restore_api,
    schemas,
    stream_api,
)
from deckname.detector import Detection, Detector, Options
from deckname.errors import DecknameError, Incomplete
from deckname.http_errors import HttpError
from deckname.metrics import CONTENT_TYPE, DIRECTORY, OWN_DIRECTORY, bounded
from deckname.schemas import DetectRequest, RedactRequest, described
from deckname.service import Gate, Service, json_answer, json_body, refusal
from deckname.settings import Settings
from deckname.types import TYPES, Tier

Result = TypeVar("Result")
#: Something around the application, such as tracing: within what answers errors, outside of what admits requests.
Middleware = Callable[[ASGIApp], ASGIApp]
#: Python's threads take turns this often (seconds); every 5 ms, its default, delays answers that are ready.
_SWITCH = 0.001


def create_app(
    settings: Settings | None = None, detector: Detector | None = None, *, middleware: Sequence[Middleware] = ()
) -> FastAPI:
    """Return the service; the model is loaded when it starts, save where a detector is handed in."""
    settings = settings or Settings()
    service = Service(settings, detector)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        await service.start()
        if settings.classifier:
            await classify_api.start(app, settings)
        if settings.feedback_url:
            await feedback_api.start(app, settings)
        try:
            yield
        finally:
            if settings.feedback_url:
                feedback_api.stop(app)
            service.stop()

    app = FastAPI(
        title="deckname",
        version=deckname.__version__,
        description="Finds personal data in text and redacts it. Errors and logs never hold the text.",
        lifespan=lifespan,
        openapi_url="/openapi.json" if settings.docs else None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,  # a redirect repeats the query string
        # FastAPI's own telemetry would record raw URLs and the messages of errors.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    app.state.service = service
    app.include_router(router)
    app.include_router(restore_api.router)
    app.include_router(stream_api.router)
    if settings.metrics:
        app.include_router(metrics_router)
    if settings.presidio_api:
        app.include_router(presidio_api.router)
    if settings.classifier:
        app.include_router(classify_api.router)
    if settings.feedback_url:
        app.include_router(feedback_api.router)
    if settings.docs:
        app.include_router(docs_router)
    # From the inside out: what is added last sees a request first.
    app.add_middleware(Gate, service=service)
    for wrap in reversed(middleware):
        app.add_middleware(_Wrapped, wrap=wrap)
    routes = frozenset(_paths(app.routes))
    app.add_middleware(http_errors.Envelope, max_body_bytes=settings.max_body_bytes, routes=routes, done=service.done)
    http_errors.install(app)
    app.openapi = partial(_openapi, app)  # type: ignore[method-assign]
    return app


def create_logging_app() -> FastAPI:
    """Return the service for a process of its own, with its logs set up: what a server's factory option names."""
    settings = Settings()
    logs.configure(settings.log_level)
    sys.setswitchinterval(_SWITCH)
    # The lanes are what runs in parallel; the tokenizers' own threads would stand in their way.
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    app = _traced(settings) if settings.otlp_endpoint else create_app(settings)
    app.state.service.drains = True
    if (parent := parent_process()) is not None:
        threading.Thread(target=_follow, args=(parent,), name="deckname-parent", daemon=True).start()
    return app


def _traced(settings: Settings) -> FastAPI:
    from deckname import tracing  # OpenTelemetry is an extra, and takes its time

    tracer = tracing.otlp(settings.otlp_endpoint).get_tracer("deckname")
    app = create_app(settings, middleware=[lambda inner: tracing.Traced(inner, tracer)])
    tracing.install(app.state.service, tracer)
    return app


def _follow(parent: Any) -> None:
    """End with the process that started this worker: a killed one cannot say so, and the port would stay taken."""
    parent.join()
    directory = Path(os.environ.get(DIRECTORY, ""))
    if directory.name.startswith(OWN_DIRECTORY):
        shutil.rmtree(directory, ignore_errors=True)
    os.kill(os.getpid(), signal.SIGTERM)


class _Wrapped:
    """A middleware that is a plain function."""

    def __init__(self, app: ASGIApp, wrap: Middleware) -> None:
        self._app = wrap(app)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(scope, receive, send)


router = APIRouter()


@router.post(
    "/detect",
    summary="Say where personal data stands",
    **described("/detect", schemas.DetectAnswer | schemas.DetectAnswers, DetectRequest),
)
async def detect(request: Request) -> Response:
    return await _answer(request, DetectRequest)


@router.post(
    "/redact",
    summary="Return the text without its personal data",
    **described("/redact", schemas.RedactAnswer | schemas.RedactAnswers, RedactRequest),
)
async def redact(request: Request) -> Response:
    return await _answer(request, RedactRequest)


@router.get("/types", summary="List the types of personal data", **described("/types", schemas.Vocabulary))
async def types(request: Request) -> Response:
    detector = request.app.state.service.detector
    entries = [
        schemas.TypeEntry(name=entry.name, tier=entry.tier, description=entry.description, parent=entry.parent)
        for entry in TYPES.values()
    ]
    entries += [
        schemas.TypeEntry(name=name, tier=Tier.DIRECT, description="a type that this model was taught")
        for name in sorted(detector.own_types if detector else ())
    ]
    return json_answer(schemas.Vocabulary(types=entries))


@router.get("/profiles", summary="List the sets of types and operators", **described("/profiles", schemas.Profiles))
async def all_profiles() -> Response:
    entries = [schemas.profile_entry(profiles.shipped(name)) for name in profiles.NAMES]
    return json_answer(schemas.Profiles(profiles=entries))


@router.get("/health", summary="Say that the process is alive", **described("/health", schemas.Health))
async def health() -> Response:
    return json_answer(schemas.Health())


@router.get("/ready", summary="Say whether the model is loaded", **described("/ready", schemas.Ready))
async def ready(request: Request) -> Response:
    service: Service = request.app.state.service
    detector = service.ready()
    if service.draining:
        raise HttpError("draining", "this process is about to stop; ask another")
    return json_answer(
        schemas.Ready(model=detector.model, version=deckname.__version__, types=sorted(_types_named(detector)))
    )


metrics_router = APIRouter()


@metrics_router.get("/metrics", include_in_schema=False)
async def metrics(request: Request) -> Response:
    service: Service = request.app.state.service
    text = await asyncio.get_running_loop().run_in_executor(None, service.metrics.text)
    return Response(text, media_type=CONTENT_TYPE)


docs_router = APIRouter()


@docs_router.get("/docs", include_in_schema=False)
async def docs(request: Request) -> Response:
    page = docs_page.page(request.app.openapi())
    return Response(page, media_type="text/html", headers={"Content-Security-Policy": docs_page.SECURITY})


async def _answer(request: Request, schema: type[DetectRequest]) -> Response:
    service: Service = request.app.state.service
    detector = service.ready()
    deadline = time.monotonic() + service.settings.timeout_seconds
    content = await json_body(request)
    counts = request.scope[http_errors.COUNTS]

    def work() -> Response:
        asked = schemas.read(content, schema)
        answer, counted = _answer_to(asked, detector, service, deadline=deadline)
        counts.update(counted)
        return json_answer(answer)

    try:
        return await service.run(work, receive=request.receive, size=len(content))
    finally:
        service.charge(request.scope, counts.get("characters", 0))


def _answer_to(
    asked: DetectRequest, detector: Detector, service: Service, *, deadline: float
) -> tuple[BaseModel, dict[str, object]]:
    """Return the answer, and what the log may count of it. ``deadline`` is a reading of ``time.monotonic``.

    Raises:
        DecknameError: the request as a whole makes no sense, or its only text does not.
    """
    schemas.check(asked, service.settings, keys=service.keyring, own_types=detector.own_types)
    options = schemas.options(asked, timeout=deadline - time.monotonic())
    texts = [asked.text or ""] if asked.texts is None else asked.texts
    outcomes = _detect_each(texts, asked, detector, service.settings, options)
    service.metrics.found([outcome for outcome in outcomes if isinstance(outcome, Detection)], texts)
    if asked.texts is None and isinstance(outcomes[0], DecknameError):
        raise outcomes[0]
    model = "none" if options.patterns_only else detector.model
    answer = schemas.answer(
        texts, outcomes, asked, model=model, keys=service.keyring, room=service.settings.max_body_bytes
    )
    return answer, _counts(texts, outcomes)


def _detect_each(
    texts: Sequence[str], asked: DetectRequest, detector: Detector, settings: Settings, options: Options
) -> list[Detection | DecknameError]:
    """Return for each text what was found, or why there is no answer: a bad text does not fail its neighbours."""
    outcomes: list[Detection | DecknameError | None] = [refusal(text, settings) for text in texts]
    good = [index for index, outcome in enumerate(outcomes) if outcome is None]
    fail_closed = asked.fail_closed_unless_told if asked.fail_closed is None else asked.fail_closed
    for index, detection in zip(good, detector.detect_batch([texts[i] for i in good], options=options), strict=True):
        outcomes[index] = _incomplete(detection) if fail_closed and detection.warnings else detection
    return [outcome for outcome in outcomes if outcome is not None]


def _incomplete(detection: Detection) -> Incomplete:
    missing = ", ".join(sorted({warning.type for warning in detection.warnings}))
    return Incomplete(f"not every recognizer finished: {missing}; fail_closed refuses half an answer", types=missing)


def _counts(texts: Sequence[str], outcomes: Sequence[Detection | DecknameError]) -> dict[str, object]:
    found = Counter(
        bounded(span.type) for outcome in outcomes if isinstance(outcome, Detection) for span in outcome.spans
    )
    return {"texts": len(texts), "characters": sum(map(len, texts)), "types": dict(sorted(found.items()))}


def _paths(routes: Iterable[Any]) -> Iterator[str]:
    """Yield the paths of all routes; FastAPI keeps a router that is included as one route."""
    for route in routes:
        inner = getattr(route, "original_router", None)
        yield from _paths(inner.routes) if inner is not None else [route.path]


def _types_named(detector: Detector) -> set[str]:
    """Return the types of the vocabulary that a detector's recognizers say they find."""
    named = {name for each in detector.recognizers for name in (getattr(each, "type", ""), *getattr(each, "types", ()))}
    return named & (TYPES.keys() | detector.own_types)


def _openapi(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        app.openapi_schema = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes
        )
        app.openapi_schema["components"]["schemas"] |= schemas.request_schemas()
    return app.openapi_schema
