"""Document: a text and its spans; one JSON object a line, in and out.

    {"id": "17", "text": "Ask Ada.", "spans": [{"start": 4, "end": 7, "type": "PERSON"}]}

Offsets count code points. "label" may stand for "type", "score" and "source" may be left out, and other keys are not
kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from deckname.errors import InvalidRequest
from deckname.span import Span


@dataclass(frozen=True, slots=True)
class Document:
    """A text and what is known to be in it. A traceback shows no personal data."""

    id: str
    text: str = field(repr=False)
    spans: tuple[Span, ...] = ()


def read_documents(lines: Iterable[str]) -> Iterator[Document]:
    """Yield the documents of a JSONL file; empty lines are passed over.

    >>> list(read_documents(['{"id": "a", "text": "Ada", "spans": [{"start": 0, "end": 3, "label": "NAME"}]}']))
    [Document(id='a', spans=(Span(start=0, end=3, type='NAME', score=1.0, source='gold'),))]

    Raises:
        InvalidRequest: names the line and the field, never the content.
    """
    for number, line in enumerate(lines, 1):
        if line.strip("\ufeff \t\r\n"):
            yield parse(line, line_number=number)


def parse(line: str, *, line_number: int = 1) -> Document:
    """Return the document that one line of JSON describes; without an "id" the line's number is its id.

    Raises:
        InvalidRequest: names the line and the field, never the content.
    """
    found = _object(line, line_number)
    id_, text, spans = found.get("id", line_number), found.get("text"), found.get("spans", [])
    if not isinstance(id_, str | int):
        raise _invalid(line_number, '"id" is neither a string nor a number')
    if not isinstance(text, str):
        raise _invalid(line_number, '"text" is missing or no string')
    if not isinstance(spans, list):
        raise _invalid(line_number, '"spans" is no list')
    return Document(
        str(id_), text, tuple(_span(item, len(text), line_number, index) for index, item in enumerate(spans))
    )


def to_json(document: Document) -> str:
    """Return the document as one line of JSON, without a line break; ``parse`` reads it back."""
    return json.dumps(
        {
            "id": document.id,
            "text": document.text,
            "spans": [
                {"start": span.start, "end": span.end, "type": span.type, "score": span.score, "source": span.source}
                for span in document.spans
            ],
        },
        ensure_ascii=False,
    )


def _object(line: str, line_number: int) -> Mapping[str, object]:
    try:
        found: object = json.loads(line.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        found = None
    # Outside the handler: the parser's error holds the whole line and must not ride along as context.
    if not isinstance(found, dict):
        raise _invalid(line_number, "not a JSON object")
    return found


def _span(item: object, length: int, line_number: int, index: int) -> Span:
    place = f"span {index}"
    if not isinstance(item, dict):
        raise _invalid(line_number, f"{place} is no object")
    start, end, type_ = item.get("start"), item.get("end"), item.get("type", item.get("label"))
    score, source = item.get("score", 1.0), item.get("source", "gold")
    if type(start) is not int or type(end) is not int:
        raise _invalid(line_number, f'{place}: "start" and "end" must be whole numbers')
    if not 0 <= start < end <= length:
        raise _invalid(line_number, f"{place}: [{start}, {end}) is empty or not within the text's {length} characters")
    if not isinstance(type_, str) or not type_:
        raise _invalid(line_number, f'{place}: "type" (or "label") is missing or no string')
    if isinstance(score, bool) or not isinstance(score, int | float) or not 0 <= score <= 1:
        raise _invalid(line_number, f'{place}: "score" is no number from 0 to 1')
    if not isinstance(source, str):
        raise _invalid(line_number, f'{place}: "source" is no string')
    return Span(start, end, type_, float(score), source)


def _invalid(line_number: int, problem: str) -> InvalidRequest:
    return InvalidRequest(f"line {line_number}: {problem}", line=line_number)
