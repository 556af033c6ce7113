"""POST /feedback and DELETE /feedback/{id}: what reviewers say of findings, where the service was told to keep it.

The database has threads of its own: one that is slow or away holds up no detection.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from fastapi import APIRouter, FastAPI, Request, Response
from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from deckname import http_errors
from deckname.errors import FeedbackError, FeedbackUnavailable, InvalidRequest, Overloaded
from deckname.feedback.verdicts import Choice, Feedback, Kind, Option, Verdict
from deckname.http_errors import HttpError
from deckname.keys import Keyring
from deckname.metrics import bounded
from deckname.schemas import RestoreRequest, Score, Text, TypeName, described, read
from deckname.service import Service, json_answer, json_body, refusal
from deckname.settings import Settings
from deckname.span import Span
from deckname.text import OffsetUnit

if TYPE_CHECKING:
    from deckname.feedback.store import Store

log = logging.getLogger(__name__)
router = APIRouter()
Result = TypeVar("Result")
_THREADS = 2
_WAITING = 64  # reviews that may wait for the database
_DAY, _HOUR = 86_400, 3_600
_MOST = 10_000  # verdicts of a review, spans of an option

# The contract.

Offset = Annotated[int, Field(ge=0)]
_ID = r"^[0-9a-f]{32}$"


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", hide_input_in_errors=True)

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        return ()  # texts are personal data


class VerdictOn(_Part):
    """What the reviewer says of one span; for `missed`, where it is and what."""

    verdict: Kind
    start: Offset
    end: Offset
    type: TypeName
    right_type: Annotated[TypeName | None, Field(description="with `wrong_type` (and `wrong_edge`): what it is")] = None
    right_start: Annotated[Offset | None, Field(description="with `wrong_edge` (and `wrong_type`): where it is")] = None
    right_end: Offset | None = None

    @model_validator(mode="after")
    def _says_what_is_right(self) -> VerdictOn:
        if self.verdict == "wrong_type" and self.right_type is None:
            raise PydanticCustomError("deckname", "wrong_type needs right_type")
        if (self.right_start is None) != (self.right_end is None):
            raise PydanticCustomError("deckname", "right_start and right_end come together")
        if self.verdict == "wrong_edge" and self.right_start is None:
            raise PydanticCustomError("deckname", "wrong_edge needs right_start and right_end")
        if self.verdict not in ("wrong_type", "wrong_edge") and (self.right_type, self.right_start) != (None, None):
            raise PydanticCustomError("deckname", "only wrong_type and wrong_edge say what is right")
        return self


class OptionSpan(_Part):
    """A span of a redaction, as `/redact` answers it; fields beside these are not kept."""

    model_config = ConfigDict(extra="ignore")

    start: Offset
    end: Offset
    type: TypeName
    score: Score = 1.0


class RedactionOption(_Part):
    """One of the redactions: an answer of `/redact` or what matters of it; fields beside these are not kept."""

    model_config = ConfigDict(extra="ignore")

    spans: Annotated[list[OptionSpan], Field(max_length=_MOST)]
    redacted_text: Text | None = None


class ChoiceAmong(_Part):
    """Two or three redactions of the text, and which fits best."""

    options: Annotated[list[RedactionOption], Field(min_length=2, max_length=3)]
    best: Annotated[int, Field(ge=0, le=2, description="which of `options`, from 0")]

    @model_validator(mode="after")
    def _among_them(self) -> ChoiceAmong:
        if self.best >= len(self.options):
            raise PydanticCustomError("deckname", "best is none of the options; they count from 0")
        return self


class FeedbackRequest(_Part):
    """What a reviewer says of the findings in a text."""

    text: Annotated[Text, Field(description="the text that was reviewed; it is kept, encrypted")]
    verdicts: Annotated[list[VerdictOn], Field(max_length=_MOST)] = []
    choices: Annotated[list[ChoiceAmong], Field(max_length=100)] = []
    reviewed: Annotated[
        Literal["spans", "text"],
        Field(description="`text`: all of it was read, so that what no verdict marks is no personal data"),
    ] = "spans"
    model: Annotated[
        str | None,
        Field(pattern=r"^[A-Za-z0-9._@+-]{1,128}$", description="whose findings these are; default: the service's"),
    ] = None
    reviewer: Annotated[
        str | None, Field(min_length=1, max_length=64, description="a pseudonym; it is kept, encrypted")
    ] = None
    request_id: Annotated[
        str | None,
        Field(
            pattern=r"^[0-9a-fA-F]{8}(?:-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}$",
            description="the `X-Request-Id` of the answer that was reviewed",
        ),
    ] = None
    offset_unit: Annotated[OffsetUnit, Field(strict=False, description="what offsets count")] = OffsetUnit.CODEPOINT

    @model_validator(mode="after")
    def _says_something(self) -> FeedbackRequest:
        if not self.verdicts and not self.choices and self.reviewed == "spans":
            raise PydanticCustomError("deckname", 'send verdicts or choices, or reviewed: "text"')
        return self


class FeedbackAnswer(BaseModel):
    """It is kept, under this id."""

    id: Annotated[str, Field(pattern=_ID)]


class ErasedAnswer(BaseModel):
    """It is erased."""

    erased: Literal[True] = True


def _described(
    answer: type[BaseModel], example: dict[str, Any], request: type[BaseModel] | None = None
) -> dict[str, Any]:
    """Return what OpenAPI says of a route: the errors of others, and bodies of its own."""
    said = described("/restore", answer, RestoreRequest)
    said["responses"][200] = {"model": answer, "content": {"application/json": {"example": example}}}
    error = {"code": "feedback_unavailable", "message": "the database of feedback is locked, full or away"}
    said["responses"][503] |= {
        "description": "`feedback_unavailable`: nothing was kept; `overloaded` (with `Retry-After`)",
        "content": {"application/json": {"example": {"error": error}}},
    }
    del said["openapi_extra"]
    if request:
        schema = request.model_json_schema()
        body = {"schema": _inlined(schema, schema.pop("$defs", {})), "example": _EXAMPLE}
        said["openapi_extra"] = {"requestBody": {"required": True, "content": {"application/json": body}}}
    return said


def _inlined(schema: Any, definitions: dict[str, Any]) -> Any:
    """Return a schema with its definitions where it refers to them: references lead to OpenAPI's components."""
    if isinstance(schema, list):
        return [_inlined(each, definitions) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if name := schema.get("$ref", "").removeprefix("#/$defs/"):
        schema = definitions[name] | {key: value for key, value in schema.items() if key != "$ref"}
    return {key: _inlined(value, definitions) for key, value in schema.items()}


_EXAMPLE = {
    "text": "Ask Ada Example, not Paris.",
    "verdicts": [
        {"verdict": "wrong_edge", "type": "PERSON", "start": 4, "end": 7, "right_start": 4, "right_end": 15},
        {"verdict": "not_pii", "type": "PERSON", "start": 21, "end": 26},
    ],
    "reviewed": "text",
    "reviewer": "r-17",
}

# What routes share.


class Desk:
    """Takes reviews in: the store, the threads that may wait for it, and how long what it holds may stay."""

    def __init__(self, store: Store, keys: Keyring, *, key: str, days: int) -> None:
        self._store = store
        self._keys = keys
        self._key = key
        self._days = days
        self._threads = ThreadPoolExecutor(_THREADS, "deckname-feedback")
        self._waiting = 0
        self._purged_at = 0.0

    async def run(self, work: Callable[[], Result]) -> Result:
        """Return what ``work`` returns, done in a thread for the database.

        Raises:
            Overloaded: too many wait for it already.
        """
        if self._waiting >= _WAITING:
            raise Overloaded("too many reviews wait for the database; try again later")
        self._waiting += 1
        job = asyncio.get_running_loop().run_in_executor(self._threads, work)
        job.add_done_callback(self._done)
        return await asyncio.shield(job)  # a client that goes away leaves no review half counted

    def _done(self, job: asyncio.Future[Any]) -> None:
        self._waiting -= 1
        if not job.cancelled():
            job.exception()  # seen, also where nobody waits any more

    def add(self, feedback: Feedback) -> str:
        self._purge()
        return self._store.add(feedback, self._keys, key=self._key)

    def erase(self, id_: str) -> bool:
        return self._store.erase(id_)

    def open(self) -> None:
        """Bring the database up to date and purge it; one that is away now may be there later."""
        try:
            self._store.prepare()
            self._purge()
        except FeedbackUnavailable as error:
            log.warning("feedback is not available yet", extra={"reason": str(error)})

    def _purge(self) -> None:
        """Erase what stayed its time, at most once an hour."""
        now = time.time()
        if self._days and now - self._purged_at > _HOUR:
            erased = self._store.purge(before=now - self._days * _DAY)
            self._purged_at = now
            if erased:
                log.info("old reviews erased", extra={"reviews": erased})

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._store.close()


async def start(app: FastAPI, settings: Settings) -> None:
    """Open the store that the settings name.

    Raises:
        FeedbackError: they name no key, or the extra is not installed.
        UnknownKey: the key file holds none of that name.
    """
    if not settings.feedback_key:
        raise FeedbackError(
            "feedback_url is set and feedback_key is not: reviews are kept encrypted only. "
            "DECKNAME_FEEDBACK_KEY names a key of DECKNAME_KEY_FILE; `deckname policy key` makes one"
        )
    service: Service = app.state.service
    service.keyring.key(settings.feedback_key)
    desk = await asyncio.get_running_loop().run_in_executor(None, _open, settings, service.keyring)
    app.state.feedback = desk


def _open(settings: Settings, keys: Keyring) -> Desk:
    from deckname.feedback.store import Store

    desk = Desk(Store(settings.feedback_url), keys, key=settings.feedback_key, days=settings.feedback_days)
    desk.open()
    return desk


def stop(app: FastAPI) -> None:
    """Let the store go."""
    app.state.feedback.close()


@router.post(
    "/feedback",
    summary="Keep what a reviewer says of findings",
    **_described(FeedbackAnswer, {"id": "5f0c" * 8}, FeedbackRequest),
)
async def give(request: Request) -> Response:
    service: Service = request.app.state.service
    desk: Desk = request.app.state.feedback
    content = await json_body(request)
    counts = request.scope[http_errors.COUNTS]

    def work() -> Response:
        asked = read(content, FeedbackRequest)
        if problem := refusal(asked.text, service.settings):
            raise problem
        model = service.detector.model if service.detector else "none"
        feedback = _feedback(asked, model, service.settings)
        id_ = desk.add(feedback)
        counts.update(_counts(feedback))
        return json_answer(FeedbackAnswer(id=id_))

    try:
        return await desk.run(work)
    finally:
        characters = counts.get("characters", 0)
        service.charge(request.scope, characters if isinstance(characters, int) else 0)


@router.delete(
    "/feedback/{id}", summary="Erase what was kept under an id", **_described(ErasedAnswer, {"erased": True})
)
async def erase(request: Request, id: str) -> Response:
    desk: Desk = request.app.state.feedback
    if not await desk.run(lambda: desk.erase(id)):
        raise HttpError("not_found", "nothing is kept under this id")
    return json_answer(ErasedAnswer())


# From a request to what is kept.


def _feedback(asked: FeedbackRequest, model: str, settings: Settings) -> Feedback:
    place = _places(asked)
    verdicts = []
    for index, each in enumerate(asked.verdicts):
        start, end = place(each.start, each.end, f"verdicts.{index}")
        right: tuple[int | None, int | None] = (None, None)
        if each.right_start is not None and each.right_end is not None:
            right = place(each.right_start, each.right_end, f"verdicts.{index}.right_start")
        verdicts.append(Verdict(each.verdict, start, end, each.type, each.right_type, *right))
    _check_once(verdicts)
    choices = tuple(
        Choice(
            tuple(
                Option(
                    tuple(
                        Span(*place(span.start, span.end, f"choices.{index}.options.{number}"), span.type, span.score)
                        for span in option.spans
                    ),
                    option.redacted_text,
                )
                for number, option in enumerate(each.options)
            ),
            each.best,
        )
        for index, each in enumerate(asked.choices)
    )
    for choice in choices:
        _check_texts(choice, settings)
    return Feedback(
        text=asked.text,
        model=asked.model or model,
        verdicts=tuple(verdicts),
        choices=choices,
        whole=asked.reviewed == "text",
        reviewer=asked.reviewer,
        request_id=asked.request_id,
    )


def _places(asked: FeedbackRequest) -> Callable[[int, int, str], tuple[int, int]]:
    """Return what makes code points of a span's offsets, or refuses them."""
    spans = [span for choice in asked.choices for option in choice.options for span in option.spans]
    offsets: list[int | None] = [offset for span in spans for offset in (span.start, span.end)]
    for each in asked.verdicts:
        offsets += [each.start, each.end, each.right_start, each.right_end]
    given = [offset for offset in offsets if offset is not None]
    known = _code_points(asked.text, given, asked.offset_unit)

    def place(start: int, end: int, field: str) -> tuple[int, int]:
        if start >= end or start not in known or end not in known:
            raise InvalidRequest(f"{field}: the span is empty, beyond the text, or cuts a character", field=field)
        return known[start], known[end]

    return place


def _code_points(text: str, offsets: Iterable[int], unit: OffsetUnit) -> dict[int, int]:
    """Return the code point of each offset in ``unit``; those beyond the text or within a character are left out.

    >>> _code_points("a😀b", [0, 1, 2, 3, 4, 9], OffsetUnit.UTF16)
    {0: 0, 1: 1, 3: 2, 4: 3}
    """
    wanted = sorted(set(offsets))
    if unit is OffsetUnit.CODEPOINT or text.isascii():
        return {offset: offset for offset in wanted if offset <= len(text)}
    encoding, width = ("utf-16-le", 2) if unit is OffsetUnit.UTF16 else ("utf-8", 1)
    encoded = text.encode(encoding)
    found: dict[int, int] = {}
    done = points = 0
    for offset in wanted:
        with suppress(UnicodeDecodeError):
            if offset * width <= len(encoded):
                points += len(encoded[done * width : offset * width].decode(encoding))
                found[offset], done = points, offset
    return found


def _check_once(verdicts: Sequence[Verdict]) -> None:
    seen: dict[tuple[int, int, str], int] = {}
    for index, each in enumerate(verdicts):
        if (first := seen.setdefault((each.start, each.end, each.type), index)) != index:
            raise InvalidRequest(
                f"verdicts.{index}: there is a verdict on this span already, verdicts.{first}",
                field=f"verdicts.{index}",
            )


def _check_texts(choice: Choice, settings: Settings) -> None:
    for option in choice.options:
        if option.redacted_text is not None and (problem := refusal(option.redacted_text, settings)):
            raise problem


def _counts(feedback: Feedback) -> dict[str, object]:
    """Return what the log may count of a review."""
    kinds = Counter(verdict.kind for verdict in feedback.verdicts)
    types = Counter(bounded(verdict.type) for verdict in feedback.verdicts)
    return {
        "characters": len(feedback.text),
        "verdicts": dict(sorted(kinds.items())),
        "types": dict(sorted(types.items())),
        "choices": len(feedback.choices),
    }
