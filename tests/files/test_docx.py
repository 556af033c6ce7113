# ruff: noqa: E501 (markup reads better uncut)

import io
import re
import time
import traceback
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from hypothesis import given, settings
from hypothesis import strategies as st

from deckname.cli import main
from deckname.errors import DecknameError, InvalidRequest
from deckname.files import blank, package
from deckname.files.docx import Docx, Pptx
from deckname.policy import Policy
from tests.files.driving import batches, redacted, unchanged
from tests.files.packages import TYPES, body_of, packed, parts_of, word


def _body(body: str, policy: Policy | None = None) -> str:
    return body_of(redacted(Docx(), word(body), policy=policy))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (  # runs are one text; edges keep their white space
            "<w:p><w:r><w:t>Dear </w:t></w:r><w:r><w:t>Jo</w:t></w:r><w:r><w:t>hn Smith, hi</w:t></w:r></w:p>",
            '<w:p><w:r><w:t>Dear </w:t></w:r><w:r><w:t>&lt;PERSON&gt;</w:t></w:r><w:r><w:t>, hi</w:t></w:r></w:p>',
        ),
        (
            "<w:p><w:r><w:t>John</w:t></w:r><w:r><w:t> Smith is here</w:t></w:r></w:p>",
            '<w:p><w:r><w:t>&lt;PERSON&gt;</w:t></w:r><w:r><w:t xml:space="preserve"> is here</w:t></w:r></w:p>',
        ),
        ("<w:p><w:t>John</w:t><w:tab/><w:t>Smith</w:t></w:p>", "<w:p><w:t>&lt;PERSON&gt;</w:t><w:tab/><w:t></w:t></w:p>"),
        ("<w:p><w:t>555</w:t><w:noBreakHyphen/><w:t>0100199</w:t></w:p>", "<w:p><w:t>&lt;PHONE_NUMBER&gt;</w:t><w:noBreakHyphen/><w:t></w:t></w:p>"),
        ("<w:p><w:t>J&#111;hn&#x20;Smith</w:t></w:p>", "<w:p><w:t>&lt;PERSON&gt;</w:t></w:p>"),
        (  # tracked changes: as it was, and as it will be
            "<w:p><w:r><w:t>John </w:t></w:r><w:del w:author='Ed Roe'><w:r><w:delText>Smith</w:delText></w:r></w:del>"
            "<w:ins w:author='Ed Roe'><w:r><w:t>Smyth</w:t></w:r></w:ins></w:p>",
            "<w:p><w:r><w:t>&lt;PERSON&gt;</w:t></w:r><w:del w:author='&lt;PERSON&gt;'><w:r><w:delText></w:delText></w:r></w:del>"
            "<w:ins w:author='&lt;PERSON&gt;'><w:r><w:t>Smyth</w:t></w:r></w:ins></w:p>",
        ),
        (
            "<w:p><w:t>536-90</w:t><w:ins><w:t>-4399</w:t></w:ins><w:del><w:delText>-0000x</w:delText></w:del></w:p>",
            "<w:p><w:t>&lt;US_SSN&gt;</w:t><w:ins><w:t></w:t></w:ins><w:del><w:delText>x</w:delText></w:del></w:p>",
        ),
        (  # field codes, split too
            '<w:p><w:instrText> HYPERLINK "mailto:john</w:instrText><w:instrText>@x.org" </w:instrText><w:t>w</w:t></w:p>',
            '<w:p><w:instrText> HYPERLINK "mailto:&lt;EMAIL_ADDRESS&gt;</w:instrText><w:instrText>" </w:instrText><w:t>w</w:t></w:p>',
        ),
        ("<w:fldSimple w:instr='MAIL john@x.org'/>", "<w:fldSimple w:instr='MAIL &lt;EMAIL_ADDRESS&gt;'/>"),
        ("<w:alias w:val='John Smith'/>", "<w:alias w:val='&lt;PERSON&gt;'/>"),
        ("<wp:docPr id='1' name='x' descr='John Smith' title='john@x.org'/>", "<wp:docPr id='1' name='x' descr='&lt;PERSON&gt;' title='&lt;EMAIL_ADDRESS&gt;'/>"),
        ("<w:comment w:author='Ed Roe' w:initials='ER'/>", "<w:comment w:author='&lt;PERSON&gt;' w:initials='&lt;PERSON&gt;'/>"),
        ("<w:ins w:author='&lt;PERSON&gt;'/>", "<w:ins w:author='&lt;PERSON&gt;'/>"),
        (  # a text box within a paragraph, and its double for old programs
            "<w:p><w:t>John </w:t><mc:A><w:p><w:t>john@x.org</w:t></w:p></mc:A><mc:F><w:p><w:t>john@x.org</w:t></w:p></mc:F><w:t>Smith</w:t></w:p>",
            "<w:p><w:t>&lt;PERSON&gt;</w:t><mc:A><w:p><w:t>&lt;EMAIL_ADDRESS&gt;</w:t></w:p></mc:A><mc:F><w:p><w:t>&lt;EMAIL_ADDRESS&gt;</w:t></w:p></mc:F><w:t></w:t></w:p>",
        ),
        (  # the header of a column, and the cell to the left, name a value
            "<w:tbl><w:tr><w:tc><w:p><w:t>Badge</w:t></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:t>12345</w:t></w:p></w:tc></w:tr></w:tbl>",
            "<w:tbl><w:tr><w:tc><w:p><w:t>Badge</w:t></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:t>&lt;ID_NUMBER&gt;</w:t></w:p></w:tc></w:tr></w:tbl>",
        ),
        (
            "<w:tbl><w:tr><w:tc><w:p><w:t>Badge</w:t></w:p></w:tc><w:tc><w:p><w:t>12345</w:t></w:p></w:tc></w:tr></w:tbl>",
            "<w:tbl><w:tr><w:tc><w:p><w:t>Badge</w:t></w:p></w:tc><w:tc><w:p><w:t>&lt;ID_NUMBER&gt;</w:t></w:p></w:tc></w:tr></w:tbl>",
        ),
        ("<!-- john@x.org --><w:x>john@x.org</w:x>", "<!-- &lt;EMAIL_ADDRESS&gt; --><w:x>&lt;EMAIL_ADDRESS&gt;</w:x>"),
        # ids that Office counts by stay, or the document would not open
        ("<w:rsid w:val='12345678'/>", "<w:rsid w:val='12345678'/>"),
        ("<w:p w:rsidR='5550100199'/>", "<w:p w:rsidR='5550100199'/>"),
    ],
)  # fmt: skip
def test_values_are_found_wherever_they_stand(body: str, expected: str) -> None:
    assert _body(body) == expected


def test_a_document_of_word_is_redacted_in_every_part() -> None:
    document = docx.Document()
    document.core_properties.author = "Jane Roe"
    document.core_properties.title = "To john@x.org"
    paragraph = document.add_paragraph("Dear ")
    paragraph.add_run("John").bold = True
    paragraph.add_run(" Smith, mail ").italic = True
    paragraph.add_run("jo")
    paragraph.add_run("hn@x.org")
    document.part.relate_to("mailto:john%40x.org?subject=a", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    document.sections[0].header.paragraphs[0].text = "536-90-4399"
    document.add_comment(paragraph.runs, text="ask john@x.org", author="Jane Roe", initials="JR")
    target = io.BytesIO()
    document.save(target)
    written = redacted(Docx(), target.getvalue())
    for name, data in parts_of(written).items():
        for planted in (b"john@", b"john%40", b"Smith", b"Jane", b"536-90", b'"JR"'):
            assert planted not in data, name
    again = docx.Document(io.BytesIO(written))
    assert again.paragraphs[0].text == "Dear <PERSON>, mail <EMAIL_ADDRESS>"
    assert [run.bold for run in again.paragraphs[0].runs][1] is True
    assert (again.core_properties.author, again.core_properties.title) == ("<PERSON>", "To <EMAIL_ADDRESS>")
    assert again.sections[0].header.paragraphs[0].text == "<US_SSN>"
    (comment,) = again.comments
    assert (comment.text, comment.author, comment.initials) == ("ask <EMAIL_ADDRESS>", "<PERSON>", "<PERSON>")
    assert parts_of(redacted(Docx(), written)) == parts_of(written)


def test_what_holds_nothing_comes_back_part_by_part() -> None:
    document = docx.Document()
    document.add_paragraph("Nothing here")
    target = io.BytesIO()
    document.save(target)
    before, after = parts_of(target.getvalue()), parts_of(unchanged(Docx(images="keep"), target.getvalue()))
    assert list(before.items()) == list(after.items())


def test_pictures_are_blanked_of_their_own_kind() -> None:
    document = word(
        "", word__media__image1_dot_png=b"\x89PNG john@x.org", docProps__thumbnail_dot_jpeg=b"\xff\xd8 john"
    )
    parts = parts_of(redacted(Docx(), document))
    assert parts["word/media/image1.png"] == blank.picture("png")
    assert parts["docProps/thumbnail.jpeg"] == blank.picture("jpeg")
    assert parts_of(redacted(Docx(images="keep"), document))["word/media/image1.png"] == b"\x89PNG john@x.org"
    assert [batch.notes for batch in batches(Docx(), document)] == [("pictures blanked: 2",)]
    with pytest.raises(InvalidRequest, match="the document holds pictures"):
        redacted(Docx(images="refuse"), document)


def test_the_owner_of_a_home_folder_is_somebody() -> None:
    rels = '<R><Relationship Id="rId1" Target="file:///C:/Users/jsmith/a.dotx" TargetMode="External"/></R>'
    path = '<x:absPath url="C:\\Users\\jsmith\\Documents\\"/><x:p userId="jsmith"/><w:h w:anchor="JohnSmith"/>'
    content = {**_parts(), "word/_rels/document.xml.rels": rels, "word/settings.xml": f"<s>{path}</s>"}
    parts = parts_of(redacted(Docx(), packed(content)))
    assert b'Target="file:///C:/Users/%3CUSERNAME%3E/a.dotx"' in parts["word/_rels/document.xml.rels"]
    assert parts["word/settings.xml"] == (
        b'<s><x:absPath url="C:\\Users\\&lt;USERNAME&gt;\\Documents\\"/><x:p userId="&lt;PERSON&gt;"/>'
        b'<w:h w:anchor="JohnSmith"/></s>'
    )
    assert parts_of(redacted(Docx(), packed(parts))) == parts


def test_the_command_line_says_what_becomes_of_pictures(tmp_path: Path) -> None:
    source, target = tmp_path / "a.docx", tmp_path / "b.docx"
    source.write_bytes(word("<w:p><w:t>john@x.org</w:t></w:p>", word__media__image1_dot_png=b"\x89PNG a"))
    command = ["redact", str(source), "-o", str(target), "--model", "none", "--workers", "1", "--quiet"]
    assert main([*command, "--images", "keep"]) == 0
    assert parts_of(target.read_bytes())["word/media/image1.png"] == b"\x89PNG a"
    assert main(command) == 0
    assert parts_of(target.read_bytes())["word/media/image1.png"] == blank.picture("png")
    assert body_of(target.read_bytes()) == "<w:p><w:t>&lt;EMAIL_ADDRESS&gt;</w:t></w:p>"
    target.unlink()
    assert main([*command, "--images", "refuse"]) == 3
    assert not target.exists()


def test_documents_within_are_looked_through_by_their_own_formats() -> None:
    inner = word("<w:p><w:t>john@x.org</w:t></w:p>")
    outer = word("", word__embeddings__doc1_dot_docx=inner, word__afchunk1_dot_html=b"<b>John</b> Smith")
    parts = parts_of(redacted(Docx(), outer))
    assert body_of(parts["word/embeddings/doc1.docx"]) == "<w:p><w:t>&lt;EMAIL_ADDRESS&gt;</w:t></w:p>"
    assert parts["word/afchunk1.html"] == b"<b>&lt;PERSON&gt;</b>"


def test_custom_xml_and_link_targets_are_looked_through() -> None:
    rels = '<Relationships><Relationship Id="rId1" Type="t" Target="mailto:john%40x.org" TargetMode="External"/></Relationships>'
    parts = parts_of(
        redacted(
            Docx(),
            packed(
                {
                    "[Content_Types].xml": TYPES,
                    "word/document.xml": "<w:document/>",
                    "word/_rels/document.xml.rels": rels,
                    "customXml/item1.xml": "<case><badge>12345</badge><n v='5550100199'/></case>",
                }
            ),
        )
    )
    assert b'Target="mailto:%3CEMAIL_ADDRESS%3E"' in parts["word/_rels/document.xml.rels"]
    assert parts["customXml/item1.xml"] == b"<case><badge>&lt;ID_NUMBER&gt;</badge><n v='&lt;PHONE_NUMBER&gt;'/></case>"


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("word__vbaProject_dot_bin", b"", "macros"),
        ("word__embeddings__oleObject1_dot_bin", b"", "an embedded OLE object"),
        ("word__activeX__activeX1_dot_bin", b"", "ActiveX"),
        ("word__fonts__font1_dot_odttf", b"", "embedded fonts"),
        ("word__media__a_dot_mp4", b"", "sound or film"),
        ("_xmlsignatures__sig1_dot_xml", b"<s/>", "a digital signature"),
        ("word__x_dot_dat", b"\0\1\2John Smith", "binary"),
        ("word__john_at_dot_zip", b"PK\x03\x04", "an archive"),
        (
            "word__evil_dot_xml",
            b"<!DOCTYPE a [<!ENTITY b 'John Smith'>]><a>&b;</a>",
            "part 3: it declares a document type",
        ),
        ("word__evil_dot_xml", b"<a>John Smith", "part 3: it is not well-formed"),
    ],
)
def test_what_cannot_be_looked_through_is_refused(name: str, data: bytes, problem: str) -> None:
    with pytest.raises(InvalidRequest, match=problem) as caught:
        redacted(Docx(), word("", **{name: data}))
    assert "John" not in "".join(traceback.format_exception(caught.value, limit=0))


def test_a_name_of_a_part_that_holds_a_value_is_refused() -> None:
    with pytest.raises(InvalidRequest, match="the name of a file within the document") as caught:
        redacted(Docx(), packed({**_parts(), "word/embeddings/john@x.org.txt": b"x"}))
    assert "john" not in str(caught.value)


def _parts() -> dict[str, str | bytes]:
    return {"[Content_Types].xml": TYPES, "word/document.xml": "<w:document/>"}


def test_archives_that_mean_trouble_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(content: bytes, problem: str) -> None:
        with pytest.raises(DecknameError, match=problem) as caught:
            batches(Docx(), content)
        assert caught.value.__context__ is None

    refuses(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 John Smith", "an encrypted or an old Office document")
    refuses(b"John Smith", "no readable zip archive")
    refuses(word("")[:-30], "no readable zip archive")
    refuses(packed({"a.xml": "<a/>"}), "no Office document")
    refuses(packed({**_parts(), "word/../../x.xml": "<a/>"}), "a part whose name leads out of it")
    refuses(packed({**_parts(), "/etc/x.xml": "<a/>"}), "a part whose name leads out of it")
    with pytest.warns(UserWarning, match="Duplicate"):
        doubled = io.BytesIO()
        with zipfile.ZipFile(doubled, "w") as archive:
            for name in ("a.xml", "a.xml"):
                archive.writestr(name, "<a/>")
    refuses(doubled.getvalue(), "two parts of one name")
    monkeypatch.setattr(package, "UNPACKED", 1_000_000)
    refuses(packed({**_parts(), "word/x.xml": b" " * 1_000_001}), "unpacks to too much")
    monkeypatch.setattr(package, "PARTS", 1)
    refuses(word(""), "too many parts")


def test_documents_within_documents_end_somewhere() -> None:
    document = word("")
    for _ in range(7):
        document = word("", word__embeddings__doc1_dot_docx=document)
    with pytest.raises(InvalidRequest, match="files within files, more than 5 deep"):
        batches(Docx(), document)


def test_what_a_zip_holds_beside_its_parts_is_not_copied() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in _parts().items():
            info = zipfile.ZipInfo(name)
            info.comment, info.extra = b"john@x.org", b"\xfe\xca\x0a\x00john@x.org"
            archive.writestr(info, data)
        archive.comment = b"john@x.org"
    content = b"john@x.org" + target.getvalue()
    assert content.count(b"john@x.org") > 3
    assert b"john@x.org" not in redacted(Docx(), content)


def test_a_presentation_is_looked_through() -> None:
    slide = (
        '<p:sld xmlns:p="p" xmlns:a="a"><p:cNvPr id="2" name="x" descr="John Smith"/><a:p><a:r><a:t>John</a:t></a:r>'
        "<a:r><a:t> Smith</a:t></a:r><a:br/><a:r><a:t>hi </a:t></a:r></a:p></p:sld>"
    )
    authors = '<p:cmAuthorLst><p:cmAuthor id="0" name="Jane Roe" initials="JR"/></p:cmAuthorLst>'
    content = packed({"[Content_Types].xml": TYPES, "ppt/slides/slide1.xml": slide, "ppt/commentAuthors.xml": authors})
    parts = parts_of(redacted(Pptx(), content))
    assert parts["ppt/slides/slide1.xml"].decode() == slide.replace("John Smith", "&lt;PERSON&gt;").replace(
        "<a:t>John</a:t></a:r><a:r><a:t> Smith</a:t>", "<a:t>&lt;PERSON&gt;</a:t></a:r><a:r><a:t></a:t>"
    )
    assert b'name="&lt;PERSON&gt;" initials="&lt;PERSON&gt;"' in parts["ppt/commentAuthors.xml"]


_pieces = st.recursive(
    st.sampled_from(
        [" 536-90-4399 ", "ü", "&amp;", "&#106;", "<!-- 536-90-4399 -->", "<w:x a=' 536-90-4399 '/>", "<w:tab/>", "<w:br/>",
         "<w:fldChar/>", "<![CDATA[ 536-90-4399 ]]>", "<?x 536-90-4399 ?>", "<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>", "<"]
    ),
    lambda inner: st.builds(
        lambda tag, parts: f"<w:{tag}>{''.join(parts)}</w:{tag}>",
        st.sampled_from(["p", "r", "t", "ins", "del", "tbl", "tr", "tc", "instrText", "delText", "pPr", "x"]),
        st.lists(inner, max_size=3),
    ),
)  # fmt: skip


@settings(max_examples=60)
@given(_pieces)
def test_no_strange_part_hides_a_value_and_what_holds_nothing_stays(body: str) -> None:
    content = word(body)
    try:
        same = unchanged(Docx(), content)
    except InvalidRequest as error:
        assert str(error) == "body: it is not well-formed"
        return
    assert parts_of(same) == parts_of(content)
    assert b"536-90-4399" not in parts_of(redacted(Docx(), content))["word/document.xml"]


@settings(max_examples=60)
@given(
    st.lists(st.booleans(), min_size=9, max_size=9),
    st.lists(st.sampled_from(["", "ins", "del"]), min_size=2, max_size=2),
)
def test_runs_hide_no_character(cuts: list[bool], marks: list[str]) -> None:
    runs = "j" + "".join(
        ("</w:t></w:r><w:r><w:t>" if cut else "") + c for c, cut in zip("ohn@x.org", cuts, strict=True)
    )
    other = [f"<w:{mark}><w:t> new</w:t></w:{mark}>" if mark else "" for mark in marks]
    left = _body(f"<w:p>{other[0]}<w:r><w:t>{runs}</w:t></w:r>{other[1]}</w:p>")
    assert "ohn" not in left
    assert left.count("&lt;EMAIL_ADDRESS&gt;") == 1


@pytest.mark.parametrize("piece", ["<w:p>", "<w:p><w:t>a</w:t>", "<w:tbl><w:tr><w:tc>", "<w:del>", "<w:ins><w:p>"])
def test_hostile_parts_take_linear_time(piece: str) -> None:
    began = time.monotonic()
    closed = "".join(f"</{tag}>" for tag in reversed(re.findall(r"<(w:\w+)>", piece)) if f"</{tag}>" not in piece)
    content = word(piece * 3_000 + closed * 3_000)
    assert parts_of(unchanged(Docx(), content)) == parts_of(content)
    assert time.monotonic() - began < 20


def test_a_replacement_is_text_and_no_markup() -> None:
    policy = Policy.model_validate({"default": {"op": "replace", "with": "</w:t><w:x/>&\"'\x00--]]>"}})
    for body in ("<w:p><w:t>john@x.org</w:t></w:p>", "<w:alias w:val='john@x.org'/>", "<!--john@x.org-->"):
        before: Any = _body(body).count("<w:")
        assert _body(body, policy).count("<w:") == before
