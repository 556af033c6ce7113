"""``deckname serve`` as a process: sockets, TLS, signals, slow and silent clients."""

from __future__ import annotations

import argparse
import json
import os
import signal
import socket
import ssl
import stat
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

import deckname
from deckname.cli import main
from deckname.cli.options import Parser, UsageError
from deckname.cli.serve import add, unix_socket

BODY = b'{"text": "ada@example.org"}'


def parsed(*arguments: str) -> argparse.Namespace:
    parser = Parser(prog="deckname")
    add(parser.add_subparsers())
    return parser.parse_args(["serve", *arguments])


def test_without_a_word_it_listens_to_this_machine_alone() -> None:
    arguments = parsed()
    assert (arguments.host, arguments.port, arguments.uds_mode) == ("127.0.0.1", 8000, 0o600)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--port", "x"], "from 0 to 65535"), (["--port", "65536"], "from 0 to 65535"),
        (["--workers", "0"], "from 1 on"), (["--uds-mode", "888"], "octal"), (["--uds-mode", "7777"], "octal"),
        (["--tls-key", "/nothing"], "need --tls-cert"), (["--tls-cert", "/nothing"], "no such file"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(arguments: list[str], problem: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--model", "none", *arguments]) == 2
    assert problem in capsys.readouterr().err


def test_a_key_file_that_is_not_there_ends_the_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "environ", dict(os.environ))
    assert main(["serve", "--model", "none", "--api-keys", str(tmp_path / "keys.json")]) == 3
    assert capsys.readouterr().err == f"deckname: error: {tmp_path}/keys.json: No such file or directory\n"


def test_a_socket_has_its_mode_from_the_first_moment(tmp_path: Path) -> None:
    path = tmp_path / "s"
    with unix_socket(path, 0o660):
        assert stat.S_IMODE(path.stat().st_mode) == 0o660
        assert os.umask(os.umask(0o22)) is not None


def test_a_socket_that_nobody_listens_at_is_replaced_and_others_are_not(tmp_path: Path) -> None:
    path = tmp_path / "s"
    unix_socket(path, 0o600).close()
    with unix_socket(path, 0o600) as listener:
        listener.listen()
        with pytest.raises(UsageError, match="already"):
            unix_socket(path, 0o600)
    assert stat.S_ISSOCK(path.stat().st_mode)
    with pytest.raises(UsageError, match="another file"):
        unix_socket(Path("/dev/null"), 0o600)
    with pytest.raises(UsageError, match="too long"):
        unix_socket(tmp_path / ("x" * 200), 0o600)


class Served:
    """A running service, and what it wrote to its log so far."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self.process = process
        self._log = log

    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self._log.read_text().splitlines()]

    @property
    def port(self) -> int:
        """The port it listens at: uvicorn tells."""
        for _ in range(600):
            for line in self.lines():
                if "running on" in line["message"]:
                    return int(line["message"].rpartition(":")[2].partition(" ")[0])
            time.sleep(0.05)
        raise AssertionError("it does not listen")

    def stop(self, number: int = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        return self.process.wait(30)


@contextmanager
def serving(log: Path, *arguments: str, **environment: str) -> Iterator[Served]:
    command = [sys.executable, "-m", "deckname", "serve", "--model", "none", *arguments]
    path = {"PYTHONPATH": str(Path(deckname.__file__).parents[1])}
    with log.open("wb") as errors:
        process = subprocess.Popen(command, env=os.environ | path | environment, stderr=errors)
    try:
        yield Served(process, log)
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        process.wait()


def until(ready: Any, seconds: float = 30) -> Any:
    """Return what ``ready`` returns as soon as it returns something; it may not connect at first."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with suppress(OSError):
            if found := ready():
                return found
        time.sleep(0.05)
    raise AssertionError("it did not come to that")


def get(port: int, path: str, body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}", body, {"Content-Type": "application/json"} | headers
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


HEAD = (
    f"POST /redact HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {len(BODY)}\r\n\r\n"
).encode()


def test_it_serves_drains_finishes_what_is_inside_and_ends_with_zero(tmp_path: Path) -> None:
    with serving(tmp_path / "log", "--port", "0", DECKNAME_DRAIN_SECONDS="1") as served:
        port = served.port
        until(lambda: get(port, "/ready")[0] == 200)
        limits = Path(f"/proc/{served.process.pid}/limits").read_text()
        assert [line.split()[4] for line in limits.splitlines() if line.startswith("Max core file size")] in (
            ["0"],
            ["1"],
        )
        with socket.create_connection(("127.0.0.1", port)) as client:
            client.sendall(HEAD + BODY[:5])
            until(lambda: b"deckname_body_bytes 5.0" in get(port, "/metrics")[1])
            served.process.send_signal(signal.SIGTERM)
            assert until(lambda: get(port, "/ready")[0] == 503)
            status, told = get(port, "/redact", BODY)  # what was sent before the news got round
            assert (status, json.loads(told)["redacted_text"]) == (200, "<EMAIL_ADDRESS>")
            until(lambda: refused(port))
            client.sendall(BODY[5:])
            answer = b"".join(iter(lambda: client.recv(65536), b""))
        assert answer.startswith(b"HTTP/1.1 200 OK") and b"<EMAIL_ADDRESS>" in answer
        assert served.process.wait(30) == 0
        assert [line for line in served.lines() if line["level"] in ("error", "critical")] == []
    assert b"ada@" not in (tmp_path / "log").read_bytes()


def refused(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port)).close()
    except ConnectionRefusedError:
        return True
    return False


def test_a_unix_socket_answers_is_gone_afterwards_and_nobody_holds_up_the_end(tmp_path: Path) -> None:
    path = tmp_path / "s"
    options = ["--uds", str(path), "--uds-mode", "660"]
    with serving(tmp_path / "log", *options, DECKNAME_SHUTDOWN_SECONDS="1") as served:
        assert until(lambda: ask_for(path, "/ready")).startswith(b"HTTP/1.1 200 OK")
        assert stat.S_IMODE(path.stat().st_mode) == 0o660
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(str(path))
            client.sendall(HEAD + BODY[:5])  # and never the rest
            until(lambda: b"deckname_body_bytes 5.0" in ask_for(path, "/metrics"))
            assert served.stop() == 0
    assert not path.exists()


def ask_for(path: Path, route: str) -> bytes:
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(str(path))
        client.sendall(f"GET {route} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        return b"".join(iter(lambda: client.recv(65536), b""))


def test_two_workers_share_a_socket_a_killed_one_is_replaced_and_none_outlives_its_parent(tmp_path: Path) -> None:
    with serving(tmp_path / "log", "--port", "0", "--workers", "2") as served:
        port = served.port
        until(lambda: get(port, "/ready")[0] == 200)

        def workers() -> set[int]:
            started = [
                line["message"] for line in served.lines() if line["message"].startswith("Started server process")
            ]
            return {int(message.rpartition("[")[2].rstrip("]")) for message in started}

        assert until(lambda: len(workers()) == 2)
        for _ in range(4):
            assert get(port, "/detect", BODY)[0] == 200
        assert b'deckname_requests_total{route="/detect",status="200"} 4.0' in get(port, "/metrics")[1]
        os.kill(min(workers()), signal.SIGKILL)
        assert until(lambda: len(workers()) == 3)
        until(lambda: get(port, "/detect", BODY)[0] == 200)
        environment = Path(f"/proc/{max(workers())}/environ").read_bytes().split(b"\0")
        (directory,) = [entry.partition(b"=")[2] for entry in environment if entry.startswith(b"PROMETHEUS_MULTIPROC")]
        assert Path(os.fsdecode(directory)).is_dir()
        served.process.kill()  # and its workers do not keep the port
        until(lambda: refused(port))
        until(lambda: not Path(os.fsdecode(directory)).exists())


def test_a_port_that_is_taken_ends_the_start_in_few_words_and_an_open_host_is_warned_of(tmp_path: Path) -> None:
    with socket.create_server(("0.0.0.0", 0)) as taken:
        port = str(taken.getsockname()[1])
        with serving(tmp_path / "log", "--host", "0.0.0.0", "--port", port) as served:
            assert served.process.wait(60) == 3
            assert [line["host"] for line in served.lines() if line["level"] == "warning"] == ["0.0.0.0"]
            assert [line["level"] for line in served.lines()] == ["warning", "error"]


def test_clients_that_are_silent_drip_or_never_come_to_the_point_are_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import asyncio

    from uvicorn import Config, Server

    from deckname import connection
    from deckname.app import create_app
    from deckname.detector import Detector
    from deckname.settings import Settings

    monkeypatch.setattr(connection, "HEAD_SECONDS", 0.3)
    app = create_app(Settings(), Detector([]))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        server = Server(Config(app, http=connection.Connection, ws="none", log_config=None, timeout_keep_alive=60))
        thread = threading.Thread(target=lambda: asyncio.run(server.serve([listener])))
        thread.start()
        try:
            until(lambda: server.started)
            with socket.create_connection(("127.0.0.1", port), timeout=20) as silent:
                assert closed(silent)
            with socket.create_connection(("127.0.0.1", port), timeout=20) as dripping:
                drips = b"GET /health HTTP/1.1\r\nX: " + b"x" * 200
                assert any(not sent(dripping, drips[at : at + 1]) for at in range(len(drips)))
            with socket.create_connection(("127.0.0.1", port), timeout=20) as good:
                for _ in range(3):  # the time between two requests is not theirs
                    good.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
                    told = b""
                    while b'{"status":"ok"}' not in told:
                        more = good.recv(65536)
                        assert more
                        told += more
                    time.sleep(0.4)
            monkeypatch.setattr(connection, "HEAD_SECONDS", 60)
            with socket.create_connection(("127.0.0.1", port), timeout=20) as long:
                long.sendall(b"GET /health HTTP/1.1\r\n")
                with suppress(OSError):
                    long.sendall((b"X: " + b"x" * 5000 + b"\r\n") * 100)
                assert closed(long)
            # Trailers are no way around it.
            asked = b"POST /detect HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            with socket.create_connection(("127.0.0.1", port), timeout=5) as trailing:
                trailing.sendall(asked + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n")
                with suppress(OSError):
                    trailing.sendall((b"X: " + b"x" * 5000 + b"\r\n") * 100)
                assert closed(trailing)
        finally:
            server.should_exit = True
            thread.join(20)


def closed(client: socket.socket) -> bool:
    try:
        return client.recv(1) == b""
    except ConnectionResetError:
        return True


def sent(client: socket.socket, data: bytes) -> bool:
    time.sleep(0.02)
    try:
        client.sendall(data)
        return True
    except OSError:
        return False


def a_certificate(directory: Path, name: str, issuer: Any = None) -> Any:
    """Write a certificate and its key; signed by itself, or by ``issuer``'s."""
    import datetime

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    builder = x509.CertificateBuilder(
        subject_name=subject, issuer_name=issuer[0] if issuer else subject, public_key=key.public_key(),
        serial_number=x509.random_serial_number(), not_valid_before=now - datetime.timedelta(days=1),
        not_valid_after=now + datetime.timedelta(days=1),
    )  # fmt: skip
    builder = builder.add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
    builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
    certificate = builder.sign(issuer[1] if issuer else key, hashes.SHA256())
    (directory / f"{name}.pem").write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return subject, key


def test_tls_and_certificates_of_clients(tmp_path: Path) -> None:
    authority = a_certificate(tmp_path, "authority")
    for name in ("server", "client"):
        a_certificate(tmp_path, name, authority)
    options = ["--tls-cert", str(tmp_path / "server.pem"), "--tls-client-ca", str(tmp_path / "authority.pem")]
    with serving(tmp_path / "log", "--port", "0", "--workers", "2", *options) as served:
        port = served.port
        context = ssl.create_default_context(cafile=str(tmp_path / "authority.pem"))

        def ask() -> int:
            with urllib.request.urlopen(f"https://localhost:{port}/ready", timeout=10, context=context) as answer:
                status: int = answer.status
                return status

        until(lambda: any("startup complete" in line["message"] for line in served.lines()))
        with pytest.raises(OSError):
            ask()  # whoever has no certificate
        context.load_cert_chain(str(tmp_path / "client.pem"))
        assert until(ask) == 200
        assert served.stop() == 0
