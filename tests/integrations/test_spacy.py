"""deckname in a spaCy pipeline."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("spacy", reason="needs the extra `spacy`")

import spacy
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

import deckname
import deckname.integrations.spacy

TEXT = "Write to ada@example.org or call +1 212 555 0134."


def a_pipeline(**settings: Any) -> Any:
    nlp = spacy.blank("en")
    nlp.add_pipe("deckname", config={"model": "none", **settings})
    return nlp


def test_entities_and_spans_are_marked() -> None:
    doc = a_pipeline()(TEXT)
    assert [(span.label_, span.text) for span in doc.ents] == [
        ("EMAIL_ADDRESS", "ada@example.org"), ("PHONE_NUMBER", "+1 212 555 0134"),
    ]  # fmt: skip
    assert [span.text for span in doc.spans["pii"]] == [span.text for span in doc.ents]
    assert doc.spans["pii"].attrs["scores"] == [span.score for span in doc._.deckname]


def test_the_exact_spans_can_be_redacted() -> None:
    doc = a_pipeline()("mail:ada@example.org/x")
    assert deckname.redact(doc.text, doc._.deckname).text == "mail:<EMAIL_ADDRESS>/x"
    # A token that holds more than the value is marked as a whole.
    assert all(span.start_char <= 5 and span.end_char >= 20 for span in doc.ents)


def test_documents_go_through_in_batches_and_in_order() -> None:
    nlp = a_pipeline()
    texts = [f"nothing {number}" if number % 3 else f"to user{number}@example.org" for number in range(20)]
    alone = [[span.text for span in nlp(text).ents] for text in texts]
    assert [[span.text for span in doc.ents] for doc in nlp.pipe(texts, batch_size=7)] == alone
    assert sum(map(len, alone)) == 7


def test_settings_choose_types_and_where_spans_go() -> None:
    doc = a_pipeline(types=["PHONE_NUMBER"], ents=False, spans_key="private")(TEXT)
    assert (doc.ents, [span.label_ for span in doc.spans["private"]]) == ((), ["PHONE_NUMBER"])
    assert "pii" not in doc.spans
    assert a_pipeline(thresholds={"EMAIL_ADDRESS": 1.0}, spans_key=None)(TEXT).ents[0].label_ == "PHONE_NUMBER"
    assert "DATE_TIME" in {span.label_ for span in a_pipeline(types="all")("on 2024-05-17").ents}


def test_ours_go_before_entities_that_are_there_and_others_stay() -> None:
    nlp = spacy.blank("en")

    def known(doc: Any) -> Any:
        doc.ents = [SpacySpan(doc, 0, 1, label="VERB"), SpacySpan(doc, 1, 3, label="WRONG")]
        return doc

    spacy.Language.component("tests_known", func=known)
    nlp.add_pipe("tests_known")
    nlp.add_pipe("deckname", config={"model": "none"})
    assert [span.label_ for span in nlp(TEXT).ents] == ["VERB", "EMAIL_ADDRESS", "PHONE_NUMBER"]


def test_two_values_in_one_token_become_one_entity() -> None:
    doc = a_pipeline()("a@example.org,b@example.org")
    assert len(doc._.deckname) == 2
    assert len(doc.ents) <= 2


def test_a_pipeline_comes_back_from_disk_with_its_settings(tmp_path: Path) -> None:
    nlp = a_pipeline(types=["EMAIL_ADDRESS"], threshold=0.3)
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert again.config["components"]["deckname"] == nlp.config["components"]["deckname"]
    assert again.config["components"]["deckname"]["threshold"] == 0.3
    assert [span.label_ for span in again(TEXT).ents] == ["EMAIL_ADDRESS"]
    assert spacy.blank("en").from_bytes(spacy.blank("en").to_bytes()) is not None


def test_a_document_can_be_serialised_with_its_spans() -> None:
    nlp = a_pipeline()
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.deckname == doc._.deckname
    assert [span.text for span in again.spans["pii"]] == [span.text for span in doc.spans["pii"]]


def test_a_model_is_loaded_once(tiny_model: Path) -> None:
    one, two = (a_pipeline(model=str(tiny_model)).get_pipe("deckname") for _ in range(2))
    assert one.detector is two.detector
    assert [span.text for span in a_pipeline(model=str(tiny_model))("Hi Ada Lovelace").ents] == ["Ada Lovelace"]


def test_an_empty_document_has_nothing() -> None:
    assert a_pipeline()("").ents == ()
