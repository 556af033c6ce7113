"""Files at size: how fast, how much memory, and whether a run that was killed ends with the same bytes.

    python -m benchmarks.files --out benchmarks/results/files.json           # the whole: about 1.3 GB of disk, an hour
    python -m benchmarks.files --scale 0.01                                  # a hundredth of it

Makes records as services log them (seeded, all values invented or reserved for documentation), redacts 1 GB of JSON
lines and a 200 MB table with patterns alone and 20 MB with the model, each with two worker processes, through the
command line. Memory is the sum over parent and workers of what /proc says is theirs (Pss: pages that they share are
counted once), ten times a second; time on the processor is that of the parent (reading, redacting, writing) and of the
workers (detecting). Then a part is redacted once in peace, and once more with ten kills (-9) at random moments and
``--resume``; the outputs must be the same, byte for byte.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

SEED = 2026
JSONL_BYTES, CSV_BYTES, MODEL_BYTES, KILLED_BYTES = 1_000_000_000, 200_000_000, 20_000_000, 48_000_000
KILLS = 10
WORKERS = 2
#: What is planted and must not be found in any output.
PLANTED = re.compile(rb"[a-z]+\.[a-z]+\d*@(?:mail|office)\.example\.(?:org|com)|4111[ -]1111[ -]1111[ -]1111")

_FIRST = ["ada", "grace", "alan", "edsger", "barbara", "niklaus", "tony", "donald", "frances", "john"]
_LAST = ["lovelace", "hopper", "turing", "liskov", "wirth", "hoare", "allen", "backus", "example", "sample"]
_HOSTS = ["mail.example.org", "office.example.com", "mail.example.com"]
_SERVICES = ["auth", "billing", "web", "search", "mailer"]
_PLAIN = (
    "cache miss for key {n}",
    "GET /api/items/{n} finished in {m} ms with status 200",
    "retrying upstream after a timeout of {m} ms, attempt 2 of 5",
    "worker {n} started with 4 threads and 512 MB",
    "queue length {m}, oldest message {n} s",
)
_PERSONAL = (
    "login of {mail} from {ip} succeeded",
    "password reset mail sent to {mail}",
    "card 4111-1111-1111-1111 of {first} {last} was refused",
    "call {phone} back about ticket {n}",
    "GET /users/{n}?mail={mail} from {ip}",
)


def records(rng: random.Random) -> Iterator[dict[str, Any]]:
    """Yield records without end: one message in three holds something personal."""
    second = 1_767_225_600  # 2026-01-01
    while True:
        second += rng.randrange(3)
        first, last = rng.choice(_FIRST), rng.choice(_LAST)
        facts = {
            "first": first.title(),
            "last": last.title(),
            "mail": f"{first}.{last}{rng.randrange(500)}@{rng.choice(_HOSTS)}",
            "ip": f"192.0.2.{rng.randrange(256)}",
            "phone": f"+1 202-555-01{rng.randrange(100):02d}",
            "n": rng.randrange(100_000),
            "m": rng.randrange(1_000),
        }
        message = rng.choice(_PERSONAL if rng.random() < 1 / 3 else _PLAIN).format(**facts)
        yield {
            "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(second)),
            "level": rng.choice(("INFO", "INFO", "INFO", "DEBUG", "WARN", "ERROR")),
            "service": rng.choice(_SERVICES),
            "host": f"node-{rng.randrange(20)}",
            "user": {"id": rng.randrange(10_000), "email": facts["mail"]} if rng.random() < 0.3 else None,
            "ms": facts["m"],
            "message": message,
        }


def write_jsonl(path: Path, size: int, *, seed: int = SEED) -> None:
    """Write JSON lines of about ``size`` bytes."""
    made = records(random.Random(seed))
    with path.open("w", encoding="utf-8") as stream:
        while stream.tell() < size:
            stream.writelines(json.dumps(next(made)) + "\n" for _ in range(1_000))


def write_csv(path: Path, size: int, *, seed: int = SEED + 1) -> None:
    """Write a table of about ``size`` bytes."""
    import csv

    made = records(random.Random(seed))
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["time", "level", "service", "host", "user_id", "email", "ms", "message"])
        while stream.tell() < size:
            for _ in range(1_000):
                each = next(made)
                user = each["user"] or {"id": "", "email": ""}
                writer.writerow(
                    [each["time"], each["level"], each["service"], each["host"], user["id"], user["email"], each["ms"],
                     each["message"]]
                )  # fmt: skip


def command(source: Path, out: Path, *options: str) -> list[str]:
    """Return the command that redacts a file, as a user would give it."""
    return [
        sys.executable, "-m", "deckname", "redact", str(source), "-o", f"{out}/", "--workers", str(WORKERS), "--quiet",
        *options,
    ]  # fmt: skip


def measured(arguments: list[str]) -> dict[str, Any]:
    """Run a command and return seconds, and the peak of its and its children's memory."""
    begun = time.perf_counter()
    running = subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True, env=_environment())
    peak, parent, workers = 0, 0.0, 0.0
    while running.poll() is None:
        first, *others = _family(running.pid)
        peak = max(peak, sum(map(_memory, [first, *others])))
        parent, workers = max(parent, _processor(first)), max(workers, sum(map(_processor, others)))
        time.sleep(0.1)
    seconds = time.perf_counter() - begun
    said = running.stderr.read() if running.stderr else ""
    if running.returncode:
        raise SystemExit(f"{' '.join(arguments)}: exit code {running.returncode}\n{said}")
    return {
        "seconds": round(seconds, 1),
        "seconds on the processor, parent": round(parent, 1),
        "seconds on the processor, workers": round(workers, 1),
        "peak memory, MB": round(peak / 1e6),
    }


def _environment() -> dict[str, str]:
    return os.environ | {"OMP_NUM_THREADS": "1"}


def _family(pid: int) -> list[int]:
    family = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            family += [each for child in task.read_text().split() for each in _family(int(child))]
        except OSError:
            continue
    return family


def _processor(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((1024 * int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def rate(source: Path, out: Path, *options: str) -> dict[str, Any]:
    """Redact a file and return its figures."""
    out.mkdir()
    figures = measured(command(source, out, *options))
    size = source.stat().st_size
    left = sum(len(PLANTED.findall(block)) for block in _blocks(out / source.name))
    (out / source.name).unlink()
    return {
        "bytes": size,  # all of it is ASCII
        **figures,
        "characters a second": round(size / figures["seconds"]),
        "planted values left": left,
        "command": " ".join(command(Path(source.name), Path("OUT"), *options)[1:]),
    }


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        while block := stream.read(1 << 24):
            yield block + stream.readline()


def killed(source: Path, folder: Path, *options: str) -> dict[str, Any]:
    """Redact a file in peace, then with kills at random moments, and compare."""
    peace, war = folder / "peace", folder / "war"
    seconds = measured(command(source, peace, *options))["seconds"]
    rng = random.Random(SEED)
    kills: list[float] = []
    committed: list[int] = []
    finished = False
    while len(kills) < KILLS and not finished:
        arguments = command(source, war, *options, *(["--resume"] if kills else []))
        running = subprocess.Popen(arguments, stderr=subprocess.DEVNULL, env=_environment(), start_new_session=True)
        # Workers take some seconds to start, and what is not committed is done again.
        moment = 5 + rng.uniform(0, 0.12) * seconds
        try:
            finished = running.wait(moment) == 0
        except subprocess.TimeoutExpired:
            os.kill(running.pid, signal.SIGKILL)
            running.wait()
            kills.append(round(moment, 1))
            committed.append(_committed(war))
        if (war / source.name).exists() and not finished:
            raise SystemExit("a half-written file was visible")
    begun = time.perf_counter()
    if not finished:
        subprocess.run(command(source, war, *options, "--resume"), check=True, env=_environment())
    digests = [hashlib.sha256((each / source.name).read_bytes()).hexdigest() for each in (peace, war)]
    left_behind = sorted(os.listdir(war))
    return {
        "bytes": source.stat().st_size,
        "seconds to each kill": kills,
        "bytes of the output committed by then": committed,
        "seconds of the run in peace": seconds,
        "seconds of the last run": round(time.perf_counter() - begun, 1),
        "same bytes": digests[0] == digests[1],
        "sha256": digests[0],
        "files in the directory": left_behind,
    }


def _committed(out: Path) -> int:
    """Return how many bytes of its one file a run that ended has put to the disk for good."""
    state = out / ".deckname-state.jsonl"
    entries = [json.loads(line) for line in state.read_text().splitlines()] if state.exists() else []
    return next((entry["bytes"] for entry in reversed(entries) if "part" in entry), 0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", type=float, default=1.0, help="of the sizes")
    parser.add_argument("--dir", type=Path, help="where the files go; default: a temporary directory")
    parser.add_argument("--model", default="small")
    parser.add_argument("--only", choices=("jsonl", "csv", "model", "kill"), action="append")
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    wanted = arguments.only or ["jsonl", "csv", "model", "kill"]
    patterns = ("--profile", "logs") if _has_profiles() else ("--model", "none")
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(dir=arguments.dir) as given:
        folder = Path(given)

        def part(name: str, write: Callable[[Path, int], None], size: int, *options: str) -> dict[str, Any]:
            source = folder / name
            write(source, round(size * arguments.scale))
            try:
                return rate(source, folder / f"{name}.out", *options)
            finally:
                source.unlink()

        if "jsonl" in wanted:
            figures["JSON lines, patterns"] = part("logs.jsonl", write_jsonl, JSONL_BYTES, *patterns)
        if "csv" in wanted:
            figures["table, patterns"] = part("logs.csv", write_csv, CSV_BYTES, *patterns)
        if "model" in wanted:
            figures["JSON lines, model"] = part("notes.jsonl", write_jsonl, MODEL_BYTES, "--model", arguments.model)
        if "kill" in wanted:
            for name, write in (("killed.jsonl", write_jsonl), ("killed.csv", write_csv)):
                own = folder / f"{name}.folder"
                own.mkdir()
                write(own / name, round(KILLED_BYTES * arguments.scale**0.5))
                figures[f"killed ten times, {name.rpartition('.')[2]}"] = killed(own / name, own, *patterns)
    record = {"workers": WORKERS, "scale": arguments.scale, "machine": _machine(), "figures": figures}
    text = json.dumps(record, indent=1)
    if arguments.out:
        arguments.out.write_text(text + "\n", encoding="utf-8")
    print(text)


def _has_profiles() -> bool:
    shown = subprocess.run(
        [sys.executable, "-m", "deckname", "redact", "--help"], capture_output=True, text=True, check=True
    )
    return "--profile" in shown.stdout


def _machine() -> str:
    processor = Path("/proc/cpuinfo")
    names = [line.partition(":")[2].strip() for line in processor.open() if line.startswith("model name")]
    return f"{names[0] if names else platform.machine()}, {len(names)} cores, Python {platform.python_version()}"


if __name__ == "__main__":
    main()
