from __future__ import annotations

import time

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from deckname.app import create_app
from deckname.detector import Detector
from deckname.errors import InvalidToken, LimitExceeded
from deckname.keys import Key, Keyring, add_key
from deckname.operators import Encrypt
from deckname.pattern import Pattern
from deckname.restore import restore
from deckname.session import Session
from deckname.settings import Settings

RING = Keyring([Key("crm", bytes(range(32)))])
ADA = Encrypt(key="crm")("Ada", "PERSON", Session(RING))
MAPPING = {"<PERSON_1>": "Ada", "<PERSON_11>": "Bob", "<US_SSN_1>": "078-05-1120", "Patient 1": "Zed"}


@pytest.mark.parametrize(
    "written",
    ["<PERSON_1>", "<Person_1>", "< person 1 >", r"<PERSON\_1>", r"\<PERSON_1\>", "&lt;PERSON_1&gt;", "<PERSON-1>"],
)
def test_a_placeholder_is_known_as_language_models_write_it(written: str) -> None:
    assert restore(f"Dear {written}, hello", mapping=MAPPING).text == "Dear Ada, hello"


@pytest.mark.parametrize(
    "other", ["PERSON_1", "<PERSON_2>", "<PERSON>", "<PERSON_1", "Patient 12", "xPatient 1", "[PERSON_1]"]
)
def test_what_is_not_a_placeholder_of_the_mapping_stays(other: str) -> None:
    assert restore(other, mapping=MAPPING).text == other


def test_longer_numbers_are_not_taken_for_shorter_ones() -> None:
    assert restore("<PERSON_11><PERSON_1> Patient 1.", mapping=MAPPING).text == "BobAda Zed."


def test_placeholders_that_case_alone_tells_apart_are_taken_exactly() -> None:
    assert restore("<a_1> <A_1> <A 1>", mapping={"<a_1>": "x", "<A_1>": "y"}).text == "x y <A 1>"


def test_what_is_put_in_is_not_looked_through_again() -> None:
    assert restore("<A_1> <A_2>", mapping={"<A_1>": "<A_2>", "<A_2>": ADA}, keys=RING).text == f"<A_2> {ADA}"


def test_tokens_are_decrypted_and_counted() -> None:
    restored = restore(f"{ADA} and <PERSON_11>, {ADA}", keys=RING, mapping=MAPPING)
    assert (restored.text, restored.count) == ("Ada and Bob, Ada", 3)


def test_without_keys_tokens_stay() -> None:
    assert restore(ADA, mapping=MAPPING).text == ADA


def test_an_old_key_restores_after_a_new_one_is_in_use() -> None:
    rotated = Keyring([*RING, Key("crm", bytes(range(1, 33)))])
    new = Encrypt(key="crm")("Ada", "PERSON", Session(rotated))
    assert new != ADA
    assert restore(ADA + new, keys=rotated).text == "AdaAda"


@pytest.mark.parametrize("damaged", [ADA[:-1], ADA.replace(".", "!"), ADA[:-9] + ">", ADA.replace("PERSON", "URL")])
def test_a_damaged_token_is_an_error_that_says_where(damaged: str) -> None:
    with pytest.raises(InvalidToken, match="the token at character 3 is damaged") as caught:
        restore(f"Hi {damaged}", keys=RING)
    assert caught.value.facts == {"position": 3}
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)


def test_a_token_of_a_wrong_key_is_an_error() -> None:
    with pytest.raises(InvalidToken, match="a key that is not here: id 6flnrte7"):
        restore(ADA, keys=Keyring([Key("crm", bytes(range(1, 33)))]))


def test_a_mapping_cannot_blow_a_text_up() -> None:
    with pytest.raises(LimitExceeded):
        restore("<A_1>" * 1000, mapping={"<A_1>": "x" * 1000}, longest=10_000)


@given(
    st.dictionaries(st.sampled_from(["<A_1>", "<A_2>", "[B_1]", "C 1"]), st.text(max_size=5)),
    st.text("<A_12>[B]C ", max_size=30),
)
def test_a_text_without_its_placeholders_stays_as_it_is(mapping: dict[str, str], text: str) -> None:
    restored = restore(text, mapping=mapping)
    if not restored.count:
        assert restored.text == text
    if not mapping:
        assert restored.count == 0


@pytest.mark.parametrize(
    "hostile", ["<" * 300_000, "&lt;" * 100_000, "<a" * 150_000, "<A:ENC" * 50_000, "\\<" * 150_000]
)
def test_hostile_text_takes_no_more_time_than_its_length(hostile: str) -> None:
    began = time.monotonic()
    restore(hostile, mapping={f"<PERSON_{number}>": "x" for number in range(5_000)}, keys=RING)
    assert time.monotonic() - began < 20


# Over HTTP.


@pytest.fixture
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    path = tmp_path_factory.mktemp("keys") / "keys.json"
    add_key(path, "crm")
    detector = Detector([Pattern(type="EMAIL_ADDRESS", regex=r"[\w.]+@[\w.]+\w", score=0.9)])
    return TestClient(create_app(Settings(key_file=path, model="none"), detector))


def test_the_round_trip_through_a_language_model(client: TestClient) -> None:
    asked = {"text": "From ada@example.org to bob@example.org", "return_mapping": True}
    redacted = client.post("/redact", json=asked).json()
    assert redacted["redacted_text"] == "From <EMAIL_ADDRESS_1> to <EMAIL_ADDRESS_2>"
    answered = {"text": "Dear <Email_Address_2>!", "mapping": redacted["mapping"]}
    assert client.post("/restore", json=answered).json() == {"text": "Dear bob@example.org!", "restored": 1}


def test_texts_of_one_request_share_their_numbers_and_mapping(client: TestClient) -> None:
    asked = {
        "texts": ["ada@example.org", "bob@example.org", "Ada@example.org, not <EMAIL_ADDRESS_1>"],
        "return_mapping": True,
    }
    answer = client.post("/redact", json=asked).json()
    assert [each["redacted_text"] for each in answer["results"]] == [
        "<EMAIL_ADDRESS_2>", "<EMAIL_ADDRESS_3>", "<EMAIL_ADDRESS_2>, not <EMAIL_ADDRESS_1>",
    ]  # fmt: skip
    assert answer["mapping"] == {"<EMAIL_ADDRESS_2>": "ada@example.org", "<EMAIL_ADDRESS_3>": "bob@example.org"}


def test_the_server_decrypts_its_own_tokens(client: TestClient) -> None:
    asked = {"text": "To ada@example.org", "policy": {"default": {"op": "encrypt", "key": "crm"}}}
    redacted = client.post("/redact", json=asked).json()
    assert "mapping" not in redacted
    assert client.post("/restore", json={"text": redacted["redacted_text"]}).json() == {
        "text": "To ada@example.org", "restored": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        ("/restore", {"text": "x " + ADA}, "invalid_token"),
        ("/restore", {"text": 1}, "invalid_request"),
        ("/restore", {"text": "x", "mapping": {"a": 1}}, "invalid_request"),
        ("/redact", {"text": "x", "policy": {"default": {"op": "hash", "key": "lost"}}}, "unknown_key"),
        ("/redact", {"text": "x", "policy": {"default": {"op": "hash"}}}, "invalid_request"),
        ("/redact", {"text": "x", "policy": "/etc/passwd"}, "unknown_profile"),
        ("/detect", {"text": "x", "profile": "nobodys"}, "unknown_profile"),
    ],
)
def test_what_cannot_be_done_is_a_clear_error(client: TestClient, path: str, body: object, code: str) -> None:
    answer = client.post(path, json=body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, code)


def test_an_unkeyed_hash_is_told_why_it_is_refused(client: TestClient) -> None:
    answer = client.post("/redact", json={"text": "x", "policy": {"default": {"op": "hash"}}})
    assert "anybody hashes them all" in answer.json()["error"]["message"]


def test_a_text_that_is_no_unicode_is_refused(client: TestClient) -> None:
    headers = {"Content-Type": "application/json"}
    answer = client.post("/restore", content=b'{"text": "\\ud800"}', headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "invalid_text")
