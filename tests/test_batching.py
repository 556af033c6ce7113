"""What requests share: full batches, and nothing of each other's answers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckname import build
from deckname.batching import Abandoned, Ids, Logits, SharedRuns, abandoned
from deckname.detector import Options
from deckname.errors import DeadlineExceeded


class Doubling:
    """A session whose logits are twice the ids; it remembers its batches, and stops where it is told to."""

    def __init__(self) -> None:
        self.shapes: list[tuple[int, ...]] = []
        self.go = threading.Event()
        self.begun = threading.Semaphore(0)
        self.threads: list[threading.Thread] = []
        self.go.set()

    def run(self, outputs: list[str], feeds: dict[str, Ids]) -> list[Logits]:
        ids = feeds["input_ids"]
        self.threads.append(threading.current_thread())
        self.begun.release()
        assert self.go.wait(10)
        self.shapes.append(ids.shape)
        if (ids == 13).any():
            raise RuntimeError("thirteen")
        return [ids.astype(np.float32)[..., None] * 2]


def batch(value: int, *, rows: int = 1, length: int = 8) -> Ids:
    return np.full((rows, length), value, np.int64)


@pytest.fixture
def session() -> Doubling:
    return Doubling()


@pytest.fixture
def runs(session: Doubling) -> Iterator[SharedRuns]:
    runs = SharedRuns(session, lanes=1, tokens=64)
    yield runs
    session.go.set()
    runs.close()


def values(runs: SharedRuns, *batches: Ids) -> list[float]:
    return [float(logits[0, 0, 0]) for logits in runs(batches)]


def test_a_lone_batch_goes_through_as_it_is(session: Doubling, runs: SharedRuns) -> None:
    rows: list[int] = []
    runs.observe = rows.append
    assert values(runs, batch(3, rows=2)) == [6]
    assert (session.shapes, rows) == ([(2, 8)], [2])
    assert session.threads == [threading.current_thread()]  # to hand it over would take time


def test_an_error_of_a_lone_batch_frees_its_lane(session: Doubling, runs: SharedRuns) -> None:
    for _ in range(3):
        with pytest.raises(RuntimeError, match="thirteen"):
            values(runs, batch(13))
    assert values(runs, batch(1), batch(2)) == [2, 4]


def test_while_the_lane_is_busy_batches_of_one_length_gather(session: Doubling, runs: SharedRuns) -> None:
    session.go.clear()
    with ThreadPoolExecutor(6) as callers:
        first = callers.submit(values, runs, batch(1))
        assert session.begun.acquire(timeout=5)
        others = [callers.submit(values, runs, batch(value, length=length)) for value, length in
                  ((2, 8), (3, 16), (4, 8), (5, 16), (6, 8))]  # fmt: skip
        wait_for(runs, 5)
        session.go.set()
        assert [job.result() for job in (first, *others)] == [[2], [4], [6], [8], [10], [12]]
    assert sorted(session.shapes) == [(1, 8), (2, 16), (3, 8)]


def test_a_batch_has_so_many_tokens_at_most(session: Doubling, runs: SharedRuns) -> None:
    session.go.clear()
    with ThreadPoolExecutor(10) as callers:
        first = callers.submit(values, runs, batch(0))
        assert session.begun.acquire(timeout=5)
        others = [callers.submit(values, runs, batch(value, rows=3)) for value in range(1, 6)]
        wait_for(runs, 5)
        session.go.set()
        assert [job.result() for job in (first, *others)] == [[0], [2], [4], [6], [8], [10]]
    assert session.shapes == [(1, 8), (6, 8), (6, 8), (3, 8)]  # 64 tokens are eight rows


def test_a_batch_that_is_too_large_by_itself_runs_all_the_same(session: Doubling, runs: SharedRuns) -> None:
    assert values(runs, batch(1, rows=20)) == [2]
    assert session.shapes == [(20, 8)]


def test_an_error_is_that_of_the_batch_alone(session: Doubling, runs: SharedRuns) -> None:
    session.go.clear()
    with ThreadPoolExecutor(3) as callers:
        first = callers.submit(values, runs, batch(0))
        assert session.begun.acquire(timeout=5)
        bad, good = callers.submit(values, runs, batch(13)), callers.submit(values, runs, batch(2))
        wait_for(runs, 2)
        session.go.set()
        assert (first.result(), good.result()) == ([0], [4])
        with pytest.raises(RuntimeError, match="thirteen"):
            bad.result()


def test_a_long_text_stands_back_for_the_next(session: Doubling, runs: SharedRuns) -> None:
    session.go.clear()
    order: list[float] = []
    with ThreadPoolExecutor(2) as callers:
        long = callers.submit(lambda: order.extend(each[0, 0, 0] for each in runs([batch(1, rows=8)] * 20)))
        assert session.begun.acquire(timeout=5)
        short = callers.submit(lambda: order.extend(values(runs, batch(2))))
        wait_for(runs, 2)
        session.go.set()
        long.result()
        short.result()
    assert order.index(4) < 15  # of twenty that came first


def test_an_error_between_two_batches_leaves_none_behind(session: Doubling, runs: SharedRuns) -> None:
    def batches() -> Iterator[Ids]:
        yield batch(1)
        raise DeadlineExceeded("late")

    with pytest.raises(DeadlineExceeded):
        list(runs(batches()))
    assert values(runs, batch(2)) == [4]


def test_work_that_nobody_waits_for_ends_at_its_next_batch(session: Doubling, runs: SharedRuns) -> None:
    gone = threading.Event()
    token = abandoned.set(gone)
    try:
        logits = runs(batch(value) for value in range(10))
        next(logits)
        gone.set()
        with pytest.raises(Abandoned):
            list(logits)
    finally:
        abandoned.reset(token)
    assert len(session.shapes) < 5


def test_closed_lanes_take_no_more(session: Doubling) -> None:
    runs = SharedRuns(session, lanes=2)
    assert values(runs, batch(1)) == [2]
    runs.close()
    with pytest.raises(RuntimeError, match="closed"):
        values(runs, batch(1))


def wait_for(runs: SharedRuns, count: int) -> None:
    """Wait until so many batches wait."""
    for _ in range(1000):
        if sum(map(len, runs._waiting.values())) == count:
            return
        threading.Event().wait(0.005)
    raise AssertionError("they did not come")


@given(st.lists(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 5), st.sampled_from([8, 16, 24])), max_size=6)))
def test_every_caller_gets_its_own_logits_in_its_order(calls: list[list[tuple[int, int, int]]]) -> None:
    runs = SharedRuns(Doubling(), lanes=2, tokens=48)

    def ask(call: list[tuple[int, int, int]]) -> list[tuple[int, ...]]:
        found = runs(batch(value, rows=rows, length=length) for value, rows, length in call)
        return [(int(logits[-1, -1, 0]), *logits.shape[:2]) for logits in found]

    with ThreadPoolExecutor(8) as callers:
        assert list(callers.map(ask, calls)) == [
            [(2 * value, rows, length) for value, rows, length in call] for call in calls
        ]
    runs.close()


def test_the_tiny_model_says_the_same_in_lanes(tiny_model: Path) -> None:
    alone, shared = build.load(str(tiny_model)), build.load(str(tiny_model), threads=1, lanes=2)
    text = "Ada Lovelace wrote. " * 20
    assert shared.detect(text) == alone.detect(text)
    assert build.shared_runs(alone) is None
    runs = build.shared_runs(shared)
    assert isinstance(runs, SharedRuns)
    with pytest.raises(DeadlineExceeded):
        shared.detect(text, options=Options(timeout=0.0))
    runs.close()


def test_company_changes_no_answer_of_the_model_that_ships() -> None:
    """The promise of the design, with the real model: spans and scores to the last digit."""
    shared = build.load(threads=1, lanes=2)
    names = ("Maria Keller", "John Smith", "Aisha Rahman", "Chloé Martin")
    texts = [
        f"{'Well, ' * (i % 7)}{names[i % 4]} lives at {i} High Street, Leeds; mail{i}@example.org." for i in range(16)
    ]
    alone = [shared.detect(text) for text in texts]
    with ThreadPoolExecutor(16) as callers:
        crowded: list[Any] = list(callers.map(shared.detect, texts * 2))
    assert crowded == alone * 2
    assert any(detection.spans for detection in alone)
