"""How sure a number is: by how it is written, by the numbering plans, and by what words call it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from deckname.findings import Passage
from deckname.recognizers.phone_context import Call
from deckname.recognizers.phone_plans import (
    AMERICAN,
    DUBIOUS,
    NEVER,
    TRUNK,
    VALID,
    digits_of,
    is_american,
    is_possible,
    is_trunk,
    is_valid,
    standing,
)
from deckname.recognizers.phone_shapes import PREFIXES, Body

#: Digits of the shortest numbers, of those that only a label names, and of the longest without a country's code.
SHORTEST, SHORT, MOST_NAMED = 3, 6, 14
#: Digits of numbers with a country's code (ITU-T E.164 allows fifteen), and of one that looks like a sum or a decimal.
LEAST_ABROAD, MOST_ABROAD, LEAST_APART = 6, 15, 10
#: Digits in a row, with the trunk zero, of the shortest number that only its region tells.
LEAST_TRUNK = 10
#: What stands between a short number and its label: "call 2024" is none, "Tel.: 4711" is.
APART = frozenset(":=#\n")
_SUM = re.compile(r"\(?\+ |\+[0-9]{1,3}\.[0-9]+\Z")
_IBAN = re.compile(r"[A-Z]{2}[0-9]{2} ?[A-Z]{4} ?\Z")


def score(passage: Passage, body: Body, call: Call) -> tuple[str, float]:
    """Return how far a number goes, and how sure it is: 0 for nothing."""
    value, sure = _abroad(body, call)
    return (value, sure) if sure or body.plus else _at_home(passage, body, call)


def _abroad(body: Body, call: Call) -> tuple[str, float]:
    """Return how far a number with its country's code goes, and how sure it is."""
    prefix = "" if body.plus else next((code for code in PREFIXES if body.value.startswith(code)), None)
    if prefix is None:
        return "", 0.0
    for value in _shorter(body.value):
        digits = digits_of(value).removeprefix(prefix.strip(" -"))
        if not LEAST_ABROAD <= len(digits) <= MOST_ABROAD or not (found := standing(f"+{digits}", "")):
            continue
        if call > 0:
            return value, 0.95 if found == VALID else 0.85
        if not body.plus:
            sure = 0.4 if value.isdigit() and value[2] != "4" else 0.6
            return value, sure if found == VALID and call is Call.SILENT else 0.0
        if _SUM.match(value) and (found != VALID or len(digits) < LEAST_APART):
            return "", 0.0
        if found == VALID:
            return value, 0.9 if call is Call.SILENT else 0.6
        return value, 0.6 if call is Call.SILENT and not value[1:].isdigit() else 0.0
    return "", 0.0


def _at_home(passage: Passage, body: Body, call: Call) -> tuple[str, float]:
    """Return how far a number without its country's code goes, and how sure it is."""
    if call is Call.OTHER:
        return "", 0.0
    if american := AMERICAN.match(body.value):
        value = american.group()
        whole = value == body.value or "-" in value
        return value, 0.95 if call > 0 else 0.6 if whole and is_american(value) else 0.0
    if call > 0:
        return _named(passage, body, call)
    if body.value[0] in "(0" and not _IBAN.search(passage.text, max(0, body.start - 10), body.start):
        for value in islice(_shorter(body.value), 2):
            if is_trunk(value, passage.regions):
                return value, 0.6
        # Digits in a row are many things, unless the text comes from where they are a number.
        if body.value.isdigit() and len(body.value) >= LEAST_TRUNK and is_valid(body.value, passage.regions):
            return body.value, 0.6
    return "", 0.0


def _named(passage: Passage, body: Body, call: Call) -> tuple[str, float]:
    """Return how far a number that words name goes, and how sure it is."""
    regions, label = passage.regions, call is Call.LABELLED
    for value in _shorter(body.value) if regions else ():
        sure = label if DUBIOUS.match(value) or len(digits_of(value)) < SHORT else True
        if NEVER.match(value):
            sure = label and _is_set_apart(passage, body.start) and is_valid(value, regions)
        if sure and is_possible(value, regions):
            return value, 0.95
    for value in _shorter(body.value):
        count = len(digits_of(value))
        if count > MOST_NAMED:
            continue
        if NEVER.match(value) or (DUBIOUS.match(value) and not label):
            break
        if count > SHORT:
            return value, 0.95 if TRUNK.match(value) else 0.8
        if count == SHORT:
            return value, 0.6 if label else 0.0 if value.isdigit() else 0.5
        return value, 0.55 if label and (count == SHORT - 1 or _is_set_apart(passage, body.start)) else 0.0
    return "", 0.0


def _is_set_apart(passage: Passage, start: int) -> bool:
    """Whether more than a space stands between a number and its label, or a column names it."""
    before = passage.text[max(0, start - 3) : start]
    return bool(passage.context) or "." in before or not APART.isdisjoint(before)


def _shorter(value: str) -> Iterator[str]:
    """Yield a number, and what is left of it without its last group, and so on, while it is long enough.

    >>> list(_shorter("030 123456 - 78 (9"))
    ['030 123456 - 78 (9', '030 123456 - 78', '030 123456', '030']
    """
    while len(value) >= SHORTEST:
        yield value
        value = value[: max(0, value.rfind(" "))].rstrip(" /-(")
