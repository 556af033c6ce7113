"""JSON documents: strings, numbers and keys, with the nearest keys as context.

Layout, order, escapes and duplicate keys of what is not replaced stay as they are. Pictures within (``data:``
addresses, the outputs of notebooks) are blanked.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import BinaryIO

from deckname.errors import InvalidRequest, UnsupportedFile
from deckname.files import blank
from deckname.files.encoding import encoded
from deckname.files.format import Batch, Value
from deckname.files.json_values import (
    Kind,
    Scalar,
    Selection,
    check_scalar,
    context,
    distinct_keys,
    scalars,
    shown,
    spelled,
    well_formed,
)
from deckname.files.nodes import BATCH, splice
from deckname.files.whole import read, text_of
from deckname.redact import Redacted

_PICTURE = re.compile(r"image/([\w.+-]+)")
_OVERHEAD = 50  # what a value costs besides its text, in characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Json:
    """A JSON document. ``pointers`` (RFC 6901) choose values, all by default; ``images`` as for HTML."""

    pointers: tuple[str, ...] = ()
    encoding: str | None = None
    images: blank.Images = "blank"

    def read(self, source: BinaryIO) -> Iterator[Batch]:
        """Yield the document in batches."""
        text, encoding = text_of(read(source), self.encoding)
        start = 1 if text.startswith("\ufeff") else 0
        problem = well_formed(text[start:])
        if problem:
            raise InvalidRequest(f"the document {problem}")
        selection = Selection.of(self.pointers)
        document = _Document(text, encoding, self.images)
        found = 0
        for scalar in scalars(text, start):
            if not selection.holds(scalar.path):
                continue
            found += 1
            if document.size >= BATCH:
                yield document.batch(scalar.start)
            document.take(scalar)
        if self.pointers and not found:
            raise InvalidRequest(f"the document has nothing at {selection}; name the right place")
        yield document.batch(len(text))


@dataclass(slots=True)
class _Document:
    text: str = field(repr=False)
    encoding: str
    images: blank.Images
    start: int = 0
    size: int = 0
    found: list[Scalar] = field(default_factory=list)
    fixed: dict[int, str] = field(
        default_factory=dict, repr=False
    )  # which of them are pictures, and what becomes of them

    def take(self, scalar: Scalar) -> None:
        if "\\u" in self.text[scalar.start : scalar.end]:
            check_scalar(scalar, f"at {shown(scalar.path)}")
        if scalar.kind is Kind.STRING:
            new = self._picture(scalar)
            if new is not None:
                self.fixed[len(self.found)] = new
        self.found.append(scalar)
        self.size += len(scalar.text) + _OVERHEAD

    def batch(self, end: int) -> Batch:
        values = tuple(
            Value(scalar.text, () if scalar.kind is Kind.KEY else context(scalar.path), shown(scalar.path))
            for index, scalar in enumerate(self.found)
            if index not in self.fixed
        )
        render = partial(_render, self.text, (self.start, end), self.found, self.fixed, self.encoding)
        self.start, self.size, self.found, self.fixed = end, 0, [], {}
        return Batch(values, render)

    def _picture(self, scalar: Scalar) -> str | None:
        """Return what stands in place of an embedded picture; None where there is none."""
        place = shown(scalar.path)
        if scalar.text[:5].lower() == "data:" and "," in scalar.text:
            return blank.data_url(scalar.text, self.images, place)
        key = next((step for step in reversed(scalar.path) if isinstance(step, str)), "")
        match = _PICTURE.fullmatch(key)
        if match is None or match[1] == "svg+xml" or self.images == "keep":
            return None
        if self.images == "refuse":
            raise UnsupportedFile(f"{place}: an embedded picture; allow pictures to be blanked or kept")
        return base64.b64encode(blank.picture(match[1]) or b"").decode()


def _render(
    text: str,
    where: tuple[int, int],
    found: Sequence[Scalar],
    fixed: dict[int, str],
    encoding: str,
    redacted: Sequence[Redacted],
) -> bytes:
    results = iter(redacted)
    new = [(scalar, fixed[index] if index in fixed else next(results).text) for index, scalar in enumerate(found)]
    keys = [each for each in new if each[0].kind is Kind.KEY]
    changed = [(scalar, fresh) for scalar, fresh in new if scalar.kind is not Kind.KEY and fresh != scalar.text]
    if any(fresh != scalar.text for scalar, fresh in keys):
        changed += [(scalar, fresh) for scalar, fresh in distinct_keys(keys) if fresh != scalar.text]
    ascii_only = text.isascii() or not encoding.startswith("utf-")
    edits = [(scalar.start, scalar.end, spelled(scalar, fresh, ascii_only=ascii_only)) for scalar, fresh in changed]
    return encoded(splice(text, edits, *where), encoding)
