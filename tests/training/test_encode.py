from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from deckname.words import padded
from tests.conftest import LEXICON, write_model
from training.encode import Example, TagSets, batches, encode

TYPES = ("PERSON", "LOCATION", "ADDRESS")


def allowed(sets: TagSets, number: int) -> list[str]:
    return [tag for tag, yes in zip(sets.tags, sets.matrix()[number], strict=True) if yes]


def test_what_a_corpus_never_marks_may_hide_in_its_untagged_words() -> None:
    sets = TagSets(TYPES)
    assert allowed(sets, sets.number("O", False, ())) == ["O"]
    assert allowed(sets, sets.number("O", False, ("ADDRESS",))) == ["O", "B-ADDRESS", "I-ADDRESS"]


def test_alternatives_are_all_allowed_and_an_ignored_class_is_everything() -> None:
    sets = TagSets(TYPES)
    assert allowed(sets, sets.number("LOCATION|ADDRESS", True, ())) == ["B-LOCATION", "B-ADDRESS"]
    assert allowed(sets, sets.number("?", True, ())) == sets.tags


def test_words_get_the_tags_of_the_source_text_even_where_folding_moves_offsets(tmp_path: Path) -> None:
    tokenizer = Tokenizer.from_file(str(write_model(tmp_path / "m", LEXICON) / "tokenizer.json"))
    sets = TagSets(TYPES)
    document = {"text": "x\u200by Ada\u200b Lovelace in Paris", "spans": [
        {"start": 4, "end": 17, "type": "PERSON"}, {"start": 21, "end": 26, "type": "LOCATION"}]}  # fmt: skip
    (example,) = encode([json.loads(json.dumps(document))], tokenizer, sets, tokens=32, overlap=4)
    labels = [allowed(sets, int(number)) for number in example.tag_set]
    assert labels == [["O"], ["B-PERSON"], ["I-PERSON"], ["O"], ["B-LOCATION"]]
    assert example.ids[0] == 0
    assert example.ids[-1] == 2
    assert sorted(set(example.word.tolist())) == [-1, 0, 1, 2, 3, 4]


def test_batches_hold_every_example_once_at_one_padded_length_and_no_more_tokens_than_asked() -> None:
    examples = [Example(np.zeros(length, np.int32), np.zeros(length, np.int32), np.zeros(1, np.int32))
                for length in (3, 30, 7, 12, 5, 28, 9)]  # fmt: skip
    found = list(batches(examples, tokens=60, multiple=8, random=np.random.default_rng(1)))
    assert sorted(len(example.ids) for batch in found for example in batch) == [3, 5, 7, 9, 12, 28, 30]
    assert all(len({padded(len(example.ids), 8) for example in batch}) == 1 for batch in found)
    assert all(len(batch) * padded(len(batch[0].ids), 8) <= 60 for batch in found)


def test_a_span_over_lines_is_taught_line_by_line(tmp_path: Path) -> None:
    tokenizer = Tokenizer.from_file(str(write_model(tmp_path / "m", LEXICON) / "tokenizer.json"))
    sets = TagSets(TYPES)
    document = {"text": "Weg 3\n  04109 Ort", "spans": [{"start": 0, "end": 17, "type": "ADDRESS"}]}
    (example,) = encode([document], tokenizer, sets, tokens=32, overlap=4)
    labels = [allowed(sets, int(number)) for number in example.tag_set]
    assert labels == [["B-ADDRESS"], ["I-ADDRESS"], ["O"], ["B-ADDRESS"], ["I-ADDRESS"]]
