"""What no client should send: schemathesis over the OpenAPI document, and bodies that are hostile in other ways.

    python -m benchmarks.fuzz --examples 500 --bodies 2000

Starts a service of patterns alone, and needs schemathesis (`st`) in the environment. All checks are on but
positive_data_acceptance: JSON Schema cannot say all that bodies must be (``tests/test_openapi.py``). No answer may be a
500, no connection may be cut, and each answer is JSON (streams aside). Prints counts and seeds.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

EXCLUDED = ("positive_data_acceptance",)
POSTS = ("/detect", "/redact", "/restore", "/analyze", "/anonymize", "/deanonymize")


@contextmanager
def served() -> Iterator[int]:
    command = [sys.executable, "-m", "deckname", "serve", "--model", "none", "--port", "0", "--workers", "1"]
    log = Path(os.environ.get("TMPDIR", "/tmp")) / f"deckname-fuzz-{os.getpid()}.log"
    with log.open("wb") as errors:
        process = subprocess.Popen(command, stderr=errors)
    try:
        while not (found := re.search(rb"running on http://[^:]*:(\d+)", log.read_bytes())):
            if process.poll() is not None:
                raise SystemExit(log.read_text())
            time.sleep(0.1)
        port = int(found[1])  # told before it listens
        while not _ready(port):
            time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(60)
        failed = [line for line in log.read_text().splitlines() if '"internal"' in line or "request failed" in line]
        print(json.dumps({"log lines of errors": len(failed), "first": failed[:2]}))
        log.unlink()


def _ready(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/ready")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def schemathesis(port: int, examples: int, seed: int) -> dict[str, Any]:
    """Return what `st run` counted."""
    command = [
        str(Path(sys.executable).with_name("st")), "run", f"http://127.0.0.1:{port}/openapi.json", "--checks", "all",
        "--exclude-checks", ",".join(EXCLUDED), "--phases", "examples,coverage,fuzzing",
        "--max-examples", str(examples),
        "--mode", "all", "--seed", str(seed), "--continue-on-failure", "--suppress-health-check", "all", "--no-color",
        "--generation-database", "none", "--warnings", "off",
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True)
    print(done.stdout[-3000:], file=sys.stderr)
    counts = re.findall(r"(\d+) generated(?:, (\d+) found (\d+) unique failures?)?", done.stdout)
    return {"exit": done.returncode, "seed": seed, "cases": sum(int(each[0]) for each in counts)}


def _nested(chance: random.Random) -> bytes:
    depth = chance.choice([50, 500, 5_000, 50_000])
    opening, closing = chance.choice([(b"[", b"]"), (b'{"a":', b"}")])
    return b'{"text": ' + opening * depth + b"1" + closing * (depth if chance.random() < 0.5 else 0) + b"}"


def _number(chance: random.Random) -> bytes:
    number = chance.choice(
        ["9" * 4000, "9" * 5000, "1e400", "-1e-400", "0." + "3" * 3000, "1E+99", "-0", "NaN", "1e309"]
    )
    where = chance.choice(["threshold", "start", "score", "score_threshold", "timeout"])
    return f'{{"text": "a", "{where}": {number}, "analyzer_results": [{{"start": {number}, "end": 1}}]}}'.encode()


def _spans(chance: random.Random) -> bytes:
    """1e5 spans, for the routes that take them; 1e5 values for those that find them."""
    count = chance.choices([1, 1_000, 100_000], weights=[20, 20, 1])[0]
    text = "a@example.org " * min(count, 60_000)
    spans = [
        {"start": at % 90, "end": at % 90 + chance.randint(-1, 9), "score": 0.5, "entity_type": "X"}
        for at in range(count)
    ]
    field = chance.choice(["analyzer_results", "anonymizer_results"])
    return json.dumps({"text": text[:800_000], field: spans}).encode()


def _script(chance: random.Random) -> bytes:
    """Right to left, combining, of four bytes, without a width, and lone halves."""
    parts = [
        "עברית",
        "العربية",
        "\u202e",
        "\u2066",
        "😀",
        "👨‍👩‍👧",
        "e\u0301" * 9,
        "\u200b",
        "\ufeff",
        "\0",
        "\U0010ffff",
        "a@example.org",
        "\ud800",
    ]
    text = "".join(chance.choices(parts, k=chance.randint(1, 400)))
    return json.dumps({"text": text, "offset_unit": chance.choice(["utf16", "byte", "codepoint"])}).encode()


def _broken(chance: random.Random) -> bytes:
    body = bytearray(json.dumps({"text": "a@example.org é 😀", "types": "all"}, ensure_ascii=False).encode())
    for _ in range(chance.randint(1, 8)):
        body[chance.randrange(len(body))] = chance.randrange(256)
    return bytes(body)


KINDS: tuple[Callable[[random.Random], bytes], ...] = (_nested, _number, _spans, _script, _broken)


def bodies(port: int, count: int, seed: int) -> dict[str, Any]:
    chance = random.Random(seed)
    statuses: Counter[int] = Counter()
    wrong: list[str] = []
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for number in range(count):
        kind = chance.choice(KINDS)
        path = chance.choice((*POSTS, "/redact/stream"))
        media_type = "application/json"
        if path == "/redact/stream":
            media_type = chance.choice(["text/plain", "text/event-stream"])
        body = kind(chance)
        if media_type == "text/event-stream":
            body = b"data: " + body + b"\n\ndata: [DONE]\n\n"
        try:
            connection.request("POST", path, body, {"Content-Type": media_type})
            answer = connection.getresponse()
            content = answer.read()
            statuses[answer.status] += 1
            if answer.status == 500:
                wrong.append(f"{number}: 500 of {path} for {kind.__name__}")
            if path != "/redact/stream":
                json.loads(content)
        except (http.client.HTTPException, OSError, ValueError) as error:
            if path != "/redact/stream":  # where a text goes wrong after its beginning, it is cut
                wrong.append(f"{number}: {type(error).__name__} of {path} for {kind.__name__}")
            connection.close()
    return {"bodies": count, "seed": seed, "statuses": dict(sorted(statuses.items())), "wrong": wrong}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", type=int, default=500, help="of schemathesis, for each operation; 0: none")
    parser.add_argument("--bodies", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with served() as port:
        told: dict[str, Any] = {"bodies": bodies(port, arguments.bodies, arguments.seed)}
        if arguments.examples:
            told["schemathesis"] = schemathesis(port, arguments.examples, arguments.seed)
    print(json.dumps(told, indent=1))
    return 1 if told["bodies"]["wrong"] or told.get("schemathesis", {"exit": 0})["exit"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
