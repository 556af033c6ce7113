"""What is written: under another name until it is whole, and with checkpoints from which to go on."""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from deckname.files.compressed import writer
from deckname.files.output import finish


class Output(Protocol):
    """Where the redacted file goes; ``written`` bytes and ``sha256`` are those of the new file."""

    @property
    def written(self) -> int: ...

    @property
    def sha256(self) -> str: ...

    def write(self, data: bytes) -> None: ...

    def checkpoint(self) -> int:
        """Bring to the disk what is written, and return how many bytes that is."""
        ...

    def commit(self) -> None:
        """Let the file appear."""
        ...

    def abandon(self, *, keep: bool = False) -> None:
        """Let it not; ``keep`` what is written, for a run that goes on there."""
        ...


class Through:
    """A stream that is written to as it is: standard output, a pipe, a device."""

    def __init__(self, stream: BinaryIO, *, compression: str | None = None, close: bool = False) -> None:
        self._stack = ExitStack()
        if close:
            self._stack.callback(stream.close)
        self._tee = _Tee(stream)
        self._writer = self._stack.enter_context(writer(cast(BinaryIO, self._tee), compression))

    @property
    def written(self) -> int:
        return self._tee.written

    @property
    def sha256(self) -> str:
        return self._tee.digest.hexdigest()

    def write(self, data: bytes) -> None:
        self._writer.write(data)

    def checkpoint(self) -> int:
        return 0

    def commit(self) -> None:
        self._stack.close()

    def abandon(self, *, keep: bool = False) -> None:
        with suppress(OSError):
            self._stack.close()


class Appearing:
    """A file that appears when all is written, with the mode of the file it replaces, or else of ``like``.

    Until then it has the name ``part``, or one by chance. ``kept`` bytes of it are left from a run before.
    """

    def __init__(
        self,
        target: Path,
        *,
        like: Path | None = None,
        part: Path | None = None,
        kept: int = 0,
        compression: str | None = None,
    ) -> None:
        self._target, self._like = Path(os.path.realpath(target)), like  # a link stays a link
        if part is None:
            handle, name = tempfile.mkstemp(dir=self._target.parent, prefix=f".{self._target.name[:100]}.")
            self._part = Path(name)
        else:
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
            handle = os.open(part, flags, 0o600)
            self._part = part
        self._file = os.fdopen(handle, "r+b")
        try:
            self._tee = _Tee(self._file)
            self._tee.pass_over(self._file, kept)
            self._file.seek(kept)
            self._file.truncate()
            self._stack = ExitStack()
            self._writer = self._stack.enter_context(writer(cast(BinaryIO, self._tee), compression))
        except BaseException:
            self._file.close()
            raise

    @property
    def written(self) -> int:
        return self._tee.written

    @property
    def sha256(self) -> str:
        return self._tee.digest.hexdigest()

    def write(self, data: bytes) -> None:
        self._writer.write(data)

    def checkpoint(self) -> int:
        self._file.flush()
        os.fsync(self._file.fileno())
        return self._tee.written

    def commit(self) -> None:
        try:
            self._stack.close()
            finish(self._file, self._target, like=self._like)
            self._file.close()
            os.replace(self._part, self._target)
        except BaseException:
            self.abandon()
            raise
        _sync_directory(self._target.parent)

    def abandon(self, *, keep: bool = False) -> None:
        with suppress(OSError):  # what is in the buffer may not fit on a full disk
            self._file.close()
        if not keep:
            self._part.unlink(missing_ok=True)


def part_of(target: Path) -> Path:
    """Return the name that a file has until it is whole, the same in every run."""
    digest = hashlib.blake2s(target.name.encode(errors="surrogateescape"), digest_size=8).hexdigest()
    return target.with_name(f".deckname-part-{digest}")


def _sync_directory(directory: Path) -> None:
    """Make a new name last beyond a power cut, where the system can."""
    with suppress(OSError):
        handle = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


class _Tee(io.RawIOBase):
    """Counts and digests what goes through it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.written = 0
        self.digest = hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self._stream.write(data)
        self.digest.update(data)
        self.written += len(data)
        return len(data)

    def flush(self) -> None:
        if not self._stream.closed:
            self._stream.flush()

    def pass_over(self, stream: BinaryIO, count: int) -> None:
        """Take into account what stands in the file already.

        Raises:
            OSError: there is less of it.
        """
        while self.written < count:
            block = stream.read(min(1 << 20, count - self.written))
            if not block:
                raise OSError("what is left of the run before is shorter than it was")
            self.digest.update(block)
            self.written += len(block)
