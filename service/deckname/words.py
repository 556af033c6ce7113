"""Words: what the model decides about. Training and serving cut text in the same way."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from deckname.text import recase

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
    quiet = in_small_letters(folded)
    for start, end in ranges:
        word = quiet[start:end]
        if word[-1] == "\n":
            found.append(BREAK)
            previous = -1
            continue
        found.append(word if start == previous else SPACE + word)
        previous = end
    return found


#: A text with this share of capitals among its letters is written in capitals, and so is a line of so many such words.
_CAPITALS, _LETTERS, _LOUD_WORDS = 0.8, 12, 5
_LOUD_WORD = regex.compile(r"\p{Lu}{2,}")


def in_small_letters(folded: str) -> str:
    """Return the text with what is written in capitals in small letters; nothing moves.

    The vocabulary has hardly a piece for words in capitals; small letters it knows. A name in capitals within a text of
    small letters stays: it says something there.

    >>> in_small_letters("PLEASE CALL MR JOHN SMITH TODAY\\nOr write to NATO or to its members.")
    'please call mr john smith today\\nOr write to NATO or to its members.'
    >>> in_small_letters("JOHN SMITH, LONDON"), in_small_letters("USA")
    ('john smith, london', 'USA')
    """
    if not _LOUD_WORD.search(folded):
        return folded
    capitals = sum(map(str.isupper, folded))
    small = sum(map(str.islower, folded))
    if capitals >= _LETTERS and capitals >= _CAPITALS * (capitals + small):
        return recase(folded, str.lower)
    return "\n".join(recase(line, str.lower) if _is_loud(line) else line for line in folded.split("\n"))


def _is_loud(line: str) -> bool:
    return not any(map(str.islower, line)) and len(_LOUD_WORD.findall(line)) >= _LOUD_WORDS


def padded(length: int, multiple: int) -> int:
    """Return the length in tokens that a window is padded to.

    >>> padded(17, 8)
    24
    """
    return -(-length // multiple) * multiple


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
