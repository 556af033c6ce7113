import os
import stat
from pathlib import Path

import pytest

from deckname.errors import UnsupportedFile
from deckname.files import FORMATS, ending_of, format_of, open_output


@pytest.mark.parametrize(
    ("name", "head", "format_"),
    [
        ("a.txt", b"", "text"),
        ("a.jsonl", b"", "jsonl"),
        ("a.NDJSON", b"", "jsonl"),
        ("a.Tsv", b"", "csv"),
        ("app.log.1", b"started", "text"),
        ("Makefile", b"all: test", "text"),
        ("page", b"\n<!DOCTYPE html><p>", "html"),
        ("feed", b'\xef\xbb\xbf<?xml version="1.0"?>', "xml"),
        ("notes.txt", b"<?xml", "text"),
        ("paper", b"%PDF-1.7\n", "pdf"),
        ("table", b"PK\x03\x04\x14\0[Content_Types].xml xl/workbook.xml", "xlsx"),
        ("wide.txt", "a line of it".encode("utf-16"), "text"),
        ("wide", "a line of it".encode("utf-16-le"), "text"),
        (None, b"to ada@lovelace.org", "text"),
    ],
)
def test_the_ending_tells_the_format_and_then_the_first_bytes(name: str | None, head: bytes, format_: str) -> None:
    assert format_of(name, head) == format_


@pytest.mark.parametrize(
    ("name", "head", "problem"),
    [
        ("photo.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "binary"),
        ("a.txt", b"text\0\1\2", "binary"),
        ("letter.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx"),
        ("letter.rtf", b"{\\rtf1\\ansi", "rich text"),
        ("all.zip", b"PK\x03\x04\x14\0a.txt", "unpack it"),
        ("all.tar", b"a.txt" + b"\0" * 252 + b"ustar", "binary"),
        ("mail.mbox", b"From ada", "export its messages as .eml"),
        ("people.db", b"SQLite format 3\0", "export its tables as .csv"),
        (None, b"\0\0", "binary"),
    ],
)
def test_what_is_unknown_or_binary_is_refused(name: str | None, head: bytes, problem: str) -> None:
    with pytest.raises(UnsupportedFile, match=problem):
        format_of(name, head)


def test_every_format_can_be_made() -> None:
    for place in FORMATS.values():
        assert place.startswith("deckname.files.")
        assert ":" in place


@pytest.mark.parametrize(("name", "ending"), [("a.csv.gz", ".csv.gz"), ("ada.lovelace", ""), ("ada.LOG", ".log")])
def test_a_hidden_name_keeps_a_known_ending_alone(name: str, ending: str) -> None:
    assert ending_of(name) == ending


def test_a_file_appears_whole(tmp_path: Path) -> None:
    path = tmp_path / "out"
    with open_output(path) as stream:
        stream.write(b"a")
        assert not path.exists()
    assert path.read_bytes() == b"a"
    assert os.listdir(tmp_path) == ["out"]


def test_a_file_does_not_appear_where_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_text("before")
    for error in (ValueError, KeyboardInterrupt):
        with pytest.raises(error), open_output(path) as stream:
            stream.write(b"half")
            raise error
    assert path.read_bytes() == b"before"
    assert os.listdir(tmp_path) == ["out"]


def test_the_mode_is_that_of_the_file_before_or_of_the_input(tmp_path: Path) -> None:
    path, source = tmp_path / "out", tmp_path / "in"
    source.touch()
    source.chmod(0o640)
    with open_output(path, like=source):
        pass
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    path.chmod(0o600)
    with open_output(path, like=source):
        pass
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    mask = os.umask(0o027)
    try:
        with open_output(tmp_path / "new"):
            pass
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


def test_a_link_stays_a_link_and_a_device_a_device(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.touch()
    link.symlink_to(target)
    with open_output(link) as stream:
        stream.write(b"a")
    assert link.is_symlink()
    assert target.read_bytes() == b"a"
    with open_output(Path(os.devnull)) as stream:
        stream.write(b"a")
    assert Path(os.devnull).is_char_device()
