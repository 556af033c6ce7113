"""POST /feedback and DELETE /feedback/{id}."""

from __future__ import annotations

import asyncio
import io
import json
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from deckname import auth, feedback_api
from deckname.app import create_app
from deckname.auth import digest
from deckname.detector import Detector
from deckname.errors import DecknameError
from deckname.feedback.store import Store
from deckname.feedback.verdicts import Feedback, Verdict
from deckname.keys import Keyring, add_key
from deckname.pattern import Pattern
from deckname.settings import Settings
from tests.test_privacy import BAD, CANARY, EMAIL, JSON, NAME, SSN, assert_clean, heard  # noqa: F401

DETECTOR = Detector([Pattern(type="EMAIL_ADDRESS", regex=r"[\w.]+@[\w.]+\w", score=0.9)])
TEXT = "Ask 😀 Ada Example."
RIGHT = {"verdict": "right", "start": 6, "end": 9, "type": "PERSON"}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    add_key(tmp_path / "keys.json", "reviews")
    return Settings(
        feedback_url=f"sqlite:///{tmp_path / 'reviews.db'}", feedback_key="reviews", key_file=tmp_path / "keys.json"
    )


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(settings, DETECTOR)) as client:
        yield client


def kept(settings: Settings) -> list[Feedback]:
    assert settings.key_file
    with closing(Store(settings.feedback_url)) as store:
        return [record.feedback for record in store.records(Keyring.read(settings.key_file))]


def test_it_is_off_unless_it_is_switched_on() -> None:
    app = create_app(Settings(), DETECTOR)
    with TestClient(app) as client:
        assert client.post("/feedback", json={"text": TEXT, "verdicts": [RIGHT]}).status_code == 404
        assert client.delete("/feedback/x").status_code == 404
    assert "/feedback" not in app.openapi()["paths"]


def test_a_review_is_kept_and_erased_by_its_id(client: TestClient, settings: Settings) -> None:
    asked = {
        "text": TEXT,
        "verdicts": [RIGHT, {"verdict": "wrong_type", "start": 10, "end": 17, "type": "URL", "right_type": "PERSON"}],
        "reviewed": "text",
        "model": "m@1",
        "reviewer": "r-17",
        "request_id": "5f" * 16,
    }
    answer = client.post("/feedback", json=asked)
    assert answer.status_code == 200 and list(answer.json()) == ["id"]
    verdicts = (Verdict("right", 6, 9, "PERSON"), Verdict("wrong_type", 10, 17, "URL", "PERSON"))
    assert kept(settings) == [
        Feedback(TEXT, "m@1", verdicts, whole=True, reviewer="r-17", request_id="5f" * 16),
    ]
    assert client.delete(f"/feedback/{answer.json()['id']}").json() == {"erased": True}
    assert kept(settings) == []
    again = client.delete(f"/feedback/{answer.json()['id']}")
    assert (again.status_code, again.json()["error"]["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    ("unit", "start", "end", "right"), [("codepoint", 6, 9, 17), ("utf16", 7, 10, 18), ("byte", 9, 12, 20)]
)
def test_offsets_come_in_the_units_of_the_caller(
    client: TestClient, settings: Settings, unit: str, start: int, end: int, right: int
) -> None:
    verdict = {"verdict": "wrong_edge", "type": "PERSON", "start": start, "end": end}
    verdict |= {"right_start": start, "right_end": right}
    answer = client.post("/feedback", json={"text": TEXT, "verdicts": [verdict], "offset_unit": unit})
    assert answer.status_code == 200
    assert kept(settings)[0].verdicts == (Verdict("wrong_edge", 6, 9, "PERSON", None, 6, 17),)


def test_answers_of_redact_are_taken_as_options(client: TestClient, settings: Settings) -> None:
    text = "Ask ada@example.org."
    options = [
        client.post("/redact", json={"text": text}).json(),
        client.post("/redact", json={"text": text, "threshold": 1}).json(),
    ]
    answer = client.post("/feedback", json={"text": text, "choices": [{"options": options, "best": 0}]})
    assert answer.status_code == 200
    (choice,) = kept(settings)[0].choices
    assert [option.redacted_text for option in choice.options] == ["Ask <EMAIL_ADDRESS>.", text]
    assert [(span.start, span.end, span.type) for span in choice.options[0].spans] == [(4, 19, "EMAIL_ADDRESS")]
    assert kept(settings)[0].model == "none"


OPTION: dict[str, Any] = {"spans": []}


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"verdicts": []},
        {"verdicts": [RIGHT | {"verdict": "maybe"}]},
        {"verdicts": [RIGHT | {"end": 6}]},
        {"verdicts": [RIGHT | {"end": 99}]},
        {"verdicts": [RIGHT | {"start": -1}]},
        {"verdicts": [RIGHT | {"type": "person"}]},
        {"verdicts": [RIGHT | {"verdict": "wrong_type"}]},
        {"verdicts": [RIGHT | {"verdict": "wrong_edge"}]},
        {"verdicts": [RIGHT | {"verdict": "wrong_edge", "right_start": 6}]},
        {"verdicts": [RIGHT | {"right_type": "URL"}]},
        {"verdicts": [RIGHT | {"verdict": "not_pii", "right_start": 6, "right_end": 17}]},
        {"verdicts": [RIGHT, RIGHT | {"verdict": "not_pii"}]},
        {"verdicts": [RIGHT | {"start": 5, "end": 7}], "offset_unit": "utf16"},
        {"choices": [{"options": [OPTION], "best": 0}]},
        {"choices": [{"options": [OPTION] * 4, "best": 0}]},
        {"choices": [{"options": [OPTION] * 2, "best": 2}]},
        {"choices": [{"options": [OPTION, {"spans": [{"start": 1, "end": 99, "type": "URL"}]}], "best": 0}]},
        {"choices": [{"options": [OPTION, {"spans": [], "redacted_text": "\ud800"}], "best": 0}]},
        {"verdicts": [RIGHT], "model": "no such name"},
        {"verdicts": [RIGHT], "request_id": "17"},
        {"verdicts": [RIGHT], "reviewer": ""},
    ],
)
def test_what_makes_no_sense_is_refused_and_not_kept(
    client: TestClient, settings: Settings, wrong: dict[str, Any]
) -> None:
    answer = client.post("/feedback", content=json.dumps({"text": TEXT} | wrong), headers=JSON)
    assert answer.status_code == 422
    assert kept(settings) == []


def test_a_text_over_the_limit_is_refused(settings: Settings) -> None:
    small = settings.model_copy(update={"max_characters": 10})
    with TestClient(create_app(small, DETECTOR)) as client:
        answer = client.post("/feedback", json={"text": TEXT, "verdicts": [RIGHT]})
        assert (answer.status_code, answer.json()["error"]["code"]) == (413, "text_too_long")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"feedback_key": ""}, "DECKNAME_FEEDBACK_KEY names a key"),
        ({"feedback_key": "other"}, "there is no key other"),
        ({"key_file": None}, "there is no key reviews"),
        ({"feedback_url": "mysql://x"}, "feedback_url must be"),
    ],
)
def test_it_does_not_start_half_configured(settings: Settings, change: dict[str, Any], told: str) -> None:
    app = create_app(settings.model_copy(update=change), DETECTOR)
    with pytest.raises(DecknameError, match=told):
        asyncio.run(feedback_api.start(app, app.state.service.settings))


def test_what_has_stayed_its_time_is_erased_at_the_start(settings: Settings) -> None:
    assert settings.key_file
    with closing(Store(settings.feedback_url)) as store:
        ring = Keyring.read(settings.key_file)
        store.add(Feedback("old", "m@1"), ring, key="reviews", now=1000)
        store.add(Feedback("new", "m@1"), ring, key="reviews")
    with TestClient(create_app(settings, DETECTOR)):
        assert [feedback.text for feedback in kept(settings)] == ["new"]


def test_a_locked_database_is_a_clear_error(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store.__init__, "__kwdefaults__", {"wait": 0.05})
    path = settings.feedback_url.removeprefix("sqlite:///")
    with sqlite3.connect(path) as other:
        other.execute("begin exclusive")
        with TestClient(create_app(settings, DETECTOR)) as client:  # it starts all the same
            answer = client.post("/feedback", json={"text": TEXT, "verdicts": [RIGHT]})
            assert (answer.status_code, answer.json()["error"]["code"]) == (503, "feedback_unavailable")
            assert answer.headers["retry-after"] == "1"
            assert client.post("/detect", json={"text": "ada@example.org"}).json()["contains_pii"]
            other.rollback()
            assert client.post("/feedback", json={"text": TEXT, "verdicts": [RIGHT]}).status_code == 200


def test_detection_goes_on_while_reviews_wait_for_the_database(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Store.__init__, "__kwdefaults__", {"wait": 60})
    monkeypatch.setattr(feedback_api, "_WAITING", 3)
    statuses: list[int] = []
    with TestClient(create_app(settings, DETECTOR)) as client:

        def give() -> None:
            statuses.append(client.post("/feedback", json={"text": TEXT, "verdicts": [RIGHT]}).status_code)

        desk = client.app.state.feedback  # type: ignore[attr-defined]
        with sqlite3.connect(settings.feedback_url.removeprefix("sqlite:///")) as other:
            other.execute("begin exclusive")
            threads = [threading.Thread(target=give) for _ in range(3)]
            for thread in threads:
                thread.start()
            while desk._waiting < 3:
                time.sleep(0.005)
            assert client.post("/detect", json={"text": "ada@example.org"}).status_code == 200
            refused = client.post("/feedback", json={"text": TEXT, "verdicts": [RIGHT]})
            assert (refused.status_code, refused.json()["error"]["code"]) == (503, "overloaded")
            assert statuses == []
            other.rollback()
        for thread in threads:
            thread.join()
    assert statuses == [200] * 3 and len(kept(settings)) == 3


def test_both_routes_need_the_scope_feedback(settings: Settings, tmp_path: Path) -> None:
    crm, desk = "dn_" + "c" * 43, "dn_" + "d" * 43
    (tmp_path / "api.json").write_text(
        json.dumps(
            {
                "keys": [
                    {"name": "crm", "sha256": digest(crm), "scopes": ["detect", "redact"]},
                    {"name": "desk", "sha256": digest(desk), "scopes": ["feedback"]},
                ]
            }
        )
    )
    app = create_app(settings.model_copy(update={"api_keys": tmp_path / "api.json"}), DETECTOR)
    with TestClient(app) as client:
        body = {"text": TEXT, "verdicts": [RIGHT]}
        assert client.post("/feedback", json=body).status_code == 401
        assert client.post("/feedback", json=body, headers={"X-API-Key": crm}).status_code == 403
        id_ = client.post("/feedback", json=body, headers={"X-API-Key": desk}).json()["id"]
        for other in (f"/feedback/{id_}", f"/feedback/{id_}/", f"/feedback//{id_}"):
            assert client.delete(other, headers={"X-API-Key": crm}).status_code == 403
        assert client.delete(f"/feedback/{id_}", headers={"X-API-Key": desk}).status_code == 200


@pytest.mark.parametrize(
    ("path", "scope"),
    [("/feedback/17", "feedback"), ("/redact/stream", "redact"), ("/types", None), ("/", None), ("", None)],
)
def test_a_path_below_another_needs_its_scope(path: str, scope: str | None) -> None:
    assert auth.scope_of(path) == scope


def test_openapi_describes_both(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    post = described["paths"]["/feedback"]["post"]
    schema = post["requestBody"]["content"]["application/json"]["schema"]
    assert "$ref" not in json.dumps(schema)
    assert schema["properties"]["verdicts"]["items"]["properties"]["verdict"]["enum"][0] == "right"
    assert "feedback_unavailable" in post["responses"]["503"]["description"]
    assert "delete" in described["paths"]["/feedback/{id}"]
    example = post["requestBody"]["content"]["application/json"]["example"]
    assert client.post("/feedback", json=example).status_code == 200
    assert "/feedback" in client.get("/docs").text


def test_nothing_of_a_review_is_heard(
    client: TestClient,
    settings: Settings,
    heard: io.StringIO,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    verdict = {"verdict": "missed", "start": 0, "end": len(NAME), "type": "PERSON"}
    good = {"text": CANARY, "verdicts": [verdict], "reviewer": NAME, "reviewed": "text"}
    good["choices"] = [{"options": [{"spans": [], "redacted_text": CANARY}, {"spans": []}], "best": 0}]
    answer = client.post("/feedback", json=good)
    assert answer.status_code == 200
    assert_clean(answer.text)
    bad = [
        good | {"verdicts": [verdict | {"end": 10_000}]},
        good | {"verdicts": [verdict | {"type": NAME}]},
        good | {"verdicts": [verdict | {"verdict": NAME}]},
        good | {"verdicts": CANARY},
        good | {"model": CANARY},
        good | {"reviewer": CANARY * 10},
        good | {"request_id": SSN},
        good | {"choices": [{"options": CANARY, "best": EMAIL}]},
        good | {NAME: 1},
        *BAD,
    ]
    for body in bad:
        answer = client.post("/feedback", content=json.dumps(body), headers=JSON)
        assert answer.status_code in (400, 422)
        assert_clean(answer.text)
    assert_clean(client.delete(f"/feedback/{SSN}").text)
    monkeypatch.setattr(Store.__init__, "__kwdefaults__", {"wait": 0.01})
    client.app.state.feedback._store = Store(settings.feedback_url)  # type: ignore[attr-defined]
    with sqlite3.connect(settings.feedback_url.removeprefix("sqlite:///")) as other:
        other.execute("begin exclusive")
        assert_clean(client.post("/feedback", json=good).text)
        other.rollback()
    client.app.state.feedback._store.close()  # type: ignore[attr-defined]
    assert_clean(Path(settings.feedback_url.removeprefix("sqlite:///")).read_bytes().decode("latin-1"))
    assert_clean(repr(feedback_api.FeedbackRequest.model_validate(good)))
    assert '"verdicts": {"missed": 1}' in heard.getvalue()
