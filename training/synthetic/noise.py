"""Make texts as untidy as real ones. All works on pieces, so that no offset can go wrong."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from .pools import strip_accents
from .templates import Piece

_OCR = {"l": "1", "1": "l", "O": "0", "0": "O", "I": "l", "S": "5", "B": "8", "m": "rn", "e": "c"}
_WORD = re.compile(r"[^\W\d_]{4,}")


def _each(pieces: list[Piece], change: Callable[[str], str]) -> list[Piece]:
    return [Piece(change(piece.text), piece.type) for piece in pieces]


def lower(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    return _each(pieces, str.lower)


def upper(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    return _each(pieces, str.upper)


def accents(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    return _each(pieces, strip_accents)


def _typo(word: str, rng: random.Random) -> str:
    at = rng.randrange(len(word) - 1)
    roll = rng.random()
    if roll < 0.4:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + word[at + 1 :] if roll < 0.7 else word[:at] + word[at] + word[at:]


def typos(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """Misspell some of the words that are not marked."""
    return [
        piece
        if piece.type
        else Piece(_WORD.sub(lambda m: _typo(m[0], rng) if rng.random() < 0.08 else m[0], piece.text))
        for piece in pieces
    ]


def ocr(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """Misread letters, in marked values too."""

    def misread(text: str) -> str:
        return "".join(_OCR.get(char, char) if rng.random() < 0.06 else char for char in text)

    return _each(pieces, misread)


def spaces(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """Double a space here and there, or make it one that does not break."""

    def widen(text: str) -> str:
        return re.sub(
            " ", lambda _: rng.choice(("  ", "\u00a0", "\u00a0", "   ")) if rng.random() < 0.15 else " ", text
        )

    return _each(pieces, widen)


def carriage_returns(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    return _each(pieces, lambda text: text.replace("\n", "\r\n"))


def redacted(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """Put placeholders for some or all of the values: what an anonymiser has gone over has nothing left to find."""
    share = rng.choice((1.0, 1.0, 0.6, 0.3))
    form = rng.choice(
        (
            "<{}>",
            "<{}>",
            "[{}]",
            "[{}]",
            "<{}_{n}>",
            "[{}_{n}]",
            "{{{{{}}}}}",
            "***{}***",
            "XXXX",
            "****",
            "[REDACTED]",
            "█████",
        )
    )
    return [
        Piece(form.format(piece.type, n=rng.randint(1, 9))) if piece.type and rng.random() < share else piece
        for piece in pieces
    ]


#: Share of the documents that get each; spelling goes before case, line ends come last.
NOISES: tuple[tuple[float, Callable[[list[Piece], random.Random], list[Piece]]], ...] = (
    (0.04, redacted),
    (0.03, typos),
    (0.02, ocr),
    (0.02, accents),
    (0.08, lower),
    (0.03, upper),
    (0.03, spaces),
    (0.02, carriage_returns),
)


def roughen(pieces: list[Piece], rng: random.Random) -> list[Piece]:
    """Apply each noise with its own probability."""
    for share, change in NOISES:
        if rng.random() < share:
            pieces = change(pieces, rng)
    return pieces
