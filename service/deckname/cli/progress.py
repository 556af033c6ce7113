"""How far a run over files is: a bar on a terminal, a line now and then elsewhere, and nothing for what is quick."""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

_EVERY = 10.0  # seconds between lines


class Progress:
    """Counts bytes of files that are read; the estimate takes the rest to go as the part before."""

    def __init__(self, files: int, size: int, *, quiet: bool = False) -> None:
        self._files, self._size = files, size
        self._began = self._shown = time.monotonic()
        self._done_files = self._done_bytes = 0
        self._bar: Any = None
        self._task: Any = None
        self._quiet = quiet

    def __enter__(self) -> Self:
        if sys.stderr.isatty() and not self._quiet and self._size:
            with suppress(ImportError):
                self._open_bar()
        return self

    def _open_bar(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, DownloadColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        self._bar = Bar(
            TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeElapsedColumn(), TextColumn("left"),
            TimeRemainingColumn(), console=Console(stderr=True), transient=True,
        )  # fmt: skip
        self._task = self._bar.add_task(self._words(), total=self._size)
        self._bar.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def file_done(self, size: int) -> None:
        """Count a file that is through."""
        self._done_files += 1
        self._done_bytes += size
        self.at(0)

    def at(self, read: int) -> None:
        """Say how many bytes of the file in hand are read."""
        done = self._done_bytes + read
        if self._bar is not None:
            self._bar.update(self._task, completed=done, description=self._words())
        elif not self._quiet and time.monotonic() - self._shown >= _EVERY:
            self._shown = time.monotonic()
            print(f"deckname: {self.line(done, self._shown - self._began)}", file=sys.stderr, flush=True)

    def line(self, done: int, seconds: float) -> str:
        """Return how far it is in words.

        >>> Progress(files=3, size=4_000_000).line(1_000_000, 60.0)
        '25 %, 0 of 3 files, 1.0 of 4.0 MB, about 3 min left'
        """
        if not self._size:
            return f"{self._words()}, {done / 1e6:,.1f} MB"
        share = min(1.0, done / self._size)
        left = seconds * (1 - share) / share if share else 0.0
        about = f", about {_duration(left)} left" if share else ""
        return f"{share:.0%}, {self._words()}, {done / 1e6:,.1f} of {self._size / 1e6:,.1f} MB{about}".replace(
            "%,", " %,"
        )

    def _words(self) -> str:
        return f"{self._done_files:,} of {self._files:,} file{'s' if self._files != 1 else ''}"


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
