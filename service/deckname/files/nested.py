"""Files within files: attachments of a mail, workbooks in a letter."""

from __future__ import annotations

import io
from contextvars import ContextVar
from functools import partial

from deckname.errors import UnsupportedFile
from deckname.files import format_of, named
from deckname.files.encoding import encoded
from deckname.files.format import Batch
from deckname.files.nodes import Node, batches, combined, joined
from deckname.files.whole import text_of

#: A mail in a mail in a mail ... ends here.
DEPTH = 5
_depth: ContextVar[int] = ContextVar("depth", default=0)


def read(name: str | None, data: bytes, place: str, **options: object) -> Batch:
    """Return a file within a file as one batch. ``options`` go to formats that know them.

    Raises:
        InvalidRequest: it cannot be looked through; says where it stands.
    """
    depth = _depth.get()
    if depth >= DEPTH:
        raise UnsupportedFile(f"{place}: files within files, more than {DEPTH} deep")
    token = _depth.set(depth + 1)
    try:
        kind = format_of(name, data[:8192])
        if kind == "text":
            return _text(data, place)
        known = getattr(type(named(kind)), "__dataclass_fields__", {})
        format_ = named(kind, **{key: value for key, value in options.items() if key in known})
        if getattr(format_, "appended", ""):
            raise UnsupportedFile(f"{place}: a {kind} file within a file; take it out and redact it by itself")
        return combined(list(format_.read(io.BytesIO(data))))
    finally:
        _depth.reset(token)


def _text(data: bytes, place: str) -> Batch:
    """Return a plain text as one value: the windows of several texts must not be taken for one."""
    text, encoding = text_of(data)
    layer = joined([Node(0, len(text), text)], place=place)
    return combined(list(batches(text, [[layer]], partial(encoded, encoding=encoding))))
