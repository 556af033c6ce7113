"""The HTTP service: ``create_app`` and its routes, from top to bottom."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from typing import Any, TypeVar

import anyio
from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel

import deckname
from deckname import build, http_errors, logs, schemas
from deckname.detector import Detection, Detector, Options
from deckname.errors import DeadlineExceeded, DecknameError, Incomplete, LimitExceeded, Overloaded
from deckname.http_errors import HttpError
from deckname.schemas import DetectRequest, RedactRequest, described
from deckname.settings import Settings
from deckname.text import check as text_check
from deckname.types import TYPES

Result = TypeVar("Result")


def create_app(settings: Settings | None = None, detector: Detector | None = None) -> FastAPI:
    """Return the service; the model is loaded when it starts, save where a detector is handed in."""
    settings = settings or Settings()
    service = Service(settings, detector)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        if service.detector is None:
            service.detector = await to_thread.run_sync(_load, settings)
        yield

    app = FastAPI(
        title="deckname",
        version=deckname.__version__,
        description="Finds personal data in text and redacts it. Errors and logs never hold the text.",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,  # a redirect repeats the query string
        # FastAPI's own telemetry would record raw URLs and the messages of errors.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    app.state.service = service
    app.add_middleware(http_errors.Envelope, max_body_bytes=settings.max_body_bytes)
    http_errors.install(app)
    app.include_router(router)
    app.openapi = partial(_openapi, app)  # type: ignore[method-assign]
    return app


def create_logging_app() -> FastAPI:
    """Return the service for a process of its own, with its logs set up: what a server's factory option names."""
    settings = Settings()
    logs.configure(settings.log_level)
    return create_app(settings)


class Service:
    """What requests share: the detector, and the threads that they take turns in."""

    def __init__(self, settings: Settings, detector: Detector | None) -> None:
        self.settings = settings
        self.detector = detector
        self._limiter = CapacityLimiter(settings.concurrency)
        self._inside = 0

    def ready(self) -> Detector:
        """Return the detector.

        Raises:
            HttpError: ``not_ready``.
        """
        if self.detector is None:
            raise HttpError("not_ready", "the model is not loaded yet; try again shortly")
        return self.detector

    async def run(self, work: Callable[[], Result]) -> Result:
        """Return what ``work`` returns, done in a thread.

        Raises:
            Overloaded: as many as may wait are waiting already.
        """
        if self._inside >= self.settings.concurrency + self.settings.queue:
            raise Overloaded("too many requests are waiting; try again later")
        self._inside += 1
        try:
            return await to_thread.run_sync(work, limiter=self._limiter)
        finally:
            self._inside -= 1


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
async def types() -> Response:
    entries = [
        schemas.TypeEntry(name=entry.name, tier=entry.tier, description=entry.description, parent=entry.parent)
        for entry in TYPES.values()
    ]
    return _json(schemas.Vocabulary(types=entries))


@router.get("/health", summary="Say that the process is alive", **described("/health", schemas.Health))
async def health() -> Response:
    return _json(schemas.Health())


@router.get("/ready", summary="Say whether the model is loaded", **described("/ready", schemas.Ready))
async def ready(request: Request) -> Response:
    detector = request.app.state.service.ready()
    return _json(
        schemas.Ready(model=detector.model, version=deckname.__version__, types=sorted(_types_named(detector)))
    )


def _load(settings: Settings) -> Detector:
    detector = build.load(settings.model, threads=settings.threads)
    detector.detect("Nobody.")  # expressions compile when they are first used, which takes seconds
    return detector


async def _answer(request: Request, schema: type[DetectRequest]) -> Response:
    service: Service = request.app.state.service
    detector = service.ready()
    deadline = time.monotonic() + service.settings.timeout_seconds
    _check_media_type(request)
    with anyio.move_on_after(service.settings.timeout_seconds) as patience:
        content = await request.body()
    if patience.cancelled_caught:
        raise DeadlineExceeded("the body did not arrive in time")

    def work() -> Response:
        asked = schemas.read(content, schema)
        answer, counts = _answer_to(asked, detector, service.settings, deadline=deadline)
        request.scope[http_errors.COUNTS].update(counts)
        return _json(answer)

    return await service.run(work)


def _check_media_type(request: Request) -> None:
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if not (
        media_type == "application/json" or (media_type.startswith("application/") and media_type.endswith("+json"))
    ):
        raise HttpError("unsupported_media_type", "send JSON, with Content-Type: application/json")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise HttpError("unsupported_media_type", "send the body as it is, without a Content-Encoding")


def _json(answer: BaseModel) -> Response:
    return Response(answer.model_dump_json(exclude_none=True), media_type="application/json")


def _answer_to(
    asked: DetectRequest, detector: Detector, settings: Settings, *, deadline: float
) -> tuple[BaseModel, dict[str, object]]:
    """Return the answer, and what the log may count of it. ``deadline`` is a reading of ``time.monotonic``.

    Raises:
        DecknameError: the request as a whole makes no sense, or its only text does not.
    """
    schemas.check(asked, settings)
    options = schemas.options(asked, timeout=deadline - time.monotonic())
    texts = [asked.text or ""] if asked.texts is None else asked.texts
    outcomes = _detect_each(texts, asked, detector, settings, options)
    if asked.texts is None and isinstance(outcomes[0], DecknameError):
        raise outcomes[0]
    return schemas.answer(texts, outcomes, asked, model=detector.model), _counts(texts, outcomes)


def _detect_each(
    texts: Sequence[str], asked: DetectRequest, detector: Detector, settings: Settings, options: Options
) -> list[Detection | DecknameError]:
    """Return for each text what was found, or why there is no answer: a bad text does not fail its neighbours."""
    outcomes: list[Detection | DecknameError | None] = [_refusal(text, settings) for text in texts]
    good = [index for index, outcome in enumerate(outcomes) if outcome is None]
    fail_closed = asked.fail_closed_unless_told if asked.fail_closed is None else asked.fail_closed
    for index, detection in zip(good, detector.detect_batch([texts[i] for i in good], options=options), strict=True):
        outcomes[index] = _incomplete(detection) if fail_closed and detection.warnings else detection
    return [outcome for outcome in outcomes if outcome is not None]


def _refusal(text: str, settings: Settings) -> DecknameError | None:
    if len(text) > settings.max_characters:
        limit = settings.max_characters
        return LimitExceeded("text_too_long", f"a text may have {limit} characters", limit=limit, actual=len(text))
    try:
        text_check(text)
    except DecknameError as error:
        return error
    return None


def _incomplete(detection: Detection) -> Incomplete:
    missing = ", ".join(sorted({warning.type for warning in detection.warnings}))
    return Incomplete(f"not every recognizer finished: {missing}; fail_closed refuses half an answer", types=missing)


def _counts(texts: Sequence[str], outcomes: Sequence[Detection | DecknameError]) -> dict[str, object]:
    found = Counter(
        span.type if span.type in TYPES else "CUSTOM"
        for outcome in outcomes
        if isinstance(outcome, Detection)
        for span in outcome.spans
    )
    return {"texts": len(texts), "characters": sum(map(len, texts)), "types": dict(sorted(found.items()))}


def _types_named(detector: Detector) -> set[str]:
    """Return the types of the vocabulary that a detector's recognizers say they find."""
    named = {name for each in detector.recognizers for name in (getattr(each, "type", ""), *getattr(each, "types", ()))}
    return named & TYPES.keys()


def _openapi(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        app.openapi_schema = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes
        )
        app.openapi_schema["components"]["schemas"] |= schemas.request_schemas()
    return app.openapi_schema
