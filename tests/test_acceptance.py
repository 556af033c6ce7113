from __future__ import annotations

import pytest

import deckname
from deckname.detector import Detector
from tests.acceptance import ENGLISH, GERMAN, LETTER, read


@pytest.fixture(scope="module")
def detector() -> Detector:
    return deckname.load()


@pytest.mark.parametrize("marked", [*ENGLISH, *GERMAN])
def test_the_courses_sentences_come_out_exactly(detector: Detector, marked: str) -> None:
    sentence = read(marked)
    detection = detector.detect(sentence.text)
    assert tuple((span.type, span.start, span.end) for span in detection.spans) == sentence.spans
    assert detection.contains_pii == bool(sentence.spans)


def test_a_german_letter_is_redacted_with_no_language_named(detector: Detector) -> None:
    text = read(LETTER).text
    assert deckname.redact(text, detector.detect(text).spans).text == (
        "Sehr geehrte Damen und Herren, mein Name ist <PERSON>, geboren am <DATE_OF_BIRTH>, wohnhaft <ADDRESS>, "
        "Tel. <PHONE_NUMBER>, IBAN <IBAN_CODE>."
    )
