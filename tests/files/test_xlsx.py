# ruff: noqa: E501 (markup reads better uncut)

import datetime
import io
import time

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from deckname.errors import InvalidRequest
from deckname.files.xlsx import Xlsx
from deckname.pattern import Pattern
from tests.files.driving import DETECTOR, NAME, batches, redacted, unchanged
from tests.files.packages import TYPES, packed, parts_of

WORKBOOK = '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'


def _sheet(rows: str, strings: str = "", styles: str = "", workbook: str = WORKBOOK, **others: str | bytes) -> bytes:
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES, "xl/workbook.xml": workbook,
        "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{rows}</sheetData></worksheet>",
    }  # fmt: skip
    if strings:
        parts["xl/sharedStrings.xml"] = f"<sst>{strings}</sst>"
    if styles:
        parts["xl/styles.xml"] = styles
    return packed({**parts, **{name.replace("__", "/") + ".xml": data for name, data in others.items()}})


def _rows(rows: str, strings: str = "", styles: str = "") -> str:
    sheet = parts_of(redacted(Xlsx(), _sheet(rows, strings, styles)))["xl/worksheets/sheet1.xml"].decode()
    return sheet.removeprefix("<worksheet><sheetData>").removesuffix("</sheetData></worksheet>")


INLINE = '<c r="A1" t="inlineStr"><is><t>badge</t></is></c>'


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c r="B1"><v>12345</v></c>', '<c t="inlineStr" r="B1"><is><t xml:space="preserve">&lt;ID_NUMBER&gt;</t></is></c>'),
        ('<c r="B1" s="0" t="n"><v>12345</v></c>', '<c r="B1" s="0" t="inlineStr"><is><t xml:space="preserve">&lt;ID_NUMBER&gt;</t></is></c>'),
        ('<c r="B1"><v>1.2345E4</v></c>', '<c t="inlineStr" r="B1"><is><t xml:space="preserve">&lt;ID_NUMBER&gt;</t></is></c>'),
        ('<c r="B1"><f>A2+1</f><v>12345</v></c>', '<c t="str" r="B1"><f>A2+1</f><v>&lt;ID_NUMBER&gt;</v></c>'),
        ('<c r="B1" t="str"><f>A2</f><v>a john@x.org</v></c>', '<c r="B1" t="str"><f>A2</f><v>a &lt;EMAIL_ADDRESS&gt;</v></c>'),
        ('<c r="B1"><v>123456</v></c>', '<c r="B1"><v>123456</v></c>'),
        ('<c r="B1" t="b"><v>1</v></c>', '<c r="B1" t="b"><v>1</v></c>'),
        ('<c r="B1" t="e"><v>#N/A</v></c>', '<c r="B1" t="e"><v>#N/A</v></c>'),
        ('<c r="B1"/>', '<c r="B1"/>'),
        ('<c r="B1" t="inlineStr"><is><r><t>Jo</t></r><r><t>hn Smith</t></r></is></c>', '<c r="B1" t="inlineStr"><is><r><t>&lt;PERSON&gt;</t></r><r><t></t></r></is></c>'),
    ],
)  # fmt: skip
def test_cells_are_looked_through_and_numbers_become_strings(cell: str, expected: str) -> None:
    assert _rows(f'<row r="1">{INLINE}{cell}</row>') == f'<row r="1">{INLINE}{expected}</row>'


def test_a_header_names_its_column_in_numbers_and_in_shared_strings() -> None:
    strings = (
        "<si><t>Badge</t></si><si><t>12345</t></si><si><r><t>Jo</t></r><r><t>hn Smith</t></r></si><si><t>Other</t></si>"
    )
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>3</v></c></row>'
        '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>2</v></c></row>'
        '<row r="3"><c r="A3"><v>54321</v></c></row>'
    )
    parts = parts_of(redacted(Xlsx(), _sheet(rows, strings)))
    assert parts["xl/sharedStrings.xml"].decode() == (
        "<sst><si><t>Badge</t></si><si><t>&lt;ID_NUMBER&gt;</t></si><si><r><t>&lt;PERSON&gt;</t></r><r><t></t></r></si>"
        "<si><t>Other</t></si></sst>"
    )
    assert b"54321" not in parts["xl/worksheets/sheet1.xml"]


@pytest.mark.parametrize(
    ("styles", "found"),
    [
        ('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>', True),
        ('<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>', True),
        ('<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0.00&quot; days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>', False),
        ('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="2"/></cellXfs></styleSheet>', False),
    ],
)  # fmt: skip
def test_dates_are_read_as_dates(styles: str, found: bool) -> None:
    rows = f'<row r="1">{INLINE}<c r="B1" s="1"><v>32875</v></c></row>'
    values = [value.text for batch in batches(Xlsx(), _sheet(rows, "", styles)) for value in batch.values]
    assert ("1990-01-02" in values, "32875" in values) == (found, not found)


def _workbook() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "John Smith"
    sheet.append(["Badge", "Mail", "Born"])
    sheet.append([12345, "john@x.org", datetime.date(1990, 1, 2)])
    sheet["A9"] = "=\"john@x.org\"&'John Smith'!A2"
    sheet["A10"] = "=5550100199+1"
    sheet["B2"].comment = Comment("ask john@x.org", "Jane Roe")
    sheet["B3"].hyperlink = "mailto:john@x.org"
    other = book.create_sheet("Zoë Müller")
    other["A1"] = "='John Smith'!A1"
    other["A2"].hyperlink = "#'John Smith'!A1"
    book.properties.creator = "Jane Roe"
    book.defined_names["area"] = DefinedName("area", attr_text="'John Smith'!$A$1")
    check = DataValidation(type="list", formula1='"John Smith,Bob"', prompt="ask john@x.org")
    check.add("H1")
    sheet.add_data_validation(check)
    return book


def test_a_workbook_is_redacted_in_every_part_and_opens_again() -> None:
    target = io.BytesIO()
    _workbook().save(target)
    written = redacted(Xlsx(), target.getvalue())
    for name, data in parts_of(written).items():
        for planted in ("john@", "Smith", "Müller", "Jane", "12345", "5550100199"):
            assert planted.encode() not in data, name
    book = openpyxl.load_workbook(io.BytesIO(written))
    assert book.sheetnames == ["<PERSON>", "<PERSON> 2"]
    first, second = book.worksheets
    assert [first["A2"].value, first["B2"].value] == ["<ID_NUMBER>", "<EMAIL_ADDRESS>"]
    assert first["C2"].value == datetime.datetime(1990, 1, 2)
    assert first["A9"].value == "=\"<EMAIL_ADDRESS>\"&'<PERSON>'!A2"
    assert first["A10"].value == '="<PHONE_NUMBER>"+1'
    assert second["A1"].value == "='<PERSON>'!A1"
    assert book.defined_names["area"].attr_text == "'<PERSON>'!$A$1"
    comment = first["B2"].comment
    assert comment is not None
    assert (comment.text, comment.author) == ("ask <EMAIL_ADDRESS>", "<PERSON>")
    assert book.properties.creator == "<PERSON>"
    assert parts_of(redacted(Xlsx(), written)) == parts_of(written)


def test_what_holds_nothing_comes_back_part_by_part() -> None:
    target = io.BytesIO()
    _workbook().save(target)
    before, after = parts_of(target.getvalue()), parts_of(unchanged(Xlsx(), target.getvalue()))
    assert list(before.items()) == list(after.items())


def test_the_name_of_a_sheet_stays_in_formulas_where_it_stays() -> None:
    book = '<workbook><sheets><sheet name="Ada"/></sheets></workbook>'
    content = _sheet("<row><c><f>Ada!A1+'[1]Ada'!B2</f></c></row>", workbook=book)
    only_in_formulas = type(DETECTOR)([Pattern(type="PERSON", regex=r"Ada(?=!)", score=0.9)])
    parts = parts_of(redacted(Xlsx(), content, detector=only_in_formulas))
    assert b"<f>Ada!A1+'[1]Ada'!B2</f>" in parts["xl/worksheets/sheet1.xml"]
    renamed = type(DETECTOR)([Pattern(type="PERSON", regex=r"Ada\b", score=0.9), NAME])
    parts = parts_of(redacted(Xlsx(), content, detector=renamed))
    assert b"<f>'&lt;PERSON&gt;'!A1" in parts["xl/worksheets/sheet1.xml"]


def test_pivot_caches_comments_tables_and_links_are_looked_through() -> None:
    pivot = '<r><s v="john@x.org"/><n v="5550100199"/><n v="7"/></r>'
    persons = '<personList><person displayName="Jane Roe" id="{1}" userId="jane@x.org" providerId="AD"/></personList>'
    table = '<table name="T" displayName="T"><tableColumn id="1" name="John Smith"/><filter val="john@x.org"/></table>'
    content = _sheet(
        "", xl__pivotCache__pivotCacheRecords1=pivot, xl__persons__person=persons, xl__tables__table1=table,
        xl__externalLinks__externalLink1="<externalLink><v>john@x.org</v></externalLink>",
        xl__threadedComments__threadedComment1='<c><text>mail john@x.org</text></c>',
    )  # fmt: skip
    parts = {name: data.decode() for name, data in parts_of(redacted(Xlsx(), content)).items()}
    assert parts["xl/pivotCache/pivotCacheRecords1.xml"] == (
        '<r><s v="&lt;EMAIL_ADDRESS&gt;"/><s v="&lt;PHONE_NUMBER&gt;"/><n v="7"/></r>'
    )
    assert 'displayName="&lt;PERSON&gt;"' in parts["xl/persons/person.xml"]
    everything = "".join(parts.values())
    for planted in ("john@", "Smith", "Jane", "jane@", "5550100199"):
        assert planted not in everything


def test_the_codes_of_page_headers_are_no_text() -> None:
    text = '&amp;CJohn &amp;BSmith&amp;B, john@x.org&amp;R&amp;"Arial,Bold"&amp;K0000ffJohn Smith &amp;&amp; &lt;a&gt; &amp;12 536-90-4399'
    book = openpyxl.Workbook()
    target = io.BytesIO()
    book.save(target)
    parts = parts_of(target.getvalue())
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"</worksheet>", f"<oddHeader>{text}</oddHeader></worksheet>".encode())
    written = parts_of(redacted(Xlsx(), packed(parts)))[sheet].decode()
    assert written.partition("<oddHeader>")[2].partition("</oddHeader>")[0] == (
        '&amp;C&lt;PERSON&gt;&amp;B, &lt;EMAIL_ADDRESS&gt;&amp;R&amp;"Arial,Bold"&amp;K0000ff&lt;PERSON&gt; '
        "&amp;&amp; &lt;a&gt; &amp;12 &lt;US_SSN&gt;"
    )


def test_printer_settings_go_and_what_points_to_them() -> None:
    rels = (
        '<Relationships><Relationship Id="rId1" Type="p" Target="../printerSettings/printerSettings1.bin"/>'
        '<Relationship Id="rId2" Type="d" Target="../drawings/drawing1.xml"/></Relationships>'
    )
    content = packed(
        {
            "[Content_Types].xml": '<Types><Override PartName="/xl/printerSettings/printerSettings1.bin" ContentType="x"/></Types>',
            "xl/workbook.xml": WORKBOOK,
            "xl/worksheets/sheet1.xml": '<worksheet><sheetData/><pageSetup paperSize="9" r:id="rId1"/><drawing r:id="rId2"/></worksheet>',
            "xl/worksheets/_rels/sheet1.xml.rels": rels,
            "xl/printerSettings/printerSettings1.bin": "J\0o\0h\0n\0",
        }
    )  # fmt: skip
    parts = {name: data.decode() for name, data in parts_of(redacted(Xlsx(), content)).items()}
    assert "xl/printerSettings/printerSettings1.bin" not in parts
    assert parts["[Content_Types].xml"] == "<Types></Types>"
    assert parts["xl/worksheets/sheet1.xml"] == (
        '<worksheet><sheetData/><pageSetup paperSize="9" /><drawing r:id="rId2"/></worksheet>'
    )
    assert "rId1" not in parts["xl/worksheets/_rels/sheet1.xml.rels"]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("xl/vbaProject.bin", "macros"),
        ("xl/model/item.data", "a data model"),
        ("xl/worksheets/sheet2.bin", "a binary workbook"),
    ],
)
def test_what_cannot_be_looked_through_is_refused(name: str, problem: str) -> None:
    with pytest.raises(InvalidRequest, match=problem):
        batches(Xlsx(), packed({"[Content_Types].xml": TYPES, "xl/workbook.xml": WORKBOOK, name: b"John"}))


def test_places_name_the_cell_and_never_the_sheet() -> None:
    content = _sheet('<row r="7"><c r="C7"><v>5550100199</v></c></row>')
    values = [value for batch in batches(Xlsx(), content) for value in batch.values if value.text == "5550100199"]
    assert [value.place for value in values] == ["sheet 1!C7"]


_cells = st.lists(
    st.builds(
        lambda kind, value, formula: f'<c r="B2"{kind}>{formula}{value}</c>',
        st.sampled_from(["", ' t="s"', ' t="str"', ' t="inlineStr"', ' t="n"', ' t="d"', ' t="?"', ' s="9"', ' s="x"']),
        st.sampled_from(["", "<v/>", "<v>5550100199</v>", "<v> 536-90-4399 </v>", "<is><t> 536-90-4399 </t></is>", "<v>0</v>",
                         "<v>-1</v>", "<v>1e400</v>", "<v>9</v><v>536-90-4399</v>", "<extLst><x> 536-90-4399 </x></extLst>"]),
        st.sampled_from(["", "<f/>", "<f>A1</f>", "<f>\"536-90-4399\"</f>", "<f>536-90-4399</f>"]),
    ),
    max_size=6,
)  # fmt: skip


@settings(max_examples=60)
@given(_cells)
def test_no_strange_cell_hides_a_value_and_what_holds_nothing_stays(cells: list[str]) -> None:
    content = _sheet(f'<row r="2">{"".join(cells)}</row>', "<si><t> 536-90-4399 </t></si>")
    try:
        same = unchanged(Xlsx(), content)
    except InvalidRequest as error:
        assert str(error) == "sheet 1: a cell shows a string that is not there"
        return
    assert parts_of(same) == parts_of(content)
    for data in parts_of(redacted(Xlsx(), content)).values():
        assert b"536-90-4399" not in data
        assert b"5550100199" not in data


def test_many_cells_take_linear_time() -> None:
    began = time.monotonic()
    content = _sheet("".join(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in range(1, 4_000)))
    assert parts_of(unchanged(Xlsx(), content)) == parts_of(content)
    assert time.monotonic() - began < 20
