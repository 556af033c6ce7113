"""Server-sent events of a language model, and the texts that go through them bit by bit.

What is read: the WHATWG HTML Standard, 9.2.6 (lines, fields). What is known: OpenAI's chat completions and completions
(``choices``), and events whose ``delta`` is a string or an object, as in OpenAI's responses and Anthropic's messages.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from deckname.errors import InvalidRequest
from deckname.live import Live

#: Characters in one event; a model's have a few hundred.
LONGEST = 1_000_000
_DEEPEST = 50
_NAME = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
#: Fields whose strings are names of the protocol's and no text.
_PASSED = frozenset(
    {"id", "object", "model", "role", "type", "name", "index", "status", "finish_reason", "stop_reason"}
    | {"system_fingerprint", "service_tier", "item_id", "call_id", "response_id", "message_id"}
)
#: The text once more, token by token or as sound: nothing that could be redacted, so it is left out.
_DROPPED = frozenset({"logprobs", "audio", "obfuscation"})
#: Events that say that what came before is whole.
_LAST = re.compile(r".*[._](?:done|stop|completed|failed|incomplete)|message_delta")
#: And those that hold texts which are whole.
_FIRST = re.compile(r".*[._](?:start|created|in_progress|queued|added)|error")

Json = dict[str, Any]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What stands between two empty lines."""

    data: str = field(repr=False)
    name: str = ""
    id: str = ""

    def encoded(self) -> bytes:
        """Return the event as it is sent."""
        head = "".join(f"{key}: {value}\n" for key, value in (("event", self.name), ("id", self.id)) if value)
        return (head + "".join(f"data: {line}\n" for line in self.data.split("\n")) + "\n").encode()


class Events:
    """Bytes in, events out; comments, and fields that could hold anything, are left out."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._rest = ""
        self._data: list[str] = []
        self._size = 0
        self._names: dict[str, str] = {}

    def feed(self, chunk: bytes, *, last: bool = False) -> Iterator[Event]:
        """Yield the events that are whole now.

        Raises:
            InvalidRequest: no UTF-8, or an event without end.
        """
        text = self._rest + decoded(self._decoder, chunk, last=last)
        ending = "\r" if text.endswith("\r") and not last else ""  # perhaps the first half of a line's end
        lines = re.split(r"\r\n|\n|\r", text[: len(text) - len(ending)])
        self._rest = lines.pop() + ending
        if last:
            lines += [self._rest, ""]
            self._rest = ""
        if len(self._rest) + self._size > LONGEST:
            raise InvalidRequest(f"an event may have {LONGEST} characters")
        for line in lines:
            if event := self._read(line):
                yield event

    def _read(self, line: str) -> Event | None:
        if line:
            name, _, value = line.partition(":")
            value = value.removeprefix(" ")
            if name == "data":
                self._data.append(value)
                self._size += len(value)
                if self._size > LONGEST:
                    raise InvalidRequest(f"an event may have {LONGEST} characters")
            elif name in ("event", "id") and _NAME.fullmatch(value):
                self._names[name] = value
            return None
        data, names = self._data, self._names
        self._data, self._names, self._size = [], {}, 0
        return Event("\n".join(data), names.get("event", ""), names.get("id", "")) if data else None


def decoded(decoder: codecs.IncrementalDecoder, chunk: bytes, *, last: bool) -> str:
    """Return the text of a chunk. Raises ``InvalidRequest``: it is not UTF-8."""
    try:
        return decoder.decode(chunk, last)
    except UnicodeDecodeError:
        pass
    raise InvalidRequest("the stream is not UTF-8")


@dataclass(slots=True)
class _Channel:
    """One text among those that a stream carries, and an event of its own to send what is left of it in."""

    live: Live
    template: Json = field(repr=False)
    event: Event
    path: Path


class Redactor:
    """Events in, events out, their texts redacted across events.

    A text that is held back leaves its event empty, and such an event is left out; where a text ends, an event of the
    same form brings what was left.
    """

    def __init__(self, live: Callable[[], Live]) -> None:
        self._live = live
        self._channels: dict[Path, _Channel] = {}
        self.texts: list[Live] = []

    def advance(self, event: Event) -> Iterator[Event]:
        """Yield what may go on after this event; computes, so not on the event loop.

        Raises:
            InvalidRequest: an event that holds text in a form that is not known.
            DecknameError: what ``Live.advance`` raises.
        """
        data = _parsed(event.data)
        if not isinstance(data, dict):
            yield from self.end()
            yield Event("[DONE]", event.name, event.id)
            return
        data = _without(data, _DROPPED)
        if isinstance(data.get("choices"), list):
            yield from self._choices(event, data)
        elif isinstance(data.get("delta"), str | dict) and data.get("type") != "message_delta":
            yield from self._delta(event, data)
        else:
            kind = str(data.get("type"))
            if _LAST.fullmatch(kind):
                yield from self.end()
            elif not _FIRST.fullmatch(kind) and "error" not in data and any(_get(data, at) for at in _texts_at(data)):
                raise InvalidRequest("an event that holds text in a form that is not known; /redact takes whole texts")
            yield Event(_json(self._each_alone(data)), event.name, event.id)

    def end(self) -> Iterator[Event]:
        """Yield what is left of every text."""
        for key in list(self._channels):
            yield from self._end(key)

    def _choices(self, event: Event, data: Json) -> Iterator[Event]:
        sent = not data["choices"]
        for position, choice in enumerate(data["choices"]):
            if not isinstance(choice, dict):
                raise InvalidRequest("choices must be a list of objects")
            number = choice.get("index", position)
            number = number if isinstance(number, int) else position
            ended = choice.get("finish_reason") is not None
            told = []
            for path in _texts_at(choice):
                own = {**_only(choice, path), "finish_reason": None}
                template = {**_scalars(data), "choices": [own]}
                key = ("choices", number, *_numbered(choice, path))
                told.append(self._through(event, key, template, choice, path, last=ended))
            if ended:
                for key in [key for key in self._channels if key[:2] == ("choices", number)]:
                    yield from self._end(key)
                sent = True
            sent |= any(told) or not told
        if sent or data.get("usage"):
            rest = self._each_alone({key: value for key, value in data.items() if key != "choices"})
            yield Event(_json({**rest, "choices": data["choices"]}), event.name, event.id)

    def _delta(self, event: Event, data: Json) -> Iterator[Event]:
        where = tuple(str(data.get(name)) for name in ("item_id", "output_index", "content_index", "index"))
        kind = str(data.get("type"))
        rest = self._each_alone({key: value for key, value in data.items() if key != "delta"})
        own = {"delta": data["delta"]}
        told = []
        for path in _texts_at(own):
            template = {**_scalars(data), **_only(own, path)}
            told.append(self._through(event, ("delta", kind, *where, *_numbered(own, path)), template, own, path))
        if any(told) or not told:
            yield Event(_json({**rest, **own}), event.name, event.id)

    def _through(
        self, event: Event, key: Path, template: Json, holder: Json, path: Path, *, last: bool = False
    ) -> bool:
        """Put in a text's place what may go on of it; return whether the event has to go on, too."""
        channel = self._channels.get(key)
        if first := channel is None:
            channel = self._channels[key] = _Channel(self._live(), template, event, path)
            self.texts.append(channel.live)
        text = _get(holder, path)
        channel.live.feed(text)
        channel.template = template
        if last:
            channel.live.end()
            del self._channels[key]
        told = channel.live.advance()
        _set(holder, path, told)
        return bool(told) or first

    def _end(self, key: Path) -> Iterator[Event]:
        channel = self._channels.pop(key)
        channel.live.end()
        if rest := channel.live.advance():
            holder = channel.template["choices"][0] if "choices" in channel.template else channel.template
            _set(holder, _packed(channel.path), rest)
            yield Event(_json(channel.template), channel.event.name)

    def _alone(self, text: str) -> str:
        live = self._live()
        self.texts.append(live)
        live.feed(text)
        live.end()
        return live.advance()

    def _each_alone(self, value: Any, name: str = "") -> Any:
        """Return a value whose strings are redacted one by one."""
        if isinstance(value, dict):
            return {key: self._each_alone(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [self._each_alone(inner, name) for inner in value]
        return self._alone(value) if isinstance(value, str) and not _is_name(name, value) else value


def _parsed(data: str) -> object:
    """Return an event's data, None for the word that ends a stream."""
    if data.strip() == "[DONE]":
        return None
    parsed: object = None
    with suppress(ValueError, RecursionError):
        parsed = json.loads(data)
    if not isinstance(parsed, dict):
        raise InvalidRequest("an event's data must be a JSON object, or [DONE]")
    return parsed


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace").decode()


def _is_name(field_: str, value: str) -> bool:
    return field_ in _PASSED and bool(re.fullmatch(r"[\w./:\[\]-]{0,200}", value))


def _without(value: Any, names: frozenset[str], depth: int = 0) -> Any:
    """Return a copy without these fields; a model's events are some levels deep, and what is deeper is none."""
    if depth > _DEEPEST:
        raise InvalidRequest("an event is nested too deeply")
    if isinstance(value, dict):
        if not all(map(_NAME.fullmatch, value)):
            raise InvalidRequest("an event has a field whose name is none")
        return {key: None if key in names else _without(inner, names, depth + 1) for key, inner in value.items()}
    return [_without(inner, names, depth + 1) for inner in value] if isinstance(value, list) else value


def _scalars(data: Json) -> Json:
    """Return the fields that an event of the same form needs."""
    return {
        key: value
        for key, value in data.items()
        if isinstance(value, int | float) or (isinstance(value, str) and _is_name(key, value))
    }


def _texts_at(value: Any) -> list[Path]:
    """Return where the strings are that are neither names nor numbers."""

    def walk(value: Any, path: Path) -> Iterator[Path]:
        if isinstance(value, dict):
            for key, inner in value.items():
                yield from walk(inner, (*path, key))
        elif isinstance(value, list):
            for position, inner in enumerate(value):
                yield from walk(inner, (*path, position))
        elif isinstance(value, str):
            name = next((part for part in reversed(path) if isinstance(part, str)), "")
            if not _is_name(name, value):
                yield path

    return list(walk(value, ()))


def _numbered(holder: Any, path: Path) -> Path:
    """Return a path by the numbers that entries of lists have: in the next event they stand at other places."""
    numbered: list[str | int] = []
    for part in path:
        holder = holder[part]
        number = holder.get("index") if isinstance(part, int) and isinstance(holder, dict) else None
        numbered.append(number if isinstance(number, int) else part)
    return tuple(numbered)


def _get(holder: Any, path: Path) -> str:
    for part in path:
        holder = holder[part]
    return str(holder)


def _set(holder: Any, path: Path, text: str) -> None:
    for part in path[:-1]:
        holder = holder[part]
    holder[path[-1]] = text


def _packed(path: Path) -> Path:
    """Return a path in what ``_only`` leaves: its lists have one entry."""
    return tuple(0 if isinstance(part, int) else part for part in path)


def _only(value: Any, path: Path) -> Any:
    """Return a copy of what leads to one text, with names and numbers beside it and no other text."""
    if not path:
        return ""
    if isinstance(value, list):
        return [_only(value[path[0]], path[1:])]  # type: ignore[index]
    return {**_scalars(value), path[0]: _only(value[path[0]], path[1:])}
