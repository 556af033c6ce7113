import io
import sys
import time

import pytest

from deckname.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def test_elsewhere_a_line_comes_now_and_then(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(files=2, size=4_000_000) as progress:
        progress.at(1_000_000)
        clock[0] = 30.0
        progress.at(1_000_000)
        clock[0] = 35.0
        progress.file_done(2_000_000)
        clock[0] = 8_000.0
        progress.at(1_000)
    assert capsys.readouterr().err == (
        "deckname: 25 %, 0 of 2 files, 1.0 of 4.0 MB, about 2 min left\n"
        "deckname: 50 %, 1 of 2 files, 2.0 of 4.0 MB, about 2.2 h left\n"
    )


def test_what_has_no_size_has_no_estimate(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(files=1, size=0) as progress:
        clock[0] = 30.0
        progress.at(5_000_000)
    with Progress(files=1, size=9, quiet=True) as progress:
        clock[0] = 90.0
        progress.at(5)
    assert capsys.readouterr().err == "deckname: 0 of 1 file, 5.0 MB\n"


def test_a_terminal_has_a_bar_that_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with Progress(files=2, size=4_000_000) as progress:
        progress.at(1_000_000)
        progress.file_done(4_000_000)
    shown = terminal.getvalue()
    assert "of 2 files" in shown
    assert "MB" in shown
