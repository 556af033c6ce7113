"""The benchmarks measure what they say, on texts whose answer is known."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from benchmarks.accuracy import Found, Types, measure, own, read, recased
from benchmarks.throughput import joined, rate
from deckname.span import Span

DOCUMENTS: list[dict[str, Any]] = [
    {"text": "Ada lives at Long Road 1.", "lang": "en", "spans": [(0, 3, "PERSON"), (13, 24, "ADDRESS")]},
    {"text": "Order 12345 for Berlin.", "lang": "en", "spans": [(16, 22, "LOCATION")]},
    {"text": "Nothing at all.", "lang": "de", "spans": []},
]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    with path.open("w") as file:
        for document in DOCUMENTS:
            spans = [{"start": start, "end": end, "type": name} for start, end, name in document["spans"]]
            file.write(json.dumps(document | {"spans": spans}) + "\n")
    return path


def finder(texts: Sequence[str], types: Types) -> list[Found]:
    """Find "Ada" and half of her address, and take an order for a phone number."""
    places = {"Ada": "PERSON", "Long": "ADDRESS", "12345": "PHONE_NUMBER"}
    found = []
    for text in texts:
        spans = [Span(text.find(v), text.find(v) + len(v), name, 0.9) for v, name in places.items() if v in text]
        found.append(Found(tuple(sorted(spans)), 0.9 if spans else 0.1))
    return found


def test_uncovered_characters_are_those_that_no_span_covers(gold: Path) -> None:
    measured = measure(finder, read(gold), None, {})
    assert measured.uncovered({"PERSON"}) == 0.0
    assert measured.uncovered({"ADDRESS"}) == pytest.approx(7 / 11, abs=1e-3)


def test_false_alarms_count_on_texts_without_direct_identifiers_only(gold: Path) -> None:
    alarms = measure(finder, read(gold), None, {}).alarms()
    assert (alarms["texts with"], alarms["texts without"]) == (1, 2)
    characters = len(DOCUMENTS[1]["text"]) + len(DOCUMENTS[2]["text"])
    assert alarms["spurious for each 10,000 characters without direct identifiers"] == round(1e4 / characters, 3)
    assert alarms["contains_pii recall at .02 false alarms"] == 0.0  # the false alarm is as sure as the true one


def test_the_recall_of_the_alarm_is_that_of_the_texts_above_all_false_ones(gold: Path) -> None:
    def sure(texts: Sequence[str], types: Types) -> list[Found]:
        return [Found((), 0.9 if "Ada" in text else 0.5) for text in texts]

    assert measure(sure, read(gold), None, {}).alarms()["contains_pii recall at .02 false alarms"] == 1.0


def test_languages_and_cases_are_measured_apart(gold: Path) -> None:
    rows = own(finder, gold, ("en", "de"))
    assert rows["en"]["documents"] == 2
    assert rows["PERSON recall by case"] == {"as written": 1.0, "lower": 0.0, "upper": 0.0}


def test_changing_the_case_moves_no_offset(gold: Path) -> None:
    records = read(gold)
    changed = recased(records, str.upper)
    assert changed[0][0].text == "ADA LIVES AT LONG ROAD 1."
    assert changed[0][0].spans == records[0][0].spans


def test_throughput_counts_characters_and_joins_texts() -> None:
    assert list(joined(["aaaa", "bbbb", "cc"], size=10)) == ["aaaa\nbbbb\n"]
    slow = rate(lambda texts: time.sleep(0.01), ["x" * 100])
    assert 1_000 < slow <= 10_000
