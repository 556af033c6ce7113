import json
import traceback

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckname.detector import Detector
from deckname.errors import InvalidRequest
from deckname.files import jsonl as module
from deckname.files.jsonl import Jsonl
from deckname.pattern import Pattern
from tests.files.driving import batches, redacted, unchanged

DETECTOR = Detector(
    [
        Pattern(type="EMAIL_ADDRESS", regex=r"[a-z]+@[a-z]+\.org", score=0.9),
        Pattern(
            type="PHONE_NUMBER", regex=r"(?<!\d)1?55501\d\d(?!\d)", score=0.0, context=("phone*",), context_score=0.9
        ),
    ]
)


def _redacted(content: str, *fields: str, pointers: tuple[str, ...] = ()) -> str:
    return redacted(Jsonl(fields=fields, pointers=pointers), content.encode(), detector=DETECTOR).decode()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('{"a": "to ada@x.org"}\n', '{"a": "to <EMAIL_ADDRESS>"}\n'),
        ('{"phone": 5550100, "n": 5550100}', '{"phone": "<PHONE_NUMBER>", "n": 5550100}'),  # keys are context
        ('{"phones": [{"v": 5550100}, 5550101]}', '{"phones": [{"v": "<PHONE_NUMBER>"}, "<PHONE_NUMBER>"]}'),
        ('{"ada@x.org": {"bob@y.org": "zoe@z.org"}}', '{"<EMAIL_ADDRESS>": {"<EMAIL_ADDRESS>": "<EMAIL_ADDRESS>"}}'),
        (
            '["ada@x.org", [["bob@y.org"]]]\n"zoe@z.org"\n5',
            '["<EMAIL_ADDRESS>", [["<EMAIL_ADDRESS>"]]]\n"<EMAIL_ADDRESS>"\n5',
        ),
        ('{"a@x.org": 1, "b@x.org": 2}', '{"<EMAIL_ADDRESS>": 1, "<EMAIL_ADDRESS> (2)": 2}'),  # no member is lost
        ('{"a@x.org": 1, "<EMAIL_ADDRESS>": 2}', '{"<EMAIL_ADDRESS> (2)": 1, "<EMAIL_ADDRESS>": 2}'),
        ('{"a@x.org": 1, "a@x.org": 2}', '{"<EMAIL_ADDRESS>": 1, "<EMAIL_ADDRESS>": 2}'),
        ('{"a@x.org": 1}\n{"a@x.org": 2}', '{"<EMAIL_ADDRESS>": 1}\n{"<EMAIL_ADDRESS>": 2}'),
        ('{"a": "\\u0061da@x.org \\/", "t": true, "z": null}', '{"a": "<EMAIL_ADDRESS> /", "t": true, "z": null}'),
        ('{"a": "\\ud83d\\ude00 ada@x.org"}', '{"a": "\\ud83d\\ude00 <EMAIL_ADDRESS>"}'),
    ],
)
def test_every_string_number_and_key_is_looked_through(content: str, expected: str) -> None:
    assert _redacted(content) == expected


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
    assert _redacted(content, "text") == expected


def test_pointers_choose_what_is_looked_through() -> None:
    content = '{"user": {"mail": "a@x.org", "n": ["b@x.org"]}, "to": [{"m": "c@x.org"}, {"m": "d@x.org"}]}'
    assert _redacted(content, pointers=("/user",)) == (
        '{"user": {"mail": "<EMAIL_ADDRESS>", "n": ["<EMAIL_ADDRESS>"]}, "to": [{"m": "c@x.org"}, {"m": "d@x.org"}]}'
    )
    assert _redacted(content, pointers=("/user/n/0", "/to/*/m")) == (
        '{"user": {"mail": "a@x.org", "n": ["<EMAIL_ADDRESS>"]}, '
        '"to": [{"m": "<EMAIL_ADDRESS>"}, {"m": "<EMAIL_ADDRESS>"}]}'
    )
    with pytest.raises(InvalidRequest, match="line 1 has nothing at /usr; name the right place"):
        _redacted(content, pointers=("/usr",))
    with pytest.raises(InvalidRequest, match="a JSON pointer begins with a slash"):
        _redacted(content, pointers=("user",))


def test_values_say_where_they_stand_and_what_names_them_but_not_what_they_are() -> None:
    content = b'\n{"customer": {"e_mail": "x", "ada@lovelace.org": 7}}\n'
    (batch,) = batches(Jsonl(), content)
    assert [(value.text, value.context, value.place, value.document) for value in batch.values] == [
        ("customer", (), "line 2, /customer", 2),
        ("e_mail", (), "line 2, /customer/e_mail", 2),
        ("x", ("e_mail", "customer"), "line 2, /customer/e_mail", 2),
        ("ada@lovelace.org", (), "line 2, /customer/*", 2),
        ("7", ("ada@lovelace.org", "customer"), "line 2, /customer/*", 2),
    ]
    (batch,) = batches(Jsonl(fields=("b",)), b'{"a": "y", "b": "x"}')
    assert [(value.text, value.place) for value in batch.values] == [("x", "line 1, b")]


@pytest.mark.parametrize("encoding", ["utf-16-le", "cp1252", "utf-8"])
def test_the_encoding_is_kept_and_what_it_lacks_is_escaped(encoding: str) -> None:
    content = '{"a": "Müller ada@x.org", "b": "\\u0141 bob@y.org"}\n{"a": "é"}\n'
    written = redacted(Jsonl(), content.encode(encoding), detector=DETECTOR).decode(encoding)
    assert [json.loads(line) for line in written.splitlines()] == [
        {"a": "Müller <EMAIL_ADDRESS>", "b": "Ł <EMAIL_ADDRESS>"},
        {"a": "é"},
    ]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
texts = st.lists(st.sampled_from(["ada@x.org", " ", "ü", "\n", '"', "\\", "😀"]), max_size=5).map("".join)
rows = st.lists(
    st.tuples(st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=5), json_values, max_size=3), texts),
    max_size=8,
)


@settings(max_examples=100, deadline=None)
@given(rows, st.booleans(), st.integers(1, 60), st.sampled_from([(), ("text",)]))
def test_every_object_comes_back_with_its_text_redacted(
    drawn: list[tuple[dict[str, object], str]], ascii_only: bool, batch: int, fields: tuple[str, ...]
) -> None:
    objects = [row | {"text": text} for row, text in drawn]
    content = "".join(json.dumps(each, ensure_ascii=ascii_only) + "\n" for each in objects)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_BATCH", batch)
        written = _redacted(content, *fields)
        assert unchanged(Jsonl(fields=fields), content.encode()) == content.encode()
    assert written.isascii() or not ascii_only
    expected = [each | {"text": str(each["text"]).replace("ada@x.org", "<EMAIL_ADDRESS>")} for each in objects]
    assert [json.loads(line) for line in written.split("\n")[:-1]] == expected


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("Ada Lovelace", "is not a JSON object"),
        ('["Ada Lovelace"]', "is not a JSON object"),
        ('{"text": "Ada Lovelace"', "is not a JSON object"),
        ('{"text": "Ada Lovelace",}', "is not a JSON object"),
        ('{"text": "Ada Lovelace"} Ada', "is not a JSON object"),
        ('{"text" "Ada Lovelace"}', "is not a JSON object"),
        ('{"text": "Ada Lovelace" "a": 1}', "is not a JSON object"),
        ('{1: "Ada Lovelace"}', "is not a JSON object"),
        ('{"text": "Ada Lovelace", "a": ' + "9" * 5000 + "}", "is not a JSON object"),
        ('{"text": "Ada Lovelace", "a": ' + "[" * 100_000 + "}", "is not a JSON object"),
        ("{}", 'has no field "text"; name the right one with --field'),
        ('{"name": "Ada Lovelace"}', 'has no field "text"'),
        ('{"text": ["Ada Lovelace"]}', ': the field "text" is no string'),
        ('{"text": 5551234567}', ': the field "text" is no string'),
        ('{"text": "Ada \\ud800"}', ": a lone surrogate at character 4"),
    ],
)
def test_an_error_names_the_line_and_never_the_content(line: str, problem: str) -> None:
    content = ('{"text": "a"}\n' + line + "\n").encode()
    with pytest.raises(InvalidRequest) as caught:
        batches(Jsonl(fields=("text",)), content)
    assert str(caught.value).startswith("line 2") and problem in str(caught.value)
    assert "Ada" not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("Ada Lovelace", "line 2 is not JSON"),
        ('{"text": "Ada Lovelace",}', "line 2 is not JSON"),
        ('{"text": "Ada Lovelace"} Ada', "line 2 is not JSON"),
        ('{"text": "Ada\tLovelace"}', "line 2 is not JSON"),
        ('{"text": "Ada Lovelace", "a": ' + "9" * 5000 + "}", "line 2 holds a number that is too long"),
        ('{"text": "Ada Lovelace", "a": ' + "[" * 100_000 + "}", "line 2 is nested too deeply"),
        ('{"a": "Ada \\ud800"}', "line 2: a lone surrogate at character 4"),
    ],
)
def test_what_is_no_json_is_refused_by_its_line(line: str, problem: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        batches(Jsonl(), ('{"text": "a"}\n' + line + "\n").encode())
    assert str(caught.value).startswith(problem)
    assert "Lovelace" not in "".join(traceback.format_exception(caught.value)).replace(line, "")


def test_a_whole_number_that_was_spelled_as_a_fraction_is_looked_at_as_the_number() -> None:
    assert _redacted('{"phone": 5550123.0, "n": 5550123.0, "m": 7.0}\n') == (
        '{"phone": "<PHONE_NUMBER>", "n": 5550123.0, "m": 7.0}\n'
    )
