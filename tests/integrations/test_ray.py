"""Ray Data, for real and on this machine: needs ray."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

pytest.importorskip("ray.data", reason="pip install 'deckname[ray]'")
pytestmark = pytest.mark.filterwarnings("default")  # Ray's own deprecations

from deckname.integrations import ray as deckname_ray  # noqa: E402
from deckname.integrations.arrow import Redactor  # noqa: E402
from deckname.integrations.ray import Redacting  # noqa: E402


@pytest.fixture(scope="module")
def ray() -> Iterator[Any]:
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    import ray

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
    ray.data.DataContext.get_current().enable_progress_bars = False
    yield ray
    ray.shutdown()


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("people")
    for file in range(3):
        rows = range(100 * file, 100 * file + 100)
        table = pa.table({"id": list(rows), "note": [f"Ada Lovelace wrote to ada{row}@example.org" for row in rows]})
        pq.write_table(table, directory / f"part-{file}.parquet")
    return directory


def test_rows_are_those_of_a_single_machine(ray: Any, people: Path, tiny_model: Path, tmp_path: Path) -> None:
    redactor = Redactor(model=str(tiny_model), as_text=("id",))
    dataset = deckname_ray.redact(ray.data.read_parquet(str(people)), redactor, batch_size=32)
    dataset.write_parquet(str(tmp_path / "redacted"))
    written = pq.read_table(tmp_path / "redacted").sort_by("id")
    assert written.to_pylist() == redactor(pq.read_table(people)).sort_by("id").to_pylist()
    assert written["note"].unique().to_pylist() == ["<PERSON> wrote to <EMAIL_ADDRESS>"]


class Telling(Redacting):
    """Says how many models its process has loaded."""

    def __call__(self, batch: Any) -> Any:
        from deckname.integrations import arrow

        super().__call__(batch)
        return pa.table({"actor": [os.getpid()], "loaded": [arrow.loaded()], "rows": [len(batch)]})


def test_each_actor_loads_the_model_once(ray: Any, people: Path, tiny_model: Path) -> None:
    told = (
        ray.data.read_parquet(str(people))
        .map_batches(
            Telling, fn_constructor_args=(Redactor(model=str(tiny_model)),), batch_format="pyarrow", batch_size=32,
            compute=ray.data.ActorPoolStrategy(size=1),
        )
        .take_all()
    )  # fmt: skip
    assert len(told) > 3 and sum(row["rows"] for row in told) == 300
    assert len({row["actor"] for row in told}) == 1
    assert {row["loaded"] for row in told} == {1}
