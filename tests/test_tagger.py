from __future__ import annotations

import math
import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckname.artifact import load, read_manifest, seal
from deckname.build import DEFAULT_MODEL, model_directory
from deckname.errors import DeadlineExceeded
from deckname.findings import Findings, Passage
from deckname.tagger import _SHAPES, Tagger
from tests.conftest import LEXICON, write_model


@pytest.fixture(scope="module")
def tagger(tiny_model: Path) -> Tagger:
    return Tagger(load(tiny_model, threads=1))


def values(tagger: Tagger, text: str) -> list[tuple[str, str]]:
    (findings,) = tagger.find([Passage(text)])
    spans = sorted(item.span for item in findings.evidence if item.span.score >= 0.5)
    return [(span.type, text[span.start : span.end]) for span in spans]


def test_words_are_tagged_and_joined(tagger: Tagger) -> None:
    assert values(tagger, "so Ada Lovelace saw Paris") == [("PERSON", "Ada Lovelace"), ("LOCATION", "Paris")]


def test_a_name_never_crosses_a_line_break(tagger: Tagger) -> None:
    text = "Ada\nLovelace\r\nLovelace"
    assert values(tagger, text) == [
        ("PERSON", "Ada"),
        ("PERSON", "Lovelace"),
        ("PERSON", "Lovelace"),
    ]


def test_a_double_name_is_one_name(tagger: Tagger) -> None:
    assert values(tagger, "Müller-Öztürk") == [("PERSON", "Müller-Öztürk")]


def test_a_new_beginning_ends_the_name_before(tagger: Tagger) -> None:
    assert values(tagger, "Ada Ada") == [("PERSON", "Ada"), ("PERSON", "Ada")]


@pytest.mark.parametrize(("text", "name"), [("Dr Lovelace", "Lovelace"), ("Dr. Chris", "Chris")])
def test_titles_stay_outside(tagger: Tagger, text: str, name: str) -> None:
    assert values(tagger, text)[-1] == ("PERSON", name)


def tagging(directory: Path, **tags: str) -> Tagger:
    return Tagger(load(write_model(directory, {".": "I-PERSON", ",": "I-PERSON"} | tags)))


def test_the_names_of_a_list_are_names_of_their_own(tmp_path: Path) -> None:
    tagger = tagging(tmp_path / "m", Ada="B-PERSON", Grace="I-PERSON", Jr="I-PERSON")
    assert values(tagger, "Ada, Grace, Grace") == [("PERSON", "Ada"), ("PERSON", "Grace"), ("PERSON", "Grace")]
    assert values(tagger, "Ada, Grace") == [("PERSON", "Ada, Grace")]
    assert values(tagger, "Ada, Grace, Jr.") == [("PERSON", "Ada, Grace, Jr.")]


def test_a_name_ends_with_its_sentence(tmp_path: Path) -> None:
    tagger = tagging(tmp_path / "m", Ada="B-PERSON", Grace="I-PERSON", Sgt="B-PERSON", G="I-PERSON")
    assert values(tagger, "Ada Grace. Grace") == [("PERSON", "Ada Grace"), ("PERSON", "Grace")]
    assert values(tagger, "call Ada G. Grace") == [("PERSON", "Ada G. Grace")]
    assert values(tagger, "call Sgt. Grace") == [("PERSON", "Sgt. Grace")]


@pytest.mark.parametrize("title", ["Sig.ra", "Dott.ssa", "Signor", "Dhr."])
def test_titles_of_other_languages_stay_outside(tmp_path: Path, title: str) -> None:
    words = dict.fromkeys(("Sig", "ra", "Dott", "ssa", "Signor", "Dhr", "Grace"), "I-PERSON")
    assert values(tagging(tmp_path / "m", **words), f"{title} Grace") == [("PERSON", "Grace")]


@pytest.mark.parametrize(
    ("type_", "value", "kept"),
    [
        ("IP_ADDRESS", "65534", False),
        ("IP_ADDRESS", "192 . 168 . 1 . 2", True),
        ("IP_ADDRESS", "fe80::1", True),
        ("IBAN_CODE", "DE89  3704  0044  0532  0131  01", True),
        ("IBAN_CODE", "46136310", False),
        ("CREDIT_CARD", "4111/1111/1111/1112", True),
        ("CREDIT_CARD", "411", False),
    ],
)
def test_a_value_has_the_least_that_its_type_needs(type_: str, value: str, kept: bool) -> None:
    assert bool(_SHAPES[type_].search(value)) is kept


def test_a_title_alone_is_no_name(tagger: Tagger) -> None:
    assert values(tagger, "Dr") == []


def test_long_texts_are_read_window_by_window(tagger: Tagger) -> None:
    text = "word " * 500 + "Ada Lovelace " + "word " * 500 + "Paris"
    assert values(tagger, text) == [("PERSON", "Ada Lovelace"), ("LOCATION", "Paris")]


def test_a_name_on_the_border_of_windows_is_found_whole(tmp_path: Path) -> None:
    tagger = Tagger(load(write_model(tmp_path / "narrow", LEXICON, window=10, overlap=4)))
    for before in range(25):
        assert values(tagger, "word " * before + "Ada Lovelace Lovelace" + " word" * 12)[0] == (
            "PERSON",
            "Ada Lovelace Lovelace",
        )


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00", "😀", "."])
def test_texts_without_words_hold_nothing(tagger: Tagger, text: str) -> None:
    assert values(tagger, text) == []


def test_a_deadline_is_seen_between_batches(tagger: Tagger) -> None:
    with pytest.raises(DeadlineExceeded):
        list(tagger.find([Passage("Ada", deadline=time.monotonic() - 1)]))


# ---------------------------------------------------------- no text depends on its neighbours (the shipped model)

TEXTS = [
    "Please call Maria Hernández-Okafor on 0171 555 0199 before noon.",
    "Der Termin bei Frau Dr. Annegret Wüllner ist am 4. Mai um 9:30 Uhr in der Lindenallee 7, 04109 Leipzig.",
    "ok",
    "2024-03-01T12:00:01Z INFO worker[17]: job 88123 done in 41 ms",
    "name,phone\nPeter Abend,+49 30 901820\nZoë Quint,+43 1 58858",
    "",
    "He said " + "that it was fine and " * 120 + "left with Tom Barrow.",
    "👩‍👩‍👧 שלום Åse",
]


@pytest.fixture(scope="module")
def shipped() -> Tagger:
    return Tagger(load(model_directory(DEFAULT_MODEL), threads=1))


@pytest.fixture(scope="module")
def alone(shipped: Tagger) -> list[Findings]:
    return [next(iter(shipped.find([Passage(text)]))) for text in TEXTS]


@settings(max_examples=25)
@given(order=st.lists(st.integers(0, len(TEXTS) - 1), min_size=1, max_size=20))
def test_spans_and_scores_are_the_same_alone_and_in_any_company(
    shipped: Tagger, alone: list[Findings], order: list[int]
) -> None:
    assert list(shipped.find([Passage(TEXTS[index]) for index in order])) == [alone[index] for index in order]


def test_spans_and_scores_are_the_same_on_one_thread_and_on_many(alone: list[Findings]) -> None:
    many = Tagger(load(model_directory(DEFAULT_MODEL), threads=4))
    shuffled = list(range(len(TEXTS)))
    random.Random(7).shuffle(shuffled)
    assert list(many.find([Passage(TEXTS[index]) for index in shuffled])) == [alone[index] for index in shuffled]


def test_scores_are_calibrated_as_the_manifest_says(tmp_path: Path) -> None:
    directory = write_model(tmp_path / "m", LEXICON)
    (plain,) = Tagger(load(directory)).find([Passage("so Ada saw Paris")])
    seal(directory, read_manifest(directory).model_copy(update={"calibration": {"PERSON": (0.5, -1.0)}}))
    (calibrated,) = Tagger(load(directory)).find([Passage("so Ada saw Paris")])
    before, after = ({item.span.type: item.span.score for item in each.evidence} for each in (plain, calibrated))
    assert after["LOCATION"] == before["LOCATION"]
    logit = math.log(before["PERSON"] / (1 - before["PERSON"]))
    assert after["PERSON"] == pytest.approx(1 / (1 + math.exp(1.0 - 0.5 * logit)), abs=1e-3)
