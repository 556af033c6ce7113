from __future__ import annotations

import json
import logging
import os
from pathlib import Path

import pytest

from deckname.errors import UnknownKey
from deckname.keys import Key, Keyring, KeyringError, add_key

SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"  # the bytes 0 to 31


def written(path: Path, content: object, mode: int = 0o600) -> Path:
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    path.chmod(mode)
    return path


def test_a_file_of_keys_is_read(tmp_path: Path) -> None:
    ring = Keyring.read(written(tmp_path / "keys.json", {"keys": [{"name": "crm", "secret": SECRET}]}))
    assert (ring.names, ring.key("crm").secret) == (frozenset({"crm"}), bytes(range(32)))


def test_of_one_name_the_last_is_in_use_and_all_are_known(tmp_path: Path) -> None:
    first, second = add_key(tmp_path / "k", "crm"), add_key(tmp_path / "k", "crm")
    ring = Keyring.read(tmp_path / "k")
    assert ring.key("crm") == second
    assert ring.by_id(first.id) == first
    assert first.id != second.id


def test_a_new_key_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    add_key(tmp_path / "k", "crm")
    assert (tmp_path / "k").stat().st_mode & 0o777 == 0o600
    assert os.listdir(tmp_path) == ["k"]


def test_subkeys_are_those_of_rfc_5869_and_differ_by_purpose() -> None:
    key = Key("crm", bytes(range(32)))
    assert key.subkey("hash").hex() == "d8e6158cd3d8ce932ed015281dcf74bdb793540aa849fc549016a722f9b4fa79"
    assert key.subkey("hash") != key.subkey("pseudonym")
    assert key.id == "6flnrte7"


@pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX's")
def test_a_file_that_others_may_read_is_warned_of(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = written(tmp_path / "k", {"keys": [{"name": "crm", "secret": SECRET}]}, mode=0o644)
    with caplog.at_level(logging.WARNING):
        Keyring.read(path)
    assert "chmod 600" in caplog.text
    assert SECRET not in caplog.text


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{", "json_invalid"),
        ({"keys": [{"name": "crm"}]}, r"keys\.0\.secret is not as it should be \(missing\)"),
        ({"keys": [{"name": "crm", "secret": "c2hvcnQ"}]}, "needs 32 bytes or more, not 5"),
        ({"keys": [{"name": "crm", "secret": "A" * 43}]}, "random bytes"),
        ({"keys": [{"name": "crm", "secret": "tr0ub4dor&3 correct horse"}]}, "not base64"),
        ({"keys": [{"name": "a b", "secret": SECRET}]}, r"keys\.0\.name"),
        ({"keys": [{"name": "crm", "secret": SECRET, "tr0ub4dor": 1}]}, "extra_forbidden"),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_refused_without_its_secrets(
    tmp_path: Path, content: object, why: str
) -> None:
    with pytest.raises(KeyringError, match=why) as caught:
        Keyring.read(written(tmp_path / "k", content))
    assert "tr0ub4dor" not in str(caught.value)
    assert SECRET not in str(caught.value)
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)


def test_a_file_that_is_missing_says_so(tmp_path: Path) -> None:
    with pytest.raises(KeyringError, match="No such file"):
        Keyring.read(tmp_path / "none")


def test_no_repr_holds_a_secret() -> None:
    key = Key("crm", b"0123456789abcdef0123456789abcdef")
    assert repr(key) == "Key(name='crm')"
    assert repr(Keyring([key])) == "Keyring(1 keys)"


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(UnknownKey, match="no key crm"):
        Keyring().subkey("crm", "hash")
