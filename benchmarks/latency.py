"""How long a request takes, and how many a second: a real server, real sockets, and the load on the same cores.

    python -m benchmarks.latency
    python -m benchmarks.latency --presidio --spacy-model en_core_web_md

Sentences of about 60 characters over 32 connections and over one, texts of 1,000 and of 10,000 characters over one; how
soon the server is ready and what a worker takes of memory. ``--presidio`` measures Presidio behind Flask
and gunicorn in the same run, on the same texts (its own app.py is in no wheel): two sync workers, one for each core,
as its Dockerfile leaves gunicorn to be scaled, and "threads" for one process with as many threads as connections.

Run it on a machine that does nothing else; the first seconds of each measurement warm up and do not count.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import uvloop

from benchmarks.load import Server, closed_loop, free_port, machine, request, running, serving, texts

#: Characters of a text, connections, and how many texts.
KINDS = ((60, 32, 600), (60, 1, 600), (1_000, 1, 60), (10_000, 1, 12))
WARM_UP = 2.0


def measured(server: Server, ask: Callable[[str], bytes], *, seconds: float) -> dict[str, object]:
    """Return the figures of each kind."""
    figures: dict[str, object] = {}
    for size, connections, count in KINDS:
        requests = [ask(text) for text in texts(size, count)]
        loop = partial(closed_loop, server.port, requests, connections=connections)
        uvloop.run(loop(seconds=WARM_UP))
        results = uvloop.run(loop(seconds=seconds))
        figures[f"{size} characters, {connections} connections"] = results.figures() | {"lost": results.lost}
    return figures | {
        "seconds to ready": round(server.seconds_to_ready, 2),
        "MB a worker": [round(size / 1e6) for size in server.memory()],
    }


@contextmanager
def presidio(model: str, *options: str) -> Iterator[Server]:
    """Run Presidio's analyzer behind gunicorn."""
    port = free_port()
    app = f"benchmarks.presidio_app:create_app({model!r})"
    command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--log-level", "error", *options, app]
    with running(command, port, ready="/health") as server:
        yield server


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=15.0, help="of each measurement")
    parser.add_argument("--workers", default="auto")
    parser.add_argument("--presidio", action="store_true")
    parser.add_argument("--spacy-model", default="en_core_web_md", help="a name or a directory")
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    record: dict[str, object] = {"machine": machine(), "seconds": arguments.seconds}
    with serving("--workers", arguments.workers) as server:
        ask = partial(request, "/detect")
        record[f"deckname, workers {arguments.workers}"] = measured(server, ask, seconds=arguments.seconds)
    if arguments.presidio:
        analyze = partial(request, "/analyze", more={"language": "en"})
        for name, options in (("2 workers", ["--workers", "2"]), ("32 threads", ["--threads", "32"])):
            with presidio(arguments.spacy_model, *options) as server:
                record[f"presidio, {name}"] = measured(server, analyze, seconds=arguments.seconds)
    text = json.dumps(record, indent=1)
    if arguments.out:
        arguments.out.write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
