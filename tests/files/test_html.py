import html
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckname.errors import InvalidText, UnsupportedFile
from deckname.files import blank
from deckname.files.html import Html
from deckname.files.markup import tokens
from deckname.policy import Policy
from tests.files.driving import batches, redacted, unchanged


def _redacted(page: str, **options: str) -> str:
    return redacted(Html(**options), page.encode()).decode()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>mail john@x.org</p>", "<p>mail &lt;EMAIL_ADDRESS&gt;</p>"),
        ("john@x.org", "&lt;EMAIL_ADDRESS&gt;"),
        ("<b>John</b> Smith", "<b>&lt;PERSON&gt;</b>"),
        ("jo<wbr>hn@x.org", "&lt;EMAIL_ADDRESS&gt;<wbr>"),
        ("<i>j</i>ohn<b>@x</b>.<u>org</u>!", "<i>&lt;EMAIL_ADDRESS&gt;</i><b></b><u></u>!"),
        ("John\n\n     Smith", "&lt;PERSON&gt;"),
        ("John<br>Smith", "&lt;PERSON&gt;<br>"),
        ("J&#111;hn&nbsp;Sm&#x69;th", "&lt;PERSON&gt;"),
        ("john&commat;x&period;org", "&lt;EMAIL_ADDRESS&gt;"),
        ("<td>John<td>Smith", "<td>John<td>Smith"),  # two cells are not one text
        ("<span>John Smith</span><span>536-90-4399</span>", "<span>&lt;PERSON&gt;</span><span>&lt;US_SSN&gt;</span>"),
        ("<p title='john@x.org'>", "<p title='&lt;EMAIL_ADDRESS&gt;'>"),
        ("<p title=john@x.org>", "<p title=&lt;EMAIL_ADDRESS&gt;>"),
        ('<a href="mailto:john@x.org?cc=a">', '<a href="mailto:%3CEMAIL_ADDRESS%3E?cc=a">'),
        ('<a href="mailto:john%40x.org">', '<a href="mailto:%3CEMAIL_ADDRESS%3E">'),
        ("<a href='file:///home/ada/x'>", "<a href='file:///home/%3CUSERNAME%3E/x'>"),
        ('<a href="tel:+15550100199">', '<a href="tel:%3CPHONE_NUMBER%3E">'),
        ("<img alt='John Smith' data-x='536-90-4399'>", "<img alt='&lt;PERSON&gt;' data-x='&lt;US_SSN&gt;'>"),
        ('<meta name="author" content="Jane Roe">', '<meta name="author" content="&lt;PERSON&gt;">'),
        ('<div class="c john@x.org">', '<div class="c &lt;EMAIL_ADDRESS&gt;">'),
        ("<input name=badge value=12345>", "<input name=badge value=&lt;ID_NUMBER&gt;>"),
        ("<!-- john@x.org <b>John</b> Smith -->", "<!-- &lt;EMAIL_ADDRESS&gt; <b>&lt;PERSON&gt;</b> -->"),
        ("<!john@x.org>", "<!&lt;EMAIL_ADDRESS&gt;>"),
        ("<?php john@x.org ?>", "<?php &lt;EMAIL_ADDRESS&gt; ?>"),
        ("</3 john@x.org>", "</3 &lt;EMAIL_ADDRESS&gt;>"),
        ("<title>john@x.org</title>", "<title>&lt;EMAIL_ADDRESS&gt;</title>"),
        ("<textarea><b>john@x.org</textarea>", "<textarea><b>&lt;EMAIL_ADDRESS&gt;</textarea>"),
        ("<svg><text>john@x.org</text></svg>", "<svg><text>&lt;EMAIL_ADDRESS&gt;</text></svg>"),
        ("<![CDATA[john@x.org]]>", "<![CDATA[&lt;EMAIL_ADDRESS&gt;]]>"),
        ("<john@x.org>", "<EMAIL_ADDRESS>"),  # never escaped by its author
        ("<p john@x.org>", "<p EMAIL_ADDRESS>"),
        ("<a href='x john@x.org", "<a href='x &lt;EMAIL_ADDRESS&gt;"),  # never closed
        ("a < b john@x.org", "a < b &lt;EMAIL_ADDRESS&gt;"),
        ("<!-- john@x.org", "<!-- &lt;EMAIL_ADDRESS&gt;"),
        ("<plaintext></plaintext>john@x.org", "<plaintext></plaintext>&lt;EMAIL_ADDRESS&gt;"),
        ("<script>a='john@x.org'", "<script>a='\\u003cEMAIL_ADDRESS\\u003e'"),
        (r"<script>a='jo\x68n\u0040x.org'</script>", r"<script>a='\u003cEMAIL_ADDRESS\u003e'</script>"),
        ("<script>call(5550100199)</script>", '<script>call("\\u003cPHONE_NUMBER\\u003e")</script>'),
        ("<script>// john@x.org\nf()</script>", "<script>// <EMAIL_ADDRESS>\nf()</script>"),
        (
            r'<script type="application/ld+json">{"email": "john\u0040x.org", "badge": 12345}</script>',
            r'<script type="application/ld+json">{"email": "\u003cEMAIL_ADDRESS\u003e", '
            r'"badge": "\u003cID_NUMBER\u003e"}</script>',
        ),
        (r"<style>a{content:'john\40 x.org'}</style>", r"<style>a{content:'\3c EMAIL_ADDRESS\3e '}</style>"),
        ("<template><p>john@x.org</template>", "<template><p>&lt;EMAIL_ADDRESS&gt;</template>"),
        ("<iframe srcdoc='&lt;p>john@x.org'>", "<iframe srcdoc='&lt;p>&lt;EMAIL_ADDRESS&gt;'>"),
    ],
)  # fmt: skip
def test_values_are_found_wherever_they_stand(page: str, expected: str) -> None:
    assert _redacted(page) == expected


def test_a_header_names_the_cells_of_its_column() -> None:
    page = "<table><tr><th>Name<th>Badge</tr><tr><td>Ada<td>{}</tr><tr><td>Bob<td>{}</tr></table>"
    assert _redacted(page.format(12345, 54321)) == page.format("&lt;ID_NUMBER&gt;", "&lt;ID_NUMBER&gt;")
    form = "<p><label>Badge</label><input value='12345'></p><dl><dt>Badge<dd>12345</dl>"
    assert _redacted(form).count("12345") == 0


def test_text_in_comments_and_scripts_cannot_break_out() -> None:
    policy = Policy.model_validate({"default": {"op": "replace", "with": "--></script></style>\"'`${x}\\\n<b>"}})
    for page in (
        "<!-- john@x.org -->", "<script>a='john@x.org'</script>", "<script>5550100199</script>",
        "<script>/* john@x.org */</script>", "<style>a{content:'john@x.org'}</style>", "<p title='john@x.org'>",
        "<p title=john@x.org>", "<title>john@x.org</title>", "<a href='mailto:john@x.org'>",
    ):  # fmt: skip
        before = [token.kind for token in tokens(page)]
        written = redacted(Html(), page.encode(), policy=policy).decode()
        assert [token.kind for token in tokens(written)] == before, page


def test_embedded_pictures_are_blanked_and_other_data_is_removed() -> None:
    page = '<img src="data:image/png;base64,AAAA"><a href="data:text/plain,john@x.org">'
    assert _redacted(page) == f'<img src="{blank.data_url("data:image/png", "blank", "")}"><a href="data:,">'
    assert _redacted(page, images="keep") == '<img src="data:image/png;base64,AAAA"><a href="data:,">'
    with pytest.raises(UnsupportedFile, match="line 1: an embedded picture"):
        _redacted(page, images="refuse")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_the_encoding_is_kept(encoding: str) -> None:
    page = "<!DOCTYPE html>\r\n<p>Zoë Müller, “john@x.org”</p>\r\n" * 3
    expected = page.replace("Zoë Müller", "&lt;PERSON&gt;").replace("john@x.org", "&lt;EMAIL_ADDRESS&gt;")
    assert redacted(Html(), page.encode(encoding)) == expected.encode(encoding)


def test_the_encoding_that_a_page_declares_is_believed() -> None:
    page = '<meta charset="koi8-r"><p>Вася john@x.org</p>'
    expected = '<meta charset="koi8-r"><p>Вася &lt;EMAIL_ADDRESS&gt;</p>'
    assert redacted(Html(), page.encode("koi8-r")) == expected.encode("koi8-r")
    with pytest.raises(InvalidText, match="not one that deckname reads"):
        redacted(Html(), b'<meta charset="utf-7"><p>+ADw-')


_FRAGMENTS = [
    "<p>", "</p>", "<b>", "</b>", "<br>", "<td>", "<!--", "-->", "<script>", "</script>", "<", ">", "'", '"', "=", "&",
    "&amp;", "&#106;", "&lt;", " ", "\n", "a", "ü", "😀", "<p title='", "<x y=", "</", "<!", "<?", "<![CDATA[", "]]>",
    " john@x.org ", " 536-90-4399 ", "<style>", "</style>", "<pre>", "%40", "\\u0040", "data:",
]  # fmt: skip
_soup = st.lists(st.sampled_from(_FRAGMENTS), max_size=30).map("".join)


@settings(max_examples=60)
@given(_soup)
def test_what_holds_nothing_comes_back_byte_for_byte(page: str) -> None:
    assert unchanged(Html(images="keep"), page.replace("data:", "").encode()).decode() == page.replace("data:", "")


@settings(max_examples=60)
@given(_soup)
def test_no_tag_soup_hides_a_value(page: str) -> None:
    left = _redacted(page)
    for text in (left, html.unescape(left), html.unescape(re.sub(r"<[^>]*>", "", left))):
        assert "536-90-4399" not in text
        assert "john@x.org" not in text


@settings(max_examples=60)
@given(_soup)
def test_tokens_are_the_whole_source_in_order(page: str) -> None:
    at = 0
    for token in tokens(page):
        assert token.start == at < token.end
        assert token.start <= token.inner[0] <= token.inner[1] <= token.end
        at = token.end
    assert at == len(page)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["", "<b>", "</b>", "<i>", "</i>", "<wbr>", "&#8203;"]), min_size=9, max_size=9))
def test_inline_tags_hide_no_character(tags: list[str]) -> None:
    page = "<p>to " + "".join(a + b for a, b in zip("john@x.or", tags, strict=True)) + "g today</p>"
    left = html.unescape(re.sub(r"<[^>]*>", "", _redacted(page))).replace("\u200b", "")
    assert left == "to <EMAIL_ADDRESS> today".replace("<EMAIL_ADDRESS>", "<EMAIL_ADDRESS>")


@pytest.mark.parametrize(
    "page",
    ["<a " * 25_000, "<!x>" * 25_000, "<!--" * 25_000, "&" * 80_000, "<p title='" * 20_000, "</" * 20_000,
     "<p" + " a" * 25_000, "<script>" * 20_000, "<b>" * 25_000 + "x", "<![CDATA[" * 30_000, '<script>"' + "\\" * 20_000,
     "<p x=" + "%" * 20_000, "<a href='" + "%41" * 20_000 + "'>"],
    ids=lambda page: page[:9],
)  # fmt: skip
def test_hostile_pages_take_linear_time(page: str) -> None:
    began = time.monotonic()
    assert unchanged(Html(), page.encode()) == page.encode()
    assert time.monotonic() - began < 20


def test_a_long_page_comes_in_batches() -> None:
    page = "<p>mail john@x.org " + "word " * 100 + "</p>\n"
    pages = (page * 2000).encode()
    assert len(batches(Html(), pages)) == 2
    assert redacted(Html(), pages) == pages.replace(b"john@x.org", b"&lt;EMAIL_ADDRESS&gt;")
