"""One module per kind of data; adding the file adds the recognizer.

A module says what it adds in ``RECOGNIZERS``, a tuple of values with a ``find`` method.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

from deckname.findings import Passage
from deckname.text import normalise

if TYPE_CHECKING:
    from deckname.detector import Recognizer


def discover() -> list[Recognizer]:
    """Return the recognizers of every module of this package, in the order of the modules' names."""
    names = sorted(module.name for module in pkgutil.walk_packages(__path__, prefix=f"{__name__}."))
    return [recognizer for name in names for recognizer in getattr(import_module(name), "RECOGNIZERS", ())]


def values(recognizers: Iterable[Recognizer], text: str, *, context: tuple[str, ...] = ()) -> list[str]:
    """Return the folded values that are found, in text order: for doctests, and to try a recognizer at the prompt."""
    folded = normalise(text).text
    found = {
        (item.span.start, item.span.end)
        for recognizer in recognizers
        for findings in recognizer.find([Passage(folded, context)])
        for item in findings.evidence
    }
    return [folded[start:end] for start, end in sorted(found)]
