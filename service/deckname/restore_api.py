"""POST /restore: values back where their tokens or placeholders stand."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from deckname import http_errors
from deckname.restore import restore
from deckname.schemas import RestoreAnswer, RestoreRequest, described, read
from deckname.service import Service, json_answer, json_body, refusal

router = APIRouter()


@router.post(
    "/restore",
    summary="Put values back where tokens or placeholders stand",
    **described("/restore", RestoreAnswer, RestoreRequest),
)
async def restored(request: Request) -> Response:
    service: Service = request.app.state.service
    content = await json_body(request)
    counts = request.scope[http_errors.COUNTS]

    def work() -> Response:
        asked = read(content, RestoreRequest)
        for text in (asked.text, *asked.mapping, *asked.mapping.values()):
            if problem := refusal(text, service.settings):
                raise problem
        done = restore(asked.text, keys=service.keyring, mapping=asked.mapping, longest=service.settings.max_body_bytes)
        counts.update({"characters": len(asked.text), "restored": done.count})
        answer = RestoreAnswer(text=done.text, restored=done.count)
        return json_answer(answer)

    try:
        return await service.run(work, receive=request.receive)
    finally:
        characters = counts.get("characters", 0)
        service.charge(request.scope, characters if isinstance(characters, int) else 0)
