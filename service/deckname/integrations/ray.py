"""Ray Data: a data set redacted by actors, each of which loads the model once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deckname.integrations.arrow import Redactor

if TYPE_CHECKING:
    from ray.data import Dataset


class Redacting:
    """What an actor is: a redactor that loads its model before the first batch comes."""

    def __init__(self, redactor: Redactor) -> None:
        self._redactor = redactor
        redactor.load()

    def __call__(self, batch: Any) -> Any:
        return self._redactor(batch)


def redact(
    dataset: Dataset, redactor: Redactor | None = None, *, actors: int | tuple[int, int] = 1, **options: Any
) -> Dataset:
    """Return a data set without its personal data; it is lazy, like all of Ray Data.

    ``actors`` are how many processes redact, or the least and the most of them; each takes a core, and reading needs
    one too. ``options`` go to ``map_batches`` as they are: ``batch_size``, ``num_cpus``, ``memory``.

        redact(ray.data.read_parquet("people"), Redactor(skip=("id",)), actors=(2, 8)).write_parquet("redacted")

    Raises:
        ImportError: ray is not installed.
    """
    try:
        from ray.data import ActorPoolStrategy
    except ImportError:
        raise ImportError("Ray Data is not installed: pip install 'deckname[ray]'") from None
    least, most = (actors, actors) if isinstance(actors, int) else actors
    return dataset.map_batches(
        Redacting,
        fn_constructor_args=(redactor or Redactor(),),
        batch_format="pyarrow",
        compute=ActorPoolStrategy(min_size=least, max_size=most),
        zero_copy_batch=True,
        **options,
    )
