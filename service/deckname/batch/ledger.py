"""What is done already, for a run that goes on where another ended: a file of JSON lines beside the outputs.

It holds names of outputs, sizes, times and counts, and no text; what the run was set to do (lists of values among
it) stands there as a slow, salted digest only.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any, TextIO

from deckname.batch.outputs import part_of
from deckname.errors import InvalidRequest
from deckname.report import FileReport

try:
    import fcntl
except ImportError:  # Windows: two runs into one directory are not told from each other
    fcntl = None  # type: ignore[assignment]

NAME = ".deckname-state.jsonl"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """``bytes`` of the output are on the disk: those of the first ``batches``; the rest is for ``Job``."""

    batches: int
    bytes: int
    position: int
    taken: int
    report: FileReport


class Ledger:
    """The state of one output directory. ``Ledger.open`` takes hold of it, for one run at a time."""

    def __init__(self, path: Path, stream: TextIO) -> None:
        self._path, self._stream = path, stream
        self._done: dict[str, dict[str, Any]] = {}
        self._parts: dict[str, dict[str, Any]] = {}

    @classmethod
    def open(cls, directory: Path, settings: str, *, resume: bool) -> Ledger:
        """Return the state of a directory: what it was, where a run with the same settings shall be resumed.

        Raises:
            InvalidRequest: another run is at work there, or the one before was set to do something else.
        """
        path = directory / NAME
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        stream = os.fdopen(os.open(path, flags, 0o600), "r+", encoding="ascii", errors="replace")
        try:
            if fcntl is not None:
                _lock(stream, directory)
            ledger = cls(path, stream)
            lines = list(_lines(stream))
            if lines and not resume:
                _clear(directory, lines)
            if lines and resume:
                head, *entries = lines
                if head.get("settings") != _digest(settings, bytes.fromhex(head.get("salt", ""))):
                    raise InvalidRequest(
                        "the run before had other settings (policy, types, model, options), so it cannot be gone on "
                        "with; start anew without --resume"
                    )
                for entry in entries:
                    ledger._take(entry)
            else:
                stream.seek(0)
                stream.truncate()
                salt = os.urandom(16)
                ledger._write({"salt": salt.hex(), "settings": _digest(settings, salt)})
        except BaseException:
            stream.close()
            raise
        return ledger

    def done(self, output: str, source: os.stat_result, path: Path) -> FileReport | None:
        """Return the report of a file that is written already, if neither it nor its source changed since."""
        entry = self._done.get(output)
        if entry is None or entry["source"] != _identity(source):
            return None
        try:
            same = path.stat().st_size == entry["bytes"] and _sha256(path) == entry["sha256"]
        except OSError:
            same = False
        return FileReport.from_json(entry["report"]) if same else None

    def checkpoint(self, output: str, source: os.stat_result) -> Checkpoint | None:
        """Return from where a half-written file can be gone on with."""
        entry = self._parts.get(output)
        if entry is None or entry["source"] != _identity(source):
            return None
        report = FileReport.from_json(entry["report"])
        return Checkpoint(entry["batches"], entry["bytes"], entry["position"], entry["taken"], report)

    def note_done(self, output: str, source: os.stat_result, *, size: int, sha256: str, report: FileReport) -> None:
        """Keep that a file appeared."""
        entry = {"source": _identity(source), "bytes": size, "sha256": sha256, "report": _kept(report)}
        self._write({"done": output, **entry})

    def note_checkpoint(self, output: str, source: os.stat_result, checkpoint: Checkpoint) -> None:
        """Keep how far a file got."""
        entry = {
            "batches": checkpoint.batches, "bytes": checkpoint.bytes,
            "position": checkpoint.position, "taken": checkpoint.taken,
        }  # fmt: skip
        self._write({"part": output, "source": _identity(source), **entry, "report": _kept(checkpoint.report)})

    def close(self, *, complete: bool) -> None:
        """Let go of the directory; a complete run leaves no state behind."""
        if complete:
            self._path.unlink(missing_ok=True)
        with suppress(OSError):
            self._stream.close()

    def _write(self, entry: dict[str, Any]) -> None:
        self._stream.write(json.dumps(entry) + "\n")
        self._stream.flush()

    def _take(self, entry: dict[str, Any]) -> None:
        if "done" in entry:
            self._done[entry["done"]] = entry
            self._parts.pop(entry["done"], None)
        elif "part" in entry:
            self._parts[entry["part"]] = entry


def _clear(directory: Path, entries: list[dict[str, Any]]) -> None:
    """Remove what a run that is not gone on with left half-written."""
    for name in {str(entry["part"]) for entry in entries if "part" in entry}:
        if ".." not in PurePath(name).parts and not PurePath(name).is_absolute():
            part_of(directory / name).unlink(missing_ok=True)


def _lock(stream: TextIO, directory: Path) -> None:
    taken = False
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        taken = True
    except OSError:  # a file system without locks
        return
    if taken:
        raise InvalidRequest(f"another run writes to {directory}")


def _lines(stream: TextIO) -> Iterator[dict[str, Any]]:
    """Yield the entries that were written whole, and cut off what a kill left of the last."""
    whole = 0
    for line in iter(stream.readline, ""):
        try:
            entry = json.loads(line)
        except ValueError:
            break
        if not line.endswith("\n") or not isinstance(entry, dict):
            break
        whole += len(line)  # ASCII: characters are bytes
        yield entry
    stream.seek(whole)
    stream.truncate()


def _kept(report: FileReport) -> dict[str, Any]:
    """Return a report without the name of its source, which the outputs need not tell."""
    return {name: value for name, value in report.as_json().items() if name != "name"}


def _identity(source: os.stat_result) -> list[int]:
    return [source.st_size, source.st_mtime_ns]


def _digest(settings: str, salt: bytes) -> str:
    """Return a digest that is slow to compute, so that a short deny list cannot be guessed from it."""
    return hashlib.scrypt(settings.encode(), salt=salt, n=2**14, r=8, p=1, dklen=32).hex()


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
