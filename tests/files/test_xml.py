# ruff: noqa: E501 (markup reads better uncut)

import time
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckname.errors import InvalidRequest, InvalidText
from deckname.files.markup import tokens
from deckname.files.xml import Xml
from tests.files.driving import batches, redacted, unchanged


def _redacted(document: str) -> str:
    return redacted(Xml(), document.encode()).decode()


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("<a>john@x.org</a>", "<a>&lt;EMAIL_ADDRESS&gt;</a>"),
        ("<a b='john@x.org &lt;'/>", "<a b='&lt;EMAIL_ADDRESS&gt; &lt;'/>"),
        ("<badge>12345</badge>", "<badge>&lt;ID_NUMBER&gt;</badge>"),
        ("<badge><value>12345</value></badge>", "<badge><value>&lt;ID_NUMBER&gt;</value></badge>"),
        ("<x badge='12345' y='12345'/>", "<x badge='&lt;ID_NUMBER&gt;' y='12345'/>"),
        ("<p>Dear <x>John</x> Smith</p>", "<p>Dear <x>&lt;PERSON&gt;</x></p>"),
        ("<r><first>John</first> <last>Smith</last></r>", "<r><first>John</first> <last>Smith</last></r>"),
        (
            "<t><tspan>jo</tspan><tspan>hn@x.org</tspan></t>",
            "<t><tspan>&lt;EMAIL_ADDRESS&gt;</tspan><tspan></tspan></t>",
        ),
        ("<a>jo<![CDATA[hn@x]]>.org</a>", "<a>&lt;EMAIL_ADDRESS&gt;<![CDATA[]]></a>"),
        ("<a><![CDATA[john@x.org]]></a>", "<a><![CDATA[<EMAIL_ADDRESS>]]></a>"),
        ("<a><![CDATA[<p>J<b>ohn</b> Smith]]></a>", "<a><![CDATA[<p>&lt;PERSON&gt;<b></b>]]></a>"),
        ("<a>&#106;ohn&#x40;x.org &amp;</a>", "<a>&lt;EMAIL_ADDRESS&gt; &amp;</a>"),
        ("<!-- john@x.org --><a/>", "<!-- &lt;EMAIL_ADDRESS&gt; --><a/>"),
        ("<?x john@x.org?><a/>", "<?x &lt;EMAIL_ADDRESS&gt;?><a/>"),
        ("<!DOCTYPE a SYSTEM 'john@x.org'><a/>", "<!DOCTYPE a SYSTEM '&lt;EMAIL_ADDRESS&gt;'><a/>"),
        ("<n5550100199/>", "<nPHONE_NUMBER/>"),
        ("<n n5550100199=''/>", "<n nPHONE_NUMBER=''/>"),
        ("<a href='mailto:john%40x.org'/>", "<a href='mailto:&lt;EMAIL_ADDRESS&gt;'/>"),
        ("<a b='john@x.org", "<a b='&lt;EMAIL_ADDRESS&gt;"),  # broken documents are text, and never passed on
        ("<b c=' john@x.org <a>", "<b c=' &lt;EMAIL_ADDRESS&gt; <a>"),
        ("<a John Smith>", "<a &lt;PERSON&gt;>"),
        ("<a b=john@x.org />", "<a b=&lt;EMAIL_ADDRESS&gt; />"),
        ("<a>john@x.org</b", "<a>&lt;EMAIL_ADDRESS&gt;</b"),
        ("</a></a>john@x.org<a", "</a></a>&lt;EMAIL_ADDRESS&gt;<a"),
        ("john@x.org", "&lt;EMAIL_ADDRESS&gt;"),
    ],
)
def test_values_are_found_wherever_they_stand(document: str, expected: str) -> None:
    assert _redacted(document) == expected


@pytest.mark.parametrize(
    "subset",
    ['<!ENTITY a "john@x.org">', '<!entity a "aaa"><!ENTITY b "&a;&a;">', '<!ENTITY x SYSTEM "file:///etc/passwd">'],
)
def test_documents_that_declare_entities_are_refused(subset: str) -> None:
    with pytest.raises(InvalidRequest, match="declares entities"):
        _redacted(f"<!DOCTYPE r [{subset}]><r>&a;</r>")


def test_what_is_written_is_well_formed_again() -> None:
    document = (
        '<?xml version="1.0" encoding="iso-8859-1"?>\r\n<!DOCTYPE r>\n<r xmlns:x="u"><x:a b="Zoë Müller">ü John Smith</x:a>'
        "<!-- Zoë Müller -->\t<c><![CDATA[john@x.org]]></c></r>"
    )
    written = redacted(Xml(), document.encode("cp1252"))
    root = ET.fromstring(written)
    assert [root[0].attrib, root[0].text, root[1].text] == [{"b": "<PERSON>"}, "ü <PERSON>", "<EMAIL_ADDRESS>"]
    assert written.startswith(b'<?xml version="1.0" encoding="iso-8859-1"?>\r\n<!DOCTYPE r>\n<r xmlns:x="u">')


def test_an_encoding_that_cannot_be_kept_is_refused() -> None:
    with pytest.raises(InvalidText, match="not one that deckname reads"):
        redacted(Xml(), b'<?xml version="1.0" encoding="utf-7"?><a/>')


_soup = st.lists(
    st.sampled_from(
        ["<a>", "</a>", "<b c='", "'", ">", "/>", "<", "&", "&amp;", "&#106;", "<![CDATA[", "]]>", "<!--", "-->", "<?x", "?>",
         "<!DOCTYPE a", "[", "]", " ", "\n", "ü", " john@x.org ", " 536-90-4399 ", "<x:y z=1 w>"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@settings(max_examples=150)
@given(_soup)
def test_what_holds_nothing_comes_back_byte_for_byte(document: str) -> None:
    assert unchanged(Xml(), document.encode()).decode() == document


@settings(max_examples=150)
@given(_soup)
def test_no_broken_document_hides_a_value(document: str) -> None:
    left = _redacted(document)
    assert "john@x.org" not in left
    assert "536-90-4399" not in left


@settings(max_examples=150)
@given(_soup)
def test_tokens_are_the_whole_source_in_order(document: str) -> None:
    at = 0
    for token in tokens(document, xml=True):
        assert token.start == at < token.end
        at = token.end
    assert at == len(document)


@pytest.mark.parametrize("piece", ["<a>", "<a ", "<!a[", "<![CDATA[<p>", "<?x ?>", "<a b='c'/>", "&#1;", "]]>"])
def test_hostile_documents_take_linear_time(piece: str) -> None:
    began = time.monotonic()
    document = (piece * 12_000).encode()
    assert unchanged(Xml(), document) == document
    assert time.monotonic() - began < 20


def test_places_count_lines() -> None:
    values = [value for batch in batches(Xml(), b"<r>\n<a>x</a>\n<b c='y'/></r>") for value in batch.values]
    assert [(value.text, value.place, value.context) for value in values] == [
        ("x", "line 2", ("a", "r")), ("y", "line 3", ("c", "b")),
    ]  # fmt: skip
