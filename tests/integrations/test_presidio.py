"""deckname in the real presidio-analyzer, and Presidio's recognizers in a detector."""

from __future__ import annotations

import logging
import socket
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("presidio_analyzer", reason="needs the extra `presidio`")

import tldextract
from presidio_analyzer import AnalyzerEngine, Pattern, PatternRecognizer, RecognizerRegistry
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

import deckname
from deckname.detector import Detector, Options
from deckname.integrations.presidio import DecknameRecognizer, PresidioRecognizer

TEXT = "Ada Lovelace, ada@example.org, called 212-555-0134; NHS number 943-476-5919."


class BlankNlpEngine(NlpEngine):  # type: ignore[misc]
    """No tokens, no model."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self._languages = languages

    def load(self) -> None: ...

    def is_loaded(self) -> bool:
        return True

    def process_text(self, text: str, language: str) -> Any:
        return NlpArtifacts([], [], [], [], self, language, scores=[])

    def process_batch(self, texts: Any, language: str, **settings: Any) -> Any:
        return ((text, self.process_text(text, language)) for text in texts)

    def is_stopword(self, word: str, language: str) -> bool:
        return False

    def is_punct(self, word: str, language: str) -> bool:
        return False

    def get_supported_entities(self) -> list[str]:
        return []

    def get_supported_languages(self) -> list[str]:
        return list(self._languages)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any, **kwargs: Any) -> None:
        raise AssertionError("the network was touched")

    # Presidio's own recognizer of e-mail addresses would fetch the list of public suffixes; the one it brings will do.
    monkeypatch.setattr(tldextract, "extract", tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None))
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(scope="module")
def detector(tiny_model: Path) -> Detector:
    return deckname.load(str(tiny_model))


def an_engine(*recognizers: Any, languages: tuple[str, ...] = ("en",)) -> Any:
    registry = RecognizerRegistry(recognizers=list(recognizers), supported_languages=list(languages))
    return AnalyzerEngine(registry=registry, nlp_engine=BlankNlpEngine(languages), supported_languages=list(languages))


def found(results: Any) -> set[tuple[str, int, int]]:
    return {(each.entity_type, each.start, each.end) for each in results}


def test_presidios_engine_finds_what_deckname_finds(detector: Detector) -> None:
    engine = an_engine(DecknameRecognizer(detector))
    assert found(engine.analyze(TEXT, language="en")) == {
        ("PERSON", 0, 12), ("EMAIL_ADDRESS", 14, 29), ("PHONE_NUMBER", 38, 50), ("UK_NHS", 63, 75),
    }  # fmt: skip
    assert found(engine.analyze(TEXT, language="en", entities=["EMAIL_ADDRESS", "UNHEARD"])) == {
        ("EMAIL_ADDRESS", 14, 29)
    }
    assert {"PERSON", "UK_NHS", "US_PASSPORT"} <= set(engine.get_supported_entities("en"))


def test_an_explanation_comes_along(detector: Detector) -> None:
    (result,) = an_engine(DecknameRecognizer(detector)).analyze(
        TEXT, language="en", entities=["UK_NHS"], return_decision_process=True
    )
    told = result.analysis_explanation
    assert (told.recognizer, told.pattern_name, told.score) == (
        "DecknameRecognizer", "British NHS number, by its letters", result.score,
    )  # fmt: skip


def test_one_detector_serves_many_languages(detector: Detector) -> None:
    recognizers = DecknameRecognizer.for_languages(("en", "de"), detector)
    engine = an_engine(*recognizers, languages=("en", "de"))
    for language in ("en", "de"):
        assert ("EMAIL_ADDRESS", 14, 29) in found(engine.analyze(TEXT, language=language))
    assert recognizers[0].detector is recognizers[1].detector


def test_langchains_anonymizer_can_have_it_as_its_recognizer(detector: Detector) -> None:
    # What PresidioAnonymizer of langchain_experimental does: registry, engine, analyze with a list of entities, then
    # presidio-anonymizer over the results.
    engine = an_engine()
    engine.registry.add_recognizer(DecknameRecognizer(detector))
    entities = ["PERSON", "EMAIL_ADDRESS", "PHONE_NUMBER", "IBAN_CODE", "CREDIT_CARD", "CRYPTO", "IP_ADDRESS",
                "LOCATION", "DATE_TIME", "NRP", "MEDICAL_LICENSE", "URL", "US_SSN"]  # fmt: skip
    results = engine.analyze(TEXT, entities=entities, language="en")
    anonymizer = pytest.importorskip("presidio_anonymizer", reason="needs presidio-anonymizer")
    told = anonymizer.AnonymizerEngine().anonymize(text=TEXT, analyzer_results=results)
    # The last one is Presidio's: an engine with an empty registry loads its own recognizers; UK_NHS was not asked for.
    assert told.text == "<PERSON>, <EMAIL_ADDRESS>, called <PHONE_NUMBER>; NHS number <PHONE_NUMBER>."


def test_a_recognizer_of_presidios_is_one_among_ours() -> None:
    badge = PatternRecognizer("BADGE", patterns=[Pattern("badge", r"B-\d{5}", 0.4)], context=["badge"])
    theirs = PresidioRecognizer(badge)
    detector = Detector([*deckname.load("none").recognizers, theirs], own_types=theirs.own_types)
    text = "badge B-12345 of ada@example.org"
    detection = detector.detect(text)
    assert [(span.type, span.start, span.end, span.score, span.source) for span in detection.spans] == [
        ("BADGE", 6, 13, 0.75, "presidio"),
        ("EMAIL_ADDRESS", 17, 32, 0.95, "pattern"),
    ]
    assert detection.contains_pii
    assert [item.rule for item in detection.evidence[0]] == ["PatternRecognizer"]
    assert detector.detect("B-12345", options=Options(threshold=0.4)).spans[0].score == 0.4
    assert detector.detect(text, options=Options(types=frozenset({"EMAIL_ADDRESS"}))).spans[0].type == "EMAIL_ADDRESS"


def test_presidios_own_recognizers_bear_our_names() -> None:
    from presidio_analyzer.predefined_recognizers import NhsRecognizer, UrlRecognizer

    nhs = PresidioRecognizer(NhsRecognizer())
    assert nhs.types == {"HEALTH_ID"}
    assert not nhs.own_types
    (span,) = Detector([nhs]).detect("943-476-5919").spans
    assert (span.type, span.start, span.end) == ("HEALTH_ID", 0, 12)
    named = PresidioRecognizer(UrlRecognizer(), types={"URL": "LINK"})
    assert named.own_types == {"LINK"}


def test_a_recognizer_that_reads_artifacts_gets_them() -> None:
    class Reading(PatternRecognizer):  # type: ignore[misc]
        seen: Any = None

        def analyze(self, text: str, entities: Any, nlp_artifacts: Any = None, regex_flags: Any = None) -> Any:
            self.seen = nlp_artifacts
            return []

    reading = Reading("BADGE", deny_list=["x"])
    Detector([PresidioRecognizer(reading, nlp_engine=BlankNlpEngine(("en",)))]).detect("x")
    assert isinstance(reading.seen, NlpArtifacts)


def test_a_recognizer_that_fails_is_a_warning_without_text(caplog: pytest.LogCaptureFixture) -> None:
    class Failing(PatternRecognizer):  # type: ignore[misc]
        def analyze(self, text: str, entities: Any, nlp_artifacts: Any = None, regex_flags: Any = None) -> Any:
            raise RuntimeError(text)

    caplog.set_level(logging.DEBUG)
    detection = Detector([PresidioRecognizer(Failing("BADGE", deny_list=["x"]))]).detect("Zebulon")
    assert [warning.code for warning in detection.warnings] == ["recognizer_failed"]
    assert "Zebulon" not in repr([vars(record) for record in caplog.records])
