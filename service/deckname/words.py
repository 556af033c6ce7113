"""Words: what the model decides about. Training and serving cut text in the same way."""

from __future__ import annotations

from collections.abc import Sequence

import regex

#: A run of letters, marks and digits; a line break (the model's own token); or one other visible character.
#: In scripts written without spaces each character is a word.
_WORD = regex.compile(
    r"\r?\n|[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]|(?:(?![\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}])[\p{L}\p{M}\p{N}])+|[^\s]"
)
_LONGEST = 64  # characters: a longer run (base64, a hash) is cut, so that no word fills a window
#: SentencePiece's mark for "a space stood before this".
SPACE = "\u2581"
#: What a line break becomes before it meets the tokenizer's vocabulary.
BREAK = "<nl>"


def words(folded: str) -> list[tuple[int, int]]:
    """Return the half-open ranges of the words of a folded text.

    >>> text = "Dr. O'Neil,\\n12a"
    >>> [text[start:end] for start, end in words(text)]
    ['Dr', '.', 'O', "'", 'Neil', ',', '\\n', '12a']
    """
    found: list[tuple[int, int]] = []
    for match in _WORD.finditer(folded):
        start, end = match.span()
        while end - start > _LONGEST:
            found.append((start, start + _LONGEST))
            start += _LONGEST
        found.append((start, end))
    return found


def pretokens(folded: str, ranges: Sequence[tuple[int, int]]) -> list[str]:
    """Return the words as the tokenizer wants them: marked where a space, a line break or nothing stood before.

    >>> pretokens("Ada (b)\\nx", words("Ada (b)\\nx"))
    ['▁Ada', '▁(', 'b', ')', '<nl>', '▁x']
    """
    found: list[str] = []
    previous = -1
    for start, end in ranges:
        word = folded[start:end]
        if word[-1] == "\n":
            found.append(BREAK)
            previous = -1
            continue
        found.append(word if start == previous else SPACE + word)
        previous = end
    return found


def windows(lengths: Sequence[int], *, tokens: int, overlap: int) -> list[tuple[int, int]]:
    """Return half-open ranges of words whose token ``lengths`` fit ``tokens``; neighbours share ``overlap`` at most.

    Every word is in a window, and only the text decides where windows lie.

    >>> windows([2, 2, 2, 2, 2], tokens=6, overlap=2)
    [(0, 3), (2, 5)]
    """
    found: list[tuple[int, int]] = []
    first = 0
    while first < len(lengths):
        end, used = first, 0
        while end < len(lengths) and (end == first or used + lengths[end] <= tokens):
            used += lengths[end]
            end += 1
        found.append((first, end))
        if end == len(lengths):
            break
        following, shared = end, 0
        # The next window must have room for a word that this one had not.
        while following - 1 > first and shared + lengths[following - 1] <= min(overlap, tokens - lengths[end]):
            following -= 1
            shared += lengths[following]
        first = following
    return found
