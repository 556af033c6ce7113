"""One parquet data set through the command line, Spark and Ray Data on this machine: same rows, and how long it takes.

    pip install -e '.[spark,ray]'
    python -m benchmarks.tables                 # the shipped model
    python -m benchmarks.tables --model none --rows 200000

Rows are invented, and the same for the same ``--seed``. Each engine uses all cores and writes parquet; its time is that
of the whole work, and what it takes to start (a Spark session, a Ray cluster, an interpreter and the model for the
command line) is told apart where it can be. Exits with 1 where the rows differ.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.load import machine
from deckname.integrations import ray as deckname_ray
from deckname.integrations import spark as deckname_spark
from deckname.integrations.arrow import Redactor
from deckname.machine import cores

RESULTS = Path(__file__).parent / "results" / "tables.json"
AS_TEXT = ("phone", "born")
SKIP = ("id",)
FIRST = ("Ada", "Grace", "Alan", "Edsger", "Barbara", "Kurt", "Emmy", "Leonhard", "Sofia", "Niels")
LAST = ("Example", "Sample", "Muster", "Testfall", "Doe", "Roe", "Placeholder", "Specimen")
NOTES = (
    "{name} called from +1 202-555-01{n:02d} about the delivery.",
    "Please write to {mail} before Friday, thank you.",
    "The order was shipped and nobody asked for anything.",
    "My name is {name} and my SSN is 536-90-43{n:02d}.",
    "Card 4111 1111 1111 1111 of {name} was declined twice.",
    "Meeting notes: the budget grows by four percent.",
)


def data_set(directory: Path, *, rows: int, files: int, seed: int) -> int:
    """Write the files, each of several row groups, and return how many characters their texts have."""
    chance = random.Random(seed)
    characters = 0
    for file in range(files):
        table = _table(chance, range(file * rows // files, (file + 1) * rows // files))
        characters += sum(len(note or "") for note in table["note"].to_pylist())
        pq.write_table(table, directory / f"part-{file:03d}.parquet", compression="zstd", row_group_size=5_000)
    return characters


def _table(chance: random.Random, ids: range) -> Any:
    people = [f"{chance.choice(FIRST)} {chance.choice(LAST)}" for _ in ids]
    mails = [f"{person.replace(' ', '.').lower()}{chance.randrange(10_000)}@example.org" for person in people]
    notes = [
        None if chance.random() < 0.05 else chance.choice(NOTES).format(name=person, mail=mail, n=chance.randrange(100))
        for person, mail in zip(people, mails, strict=True)
    ]
    return pa.table(
        {
            "id": pa.array(ids, pa.int64()),
            "note": notes,
            "phone": pa.array([12025550100 + chance.randrange(100) for _ in ids], pa.int64()),
            "born": pa.array([chance.randrange(20_000) for _ in ids], pa.int32()).cast(pa.date32()),
            "price": [round(chance.random() * 100, 2) for _ in ids],
            "contact": pa.StructArray.from_arrays([pa.array(people), pa.array(mails)], ["person", "mail"]),
            "tags": pa.array([[chance.choice(("new", "old")), mail] for mail in mails]),
        }
    )


def by_command_line(source: Path, target: Path, model: str) -> dict[str, float]:
    """Redact with ``deckname redact``, on all cores."""
    command = [sys.executable, "-m", "deckname", "redact", str(source), "-o", str(target), "--model", model]
    command += ["--workers", str(cores()), "--text-columns", ",".join(AS_TEXT), "--skip-columns", ",".join(SKIP)]
    began = time.monotonic()
    subprocess.run([*command, "--quiet"], check=True, stderr=subprocess.DEVNULL)
    return {"seconds": time.monotonic() - began}


def by_spark(source: Path, target: Path, model: str) -> dict[str, float]:
    """Redact with Spark in local mode, a task a core."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    began = time.monotonic()
    builder = SparkSession.builder.master(f"local[{cores()}]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.driver.host", "127.0.0.1").config("spark.ui.showConsoleProgress", "false")
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    started = time.monotonic()
    frame = session.read.parquet(str(source))
    deckname_spark.redact(frame, _redactor(model)).write.parquet(str(target))
    ended = time.monotonic()
    session.stop()
    return {"seconds": ended - started, "seconds to start": started - began}


def by_ray(source: Path, target: Path, model: str) -> dict[str, float]:
    """Redact with Ray Data, an actor a core."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    import ray

    began = time.monotonic()
    # One core more than there is, in Ray's books: reading and writing take little, and want one for themselves.
    ray.init(num_cpus=cores() + 1, include_dashboard=False, log_to_driver=False, configure_logging=False)
    ray.data.DataContext.get_current().enable_progress_bars = False
    started = time.monotonic()
    dataset = ray.data.read_parquet(str(source))
    deckname_ray.redact(dataset, _redactor(model), actors=cores(), batch_size=1_024).write_parquet(str(target))
    ended = time.monotonic()
    ray.shutdown()
    return {"seconds": ended - started, "seconds to start": started - began}


ENGINES: dict[str, Callable[[Path, Path, str], dict[str, float]]] = {
    "command line": by_command_line,
    "spark": by_spark,
    "ray": by_ray,
}


def _redactor(model: str) -> Redactor:
    return Redactor(model=model, as_text=AS_TEXT, skip=SKIP)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default="small")
    parser.add_argument("--rows", type=int, default=4_000)
    parser.add_argument("--files", type=int, default=6)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--results", type=Path, default=RESULTS)
    arguments = parser.parse_args()
    figures: dict[str, Any] = {}
    rows: dict[str, list[Any]] = {}
    with tempfile.TemporaryDirectory() as directory:
        source = Path(directory) / "people"
        source.mkdir()
        characters = data_set(source, rows=arguments.rows, files=arguments.files, seed=arguments.seed)
        before = pq.read_table(source).sort_by("id").to_pylist()
        for name, redact in ENGINES.items():
            target = Path(directory) / name.replace(" ", "-")
            seconds = redact(source, target, arguments.model)
            rows[name] = pq.read_table(target).sort_by("id").to_pylist()
            rate = {"rows a second": round(arguments.rows / seconds["seconds"])}
            figures[name] = {key: round(value, 1) for key, value in seconds.items()} | rate
            print(name, figures[name], flush=True)
    first = rows["command line"]
    differing = {name: sum(one != other for one, other in zip(first, each, strict=True)) for name, each in rows.items()}
    done = {
        "machine": machine(),
        "rows": arguments.rows,
        "files": arguments.files,
        "characters of notes": characters,
        "rows changed": sum(one != other for one, other in zip(before, first, strict=True)),
        "rows unlike the command line's": differing,
        "engines": figures,
    }
    kept = json.loads(arguments.results.read_text(encoding="utf-8")) if arguments.results.is_file() else {}
    kept[arguments.model] = done
    arguments.results.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(done, indent=2))
    return 1 if any(differing.values()) else 0


if __name__ == "__main__":
    raise SystemExit(main())
