"""API keys: at rest, on the wire, and what they open."""

from __future__ import annotations

import json
import logging
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from deckname import auth
from deckname.app import create_app
from deckname.auth import ApiKey, Forbidden, KeyFile, KeyFileError, Keys, Unauthorized, digest, new_key
from deckname.cli import keys as command
from deckname.cli.options import Parser, UsageError
from deckname.detector import Detector
from deckname.limits import Rates
from deckname.pattern import Pattern
from deckname.settings import Settings

CRM, OPS = "dn_" + "c" * 43, "dn_" + "o" * 43
EMAIL = Pattern(type="EMAIL_ADDRESS", regex=r"[\w.]+@[\w.]+\w", score=0.9)


def written(path: Path, *keys: dict[str, Any]) -> Path:
    path.write_text(json.dumps({"keys": list(keys)}))
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(
        tmp_path / "keys.json",
        {"name": "crm", "sha256": digest(CRM), "scopes": ["detect", "redact"]},
        {"name": "ops", "sha256": digest(OPS), "scopes": ["metrics"], "requests_per_second": 1},
    )


def a_client(path: Path, **settings: Any) -> TestClient:
    return TestClient(create_app(Settings(api_keys=path, **settings), Detector([EMAIL])))


def test_a_key_opens_what_its_scopes_say(path: Path) -> None:
    client = a_client(path)

    def status(method: str, route: str, key: str = "", **headers: str) -> int:
        headers |= {"Authorization": f"Bearer {key}"} if key else {}
        content = b'{"text": "ada@example.org"}' if method == "POST" else b""
        asked = client.request(method, route, content=content, headers={"Content-Type": "application/json"} | headers)
        return asked.status_code

    assert status("POST", "/detect", CRM) == status("POST", "/redact", CRM) == status("GET", "/metrics", OPS) == 200
    assert status("POST", "/detect", OPS) == status("GET", "/metrics", CRM) == 403
    assert status("POST", "/restore", CRM) == status("POST", "/redact/stream", OPS) == 403
    assert status("GET", "/types", OPS) == status("GET", "/docs", CRM) == 200
    for wrong in ("", "x", CRM[:-1], CRM + "c", "dn_" + "x" * 43, digest(CRM)):
        for route in ("/detect", "/redact", "/analyze", "/nothing"):
            assert status("POST", route, wrong) == 401
        for route in ("/types", "/docs", "/openapi.json", "/metrics"):
            assert status("GET", route, wrong) == 401
    assert status("GET", "/health") == status("GET", "/ready") == 200
    assert (
        status("POST", "/detect", **{"X-API-Key": CRM})
        == status("POST", "/detect", Authorization=f"bearer {CRM}")
        == 200
    )
    assert status("POST", "/detect", Authorization=f"Basic {CRM}") == 401


def test_every_route_that_reads_a_text_has_a_scope() -> None:
    described = create_app(Settings(), Detector([EMAIL])).openapi()
    reading = {path for path, operations in described["paths"].items() if "post" in operations}
    assert reading >= {"/detect", "/redact"}
    assert reading - auth.PATHS.keys() == set()


def test_a_refusal_says_how_to_come_in_and_repeats_nothing(path: Path) -> None:
    client = a_client(path)
    refused = client.post("/detect", json={"text": ""}, headers={"X-API-Key": "dn_secret"})
    assert refused.json()["error"]["code"] == "unauthorized"
    assert refused.headers["www-authenticate"] == "Bearer"
    assert "dn_secret" not in refused.text
    forbidden = client.post("/detect", json={"text": ""}, headers={"X-API-Key": OPS})
    assert forbidden.json()["error"] == {
        "code": "forbidden", "message": "this key lacks the scope detect", "scope": "detect",
    }  # fmt: skip


def test_the_log_says_whose_key_and_which_route(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    client = a_client(path)
    with caplog.at_level(logging.INFO, "deckname"):
        for key in (CRM, "dn_secret"):
            client.post("/detect", json={"text": ""}, headers={"X-API-Key": key})
    lines = [vars(record) for record in caplog.records if record.message == "request"]
    assert [(line["route"], line["status"], line.get("key"), line.get("code")) for line in lines] == [
        ("/detect", 200, "crm", None), ("/detect", 401, None, "unauthorized"),
    ]  # fmt: skip
    assert "dn_secret" not in str(lines) and CRM not in str(lines)


def test_whom_we_do_not_know_is_refused_before_the_body_is_read(path: Path) -> None:
    def body() -> Any:
        raise AssertionError("it was read")
        yield b""

    assert a_client(path).post("/detect", content=body()).status_code == 401


def test_a_key_has_a_rate_of_its_own_or_the_services(tmp_path: Path) -> None:
    path = written(
        tmp_path / "keys.json",
        {"name": "slow", "sha256": digest(OPS), "scopes": ["detect"], "requests_per_second": 0.5},
        {"name": "usual", "sha256": digest(CRM), "scopes": ["detect"]},
    )
    client = a_client(path, characters_per_second=10)

    def ask(key: str, text: str) -> Any:
        return client.post("/detect", json={"text": text}, headers={"X-API-Key": key})

    assert ask(OPS, "a").status_code == 200
    refused = ask(OPS, "a")
    assert (refused.status_code, refused.json()["error"]["code"]) == (429, "rate_limited")
    assert refused.headers["retry-after"] in ("1", "2")
    assert ask(CRM, "x" * 1000).status_code == 200
    refused = ask(CRM, "x")
    assert (refused.status_code, 90 < int(refused.headers["retry-after"]) < 100) == (429, True)


def test_workers_divide_a_share() -> None:
    key = ApiKey(name="a", sha256="0" * 64, scopes=(), requests_per_second=8)
    assert key.rates(Rates(1, 2), workers=4) == Rates(2, 2)
    assert create_app(Settings(workers=2, requests_per_second=3), Detector([])).state.service._usual == Rates(1.5, 0)


def test_without_keys_everybody_shares_one_rate() -> None:
    client = TestClient(create_app(Settings(requests_per_second=1), Detector([EMAIL])))
    statuses = [client.post("/detect", json={"text": ""}).status_code for _ in range(4)]
    assert statuses[:2] == [200, 200] and statuses[-1] == 429
    assert client.get("/health").status_code == 200


def test_keys_are_rotated_without_a_restart(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(auth, "_LOOK", 0.0)
    keys = Keys(path)
    assert keys.caller("/detect", {b"x-api-key": CRM.encode()}).name == "crm"
    fresh = new_key()
    KeyFile(keys=(ApiKey(name="new", sha256=digest(fresh), scopes=("detect",)),)).write(path)
    assert keys.caller("/detect", {b"authorization": b"Bearer " + fresh.encode()}).name == "new"
    with pytest.raises(Unauthorized):
        keys.caller("/detect", {b"x-api-key": CRM.encode()})
    with pytest.raises(Forbidden):
        keys.caller("/redact", {b"x-api-key": fresh.encode()})


@pytest.mark.parametrize("bad", ["{", '{"keys": [{"name": "x"}]}', None])
def test_a_file_that_went_bad_leaves_the_old_keys_in_force(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, bad: str | None
) -> None:
    monkeypatch.setattr(auth, "_LOOK", 0.0)
    keys = Keys(path)
    if bad is None:
        path.unlink()
    else:
        path.write_text(bad)
    with caplog.at_level(logging.ERROR):
        assert keys.caller("/detect", {b"x-api-key": CRM.encode()}).name == "crm"
        assert keys.caller("/detect", {b"x-api-key": CRM.encode()}).name == "crm"
    assert len(caplog.records) == 1  # once for each change


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "No such file"), ("{", "json_invalid"), ('{"keys": [{"name": "a b"}]}', "keys.0.name"),
        ('{"keys": [{"name": "a", "sha256": "00", "scopes": []}]}', "keys.0.sha256"),
        ('{"keys": [{"name": "a", "sha256": "' + "0" * 64 + '", "scopes": ["all"]}]}', "keys.0.scopes.0"),
        ('{"keys": [{"name": "a", "sha256": "' + "0" * 64 + '", "scopes": [], "key": "dn_secret"}]}', "keys.0.key"),
    ],
)  # fmt: skip
def test_a_bad_file_is_told_of_without_what_it_holds(tmp_path: Path, content: str | None, told: str) -> None:
    path = tmp_path / "keys.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(KeyFileError) as error:
        KeyFile.read(path)
    assert told in str(error.value) and "dn_secret" not in str(error.value)
    assert error.value.__context__ is None


def test_two_keys_of_one_name_are_refused(tmp_path: Path) -> None:
    same = {"name": "a", "sha256": "0" * 64, "scopes": []}
    with pytest.raises(KeyFileError, match="same name"):
        KeyFile.read(written(tmp_path / "keys.json", same, same))


def test_every_key_is_compared_in_constant_time(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    def compare(one: str, other: str) -> bool:
        compared.append(one)
        return one == other

    monkeypatch.setattr("hmac.compare_digest", compare)
    Keys(path).caller("/detect", {b"x-api-key": CRM.encode()})
    assert compared == [digest(CRM), digest(OPS)]


def test_reprs_show_no_digest(path: Path) -> None:
    assert digest(CRM) not in repr(KeyFile.read(path))


def run(*arguments: str) -> int:
    parser = Parser(prog="deckname")
    command.add(parser.add_subparsers())
    parsed = parser.parse_args(["keys", *arguments])
    code: int = parsed.command(parsed)
    return code


def test_the_command_makes_lists_and_removes_keys(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "keys.json"
    assert run("new", str(path), "--name", "crm") == 0
    key = capsysbinary.readouterr().out.decode().strip()
    assert key.startswith("dn_") and len(key) == 46
    assert key not in path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert Keys(path).caller("/redact", {b"x-api-key": key.encode()}).scopes == ("detect", "redact")
    os.chmod(path, 0o640)
    assert run("new", str(path), "--name", "ops", "--scopes", "metrics", "--requests-per-second", "2.5") == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    capsysbinary.readouterr()
    assert run("list", str(path)) == 0
    assert capsysbinary.readouterr().out.decode().splitlines() == [
        "crm\tdetect,redact\tthe service's limits", "ops\tmetrics\t2.5 requests a second",
    ]  # fmt: skip
    assert run("remove", str(path), "--name", "crm") == 0
    assert [each.name for each in KeyFile.read(path).keys] == ["ops"]
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["new", "FILE", "--name", "crm"], "such a key already"), (["new", "FILE", "--name", "a b"], "letters, digits"),
        (["remove", "FILE", "--name", "x"], "no such key"), (["new", "FILE", "--name", "x", "--scopes", "all"], "all"),
        (["new", "FILE", "--name", "x", "--requests-per-second", "-1"], "from 0 on"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(path: Path, arguments: list[str], problem: str) -> None:
    before = path.read_bytes()
    with pytest.raises(UsageError, match=problem):
        run(*(str(path) if argument == "FILE" else argument for argument in arguments))
    assert path.read_bytes() == before
