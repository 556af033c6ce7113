"""The one place that assembles a detector."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from deckname.artifact import Artifact, read_manifest
from deckname.artifact import load as open_artifact
from deckname.batching import SharedRuns
from deckname.detector import Detector, Recognizer
from deckname.errors import ArtifactError
from deckname.recognizers import discover
from deckname.tagger import Tagger
from deckname.types import DIRECT_TYPES, TYPES

DEFAULT_MODEL = "small"
#: In an installed wheel the models lie inside the package; in a checkout beside ``service/``.
_SHELVES = (Path(__file__).parent / "models", Path(__file__).parents[2] / "models")


def load(model: str = DEFAULT_MODEL, *, threads: int = 0, lanes: int = 0) -> Detector:
    """Return a detector with all recognizers and a model; "none" leaves the model out.

    ``model`` names one that ships with deckname or is a path to a model directory. Loads once and may be shared by
    threads; ``threads`` are those within one inference, 0 for one a core. With ``lanes``, so many inferences run at the
    same time, and calls from several threads share them (``batching``).

    Raises:
        ArtifactError: there is no such model, or it is damaged.
    """
    if model == "none":
        return Detector(discover())
    with ThreadPoolExecutor(1) as opening:  # its digest and its session need no interpreter, the expressions do
        artifact = opening.submit(open_artifact, model_directory(model), threads=threads)
        recognizers = discover()
        return assemble(artifact.result(), recognizers, lanes=lanes)


def assemble(artifact: Artifact, recognizers: Sequence[Recognizer] | None = None, *, lanes: int = 0) -> Detector:
    """Return a detector of recognizers (None for all) and an open model."""
    manifest = artifact.manifest
    if manifest.task != "tag":
        raise ArtifactError(f"{manifest.label} is a classifier: serve it with DECKNAME_CLASSIFIER, beside a tagger")
    runs = SharedRuns(artifact.session, lanes=lanes) if lanes else None
    return Detector(
        [*(discover() if recognizers is None else recognizers), Tagger(artifact, run=runs)],
        thresholds=manifest.thresholds,
        model=manifest.label,
        heard=(frozenset(manifest.types) & TYPES.keys()) - DIRECT_TYPES,
        own_types=frozenset(manifest.types) - TYPES.keys(),
    )


def taught_types(model: str) -> frozenset[str]:
    """Return the types beyond the vocabulary that a model was taught; none of a model that cannot be opened."""
    if model == "none":
        return frozenset()
    try:
        manifest = read_manifest(model_directory(model))
    except ArtifactError:
        return frozenset()  # opening it will say so
    return frozenset(manifest.types) - TYPES.keys()


def shared_runs(detector: Detector) -> SharedRuns | None:
    """Return what a detector's model runs in, where requests share it."""
    runs = (each.run for each in detector.recognizers if isinstance(each, Tagger))
    return next((run for run in runs if isinstance(run, SharedRuns)), None)


def model_directory(model: str) -> Path:
    """Return where a model lies, whether or not it is there."""
    if "/" in model or Path(model).is_dir():
        return Path(model)
    return next((shelf / model for shelf in _SHELVES if (shelf / model).is_dir()), _SHELVES[0] / model)
