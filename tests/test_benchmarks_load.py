"""The load that the service's benchmarks make, against a server of a few lines."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from benchmarks.load import Results, closed_loop, open_loop, percentile, request, texts


@asynccontextmanager
async def answering(*, closing: bool = False) -> AsyncIterator[int]:
    """Serve 503 to every third request, in two pieces, and 200 to the others; yield the port."""
    count = 0

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal count
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                await reader.readexactly(int(head.partition(b"Content-Length: ")[2].partition(b"\r\n")[0]))
                count += 1
                status = b"200 OK" if count % 3 else b"503 Service Unavailable"
                more = b"Connection: close\r\n" if closing else b""
                writer.write(b"HTTP/1.1 " + status + b"\r\n" + more + b"Content-Length: 2\r\n\r\n")
                await writer.drain()
                await asyncio.sleep(0)
                writer.write(b"{}")
                if closing:
                    break
        except asyncio.IncompleteReadError:
            pass
        finally:
            writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]


def test_a_crowd_sends_so_many_a_second_whatever_comes_back() -> None:
    async def run() -> Results:
        async with answering() as port:
            return await open_loop(port, [request("/detect", "ü")], rate=200, seconds=0.5)

    results = asyncio.run(run())
    assert 50 <= len(results.rows) <= 100 and results.lost == 0
    assert {status for status, _, _ in results.rows} == {200, 503}


def test_connections_that_the_server_closes_are_opened_again() -> None:
    async def run() -> Results:
        async with answering(closing=True) as port:
            return await closed_loop(
                port, [b"POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n"], connections=2, seconds=0.3
            )

    results = asyncio.run(run())
    assert len(results.rows) >= 4 and results.lost == 0


def test_wrong_answers_are_counted() -> None:
    async def run() -> Results:
        async with answering() as port:
            return await closed_loop(
                port, [request("/detect", "a")], connections=1, seconds=0.2, right=lambda index, body: body != b"{}"
            )

    results = asyncio.run(run())
    assert results.wrong == sum(status == 200 for status, _, _ in results.rows) > 0


def test_texts_are_as_long_as_asked_for_and_always_the_same() -> None:
    assert {len(text) for text in texts(1000, 5)} == {1000}
    assert texts(60, 50) == texts(60, 50)
    assert 50 < sum(map(len, texts(60, 500))) / 500 < 70
    assert percentile([1.0, 2.0, 3.0, 4.0], 0.5) == 3.0
