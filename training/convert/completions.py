"""Prompt and completion, and chats: what language models are fine-tuned on.

The conventions are those of the course, which has them from OpenAI's guide to fine-tuning completion models: a prompt
ends in a separator (" ->", or "\\n\\n###\\n\\n"), a completion begins with a space; a list of entities has one a
line and ends in " END". A chat is a line of {"messages": [{"role", "content"}, ...]} whose last answer is the list.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from training.convert.drafts import Bad, Choice, Draft, Example, Mark
from training.convert.lines import objects, write_lines

LABEL_SEPARATOR = " ->"
LIST_SEPARATOR = "\n\n###\n\n"
STOP = " END"
_SEPARATORS = (LIST_SEPARATOR, "\n\n---\n\n", "\n\n===\n\n", LABEL_SEPARATOR, "->")
#: What a list without entities says, since a completion may not be empty.
NOTHING = "none"
_UNTYPED = "ENTITY"


@dataclass(frozen=True, slots=True)
class Labels:
    """{"prompt": "text ->", "completion": " label"}: labels of whole texts."""

    name: ClassVar[str] = "completion-labels"
    carries: ClassVar[frozenset[str]] = frozenset({"labels", "whitespace"})

    def read(self, path: Path) -> Iterator[Draft | Bad]:
        for place, found in objects(path):
            pair = found if isinstance(found, Bad) else _pair(place, found)
            if isinstance(pair, Bad):
                yield pair
                continue
            text, completion = pair
            label = completion.strip().removesuffix(STOP.strip()).strip()
            yield Draft(place, text, labels=(label,)) if label else Bad(place, "the completion holds no label")

    def write(self, examples: Iterable[Example], path: Path) -> None:
        write_lines(
            path,
            (
                {"prompt": each.text + LABEL_SEPARATOR, "completion": f" {label}"}
                for each in examples
                for label in each.labels[:1]
            ),
        )


@dataclass(frozen=True, slots=True)
class Entities:
    """{"prompt": "text\\n\\n###\\n\\n", "completion": " value\\nvalue END"}: the values, one a line.

    A line may name its type in front ("PERSON: John Smith"), which is how this writes them; the course's own lists do
    not, and are read as entities of the type ENTITY.
    """

    name: ClassVar[str] = "completion-entities"
    carries: ClassVar[frozenset[str]] = frozenset({"types", "whitespace"})

    def read(self, path: Path) -> Iterator[Draft | Bad]:
        for place, found in objects(path):
            pair = found if isinstance(found, Bad) else _pair(place, found)
            if isinstance(pair, Bad):
                yield pair
                continue
            text, completion = pair
            if not completion.rstrip().endswith(STOP.strip()):
                yield Bad(place, 'the completion does not end in " END"; it may be cut off')
                continue
            values = completion.strip().removesuffix(STOP.strip()).strip("\n ").split("\n")
            yield Draft(place, text, _marks(values))

    def write(self, examples: Iterable[Example], path: Path) -> None:
        write_lines(
            path,
            (
                {"prompt": each.text + LIST_SEPARATOR, "completion": f" {_listed(each)}{STOP}"}
                for each in examples
                if each.spans is not None
            ),
        )


@dataclass(frozen=True, slots=True)
class Chat:
    """{"messages": [system, user, assistant]}: the user's text, the assistant's list as JSON: [{"type", "value"}]."""

    name: ClassVar[str] = "chat"
    carries: ClassVar[frozenset[str]] = frozenset({"types", "whitespace"})
    system: str = 'List the personal data in the text as JSON: [{"type": ..., "text": ...}].'

    def read(self, path: Path) -> Iterator[Draft | Bad]:
        for place, found in objects(path):
            yield found if isinstance(found, Bad) else _chat(place, found)

    def write(self, examples: Iterable[Example], path: Path) -> None:
        write_lines(path, (self._messages(each) for each in examples if each.spans is not None))

    def _messages(self, example: Example) -> dict[str, Any]:
        values = [{"type": span.type, "text": example.text[span.start : span.end]} for span in example.spans or ()]
        turns = (("system", self.system), ("user", example.text), ("assistant", json.dumps(values, ensure_ascii=False)))
        return {"messages": [{"role": role, "content": content} for role, content in turns]}


def _chat(place: str, found: Mapping[str, Any]) -> Draft | Bad:
    messages = found.get("messages")
    if not isinstance(messages, list):
        return Bad(place, '"messages" is missing or no list')
    said = {}
    for message in messages:
        if not isinstance(message, dict) or not isinstance(message.get("content"), str):
            return Bad(place, "a message has no content")
        said[message.get("role")] = message["content"]
    if "user" not in said or "assistant" not in said:
        return Bad(place, "a chat needs a user's message and an assistant's")
    try:
        answer: object = json.loads(said["assistant"])
    except ValueError:
        answer = None
    if not isinstance(answer, list):
        return Draft(place, said["user"], _marks([line for line in said["assistant"].split("\n") if line.strip()]))
    marks = []
    for item in answer:
        if not isinstance(item, dict) or not isinstance(item.get("type"), str):
            return Bad(place, "an entity of the answer has no type")
        value = item.get("text", item.get("value"))
        if not isinstance(value, str):
            return Bad(place, "an entity of the answer has no text")
        marks.append(Mark(item["type"], value=value))
    return Draft(place, said["user"], tuple(marks))


def _pair(place: str, found: Mapping[str, Any]) -> tuple[str, str] | Bad:
    prompt, completion = found.get("prompt"), found.get("completion")
    if not isinstance(prompt, str) or not isinstance(completion, str):
        return Bad(place, '"prompt" and "completion" must be strings')
    for separator in _SEPARATORS:
        if prompt.endswith(separator):
            return prompt.removesuffix(separator), completion
    return Bad(place, "the prompt does not end in a separator")


def _marks(values: Iterable[str]) -> tuple[Mark, ...]:
    marks = []
    for value in values:
        label, colon, rest = value.partition(": ")
        typed = bool(colon) and label.strip().isupper() and label.strip().replace("_", "").isalnum()
        given = (rest if typed else value).strip()
        if given and given.lower() != NOTHING:
            marks.append(Mark(label.strip() if typed else _UNTYPED, value=given))
    return tuple(marks)


def _listed(example: Example) -> str:
    lines = [f"{span.type}: {example.text[span.start : span.end]}" for span in example.spans or ()]
    return "\n".join(lines) or NOTHING


def read_pairs(path: Path) -> Iterator[Choice | Bad]:
    """Yield choices from {"prompt", "chosen", "rejected"}; ``rejected`` may be a list."""
    for place, found in objects(path):
        if isinstance(found, Bad):
            yield found
            continue
        prompt, chosen, rejected = found.get("prompt"), found.get("chosen"), found.get("rejected")
        others = rejected if isinstance(rejected, list) else [rejected]
        if not all(isinstance(each, str) for each in (prompt, chosen, *others)):
            yield Bad(place, '"prompt", "chosen" and "rejected" must be strings')
        else:
            yield Choice(place, str(prompt), (str(chosen), *map(str, others)), 0)


def write_pairs(choices: Iterable[Choice], path: Path) -> None:
    """Write a choice among n options as n - 1 pairs of chosen and rejected."""
    write_lines(
        path,
        (
            {"prompt": each.question, "chosen": each.options[each.best], "rejected": option}
            for each in choices
            for index, option in enumerate(each.options)
            if index != each.best
        ),
    )
