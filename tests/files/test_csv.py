import csv
import io
import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckname.detector import Detector
from deckname.errors import InvalidRequest
from deckname.files import csv as module
from deckname.files.csv import Csv, dialect_of
from deckname.pattern import Pattern
from tests.files.driving import batches, redacted, unchanged

DETECTOR = Detector(
    [
        Pattern(type="EMAIL_ADDRESS", regex=r"[a-z]+@[a-z]+\.org", score=0.9),
        Pattern(type="ID_NUMBER", regex=r"(?<!\d)\d{5}(?!\d)", score=0.0, context=("badge*",), context_score=0.9),
    ]
)


def _redacted(content: str, format_: Csv | None = None) -> str:
    return redacted(format_ or Csv(), content.encode(), detector=DETECTOR).decode()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a,mail\r\n1,ada@x.org\r\n", "a,mail\r\n1,<EMAIL_ADDRESS>\r\n"),
        ("badge;n\n12345;12345\n", "badge;n\n<ID_NUMBER>;12345\n"),  # the first row is context
        ('\ufeffa\tb\n"x ""y""\tada@x.org"\t1', '\ufeffa\tb\n"x ""y""\t<EMAIL_ADDRESS>"\t1'),
        ('a,b\n"1\n2, ada@x.org",2\n', 'a,b\n"1\n2, <EMAIL_ADDRESS>",2\n'),
        ("badge,n\n12345.0,x\n7.0,y\n", "badge,n\n<ID_NUMBER>,x\n7.0,y\n"),  # what a gap in a column makes of numbers
        ('badge,n\n"12345.0",12345.0\n', 'badge,n\n"<ID_NUMBER>",12345.0\n'),
        ("ada@x.org,bob@y.org\n", "<EMAIL_ADDRESS>,<EMAIL_ADDRESS>\n"),  # no header: the first row is data
        ("a|b\rada@x.org|\r", "a|b\r<EMAIL_ADDRESS>|\r"),
        ('a,b\n5" ada@x.org,1\n', 'a,b\n"5"" <EMAIL_ADDRESS>",1\n'),
        ('a,b\n"x" ada@x.org,1\n', 'a,b\n"x <EMAIL_ADDRESS>",1\n'),
        ('a,b\n"never closed, ada@x.org\n1,2', 'a,b\n"""never closed", <EMAIL_ADDRESS>\n1,2'),
        ('a,b\n"say \\"hi\\", ada@x.org",2\n', 'a,b\n"say \\"hi\\", <EMAIL_ADDRESS>",2\n'),
        ("sep=;\r\nbadge;b\r\n12345;1,5\r\n", "sep=;\r\nbadge;b\r\n<ID_NUMBER>;1,5\r\n"),
        ("ada@x.org\nplain\n", "<EMAIL_ADDRESS>\nplain\n"),
        ("2,a,b\n1,x@y.org,2\n", "2,a,b\n1,<EMAIL_ADDRESS>,2\n"),  # a name that is a number
        ("a,b\n1,2,bob@y.org\n", "a,b\n1,2,<EMAIL_ADDRESS>\n"),  # a cell without a column
        ("a,b\n\n1,bob@y.org\n\n", "a,b\n\n1,<EMAIL_ADDRESS>\n\n"),
        ("", ""),
        ("\ufeff", "\ufeff"),
    ],
)
def test_only_cells_that_hold_something_change(content: str, expected: str) -> None:
    if "never closed" in content:
        expected = content.replace("ada@x.org", "<EMAIL_ADDRESS>")
    assert _redacted(content) == expected


def test_columns_are_chosen_left_out_and_known() -> None:
    content = "a,b,a\nx@x.org,y@y.org,z@z.org\n"
    one, hidden = "<EMAIL_ADDRESS>", "<PERSON>"
    assert _redacted(content, Csv(columns=("b",))) == f"a,b,a\nx@x.org,{one},z@z.org\n"
    assert _redacted(content, Csv(columns=("1",))) == f"a,b,a\n{one},y@y.org,z@z.org\n"
    assert _redacted(content, Csv(skip=("a",))) == f"a,b,a\nx@x.org,{one},z@z.org\n"
    assert _redacted("n,m\nAda,5\n,6\n", Csv(types=(("n", "PERSON"),))) == f"n,m\n{hidden},5\n,6\n"
    for wrong in (Csv(columns=("Ada",)), Csv(skip=("4",)), Csv(types=(("c", "PERSON"),))):
        with pytest.raises(InvalidRequest, match="there is no such column") as caught:
            _redacted(content, wrong)
        assert "x@x" not in str(caught.value)


def test_values_say_where_they_stand() -> None:
    (batch,) = batches(Csv(), b'name,"e mail"\nAda,"x\ny"\n')
    assert [(value.text, value.context, value.place) for value in batch.values] == [
        ("name", (), "row 1, column 1"),
        ("e mail", (), "row 1, column 2"),
        ("Ada", ("name",), "row 2, column 1"),
        ("x\ny", ("e mail",), "row 2, column 2"),
    ]


@pytest.mark.parametrize(
    ("sample", "delimiter"),
    [
        ("a,b\n1,2\n", ","),
        ("name;amount\nx, y;1,5\nz;2,5\n", ";"),
        ("a\tb c, d\n1\t2\n", "\t"),
        ("one column\nof words\n", ","),
        ("a|b|c\n1|2,0|3\n", "|"),
    ],
)
def test_the_delimiter_is_the_one_that_parts_rows_evenly(sample: str, delimiter: str) -> None:
    assert dialect_of(sample).delimiter == delimiter


cells = st.text(st.sampled_from('ab@x.org ";,\n\r\tü'), max_size=8)
tables = st.lists(st.lists(cells, min_size=2, max_size=4), max_size=6)


@given(
    tables, st.sampled_from(",;\t"), st.booleans(),
    st.sampled_from(["\n", "\r\n"]), st.integers(1, 30),
)  # fmt: skip
def test_python_reads_the_same_cells_with_what_is_found_replaced(
    table: list[list[str]], delimiter: str, quoted: bool, end: str, batch: int
) -> None:
    stream = io.StringIO()
    csv.writer(
        stream, delimiter=delimiter, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL, lineterminator=end
    ).writerows(table)
    content = stream.getvalue()
    format_ = Csv(delimiter=delimiter)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_BATCH", batch)
        assert unchanged(format_, content.encode()) == content.encode()
        written = _redacted(content, format_)
    expected = [[_replaced(cell) for cell in row] for row in _read(content, delimiter)]
    assert _read(written, delimiter) == expected


def _read(content: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content, newline=""), delimiter=delimiter))


def _replaced(cell: str) -> str:
    spans = DETECTOR.detect(cell).spans
    for span in reversed(spans):
        cell = cell[: span.start] + "<EMAIL_ADDRESS>" + cell[span.end :]
    return cell


@given(st.text(st.sampled_from('a,"\n\r;\\'), max_size=40), st.integers(1, 12))
def test_whatever_stands_there_comes_back_byte_for_byte(content: str, batch: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_BATCH", batch)
        assert unchanged(Csv(), content.encode()) == content.encode()
        seen = "".join(value.text for each in batches(Csv(), content.encode()) for value in each.values)
    assert seen.count("a") == content.count("a")  # nothing goes unseen


def test_a_quote_that_is_never_closed_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BATCH", 100)
    monkeypatch.setattr(module, "_LONGEST", 1_000)
    with pytest.raises(InvalidRequest, match="a quote may never be closed") as caught:
        batches(Csv(), b'a,b\n"Ada' + b" Lovelace,\n" * 500)
    assert "Lovelace" not in str(caught.value)
    assert "Lovelace" not in "".join(traceback.format_exception_only(caught.value))


def test_utf16_tables_are_read_and_kept() -> None:
    content = "name\tmail\r\nZoë\tada@x.org\r\n".encode("utf-16")
    assert redacted(Csv(), content, detector=DETECTOR).decode("utf-16") == "name\tmail\r\nZoë\t<EMAIL_ADDRESS>\r\n"
