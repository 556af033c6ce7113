"""Labels of whole texts: what a text is, rather than what stands where in it.

The model is that of the tagger with one output for each label: the logits of a text are the mean of those of its
tokens, over all its windows. A mean of linear outputs is the linear output of the mean, so this is mean pooling and one
layer above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from deckname.artifact import Artifact
from deckname.artifact import load as open_artifact
from deckname.build import model_directory
from deckname.errors import ArtifactError
from deckname.findings import Passage
from deckname.tagger import PAD, windows_of
from deckname.text import normalise
from deckname.words import padded, words

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Classification:
    """What a text is: the likeliest label, and for each label its probability and the natural logarithm of that."""

    label: str
    probabilities: dict[str, float]
    log_probabilities: dict[str, float]


class Classifier:
    """Says of whole texts which of its labels they are. Holds no state between calls, so threads may share one."""

    def __init__(self, artifact: Artifact) -> None:
        self._artifact = artifact
        self.labels = artifact.manifest.labels
        self.model = artifact.manifest.label

    def classify(self, texts: Sequence[str]) -> list[Classification]:
        """Return what each text is; no answer depends on the others. A text without words is as likely all of them.

        Raises:
            InvalidText: a lone surrogate.
        """
        return [
            self._classification(row) for row in log_softmax(self.logits(texts) / self._artifact.manifest.temperature)
        ]

    def logits(self, texts: Sequence[str]) -> Floats:
        """Return (texts, labels): the mean of the logits of each text's tokens, ``<s>`` and ``</s>`` among them."""
        manifest = self._artifact.manifest
        passages = [Passage(normalise(text).text) for text in texts]
        ranges = [words(passage.text) for passage in passages]
        sums = np.zeros((len(texts), len(self.labels)))
        counts = np.zeros(len(texts))
        for window in windows_of(self._artifact, passages, ranges):
            ids = np.full((1, padded(len(window.ids), manifest.pad_multiple)), PAD, np.int64)
            ids[0, : len(window.ids)] = window.ids
            (logits,) = self._artifact.session.run(["logits"], {"input_ids": ids})
            sums[window.passage] += logits[0, : len(window.ids)].sum(0)
            counts[window.passage] += len(window.ids)
        means: Floats = sums / np.maximum(counts, 1)[:, None]
        return means

    def _classification(self, row: Floats) -> Classification:
        return Classification(
            self.labels[int(row.argmax())],
            {label: round(float(np.exp(value)), 6) for label, value in zip(self.labels, row, strict=True)},
            {label: round(float(value), 6) for label, value in zip(self.labels, row, strict=True)},
        )


def log_softmax(logits: Floats) -> Floats:
    """Return the logarithms of the probabilities that logits (..., labels) mean.

    >>> log_softmax(np.zeros((1, 4))).round(4).tolist()
    [[-1.3863, -1.3863, -1.3863, -1.3863]]
    """
    shifted = logits - logits.max(-1, keepdims=True)
    found: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return found


def load(model: str | Path, *, threads: int = 0) -> Classifier:
    """Return the classifier in a model directory; ``threads`` within one inference, 0 for one a core.

    Raises:
        ArtifactError: there is none, or it is damaged, or a tagger.
    """
    directory = model_directory(str(model))
    artifact = open_artifact(directory, threads=threads)
    if artifact.manifest.task != "classify":
        raise ArtifactError(f"{directory} is a tagger; teach a classifier with training.finetune --task classify")
    return Classifier(artifact)
