import itertools
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckname.detector import Detector, Options
from deckname.errors import InvalidRequest
from deckname.events import Event, Events, Redactor
from deckname.live import Live, Size
from deckname.pattern import Pattern
from deckname.policy import Policy
from deckname.session import Session

DETECTOR = Detector([Pattern(type="US_SSN", regex=r"(?<!\d)\d{3}-\d\d-\d{4}(?!\d)", score=0.9)])
TEXT = "The number 536-90-4399 is hers, and 212-44-1234 is his."
CLEAN = "The number <US_SSN> is hers, and <US_SSN> is his."


def redacted(*data: Any) -> list[Any]:
    """Return the data of what goes on for these events; strings are JSON already."""
    redactor = Redactor(lambda: Live(DETECTOR, Options(), Policy(), Session(), Size.holding(20)))

    def through() -> Iterator[Event]:
        for each in data:
            yield from redactor.advance(Event(each if isinstance(each, str) else json.dumps(each)))
        yield from redactor.end()

    return [event.data if event.data == "[DONE]" else json.loads(event.data) for event in through()]


def chunk(index: int = 0, finish: str | None = None, **delta: Any) -> dict[str, Any]:
    head = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "gpt-x"}
    return {**head, "choices": [{"index": index, "delta": delta, "finish_reason": finish}]}


def said(events: list[Any], index: int = 0) -> str:
    return "".join(
        choice["delta"].get("content", "")
        for event in events
        if event != "[DONE]"
        for choice in event["choices"]
        if choice["index"] == index
    )


@pytest.mark.parametrize("size", [1, 3, 7, 100])
def test_the_text_of_a_conversation_is_redacted_across_events(size: int) -> None:
    parts = [TEXT[at : at + size] for at in range(0, len(TEXT), size)]
    events = [chunk(role="assistant", content=""), *(chunk(content=part) for part in parts), chunk(finish="stop")]
    told = redacted(*events, "[DONE]")
    assert said(told) == CLEAN
    assert told[0] == events[0]
    assert told[-2:] == [events[-1], "[DONE]"]
    assert [event["choices"][0]["finish_reason"] for event in told[:-1]].count("stop") == 1
    whole = redacted(chunk(content=TEXT, finish="stop"), "[DONE]")
    assert said(whole) == CLEAN
    assert [event["choices"][0]["finish_reason"] for event in whole[:-1]] == ["stop"]
    assert all(event["id"] == "chatcmpl-1" for event in told[:-1])


def test_choices_are_texts_of_their_own() -> None:
    events = [chunk(index, content=part) for part in ("a 536-", "90-43", "99 b") for index in (0, 1)]
    told = redacted(*events, chunk(1, finish="length"), chunk(0, finish="stop"))
    assert said(told, 0) == said(told, 1) == "a <US_SSN> b"


def test_arguments_of_tools_are_redacted_and_their_names_stay() -> None:
    def call(index: int, **function: str) -> dict[str, Any]:
        return chunk(tool_calls=[{"index": index, "function": function}])

    first = chunk(
        tool_calls=[{"index": 1, "id": "call_9", "type": "function", "function": {"name": "f", "arguments": ""}}]
    )
    told = redacted(
        first,
        call(0, arguments='{"a": "536-'),
        call(1, arguments='{"b": "212-44'),
        call(0, arguments='90-4399"}'),
        call(1, arguments='-1234"}'),
        chunk(finish="tool_calls"),
    )
    arguments = {0: "", 1: ""}
    for event in told:
        for each in event["choices"][0]["delta"].get("tool_calls", ()):
            arguments[each["index"]] += each["function"]["arguments"]
    assert arguments == {0: '{"a": "<US_SSN>"}', 1: '{"b": "<US_SSN>"}'}
    assert told[0] == first


def test_the_text_once_more_as_tokens_is_left_out() -> None:
    event = chunk(content="a", refusal=None)
    event["choices"][0]["logprobs"] = {"content": [{"token": "536-90", "bytes": [53, 51, 54]}]}
    (told,) = redacted(event)[:1]
    assert told["choices"][0]["logprobs"] is None


def test_anthropics_events_are_known() -> None:
    def delta(text: str) -> dict[str, Any]:
        return {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": text}}

    start = {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}}
    stop = {"type": "content_block_stop", "index": 0}
    end = {"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {"output_tokens": 5}}
    told = redacted(start, delta("a 536-9"), {"type": "ping"}, delta("0-4399"), stop, end, {"type": "message_stop"})
    texts = [event["delta"]["text"] for event in told if event["type"] == "content_block_delta"]
    assert "".join(texts) == "a <US_SSN>"
    assert [event["type"] for event in told if event["type"] != "content_block_delta"] == [
        "content_block_start", "ping", "content_block_stop", "message_delta", "message_stop",
    ]  # fmt: skip


def test_openais_responses_are_known() -> None:
    def delta(text: str) -> dict[str, Any]:
        return {"type": "response.output_text.delta", "item_id": "msg_1", "output_index": 0, "delta": text}

    done = {"type": "response.output_text.done", "item_id": "msg_1", "output_index": 0, "text": "a 536-90-4399"}
    told = redacted(delta("a 536-9"), delta("0-4399"), done)
    assert "".join(event["delta"] for event in told[:-1]) == "a <US_SSN>"
    assert told[-1] == {**done, "text": "a <US_SSN>"}


@pytest.mark.parametrize(
    "data",
    [
        "536-90-4399",
        "[1]",
        '"536-90-4399"',
        '{"token": "536-"}',
        '{"delta": {"536 90": 1}}',
        '{"a": ',
        "[" * 5000,
        '{"a": ' + "[" * 300 + "]" * 300 + "}",
    ],
)
def test_events_that_nobody_knows_end_the_stream(data: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        redacted(data)
    assert "536" not in str(caught.value)
    assert caught.value.__context__ is None


def test_an_error_is_told_without_the_text() -> None:
    assert redacted({"error": {"message": "no 536-90-4399", "code": 5}}) == [
        {"error": {"message": "no <US_SSN>", "code": 5}}
    ]


WIRE = (
    b": comment 536-90-4399\n\nevent: e.x\nid: 5\ndata: one\ndata: two\n\n"
    b"event: of 536-90-4399\nretry: 5\nx: y\ndata:\xc3\xa9\n\n\n"
)


@settings(max_examples=100)
@given(st.lists(st.integers(0, 100), max_size=5), st.sampled_from([b"\n", b"\r\n", b"\r"]))
def test_events_are_read_however_they_are_cut(edges: list[int], end: bytes) -> None:
    wire = WIRE.replace(b"\n", end)
    marks = [0, *sorted(edge % len(wire) for edge in edges), len(wire)]
    parser = Events()
    read = [
        event
        for start, stop in itertools.pairwise(marks)
        for event in parser.feed(wire[start:stop], last=stop == len(wire))
    ]
    assert read == [Event("one\ntwo", "e.x", "5"), Event("é")]
    assert read[0].encoded() == b"event: e.x\nid: 5\ndata: one\ndata: two\n\n"


def test_a_last_event_without_an_empty_line_counts_and_one_without_end_is_refused() -> None:
    assert list(Events().feed(b"data: a", last=True)) == [Event("a")]
    with pytest.raises(InvalidRequest, match="1000000 characters"):
        list(Events().feed(b"data: " + b"a" * 1_000_001))
    parser = Events()
    with pytest.raises(InvalidRequest, match="1000000 characters"):
        list(parser.feed(b"data: aaaaaaaaa\n" * 120_000))
    with pytest.raises(InvalidRequest, match="not UTF-8"):
        list(Events().feed(b"data: \xff\n\n"))
