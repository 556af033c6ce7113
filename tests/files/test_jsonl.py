import io
import json
import traceback

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckname.detector import Detector, Options
from deckname.errors import InvalidRequest
from deckname.files import Record
from deckname.files import jsonl as module
from deckname.files.jsonl import Jsonl
from deckname.pattern import Pattern
from deckname.policy import Policy
from deckname.span import Span

DETECTOR = Detector([Pattern(type="EMAIL_ADDRESS", regex=r"[a-z]+@[a-z]+\.org", score=0.9)])


def _records(content: str, *fields: str) -> list[Record]:
    stream = io.BytesIO(content.encode())
    return list(Jsonl(fields=fields or ("text",)).read(stream, DETECTOR, Options()))


def _redacted(content: str, *fields: str) -> str:
    return "".join(record.redacted(Policy()) for record in _records(content, *fields))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('{"text": "to ada@x.org"}\n', '{"text": "to <EMAIL_ADDRESS>"}\n'),
        (
            '{"z":1.0,"text" :"ada@x.org" , "a":[1e400, -0, {"text": "ada@x.org"}]}\r\n',
            '{"z":1.0,"text" :"<EMAIL_ADDRESS>" , "a":[1e400, -0, {"text": "ada@x.org"}]}\r\n',
        ),
        ('{"text": "\\u00fc ada@x.org"}', '{"text": "\\u00fc <EMAIL_ADDRESS>"}'),  # ASCII stays ASCII
        ('{"text": "ü\\n ada@x.org"}', '{"text": "ü\\n <EMAIL_ADDRESS>"}'),
        ('{"text": "\\u0061da@x.org \\/"}', '{"text": "<EMAIL_ADDRESS> /"}'),
        ('{"text": "\\/ \\u0061"}', '{"text": "\\/ \\u0061"}'),  # nothing found: the same spelling
        ('{"text": null}\n', '{"text": null}\n'),
        ('{"text": ""}\n\n \r\n{"text": "a"}', '{"text": ""}\n\n \r\n{"text": "a"}'),
        ('\ufeff{"text": "ada@x.org"}', '\ufeff{"text": "<EMAIL_ADDRESS>"}'),
        ('{"text": "a\u2028b\u0085 ada@x.org"}', '{"text": "a\u2028b\u0085 <EMAIL_ADDRESS>"}'),
        ('{"text": "ada@x.org", "text": "bob@y.org"}', '{"text": "<EMAIL_ADDRESS>", "text": "<EMAIL_ADDRESS>"}'),
        ('{"t\\u0065xt": "ada@x.org"}', '{"t\\u0065xt": "<EMAIL_ADDRESS>"}'),
        ("", ""),
        ("\ufeff", "\ufeff"),
    ],
)
def test_only_the_field_changes(content: str, expected: str) -> None:
    assert _redacted(content) == expected


def test_several_fields_each_with_its_name_and_line() -> None:
    content = '\n{"b": "ada@x.org", "c": "bob@y.org", "a": "x bob@y.org"}\n{"a": "none"}\n'
    empty, first, second = _records(content, "a", "b")
    assert (empty.pieces, first.names, second.names) == ((), ("b", "a"), ("a",))
    assert [record.line for record in (empty, first, second)] == [1, 2, 3]
    assert first.pieces[1].spans == (Span(2, 11, "EMAIL_ADDRESS", 0.9, "pattern"),)
    assert first.redacted(Policy()) == '{"b": "<EMAIL_ADDRESS>", "c": "bob@y.org", "a": "x <EMAIL_ADDRESS>"}\n'


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=5), json_values, max_size=3),
            st.lists(st.sampled_from(["ada@x.org", " ", "ü", "\n", '"', "\\", "😀"]), max_size=5).map("".join),
        ),
        max_size=8,
    ),
    st.booleans(),
    st.integers(1, 4),
)
def test_every_object_comes_back_with_its_text_redacted(
    rows: list[tuple[dict[str, object], str]], ascii_only: bool, batch: int
) -> None:
    objects = [row | {"text": text} for row, text in rows]
    content = "".join(json.dumps(each, ensure_ascii=ascii_only) + "\n" for each in objects)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_BATCH", batch)
        written = _redacted(content)
    assert written.isascii() or not ascii_only
    expected = [each | {"text": str(each["text"]).replace("ada@x.org", "<EMAIL_ADDRESS>")} for each in objects]
    assert [json.loads(line) for line in written.split("\n")[:-1]] == expected


def test_a_long_text_goes_through_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CORE", 20)
    monkeypatch.setattr(module, "MARGIN", 15)
    text = "short ada@x.org " + "." * 50 + " ada@x.org " + "." * 50
    content = json.dumps({"text": text}) + "\n" + json.dumps({"text": "a@x.org"}) + "\n"
    long, short = _records(content)
    assert long.pieces[0].spans == DETECTOR.detect(text).spans
    assert short.pieces[0].spans == (Span(0, 7, "EMAIL_ADDRESS", 0.9, "pattern"),)
    assert long.pieces[0].contains_pii


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("Ada Lovelace", "line 2 is not a JSON object"),
        ('["Ada Lovelace"]', "line 2 is not a JSON object"),
        ('{"text": "Ada Lovelace"', "line 2 is not a JSON object"),
        ('{"text": "Ada Lovelace",}', "line 2 is not a JSON object"),
        ('{"text": "Ada Lovelace"} Ada', "line 2 is not a JSON object"),
        ('{"text" "Ada Lovelace"}', "line 2 is not a JSON object"),
        ('{"text": "Ada Lovelace" "a": 1}', "line 2 is not a JSON object"),
        ('{1: "Ada Lovelace"}', "line 2 is not a JSON object"),
        ('{"text": "Ada Lovelace", "a": ' + "9" * 5000 + "}", "line 2 is not a JSON object"),
        ('{"text": "Ada Lovelace", "a": ' + "[" * 100_000 + "}", "line 2 is not a JSON object"),
        ("{}", 'line 2 has no field "text"; name the right one with --field'),
        ('{"name": "Ada Lovelace"}', 'line 2 has no field "text"'),
        ('{"text": ["Ada Lovelace"]}', 'line 2: the field "text" is no string'),
        ('{"text": 5551234567}', 'line 2: the field "text" is no string'),
        ('{"text": "Ada \\ud800"}', "line 2: a lone surrogate at character 4"),
    ],
)
def test_an_error_names_the_line_and_never_the_content(line: str, problem: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        _records('{"text": "a"}\n' + line + "\n")
    assert str(caught.value).startswith(problem)
    assert "Ada" not in "".join(traceback.format_exception(caught.value))
