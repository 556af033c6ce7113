from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import deckname
from deckname.span import Span
from tests.acceptance import ENGLISH, read
from training.convert.__main__ import FORMATS, losses, main
from training.convert.completions import read_pairs, write_pairs
from training.convert.drafts import Bad, Choice, Draft, Example, Mark
from training.convert.mend import Report, leaks, mend, type_of
from training.convert.tables import read_choices, write_choices
from training.convert.tokens import draft, tagged

TEXT = "Ask Ada Byron 😀 (ada@example.org), Berlin."
ADA, MAIL, CITY = Span(4, 13, "PERSON"), Span(17, 32, "EMAIL_ADDRESS"), Span(35, 41, "LOCATION")


def _propose(text: str) -> Sequence[Span]:
    return [ADA, MAIL, CITY] if text == TEXT else []


def _mended(*marks: Mark, text: str = TEXT) -> tuple[tuple[Span, ...] | None, list[tuple[str, bool]]]:
    report = Report()
    (example,) = mend([Draft("row 1", text, marks)], propose=_propose, report=report)
    return example.spans, [(problem.code, problem.repaired) for problem in report.problems]


# What the course's table has: offsets that are off, and two entities in one row.

ROWS = """Text,PII Type,Start Position,End Position
My name is John Smith and my email is john.smith@email.com.,"Name, Email",11,48
"I live at 123 Main St, Anytown, USA.",Address,10,27
My phone number is (555) 123-4567.,Phone Number,19,32
My social security number is 123-45-6789.,Social Security Number,27,39
My credit card number is 1234-5678-9012-3456.,Credit Card Number,24,43
"I was born on January 1, 1990.",Date of Birth,14,28
My passport number is ABC123456.,Passport Number,22,30
My driver's license number is A123-456-789-0.,Driver's License Number,26,43
I work at Acme Corporation.,None,-,-
My favourite colour is blue.,None,-,-
"""


def test_the_table_of_the_course_comes_out_as_it_was_meant(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, out, report = tmp_path / "pii_spans.csv", tmp_path / "out.jsonl", tmp_path / "report.json"
    table.write_text(ROWS, encoding="utf-8")
    arguments = [str(table), "--from", "pii-spans", "-o", str(out), "--report", str(report)]
    assert main(arguments) == 0
    found = [json.loads(line) for line in out.read_text().splitlines()]
    assert [(each["text"], [(s["type"], s["start"], s["end"]) for s in each["spans"]]) for each in found] == [
        (sentence.text, list(sentence.spans)) for sentence in map(read, ENGLISH[:10])
    ]
    assert capsys.readouterr().err.splitlines() == [
        "row 1: merged_types: 11-48 is PERSON 11-21, EMAIL_ADDRESS 38-58",
        "row 2: wrong_offset: ADDRESS: 10-27 is 10-35",
        "row 3: wrong_offset: PHONE_NUMBER: 19-32 is 19-33",
        "row 4: wrong_offset: US_SSN: 27-39 is 29-40",
        "row 5: wrong_offset: CREDIT_CARD: 24-43 is 25-44",
        "row 6: wrong_offset: DATE_OF_BIRTH: 14-28 is 14-29",
        "row 7: wrong_offset: PASSPORT: 22-30 is 22-31",
        "row 8: wrong_offset: DRIVER_LICENSE: 26-43 is 30-44",
        "10 rows, 10 examples, 8 problems, 8 repaired",
    ]
    assert json.loads(report.read_text())["counts"] == {"merged_types": 1, "wrong_offset": 7}


# One mark.


def test_offsets_that_fit_stay() -> None:
    assert _mended(Mark("PERSON", 4, 13)) == ((ADA,), [])


def test_a_part_of_a_name_stays_and_is_doubted() -> None:
    assert _mended(Mark("PERSON", 4, 7)) == ((Span(4, 7, "PERSON"),), [("doubtful", False)])


def test_inclusive_ends_are_repaired() -> None:
    assert _mended(Mark("Name", 4, 12)) == ((ADA,), [("wrong_offset", True)])


def test_a_value_decides_where_offsets_disagree_with_it() -> None:
    assert _mended(Mark("City", 30, 36, "Berlin")) == ((CITY,), [("wrong_offset", True)])


def test_a_value_without_offsets_is_found() -> None:
    assert _mended(Mark("LOC", value="Berlin")) == ((CITY,), [])


def test_a_value_that_stands_twice_is_said_to() -> None:
    spans, problems = _mended(Mark("PERSON", value="Ada"), Mark("PERSON", value="Ada"), text="Ada and Ada, not Adam")
    assert spans == (Span(0, 3, "PERSON"), Span(8, 11, "PERSON"))
    assert problems == [("ambiguous", True)]


def test_what_the_text_does_not_hold_is_left_out_and_told() -> None:
    assert _mended(Mark("PERSON", value="Grace")) == ((ADA,), [("wrong_offset", True)])
    assert _mended(Mark("US_SSN", value="987-65-4320")) == ((), [("not_found", False)])
    assert _mended(Mark("US_SSN", 90, 99)) == ((), [("outside", False)])


def test_a_type_of_ones_own_is_kept_by_name() -> None:
    assert _mended(Mark("Police-Nr.", 35, 41, "Berlin")) == (
        (Span(35, 41, "POLICE_NR"),),
        [("unknown_type", True)],
    )


def test_overlapping_marks_lose_no_character() -> None:
    spans, problems = _mended(Mark("PERSON", 4, 13, "Ada Byron"), Mark("ADDRESS", 8, 41))
    assert spans and {i for span in spans for i in range(span.start, span.end)} == set(range(4, 41))
    assert problems == [("overlap", True)]


@pytest.mark.parametrize(
    ("label", "type_"),
    [
        ("e-mail", "EMAIL_ADDRESS"),
        ("B-Day", "B_DAY"),
        ("Führerscheinnummer", "DRIVER_LICENSE"),
        ("O", None),
        ("née", "NEE"),
    ],
)
def test_labels_mean_types(label: str, type_: str | None) -> None:
    assert type_of(label) == type_


def test_a_map_of_ones_own_goes_first() -> None:
    assert type_of("Name", {"Name": "USERNAME"}) == "USERNAME"


# Rows together.


def test_duplicates_contradictions_and_bad_rows_are_told_by_place() -> None:
    report = Report()
    rows: list[Draft | Bad] = [
        Draft("row 1", "Ask Ada.", (Mark("PERSON", 4, 7, "Ada"),)),
        Draft("row 2", "Ask  Ada.", (Mark("PERSON", 5, 8, "Ada"),)),
        Draft("row 3", "Ask Ada.", (Mark("PERSON", 4, 7, "Ada"),)),
        Bad("row 4", "has 1 cells, not 4"),
    ]
    examples = list(mend(rows, propose=_propose, report=report))
    assert len(examples) == 2
    assert [(problem.place, problem.code) for problem in report.problems] == [
        ("row 2", "contradiction"),
        ("row 3", "duplicate"),
        ("row 4", "unreadable"),
    ]


def test_a_text_of_the_test_part_leaves_the_training_part() -> None:
    report = Report()
    train = [Example("a", "Order 17 for Ada"), Example("b", "Something else")]
    assert leaks(train, [Example("x", "order 99  for ada")], report) == [train[1]]
    assert report.counts == {"leak": 1}


def test_a_report_holds_no_text() -> None:
    report = Report()
    list(
        mend([Draft("row 1", TEXT, (Mark("Name", 4, 12), Mark("US_SSN", value="zz")))], propose=_propose, report=report)
    )
    told = report.table() + json.dumps(report.as_json())
    assert "Ada" not in told and "Byron" not in told and "zz" not in told
    assert "Byron" not in repr(Draft("row 1", TEXT, (Mark("Name", value="Byron"),)))


# Round trips.

EXAMPLES = [
    Example("a", TEXT, (ADA, MAIL, CITY), "en", ("mail",)),
    Example("b", "Zeile eins\nZeile zwei: Ada Byron", (Span(23, 32, "PERSON"),), "de"),
    Example("c", "Nothing here.", (), "en"),
]
_INSTALLED = {"docbin": "spacy", "datasets": "datasets"}


def _round_trip(name: str, examples: list[Example], path: Path) -> list[Example]:
    if name in _INSTALLED:
        pytest.importorskip(_INSTALLED[name], reason=f"{name} needs {_INSTALLED[name]}")
    FORMATS[name].write(examples, path)
    return list(mend(FORMATS[name].read(path), propose=lambda text: [], report=Report()))


@pytest.mark.parametrize("name", [name for name, each in FORMATS.items() if {"spans", "whitespace"} <= each.carries])
def test_formats_with_offsets_bring_every_span_back(name: str, tmp_path: Path) -> None:
    back = _round_trip(name, EXAMPLES, tmp_path / "file")
    assert [(each.text, each.spans) for each in back] == [(each.text, each.spans) for each in EXAMPLES]
    if "ids" in FORMATS[name].carries:
        assert [each.id for each in back] == ["a", "b", "c"]
    if "labels" in FORMATS[name].carries:
        assert [each.labels for each in back] == [("mail",), (), ()]


@pytest.mark.parametrize("name", ["completion-entities", "chat"])
def test_formats_with_values_bring_spans_back_by_their_values(name: str, tmp_path: Path) -> None:
    back = _round_trip(name, EXAMPLES, tmp_path / "file")
    assert [(each.text, each.spans) for each in back] == [(each.text, each.spans) for each in EXAMPLES]


@pytest.mark.parametrize("name", ["conll", "datasets"])
def test_formats_of_tokens_bring_values_back(name: str, tmp_path: Path) -> None:
    back = _round_trip(name, EXAMPLES, tmp_path / "file")
    values = [[(each.text[s.start : s.end], s.type) for s in each.spans or ()] for each in back]
    assert values == [
        [("Ada Byron", "PERSON"), ("ada@example.org", "EMAIL_ADDRESS"), ("Berlin", "LOCATION")],
        [("Ada Byron", "PERSON")],
        [],
    ]


def test_whether_a_text_holds_pii_comes_back(tmp_path: Path) -> None:
    back = _round_trip("contains-pii", EXAMPLES, tmp_path / "file")
    assert [(each.labels, each.spans) for each in back] == [
        (("CONTAINS_PII",), None),
        (("CONTAINS_PII",), None),
        (("NO_PII",), ()),
    ]


def test_labels_of_texts_come_back(tmp_path: Path) -> None:
    back = _round_trip("completion-labels", [Example("1", "Overjoyed!", labels=("positive",))], tmp_path / "file")
    assert back == [Example("1", "Overjoyed!", None, "", ("positive",))]


def test_what_a_format_cannot_carry_is_said() -> None:
    assert losses("documents", EXAMPLES) == []
    assert losses("conll", EXAMPLES) == [
        "ids",
        "labels of whole texts",
        "languages",
        "spaces and line breaks: only tokens are written",
    ]


_TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)


@st.composite
def _examples(drawn: st.DrawFn) -> Example:
    words = drawn(st.lists(_TEXTS.map(lambda text: text.strip()).filter(bool), min_size=1, max_size=5))
    text, spans = "", []
    for word in words:
        if drawn(st.booleans()):
            spans.append(Span(len(text), len(text) + len(word), drawn(st.sampled_from(["PERSON", "ADDRESS"]))))
        text += word + " "
    return Example("1", text, tuple(spans))


@given(_examples(), st.sampled_from(["documents", "label-studio", "doccano", "prodigy", "presidio-research"]))
def test_what_has_offsets_and_keeps_the_text_is_lossless(
    tmp_path_factory: pytest.TempPathFactory, example: Example, name: str
) -> None:
    path = tmp_path_factory.mktemp("round") / "file"
    FORMATS[name].write([example], path)
    (back,) = FORMATS[name].read(path)
    assert isinstance(back, Draft) and back.text == example.text
    assert [(mark.type, mark.start, mark.end) for mark in back.marks or ()] == [
        (span.type, span.start, span.end) for span in example.spans or ()
    ]


# The formats' own ways.


def test_the_courses_list_of_entities_is_read(tmp_path: Path) -> None:
    path = tmp_path / "entities.jsonl"
    path.write_text(
        '{"prompt": "Portugal leaves the UK list.\\n\\n###\\n\\n", "completion": " Portugal\\nUK END"}\n'
        '{"prompt": "Cut off\\n\\n###\\n\\n", "completion": " Portugal"}\n'
    )
    first, second = FORMATS["completion-entities"].read(path)
    assert first == Draft(
        "line 1", "Portugal leaves the UK list.", (Mark("ENTITY", value="Portugal"), Mark("ENTITY", value="UK"))
    )
    assert second == Bad("line 2", 'the completion does not end in " END"; it may be cut off')


def test_label_studios_offsets_count_utf16(tmp_path: Path) -> None:
    path = tmp_path / "file"
    FORMATS["label-studio"].write(EXAMPLES[:1], path)
    (task,) = json.loads(path.read_text())
    assert task["annotations"][0]["result"][1]["value"]["start"] == MAIL.start + 1


@pytest.mark.parametrize(
    "tags",
    ["B-X I-X O B-X", "I-X I-X O I-X", "B-X E-X O S-X", "B-X L-X O U-X"],
)
def test_all_ways_to_tag_mean_the_same(tags: str) -> None:
    assert draft("s", ["New", "York", "and", "Bonn"], tags.split(), lang="en").marks == (
        Mark("X", 0, 8, "New York"),
        Mark("X", 13, 17, "Bonn"),
    )


def test_two_names_side_by_side_stay_two() -> None:
    example = Example("1", "Ada Grace", (Span(0, 3, "PERSON"), Span(4, 9, "PERSON")))
    assert tagged(example) == [("Ada", "B-PERSON"), ("Grace", "B-PERSON")]


def test_rejected_and_broken_rows_are_bad_ones(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text(
        '{"text": "x", "answer": "reject"}\n{"spans": []}\nno json\n{"text": "x", "spans": [{"label": "A"}]}\n'
    )
    assert list(FORMATS["prodigy"].read(path)) == [
        Bad("line 1", "was not accepted by its annotator"),
        Bad("line 2", "the text is missing or no string"),
        Bad("line 3", "is not a JSON object"),
        Bad("line 4", "span 1 has no type or no whole numbers for offsets"),
    ]


def test_choices_become_pairs_and_come_back(tmp_path: Path) -> None:
    choice = Choice("row 1", "Which phone?", ("iPhone", "That depends.", "Nokia"), 1)
    table, pairs = tmp_path / "preference.csv", tmp_path / "pairs.jsonl"
    write_choices([choice], table)
    assert list(read_choices(table)) == [choice]
    write_pairs([choice], pairs)
    assert list(read_pairs(pairs)) == [
        Choice("line 1", "Which phone?", ("That depends.", "iPhone"), 0),
        Choice("line 2", "Which phone?", ("That depends.", "Nokia"), 0),
    ]
    table.write_text("Question,Option 1,Option 2,Best Fit\nWhy?,a,b,3\n")
    assert list(read_choices(table)) == [Bad("row 1", "the best fit is none of the 2 options")]


def test_the_command_says_by_its_exit_code_what_could_not_be_repaired(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(deckname, "load", lambda model: deckname.Detector([]))
    source, out = tmp_path / "in.jsonl", tmp_path / "out.conll"
    source.write_text('{"text": "Ask Ada", "spans": [{"start": 4, "end": 99, "type": "PERSON"}]}\n')
    assert main([str(source), "--to", "conll", "-o", str(out)]) == 1
    assert "line 1: outside: PERSON: nothing of this type at 4-99; left out" in capsys.readouterr().err
    assert out.read_text() == "Ask\tO\nAda\tO\n\n"
