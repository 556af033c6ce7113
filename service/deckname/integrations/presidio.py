"""deckname as a recognizer of presidio-analyzer, and any of Presidio's recognizers in a ``Detector``.

registry.add_recognizer(DecknameRecognizer())                       # theirs, with ours in it
Detector([*discover(), PresidioRecognizer(AuAbnRecognizer())])      # ours, with theirs in it
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

try:
    from presidio_analyzer import AnalysisExplanation, EntityRecognizer, RecognizerResult
except ImportError:
    raise ImportError("presidio-analyzer is missing: pip install 'deckname[presidio]'") from None

import deckname
from deckname import presidio_names
from deckname.detector import Detector, Options
from deckname.findings import Evidence, Findings, Passage
from deckname.pattern import is_named
from deckname.presidio_names import own_type
from deckname.span import Span
from deckname.types import TYPES

#: What a context word adds to a result's score, and what it has then at least: the defaults of Presidio's
#: ``LemmaContextAwareEnhancer``, which needs a spaCy model.
_BONUS, _AT_LEAST = 0.35, 0.4


class DecknameRecognizer(EntityRecognizer):  # type: ignore[misc]
    """All that deckname finds, under Presidio's names; no spaCy model is needed beside it (``NoOpNlpEngine``).

    A recognizer has one language for Presidio, while ours reads them mixed: ``for_languages`` gives one for each, with
    one detector behind them.
    """

    def __init__(
        self,
        detector: Detector | None = None,
        *,
        supported_language: str = "en",
        supported_entities: Sequence[str] | None = None,
        options: Options | None = None,
    ) -> None:
        self.detector = detector or deckname.load()
        self._options = options or Options(fail_closed=True)
        own = self.detector.own_types
        entities = supported_entities or presidio_names.entities(presidio_names.DEFAULT_TYPES | own)
        super().__init__(
            supported_entities=list(entities),
            name="DecknameRecognizer",
            supported_language=supported_language,
            version=deckname.__version__,
        )

    @classmethod
    def for_languages(
        cls, languages: Iterable[str], detector: Detector | None = None, **settings: Any
    ) -> list[DecknameRecognizer]:
        """Return a recognizer for each language; they share one detector."""
        shared = detector or deckname.load()
        return [cls(shared, supported_language=language, **settings) for language in languages]

    def load(self) -> None:
        """The detector is there already."""

    def analyze(self, text: str, entities: Sequence[str], nlp_artifacts: Any = None) -> list[Any]:
        """Return what stands in a text; ``nlp_artifacts`` are not looked at."""
        known = frozenset(self.supported_entities)
        asked = known.intersection(entities) if entities else known
        types = presidio_names.types_for(asked) | (self.detector.own_types & asked)
        if not types:
            return []
        detection = self.detector.detect(text, options=replace(self._options, types=types))
        # Whoever asks for all we have asks for Presidio's own names.
        names = None if asked == known else asked
        results = []
        for span, evidence in zip(detection.spans, detection.evidence, strict=True):
            name = presidio_names.entity(span.type, evidence, names)
            if name in known:
                results.append(self._result(span, name, evidence))
        return results

    def _result(self, span: Span, name: str | None, evidence: Sequence[Evidence]) -> Any:
        first = next((item for item in evidence if item.span.type == span.type), Evidence(span, "pattern"))
        explanation = AnalysisExplanation(
            recognizer=self.name,
            original_score=span.score,
            pattern_name=first.rule or None,
            textual_explanation=f"Detected by `{self.name}`: {first.reason}",
        )
        metadata = {
            RecognizerResult.RECOGNIZER_NAME_KEY: self.name,
            RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
        }
        return RecognizerResult(name, span.start, span.end, span.score, explanation, metadata)


class PresidioRecognizer:
    """One of Presidio's recognizers as one of ours.

    ``types`` renames its entities; unless told, they have our names where we have one (``UK_NHS`` is a ``HEALTH_ID``).
    Entities that our vocabulary lacks are ``own_types``, and a detector looks for those that it is told of:

        theirs = PresidioRecognizer(UuidRecognizer())
        Detector([*discover(), theirs], own_types=theirs.own_types)

    A recognizer that reads spaCy's artifacts needs Presidio's ``nlp_engine`` and a ``language``.
    """

    def __init__(
        self,
        recognizer: Any,
        *,
        types: Mapping[str, str] | None = None,
        nlp_engine: Any = None,
        language: str | None = None,
    ) -> None:
        self._recognizer = recognizer
        self._nlp_engine = nlp_engine
        self._language = language or recognizer.supported_language
        self._names = {name: (types or {}).get(name) or own_type(name) for name in recognizer.supported_entities}
        self.types = frozenset(self._names.values())
        self.own_types = self.types - TYPES.keys()
        if not recognizer.is_loaded:
            recognizer.load()
            recognizer.is_loaded = True

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        """Return what the recognizer finds in each passage."""
        return [Findings(tuple(self._evidence(passage))) for passage in passages]

    def _evidence(self, passage: Passage) -> Iterator[Evidence]:
        artifacts = self._nlp_engine.process_text(passage.text, self._language) if self._nlp_engine else None
        context = tuple(self._recognizer.context or ())
        for result in self._recognizer.analyze(passage.text, list(self._names), artifacts) or ():
            score = min(1.0, float(result.score))
            if result.start >= result.end or score <= 0:
                continue
            reason = "presidio"
            if context and is_named(passage, result.start, result.end, context):
                score, reason = max(_AT_LEAST, min(1.0, score + _BONUS)), "presidio, context"
            name = self._names.get(result.entity_type, result.entity_type)
            span = Span(result.start, result.end, name, score, "presidio")
            yield Evidence(span, reason, self._recognizer.name)
