# ruff: noqa: E501 (markup reads better uncut)

import traceback
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from deckname.errors import InvalidRequest
from deckname.files.yaml import Yaml
from deckname.policy import Policy
from tests.files.driving import batches, redacted, unchanged

MASK = Policy.model_validate({"default": {"op": "mask"}})


def _redacted(document: str, policy: Policy | None = None) -> str:
    return redacted(Yaml(), document.encode(), policy=policy).decode()


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("name: John Smith  # john@x.org\n", "name: <PERSON>  # <EMAIL_ADDRESS>\n"),
        ("badge: 12345\nother: 12345\n", "badge: <ID_NUMBER>\nother: 12345\n"),
        ("badges:\n- 12345\n", "badges:\n- <ID_NUMBER>\n"),
        ("john@x.org: 1\n", "<EMAIL_ADDRESS>: 1\n"),
        ("{john@x.org: 1, a: john@x.org}\n", "{<EMAIL_ADDRESS>: 1, a: <EMAIL_ADDRESS>}\n"),
        ("a: 'it''s john@x.org'\n", "a: 'it''s <EMAIL_ADDRESS>'\n"),
        ('a: "jo\\x68n\\u0040x.org"\n', 'a: "<EMAIL_ADDRESS>"\n'),
        ("a: |\n  Dear John\n  Smith\n\n  john@x.org\n", "a: |\n  Dear <PERSON>\n  \n\n  <EMAIL_ADDRESS>\n"),
        ("a: >- # john@x.org\n  John\n  Smith\n", "a: >- # <EMAIL_ADDRESS>\n  <PERSON>\n  \n"),
        ("a: mail John\n  Smith\n", "a: mail <PERSON>\n"),
        ("a: &x5550100199 1\nb: *x5550100199\n", "a: &xPHONE_NUMBER 1\nb: *xPHONE_NUMBER\n"),
        ("a: !john5550100199 1\n", "a: !johnPHONE_NUMBER 1\n"),
        ("# john@x.org\n--- # 1\n- john@x.org\n...\n---\nx\n", "# <EMAIL_ADDRESS>\n--- # 1\n- <EMAIL_ADDRESS>\n...\n---\nx\n"),
        ("\ufeffa: john@x.org\n", "\ufeffa: <EMAIL_ADDRESS>\n"),
        ("john@x.org", "<EMAIL_ADDRESS>"),
        ("# john@x.org", "# <EMAIL_ADDRESS>"),
    ],
)  # fmt: skip
def test_values_are_found_wherever_they_stand(document: str, expected: str) -> None:
    assert _redacted(document) == expected


def test_what_could_be_misread_gets_quotes() -> None:
    assert _redacted("phone: 5550100199\n", MASK) == 'phone: "**********"\n'
    policy = Policy.model_validate({"default": {"op": "replace", "with": "- a: [b] #"}})
    for document in ("a: john@x.org", "a: 'john@x.org'", 'a: "john@x.org"', "[john@x.org]", "a: |\n  john@x.org"):
        (value,) = _flat(yaml.safe_load(_redacted(document, policy)))
        assert value == "- a: [b] #"


def _flat(value: Any) -> list[str]:
    return list(value.values()) if isinstance(value, dict) else value


def test_two_keys_stay_two() -> None:
    document = "john@x.org: 1\nbob@x.org: 2\n'<EMAIL_ADDRESS>': 3\n"
    assert yaml.safe_load(_redacted(document)) == {
        "<EMAIL_ADDRESS> (2)": 1, "<EMAIL_ADDRESS> (3)": 2, "<EMAIL_ADDRESS>": 3,
    }  # fmt: skip


@pytest.mark.parametrize(
    "document",
    ["a: [John Smith", "a: b: John Smith", "\tJohn: 1", "a: !!binary Sm9obg==", "[" * 5000, "a: \x01John"],
)
def test_a_broken_document_is_refused_without_a_word_of_it(document: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        batches(Yaml(), document.encode())
    assert caught.value.__context__ is None
    assert "John" not in "".join(traceback.format_exception(caught.value))


_plain = st.text("ab:#'\"-[]{}*&!|>%@` ü\\\n", max_size=8)
_values = st.recursive(
    st.none() | st.booleans() | st.integers(-99, 99) | _plain,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_plain, inner, max_size=3),
    max_leaves=8,
)
_style = st.sampled_from([None, "'", '"', "|", ">"])


@settings(max_examples=50)
@given(_values, _style, st.booleans(), st.integers(10, 80))
def test_what_holds_nothing_comes_back_byte_for_byte(value: Any, style: str | None, flow: bool, width: int) -> None:
    document = yaml.safe_dump(value, default_style=style, default_flow_style=flow, width=width, allow_unicode=True)
    assert unchanged(Yaml(), document.encode()).decode() == document


@settings(max_examples=50)
@given(_values, _style, st.booleans(), st.integers(10, 80), st.sampled_from([None, MASK]))
def test_what_is_written_is_yaml_of_the_same_shape(
    value: Any, style: str | None, flow: bool, width: int, policy: Policy | None
) -> None:
    tree = {"mail john@x.org": [value, "536-90-4399", {"k": "to John Smith now"}]}
    document = yaml.safe_dump(tree, default_style=style, default_flow_style=flow, width=width, allow_unicode=True)
    written = yaml.safe_load(_redacted(document, policy))
    name, mail, number = (
        ("<PERSON>", "<EMAIL_ADDRESS>", "<US_SSN>") if policy is None else ("**** *****", "****@*.***", "***-**-****")
    )
    (key,), (items,) = written.keys(), written.values()
    assert key == f"mail {mail}"
    assert items[0] == value
    assert items[1] == number
    assert " ".join(items[2]["k"].split()) == f"to {name} now"
