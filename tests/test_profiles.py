from __future__ import annotations

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import deckname
from deckname import profiles
from deckname.app import create_app
from deckname.detector import Options
from deckname.findings import Evidence, Findings, Passage
from deckname.pattern import Pattern
from deckname.profiles import Profile, ProfileError, load, load_policy, shipped
from deckname.session import Session
from deckname.settings import Settings
from deckname.span import Span

PATTERNS = deckname.load("none")


def redacted(name: str, text: str) -> str:
    profile = shipped(name)
    detection = PATTERNS.detect(text, options=profile.applied(Options()))
    return deckname.redact(text, detection.spans, profile.policy).text


@pytest.mark.parametrize("name", profiles.NAMES)
def test_a_profile_says_what_it_is_where_it_comes_from_and_what_it_cannot_do(name: str) -> None:
    profile = shipped(name)
    assert profile.name == name
    assert profile.description and profile.source and len(profile.limits) >= 2


def test_hipaa_keeps_states_years_and_three_digits_and_puts_the_old_together() -> None:
    policy = shipped("hipaa-safe-harbor").policy
    asked = [
        ("ADDRESS", "12 Main Street, Springfield, IL 62704", "IL 627**"),
        ("ADDRESS", "1 Main Street, Nowhere, WY 82101", "WY 000**"),
        ("DATE_TIME", "17 May 2021", "2021"),
        ("AGE", "93", "90+"),
        ("URL", "https://example.org/alex", "<URL>"),
        ("US_SSN", "078-05-1120", "<US_SSN>"),
    ]
    for type_, value, after in asked:
        assert policy.operator(type_)(value, type_, Session()) == after, type_


def test_pci_dss_shows_six_and_four_and_nothing_that_authenticates() -> None:
    text = "Card 4111 1111 1111 1111, CVV: 123, PIN: 9922, alex@example.org"
    assert redacted("pci-dss", text) == "Card 4111 11** **** 1111, CVV: , PIN: , alex@example.org"


def test_pci_dss_finds_a_security_code_whatever_follows() -> None:
    assert redacted("pci-dss", "CVC2: 123 %") == "CVC2:  %"
    assert redacted("pci-dss", "the security code is 4321;") == "the security code is ;"


@pytest.mark.parametrize(
    "track", ["%B4111111111111111^EXAMPLE/ALEX^25121011234567890?", ";4111111111111111=25121011234567890?"]
)
def test_pci_dss_leaves_nothing_of_track_data(track: str) -> None:
    left = redacted("pci-dss", f"swiped {track} today")
    assert not any(part in left for part in ("EXAMPLE", "2512101", "41111111"))


def test_logs_need_no_model_and_find_secrets() -> None:
    text = "key=AKIAIOSFODNN7EXAMPLE user alex@example.org from 192.0.2.17"
    assert redacted("logs", text) == "key=<SECRET> user <EMAIL_ADDRESS> from <IP_ADDRESS>"


class Model:
    type = "model"

    def find(self, passages: list[Passage]) -> list[Findings]:
        return [Findings((Evidence(Span(0, 3, "PERSON", 0.9, "model"), "model"),)) for _ in passages]


def test_a_profile_of_patterns_alone_leaves_the_model_and_its_thresholds_out() -> None:
    email = Pattern(type="EMAIL_ADDRESS", regex=r"\w+@\w+", score=0.6)
    detector = deckname.Detector([Model(), email], thresholds={"EMAIL_ADDRESS": 0.9})  # type: ignore[list-item]
    assert list(detector.detect("Ada a@b").types) == ["PERSON"]
    assert list(detector.detect("Ada a@b", options=shipped("logs").applied(Options())).types) == ["EMAIL_ADDRESS"]


PROFILE = Profile(name="own", types=("US_SSN", "URL"), thresholds={"US_SSN": 0.3, "URL": 0.4})


@pytest.mark.parametrize(
    ("asked", "thresholds"),
    [
        (Options(), {"US_SSN": 0.3, "URL": 0.4}),
        (Options(threshold=0.6), {}),
        (Options(thresholds={"URL": 0.9}), {"US_SSN": 0.3, "URL": 0.9}),
        (Options(thresholds={"NATIONAL_ID": 0.9}), {"NATIONAL_ID": 0.9, "URL": 0.4}),
    ],
)
def test_what_a_request_says_goes_before_its_profiles_thresholds(asked: Options, thresholds: dict[str, float]) -> None:
    assert PROFILE.applied(asked).thresholds == thresholds


def test_types_of_a_request_replace_its_profiles_and_alarm_where_those_do_not() -> None:
    by_profile, by_name = PROFILE.applied(Options()), PROFILE.applied(Options(types=frozenset({"AGE"})))
    assert by_profile.wants("URL") and "URL" not in by_profile.alarming
    assert by_name.wants("AGE") and "AGE" in by_name.alarming and not by_name.wants("URL")


def test_a_profile_over_http_sets_types_and_operators_and_a_policy_replaces_these() -> None:
    client = TestClient(create_app(Settings(model="none"), PATTERNS))
    text = "CVV: 123, alex@example.org"
    assert client.post("/redact", json={"text": text, "profile": "pci-dss"}).json()["redacted_text"] == (
        "CVV: , alex@example.org"
    )
    asked = {"text": text, "profile": "pci-dss", "policy": {"default": {"op": "replace", "with": "X"}}}
    assert client.post("/redact", json=asked).json()["redacted_text"] == "CVV: X, alex@example.org"
    asked = {"text": text, "policy": "pci-dss"}
    assert client.post("/redact", json=asked).json()["redacted_text"] == "CVV: , <EMAIL_ADDRESS>"
    found = client.post("/detect", json={"text": "see https://example.org/x", "profile": "hipaa-safe-harbor"}).json()
    assert (list(found["types"]), found["contains_pii"]) == (["URL"], False)
    assert [each["name"] for each in client.get("/profiles").json()["profiles"]] == list(profiles.NAMES)


def test_profiles_and_policies_are_read_from_json_and_yaml(tmp_path: Path) -> None:
    plain, yaml = tmp_path / "p.json", tmp_path / "p.yaml"
    plain.write_text(json.dumps({"types": {"AGE": {"op": "keep"}}}), encoding="utf-8")
    yaml.write_text("name: own\ntypes: [direct, AGE]\npolicy:\n  types:\n    AGE: {op: keep}\n", encoding="utf-8")
    assert load_policy(plain) == load_policy(yaml)
    assert load(yaml).types == ("direct", "AGE")


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("p.json", "{", r"is not JSON \(line 1, column 2\)"),
        ("p.json", '{"types": {}, "types": {}}', "a name twice"),
        ("p.yaml", "types: {}\ntypes: {}\n", "a name twice"),
        ("p.yaml", "types: [", "cannot be read"),
        ("p.yaml", "types: !!python/object:os.system {}\n", "cannot be read"),
        ("p.json", '{"default": {"op": "shred"}}', "default"),
        ("p.json", '{"default": {"op": "hash"}}', "anybody hashes them all"),
    ],
)
def test_a_policy_that_makes_no_sense_says_where(tmp_path: Path, name: str, content: str, why: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ProfileError, match=why):
        load_policy(path)


def test_a_profile_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(ProfileError, match="hipaa-safe-harbor"):
        load("nobodys")
