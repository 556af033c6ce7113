# ruff: noqa: E501 (markup reads better uncut)

import json
import traceback

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckname.errors import InvalidRequest, InvalidText
from deckname.files import blank
from deckname.files import json as module
from deckname.files.json import Json
from tests.files.driving import batches, redacted, unchanged


def test_strings_numbers_and_keys_are_looked_through_and_the_layout_stays() -> None:
    document = (
        b'\xef\xbb\xbf{\r\n\t"mail" : "john\\u0040x.org", "badge": 12345 ,\n "john@x.org": [5550100199, 1.50, true],'
        b'"bob@x.org":null, "n": 12345}\n\n'
    )
    assert redacted(Json(), document) == (
        b'\xef\xbb\xbf{\r\n\t"mail" : "<EMAIL_ADDRESS>", "badge": "<ID_NUMBER>" ,\n "<EMAIL_ADDRESS>": '
        b'["<PHONE_NUMBER>", 1.50, true],"<EMAIL_ADDRESS> (2)":null, "n": 12345}\n\n'
    )


def test_pointers_choose() -> None:
    document = b'{"a": {"mail": "john@x.org"}, "b": [{"mail": "john@x.org"}]}'
    written = redacted(Json(pointers=("/b/*/mail",)), document)
    assert written == b'{"a": {"mail": "john@x.org"}, "b": [{"mail": "<EMAIL_ADDRESS>"}]}'
    with pytest.raises(InvalidRequest, match="the document has nothing at /c"):
        redacted(Json(pointers=("/c",)), document)


def test_pictures_in_notebooks_and_addresses_are_blanked() -> None:
    document = json.dumps(
        {"data": {"image/png": "QUJD", "text/plain": "john@x.org"}, "src": "data:image/png;base64,QUJD"}
    )
    written = json.loads(redacted(Json(), document.encode()))
    assert "QUJD" not in json.dumps(written)
    assert written["data"]["text/plain"] == "<EMAIL_ADDRESS>"
    assert written["src"] == blank.data_url("data:image/png", "blank", "")
    assert unchanged(Json(images="keep"), document.encode()) == document.encode()


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        (b'{"John Smith": }', "the document is not JSON (line 1, column 16)"),
        (b"", "the document is not JSON"),
        (b'"John" "Smith"', "the document is not JSON"),
        (b"[" * 100_000, "the document is nested too deeply"),
    ],
)
def test_a_broken_document_is_refused_without_a_word_of_it(document: bytes, problem: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        batches(Json(), document)
    assert str(caught.value).startswith(problem)
    assert "John" not in "".join(traceback.format_exception(caught.value))


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(InvalidText, match="at /a: a lone surrogate"):
        batches(Json(), b'{"a": "\\ud800"}')


_values = st.recursive(
    st.none() | st.booleans() | st.integers(-9999, 9999) | st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abü\"\\", max_size=3), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


@settings(max_examples=60)
@given(_values, st.sampled_from([None, 1]), st.booleans())
def test_what_holds_nothing_comes_back_byte_for_byte(value: object, indent: int | None, ascii_only: bool) -> None:
    document = json.dumps(value, indent=indent, ensure_ascii=ascii_only).encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "BATCH", 60)
        assert unchanged(Json(), document) == document


@settings(max_examples=60)
@given(_values)
def test_what_is_written_is_json_of_the_same_shape(value: object) -> None:
    document = json.dumps({"mail john@x.org": [value, "John Smith"], "badge": 12345})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "BATCH", 60)
        assert json.loads(redacted(Json(), document.encode())) == {
            "mail <EMAIL_ADDRESS>": [value, "<PERSON>"], "badge": "<ID_NUMBER>",
        }  # fmt: skip
