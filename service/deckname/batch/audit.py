"""An audit trail: who redacted what with which settings and when, a line of JSON each, and no personal data.

The digest is that of the output. One of the input is not kept: that of a short file could be guessed.
"""

from __future__ import annotations

import getpass
import json
import os
import socket
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from deckname.report import FileReport, Report


class Audit:
    """A file that lines are added to; each is on the disk before the run goes on."""

    def __init__(self, path: Path) -> None:
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
        self._stream = os.fdopen(os.open(path, flags, 0o600), "a", encoding="utf-8")
        self._run = uuid4().hex

    def began(self, *, model: str, policy: str, files: int) -> None:
        """Note who starts a run, and with what."""
        user = ""
        with suppress(Exception):  # no such user in a container
            user = getpass.getuser()
        from deckname import __version__

        self._write(
            "began", user=user, host=socket.gethostname(), deckname=__version__, model=model,
            policy_sha256=policy, files=files,
        )  # fmt: skip

    def file(self, report: FileReport, *, sha256: str) -> None:
        """Note what became of a file."""
        kept = report.as_json()
        kept.pop("warnings", None)
        self._write("file", **kept, **({"sha256": sha256} if sha256 else {}))

    def ended(self, report: Report, *, complete: bool) -> None:
        """Note how the run ended, and close the trail."""
        counts = report.as_json()
        self._write("ended", complete=complete, files=counts["files"], found=counts["found"])
        self._stream.close()

    def _write(self, event: str, **facts: Any) -> None:
        time = datetime.now(UTC).isoformat(timespec="milliseconds")
        self._stream.write(json.dumps({"time": time, "run": self._run, "event": event, **facts}) + "\n")
        self._stream.flush()
        os.fsync(self._stream.fileno())
