"""POST /classify: what whole texts are, where the service was given a classifier."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from functools import partial
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response
from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from deckname import classifier, http_errors, machine
from deckname.classifier import Classification, Classifier
from deckname.errors import DeadlineExceeded, DecknameError
from deckname.http_errors import body
from deckname.limits import check_count
from deckname.schemas import DetectRequest, Failure, Text, described, read
from deckname.service import Service, json_answer, json_body, refusal
from deckname.settings import Settings

router = APIRouter()
_BATCH = 16  # texts between two looks at the clock


class ClassifyRequest(BaseModel):
    """What to classify; exactly one of `text` and `texts`."""

    model_config = ConfigDict(strict=True, extra="forbid", hide_input_in_errors=True)

    text: Text | None = Field(default=None, description="one text", repr=False)
    texts: list[Text] | None = Field(default=None, description="many; the answers come in the same order", repr=False)

    @model_validator(mode="after")
    def _one_of_two(self) -> ClassifyRequest:
        if (self.text is None) == (self.texts is None):
            raise PydanticCustomError("deckname", "send exactly one of text and texts")
        return self


class Classified(BaseModel):
    """What a text is: the likeliest label, and what each label has for it."""

    label: str
    probabilities: dict[str, float]
    log_probabilities: dict[str, float] = Field(description="their natural logarithms")


class ClassifyAnswer(Classified):
    """The answer to `text`."""

    model: str


class ClassifyAnswers(BaseModel):
    """The answer to `texts`, in their order; one bad text does not fail its neighbours."""

    results: list[Classified | Failure]
    model: str


def _described() -> dict[str, Any]:
    """Return what OpenAPI says of the route: the errors of `/detect`, and bodies of its own."""
    said = described("/detect", ClassifyAnswer | ClassifyAnswers, DetectRequest)
    said["responses"][200] = {"model": ClassifyAnswer | ClassifyAnswers}
    schema = ClassifyRequest.model_json_schema()
    said["openapi_extra"] = {
        "requestBody": {"required": True, "content": {"application/json": {"schema": schema}}},
    }
    return said


async def start(app: FastAPI, settings: Settings) -> None:
    """Load the classifier that the settings name."""
    threads = settings.threads or max(1, machine.cores() // settings.workers)
    load = partial(classifier.load, settings.classifier, threads=threads)
    app.state.classifier = await asyncio.get_running_loop().run_in_executor(None, load)


@router.post("/classify", summary="Say what whole texts are", **_described())
async def classify(request: Request) -> Response:
    service: Service = request.app.state.service
    model: Classifier = request.app.state.classifier
    deadline = time.monotonic() + service.settings.timeout_seconds
    content = await json_body(request)
    counts = request.scope[http_errors.COUNTS]

    def work() -> Response:
        asked = read(content, ClassifyRequest)
        texts = [asked.text or ""] if asked.texts is None else asked.texts
        check_count(len(texts), service.settings.max_texts)
        outcomes = _outcomes(texts, model, service.settings, deadline)
        counts.update({"texts": len(texts), "characters": sum(map(len, texts))})
        if asked.texts is None:
            if isinstance(outcomes[0], DecknameError):
                raise outcomes[0]
            return json_answer(ClassifyAnswer(model=model.model, **_fields(outcomes[0])))
        results = [
            Failure(error=body(each)) if isinstance(each, DecknameError) else Classified(**_fields(each))  # type: ignore[arg-type]
            for each in outcomes
        ]
        return json_answer(ClassifyAnswers(results=results, model=model.model))

    try:
        return await service.run(work, receive=request.receive)
    finally:
        service.charge(request.scope, counts.get("characters", 0))


def _outcomes(
    texts: Sequence[str], model: Classifier, settings: Settings, deadline: float
) -> list[Classification | DecknameError]:
    outcomes: list[Classification | DecknameError | None] = [refusal(text, settings) for text in texts]
    good = [index for index, outcome in enumerate(outcomes) if outcome is None]
    for at in range(0, len(good), _BATCH):
        if time.monotonic() > deadline:
            raise DeadlineExceeded("the time budget ran out; send fewer texts or allow more time")
        own = good[at : at + _BATCH]
        for index, found in zip(own, model.classify([texts[index] for index in own]), strict=True):
            outcomes[index] = found
    return [outcome for outcome in outcomes if outcome is not None]


def _fields(found: Classification) -> dict[str, Any]:
    return {
        "label": found.label,
        "probabilities": found.probabilities,
        "log_probabilities": found.log_probabilities,
    }
