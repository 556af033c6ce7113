"""Spark, for real and on this machine: needs pyspark and Java."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

pytest.importorskip("pyspark", reason="pip install 'deckname[spark]'")
if shutil.which("java") is None:
    pytest.skip("Spark needs Java", allow_module_level=True)
pytestmark = pytest.mark.filterwarnings("default")  # Spark's own deprecations

from deckname.errors import InvalidRequest  # noqa: E402
from deckname.integrations import spark  # noqa: E402
from deckname.integrations.arrow import Redactor  # noqa: E402

TASKS = 8


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        "spark.ui.showConsoleProgress": "false",
    }
    builder = SparkSession.builder.master("local[2]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    made = builder.getOrCreate()
    made.sparkContext.setLogLevel("ERROR")
    yield made
    made.stop()


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("people")
    for file in range(3):
        rows = range(100 * file, 100 * file + 100)
        table = pa.table(
            {
                "id": list(rows),
                "note": [f"Ada Lovelace wrote to ada{row}@example.org" if row % 3 else None for row in rows],
                "phone": [5550100000 + row for row in rows],
                "tags": [["Ada", "x"] for row in rows],
            }
        )
        pq.write_table(table, directory / f"part-{file}.parquet")
    return directory


def test_rows_are_those_of_a_single_machine(session: Any, people: Path, tiny_model: Path) -> None:
    redactor = Redactor(model=str(tiny_model), as_text=("phone",))
    frame = spark.redact(session.read.parquet(str(people)).repartition(TASKS), redactor)
    assert [each.simpleString() for each in frame.schema] == [
        "id:bigint", "note:string", "phone:string", "tags:array<string>",
    ]  # fmt: skip
    rows = [row.asDict() for row in frame.orderBy("id").collect()]
    assert rows == redactor(pq.read_table(people)).sort_by("id").to_pylist()
    assert rows[1] | {"phone": ""} == {
        "id": 1, "note": "<PERSON> wrote to <EMAIL_ADDRESS>", "phone": "", "tags": ["<PERSON>", "x"],
    }  # fmt: skip


def test_every_type_of_spark_goes_through(session: Any, tiny_model: Path) -> None:
    frame = session.sql(
        """
        select timestamp'2020-01-02 03:04:05' as t, timestamp_ntz'2020-01-02 03:04:05' as n, date'1990-01-01' as d,
            cast(1.5 as decimal(12, 2)) as price, true as ok, cast(3 as byte) as b, cast('Ada' as binary) as raw,
            map('Ada', 5) as m, array(named_struct('who', 'Ada', 'n', 7)) as l, interval '1' day as i
        """
    )
    new = spark.redact(frame, Redactor(model=str(tiny_model), as_text=("d", "l.n", "m")))
    changed = {"d": "string", "m": "map<string,string>", "l": "array<struct<who:string,n:string>>"}
    assert {each.name: each.dataType.simpleString() for each in new.schema} == {
        each.name: each.dataType.simpleString() for each in frame.schema
    } | changed
    (row,), (old,) = new.collect(), frame.collect()
    assert row.asDict(recursive=True) == old.asDict(recursive=True) | {
        "d": "1990-01-01", "raw": b"<PERSON>", "m": {"<PERSON>": "5"}, "l": [{"who": "<PERSON>", "n": "7"}],
    }  # fmt: skip


def test_each_worker_loads_the_model_once(session: Any, people: Path, tiny_model: Path) -> None:
    redactor = Redactor(model=str(tiny_model))

    def redacted_and_told(batches: Iterable[Any]) -> Iterator[Any]:
        from deckname.integrations import arrow

        count = sum(len(batch) for batch in redactor.each(batches))
        told = {"process": [os.getpid()], "loaded": [arrow.loaded()], "rows": [count]}
        yield pa.RecordBatch.from_pydict(told)

    frame = session.read.parquet(str(people)).repartition(TASKS)
    told = frame.mapInArrow(redacted_and_told, "process long, loaded long, rows long").collect()
    assert len(told) == TASKS and sum(row["rows"] for row in told) == 300
    assert len({row["process"] for row in told}) < TASKS  # so that some process had several tasks
    assert {row["loaded"] for row in told} == {1}


def test_a_slip_in_a_name_is_told_before_the_job_runs(session: Any, people: Path) -> None:
    with pytest.raises(InvalidRequest, match="no such column"):
        spark.redact(session.read.parquet(str(people)), Redactor(model="none", skip=("ID",)))


def test_map_in_pandas_takes_it_as_well(session: Any, people: Path, tiny_model: Path) -> None:
    redactor = Redactor(model=str(tiny_model), columns=("note",))
    frame = session.read.parquet(str(people)).select("id", "note")
    rows = frame.mapInPandas(redactor.each, frame.schema).orderBy("id").limit(2).collect()
    assert [row["note"] for row in rows] == [None, "<PERSON> wrote to <EMAIL_ADDRESS>"]
