"""A run that redacts: what was found in each file becomes a new file, whole or not at all."""

from __future__ import annotations

import errno
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from deckname.batch.ledger import Checkpoint, Ledger
from deckname.batch.looking import Ended, Looked, look_through
from deckname.batch.outputs import Appearing, Output, Through, part_of
from deckname.batch.task import Task
from deckname.batch.workers import Workers, unforeseen
from deckname.detector import Options
from deckname.errors import DecknameError, InvalidRequest, UnsupportedFile
from deckname.files import Value
from deckname.keys import Keyring
from deckname.policy import Policy
from deckname.redact import Redacted, redact
from deckname.report import FileReport
from deckname.session import Session
from deckname.stream import Piece

#: Seconds, or bytes, of work that a kill may cost.
_CHECKPOINT_SECONDS = 2.0
_CHECKPOINT_BYTES = 32 << 20
#: Documents of one file whose numbers are remembered at a time; those of a batch are fewer.
_DOCUMENTS = 100_000
#: Nothing can be written any more, so nothing need be looked through.
_FATAL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO})


@dataclass(slots=True, kw_only=True)
class Redacting:
    """What a run does with what is found.

    ``ledger`` keeps what is done; ``stdout`` is where a task without a target goes. With ``session`` all files are one
    document, so that one mapping restores them all; without it each has its own. ``subject`` is whose dates they are,
    one person's in all files; without it they move by file and document. ``dry`` writes nothing.
    """

    policy: Policy
    keys: Keyring | None = None
    session: Session | None = None
    subject: str = field(default="", repr=False)
    ledger: Ledger | None = None
    stdout: BinaryIO | None = None
    dry: bool = False
    checkpoint_seconds: float = _CHECKPOINT_SECONDS
    ended: Callable[[Task, Output | None], None] = lambda task, output: None
    moved_on: Callable[[Task], None] = lambda task: None
    _writing: _Writing | None = field(default=None, init=False)

    def run(self, tasks: Iterable[Task], workers: Workers, options: Options) -> None:
        """Redact all files; one that fails says so in its report and does not stop the others.

        Raises:
            WorkerFailed: nothing can go on.
            OSError: the disk is full, or gone.
        """
        complete = False
        try:
            for event in look_through(self._to_do(tasks), workers, options):
                self._take(event)
            complete = True
        finally:
            if not complete and self._writing is not None and self._writing.output is not None:
                self._writing.output.abandon(keep=self._writing.checkpointed)

    def _to_do(self, tasks: Iterable[Task]) -> Iterator[Task]:
        """Yield the tasks that are not done, and set each to where it goes on."""
        for task in tasks:
            if self.ledger is not None and task.stat is not None and task.target is not None:
                before = self.ledger.done(task.report.output, task.stat, task.target)
                if before is not None:
                    task.report = replace(before, name=task.report.name, status="done before")
                    self.ended(task, None)
                    continue
                self._go_on(task, self.ledger.checkpoint(task.report.output, task.stat))
            yield task

    def _go_on(self, task: Task, checkpoint: Checkpoint | None) -> None:
        if checkpoint is None or task.target is None or not self._memoryless:
            return
        with suppress(OSError):
            if part_of(task.target).stat().st_size >= checkpoint.bytes:
                task.skip, task.position, task.taken = checkpoint.batches, checkpoint.position, checkpoint.taken
                task.kept = checkpoint.bytes
                task.report = replace(checkpoint.report, name=task.report.name)

    @property
    def _memoryless(self) -> bool:
        """Whether what a value becomes depends on no value before it, so that a file may be gone on with anywhere."""
        return self.session is None and not self.policy.numbers

    def _take(self, event: Looked[Task] | Ended[Task]) -> None:
        task = event.job
        if self._writing is None or self._writing.task is not task:
            self._writing = _Writing(task)
        problem: DecknameError | OSError | None = None
        try:
            if isinstance(event, Looked):
                self._write(self._writing, event)
            elif event.error is not None:
                problem = event.error
            else:
                self._commit(self._writing)
        except (DecknameError, OSError) as error:
            problem = error
        except Exception as error:  # one file must not stop the others; the message names class and place
            problem = unforeseen(error)
        if problem is not None:
            self._fail(self._writing, problem)
        self.moved_on(task)

    def _write(self, writing: _Writing, event: Looked[Task]) -> None:
        writing.batches += 1
        if event.pieces is None:
            return
        if self.policy.numbers:
            self._reserve(writing, event)
        report = event.job.report
        redacted: list[Redacted] = []
        for value, piece in zip(event.batch.values, event.pieces, strict=True):
            if piece.spans or piece.warnings:
                redacted.append(self._redacted(writing, value, piece))
            else:  # nearly all of them; nothing but their size is of interest
                report.values += 1
                report.characters += len(piece.text)
                redacted.append(Redacted(piece.text, ()))
        if not self.dry:
            output = writing.output or self._open(writing)
            output.write(event.batch.render(redacted))
            for note in event.batch.notes:
                report.note(report.notes, note)
            self._checkpoint(writing, event)

    def _redacted(self, writing: _Writing, value: Value, piece: Piece) -> Redacted:
        session = self._session(writing, value.document)
        each = redact(piece.text, piece.local, self.policy, session=session)
        writing.task.report.add(piece, [(one.span.type, one.op) for one in each.redactions])
        return each

    def _session(self, writing: _Writing, document: int | None) -> Session:
        """Return the session of a document; a document that is gone by is not come back to."""
        if self.session is not None:
            return self.session
        subject = self.subject or writing.task.subject
        known = writing.sessions.get(document)
        if known is None:
            if len(writing.sessions) >= _DOCUMENTS:
                writing.sessions = {None: writing.sessions[None]} if None in writing.sessions else {}
            of_part = f"{subject}#{document}" if document is not None and not self.subject else subject
            known = writing.sessions[document] = Session(self.keys, subject=of_part)
        return known

    def _reserve(self, writing: _Writing, event: Looked[Task]) -> None:
        """Keep the numbers of placeholders that stand in the file from being given to others."""
        task = event.job
        if writing.batches == 1 and task.stat is not None:  # a regular file, which can be read twice
            again = replace(task, report=FileReport(""), stopped=False)
            with again.open() as batches:
                for value in (value for batch in batches for value in batch.values):
                    if value.document is None or self.session:
                        self._session(writing, None).reserve(value.text)
        for value in event.batch.values:
            self._session(writing, value.document).reserve(value.text)

    def _open(self, writing: _Writing) -> Output:
        task = writing.task
        if getattr(task.format, "appended", ""):
            task.compression = None  # the name of what is written does not end in .gz
        if task.target is None:
            if self.stdout is None:
                raise InvalidRequest("there is nowhere to write to")
            writing.output = Through(self.stdout, compression=task.compression)
        elif task.target.exists() and not task.target.is_file():
            writing.output = Through(task.target.open("wb"), compression=task.compression, close=True)
        else:
            part = part_of(task.target) if self.ledger else None
            if part:
                task.target.parent.mkdir(parents=True, exist_ok=True)
            writing.output = Appearing(
                task.target, like=task.source, part=part, kept=task.kept, compression=task.compression
            )
        return writing.output

    def _checkpoint(self, writing: _Writing, event: Looked[Task]) -> None:
        task, output = writing.task, writing.output
        if self.ledger is None or output is None or task.stat is None or not writing.resumable or not self._memoryless:
            return
        late = time.monotonic() - writing.checkpoint_at >= self.checkpoint_seconds
        if late or output.written - writing.checkpoint_bytes >= _CHECKPOINT_BYTES:
            size = output.checkpoint()
            report = replace(task.report, found=task.report.found.copy())
            reached = Checkpoint(writing.batches, size, event.position, event.taken, report)
            self.ledger.note_checkpoint(task.report.output, task.stat, reached)
            writing.checkpoint_at, writing.checkpoint_bytes, writing.checkpointed = time.monotonic(), size, True

    def _commit(self, writing: _Writing) -> None:
        task = writing.task
        output: Output | None = None
        if not self.dry:
            output = writing.output or self._open(writing)
            output.commit()
            task.report.bytes = output.written
            if self.ledger is not None and task.stat is not None:
                self.ledger.note_done(
                    task.report.output, task.stat, size=output.written, sha256=output.sha256, report=task.report
                )
        self._writing = None
        self.ended(task, output)

    def _fail(self, writing: _Writing, problem: DecknameError | OSError) -> None:
        task = writing.task
        task.stopped = True
        fatal = isinstance(problem, OSError) and problem.errno in _FATAL
        if writing.output is not None:
            writing.output.abandon(keep=fatal and writing.checkpointed)
        self._writing = None
        task.report.status = "refused" if isinstance(problem, UnsupportedFile) else "failed"
        task.report.error, task.report.output = said(problem), ""
        self.ended(task, None)
        if fatal:
            raise problem


def said(problem: DecknameError | OSError) -> str:
    """Return what an error says without the names of files, which a report may have to hide."""
    if isinstance(problem, OSError):
        return str(problem.strerror or problem)
    return str(problem)


@dataclass(slots=True)
class _Writing:
    """A task that is being written."""

    task: Task
    output: Output | None = None
    batches: int = 0
    checkpoint_at: float = field(default_factory=time.monotonic)
    checkpoint_bytes: int = 0
    checkpointed: bool = False
    sessions: dict[int | None, Session] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self.checkpoint_bytes, self.checkpointed = self.task.kept, bool(self.task.kept)

    @property
    def resumable(self) -> bool:
        """Whether the file can be gone on with in its middle: its format keeps nothing from batch to batch."""
        return getattr(self.task.format, "resumable", False) and self.task.compression is None
