import json
import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckname.document import Document, parse, read_documents, to_json
from deckname.errors import InvalidRequest
from deckname.span import Span

CANARY = "Ada Lovelace"


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(st.text(st.characters(codec="utf-8"), max_size=30))
    spans = []
    if text:
        for start in draw(st.lists(st.integers(0, len(text) - 1), max_size=4)):
            end = draw(st.integers(start + 1, len(text)))
            spans.append(Span(start, end, draw(st.sampled_from(["PERSON", "A b"])), draw(st.floats(0, 1))))
    return Document(draw(st.text(st.characters(codec="utf-8"), max_size=5)), text, tuple(spans))


@given(documents())
def test_a_document_comes_back_from_its_line(document: Document) -> None:
    line = to_json(document)
    assert "\n" not in line
    assert parse(line) == document


def test_label_stands_for_type_and_other_keys_are_dropped() -> None:
    line = '{"id": 7, "text": "Ada", "lang": "en", "spans": [{"start": 0, "end": 3, "label": "NAME", "x": 1}]}'
    assert parse(line) == Document("7", "Ada", (Span(0, 3, "NAME"),))


def test_empty_lines_are_passed_over_and_the_number_is_the_id() -> None:
    lines = ['\ufeff{"text": "a"}\r\n', "\r\n", '{"text": "b"}\n', ""]
    assert [(document.id, document.text) for document in read_documents(lines)] == [("1", "a"), ("3", "b")]


def test_repr_shows_no_text() -> None:
    assert CANARY not in repr(Document("1", CANARY, (Span(0, 3, "PERSON"),)))


def _line(**changes: object) -> str:
    return json.dumps({"id": "1", "text": CANARY, "spans": []} | changes)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"text": "Ada Lovelace"', "not a JSON object"),
        ('["Ada Lovelace"]', "not a JSON object"),
        ("[" * 100_000, "not a JSON object"),
        (_line(id=[CANARY]), '"id" is neither a string nor a number'),
        (_line(text=[CANARY]), '"text" is missing or no string'),
        (_line(spans={"a": CANARY}), '"spans" is no list'),
        (_line(spans=[CANARY]), "span 0 is no object"),
        (_line(spans=[{"start": True, "end": 3, "type": "A"}]), 'span 0: "start" and "end" must be whole numbers'),
        (
            _line(spans=[{"start": 3, "end": 3, "type": "A"}]),
            "span 0: [3, 3) is empty or not within the text's 12 char",
        ),
        (
            _line(spans=[{"start": 3, "end": 13, "type": "A"}]),
            "span 0: [3, 13) is empty or not within the text's 12 ch",
        ),
        (_line(spans=[{"start": -1, "end": 3, "type": "A"}]), "span 0: [-1, 3) is empty or not within"),
        (_line(spans=[{"start": 0, "end": 3, "type": ""}]), 'span 0: "type" (or "label") is missing or no string'),
        (_line(spans=[{"start": 0, "end": 3, "type": "A", "score": 2}]), 'span 0: "score" is no number from 0 to 1'),
        (_line(spans=[{"start": 0, "end": 3, "type": "A", "source": 2}]), 'span 0: "source" is no string'),
    ],
)
def test_an_error_names_the_line_and_never_the_content(line: str, problem: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        list(read_documents(["", line]))
    assert str(caught.value).startswith(f"line 2: {problem}")
    assert CANARY not in "".join(traceback.format_exception(caught.value))
    assert caught.value.__context__ is None
