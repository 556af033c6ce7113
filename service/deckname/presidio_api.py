"""The same service in Presidio's wire format: its analyzer's and its anonymizer's routes side by side.

After the REST API of Presidio 2.2.366 (https://microsoft.github.io/presidio/api-docs/api-docs.html). Where we differ,
docs/presidio.md says so.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from deckname import http_errors, presidio_anonymize, presidio_names
from deckname.detector import Detector
from deckname.errors import DecknameError, InvalidRequest
from deckname.metrics import bounded
from deckname.presidio_analyze import AnalyzeRequest, check, results, search
from deckname.presidio_anonymize import ANONYMIZERS, DEANONYMIZERS, AnonymizeRequest, DeanonymizeRequest, Unsupported
from deckname.schemas import read
from deckname.service import Service, json_body
from deckname.types import TYPES

#: What the log may count of a request.
Counts = dict[str, object]
#: From a body to an answer; the deadline is a reading of ``time.monotonic``.
Work = Callable[[bytes, Service, float], tuple[Any, Counts]]

_NO_JSON = "The browser (or proxy) sent a request that this server could not understand."


class AnalysisExplanation(BaseModel):
    """Why something was found; with `return_decision_process`."""

    recognizer: str
    pattern_name: str | None
    pattern: str | None
    original_score: float
    score: float
    textual_explanation: str | None
    score_context_improvement: float
    supportive_context_word: str
    validation_result: bool | None
    regex_flags: int | None


class RecognizerResult(BaseModel):
    """Personal data at `start` to `end`, half-open, in code points."""

    entity_type: str
    start: int
    end: int
    score: float
    analysis_explanation: AnalysisExplanation | None


class OperatorResult(BaseModel):
    """What was put in a span's place; offsets in the answer's text."""

    start: int
    end: int
    entity_type: str
    text: str
    operator: str
    score: float | None


class EngineResult(BaseModel):
    """A changed text and its changes, the last first."""

    text: str
    items: list[OperatorResult]


class PresidioFailure(BaseModel):
    """What went wrong; nothing of the text. Refusals at the gate (401, 403, 429, 503) have an object here."""

    error: str | dict[str, Any]


# A schema and no model: FastAPI builds a field of each for each route, which takes its time at every start.
_FAILURE = {"content": {"application/json": {"schema": PresidioFailure.model_json_schema()}}}
_FAILURES: dict[int | str, dict[str, Any]] = dict.fromkeys((400, 401, 403, 413, 415, 422, 429, 500, 503, 504), _FAILURE)
_LISTED: dict[str, Any] = {
    "tags": ["presidio"],
    "response_model": list[str],
    "responses": {status: _FAILURES[status] for status in (401, 500, 503)},
}


def _described(request: type[BaseModel], answer: Any, example: dict[str, Any]) -> dict[str, Any]:
    content = {"application/json": {"schema": _inlined(request), "examples": {"one text": {"value": example}}}}
    return {
        "tags": ["presidio"],
        "response_model": None,
        "responses": {200: {"model": answer}, **_FAILURES},
        "openapi_extra": {"requestBody": {"required": True, "content": content}},
    }


def _inlined(model: type[BaseModel]) -> dict[str, Any]:
    """Return a schema without references: these models are of no other route."""
    schema = model.model_json_schema()
    parts = schema.pop("$defs", {})

    def put_in(node: Any) -> Any:
        if isinstance(node, dict):
            if "$ref" in node:
                return put_in(parts[node["$ref"].rpartition("/")[2]])
            return {key: put_in(value) for key, value in node.items()}
        return [put_in(value) for value in node] if isinstance(node, list) else node

    inlined: dict[str, Any] = put_in(schema)
    return inlined


router = APIRouter()
_TEXT = "My name is John Smith."
_RESULT = {"start": 11, "end": 21, "score": 0.98, "entity_type": "PERSON"}
_ITEM = {"start": 0, "end": 64, "entity_type": "PERSON"}


@router.post(
    "/analyze",
    summary="Say where personal data stands, in Presidio's words",
    **_described(
        AnalyzeRequest, list[RecognizerResult] | list[list[RecognizerResult]], {"text": _TEXT, "language": "en"}
    ),
)
async def analyze(request: Request) -> Response:
    return await _answer(request, _analyze)


@router.post(
    "/anonymize",
    summary="Put something else in the place of spans, as Presidio does",
    **_described(AnonymizeRequest, EngineResult | list[EngineResult], {"text": _TEXT, "analyzer_results": [_RESULT]}),
)
async def anonymize(request: Request) -> Response:
    return await _answer(request, partial(_change, AnonymizeRequest, presidio_anonymize.anonymize))


@router.post(
    "/deanonymize",
    summary="Decrypt what /anonymize encrypted",
    **_described(
        DeanonymizeRequest,
        EngineResult | list[EngineResult],
        {
            "text": "...",
            "anonymizer_results": [_ITEM],
            "deanonymizers": {"DEFAULT": {"type": "decrypt", "key": "WmZq4t7w!z%C&F)J"}},
        },
    ),
)
async def deanonymize(request: Request) -> Response:
    return await _answer(request, partial(_change, DeanonymizeRequest, presidio_anonymize.deanonymize))


@router.get("/recognizers", summary="Name what finds personal data", **_LISTED)
async def recognizers(request: Request) -> Response:
    detector = request.app.state.service.ready()
    by_rules = TYPES.keys() - presidio_names.BY_MODEL
    names = {presidio_names.recognizer(type_) for type_ in by_rules}
    return JSONResponse(sorted(names | ({detector.model} - {"none"})))


@router.get("/supportedentities", summary="Name the types of personal data", **_LISTED)
async def supported_entities(request: Request) -> Response:
    detector = request.app.state.service.ready()
    return JSONResponse(presidio_names.entities([*TYPES, *detector.own_types]))


@router.get("/anonymizers", summary="Name the operators of /anonymize", **_LISTED)
async def anonymizers() -> Response:
    return JSONResponse(sorted({"custom", *ANONYMIZERS}))


@router.get("/deanonymizers", summary="Name those of /deanonymize", **_LISTED)
async def deanonymizers() -> Response:
    return JSONResponse(list(DEANONYMIZERS))


async def _answer(request: Request, work: Work) -> Response:
    service: Service = request.app.state.service
    counts = request.scope[http_errors.COUNTS]
    deadline = time.monotonic() + service.settings.timeout_seconds

    def answered(content: bytes) -> Response:
        answer, counted = work(content, service, deadline)
        counts.update(counted)
        return Response(json.dumps(answer, sort_keys=work is _analyze), media_type="application/json")

    try:
        content = await json_body(request)
        return await service.run(partial(answered, content), receive=request.receive, size=len(content))
    except DecknameError as error:
        counts["code"] = error.code
        return _failure(error, analyzing=work is _analyze)
    finally:
        service.charge(request.scope, counts.get("characters", 0))


def _failure(error: DecknameError, *, analyzing: bool) -> Response:
    """Return an error as Presidio tells it: one string."""
    failed = http_errors.answer(error)
    message = str(error)
    if error.code == "invalid_json":
        message = _NO_JSON
    elif isinstance(error, Unsupported):
        failed.status_code = 400
    elif analyzing and isinstance(error, InvalidRequest):
        failed.status_code = 400
        if not message.startswith("No "):
            message = f"Failed to parse /analyze request for AnalyzerEngine.analyze(). {message}"
    headers = {name: value for name, value in failed.headers.items() if name not in ("content-length", "content-type")}
    return JSONResponse({"error": message}, failed.status_code, headers)


def _analyze(content: bytes, service: Service, deadline: float) -> tuple[Any, Counts]:
    asked = read(content, AnalyzeRequest)
    check(asked, service.settings)
    detector: Detector = service.ready()
    sought = search(asked, timeout=deadline - time.monotonic())
    texts = asked.texts
    detections = detector.detect_batch(texts, options=sought.options)
    service.metrics.found(detections, texts)
    told = [
        results(text, detection, sought, model=detector.model)
        for text, detection in zip(texts, detections, strict=True)
    ]
    counts = _counts(texts, (span.type for detection in detections for span in detection.spans))
    return told if isinstance(asked.text, list) else told[0], counts


def _change(
    schema: type[BaseModel], change: Callable[..., Any], content: bytes, service: Service, deadline: float
) -> tuple[Any, Counts]:
    asked: Any = read(content, schema)
    if not asked.model_fields_set:
        raise Unsupported("Invalid request json")
    answer = change(asked, service.settings)
    texts = asked.text if isinstance(asked.text, list) else [asked.text or ""]
    items = [item for each in (answer if isinstance(answer, list) else [answer]) for item in each["items"]]
    return answer, _counts(texts, (item["entity_type"] for item in items))


def _counts(texts: list[str], types: Iterable[str]) -> Counts:
    found = Counter(bounded(type_) for type_ in types)
    return {"texts": len(texts), "characters": sum(map(len, texts)), "types": dict(sorted(found.items()))}
