"""deckname serve: answer over HTTP."""

from __future__ import annotations

import argparse
import logging
import os
import shutil
import signal
import socket
import ssl
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from deckname import auth, logs, machine
from deckname.cli.options import DONE, FAILED, Commands, UsageError, positive, settings_of
from deckname.settings import Settings

if TYPE_CHECKING:
    from uvicorn import Config

log = logging.getLogger("deckname.serve")
#: Seconds an idle connection is kept: longer than load balancers keep theirs (60 s), or they would meet closed ones.
_KEEP_ALIVE = 75
_LOCAL = frozenset({"127.0.0.1", "::1", "localhost"})


def add(commands: Commands) -> None:
    parser = commands.add_parser("serve", help="answer over HTTP")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=_port, default=8000)
    parser.add_argument("--uds", type=Path, metavar="PATH", help="a Unix socket in place of host and port")
    parser.add_argument("--uds-mode", type=_mode, default=0o600, metavar="OCTAL", help="who may connect; default 600")
    parser.add_argument("--workers", type=_workers, default="auto", metavar="N|auto", help="processes")
    parser.add_argument("--model", metavar="NAME|DIR|none")
    parser.add_argument("--api-keys", type=Path, metavar="FILE", help="`deckname keys new` writes it")
    parser.add_argument("--tls-cert", type=Path, metavar="PEM", help="certificate, and its chain")
    parser.add_argument("--tls-key", type=Path, metavar="PEM", help="its private key, where another file holds it")
    parser.add_argument("--tls-client-ca", type=Path, metavar="PEM", help="clients need a certificate of these")
    parser.set_defaults(command=run)


def _port(given: str) -> int:
    if not given.isdecimal() or int(given) > 65_535:
        raise argparse.ArgumentTypeError("must be a whole number from 0 to 65535")
    return int(given)


def _mode(given: str) -> int:
    with suppress(ValueError):
        mode = int(given, 8)
        if 0 <= mode <= 0o777:
            return mode
    raise argparse.ArgumentTypeError("must be an octal file mode, such as 660")


def _workers(given: str) -> int | str:
    return given if given == "auto" else positive(given)


def run(arguments: argparse.Namespace) -> int:
    _check(arguments)
    workers = machine.workers(machine.cores(), machine.memory()) if arguments.workers == "auto" else arguments.workers
    settings = _settings(arguments, workers)
    if settings.api_keys:
        auth.KeyFile.read(settings.api_keys)
    logs.configure(settings.log_level)
    _forbid_core_dumps()
    if not (arguments.uds or settings.api_keys or arguments.tls_client_ca or arguments.host in _LOCAL):
        log.warning("whoever reaches this host may ask: there are no API keys", extra={"host": arguments.host})
    # Until uvicorn listens to signals itself, and once more at its end, when it sends itself the one that it ended by.
    signal.signal(signal.SIGTERM, _leave)
    try:
        with _metrics_directory(workers, settings):
            return _serve(_config(arguments, settings, workers), arguments)
    except SystemExit as request:  # uvicorn's code for a failed start is 1 or 3, and 1 means something else here
        return FAILED if request.code else DONE


def _forbid_core_dumps() -> None:
    """A core dump would hold the texts of that moment.

    A limit of 0 does not keep the kernel from piping a dump to a program; a limit of 1 byte does both
    (Linux, fs/coredump.c: "we use cprm.limit of 1 here as a special value").
    """
    try:
        import resource
    except ImportError:  # not on Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0 if hard == 0 else 1, hard))


def _leave(number: int, frame: object) -> NoReturn:
    raise SystemExit(0)


def _check(arguments: argparse.Namespace) -> None:
    if (arguments.tls_key or arguments.tls_client_ca) and not arguments.tls_cert:
        raise UsageError("--tls-key and --tls-client-ca need --tls-cert")
    for name in ("tls_cert", "tls_key", "tls_client_ca"):
        path = getattr(arguments, name)
        if path is not None and not path.is_file():
            raise UsageError(f"--{name.replace('_', '-')} {path}: there is no such file")


def _settings(arguments: argparse.Namespace, workers: int) -> Settings:
    """Return the settings, and leave them where each process reads them for itself."""
    given = {"MODEL": arguments.model, "API_KEYS": arguments.api_keys and str(arguments.api_keys.absolute())}
    for name, value in given.items():
        if value:
            os.environ[f"DECKNAME_{name}"] = value
    os.environ["DECKNAME_WORKERS"] = str(workers)
    return settings_of()


def _config(arguments: argparse.Namespace, settings: Settings, workers: int) -> Config:
    from uvicorn import Config

    return Config(
        "deckname.app:create_logging_app",
        factory=True,
        host=arguments.host,
        port=arguments.port,
        workers=workers,
        http="deckname.connection:Connection",
        ws="none",
        log_level=settings.log_level.lower(),
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=_KEEP_ALIVE,
        timeout_graceful_shutdown=settings.shutdown_seconds,
        timeout_worker_healthcheck=60,  # a worker that computes for long is not dead
        ssl_certfile=arguments.tls_cert,
        ssl_keyfile=arguments.tls_key,
        ssl_ca_certs=arguments.tls_client_ca,
        ssl_cert_reqs=ssl.CERT_REQUIRED if arguments.tls_client_ca else ssl.CERT_NONE,
    )


def _serve(config: Config, arguments: argparse.Namespace) -> int:
    from uvicorn import Server
    from uvicorn.supervisors import Multiprocess

    with _listening(config, arguments) as listener:
        if config.workers > 1:
            Multiprocess(config, sockets=[listener]).run()
            return DONE
        server = Server(config)
        server.run(sockets=[listener])
        return DONE if server.started else FAILED


@contextmanager
def _listening(config: Config, arguments: argparse.Namespace) -> Iterator[socket.socket]:
    if arguments.uds is None:
        yield config.bind_socket()
        return
    listener = unix_socket(arguments.uds, arguments.uds_mode)
    made = os.stat(arguments.uds).st_ino
    log.info("listening", extra={"uds": str(arguments.uds), "mode": f"{arguments.uds_mode:o}"})
    try:
        yield listener
    finally:
        with suppress(FileNotFoundError):
            if os.stat(arguments.uds).st_ino == made:
                os.unlink(arguments.uds)


def unix_socket(path: Path, mode: int) -> socket.socket:
    """Return a socket bound to ``path``, which from its first moment has this mode.

    A socket that nobody listens at any more is replaced; one in use, and any other file, is an error.
    """
    with suppress(FileNotFoundError):
        if not stat.S_ISSOCK(os.lstat(path).st_mode):
            raise UsageError(f"--uds {path}: there is another file")
        with socket.socket(socket.AF_UNIX) as probe:
            try:
                probe.connect(str(path))
            except ConnectionRefusedError:
                os.unlink(path)
            else:
                raise UsageError(f"--uds {path}: somebody listens there already")
    made = socket.socket(socket.AF_UNIX)
    before = os.umask(0o777 & ~mode)
    try:
        made.bind(str(path))
    except OSError as error:
        made.close()
        raise UsageError(f"--uds {path}: {error.strerror or 'the path is too long'}") from None
    finally:
        os.umask(before)
    made.setblocking(False)
    return made


@contextmanager
def _metrics_directory(workers: int, settings: Settings) -> Iterator[None]:
    """Give workers a place to count together, in memory where there is one; it holds counts and nothing else."""
    if workers == 1 or not settings.metrics:
        yield
        return
    parent = next((path for path in ("/dev/shm", tempfile.gettempdir()) if os.access(path, os.W_OK)), None)
    directory = tempfile.mkdtemp(prefix="deckname-metrics-", dir=parent)
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = directory
    try:
        yield
    finally:
        shutil.rmtree(directory, ignore_errors=True)
