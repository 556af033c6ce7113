"""One module per kind of data; adding the file adds the recognizer.

A module says what it adds in ``RECOGNIZERS``, a tuple of values with a ``find`` method, or in ``IDENTIFIERS``, a tuple
of ``deckname.identifier.Identifier``: those share one scan of the text.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

from deckname.findings import Passage
from deckname.identifier import Identifier, Identifiers
from deckname.recognizers.scan import NearHints, Scan
from deckname.text import normalise

if TYPE_CHECKING:
    from deckname.detector import Recognizer


def discover() -> list[Recognizer]:
    """Return the recognizers of every module of this package, in the order of the modules' names."""
    names = sorted(module.name for module in pkgutil.walk_packages(__path__, prefix=f"{__name__}."))
    modules = [import_module(name) for name in names]
    identifiers = [identifier for module in modules for identifier in getattr(module, "IDENTIFIERS", ())]
    recognizers = [recognizer for module in modules for recognizer in getattr(module, "RECOGNIZERS", ())]
    hinted = [recognizer for recognizer in recognizers if isinstance(recognizer, NearHints) and recognizer.hints]
    others = [recognizer for recognizer in recognizers if recognizer not in hinted]
    return [Identifiers(identifiers), Scan(hinted), *others]


def values(recognizers: Iterable[Recognizer | Identifier], text: str, *, context: tuple[str, ...] = ()) -> list[str]:
    """Return the folded values that are found, in text order: for doctests, and to try a recognizer at the prompt."""
    folded = normalise(text).text
    given = list(recognizers)
    identifiers = Identifiers([each for each in given if isinstance(each, Identifier)])
    found = {
        (item.span.start, item.span.end)
        for recognizer in (identifiers, *(each for each in given if not isinstance(each, Identifier)))
        for findings in recognizer.find([Passage(folded, context)])
        for item in findings.evidence
    }
    return [folded[start:end] for start, end in sorted(found)]
