"""What requests share: the gate they come in by, the threads they take turns in, and what counts them."""

from __future__ import annotations

import asyncio
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from contextvars import copy_context
from functools import partial
from types import FrameType
from typing import Any, TypeVar

from fastapi import Request, Response
from pydantic import BaseModel
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import deckname
from deckname import auth, build, http_errors, machine
from deckname.batching import Abandoned, SharedRuns, abandoned
from deckname.detector import Detector
from deckname.errors import DeadlineExceeded, DecknameError
from deckname.http_errors import HttpError
from deckname.keys import Keyring
from deckname.limits import RateLimits, Rates, Room, check_text
from deckname.metrics import Metrics
from deckname.settings import Settings

Result = TypeVar("Result")
#: Where the gate puts who asks, and what that caller may.
CALLER = "deckname.caller"
#: What is read while it is answered.
STREAM = "/redact/stream"
#: Requests in threads for each inference: enough that some have their words ready when a batch begins.
CONCURRENCY = 8
#: Bytes from which a request is a large one. It takes 40 MB of memory for 100,000 characters, and seconds.
LARGE = 50_000
#: Seconds after which it is worth watching whether the client is still there.
_WATCH_AFTER = 0.1


class Gate:
    """Who may come in: the key, its share, and room, all of it before the body is read; and what bodies hold."""

    def __init__(self, app: ASGIApp, service: Service) -> None:
        self._app = app
        self._service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        self._service.admit(scope)
        if scope["path"] == STREAM:  # it holds what it has not read yet, and that is little
            await self._app(scope, receive, send)
            return
        room = self._service.room
        held = 0

        async def holding() -> Message:
            nonlocal held
            message = await receive()
            if size := len(message.get("body", b"")):
                room.hold(size, own=held)
                held += size
            return message

        try:
            await self._app(scope, holding, send)
        finally:
            room.release(held)
            self._service.metrics.held.set(room.held)


class Service:
    """What requests share: the detector, the threads they take turns in, and what lets them in and counts them."""

    def __init__(self, settings: Settings, detector: Detector | None) -> None:
        self.settings = settings
        self.detector = detector
        self.keys = auth.Keys(settings.api_keys) if settings.api_keys else None
        self.keyring = Keyring.read(settings.key_file) if settings.key_file else Keyring()
        self.lanes = settings.threads or max(1, machine.cores() // settings.workers)
        self.concurrency = settings.concurrency or CONCURRENCY * self.lanes
        self.room = Room(requests=self.concurrency + settings.queue, bytes_=settings.queue_bytes)
        self.streams = 0  # that are open
        self.watch: Callable[[], AbstractContextManager[object]] = nullcontext  # around what is computed
        self.metrics = Metrics()
        self._runs: SharedRuns | None = None  # what ``start`` opens, ``stop`` closes
        self.drains = False  # whether SIGTERM is ours to hear
        self.draining = False
        # Each worker gives its part of a caller's share.
        self._usual = Rates(
            settings.requests_per_second / settings.workers, settings.characters_per_second / settings.workers
        )
        self._rates = RateLimits()
        self._threads = ThreadPoolExecutor(self.concurrency, "deckname-request")
        self._large = ThreadPoolExecutor(self.lanes, "deckname-large")

    async def start(self) -> None:
        """Load the model, where there is none yet, and hear SIGTERM."""
        if self.detector is None:
            load = partial(_load, self.settings, lanes=self.lanes)
            self.detector = await asyncio.get_running_loop().run_in_executor(self._threads, load)
            self._runs = build.shared_runs(self.detector)
        if self._runs is not None:
            self._runs.observe = self.metrics.batch_rows.observe
        self.metrics.model.labels(self.detector.model, deckname.__version__).set(1)
        if self.drains and threading.current_thread() is threading.main_thread():
            self._hear_sigterm(asyncio.get_running_loop())

    def stop(self) -> None:
        """Let the threads go; what waits still is not done. Nothing may run in the model when Python ends."""
        for threads in (self._threads, self._large):
            threads.shutdown(wait=False, cancel_futures=True)
        if self._runs is not None:
            self._runs.close()

    def _hear_sigterm(self, loop: asyncio.AbstractEventLoop) -> None:
        """Say on SIGTERM that we are not ready, and some time later let the server stop."""
        stop = signal.getsignal(signal.SIGTERM)

        def drain(number: int, frame: FrameType | None) -> None:
            again, self.draining = self.draining, True
            if not callable(stop):
                return
            if again or not self.settings.drain_seconds:
                stop(number, frame)
            else:
                loop.call_soon_threadsafe(loop.call_later, self.settings.drain_seconds, stop, number, None)

        signal.signal(signal.SIGTERM, drain)

    def ready(self) -> Detector:
        """Return the detector.

        Raises:
            HttpError: ``not_ready``.
        """
        if self.detector is None:
            raise HttpError("not_ready", "the model is not loaded yet; try again shortly")
        return self.detector

    def admit(self, scope: Scope) -> None:
        """Let a request in by its head alone.

        Raises:
            Unauthorized, Forbidden, RateLimited, Overloaded: or not.
        """
        path, headers = scope["path"], dict(scope["headers"])
        caller, rates = "", self._usual
        if self.keys is not None and path not in auth.OPEN:
            key = self.keys.caller(path, headers)
            caller, rates = key.name, key.rates(self._usual, workers=self.settings.workers)
            scope[http_errors.COUNTS]["key"] = key.name
        scope[CALLER] = caller, rates
        if scope["method"] == "POST":
            self._rates.enter(caller, rates)
            length = headers.get(b"content-length", b"")
            self.room.check(int(length) if length.isdigit() and len(length) < 20 else 0)

    def charge(self, scope: Scope, characters: int) -> None:
        """Count what a caller had looked through against its share."""
        caller, rates = scope[CALLER]
        self._rates.charge(caller, rates, characters)

    def done(self, done: http_errors.Done) -> None:
        """Count a request that is over."""
        self.metrics.requests.labels(done.route, done.status).inc()
        self.metrics.seconds.labels(done.route).observe(done.seconds)
        if done.code:
            self.metrics.refused.labels(done.code if done.code in http_errors.STATUS else "other").inc()

    async def run(self, work: Callable[[], Result], *, receive: Receive | None = None, size: int = 0) -> Result:
        """Return what ``work`` returns, done in a thread; with ``receive`` it ends where the client goes away.

        ``size`` is the body's, in bytes: large ones take turns among themselves and leave the small their threads.

        Raises:
            Overloaded: as many as may wait are waiting already.
            ClientDisconnect: the client went away.
        """
        self.room.check()
        loop = asyncio.get_running_loop()
        gone = threading.Event()
        context = copy_context()
        context.run(abandoned.set, gone)
        self._count(+1)
        threads = self._threads if size < LARGE else self._large
        job = threads.submit(context.run, self._timed, time.monotonic(), work)
        answer = asyncio.wrap_future(job)
        watching: list[asyncio.Task[None]] = []
        later = receive and loop.call_later(
            _WATCH_AFTER, lambda: watching.append(loop.create_task(_watch(receive, gone, answer)))
        )
        try:
            return await answer
        except (asyncio.CancelledError, Abandoned):
            if not gone.is_set():
                raise
        finally:
            gone.set()
            if later:
                later.cancel()
            for task in watching:
                task.cancel()
            self._leave(job, loop)
        self.metrics.abandoned.inc()
        raise ClientDisconnect()

    def _timed(self, since: float, work: Callable[[], Result]) -> Result:
        self.metrics.queue_seconds.observe(time.monotonic() - since)
        with self.watch():
            return work()

    def _leave(self, job: Future[Any], loop: asyncio.AbstractEventLoop) -> None:
        """Count a job out: now, or when its thread is free again."""
        if job.done() or job.cancel():
            self._count(-1)
        else:
            job.add_done_callback(lambda job: loop.call_soon_threadsafe(self._count, -1))

    def _count(self, change: int) -> None:
        self.room.inside += change
        self.metrics.inside.set(self.room.inside)
        self.metrics.waiting.set(max(0, self.room.inside - self.concurrency))


async def _watch(receive: Receive, gone: threading.Event, answer: asyncio.Future[Any]) -> None:
    """Give the work up when the client is gone."""
    while (await receive())["type"] != "http.disconnect":
        pass
    gone.set()
    answer.cancel()


def _load(settings: Settings, *, lanes: int) -> Detector:
    detector = build.load(settings.model, threads=1, lanes=lanes)
    detector.detect("Nobody.")  # expressions compile when they are first used, which takes seconds
    return detector


async def json_body(request: Request) -> bytes:
    """Return the whole body of a request that says it is JSON.

    Raises:
        HttpError: ``unsupported_media_type``.
        DeadlineExceeded: it does not arrive in time, and what waits for it has to be free for others.
    """
    settings: Settings = request.app.state.service.settings
    _check_media_type(request)
    try:
        async with asyncio.timeout(min(settings.body_seconds, settings.timeout_seconds)):
            return await request.body()
    except TimeoutError:
        pass
    raise DeadlineExceeded("the body did not arrive in time")


def _check_media_type(request: Request) -> None:
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if not (
        media_type == "application/json" or (media_type.startswith("application/") and media_type.endswith("+json"))
    ):
        raise HttpError("unsupported_media_type", "send JSON, with Content-Type: application/json")
    check_encoding(request)


def check_encoding(request: Request) -> None:
    """Refuse a body that is compressed. Raises ``HttpError``: ``unsupported_media_type``."""
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise HttpError("unsupported_media_type", "send the body as it is, without a Content-Encoding")


def json_answer(answer: BaseModel) -> Response:
    """Return an answer as JSON, without the fields that it has not."""
    return Response(answer.model_dump_json(exclude_none=True), media_type="application/json")


def refusal(text: str, settings: Settings) -> DecknameError | None:
    """Return why a text is not looked at: too long, or no Unicode; None where nothing speaks against it."""
    try:
        check_text(text, settings.max_characters)
    except DecknameError as error:
        return error
    return None
