"""The acceptance sentences are a test only as long as the model was not trained on them or on near copies."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex

from tests.acceptance import ENGLISH, GERMAN, LETTER, masked

TEMPLATES = sorted((Path(__file__).parents[1] / "training" / "synthetic" / "templates").glob("*/*.txt"))
#: Share of words in common (Jaccard) from which two sentences are near copies.
NEAR = 0.75


def bag(sentence: str) -> frozenset[str]:
    return frozenset(regex.findall(r"[\p{L}§]+", sentence.casefold()))


def template_sentences() -> dict[frozenset[str], str]:
    found = {}
    for path in TEMPLATES:
        text = regex.sub(r"\[\[[^\]]*\]\]", "§", path.read_text(encoding="utf-8"))
        for sentence in regex.split(r"[.!?](?=\s)|\n", text):
            if words := bag(sentence):
                found[words] = f"{path.parent.name}/{path.name}: {sentence.strip()}"
    return found


@pytest.fixture(scope="module")
def sentences() -> dict[frozenset[str], str]:
    return template_sentences()


def test_there_are_templates(sentences: dict[frozenset[str], str]) -> None:
    assert len(sentences) > 3000


@pytest.mark.parametrize("marked", [*ENGLISH, *GERMAN, LETTER])
def test_no_template_is_near_an_acceptance_sentence(marked: str, sentences: dict[frozenset[str], str]) -> None:
    own = bag(masked(marked, "§"))
    near = [where for words, where in sentences.items() if len(words & own) >= NEAR * len(words | own)]
    assert near == []


def test_a_near_copy_would_be_noticed() -> None:
    own = bag(masked(ENGLISH[0], "§"))
    copy = bag("My name is § and my work email is §")
    assert len(copy & own) >= NEAR * len(copy | own)
