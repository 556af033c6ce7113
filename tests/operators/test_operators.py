"""The operators that need no knowledge of the world: replace, mask, hash, encrypt."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from deckname.errors import InvalidToken, UnknownKey
from deckname.keys import Key, Keyring
from deckname.operators import Encrypt, Hash, Mask, Replace
from deckname.operators.encrypt import TOKEN, decrypted
from deckname.session import Session

CRM, OTHER = Key("crm", bytes(range(32))), Key("other", bytes(range(1, 33)))
RING = Keyring([CRM, OTHER])


def test_equal_values_have_one_number_and_types_count_apart() -> None:
    number, session = Replace(with_="<{type}_{n}>"), Session()
    asked = [("Ada", "PERSON"), ("Bob", "PERSON"), (" ADA ", "PERSON"), ("Ada", "USERNAME")]
    assert [number(value, type_, session) for value, type_ in asked] == [
        "<PERSON_1>", "<PERSON_2>", "<PERSON_1>", "<USERNAME_1>",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "template", ["{n}", "<{type}{n}>", "{type}_{n}_{n}", "{type}_{n}x", "1_{n}", "{type}_{n}{type}"]
)
def test_a_number_that_could_not_be_told_from_what_is_around_it_is_refused(template: str) -> None:
    with pytest.raises(ValidationError, match=r"must have \{n\} once"):
        Replace(with_=template)


def test_a_mask_without_format_hides_separators_too() -> None:
    assert Mask(keep_last=4, keep_format=False)("4111-1111-1111-1111", "CREDIT_CARD", Session()) == "*" * 15 + "1111"


def test_a_hash_is_hmac_by_a_subkey_and_so_by_no_other_operators() -> None:
    # By RFC 5869 with `hmac` alone: extract with 32 zero bytes of salt, expand with "deckname 1 hash" and the byte 1.
    assert Hash(key="crm")("ada@example.org", "EMAIL_ADDRESS", Session(RING)) == EXPECTED_HASH
    assert len(Hash(key="crm", length=16)("Ada", "PERSON", Session(RING))) == 16
    assert len(Hash(key="crm", encoding="base64url")("Ada", "PERSON", Session(RING))) == 43


EXPECTED_HASH = "8586ef0c6758635acc39e068f0635e45d4b761c4b84c1cde30fa9693abbfa8bb"


def test_a_hash_follows_key_and_value_and_with_fold_neither_case_nor_spaces() -> None:
    session = Session(RING)
    assert Hash(key="crm")("Ada", "PERSON", session) != Hash(key="other")("Ada", "PERSON", session)
    assert Hash(key="crm")("Ada", "PERSON", session) != Hash(key="crm")("ada", "PERSON", session)
    folding = Hash(key="crm", fold=True)
    assert folding("Ada  Byron", "PERSON", session) == folding("ada byron", "PERSON", session)


@pytest.mark.parametrize("given", [{}, {"key": ""}, {"key": None}])
def test_an_unkeyed_hash_is_refused_and_told_why(given: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="anybody hashes them all"):
        Hash.model_validate(given)


@pytest.mark.parametrize("given", [{"length": 8}, {"length": 65}, {"with": "{type}"}])
def test_a_hash_that_is_too_short_to_tell_values_apart_is_refused(given: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Hash.model_validate({"key": "crm"} | given)


@pytest.mark.parametrize("operator", [Hash(key="lost"), Encrypt(key="lost")])
def test_a_missing_key_is_an_error_that_names_it_and_the_remedy(operator: Hash | Encrypt) -> None:
    with pytest.raises(UnknownKey, match=r"no key lost.*deckname policy key"):
        operator("Ada", "PERSON", Session(RING))


def token(value: str, type_: str = "PERSON", key: str = "crm") -> str:
    return Encrypt(key=key)(value, type_, Session(RING))


def opened(text: str, keys: Keyring = RING) -> str:
    match = TOKEN.search(text)
    assert match
    return decrypted(match, keys)


@given(st.text(min_size=1), st.sampled_from(["PERSON", "US_SSN", "X"]))
def test_what_is_encrypted_comes_back(value: str, type_: str) -> None:
    assert re.fullmatch(r"<[A-Z_]+:ENC:[a-z2-7]{8}\.[A-Za-z0-9_-]+>", token(value, type_))
    assert opened(token(value, type_)) == value
    assert token(value, type_) == token(value, type_)


def test_a_token_follows_value_type_and_key() -> None:
    assert len({token("Ada"), token("Bob"), token("Ada", "USERNAME"), token("Ada", key="other")}) == 4


@given(st.integers(0, 10_000), st.sampled_from("ABab09_-"))
def test_a_token_with_another_character_is_refused_wherever_it_is(place: int, character: str) -> None:
    whole = token("Ada Lovelace")
    start = whole.index(".") + 1
    at = start + place % (len(whole) - 1 - start)
    damaged = whole[:at] + character + whole[at + 1 :]
    if damaged == whole:
        return
    with pytest.raises(InvalidToken, match="at character 0 is damaged"):
        opened(damaged)


def test_a_token_under_another_type_is_refused() -> None:
    with pytest.raises(InvalidToken, match="its type was changed"):
        opened(token("Ada").replace("PERSON", "USERNAME"))


def test_a_token_of_a_key_that_is_not_here_says_which_and_where() -> None:
    with pytest.raises(InvalidToken) as caught:
        opened("Dear " + token("Ada"), Keyring([OTHER]))
    assert caught.value.facts == {"position": 5, "key_id": CRM.id}
    assert "Ada" not in str(caught.value)
