"""Servers to measure and the load on them: a small client over plain sockets, which must not be the bottleneck."""

from __future__ import annotations

import asyncio
import json
import os
import platform
import random
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

_NAMES = (
    "Maria Keller", "John Smith", "Aisha Rahman", "Pedro Alves", "Chloé Martin", "Jan de Vries", "Anna Rossi",
)  # fmt: skip
_SENTENCES = (
    "My name is {name} and I live at {n} High Street, Leeds.",
    "Please call {name} on +44 20 7946 0{n:03} before noon.",
    "Send the invoice to {mail}, not to the office in Bonn.",
    "The meeting moved to Thursday; the room stays the same.",
    "Patient {name} was born on {d}.03.1984 in Graz.",
    "Card 4111 1111 1111 1111 was charged twice, says {name}.",
    "We shipped {n} boxes to the warehouse and got no receipt.",
    "{name} wrote: my IBAN is DE89 3704 0044 0532 0130 00.",
    "Server 192.0.2.{d} answered slowly; the cache was cold again.",
    "Ask {name} for the password, or look into the wiki, please.",
    "Bonjour, je suis {name} et mon adresse est {mail}.",
    "The quarterly report shows {n} new contracts in the north.",
)


def sentences(count: int, *, seed: int = 1) -> list[str]:
    """Return invented sentences of about sixty characters, half of them with personal data."""
    chance = random.Random(seed)
    made = []
    for _ in range(count):
        name = chance.choice(_NAMES)
        values = {"name": name, "n": chance.randrange(1, 999), "d": chance.randrange(10, 29)}
        mail = f"{name.split()[0].lower().replace('é', 'e')}{values['n']}@example.org"
        made.append(chance.choice(_SENTENCES).format(**values, mail=mail))
    return made


def texts(size: int, count: int, *, seed: int = 1) -> list[str]:
    """Return texts of about ``size`` characters, made of such sentences."""
    if size <= 100:
        return sentences(count, seed=seed)
    return [" ".join(sentences(size // 55 + 1, seed=seed * 1000 + index))[:size] for index in range(count)]


@dataclass
class Results:
    """What came back: the status, the seconds, and when, of each request."""

    rows: list[tuple[int, float, float]] = field(default_factory=list)
    wrong: int = 0
    lost: int = 0
    seconds: float = 0.0

    def figures(self) -> dict[str, object]:
        good = sorted(took for status, took, _ in self.rows if status == 200)
        told: dict[str, object] = {
            "requests": len(self.rows),
            "statuses": dict(sorted(Counter(status for status, _, _ in self.rows).items())),
            "requests a second": round(len(good) / self.seconds, 1) if self.seconds else 0.0,
        }
        for name, share in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99)):
            told[f"{name} ms"] = round(1000 * percentile(good, share), 2)
        return told


def percentile(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


def request(path: str, text: str, *, field_: str = "text", more: dict[str, object] | None = None) -> bytes:
    """Return a whole HTTP request."""
    body = json.dumps({field_: text, **(more or {})}, ensure_ascii=False).encode()
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


class Client(asyncio.Protocol):
    """One connection, one request at a time."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None
        self._length = -1
        self._last = False  # the server closes after this answer
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)  # uvloop's is none by inheritance

    def ask(self, content: bytes) -> asyncio.Future[tuple[int, bytes]]:
        assert self.transport is not None
        self._buffer.clear()
        self._length = -1
        self._answer = asyncio.get_running_loop().create_future()
        self.transport.write(content)
        return self._answer

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        if self._length < 0:
            end = self._buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            head = bytes(self._buffer[:end]).lower()
            self._last = b"\r\nconnection: close" in head
            self._length = end + 4 + int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
        if len(self._buffer) >= self._length and self._answer is not None and not self._answer.done():
            body = bytes(self._buffer[: self._length]).partition(b"\r\n\r\n")[2]
            self._answer.set_result((int(self._buffer[9:12]), body))

    def connection_lost(self, exc: Exception | None) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(ConnectionError("closed"))

    @property
    def closed(self) -> bool:
        return self._last or self.transport is None or self.transport.is_closing()


@asynccontextmanager
async def connected(port: int) -> AsyncIterator[Client]:
    transport, client = await asyncio.get_running_loop().create_connection(Client, "127.0.0.1", port)
    try:
        yield client
    finally:
        transport.close()


async def closed_loop(
    port: int,
    requests: Sequence[bytes],
    *,
    connections: int,
    seconds: float,
    right: Callable[[int, bytes], bool] | None = None,
) -> Results:
    """Keep so many connections busy, each with its next request as soon as its last is answered."""
    results = Results()
    began = time.perf_counter()
    until = began + seconds

    async def one(first: int) -> None:
        index = first
        while time.perf_counter() < until:
            try:
                async with connected(port) as client:
                    while time.perf_counter() < until and not client.closed:
                        index = (index + connections) % len(requests)
                        sent = time.perf_counter()
                        status, body = await client.ask(requests[index])
                        results.rows.append((status, time.perf_counter() - sent, sent - began))
                        if status == 200 and right and not right(index, body):
                            results.wrong += 1
                        elif status in (429, 503):
                            await asyncio.sleep(1)  # what Retry-After says
            except OSError:
                results.lost += 1
                await asyncio.sleep(0.05)

    await asyncio.gather(*(one(index) for index in range(connections)))
    results.seconds = time.perf_counter() - began
    return results


async def open_loop(port: int, requests: Sequence[bytes], *, rate: float, seconds: float) -> Results:
    """Send so many requests a second, whatever becomes of those before: what a crowd of callers does."""
    results = Results()
    idle: list[Client] = []
    running: set[asyncio.Task[None]] = set()
    loop = asyncio.get_running_loop()
    began = time.perf_counter()

    async def one(content: bytes, sent: float) -> None:
        try:
            client = None
            while idle and (client is None or client.closed):
                client = idle.pop()
            if client is None or client.closed:
                _, client = await loop.create_connection(Client, "127.0.0.1", port)
            status, _ = await client.ask(content)
            results.rows.append((status, time.perf_counter() - sent, sent - began))
            idle.append(client)
        except OSError:
            results.lost += 1

    sent = 0
    while (now := time.perf_counter() - began) < seconds:
        due = int(now * rate) - sent
        for _ in range(due):
            task = loop.create_task(one(requests[sent % len(requests)], time.perf_counter()))
            running.add(task)
            task.add_done_callback(running.discard)
            sent += 1
        await asyncio.sleep(0.002)
    await asyncio.gather(*running)
    results.seconds = time.perf_counter() - began
    for client in idle:
        assert client.transport is not None
        client.transport.close()
    return results


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass(frozen=True)
class Server:
    """A server process, where it listens, and how long it took to be ready."""

    process: subprocess.Popen[bytes]
    port: int
    seconds_to_ready: float

    def memory(self) -> list[int]:
        """Return the resident memory, in bytes, of each process that answers: the workers, or the only one."""
        pids = children(self.process.pid) or [self.process.pid]
        return [resident for pid in pids if (resident := resident_memory(pid)) > 50_000_000]


def children(pid: int) -> list[int]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in path.read_text().split()] if path.exists() else []


def resident_memory(pid: int) -> int:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


@contextmanager
def serving(*options: str, environment: dict[str, str] | None = None, ready: str = "/ready") -> Iterator[Server]:
    """Run ``deckname serve`` with these options."""
    port = free_port()
    command = [sys.executable, "-m", "deckname", "serve", "--port", str(port), *options]
    with running(command, port, environment=environment, ready=ready) as server:
        yield server


@contextmanager
def running(
    command: Sequence[str], port: int, *, environment: dict[str, str] | None = None, ready: str
) -> Iterator[Server]:
    """Run a server and wait until it is ready; end it as an operator would."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command, env=os.environ | {"DECKNAME_LOG_LEVEL": "warning"} | (environment or {}), stdout=subprocess.DEVNULL
    )
    try:
        while True:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}{ready}", timeout=5):
                    break
            except OSError:
                if process.poll() is not None or time.perf_counter() - began > 120:
                    raise SystemExit(f"{command[0]} did not get ready") from None
                time.sleep(0.02)
        yield Server(process, port, time.perf_counter() - began)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(40)
        except subprocess.TimeoutExpired:
            process.kill()


def machine() -> str:
    """Say what was measured on."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    cores = len(os.sched_getaffinity(0))
    return f"{names[0] if names else platform.machine()}, {cores} cores, Python {platform.python_version()}"
