"""Three times what the service can do: who is refused, how fast, and what becomes of those who are let in.

    python -m benchmarks.overload                    # five minutes
    python -m benchmarks.overload --seconds 20

First what 32 connections get ("normal"), and so how much it can do; then so many requests a second, whoever still
waits; then how soon a request is answered as before. Nothing but 200, 429 and 503 may come back, the 99th percentile of
those let in may be twice the normal one, and memory may not grow.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import time
from pathlib import Path

import uvloop

from benchmarks.load import Results, Server, closed_loop, machine, open_loop, percentile, request, serving, texts

CONNECTIONS = 32


async def overloaded(
    server: Server, requests: list[bytes], *, rate: float, seconds: float
) -> tuple[Results, list[int]]:
    """Return what came back, and the memory of the largest worker in each second."""
    memory: list[int] = []

    async def watch() -> None:
        while True:
            memory.append(max(server.memory(), default=0))
            await asyncio.sleep(1)

    watching = asyncio.get_running_loop().create_task(watch())
    results = await open_loop(server.port, requests, rate=rate, seconds=seconds)
    watching.cancel()
    return results, memory


async def recovered(server: Server, requests: list[bytes], *, within: float) -> float:
    """Return the seconds until ten requests in a row were answered as fast as in normal times."""
    began = time.perf_counter()
    while time.perf_counter() - began < 60:
        results = await closed_loop(server.port, requests, connections=1, seconds=0.2)
        good = [took for status, took, _ in results.rows if status == 200]
        if len(good) >= 10 and len(good) == len(results.rows) and max(good) <= within:
            break
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=300.0)
    parser.add_argument("--times", type=float, default=3.0, help="how many times what it can do")
    parser.add_argument("--workers", default="auto")
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    requests = [request("/detect", text) for text in texts(60, 600)]
    with serving("--workers", arguments.workers) as server:
        uvloop.run(closed_loop(server.port, requests, connections=CONNECTIONS, seconds=2))
        normal = uvloop.run(closed_loop(server.port, requests, connections=CONNECTIONS, seconds=10))
        ordered = sorted(took for status, took, _ in normal.rows if status == 200)
        rate = arguments.times * len(ordered) / normal.seconds
        results, memory = uvloop.run(overloaded(server, requests, rate=rate, seconds=arguments.seconds))
        recovery = uvloop.run(recovered(server, requests, within=percentile(ordered, 0.99)))
    admitted = sorted(took for status, took, _ in results.rows if status == 200)
    refused = sorted(took for status, took, _ in results.rows if status in (429, 503))
    warm = len(memory) // 5
    record = {
        "machine": machine(),
        "normal": normal.figures(),
        "offered a second": round(rate, 1),
        "overload": results.figures() | {"lost": results.lost},
        "share refused": round(len(refused) / len(results.rows), 3),
        "p99 of the refused, ms": round(1000 * percentile(refused, 0.99), 2),
        "p99 of the admitted over the normal p99": round(percentile(admitted, 0.99) / percentile(ordered, 0.99), 2),
        "other statuses": sorted({status for status, _, _ in results.rows} - {200, 429, 503}),
        "memory, MB": {"after a fifth": round(memory[warm] / 1e6), "at the end": round(memory[-1] / 1e6)},
        "seconds to recovery": round(recovery, 2),
    }
    text = json.dumps(record, indent=1)
    if arguments.out:
        arguments.out.write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
