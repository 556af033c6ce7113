"""Concurrent requests share the model's batches.

``SharedRuns`` keeps one lane a core. A batch that finds a lane idle starts at once, a lone one in its own thread; while
all are busy, batches of one padded length gather, and the next idle lane takes them together. So nothing waits for
company, and the busier the service, the fuller its batches. What a batch holds decides no answer: rows are computed by
themselves (``tagger``).

Lanes of one thread each were no slower than one inference on all cores, and do not collapse where other processes
want the cores too (two cores with one of them taken: 21 against 45 ms for eight windows of 32 tokens).
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from heapq import heappop, heappush
from typing import Any

import numpy as np
from numpy.typing import NDArray

from deckname.errors import DecknameError

Ids = NDArray[np.int64]
Logits = NDArray[np.float32]

#: Tokens in one batch. 2,048 were no faster (2.5 ms for 32 tokens either way), and whoever comes next waits longer.
TOKENS = 512
#: By how many seconds a batch of a long text stands back for others, for each token that the text has had already.
_PATIENCE = 50e-6


class Abandoned(DecknameError):
    """Nobody waits for the answer any more."""

    code = "abandoned"


#: Set where a client may vanish; a set event ends the work at its next batch.
abandoned: ContextVar[threading.Event | None] = ContextVar("abandoned", default=None)


class _Batch:
    """Windows of one padded length, and in the end their logits."""

    __slots__ = ("_done", "cancelled", "error", "ids", "logits")

    def __init__(self, ids: Ids) -> None:
        self.ids = ids
        self.logits: Logits | None = None
        self.error: Exception | None = None
        self.cancelled = False
        self._done = threading.Lock()  # a tenth of a Future's cost
        self._done.acquire()

    def finish(self) -> None:
        self._done.release()

    def result(self) -> Logits:
        self._done.acquire()
        if self.error is not None:
            raise self.error
        assert self.logits is not None
        return self.logits


class SharedRuns:
    """A model's session behind lanes; call it with batches, in whatever thread, and it yields their logits in order."""

    def __init__(self, session: Any, *, lanes: int, tokens: int = TOKENS) -> None:
        self._session = session
        self._lanes = lanes
        self._tokens = tokens
        self._waiting: dict[int, list[tuple[float, int, _Batch]]] = {}  # by padded length, each a heap
        self._counter = 0
        self._change = threading.Condition()
        self._busy = 0  # lanes in which something runs, be it in a thread of theirs or in a caller's
        self._closed = False
        #: Is told the rows of each batch that is computed.
        self.observe: Callable[[int], None] = _nothing
        self._threads = [
            threading.Thread(target=self._work, name=f"deckname-lane-{lane}", daemon=True) for lane in range(lanes)
        ]
        for thread in self._threads:
            thread.start()

    def __call__(self, batches: Iterable[Ids]) -> Iterator[Logits]:
        """Yield each batch's logits.

        Raises:
            Abandoned: between two batches, ``abandoned`` was set.
        """
        ahead: deque[_Batch] = deque()
        had = 0
        coming = iter(batches)
        ids = next(coming, None)
        try:
            while ids is not None:
                gone = abandoned.get()
                if gone is not None and gone.is_set():
                    raise Abandoned("the client is gone")
                following = next(coming, None)
                if not had and following is None and (logits := self._run_here(ids)) is not None:
                    yield logits
                    return
                ahead.append(self._submit(ids, stand_back=had * _PATIENCE))
                had += ids.size
                if len(ahead) > self._lanes:  # a long text keeps all lanes busy, and no more than that in the queue
                    yield ahead.popleft().result()
                ids = following
            while ahead:
                yield ahead.popleft().result()
        finally:
            for batch in ahead:
                batch.cancelled = True

    def close(self) -> None:
        """End the lanes, after the batches that wait."""
        with self._change:
            self._closed = True
            self._change.notify_all()
        for thread in self._threads:
            thread.join()

    def _run_here(self, ids: Ids) -> Logits | None:
        """Run a lone batch in this thread where a lane is idle: handing it over and back takes a quarter of a ms."""
        with self._change:
            if self._closed or self._waiting or self._busy >= self._lanes:
                return None
            self._busy += 1
        try:
            logits: Logits = self._session.run(["logits"], {"input_ids": ids})[0]
        finally:
            self._free()
        self.observe(len(ids))
        return logits

    def _free(self) -> None:
        with self._change:
            self._busy -= 1
            if self._waiting:
                self._change.notify()

    def _submit(self, ids: Ids, *, stand_back: float) -> _Batch:
        batch = _Batch(ids)
        with self._change:
            if self._closed:
                raise RuntimeError("the lanes are closed")
            self._counter += 1
            heap = self._waiting.setdefault(ids.shape[1], [])
            heappush(heap, (time.monotonic() + stand_back, self._counter, batch))
            self._change.notify()
        return batch

    def _work(self) -> None:
        while batches := self._taken():
            try:
                self._run(batches)
            except Exception:  # one batch of several may be at fault: each gets its own chance
                for batch in batches:
                    self._run_alone(batch)
            self._free()
            for batch in batches:
                batch.finish()

    def _taken(self) -> list[_Batch]:
        """Return batches of one length that wait, those first that came first; none at the end."""
        with self._change:
            while True:
                taken = self._take() if self._busy < self._lanes else []
                if taken:
                    self._busy += 1
                if taken or (self._closed and not self._waiting):
                    return taken
                self._change.wait()

    def _take(self) -> list[_Batch]:
        taken: list[_Batch] = []
        while self._waiting and not taken:
            length = min(self._waiting, key=lambda each: self._waiting[each][0][:2])
            heap, rows = self._waiting[length], 0
            while heap and (not taken or (rows + len(heap[0][2].ids)) * length <= self._tokens):
                batch = heappop(heap)[2]
                if not batch.cancelled:
                    taken.append(batch)
                    rows += len(batch.ids)
            if not heap:
                del self._waiting[length]
        return taken

    def _run(self, batches: list[_Batch]) -> None:
        ids = batches[0].ids if len(batches) == 1 else np.concatenate([batch.ids for batch in batches])
        (logits,) = self._session.run(["logits"], {"input_ids": ids})
        first = 0
        for batch in batches:
            batch.logits = logits[first : first + len(batch.ids)]
            first += len(batch.ids)
        self.observe(len(ids))

    def _run_alone(self, batch: _Batch) -> None:
        try:
            self._run([batch])
        except Exception as error:  # raised in the thread that waits for the batch
            batch.error = error


def _nothing(rows: int) -> None:
    pass
