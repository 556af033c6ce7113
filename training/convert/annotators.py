"""What annotation tools write: Label Studio, doccano, Prodigy, brat, presidio-research; and our own Documents."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from deckname.text import OffsetUnit, convert_offsets
from training.convert.drafts import ALL, Bad, Draft, Example, Mark
from training.convert.lines import objects, write_lines

_SPANS = frozenset({"spans", "types", "whitespace", "ids"})


@dataclass(frozen=True, slots=True)
class Documents:
    """Ours: {"id", "text", "spans": [{"start", "end", "type"}]}, and "lang" and "labels" where they are known."""

    name: ClassVar[str] = "documents"
    carries: ClassVar[frozenset[str]] = ALL

    def read(self, path: Path) -> Iterator[Draft | Bad]:
        for place, found in objects(path):
            yield found if isinstance(found, Bad) else _flat(place, found, found.get("spans"), ("type", "label"))

    def write(self, examples: Iterable[Example], path: Path) -> None:
        write_lines(path, map(as_document, examples))


def as_document(example: Example) -> dict[str, Any]:
    """Return an example as a line of our own JSONL."""
    made: dict[str, Any] = {"id": example.id, "text": example.text}
    if example.lang:
        made["lang"] = example.lang
    if example.spans is not None:
        made["spans"] = [{"start": span.start, "end": span.end, "type": span.type} for span in example.spans]
    if example.labels:
        made["labels"] = list(example.labels)
    return made


@dataclass(frozen=True, slots=True)
class Prodigy:
    """{"text", "spans": [{"start", "end", "label"}], "answer"}; rejected and ignored answers are no examples."""

    name: ClassVar[str] = "prodigy"
    carries: ClassVar[frozenset[str]] = _SPANS

    def read(self, path: Path) -> Iterator[Draft | Bad]:
        for place, found in objects(path):
            if isinstance(found, Bad):
                yield found
            elif found.get("answer", "accept") != "accept":
                yield Bad(place, "was not accepted by its annotator")
            else:
                meta = found.get("meta")
                id_ = meta.get("id", "") if isinstance(meta, dict) else ""
                yield _flat(place, {**found, "id": id_}, found.get("spans", []), ("label",))

    def write(self, examples: Iterable[Example], path: Path) -> None:
        write_lines(
            path,
            (
                {
                    "text": each.text,
                    "spans": [{"start": span.start, "end": span.end, "label": span.type} for span in each.spans],
                    "answer": "accept",
                    "meta": {"id": each.id},
                }
                for each in examples
                if each.spans is not None
            ),
        )


@dataclass(frozen=True, slots=True)
class Doccano:
    """{"id", "text", "label": [[start, end, label]]}, or "entities" with start_offset and end_offset."""

    name: ClassVar[str] = "doccano"
    carries: ClassVar[frozenset[str]] = _SPANS

    def read(self, path: Path) -> Iterator[Draft | Bad]:
        for place, found in objects(path):
            if isinstance(found, Bad):
                yield found
                continue
            entities = found.get("entities")
            if isinstance(entities, list):
                yield _flat(place, found, entities, ("label",), edges=("start_offset", "end_offset"))
                continue
            given = found.get("label", found.get("labels", []))
            triples = given if isinstance(given, list) else [given]
            keys = ("start", "end", "label")
            spans = [dict(zip(keys, each, strict=False)) if isinstance(each, list) else each for each in triples]
            yield _flat(place, found, spans, ("label",))

    def write(self, examples: Iterable[Example], path: Path) -> None:
        write_lines(
            path,
            (
                {"id": each.id, "text": each.text, "label": [[span.start, span.end, span.type] for span in each.spans]}
                for each in examples
                if each.spans is not None
            ),
        )


@dataclass(frozen=True, slots=True)
class PresidioResearch:
    """A JSON list of {"full_text", "spans": [{"entity_type", "entity_value", "start_position", "end_position"}]}."""

    name: ClassVar[str] = "presidio-research"
    carries: ClassVar[frozenset[str]] = _SPANS - {"ids"}

    def read(self, path: Path) -> Iterator[Draft | Bad]:
        for place, found in _items(path):
            if isinstance(found, Bad):
                yield found
                continue
            yield _flat(
                place,
                {"text": found.get("full_text")},
                found.get("spans", []),
                ("entity_type",),
                edges=("start_position", "end_position"),
                value="entity_value",
            )

    def write(self, examples: Iterable[Example], path: Path) -> None:
        rows = [
            {
                "full_text": each.text,
                "masked": None,
                "spans": [
                    {
                        "entity_type": span.type,
                        "entity_value": each.text[span.start : span.end],
                        "start_position": span.start,
                        "end_position": span.end,
                    }
                    for span in each.spans
                ],
                "template_id": None,
                "metadata": None,
            }
            for each in examples
            if each.spans is not None
        ]
        path.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class LabelStudio:
    """A JSON list of tasks: {"data": {"text"}, "annotations": [{"result": [{"value": {"start", "end", "labels"}}]}]}.

    Its offsets count UTF-16 units, as JavaScript does. Choices are labels of the text.
    """

    name: ClassVar[str] = "label-studio"
    carries: ClassVar[frozenset[str]] = _SPANS | {"labels"}

    def read(self, path: Path) -> Iterator[Draft | Bad]:
        for place, found in _items(path):
            yield found if isinstance(found, Bad) else _task(place, found)

    def write(self, examples: Iterable[Example], path: Path) -> None:
        path.write_text(json.dumps(list(map(_as_task, examples)), ensure_ascii=False, indent=1), encoding="utf-8")


def _task(place: str, task: Mapping[str, Any]) -> Draft | Bad:
    data = task.get("data")
    text = data.get("text") if isinstance(data, dict) else None
    if not isinstance(text, str):
        return Bad(place, "data.text is missing or no string")
    annotations = [
        each for each in task.get("annotations") or [] if isinstance(each, dict) and not each.get("was_cancelled")
    ]
    if not annotations:
        return Bad(place, "has no annotation")
    marks: list[Mark] = []
    labels: list[str] = []
    units = _points(text)
    for result in annotations[0].get("result") or []:
        value = result.get("value") if isinstance(result, dict) else None
        if not isinstance(value, dict):
            return Bad(place, "a result has no value")
        labels += [str(choice) for choice in value.get("choices") or []]
        start, end = value.get("start"), value.get("end")
        for label in value.get("labels") or []:
            if type(start) is not int or type(end) is not int:
                return Bad(place, "a label has no offsets")
            known = start in units and end in units
            marks.append(
                Mark(str(label), units[start] if known else start, units[end] if known else end, value.get("text"))
            )
    return Draft(place, text, tuple(marks), str(task.get("id", "")), labels=tuple(labels))


def _points(text: str) -> dict[int, int]:
    """Return for each UTF-16 offset that lies between two characters how many characters stand before it."""
    found, at = {}, 0
    for index, character in enumerate(text):
        found[at] = index
        at += 2 if ord(character) > 0xFFFF else 1
    found[at] = len(text)
    return found


def _as_task(example: Example) -> dict[str, Any]:
    results: list[dict[str, Any]] = []
    for number, span in enumerate(example.spans or ()):
        start, end = convert_offsets(example.text, [span.start, span.end], OffsetUnit.UTF16)
        value = {"start": start, "end": end, "text": example.text[span.start : span.end], "labels": [span.type]}
        results.append(
            {"id": f"{example.id}-{number}", "type": "labels", "from_name": "label", "to_name": "text", "value": value}
        )
    if example.labels:
        results.append(
            {"type": "choices", "from_name": "choice", "to_name": "text", "value": {"choices": list(example.labels)}}
        )
    return {"id": example.id, "data": {"text": example.text}, "annotations": [{"result": results}]}


@dataclass(frozen=True, slots=True)
class Brat:
    """A folder of NAME.txt with NAME.ann: "T1<tab>TYPE 0 5<tab>value". Parts of a discontinuous entity are marks."""

    name: ClassVar[str] = "brat"
    carries: ClassVar[frozenset[str]] = _SPANS

    def read(self, path: Path) -> Iterator[Draft | Bad]:
        for text_path in sorted(path.glob("*.txt")):
            text = text_path.read_bytes().decode("utf-8")
            standoff = text_path.with_suffix(".ann")
            place = f"file {text_path.stem}"
            if not standoff.exists():
                yield Bad(place, "has no .ann beside it")
                continue
            lines = standoff.read_text(encoding="utf-8").splitlines()
            marks = [mark for line in lines if line.startswith("T") for mark in _entity(line, text)]
            yield Draft(place, text, tuple(marks), text_path.stem)

    def write(self, examples: Iterable[Example], path: Path) -> None:
        path.mkdir(parents=True, exist_ok=True)
        for each in examples:
            name = re.sub(r"[^\w.-]", "_", each.id)
            (path / f"{name}.txt").write_bytes(each.text.encode("utf-8"))
            lines = []
            for number, span in enumerate(each.spans or (), 1):
                value = each.text[span.start : span.end]
                # An entity that spans lines is written in parts, one a line, as brat does.
                parts = [(m.start() + span.start, m.end() + span.start) for m in re.finditer(r"[^\r\n]+", value)]
                offsets = ";".join(f"{start} {end}" for start, end in parts)
                lines.append(f"T{number}\t{span.type} {offsets}\t{re.sub(chr(92) + 's+', ' ', value)}\n")
            (path / f"{name}.ann").write_text("".join(lines), encoding="utf-8")


_BRAT = re.compile(r"T\S*\t(\S+) (\d+ \d+(?:;\d+ \d+)*)")


def _entity(line: str, text: str) -> list[Mark]:
    match = _BRAT.match(line)
    if not match:
        return []
    parts = [tuple(map(int, part.split())) for part in match[2].split(";")]
    joined = [list(parts[0])]
    for start, end in parts[1:]:
        if not text[joined[-1][1] : start].strip():
            joined[-1][1] = end  # an entity over a line's end
        else:
            joined.append([start, end])
    return [Mark(match[1], start, end, text[start:end] or None) for start, end in joined]


def _items(path: Path) -> Iterator[tuple[str, dict[str, Any] | Bad]]:
    try:
        found: object = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list):
        yield "the file", Bad("the file", "is not a JSON list")
        return
    for number, item in enumerate(found, 1):
        place = f"item {number}"
        yield place, item if isinstance(item, dict) else Bad(place, "is no object")


def _flat(
    place: str,
    row: Mapping[str, Any],
    spans: object,
    names: Sequence[str],
    *,
    edges: tuple[str, str] = ("start", "end"),
    value: str = "text",
) -> Draft | Bad:
    """Return the draft of a row with a text and a list of spans."""
    text = row.get("text")
    if not isinstance(text, str):
        return Bad(place, "the text is missing or no string")
    given = row.get("labels")
    labels = tuple(map(str, given)) if isinstance(given, list) and all(isinstance(x, str) for x in given) else ()
    lang, id_ = str(row.get("lang") or ""), str(row.get("id") or "")
    if spans is None:
        return Draft(place, text, None, id_, lang, labels)
    if not isinstance(spans, list):
        return Bad(place, "the spans are no list")
    marks = []
    for number, item in enumerate(spans, 1):
        if not isinstance(item, dict):
            return Bad(place, f"span {number} is no object")
        name = next((item[key] for key in names if isinstance(item.get(key), str)), "")
        start, end = item.get(edges[0]), item.get(edges[1])
        if not name or type(start) is not int or type(end) is not int:
            return Bad(place, f"span {number} has no type or no whole numbers for offsets")
        held = item.get(value)
        marks.append(Mark(name, start, end, held if isinstance(held, str) else None))
    return Draft(place, text, tuple(marks), id_, lang, labels)
