"""Who looks through texts: this process, or some of its own making.

Processes are spawned, each loads the detector once, and each has one batch in hand and one in its letter box. They end
when their pipe does, so that none outlives a parent that was killed.
"""

from __future__ import annotations

import multiprocessing
import queue
import signal
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self, TypeAlias, cast

from deckname.detector import Detection, Detector, Options
from deckname.errors import DecknameError, WorkerFailed
from deckname.stream import CORE, combined_score, detect_stream

Load: TypeAlias = Callable[[], Detector]
Contexts: TypeAlias = Sequence[tuple[str, ...]]

_REMEMBERED = 50_000  # short texts whose detections are kept: log levels, status codes, services
_SHORT = 64


class Workers(Protocol):
    """Takes texts and gives back detections; tickets may be redeemed in any order, each once.

    ``capacity`` is how many batches it wants under way. ``model`` and ``alarming`` say what it detects with.
    """

    capacity: int
    model: str
    alarming: frozenset[str]

    def submit(self, texts: Sequence[str], contexts: Contexts) -> int: ...

    def result(self, ticket: int) -> list[Detection]:
        """Return the detections, without their evidence.

        Raises:
            what ``Detector.detect_batch`` raises.
            WorkerFailed: a process ended.
        """
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Looker:
    """A detector that remembers what it said of short texts, since tables and logs repeat themselves."""

    def __init__(self, detector: Detector, options: Options) -> None:
        self.detector = detector
        self.options = options
        self._known: dict[tuple[str, tuple[str, ...]], Detection] = {}

    def look(self, texts: Sequence[str], contexts: Contexts) -> list[Detection]:
        """Return what each text holds; one text with one context is looked through once."""
        asked = list(zip(texts, contexts, strict=True))
        new = [key for key in dict.fromkeys(asked) if key not in self._known]
        fresh = dict(zip(new, self._detect(new), strict=True))
        found = [fresh[key] if key in fresh else self._known[key] for key in asked]
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        self._known |= {key: each for key, each in fresh.items() if len(key[0]) <= _SHORT}
        return found

    def _detect(self, asked: Sequence[tuple[str, tuple[str, ...]]]) -> list[Detection]:
        short = [key for key in asked if len(key[0]) <= 4 * CORE]
        texts, contexts = [text for text, _ in short], [context for _, context in short]
        found = iter(self.detector.detect_batch(texts, options=self.options, contexts=contexts) if texts else ())
        return [
            replace(next(found), evidence=()) if len(text) <= 4 * CORE else self._long(text, context)
            for text, context in asked
        ]

    def _long(self, text: str, context: tuple[str, ...]) -> Detection:
        options = replace(self.options, context=(*self.options.context, *context))
        pieces = list(detect_stream(self.detector, [text], options=options))
        return Detection(
            spans=tuple(span for piece in pieces for span in piece.spans),
            contains_pii=any(piece.contains_pii for piece in pieces),
            score=combined_score(piece.score for piece in pieces),
            warnings=tuple(dict.fromkeys(warning for piece in pieces for warning in piece.warnings)),
        )


class Here:
    """This process: loads the detector when it is entered, and looks through a text when it is handed in."""

    capacity = 1

    def __init__(self, load: Load, options: Options) -> None:
        self._load, self._options = load, options
        self._outcomes: dict[int, list[Detection] | DecknameError] = {}
        self._ticket = 0

    def __enter__(self) -> Self:
        detector = self._load()
        self._looker = Looker(detector, self._options)
        self.model = detector.model
        self.alarming = detector.resolved(self._options).alarming
        return self

    def __exit__(self, *_: object) -> None:
        self._outcomes.clear()

    def submit(self, texts: Sequence[str], contexts: Contexts) -> int:
        self._ticket += 1
        try:
            self._outcomes[self._ticket] = self._looker.look(texts, contexts)
        except DecknameError as error:
            self._outcomes[self._ticket] = error
        return self._ticket

    def result(self, ticket: int) -> list[Detection]:
        outcome = self._outcomes.pop(ticket)
        if isinstance(outcome, DecknameError):
            raise outcome
        return outcome


class Processes:
    """``count`` processes. ``load`` goes to each of them, so it has to be picklable."""

    def __init__(self, load: Load, options: Options, *, count: int) -> None:
        self._load, self._options, self._count = load, options, count
        self.capacity = 2 * count
        self.model, self.alarming = "", frozenset[str]()
        self._outcomes: dict[int, list[Detection] | DecknameError] = {}
        self._under_way: dict[Connection, set[int]] = {}
        self._processes: dict[Connection, multiprocessing.process.BaseProcess] = {}
        self._ticket = 0

    def __enter__(self) -> Self:
        spawning = multiprocessing.get_context("spawn")
        try:
            for _ in range(self._count):
                ours, theirs = spawning.Pipe()
                process = spawning.Process(target=_work, args=(theirs, self._load, self._options), daemon=True)
                process.start()
                theirs.close()
                self._processes[ours] = process
                self._under_way[ours] = set()
            for each in self._processes:
                self.model, self.alarming = _opened(self._receive(each))
        except BaseException:
            self._end(at_once=True)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end(at_once=kind is not None)

    def submit(self, texts: Sequence[str], contexts: Contexts) -> int:
        self._ticket += 1
        idlest = min(self._under_way, key=lambda each: len(self._under_way[each]))
        try:
            idlest.send((self._ticket, list(texts), list(contexts)))
        except OSError:
            raise self._died(idlest) from None
        self._under_way[idlest].add(self._ticket)
        return self._ticket

    def result(self, ticket: int) -> list[Detection]:
        while ticket not in self._outcomes:
            for each in cast("list[Connection]", wait(list(self._processes))):
                done, outcome = self._receive(each)
                self._under_way[each].discard(done)
                self._outcomes[done] = outcome
        outcome = self._outcomes.pop(ticket)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def _receive(self, connection: Connection) -> tuple[int, Any]:
        try:
            ticket, outcome = connection.recv()
        except (EOFError, OSError):
            raise self._died(connection) from None
        return ticket, _rebuilt(*outcome[1:]) if isinstance(outcome, tuple) and outcome[0] == "error" else outcome

    def _died(self, connection: Connection) -> WorkerFailed:
        process = self._processes[connection]
        process.join(5)
        code = process.exitcode
        how = f"by signal {-code}" if code is not None and code < 0 else f"with code {code}"
        return WorkerFailed(f"a worker process ended {how}; if memory ran out, use fewer --workers")

    def _end(self, *, at_once: bool) -> None:
        for connection in self._processes:
            connection.close()
        for process in self._processes.values():
            if not at_once:
                process.join(10)
            if process.is_alive():
                process.kill()
            process.join()
            process.close()
        self._processes.clear()


def _opened(outcome: tuple[int, Any]) -> tuple[str, frozenset[str]]:
    _, said = outcome
    if isinstance(said, DecknameError):
        raise said
    model, alarming = said
    return model, alarming


def _rebuilt(kind: type[DecknameError], message: str, facts: dict[str, str | int | float]) -> DecknameError:
    """Return an error as it was raised in another process, whatever its constructor takes."""
    error = kind.__new__(kind)
    DecknameError.__init__(error, message, **facts)
    return error


def unforeseen(error: Exception) -> DecknameError:
    """Return an error that names the class and the place of another: message, cause and trace may quote the text."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "an unknown place"
    return DecknameError(f"unexpected {type(error).__name__} at {place}; please report it")


def _told(error: Exception) -> tuple[str, type[DecknameError], str, dict[str, Any]]:
    shown = error if isinstance(error, DecknameError) else unforeseen(error)
    return "error", type(shown), str(shown), shown.facts


def _work(connection: Connection, load: Load, options: Options) -> None:
    """What a process does, until its pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole group; the parent decides
    tasks: queue.SimpleQueue[tuple[int, list[str], list[tuple[str, ...]]] | None] = queue.SimpleQueue()
    try:
        detector = load()
        looker = Looker(detector, options)
        connection.send((0, (detector.model, detector.resolved(options).alarming)))
    except Exception as error:  # the parent raises it
        with suppress(OSError):
            connection.send((0, _told(error)))
        return
    # The pipe is read while a batch is in hand, or parent and child could wait for each other to read.
    threading.Thread(target=_fetch, args=(connection, tasks), daemon=True).start()
    while (task := tasks.get()) is not None:
        ticket, texts, contexts = task
        outcome: Any
        try:
            outcome = looker.look(texts, contexts)
        except Exception as error:  # the parent raises it
            outcome = _told(error)
        try:
            connection.send((ticket, outcome))
        except OSError:
            break


def _fetch(connection: Connection, tasks: queue.SimpleQueue[Any]) -> None:
    while True:
        try:
            tasks.put(connection.recv())
        except (EOFError, OSError):
            tasks.put(None)
            return
