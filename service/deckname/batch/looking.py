"""Files in, and what is in them out: batch by batch, in order, with a bounded number under way."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import Generic, TypeVar

from deckname.batch.stitch import Stitcher
from deckname.batch.workers import Workers, unforeseen
from deckname.detector import Detection, Options
from deckname.errors import DecknameError, WorkerFailed
from deckname.files.format import Batch, Value
from deckname.overlap import resolve
from deckname.span import Span
from deckname.stream import Piece
from deckname.trim import trim


@dataclass(eq=False, slots=True)
class Job:
    """One file to look through.

    The first ``skip`` of its batches are passed over unlooked at, and what follows begins ``position`` characters into
    the text, of which ``taken`` belong to what was passed over. Whoever takes the batches sets ``stopped`` when it has
    no use for further ones. ``read`` are the bytes that it has read, ``through`` those whose batches are through.
    """

    skip: int = 0
    position: int = 0
    taken: int = 0
    stopped: bool = False
    read: int = 0
    through: int = 0

    def open(self) -> AbstractContextManager[Iterator[Batch]]:
        """Open the file and yield its batches."""
        raise NotImplementedError


J = TypeVar("J", bound=Job)


@dataclass(frozen=True, slots=True)
class Looked(Generic[J]):
    """A batch and the pieces of its values; ``pieces`` is None where it was passed over.

    ``position`` and ``taken`` are what a job needs that goes on behind this batch.
    """

    job: J
    batch: Batch = field(repr=False)
    pieces: tuple[Piece, ...] | None = None
    position: int = 0
    taken: int = 0


@dataclass(frozen=True, slots=True)
class Ended(Generic[J]):
    """A file is through, or it failed."""

    job: J
    error: DecknameError | OSError | None = None


@dataclass(frozen=True, slots=True)
class _Pending(Generic[J]):
    job: J
    batch: Batch | None = None
    ticket: int | None = None
    error: DecknameError | OSError | None = None
    read: int = 0


def look_through(jobs: Iterable[J], workers: Workers, options: Options) -> Iterator[Looked[J] | Ended[J]]:
    """Yield each job's batches in order, and then that it ended.

    Files are read ahead of what is yielded by as many batches as the workers have room for, and one more, so that a
    window can see what follows.

    Raises:
        WorkerFailed: nothing can go on. What fails in a file ends that file alone.
    """
    pending: deque[_Pending[J]] = deque()
    stitchers: dict[J, Stitcher] = {}
    for item in _read(jobs, workers):
        pending.append(item)
        while len(pending) > workers.capacity + 1:
            yield from _finished(pending, stitchers, workers, options)
    while pending:
        yield from _finished(pending, stitchers, workers, options)


def _read(jobs: Iterable[J], workers: Workers) -> Iterator[_Pending[J]]:
    """Yield the batches of all jobs as they are handed to the workers."""
    for job in jobs:
        problem: DecknameError | OSError | None = None
        count = 0
        try:
            with job.open() as batches:
                for batch in batches:
                    count += 1
                    if job.stopped:
                        break
                    ticket = None if count <= job.skip else _submit(workers, batch.values)
                    yield _Pending(job, batch, ticket, read=job.read)
        except WorkerFailed:
            raise
        except (DecknameError, OSError) as error:
            problem = error
        except Exception as error:  # a format that stumbles over one file must not stop the others
            problem = unforeseen(error)
        yield _Pending(job, error=problem)


def _submit(workers: Workers, values: Sequence[Value]) -> int:
    return workers.submit([value.text for value in values], [value.context for value in values])


def _finished(
    pending: deque[_Pending[J]], stitchers: dict[J, Stitcher], workers: Workers, options: Options
) -> Iterator[Looked[J] | Ended[J]]:
    each = pending.popleft()
    job = each.job
    if job.stopped:
        stitchers.pop(job, None)
        if each.ticket is not None:
            with suppress(DecknameError):
                workers.result(each.ticket)
        return
    if each.batch is None:
        stitchers.pop(job, None)
        job.stopped = True
        yield Ended(job, each.error)
        return
    job.through = each.read
    if each.ticket is None:
        yield Looked(job, each.batch)
        return
    stitcher = stitchers.get(job)
    if stitcher is None:
        again = partial(_again, workers)
        stitcher = stitchers[job] = Stitcher(workers.alarming, again, job.position, job.taken)
    error: DecknameError | None = None
    pieces: tuple[Piece, ...] = ()
    try:
        detections = workers.result(each.ticket)
        following: list[Value] = []
        if any(value.core for value in each.batch.values):
            ahead = (later.batch.values for later in pending if later.job is job and later.batch)
            following = [*each.batch.values, *chain.from_iterable(ahead)]
        pieces = tuple(
            _piece(value, detection, following[index + 1 :] if value.core else (), stitcher, options)
            for index, (value, detection) in enumerate(zip(each.batch.values, detections, strict=True))
        )
    except WorkerFailed:
        raise
    except DecknameError as caught:
        error = caught
    if error is None:
        yield Looked(job, each.batch, pieces, stitcher.position, stitcher.taken)
    else:
        job.stopped = True
        yield Ended(job, error)


def _again(workers: Workers, text: str, value: Value) -> Detection:
    return workers.result(workers.submit([text], [value.context]))[0]


def _piece(
    value: Value, detection: Detection, following: Sequence[Value], stitcher: Stitcher, options: Options
) -> Piece:
    if value.core is not None:
        return stitcher.piece(value, detection, following)
    spans, contains_pii, score = detection.spans, detection.contains_pii, detection.score
    if value.type and (options.wants(value.type) or value.type in stitcher.alarming):
        known = trim(Span(0, len(value.text), value.type, 1.0, "format"), value.text) if value.text else None
        if known:
            spans = tuple(resolve([*spans, known]))
            contains_pii, score = contains_pii or value.type in stitcher.alarming, 1.0
    return Piece(value.text, 0, spans, score, contains_pii, detection.warnings)
