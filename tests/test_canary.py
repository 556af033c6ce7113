"""A canary in every field of every endpoint of a real server, and then a look at every place it could have got to.

The server runs as a process of its own with a temporary directory of its own; it opens no connection, which an audit
hook watches, and answers without any network.
"""

from __future__ import annotations

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from deckname.auth import PATHS

NAME, EMAIL, SSN = "Zebulon Quibbleworth", "zebulon@quibbleworth.test", "536-90-4399"
CANARY = f"{NAME} <{EMAIL}> {SSN}"
#: Long enough not to stand in a time stamp or a request id by chance.
TRACES = (b"zebulon", b"quibbleworth", b"536-90", b"-4399", b"904399")

#: Starts the service and writes down whatever would leave the process; Unix sockets are no network.
GUARD = """
import os, sys, socket
def guard(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"):
        if event == "socket.getaddrinfo" and arguments[0] in (None, "127.0.0.1"):
            return
        if event.startswith("socket.get") or arguments[0].family != socket.AF_UNIX:
            os.write(2, b'{"level": "error", "message": "CONNECTS ' + event.encode() + b'"}\\n')
sys.addaudithook(guard)
from deckname.cli import main
sys.exit(main(sys.argv[1:]))
"""


def traces(content: bytes) -> list[bytes]:
    lowered = content.lower()
    return [trace for trace in TRACES if trace in lowered or trace[::-1] in lowered]


class Server:
    """A running service and all that it may write to."""

    def __init__(self, process: subprocess.Popen[bytes], room: Path) -> None:
        self.process, self.room = process, room
        self.socket = room / "s"
        self.log = room / "log"
        self.temporary = room / "tmp"

    def ask(
        self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> tuple[int, bytes, bytes]:
        """Return status, head and body; the request goes out as it is, with nothing quoted."""
        head = {"Host": "a", "Content-Length": str(len(body)), "Connection": "close"} | (headers or {})
        lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in head.items()), "", ""]
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(30)
            connection.connect(str(self.socket))
            connection.sendall("\r\n".join(lines).encode() + body)
            answer = http.client.HTTPResponse(connection, method=method)
            try:
                answer.begin()
                return answer.status, bytes(str(answer.headers), "utf-8"), answer.read()
            except http.client.IncompleteRead as partial:
                return 599, b"", partial.partial  # a stream that was cut


@contextmanager
def served(room: Path, *arguments: str, before: tuple[str, ...] = (), **environment: str) -> Iterator[Server]:
    (room / "tmp").mkdir()
    (room / "cwd").mkdir()
    own = {
        "PATH": os.environ["PATH"], "HOME": str(room / "cwd"), "TMPDIR": str(room / "tmp"), "OMP_NUM_THREADS": "1",
        "PYTHONFAULTHANDLER": "1", "PYTHONDONTWRITEBYTECODE": "1", "DECKNAME_LOG_LEVEL": "debug", **environment,
    }  # fmt: skip
    command = [*before, sys.executable, "-c", GUARD, "serve", "--uds", str(room / "s"), *arguments]
    with (room / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=own, cwd=room / "cwd")
    server = Server(process, room)
    try:
        for _ in range(1200):
            try:
                if server.ask("GET", "/ready")[0] == 200:
                    break
            except OSError:
                assert process.poll() is None, server.log.read_text()
            time.sleep(0.05)
        yield server
    finally:
        process.kill()
        process.wait(30)


# What is asked.


def filled(schema: dict[str, Any], document: dict[str, Any], depth: int = 0) -> Iterator[Any]:
    """Yield values for a schema: for each field the canary as text, list, object and key, and as it should be."""
    yield CANARY
    yield [CANARY]
    yield {CANARY: CANARY}
    if depth > 3:
        return
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    for inner in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
        yield from filled(inner, document, depth + 1)
    if isinstance(inner := schema.get("items"), dict):
        yield from ([value] for value in filled(inner, document, depth + 1))
    if isinstance(inner := schema.get("additionalProperties"), dict):
        for value in filled(inner, document, depth + 1):
            yield {"US_SSN": value}
            yield {CANARY: value}
    usual = {name: CANARY for name in schema.get("required", ())} | (
        {"text": CANARY} if "text" in schema.get("properties", {}) else {}
    )
    for name, inner in schema.get("properties", {}).items():
        for value in filled(inner, document, depth + 1):
            yield usual | {name: value}


def bodies(operation: dict[str, Any], document: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Yield media types and bodies for an operation: every field, every example, and what is broken."""
    content = operation.get("requestBody", {}).get("content", {})
    seen = set()
    for media_type, said in content.items():
        if media_type != "application/json":
            yield media_type, CANARY.encode()
            yield media_type, CANARY.encode() + b"\xff"
            yield media_type, f"data: {CANARY}\n\ndata: [DONE]\n\n".encode()
            yield media_type, f'data: {{"choices": [{{"delta": {{"content": "{CANARY}", "{NAME}": 1}}}}]}}\n\n'.encode()
            continue
        examples = [each["value"] for each in said.get("examples", {}).values()]
        for value in (*filled(said["schema"], document), *examples):
            body = json.dumps(value).encode()
            if body not in seen:
                seen.add(body)
                yield media_type, body
    for broken in (CANARY, f'{{"text": "{CANARY}', f'{{"{CANARY}": NaN}}', f'{{"text": "{CANARY}", "text": 1}}'):
        yield "application/json", broken.encode()
        yield CANARY, broken.encode()


HEADERS = (
    "Authorization", "X-API-Key", "X-Request-ID", "User-Agent", "Referer", "Cookie", "Content-Encoding", "Accept",
    "X-Forwarded-For", "traceparent", "tracestate", "baggage", "Deckname-Options", "Expect", "Origin",
)  # fmt: skip
METHODS = ("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "ZEBULON")


def requests(document: dict[str, Any]) -> Iterator[tuple[str, str, bytes, dict[str, str]]]:
    quoted, bare = CANARY.replace(" ", "%20"), CANARY.replace(" ", "+")
    json_, text = {"Content-Type": "application/json"}, {"Content-Type": "text/plain"}
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            verb = method.upper()
            for media_type, body in bodies(operation, document):
                yield verb, path, body, {"Content-Type": media_type}
            declared = {each["name"] for each in operation.get("parameters", ())}
            for name in sorted(declared | {"text"}):
                yield verb, f"{path}?{name}={quoted}", b"a", text
            yield verb, f"{path}?{quoted}={bare}&{bare}", b"a", text
            if path == "/redact/stream":
                for value in (f'{{"types": ["{NAME}"]}}', f'{{"{NAME}": 1}}', f'{{"deny": "{CANARY}"}}'):
                    yield verb, path, b"a", text | {"Deckname-Options": value}
            for name in HEADERS if verb == "POST" or path == "/health" else ("X-Request-ID",):
                yield verb, path, b'{"text": "a"}', json_ | {name: CANARY}
        for wrong in (f"{path}/{quoted}", f"{path}{quoted}", f"{path}/?q={quoted}"):
            yield "GET", wrong, b"", {}
    for verb in METHODS:
        for path in ("/redact", f"/{quoted}", f"//{bare}/redact"):
            yield verb, path, CANARY.encode(), json_
    yield "POST", "/redact", b'{"text": "a"}', json_ | {"Authorization": f"Bearer {CANARY}"}


# Where it is looked for.


def assert_nowhere(server: Server) -> None:
    """Look at logs, temporary files, the working directory, shared memory and what other processes see."""
    shared = sorted(Path("/dev/shm").glob("deckname-*")) if Path("/dev/shm").is_dir() else []
    for place in (server.temporary, server.room / "cwd", *shared):
        for path in (place, *place.rglob("*")):
            assert not traces(str(path.relative_to(place)).encode())
            if path.is_file():
                assert not traces(path.read_bytes()), path
    log = server.log.read_bytes()
    assert not traces(log), [line for line in log.splitlines() if traces(line)][:3]
    assert b"CONNECTS" not in log
    if server.process.poll() is None and Path("/proc/self").exists():
        process = Path("/proc") / str(server.process.pid)
        for path in (*process.glob("task/*/comm"), process / "cmdline", process / "environ"):
            assert not traces(path.read_bytes()), path


def may_unshare() -> bool:
    if not shutil.which("unshare"):
        return False
    return subprocess.run(["unshare", "-rn", "true"], capture_output=True, timeout=60).returncode == 0


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, tiny_model: Path) -> Iterator[Server]:
    """One server for all tests here, for it takes its time to start; without a network where that is permitted."""
    before = ("unshare", "-rn") if may_unshare() else ()
    with served(
        tmp_path_factory.mktemp("canary"), "--model", str(tiny_model), "--workers", "1", before=before
    ) as server:
        yield server


def test_the_canary_gets_nowhere(server: Server) -> None:
    document = json.loads(server.ask("GET", "/openapi.json")[2])
    assert document["paths"].keys() >= PATHS.keys() - {"/classify", "/feedback", "/metrics"}
    good = bad = 0
    for method, path, body, headers in requests(document):
        status, head, answer = server.ask(method, path, body, headers)
        assert status != 500, (method, path.partition("?")[0], len(body))
        assert not traces(head)
        if status == 200:
            good += 1
        else:
            bad += 1
            assert not traces(answer), (method, path.partition("?")[0], status)
    assert good > 50
    assert bad > 400
    assert not traces(server.ask("GET", "/metrics")[2])
    assert_nowhere(server)


def test_log_lines_hold_routes_and_no_query_strings(server: Server) -> None:
    server.ask("GET", "/types?secret=zq7f3a")
    server.ask("GET", "/nowhere/zq7f3a")
    lines = [json.loads(line) for line in server.log.read_text().splitlines()]
    routes = [line["route"] for line in lines if line["message"] == "request"]
    assert routes[-2:] == ["/types", "none"]
    assert "zq7f3a" not in server.log.read_text()
    assert "?" not in "".join(routes)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_core_dumps_are_forbidden(server: Server) -> None:
    limits = Path(f"/proc/{server.process.pid}/limits").read_text().splitlines()
    (soft,) = [line.split()[4] for line in limits if line.startswith("Max core file size")]
    assert soft in ("0", "1")


def test_the_guard_sees_a_connection(tmp_path: Path) -> None:
    code = GUARD.partition("from deckname")[0] + "socket.getaddrinfo('localhost', 80)\n"
    code += "with socket.socket() as s:\n    s.connect_ex(('127.0.0.1', 9))\n"
    heard = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60).stderr
    assert heard.count(b"CONNECTS") == 2


def test_it_answers_without_any_network(server: Server) -> None:
    if not may_unshare():
        pytest.skip("namespaces are not permitted here")
    assert os.readlink(f"/proc/{server.process.pid}/ns/net") != os.readlink("/proc/self/ns/net")
    body = json.dumps({"text": f"Ada Lovelace, {SSN}", "types": ["PERSON", "US_SSN"]}).encode()
    status, _, answer = server.ask("POST", "/redact", body, {"Content-Type": "application/json"})
    assert (status, json.loads(answer)["redacted_text"]) == (200, "<PERSON>, <US_SSN>")
    assert b"CONNECTS" not in server.log.read_bytes()


def test_a_crash_tells_nothing(server: Server) -> None:
    """What a fault of native code leaves: the handler's traceback has places and no values. The last test here."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(str(server.socket))
        body = json.dumps({"text": CANARY * 20_000, "types": "all"}).encode()
        head = f"POST /redact HTTP/1.1\r\nHost: a\r\nContent-Length: {len(body)}\r\n"
        connection.sendall(f"{head}Content-Type: application/json\r\n\r\n".encode() + body)
        server.process.send_signal(signal.SIGABRT)
        server.process.wait(30)
    assert server.process.returncode == -signal.SIGABRT
    assert b"Fatal Python error" in server.log.read_bytes()
    assert_nowhere(server)
