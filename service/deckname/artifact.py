"""A model directory: one module writes it and opens it, so that both sides agree.

manifest.json    what it is, how to run it, and the digest of every file beside it
model.onnx       token ids in, a logit for each token and tag out
tokenizer.json   for the `tokenizers` library; takes words as `deckname.words.pretokens` makes them
README.md        the card; metrics.json: what it was measured to do
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import onnxruntime
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from tokenizers import Tokenizer

from deckname.errors import ArtifactError

MANIFEST = "manifest.json"
MODEL = "model.onnx"
TOKENIZER = "tokenizer.json"
#: Fusions of onnxruntime that are slower than what they fuse: SkipLayerNormalization takes 4.1 ms where Add and
#: LayerNormalization take 0.7 (2,048 rows of 384, one core with AVX-512, onnxruntime 1.32).
SLOWER = ["SkipLayerNormFusion", "BiasSkipLayerNormFusion", "BiasGeluFusion"]


class Manifest(BaseModel):
    """What ``manifest.json`` says; a file with anything else in it is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal[2] = 2  # 2: no attention mask
    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,31}$")]
    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    task: Literal["tag", "classify"] = "tag"
    types: tuple[str, ...] = ()  # of a tagger: the tags are bio.tag_names(types), in this order
    labels: tuple[str, ...] = ()  # of a classifier: what whole texts are, one of them each, in this order
    window: Annotated[int, Field(ge=8, le=512)]  # tokens, with <s> and </s>
    overlap: Annotated[int, Field(ge=0)]  # tokens that neighbouring windows share
    pad_multiple: Annotated[int, Field(ge=1)] = 8  # windows are padded to a multiple of this, and only to that
    temperature: Annotated[float, Field(gt=0)] = 1.0  # logits are divided by it: calibration
    calibration: dict[str, tuple[float, float]] = {}  # type -> slope and offset of a span's score on the logit scale
    thresholds: dict[str, float] = {}  # type -> the score from which a span counts
    recall_thresholds: dict[str, dict[str, float]] = {}  # type -> recall on the dev sets ("0.95") -> such a score
    promise: dict[str, float | int | str] = {}  # what `deckname calibrate` promised of the thresholds, and on what
    files: dict[str, str] = {}  # name -> sha256

    @property
    def label(self) -> str:
        """Name and version as answers give them: "small@0.1.0"."""
        return f"{self.name}@{self.version}"


@dataclass(frozen=True, slots=True)
class Artifact:
    """An opened model."""

    manifest: Manifest
    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer


def seal(directory: Path, manifest: Manifest) -> Manifest:
    """Write ``manifest.json`` with the digests of the model's files; return it."""
    sealed = manifest.model_copy(update={"files": {name: _digest(directory / name) for name in (MODEL, TOKENIZER)}})
    (directory / MANIFEST).write_text(sealed.model_dump_json(indent=2) + "\n", encoding="utf-8")
    return sealed


def load(directory: Path, *, threads: int = 0) -> Artifact:
    """Open a model directory; ``threads`` within one inference, 0 for one a core.

    Raises:
        ArtifactError: a file is missing, or is not the one that was sealed; says which and what to do.
    """
    manifest = read_manifest(directory)
    for name, digest in manifest.files.items():
        if not (directory / name).is_file():
            raise ArtifactError(f"{directory / name} is missing; install deckname again or export the model again")
        if _digest(directory / name) != digest:
            raise ArtifactError(f"{directory / name} is not the file that was sealed; export the model again")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3  # warnings of the runtime may print tensor values
    session = onnxruntime.InferenceSession(
        str(directory / MODEL), sess_options=options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
    )
    return Artifact(manifest, session, Tokenizer.from_file(str(directory / TOKENIZER)))


def read_manifest(directory: Path) -> Manifest:
    """Return the manifest of a model directory.

    Raises:
        ArtifactError: there is none, or it is not one of ours.
    """
    path = directory / MANIFEST
    try:
        manifest = Manifest.model_validate_json(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ArtifactError(
            f"no model at {directory}: {MANIFEST} is missing; set DECKNAME_MODEL to a model directory, "
            'or to "none" for patterns only'
        ) from error
    except (ValidationError, json.JSONDecodeError, UnicodeDecodeError) as error:
        raise ArtifactError(f"{path} is no manifest of format 2: {error}; export the model again") from error
    if (manifest.task == "tag") != bool(manifest.types) or (manifest.task == "classify") != bool(manifest.labels):
        raise ArtifactError(f"{path}: a tagger has types and a classifier has labels; export the model again")
    if set(manifest.files) != {MODEL, TOKENIZER}:
        raise ArtifactError(f"{path} is not sealed; export the model with `python -m training.export`")
    return manifest


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
