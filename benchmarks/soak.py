"""An hour of mixed load on two workers, one killed every five minutes: is any answer wrong, does memory grow?

    python -m benchmarks.soak                        # sixty minutes
    python -m benchmarks.soak --minutes 0.5 --kill-every 10

Every answer is compared with what the same detector said offline, before. A request counts as lost where its connection
broke or another worker's socket did not take it: no more may be lost than were in flight in the killed worker.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import time
import urllib.request
from pathlib import Path

import uvloop

import deckname
from benchmarks.load import Results, Server, children, closed_loop, machine, request, resident_memory, serving, texts

CONNECTIONS = 8
SIZES = ((60, 300), (300, 60), (1_000, 40), (5_000, 8), (20_000, 2))


def expected(own: list[str]) -> list[object]:
    """Return the spans that a detector in this process finds: what an answer has to hold."""
    detector = deckname.load(threads=1)
    return [[[span.type, span.start, span.end, span.score] for span in detector.detect(text).spans] for text in own]


def told(body: bytes) -> object:
    return [[span["type"], span["start"], span["end"], span["score"]] for span in json.loads(body)["spans"]]


def workers(server: Server) -> list[int]:
    """Return the processes that answer; the other children of a server's are small."""
    return [pid for pid in children(server.process.pid) if resident_memory(pid) > 100_000_000]


async def soak(
    server: Server, requests: list[bytes], right: list[object], *, seconds: float, kill_every: float
) -> tuple[Results, list[dict[str, object]], int]:
    memory: list[dict[str, object]] = []
    killed = 0
    began = time.monotonic()

    async def watch() -> None:
        while True:
            sizes = {pid: round(resident_memory(pid) / 1e6) for pid in workers(server)}
            memory.append({"second": round(time.monotonic() - began), "MB": sizes})
            await asyncio.sleep(5)

    async def kill() -> None:
        nonlocal killed
        while True:
            await asyncio.sleep(kill_every)
            if len(alive := workers(server)) == 2:
                os.kill(alive[0], signal.SIGKILL)
                killed += 1

    tasks = [asyncio.get_running_loop().create_task(work) for work in (watch(), kill())]
    results = await closed_loop(
        server.port, requests, connections=CONNECTIONS, seconds=seconds,
        right=lambda index, body: told(body) == right[index],
    )  # fmt: skip
    for task in tasks:
        task.cancel()
    return results, memory, killed


def plot(memory: list[dict[str, object]], path: Path) -> None:
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    lines: dict[str, tuple[list[float], list[float]]] = {}
    for row in memory:
        sizes = row["MB"]
        assert isinstance(sizes, dict)
        for pid, size in sizes.items():
            seconds, values = lines.setdefault(str(pid), ([], []))
            seconds.append(float(str(row["second"])) / 60)
            values.append(size)
    figure, axes = pyplot.subplots(figsize=(8, 3.5))
    for seconds, values in lines.values():
        axes.plot(seconds, values)
    axes.set(xlabel="minutes", ylabel="resident memory of a worker, MB", ylim=(0, None))
    figure.tight_layout()
    figure.savefig(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--kill-every", type=float, default=300.0, metavar="SECONDS")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--figure", type=Path, help="of the memory, SVG or PNG; needs matplotlib")
    arguments = parser.parse_args()
    own = [text for size, count in SIZES for text in texts(size, count, seed=7)]
    right = expected(own)
    requests = [request("/detect", text) for text in own]
    with serving("--workers", "2") as server:
        while len(workers(server)) < 2:
            time.sleep(0.1)
        results, memory, killed = uvloop.run(
            soak(server, requests, right, seconds=60 * arguments.minutes, kill_every=arguments.kill_every)
        )
        with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/ready", timeout=10) as answer:
            well = answer.status == 200
    record = {
        "machine": machine(),
        "minutes": arguments.minutes,
        "results": results.figures(),
        "wrong": results.wrong,
        "workers killed": killed,
        "lost": results.lost,
        "lost at most, were each killed worker to hold all connections": killed * CONNECTIONS,
        "well at the end": well,
        "memory": memory[:: max(1, len(memory) // 120)],
    }
    if arguments.figure:
        plot(memory, arguments.figure)
    text = json.dumps(record, indent=1)
    if arguments.out:
        arguments.out.write_text(text + "\n", encoding="utf-8")
    print(json.dumps({name: value for name, value in record.items() if name != "memory"}, indent=1))


if __name__ == "__main__":
    main()
