"""What hypothesis draws from."""

from __future__ import annotations

from hypothesis import strategies as st

from deckname.span import Span

#: Any Unicode text without lone surrogates, with a bias to what breaks offsets.
AWKWARD = [
    "😀",
    "👩‍👩‍👧",
    "e\u0301",
    "\u200b",
    "\u00ad",
    "\r\n",
    "ﷺ",
    "שלום",
    "مرحبا",
    "\u202e",
    "Ａ",
    "१२",
    "ﬁ",
    "\x00",
    "\ufeff",
    "İ",
]
unicode_text = st.lists(
    st.one_of(st.sampled_from(AWKWARD), st.text(st.characters(exclude_categories=["Cs"]), max_size=5)), max_size=12
).map("".join)

TYPES = ["PERSON", "ADDRESS", "PHONE_NUMBER", "NATIONAL_ID", "US_SSN"]


@st.composite
def spans(draw: st.DrawFn, *, below: int = 40) -> Span:
    """A span within the first ``below`` characters."""
    start = draw(st.integers(0, below - 1))
    end = draw(st.integers(start + 1, below))
    score = draw(st.sampled_from([0.05, 0.5, 0.55, 0.9, 1.0]))
    return Span(start, end, draw(st.sampled_from(TYPES)), score, draw(st.sampled_from(["pattern", "model"])))
