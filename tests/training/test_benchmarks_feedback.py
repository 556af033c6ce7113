"""The simulated reviewers of ``benchmarks.feedback`` say what is true, save where they are to err."""

from __future__ import annotations

import random
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.feedback import choice, review, reviews_of
from deckname.detector import Detector
from deckname.document import Document
from deckname.feedback.export import Record, reviewed
from deckname.feedback.store import Store
from deckname.feedback.verdicts import Feedback, Verdict
from deckname.keys import Keyring, add_key
from deckname.overlap import resolve
from deckname.pattern import Pattern
from deckname.settings import Settings
from deckname.span import Span

TEXT = "Ask Ada Example about Bob."


@st.composite
def disjoint(draw: st.DrawFn) -> tuple[Span, ...]:
    edges = sorted(draw(st.sets(st.integers(0, len(TEXT)), max_size=8)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    return tuple(Span(start, end, draw(st.sampled_from(("PERSON", "CLAIM")))) for start, end in pairs)


@given(disjoint(), disjoint())
def test_reviewers_who_never_err_give_back_the_gold(gold: tuple[Span, ...], found: tuple[Span, ...]) -> None:
    told = list(reviews_of(Document("1", TEXT, gold), found, random.Random(1), 0.0))
    verdicts = tuple(
        Verdict(each["verdict"], **{name: value for name, value in each.items() if name != "verdict"}) for each in told
    )
    assert len({(each.start, each.end, each.type) for each in verdicts}) == len(verdicts)
    (document,) = reviewed([Record("1", 0, Feedback(TEXT, "m", verdicts, whole=True))])
    assert [(span.start, span.end, span.type) for span in document.spans] == [
        (span.start, span.end, span.type) for span in resolve(gold)
    ]


def test_reviewers_who_always_err_say_the_opposite() -> None:
    ada, bob = Span(4, 7, "PERSON"), Span(22, 25, "PERSON")
    told = list(reviews_of(Document("1", TEXT, (ada, bob)), (ada, Span(0, 3, "PERSON")), random.Random(1), 1.0))
    assert [(each["verdict"], each["start"]) for each in told] == [("not_pii", 4), ("right", 0)]


def test_the_redaction_that_is_nearer_to_the_gold_is_chosen() -> None:
    ada, bob = Span(4, 7, "PERSON", 0.4), Span(22, 25, "PERSON", 0.9)
    document = Document("1", TEXT, (ada, bob))
    assert [each["best"] for each in choice(document, (ada, bob), (bob,))] == [0]
    assert [each["best"] for each in choice(Document("1", TEXT, (bob,)), (ada, bob), (bob,))] == [1]
    assert choice(document, (bob,), (bob,)) == []


def test_reviews_go_through_the_service(tmp_path: Path) -> None:
    key_file = tmp_path / "keys.json"
    add_key(key_file, "reviews")
    url = f"sqlite:///{tmp_path / 'reviews.db'}"
    settings = Settings(feedback_url=url, feedback_key="reviews", key_file=key_file)
    detector = Detector([Pattern(type="PERSON", regex="Ada|Ask", score=0.6)])
    documents = [Document("1", TEXT, (Span(4, 15, "PERSON"), Span(22, 25, "CLAIM")))]
    counted = review(documents, detector, settings, frozenset({"PERSON", "CLAIM"}), 0.0)
    assert counted == {"not_pii": 1, "wrong_edge": 1, "missed": 1}
    store = Store(url)
    (record,) = store.records(Keyring.read(key_file))
    store.close()
    assert [(span.start, span.end, span.type) for span in record.feedback.spans] == [
        (4, 15, "PERSON"),
        (22, 25, "CLAIM"),
    ]
    assert [each.best for each in record.feedback.choices] == [1]
