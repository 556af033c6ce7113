"""Token buckets, room, and what the machine allows."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckname import machine
from deckname.errors import Overloaded
from deckname.limits import Bucket, RateLimited, RateLimits, Rates, Room


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_so_many_requests_a_second_and_a_burst() -> None:
    clock = Clock()
    limits, rates = RateLimits(clock=clock), Rates(requests=5)
    for _ in range(10):  # two seconds' worth at once
        limits.enter("crm", rates)
    with pytest.raises(RateLimited) as refused:
        limits.enter("crm", rates)
    assert refused.value.retry_after == 1
    limits.enter("another", rates)
    limits.enter("crm", Rates())
    clock.now = 1.0
    for _ in range(5):
        limits.enter("crm", rates)
    with pytest.raises(RateLimited):
        limits.enter("crm", rates)


def test_characters_are_paid_afterwards_and_debts_waited_out() -> None:
    clock = Clock()
    limits, rates = RateLimits(clock=clock), Rates(characters=100)
    limits.enter("crm", rates)
    limits.charge("crm", rates, 1200)  # 200 were there
    with pytest.raises(RateLimited) as refused:
        limits.enter("crm", rates)
    assert refused.value.retry_after == 11
    clock.now = 9.0
    with pytest.raises(RateLimited):
        limits.enter("crm", rates)
    clock.now = 10.1
    limits.enter("crm", rates)


@given(st.lists(st.tuples(st.floats(0, 2), st.floats(0, 50)), max_size=50))
def test_over_time_no_more_than_the_rate_and_one_burst_comes_through(steps: list[tuple[float, float]]) -> None:
    clock = Clock()
    bucket, taken, largest = Bucket(10.0, clock=clock), 0.0, 0.0
    for passed, amount in steps:
        clock.now += passed
        if not bucket.wait():
            bucket.take(amount)
            taken, largest = taken + amount, max(largest, amount)
    assert taken <= 10.0 * clock.now + 20.0 + largest + 1e-6


def test_room_is_bounded_by_requests_and_by_bytes() -> None:
    room = Room(requests=2, bytes_=100)
    room.check(1000)  # a lone one may be larger than all that
    room.hold(70)
    room.hold(20)
    with pytest.raises(Overloaded):
        room.hold(20)
    with pytest.raises(Overloaded):
        room.check(20)
    room.check(10)
    room.release(20)
    room.hold(50, own=70)  # nobody else is there
    room.inside = 2
    with pytest.raises(Overloaded):
        room.check()


@pytest.mark.parametrize(
    ("files", "cores"),
    [
        ({}, 64), ({"cpu.max": "max 100000"}, 64), ({"cpu.max": "250000 100000"}, 3), ({"cpu.max": "50000 100000"}, 1),
        ({"cpu/cpu.cfs_quota_us": "200000", "cpu/cpu.cfs_period_us": "100000"}, 2),
        ({"cpu/cpu.cfs_quota_us": "-1", "cpu/cpu.cfs_period_us": "100000"}, 64), ({"cpu.max": "odd"}, 64),
    ],
)  # fmt: skip
def test_cores_are_those_of_the_container(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str], cores: int
) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda pid: set(range(64)))
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content + "\n")
    assert machine.cores(tmp_path) == cores


def test_affinity_counts_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cpu.max").write_text("800000 100000")
    monkeypatch.setattr("os.sched_getaffinity", lambda pid: {3, 5})
    assert machine.cores(tmp_path) == 2


def test_memory_is_that_of_the_container(tmp_path: Path) -> None:
    assert machine.memory(tmp_path) is None
    (tmp_path / "memory.max").write_text("max\n")
    assert machine.memory(tmp_path) is None
    (tmp_path / "memory.max").write_text("1073741824\n")
    assert machine.memory(tmp_path) == 1_073_741_824
    (tmp_path / "memory").mkdir()
    (tmp_path / "memory" / "memory.limit_in_bytes").write_text("9223372036854771712")
    assert machine.memory(tmp_path) == 1_073_741_824


@pytest.mark.parametrize(
    ("cores", "memory", "workers"),
    [(1, None, 1), (4, None, 1), (5, None, 2), (16, 8_000_000_000, 4), (16, 1_100_000_000, 2), (16, 100, 1)],
)
def test_workers_fit_cores_and_memory(cores: int, memory: int | None, workers: int) -> None:
    assert machine.workers(cores, memory) == workers
