"""Presidio's wire format: our answers beside those that its own engines gave (benchmarks/presidio_golden.py)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

import deckname
from deckname.app import create_app
from deckname.auth import KeyFile, digest, new_key
from deckname.detector import Detector
from deckname.errors import InvalidRequest, LimitExceeded
from deckname.findings import Evidence
from deckname.pattern import Pattern
from deckname.presidio_anonymize import AnonymizeRequest, DeanonymizeRequest, anonymize, deanonymize
from deckname.presidio_names import entity, types_for
from deckname.settings import Settings
from deckname.span import Span

GOLDEN: dict[str, Any] = json.loads((Path(__file__).parent / "golden" / "presidio.json").read_text(encoding="utf-8"))
#: What patterns find, so that offsets must be the same; names and places need a model.
BY_PATTERN = {
    "EMAIL_ADDRESS", "CREDIT_CARD", "IBAN_CODE", "IP_ADDRESS", "CRYPTO", "UK_NHS", "MAC_ADDRESS", "US_SSN",
    "PHONE_NUMBER", "ZIP", "BADGE", "TITLE",
}  # fmt: skip
#: Where our status is another, on purpose: a request that cannot be understood is no fault of the server.
OTHER_STATUS = {
    "no text": 400, "empty text": 400, "empty list": 400, "no language": 400, "ad hoc, bad regex": 400,
    "ad hoc, bad score": 400, "ad hoc, no patterns": 400, "allow list, unknown match": 400,
    "another language": 200, "unknown entities alone": 200, "wrong key": 422,
}  # fmt: skip
NAME = "Zebulon Quibbleworth"
KEY = "WmZq4t7w!z%C&F)J"


@lru_cache(maxsize=1)
def patterns() -> Detector:
    return deckname.load("none")


@lru_cache(maxsize=1)
def client() -> TestClient:
    return TestClient(create_app(Settings(model="none", max_characters=10_000, max_texts=5), patterns()))


def post(path: str, body: Any) -> Any:
    response = client().post(path, json=body)
    assert response.headers["content-type"] == "application/json"
    return response


def shape(value: Any) -> Any:
    """A JSON value's structure: names and kinds; None and numbers stand for what may be either."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shape(inner) for inner in value[:1]]
    return "number" if isinstance(value, float | int) and not isinstance(value, bool) else type(value).__name__


def by_pattern(found: Iterable[dict[str, Any]]) -> set[tuple[str, int, int]]:
    return {(each["entity_type"], each["start"], each["end"]) for each in found if each["entity_type"] in BY_PATTERN}


@pytest.mark.parametrize("name", GOLDEN["analyze"])
def test_analyze_answers_as_presidio_does(name: str) -> None:
    case = GOLDEN["analyze"][name]
    ours, theirs = post("/analyze", case["request"]), case["answer"]
    assert ours.status_code == OTHER_STATUS.get(name, case["status"])
    answer = ours.json()
    if ours.status_code != 200:
        assert list(answer) == ["error"]
        assert isinstance(answer["error"], str)
        return
    if case["status"] != 200:
        return
    many = isinstance(case["request"]["text"], list)
    pairs = zip(answer, theirs, strict=True) if many else [(answer, theirs)]
    for found, expected in pairs:
        # Theirs overlap, ours do not: an NHS number with its check is no telephone number as well.
        assert by_pattern(found) >= by_pattern(expected) - {("PHONE_NUMBER", 148, 160)}
        assert {each["entity_type"] for each in found} <= {each["entity_type"] for each in expected}
        assert (
            shape(found) == shape([{**each, "analysis_explanation": None} for each in expected])
            or found[0]["analysis_explanation"]
        )
        assert [each["score"] for each in found] == sorted((each["score"] for each in found), reverse=True)


@pytest.mark.parametrize("name", ["no text", "empty text", "no language"])
def test_analyze_says_in_presidios_words_what_is_missing(name: str) -> None:
    case = GOLDEN["analyze"][name]
    assert post("/analyze", case["request"]).json() == case["answer"]


def test_names_stand_in_the_order_of_the_alphabet() -> None:
    text = client().post("/analyze", json=GOLDEN["analyze"]["an explanation"]["request"]).text
    assert text == json.dumps(json.loads(text), sort_keys=True)


def test_an_explanation_has_the_fields_of_presidios() -> None:
    for name in ("an explanation", "ad hoc, explained"):
        case = GOLDEN["analyze"][name]
        theirs = case["answer"][0]["analysis_explanation"]
        ours = post("/analyze", case["request"]).json()[0]["analysis_explanation"]
        assert ours.keys() == theirs.keys()
    told = {key: theirs[key] for key in ("recognizer", "pattern_name", "pattern", "original_score", "regex_flags")}
    assert {key: ours[key] for key in told} == told


@pytest.mark.parametrize("name", GOLDEN["anonymize"])
def test_anonymize_answers_as_presidio_does(name: str) -> None:
    case = GOLDEN["anonymize"][name]
    ours, theirs = post("/anonymize", case["request"]), case["answer"]
    assert ours.status_code == case["status"]
    if case["status"] != 200:
        assert list(ours.json()) == ["error"]
        assert isinstance(ours.json()["error"], str)
    elif not name.startswith("random"):
        assert ours.json() == theirs
    else:
        assert shape(ours.json()) == shape(theirs)
        for answer in (ours.json(), theirs):
            positions = [(item["start"], item["end"], len(item["text"])) for item in answer["items"]]
            assert positions == [(item["start"], item["end"], len(item["text"])) for item in theirs["items"]]


@pytest.mark.parametrize("name", GOLDEN["deanonymize"])
def test_deanonymize_reads_what_presidio_encrypted(name: str) -> None:
    case = GOLDEN["deanonymize"][name]
    ours = post("/deanonymize", case["request"])
    assert ours.status_code == OTHER_STATUS.get(name, case["status"])
    if ours.status_code == 200:
        assert ours.json() == case["answer"]
    else:
        assert isinstance(ours.json()["error"], str)


def test_the_lists_hold_presidios_names() -> None:
    lists = {path: client().get(f"/{path}", params={"language": "en"}).json() for path in (
        "recognizers", "supportedentities", "anonymizers", "deanonymizers",
    )}  # fmt: skip
    assert lists["anonymizers"] == ["custom", "encrypt", "hash", "keep", "mask", "redact", "replace"]
    assert lists["deanonymizers"] == GOLDEN["deanonymizers"]
    # What the spaCy model alone knows, kinds that we lack (NRP, UUID), and a name for two.
    ours_have_not = {"NRP", "UUID", "EMAIL", "ID"}
    assert set(GOLDEN["supportedentities"]) - set(lists["supportedentities"]) == ours_have_not
    missing = {"SpacyRecognizer", "UuidRecognizer", "NhsRecognizer"} | {
        f"Us{kind}Recognizer" for kind in ("Bank", "Itin", "License", "Passport")
    }
    assert set(GOLDEN["recognizers"]) - set(lists["recognizers"]) == missing


@pytest.mark.parametrize(
    ("type_", "rule", "asked", "name"),
    [
        ("ADDRESS", "", None, "LOCATION"),
        ("DATE_OF_BIRTH", "", None, "DATE_TIME"),
        ("PASSPORT", "", None, "US_PASSPORT"),
        ("PASSPORT", "British passport", None, "UK_PASSPORT"),
        ("PASSPORT", "French passport", None, "PASSPORT"),
        ("PASSPORT", "French passport", {"US_PASSPORT"}, None),
        ("HEALTH_ID", "British NHS number, by its letters", None, "UK_NHS"),
        ("HEALTH_ID", "", None, "HEALTH_ID"),
        ("US_SSN", "US social security number", {"NATIONAL_ID"}, "NATIONAL_ID"),
        ("ADDRESS", "", {"LOCATION", "ADDRESS"}, "ADDRESS"),
        ("EMAIL_ADDRESS", "", {"PERSON"}, None),
        ("SECRET", "", None, "SECRET"),
        ("OWN_TYPE", "", None, "OWN_TYPE"),
    ],
)
def test_a_type_has_the_name_that_presidio_knows_it_by(
    type_: str, rule: str, asked: set[str] | None, name: str | None
) -> None:
    evidence = [Evidence(Span(0, 1, type_), "pattern", rule)]
    assert entity(type_, evidence, None if asked is None else frozenset(asked)) == name


def test_an_entity_asks_for_every_type_that_may_bear_its_name() -> None:
    assert types_for(["LOCATION"]) == {"LOCATION", "ADDRESS"}
    assert types_for(["DATE_TIME"]) == {"DATE_TIME", "DATE_OF_BIRTH"}
    assert types_for(["ES_NIF"]) == {"NATIONAL_ID", "TAX_ID"}
    assert types_for(["NATIONAL_ID"]) == {"NATIONAL_ID", "US_SSN"}


def test_what_a_caller_does_not_name_is_direct_or_a_place_a_date_a_link() -> None:
    text = "On 2024-05-17 the server 192.0.2.1 of https://example.org/ was down; BIC COBADEFFXXX."
    assert {each["entity_type"] for each in post("/analyze", {"text": text, "language": "en"}).json()} == {
        "DATE_TIME", "IP_ADDRESS", "URL",
    }  # fmt: skip


def test_context_words_of_the_request_count() -> None:
    badge = {
        "supported_entity": "BADGE", "context": ["badge"], "patterns": [{"name": "b", "regex": "B-1", "score": 0.4}],
    }  # fmt: skip
    asked = {"text": "B-1", "language": "en", "ad_hoc_recognizers": [badge]}
    assert post("/analyze", asked).json()[0]["score"] == 0.4
    assert post("/analyze", asked | {"context": ["column", "badge"]}).json()[0]["score"] == 0.75


def test_a_callers_pattern_for_a_type_of_ours_goes_by_its_name() -> None:
    own = {"supported_entity": "EMAIL_ADDRESS", "patterns": [{"name": "p", "regex": "mail:[a-z]+", "score": 0.5}]}
    asked = {"text": "mail:ada@example.org", "language": "en", "ad_hoc_recognizers": [own]}
    assert by_pattern(post("/analyze", asked).json()) == {("EMAIL_ADDRESS", 5, 20), ("EMAIL_ADDRESS", 0, 4)}


@pytest.mark.parametrize(
    ("flags", "text", "found"),
    [
        (26, "Straße 5, STRAßE, Straßen, X_Straße", [(0, 6), (10, 16)]),
        (0, "Straße 5, STRAßE", [(0, 6)]),
        (26, "İ die STRAßE", [(6, 12)]),
        (26, "New York City", [(0, 8), (9, 13)]),
    ],
)
def test_a_deny_list_is_of_whole_words(flags: int, text: str, found: list[tuple[int, int]]) -> None:
    own = {"supported_entity": "X", "deny_list": ["Straße", "York", "New York", "City"], "global_regex_flags": flags}
    told = post("/analyze", {"text": text, "language": "de", "ad_hoc_recognizers": [own]}).json()
    assert sorted((each["start"], each["end"]) for each in told if each["entity_type"] == "X") == found


def test_a_slow_pattern_is_no_slower_than_re2() -> None:
    own = {"supported_entity": "X", "patterns": [{"name": "p", "regex": "(a+)+$", "score": 0.5}]}
    response = post("/analyze", {"text": "a" * 9_000 + "!", "language": "en", "ad_hoc_recognizers": [own]})
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/analyze", {"text": "a" * 10_001, "language": "en"}, 413),
        ("/analyze", {"text": ["a"] * 6, "language": "en"}, 413),
        ("/analyze", {"text": "a", "language": "en", "context": ["a"] * 101}, 400),
        ("/analyze", {"text": "a", "language": "en", "entities": ["A"] * 10_001}, 400),
        ("/analyze", {"text": "a", "language": "en", "allow_list": ["a"] * 101, "allow_list_match": "regex"}, 400),
        ("/anonymize", {"text": "a" * 10_001, "analyzer_results": []}, 413),
        ("/anonymize", {"text": ["a"] * 6, "analyzer_results": [[]] * 6}, 413),
        ("/analyze", [NAME], 400),
        ("/analyze", {"text": "\ud800", "language": "en"}, 400),
    ],
)
def test_limits_hold_here_too(path: str, body: Any, status: int) -> None:
    response = client().post(path, content=json.dumps(body), headers={"Content-Type": "application/json"})
    assert response.status_code == status
    assert isinstance(response.json()["error"], str)


@pytest.mark.parametrize("path", ["/analyze", "/anonymize", "/deanonymize"])
def test_what_is_no_json_is_a_bad_request_in_presidios_words(path: str) -> None:
    response = client().post(path, content=f'{{"text": "{NAME}', headers={"Content-Type": "application/json"})
    assert (response.status_code, response.json()) == (
        400, {"error": "The browser (or proxy) sent a request that this server could not understand."},
    )  # fmt: skip
    assert client().post(path, content=NAME, headers={"Content-Type": "text/plain"}).status_code == 415


def test_half_an_answer_is_refused() -> None:
    class Failing:
        type = "FAILING"

        def find(self, passages: Any) -> Any:
            raise RuntimeError(NAME)

    app = create_app(Settings(model="none"), Detector([Failing()]))
    response = TestClient(app).post("/analyze", json={"text": NAME, "language": "en"})
    assert response.status_code == 503
    assert isinstance(response.json()["error"], str)


def test_the_routes_can_be_switched_off() -> None:
    off = TestClient(create_app(Settings(model="none", presidio_api=False), Detector([])))
    assert off.post("/analyze", json={"text": "a", "language": "en"}).status_code == 404


def test_keys_are_asked_for_here_too(tmp_path: Path) -> None:
    keys = {name: new_key() for name in ("detect", "redact")}
    KeyFile.model_validate(
        {"keys": [{"name": name, "sha256": digest(key), "scopes": (name,)} for name, key in keys.items()]}
    ).write(tmp_path / "keys.json")
    app = TestClient(create_app(Settings(model="none", api_keys=tmp_path / "keys.json"), Detector([])))
    asked = {"text": "a", "language": "en"}
    assert app.post("/analyze", json=asked).status_code == 401
    assert app.get("/recognizers").status_code == 401
    for path, body, scope in (
        ("/analyze", asked, "detect"), ("/anonymize", {"text": "a", "analyzer_results": []}, "redact"),
    ):  # fmt: skip
        told = {name: app.post(path, json=body, headers={"X-API-Key": key}).status_code for name, key in keys.items()}
        assert told == {name: 200 if name == scope else 403 for name in keys}
    # It gives values back, for which there is a scope of its own.
    assert app.post("/deanonymize", json={"text": "a"}, headers={"X-API-Key": keys["redact"]}).status_code == 403


def test_a_list_of_texts_is_anonymized_one_by_one() -> None:
    found = [[{"start": 0, "end": 3, "entity_type": "PERSON", "score": 1}], []]
    answer = post("/anonymize", {"text": ["Ada", "Bob"], "analyzer_results": found}).json()
    assert [each["text"] for each in answer] == ["<PERSON>", "Bob"]
    assert post("/anonymize", {"text": ["Ada", "Bob"], "analyzer_results": found[:1]}).status_code == 422
    assert post("/anonymize", {"text": ["Ada"], "analyzer_results": found[0]}).status_code == 422


# Where Presidio shows what it should hide.


def item(start: int, end: int, type_: str) -> dict[str, Any]:
    return {"start": start, "end": end, "entity_type": type_, "score": 0.9}


LAST_FOUR = {"type": "mask", "masking_char": "*", "chars_to_mask": 4, "from_end": True}


@pytest.mark.parametrize("operator", ["hash", "replace"])
def test_a_text_without_a_utf_8_form_is_refused_and_no_fault_of_the_server(operator: str) -> None:
    body = {"text": "abc\ud800", "analyzer_results": [item(0, 4, "T")], "anonymizers": {"DEFAULT": {"type": operator}}}
    told = client().post("/anonymize", content=json.dumps(body), headers={"Content-Type": "application/json"})
    assert told.status_code == 422
    assert told.json() == {"error": "a lone surrogate at character 3: send well-formed Unicode"}


@pytest.mark.parametrize("many", [False, True])
def test_a_small_request_cannot_ask_for_an_answer_that_fills_the_memory(many: bool) -> None:
    found = [item(3 * index, 3 * index + 1, "T") for index in range(10)]
    operator = {"type": "replace", "new_value": "x" * 60}
    texts, results = ("a, " * 10, found) if not many else (["a, " * 5, "a, " * 5], [found[:5], found[:5]])
    request = AnonymizeRequest.model_validate(
        {"text": texts, "analyzer_results": results, "anonymizers": {"DEFAULT": operator}}
    )
    assert anonymize(request, Settings(max_body_bytes=620))  # 10 * (60 + 2) characters
    with pytest.raises(LimitExceeded, match="the changed text may have 619 characters"):
        anonymize(request, Settings(max_body_bytes=619))


def test_neighbours_are_masked_each_by_itself() -> None:
    # Presidio makes one value of the two and masks its last four: "4111222233334444 555566667777****".
    text = "4111222233334444 5555666677778888"
    asked = {"text": text, "analyzer_results": [item(0, 16, "CREDIT_CARD"), item(17, 33, "CREDIT_CARD")]}
    answer = post("/anonymize", asked | {"anonymizers": {"DEFAULT": LAST_FOUR}}).json()
    assert answer["text"] == "411122223333**** 555566667777****"
    assert len(answer["items"]) == 2


def test_an_operator_sees_nothing_that_another_span_covers() -> None:
    # Presidio gives the first operator all of its span, so that "keep" writes out what the second one took.
    asked = {
        "text": "Ada Lovelace 1815", "analyzer_results": [item(0, 12, "TITLE"), item(4, 17, "PERSON")],
        "anonymizers": {"TITLE": {"type": "keep"}},
    }  # fmt: skip
    assert post("/anonymize", asked).json()["text"] == "Ada <PERSON>"


def anonymizing(text: str, found: list[dict[str, Any]], operator: dict[str, Any]) -> AnonymizeRequest:
    return AnonymizeRequest.model_validate(
        {"text": text, "analyzer_results": found, "anonymizers": {"DEFAULT": operator}}
    )


SPANS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 8), st.sampled_from("ABC"), st.sampled_from([0.5, 0.9])), max_size=8
)


@given(SPANS)
def test_no_character_that_a_span_covers_is_left(spans: list[tuple[int, int, str, float]]) -> None:
    text = "abcdefghijklmnopqrstuvwxyz12"
    found = [
        {"start": start, "end": start + length, "entity_type": name, "score": score}
        for start, length, name, score in spans
    ]
    asked = anonymizing(text, found, {"type": "replace", "new_value": "#"})
    answer = anonymize(asked, Settings())
    covered = {place for start, length, *_ in spans for place in range(start, start + length)}
    assert answer["text"].replace("#", "") == "".join(c for place, c in enumerate(text) if place not in covered)
    assert all(answer["text"][each["start"] : each["end"]] == each["text"] for each in answer["items"])
    assert answer["items"] == sorted(answer["items"], key=lambda each: each["start"], reverse=True)


@given(st.text(max_size=60), SPANS)
def test_what_is_encrypted_comes_back_whole(text: str, spans: list[tuple[int, int, str, float]]) -> None:
    size = len(text)
    found = [
        {"start": min(start, size), "end": min(start + length, size), "entity_type": name, "score": score}
        for start, length, name, score in spans
    ]
    sealed = anonymize(anonymizing(text, found, {"type": "encrypt", "key": KEY}), Settings())
    asked = DeanonymizeRequest.model_validate(
        {
            "text": sealed["text"],
            "anonymizer_results": sealed["items"],
            "deanonymizers": {"DEFAULT": {"type": "decrypt", "key": KEY}},
        }
    )
    assert deanonymize(asked, Settings())["text"] == text


def test_forty_thousand_spans_are_done_in_time() -> None:
    text = "ab " * 40_000
    found = [{"start": 3 * place, "end": 3 * place + 2, "entity_type": "A", "score": 1} for place in range(40_000)]
    assert anonymize(anonymizing(text, found, LAST_FOUR), Settings())["text"] == "** " * 40_000


# Nothing of the text in an error.

_TYPES = ["Zebulon", {"x": NAME}, [NAME], 5]
_BAD = [
    *({"text": NAME, "language": "en", field: value} for field in (
        "entities", "score_threshold", "ad_hoc_recognizers", "context", "allow_list", "regex_flags",
    ) for value in ("Zebulon", {NAME: NAME}, [{NAME: NAME}])),
    {"text": {NAME: NAME}, "language": "en"},
    {"text": NAME, "language": [NAME]},
    {"text": NAME, "language": "en", "ad_hoc_recognizers": [
        {"supported_entity": NAME, "patterns": [{"name": NAME, "regex": NAME + "(", "score": 0.5}]}
    ]},
    {"text": NAME, "language": "en", "allow_list": [NAME + "["], "allow_list_match": "regex"},
    {"text": NAME, "language": "en", "allow_list_match": NAME},
    *({"text": NAME, "analyzer_results": [item(0, 3, NAME) | {field: value}]}
      for field in ("start", "end", "entity_type", "score") for value in (NAME, [NAME], -5)),
    {"text": NAME, "analyzer_results": NAME},
    {"text": NAME, "analyzer_results": [], "anonymizers": {NAME: NAME}},
    *({"text": NAME, "analyzer_results": [item(0, 3, NAME)], "anonymizers": {"DEFAULT": operator}} for operator in (
        {"type": NAME}, {"type": [NAME]}, {NAME: NAME}, LAST_FOUR | {"masking_char": NAME},
        LAST_FOUR | {"chars_to_mask": NAME}, {"type": "hash", "hash_type": NAME}, {"type": "hash", "salt": [NAME]},
        {"type": "encrypt", "key": NAME}, {"type": "encrypt", "key": "\ud800"},
    )),
    {"text": NAME, "anonymizer_results": [item(0, 3, NAME)], "deanonymizers": {
        "DEFAULT": {"type": "decrypt", "key": KEY}}},
]  # fmt: skip


@pytest.mark.parametrize("path", ["/analyze", "/anonymize", "/deanonymize"])
@pytest.mark.parametrize("body", _BAD, ids=range(len(_BAD)))
def test_bad_requests_hear_nothing_of_themselves(path: str, body: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    response = client().post(path, content=json.dumps(body), headers={"Content-Type": "application/json"})
    assert response.status_code in (200, 400, 422)
    if response.status_code != 200:
        assert "zebulon" not in response.text.casefold()
    heard = [repr(vars(record)) for record in caplog.records if record.name.startswith("deckname")]
    assert "zebulon" not in "".join(heard).casefold()


def test_errors_hold_no_text_in_what_they_came_from() -> None:
    asked = DeanonymizeRequest.model_validate(_BAD[-1])
    with pytest.raises(InvalidRequest) as caught:
        deanonymize(asked, Settings())
    assert caught.value.__context__ is None
    assert NAME not in repr(asked)


def test_the_log_counts_what_was_found(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    app = create_app(Settings(model="none"), Detector([Pattern(type="EMAIL_ADDRESS", regex="a@b", score=0.9)]))
    TestClient(app).post("/analyze", json={"text": "x a@b", "language": "en"})
    line = vars([record for record in caplog.records if record.getMessage() == "request"][-1])
    assert (line["route"], line["characters"], line["types"]) == ("/analyze", 5, {"EMAIL_ADDRESS": 1})
