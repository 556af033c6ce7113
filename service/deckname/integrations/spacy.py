"""deckname in a spaCy pipeline.

    nlp = spacy.blank("en")
    nlp.add_pipe("deckname", config={"model": "small"})
    doc = nlp("Write to Ada Lovelace, ada@example.org")
    doc.ents, doc.spans["pii"], doc._.deckname

``doc.spans["pii"]`` and ``doc.ents`` are spans of whole tokens, so they may be wider than what was found; the exact
offsets are in ``doc._.deckname``, which ``deckname.redact(doc.text, doc._.deckname)`` takes. ``nlp.pipe`` looks through
documents in batches. The pipeline's configuration holds all settings and no model, so it is small on disk.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from functools import lru_cache
from typing import Any

try:
    from spacy.language import Language
    from spacy.tokens import Doc, SpanGroup
    from spacy.util import filter_spans, minibatch
except ImportError:
    raise ImportError("spaCy is missing: pip install 'deckname[spacy]'") from None

import deckname
from deckname.detector import Detection, Detector, Options
from deckname.span import Span

#: The attribute that holds the exact spans: ``doc._.deckname``.
EXTENSION = "deckname"
#: Documents that are looked through at once, unless ``nlp.pipe`` says another number.
BATCH = 64


@lru_cache(maxsize=4)
def _loaded(model: str, process: int) -> Detector:
    """Return a model that is loaded once in each process: after a fork its threads are gone."""
    return deckname.load(model)


class Deckname:
    """The component: writes what it finds to ``doc.ents``, ``doc.spans[key]`` and ``doc._.deckname``."""

    def __init__(
        self,
        model: str,
        types: list[str] | str | None,
        threshold: float | None,
        thresholds: dict[str, float],
        ents: bool,
        spans_key: str | None,
    ) -> None:
        self.model = model
        self.options = Options(
            types="all" if types == "all" else None if types is None else frozenset(types),
            threshold=threshold,
            thresholds=thresholds,
            fail_closed=True,
        )
        self.ents = ents
        self.spans_key = spans_key
        _ = self.detector  # a model that is missing is missed now

    @property
    def detector(self) -> Detector:
        """The model, shared by all pipelines of a process."""
        return _loaded(self.model, os.getpid())

    def __call__(self, doc: Any) -> Any:
        return self._marked(doc, self.detector.detect(doc.text, options=self.options))

    def pipe(self, stream: Iterable[Any], *, batch_size: int = BATCH) -> Iterator[Any]:
        """Look through documents in batches."""
        for docs in minibatch(stream, size=batch_size):
            docs = list(docs)
            detections = self.detector.detect_batch([doc.text for doc in docs], options=self.options)
            for doc, detection in zip(docs, detections, strict=True):
                yield self._marked(doc, detection)

    def _marked(self, doc: Any, detection: Detection) -> Any:
        # Plain values, so that a document can be serialised with what was found in it.
        doc.user_data[EXTENSION] = [list(astuple(span)) for span in detection.spans]
        found = [(span, doc.char_span(span.start, span.end, label=span.type, alignment_mode="expand"))
                 for span in detection.spans]  # fmt: skip
        spans = [wider for _, wider in found if wider is not None]
        if self.spans_key is not None:
            scores = [span.score for span, wider in found if wider is not None]
            doc.spans[self.spans_key] = SpanGroup(doc, name=self.spans_key, spans=spans, attrs={"scores": scores})
        if self.ents:
            # Two values within one token become one entity, and ours go before what other components found.
            ours = filter_spans(spans)
            taken = {token.i for span in ours for token in span}
            others = [span for span in doc.ents if not any(token.i in taken for token in span)]
            doc.set_ents(sorted([*ours, *others], key=lambda span: span.start))
        return doc


def _extend() -> None:
    if not Doc.has_extension(EXTENSION):
        Doc.set_extension(EXTENSION, getter=_exact)


def _exact(doc: Any) -> tuple[Span, ...]:
    return tuple(Span(*fields) for fields in doc.user_data.get(EXTENSION, ()))


def component(
    nlp: Any,
    name: str,
    model: str,
    types: list[str] | str | None,
    threshold: float | None,
    thresholds: dict[str, float],
    ents: bool,
    spans_key: str | None,
) -> Deckname:
    """Return the component that a configuration describes."""
    _extend()
    return Deckname(model, types, threshold, thresholds, ents, spans_key)


_extend()
_SETTINGS: dict[str, Any] = {
    "model": "small", "types": None, "threshold": None, "thresholds": {}, "ents": True, "spans_key": "pii",
}  # fmt: skip
factory = Language.factory(
    "deckname",
    default_config=_SETTINGS,
    assigns=["doc.ents", "doc.spans", f"doc._.{EXTENSION}"],
    func=component,
)
