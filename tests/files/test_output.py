import os
import stat
from pathlib import Path

import pytest

from deckname.files import format_of, open_output


@pytest.mark.parametrize(
    ("path", "name"),
    [("a.txt", "text"), ("a.jsonl", "jsonl"), ("a.NDJSON", "jsonl"), ("a.json", "text"), ("jsonl", "text")],
)
def test_the_ending_tells_the_format(path: str, name: str) -> None:
    assert format_of(Path(path)) == name
    assert format_of(None) == "text"


def test_a_file_appears_whole(tmp_path: Path) -> None:
    path = tmp_path / "out"
    with open_output(path) as stream:
        stream.write(b"a")
        assert not path.exists()
    assert path.read_bytes() == b"a"
    assert os.listdir(tmp_path) == ["out"]


def test_a_file_does_not_appear_where_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_bytes(b"before")
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
