import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckname.detector import Detector, Options
from deckname.errors import Incomplete, InvalidText
from deckname.pattern import AFTER, BEFORE, Pattern
from deckname.redact import redact
from deckname.span import Span
from deckname.stream import Counter, Piece, combined_score, detect_stream
from deckname.text import OffsetUnit, convert_offsets

PATTERNS = [
    Pattern(type="PHONE_NUMBER", regex=r"(?<![\d-])\d{3}-\d{2,4}(?![\d-])", score=0.8),
    Pattern(type="US_SSN", regex=r"(?<![\w-])\w\d{2}-\d{2}(?![\w-])", score=0.6),
    Pattern(type="EMAIL_ADDRESS", regex=r"(?<![a-z@.])[a-z]{1,6}@[a-z]{1,4}(?![a-z@])", score=0.9),
    Pattern(type="ID_NUMBER", regex=r"(?<!\d)\d{4}(?!\d)", score=0.0, context=("id*",), context_score=0.7),
    Pattern(type="ADDRESS", regex=r"(?<!a)a\nb\n(?P<value>[a-c]{2})(?![a-c])", score=0.9),
]
DETECTOR = Detector(PATTERNS)
REACH = BEFORE + AFTER + 20  # a match and what it looks at

_PARTS = ["123-45", "123-4567", "1234", "id ", "ids\n", "ab@cd", "a\nb\ncc", "\n\n", "\r\n", " ", "-", "@", "é", "😀"]
_PARTS += ["e\u0301", "\u200b", "\uff11\uff12\uff13", "\0", "\ufeff", "<PERSON>"]

# Runs of what the patterns are about, and of what gets in their way.
texts = st.lists(
    st.one_of(
        st.sampled_from(_PARTS),
        st.text(st.sampled_from("ab1-@ ."), max_size=5),
        st.integers(1, 150).map(lambda count: "." * count),
    ),
    max_size=25,
).map("".join)


@st.composite
def chunked(draw: st.DrawFn) -> tuple[str, list[str]]:
    text = draw(texts)
    edges = sorted({0, len(text), *draw(st.lists(st.integers(0, len(text)), max_size=6))})
    return text, [text[start:end] for start, end in itertools.pairwise(edges)]


@settings(max_examples=400, deadline=None)
@given(chunked(), st.integers(1, 200), st.integers(REACH, 3 * REACH))
def test_the_stream_finds_what_the_whole_text_holds(drawn: tuple[str, list[str]], core: int, margin: int) -> None:
    text, chunks = drawn
    pieces = list(detect_stream(DETECTOR, chunks, core=core, margin=margin))
    assert "".join(piece.text for piece in pieces) == text
    assert tuple(span for piece in pieces for span in piece.spans) == DETECTOR.detect(text).spans
    assert any(piece.contains_pii for piece in pieces) == DETECTOR.detect(text).contains_pii


@settings(max_examples=200, deadline=None)
@given(chunked(), st.integers(1, 30), st.integers(0, 30))
def test_pieces_are_the_text_and_hold_their_spans_however_small_the_margin(
    drawn: tuple[str, list[str]], core: int, margin: int
) -> None:
    text, chunks = drawn
    greedy = Detector([*PATTERNS, Pattern(type="PERSON", regex=r"[a-z]+", score=0.5)])
    position = 0
    for piece in detect_stream(greedy, chunks, core=core, margin=margin):
        assert piece.start == position
        assert piece.text == text[position : position + len(piece.text)] != ""
        edges = [edge for span in piece.local for edge in (span.start, span.end)]
        assert edges == sorted(edges)
        assert all(0 <= edge <= len(piece.text) for edge in edges)
        position += len(piece.text)
    assert position == len(text)


@settings(max_examples=100, deadline=None)
@given(chunked(), st.integers(1, 100))
def test_pieces_redacted_one_by_one_are_the_text_redacted(drawn: tuple[str, list[str]], core: int) -> None:
    text, chunks = drawn
    pieces = detect_stream(DETECTOR, chunks, core=core, margin=REACH)
    assert (
        "".join(redact(piece.text, piece.local).text for piece in pieces)
        == redact(text, DETECTOR.detect(text).spans).text
    )


@given(chunked(), st.integers(1, 100), st.sampled_from(OffsetUnit))
@settings(max_examples=100, deadline=None)
def test_offsets_lines_and_columns_count_through_the_pieces(
    drawn: tuple[str, list[str]], core: int, unit: OffsetUnit
) -> None:
    text, chunks = drawn
    counter = Counter(unit)
    for piece in detect_stream(DETECTOR, chunks, core=core, margin=REACH):
        edges = [edge for span in piece.spans for edge in (span.start, span.end)]
        assert list(itertools.chain(*counter.offsets(piece))) == convert_offsets(text, edges, unit)
        before = [text[: span.start] for span in piece.spans]
        assert counter.positions(piece) == [(each.count("\n") + 1, len(each) - each.rfind("\n")) for each in before]


def test_a_value_longer_than_the_margin_is_not_cut() -> None:
    detector = Detector([Pattern(type="SECRET", regex=r"(?<!k)k+", score=0.9)])
    text = "." * 8 + "k" * 30 + "." * 10
    spans = [s for piece in detect_stream(detector, list(text), core=10, margin=4) for s in piece.spans]
    assert spans == [Span(8, 38, "SECRET", 0.9, "pattern")]


def test_a_value_without_end_stays_covered_and_memory_bounded() -> None:
    detector = Detector([Pattern(type="SECRET", regex=r"k+", score=0.9)])
    pieces = list(detect_stream(detector, ["k" * 1000], core=10, margin=4))
    assert "".join(redact(piece.text, piece.local).text for piece in pieces).count("k") == 0
    assert max(len(piece.text) for piece in pieces) < 100


def test_a_core_ends_at_the_best_break_near_its_end() -> None:
    detector = Detector([])
    for text, first in [
        ("aaaaaaa\n\na\nb cccccc", "aaaaaaa\n\n"),
        ("aaaaaaaa\naa b cccc", "aaaaaaaa\n"),
        ("aaaaaaaaaa bbbbbb", "aaaaaaaaaa "),
        ("a aaaaaaaaaaaaaaaa", "a aaaaaaaaaa"),
        ("aaaaaa\r\n\r\nab ccccc", "aaaaaa\r\n\r\n"),
    ]:
        pieces = list(detect_stream(detector, [text], core=12 if "\r" not in text else 11, margin=2))
        assert pieces[0].text == first


def test_an_empty_text_has_no_pieces() -> None:
    assert list(detect_stream(DETECTOR, [])) == []
    assert list(detect_stream(DETECTOR, ["", ""])) == []


def test_a_lone_surrogate_is_refused_where_it_stands() -> None:
    with pytest.raises(InvalidText, match="character 25"):
        list(detect_stream(DETECTOR, ["." * 25, "\ud800", "." * 9], core=5, margin=3))


def test_a_recognizer_that_fails_is_a_warning_or_an_error() -> None:
    def burst(value: str) -> bool:
        raise RuntimeError(value)

    broken = Detector([Pattern(type="PERSON", regex="a", score=0.9, valid=burst)])
    warnings = [piece.warnings for piece in detect_stream(broken, ["b" * 20 + "a"], core=5, margin=2)]
    assert [bool(each) for each in warnings][-1]
    with pytest.raises(Incomplete):
        list(detect_stream(broken, ["b" * 20 + "a"], options=Options(fail_closed=True), core=5, margin=2))


def test_core_and_margin_make_sense() -> None:
    for core, margin in [(0, 1), (1, -1)]:
        with pytest.raises(ValueError, match="core must be"):
            list(detect_stream(DETECTOR, ["a"], core=core, margin=margin))


def test_the_source_is_read_as_it_is_needed() -> None:
    taken = 0

    def chunks() -> Iterator[str]:
        nonlocal taken
        for _ in range(1000):
            taken += 1
            yield "a " * 5

    next(detect_stream(DETECTOR, chunks(), core=50, margin=10))
    assert taken < 10


def test_scores_of_pieces_combine() -> None:
    assert combined_score([]) == 0.0
    assert combined_score([0.98765]) == 0.98765
    assert combined_score([0.5, 0.5]) == 0.75


def test_a_piece_shows_no_text() -> None:
    assert "Ada" not in repr(Piece("Ada", 0, (Span(0, 3, "PERSON"),)))
