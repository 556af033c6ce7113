"""deckname policy and deckname restore, as a user types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deckname.cli import main
from deckname.cli.policy import EXAMPLES
from deckname.keys import Keyring, add_key
from deckname.operators import Encrypt
from deckname.session import Session
from deckname.types import TYPES

POLICY = """
default: {op: replace, with: "<{type}_{n}>"}
types:
  EMAIL_ADDRESS: {op: encrypt, key: crm}
  NATIONAL_ID: {op: remove}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DECKNAME_KEY_FILE", raising=False)
    (tmp_path / "p.yaml").write_text(POLICY, encoding="utf-8")
    add_key(tmp_path / "k.json", "crm")
    return tmp_path


def test_a_policy_is_shown_type_by_type_before_and_after(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policy", "check", "p.yaml", "--key-file", "k.json"]) == 0
    lines = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    assert lines["PERSON"].split() == ["PERSON", "replace", "Alex", "Example", "<PERSON_1>"]
    assert lines["US_SSN"].endswith("(nothing)")
    assert "alex@example.org" in lines["EMAIL_ADDRESS"] and "<EMAIL_ADDRESS:ENC:" in lines["EMAIL_ADDRESS"]
    assert lines.keys() == {"TYPE", *TYPES}


def test_a_text_of_ones_own_is_shown_before_and_after(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "To alex@example.org, CVV: 123"
    assert main(["policy", "check", "pci-dss", "--model", "none", "--text", text]) == 0
    assert capsys.readouterr().out.endswith(f"before: {text}\nafter:  To alex@example.org, CVV: \n")
    assert main(["policy", "check", "logs", "--text", text]) == 0
    assert capsys.readouterr().out.endswith("after:  To <EMAIL_ADDRESS>, CVV: <CVV>\n")


def test_two_missing_keys_are_both_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = {"default": {"op": "hash", "key": "a"}, "types": {"AGE": {"op": "encrypt", "key": "b"}}}
    (folder / "two.json").write_text(json.dumps(given), encoding="utf-8")
    assert main(["policy", "check", "two.json"]) == 1
    assert capsys.readouterr().out.count("mistake: ") == 2


def test_mistakes_in_a_policy_are_found(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = {
        "types": {"EMPLOYE": {"op": "remove"}, "NATIONAL_ID": {"op": "keep"}, "AGE": {"op": "hash", "key": "lost"}}
    }
    (folder / "bad.json").write_text(json.dumps(given), encoding="utf-8")
    assert main(["policy", "check", "bad.json"]) == 1
    told = [line for line in capsys.readouterr().out.splitlines() if line.startswith("mistake: ")]
    assert [line.split()[1] for line in told] == ["types.EMPLOYE", "AGE:", "direct"]
    assert told[2].endswith(": NATIONAL_ID, US_SSN")


@pytest.mark.parametrize("name", ["default", "hipaa-safe-harbor", "pci-dss", "gdpr", "logs"])
def test_the_profiles_that_ship_have_no_mistakes(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policy", "check", name]) == 0
    assert "limit: " in capsys.readouterr().out
    assert main(["policy", "list"]) == 0
    assert f"{name}\t" in capsys.readouterr().out


@pytest.mark.parametrize("given", ["none.json", "bad.yaml", "k.json"])
def test_what_is_no_policy_is_a_usage_error(given: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bad.yaml").write_text("types: [", encoding="utf-8")
    assert main(["policy", "check", given]) == 2
    assert given in capsys.readouterr().err


def test_every_example_is_of_a_known_type() -> None:
    assert EXAMPLES.keys() <= TYPES.keys()


def test_a_text_goes_out_and_comes_back(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "To alex@example.org, card 4111 1111 1111 1111\r\n"
    (folder / "in.txt").write_bytes(text.encode())
    shared = ["--key-file", "k.json", "--mapping", "m.json"]
    redact = ["redact", "in.txt", "-o", "out.txt", "--model", "none", "--policy", "p.yaml"]
    assert main([*redact, *shared]) == 0
    assert "4111" not in (folder / "out.txt").read_text(encoding="utf-8")
    assert main(["restore", "out.txt", "-o", "back.txt", *shared]) == 0
    assert (folder / "back.txt").read_bytes() == text.encode()
    assert capsys.readouterr().err.endswith("deckname: 2 restored in 1 file\n")


def test_a_damaged_token_names_file_and_place_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    token = Encrypt(key="crm")("Ada", "PERSON", Session(Keyring.read(folder / "k.json")))
    (folder / "x.txt").write_text(f"Hi {token[:-3]}>", encoding="utf-8")
    assert main(["restore", "x.txt", "-o", "back.txt", "--key-file", "k.json"]) == 3
    assert "x.txt: the token at character 3 is damaged" in capsys.readouterr().err
    assert not (folder / "back.txt").exists()


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["restore", "x"], "without either there is nothing to restore with"),
        (["restore", "x", "--mapping", "p.yaml"], "no JSON object"),
        (["restore", "x", "y", "-o", "back.txt", "--key-file", "k.json"], "a directory that is there"),
        (["policy", "key", "crm"], "--key-file"),
        (["policy", "key", "a b", "--key-file", "k.json"], "letters, digits"),
    ],
)
def test_what_makes_no_sense_is_a_usage_error(
    arguments: list[str], why: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert why in capsys.readouterr().err


def test_several_files_go_to_a_directory_and_standard_output_takes_one(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (folder / "m.json").write_text('{"<A_1>": "Ada"}', encoding="utf-8")
    for name in ("x", "y"):
        (folder / name).write_text(f"<A_1> {name}", encoding="utf-8")
    (folder / "out").mkdir()
    assert main(["restore", "x", "y", "-o", "out", "--mapping", "m.json"]) == 0
    assert [(folder / "out" / name).read_text(encoding="utf-8") for name in ("x", "y")] == ["Ada x", "Ada y"]
    capfdbinary.readouterr()
    assert main(["restore", "x", "--mapping", "m.json"]) == 0
    assert capfdbinary.readouterr().out == b"Ada x"


def test_a_file_that_is_no_text_is_an_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "x").write_bytes(b"\xff\xfe\x00")
    assert main(["restore", "x", "--key-file", "k.json"]) == 3
    assert "x: is not UTF-8" in capsys.readouterr().err
