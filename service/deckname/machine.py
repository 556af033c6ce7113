"""What this process may use: cores and memory, as the scheduler and the container's limits (cgroups) have it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from math import ceil
from pathlib import Path

_ROOT = Path("/sys/fs/cgroup")
#: Resident memory of one worker process with the default model, and room to answer: what ``workers`` reckons with.
WORKER_BYTES = 500_000_000
#: One process keeps so many cores busy; Python's lock allows little more.
WORKER_CORES = 4


def cores(root: Path = _ROOT) -> int:
    """Return how many cores this process may keep busy: its affinity, or the container's quota where that is less.

    Quotas are ``cpu.max`` (https://docs.kernel.org/admin-guide/cgroup-v2.html) and ``cpu.cfs_quota_us`` before that.
    Parts of a core count as one: a quota of 2.5 is served best by three threads.
    """
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min([allowed, *(ceil(quota) for quota in _quotas(root))]))


def memory(root: Path = _ROOT) -> int | None:
    """Return the container's limit of memory in bytes, where there is one."""
    found = [
        int(text)
        for name in ("memory.max", "memory/memory.limit_in_bytes")
        if (text := _read(root / name)).isdecimal() and int(text) < 1 << 60  # version 1 says "none" by a huge number
    ]
    return min(found, default=None)


def workers(cores_: int, memory_: int | None) -> int:
    """Return how many processes make sense: one for every four cores, as far as memory reaches.

    >>> workers(2, None), workers(16, None), workers(16, 1_200_000_000)
    (1, 4, 2)
    """
    room = cores_ if memory_ is None else memory_ // WORKER_BYTES
    return max(1, min(ceil(cores_ / WORKER_CORES), room))


def _quotas(root: Path) -> Iterator[float]:
    quota, _, period = _read(root / "cpu.max").partition(" ")
    yield from _quota(quota, period)
    yield from _quota(_read(root / "cpu" / "cpu.cfs_quota_us"), _read(root / "cpu" / "cpu.cfs_period_us"))


def _quota(quota: str, period: str) -> Iterator[float]:
    if quota.isdecimal() and period.isdecimal() and int(period):  # not "max", not -1
        yield int(quota) / int(period)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""
