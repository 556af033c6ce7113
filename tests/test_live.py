import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckname.detector import Detector, Options
from deckname.errors import DeadlineExceeded, InvalidText
from deckname.live import Live, Size
from deckname.pattern import Pattern
from deckname.policy import Policy, Replace
from deckname.redact import redact
from deckname.session import Session

DETECTOR = Detector(
    [
        Pattern(type="US_SSN", regex=r"(?<![\d-])\d{3}-\d\d-\d{4}(?![\d-])", score=0.9),
        Pattern(type="EMAIL_ADDRESS", regex=r"(?<![\w@.])[\w.]+@[\w.]+\w", score=0.9),
        Pattern(type="SECRET", regex=r"-----BEGIN PRIVATE KEY-----[\w\s]+-----END PRIVATE KEY-----", score=0.9),
    ]
)
parts = ["536-90-4399", "ada@example.org", " ", "\n", "see ", "-", "1", "é", "😀", "<US_SSN>", "x" * 60, "word " * 20]
texts = st.lists(st.sampled_from(parts), max_size=30).map("".join)


def redacted(chunks: Sequence[str], hold_back: int = 60, policy: Policy | None = None) -> list[str]:
    """Return what goes on after each chunk, and at the end."""
    live = Live(DETECTOR, Options(), policy or Policy(), Session(), Size.holding(hold_back))
    told = []
    for chunk in chunks:
        live.feed(chunk)
        told.append(live.advance())
    live.end()
    return [*told, live.advance()]


def chunks_of(text: str, edges: list[int]) -> list[str]:
    marks = sorted({0, len(text), *(edge % (len(text) + 1) for edge in edges)})
    return [text[start:end] for start, end in itertools.pairwise(marks)]


@settings(max_examples=150)
@given(texts, st.lists(st.integers(0, 5000), max_size=8), st.integers(60, 400))
def test_a_stream_is_redacted_like_the_whole_however_it_is_cut(text: str, edges: list[int], hold_back: int) -> None:
    whole = redact(text, DETECTOR.detect(text).spans).text
    assert "".join(redacted(chunks_of(text, edges), hold_back)) == whole


@settings(max_examples=60)
@given(texts, st.lists(st.integers(0, 5000), max_size=8), st.integers(16, 60))
def test_where_it_is_cut_changes_nothing_even_where_windows_are_too_small(
    text: str, edges: list[int], hold_back: int
) -> None:
    assert "".join(redacted(chunks_of(text, edges), hold_back)) == "".join(redacted([text], hold_back))


def test_no_more_is_held_back_than_was_said() -> None:
    live = Live(DETECTOR, Options(), Policy(), Session(), Size.holding(100))
    arrived = gone = 0
    for _ in range(200):
        live.feed("a word ")
        arrived += 7
        gone += len(live.advance())
        assert arrived - gone <= 100 + 7
    live.end()
    assert gone + len(live.advance()) == arrived


def test_a_script_without_spaces_is_not_held_either() -> None:
    live = Live(DETECTOR, Options(), Policy(), Session(), Size.holding(100))
    live.feed("東京都渋谷区" * 50)
    assert len(live.advance()) >= 200


def test_a_value_longer_than_what_is_held_back_is_waited_for() -> None:
    long = "ada" * 300 + "@example.org"
    assert "".join(redacted([*f"write to {long} now"])) == "write to <EMAIL_ADDRESS> now"
    key = "-----BEGIN PRIVATE KEY-----\n" + "MIIE vQIB ADAN\n" * 120 + "-----END PRIVATE KEY-----"
    assert "".join(redacted([*f"the key: {key} is lost"])) == "the key: <SECRET> is lost"


def test_a_key_without_its_end_is_let_go_at_last() -> None:
    text = "-----BEGIN PRIVATE KEY-----\n" + "MIIE vQIB ADAN\n" * 1000
    told = redacted([text[at : at + 500] for at in range(0, len(text), 500)])
    assert "".join(told) == text
    assert any(told[:-1])


def test_numbers_of_placeholders_go_through_the_whole_stream() -> None:
    numbered = Policy(default=Replace(with_="<{type}_{n}>"))
    text = "a@example.org " + "word " * 100 + "b@example.org and a@example.org"
    assert "".join(redacted([text], policy=numbered)).split("word")[-1] == " <EMAIL_ADDRESS_2> and <EMAIL_ADDRESS_1>"


def test_halves_of_a_character_are_put_together_and_a_lone_one_is_refused() -> None:
    assert "".join(redacted(["a \ud83d", "", "\ude00 b"])) == "a 😀 b"
    for wrong in (["\ud83d"], ["\ud83d", "a"], ["\ude00"]):
        with pytest.raises(InvalidText):
            redacted(wrong)


def test_time_over_is_an_error() -> None:
    live = Live(DETECTOR, Options(), Policy(), Session(), Size.holding(60), deadline=0.0)
    live.feed("a")
    live.end()
    with pytest.raises(DeadlineExceeded):
        live.advance()
