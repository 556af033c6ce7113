"""LiteLLM's own Presidio guardrail redacts a conversation through a running deckname, and gets the values back.

    python -m venv data/litellm && data/litellm/bin/pip install litellm
    data/litellm/bin/python benchmarks/litellm_guardrail.py --deckname .venv/bin/deckname

runs in an environment that has ``litellm`` and none of ours: the guardrail class is LiteLLM's, the service is a process
of its own. Every expectation is an assertion; the figures go to benchmarks/results/litellm.json. All values are
invented or reserved for documentation.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib
import json
import os
import socket
import subprocess
import time
import urllib.request
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

RESULTS = Path(__file__).parent / "results" / "litellm.json"
SYSTEM = "You answer mails of customers."
USER = (
    "Hi, I am Adelheid Sommerfeld, adelheid@example.org, +1 212-555-0134. My card 4111 1111 1111 1111 was charged "
    "twice, please refund to IBAN DE89 3704 0044 0532 0130 00."
)
SECRETS = (
    "Adelheid", "Sommerfeld", "adelheid@example.org", "555-0134", "4111 1111 1111 1111", "DE89 3704 0044 0532 0130 00",
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--deckname", default="deckname", help="the command")
    parser.add_argument("--model", default="small")
    parser.add_argument("--rounds", type=int, default=50, help="conversations that are timed")
    arguments = parser.parse_args()
    os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"  # it would fetch prices
    with serving(arguments.deckname, arguments.model) as url:
        told = asyncio.run(checked(url, arguments.rounds))
    told = {"litellm": version("litellm"), "model": arguments.model, **told}
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(json.dumps(told, indent=1, ensure_ascii=False))


@contextmanager
def serving(command: str, model: str) -> Any:
    """Run the service on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    arguments = [command, "serve", "--port", str(port), "--model", model]
    process = subprocess.Popen(arguments, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                with urllib.request.urlopen(f"{url}/ready", timeout=1):
                    break
            except OSError:
                time.sleep(0.1)
        yield url
    finally:
        process.terminate()
        process.wait(30)


def guardrail(url: str, **settings: Any) -> Any:
    presidio: Any = importlib.import_module("litellm.proxy.guardrails.guardrail_hooks.presidio")
    return presidio._OPTIONAL_PresidioPIIMasking(
        guardrail_name="deckname",
        event_hook="pre_call",
        default_on=True,
        presidio_analyzer_api_base=url,
        presidio_anonymizer_api_base=url,
        **settings,
    )


def a_conversation() -> dict[str, Any]:
    return {
        "model": "gpt-4o",
        "messages": [
            {"role": "system", "content": SYSTEM},
            {"role": "user", "content": USER},
            {"role": "user", "content": [{"type": "text", "text": "PS: my host is 192.0.2.44"}, {"type": "image_url"}]},
        ],
        "metadata": {},
    }


async def before(hook: Any, data: dict[str, Any]) -> dict[str, Any]:
    """Return what the guardrail makes of a request, as the proxy would hand it to the model."""
    types: Any = importlib.import_module("litellm.proxy._types")
    caching: Any = importlib.import_module("litellm.caching.caching")
    done: dict[str, Any] = await hook.async_pre_call_hook(
        types.UserAPIKeyAuth(), caching.DualCache(), data, "completion"
    )
    return done


async def checked(url: str, rounds: int) -> dict[str, Any]:
    """Return a transcript and figures; an expectation that fails raises."""
    utils: Any = importlib.import_module("litellm.types.utils")
    exceptions: Any = importlib.import_module("litellm.exceptions")
    types: Any = importlib.import_module("litellm.proxy._types")
    hooks: list[Any] = []

    masking = guardrail(url)
    hooks.append(masking)
    masked = await before(masking, a_conversation())
    sent = json.dumps(masked["messages"], ensure_ascii=False)
    assert not any(secret in sent for secret in SECRETS), sent
    assert masked["messages"][0]["content"] == SYSTEM
    assert masked["messages"][2]["content"][0]["text"] == "PS: my host is <IP_ADDRESS>", sent
    assert all(f"<{name}>" in sent for name in ("PERSON", "EMAIL_ADDRESS", "PHONE_NUMBER", "CREDIT_CARD", "IBAN_CODE"))

    # Numbered tokens go out, and what the model answers gets its values back.
    restoring = guardrail(url, output_parse_pii=True)
    hooks.append(restoring)
    data = await before(restoring, a_conversation())
    numbered = data["messages"][1]["content"]
    assert not any(secret in numbered for secret in SECRETS), numbered
    tokens = data["metadata"]["pii_tokens"]
    email = next(token for token, value in tokens.items() if value == "adelheid@example.org")
    answer = utils.ModelResponse(
        choices=[{"message": {"role": "assistant", "content": f"I wrote to {email}."}, "finish_reason": "stop"}]
    )
    answer = await restoring.async_post_call_success_hook(data, types.UserAPIKeyAuth(), answer)
    restored = answer.choices[0].message.content
    assert restored == "I wrote to adelheid@example.org.", restored

    # What a model says is masked on its way out.
    masking_output = guardrail(url, apply_to_output=True)
    hooks.append(masking_output)
    said = utils.ModelResponse(
        choices=[{"message": {"role": "assistant", "content": f"Mail {SECRETS[2]}."}, "finish_reason": "stop"}]
    )
    said = await masking_output.async_post_call_success_hook(a_conversation(), types.UserAPIKeyAuth(), said)
    assert said.choices[0].message.content == "Mail <EMAIL_ADDRESS>."

    # Only what is configured is masked, names that we do not know are no error, and what is blocked is refused.
    chosen = guardrail(url, pii_entities_config={"EMAIL_ADDRESS": "MASK", "NRP": "MASK", "US_PASSPORT": "MASK"})
    hooks.append(chosen)
    some = (await before(chosen, a_conversation()))["messages"][1]["content"]
    assert "<EMAIL_ADDRESS>" in some and "Sommerfeld" in some and "4111" in some, some
    blocking = guardrail(url, pii_entities_config={"CREDIT_CARD": "BLOCK"})
    hooks.append(blocking)
    try:
        await before(blocking, a_conversation())
        raise AssertionError("a blocked card got through")
    except exceptions.BlockedPiiEntityError as error:
        blocked = error.entity_type

    # A text that LiteLLM sends in overlapping pieces.
    chunked = guardrail(url, presidio_analyze_chunk_size_bytes=2_000)
    hooks.append(chunked)
    long = a_conversation()
    long["messages"][1]["content"] = ("Nothing to see here, move along. " * 80) + USER
    told = (await before(chunked, long))["messages"][1]["content"]
    assert not any(secret in told for secret in SECRETS)

    milliseconds = []
    for _ in range(rounds):
        data = a_conversation()
        began = time.perf_counter()
        await before(masking, data)
        milliseconds.append(1000 * (time.perf_counter() - began))
    # An analyzer that is gone is an error, and the request does not go on unmasked.
    gone = guardrail("http://127.0.0.1:9", pii_entities_config={"EMAIL_ADDRESS": "MASK"})
    hooks.append(gone)
    try:
        await before(gone, a_conversation())
        raise AssertionError("a conversation went on unmasked")
    except Exception as error:  # whatever it raises, the conversation did not go on
        refused = type(error).__name__
        assert not isinstance(error, AssertionError)
    for hook in hooks:
        await hook._close_http_session()
    return {
        "masked": [message["content"] for message in masked["messages"]],
        "numbered": numbered,
        "restored": restored,
        "blocked": str(blocked),
        "analyzer gone": refused,
        "rounds": rounds,
        "ms a conversation of three messages": {
            "median": round(median(milliseconds), 1), "most": round(max(milliseconds), 1)
        },
    }  # fmt: skip


if __name__ == "__main__":
    main()
