"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def open_output(path: Path, *, like: Path | None = None) -> Iterator[BinaryIO]:
    """Open a file that appears when all is written, or not at all.

    Its mode is that of the file it replaces, or else of ``like``. Devices and pipes are written to as they are.
    """
    target = Path(os.path.realpath(path))  # a link stays a link
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            yield stream
        return
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            finish(stream, target, like=like)
        os.replace(temporary, target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def finish(stream: BinaryIO, target: Path, *, like: Path | None = None) -> None:
    """Bring to the disk what was written, with the mode of the file it replaces, or else of ``like``."""
    stream.flush()
    if hasattr(os, "fchmod"):
        os.fchmod(stream.fileno(), _mode(target if target.exists() else like))
    os.fsync(stream.fileno())


def _mode(path: Path | None) -> int:
    if path is not None:
        return stat.S_IMODE(path.stat().st_mode) & 0o777
    mask = os.umask(0)  # it can only be read by setting it
    os.umask(mask)
    return 0o666 & ~mask
