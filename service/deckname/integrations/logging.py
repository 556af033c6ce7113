"""Log records without personal data: a filter, a formatter, and a processor for structlog.

>>> import logging, sys
>>> handler = logging.StreamHandler(sys.stdout)
>>> handler.addFilter(RedactingFilter())
>>> logger = logging.Logger("shop")
>>> logger.addHandler(handler)
>>> logger.warning("payment by %s failed", "ada@example.org")
payment by <EMAIL_ADDRESS> failed

They look for what patterns find, as the profile "logs" says. Names of people take a model, and a millisecond or more a
record: hand in ``deckname.load()`` and ``profile="default"``. They never raise: a record that cannot be looked through
is withheld.
"""

from __future__ import annotations

import copy
import io
import logging
import traceback
from collections.abc import Callable, MutableMapping
from contextvars import ContextVar
from functools import lru_cache
from types import TracebackType
from typing import Any, TypedDict, Unpack

import deckname
from deckname.detector import Detector, Options
from deckname.integrations.values import ValueRedactor
from deckname.keys import Keyring
from deckname.policy import Policy

#: What stands in the place of a record that could not be looked through.
WITHHELD = "record withheld: it could not be looked through for personal data"
#: The longest message that is looked through, in characters; what follows is cut off.
LONGEST = 100_000
#: Records that the detector itself writes while it looks through one are let through: ours hold no text.
_looking: ContextVar[bool] = ContextVar("deckname.integrations.logging", default=False)
#: What every record carries, none of it a caller's save the message, its arguments and what was raised.
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class Settings(TypedDict, total=False):
    """What to look for and what becomes of it; ``profile`` is "logs" unless told, and stands behind the others."""

    policy: Policy | None
    options: Options | None
    profile: str | None
    keys: Keyring | None


@lru_cache(maxsize=1)
def _patterns() -> Detector:
    return deckname.load("none")


class RecordRedactor:
    """What the filter, the formatter and the processor have in common."""

    def __init__(self, detector: Detector | None = None, **settings: Unpack[Settings]) -> None:
        self._values = ValueRedactor.of(detector or _patterns(), **({"profile": "logs"} | settings))

    def record(self, record: logging.LogRecord) -> None:
        """Redact a record in place: message, arguments, exception, stack, and what came as ``extra``."""
        if _looking.get():
            return
        token = _looking.set(True)
        try:
            changed = self._changed(record)
        except Exception:  # a log call must not fail, and what went wrong may quote the record
            changed = {"msg": WITHHELD, "args": (), "exc_info": None, "exc_text": None, "stack_info": None}
            changed |= dict.fromkeys(vars(record).keys() - _STANDARD)
        finally:
            _looking.reset(token)
        vars(record).update(changed)

    def mapping(self, values: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        """Return a mapping without personal data; all of it is withheld where that fails."""
        if _looking.get():
            return values
        token = _looking.set(True)
        try:
            redacted = self._values.value({name: _plain(value) for name, value in values.items()})
        except Exception:  # as above
            return {"event": WITHHELD}
        finally:
            _looking.reset(token)
        return dict(redacted)

    def _changed(self, record: logging.LogRecord) -> dict[str, Any]:
        # The message as a whole: a format and its argument may make an address together.
        texts = {"msg": record.getMessage()}
        if record.exc_info and record.exc_info[0]:
            texts["exc_text"] = _formatted(record.exc_info)
        elif record.exc_text:
            texts["exc_text"] = record.exc_text
        if record.stack_info:
            texts["stack_info"] = record.stack_info
        texts = {name: text[:LONGEST] for name, text in texts.items()}
        own = {name: _plain(value) for name, value in vars(record).items() if name not in _STANDARD}
        redacted = self._values.texts(list(texts.values()), [()] * len(texts))
        # Formatters of other libraries would format the exception anew: its text stays, the exception goes.
        return {"args": (), "exc_info": None, **dict(zip(texts, redacted, strict=True)), **self._values.value(own)}


class RedactingFilter(logging.Filter):
    """Redacts every record that comes by; on a handler it covers all loggers that write to it.

    The record is changed for the handlers that come after, too.
    """

    def __init__(self, detector: Detector | None = None, **settings: Unpack[Settings]) -> None:
        super().__init__()
        self._redactor = RecordRedactor(detector, **settings)

    def filter(self, record: logging.LogRecord) -> bool:
        self._redactor.record(record)
        return True


class RedactingFormatter(logging.Formatter):
    """Formats a redacted copy of each record by another formatter; the record itself stays as it was."""

    def __init__(
        self,
        formatter: logging.Formatter | None = None,
        *,
        detector: Detector | None = None,
        **settings: Unpack[Settings],
    ) -> None:
        super().__init__()
        self._formatter = formatter or logging.Formatter()
        self._redactor = RecordRedactor(detector, **settings)

    def format(self, record: logging.LogRecord) -> str:
        redacted = copy.copy(record)
        self._redactor.record(redacted)
        return self._formatter.format(redacted)


def processor(
    detector: Detector | None = None, **settings: Unpack[Settings]
) -> Callable[[Any, str, MutableMapping[str, Any]], MutableMapping[str, Any]]:
    """Return a processor for structlog: put it last but for the renderer, behind ``format_exc_info``."""
    redactor = RecordRedactor(detector, **settings)

    def redact(logger: Any, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        return redactor.mapping(event)

    return redact


def install(
    logger: logging.Logger | None = None, *, detector: Detector | None = None, **settings: Unpack[Settings]
) -> RedactingFilter:
    """Put one filter on all handlers of a logger, of the root logger unless told, and return it."""
    added = RedactingFilter(detector, **settings)
    for handler in (logger or logging.getLogger()).handlers:
        handler.addFilter(added)
    return added


def _plain(value: Any) -> Any:
    """Return a value of which every text can be seen: what is neither text, number nor container as it is printed."""
    if value is None or isinstance(value, bool | int | float | str):
        return value[:LONGEST] if isinstance(value, str) else value
    if isinstance(value, dict):
        return {name if isinstance(name, str) else str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, BaseException):
        return "".join(traceback.format_exception(value))[:LONGEST]
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(inner) for inner in value]
    if isinstance(value, TracebackType):
        return "".join(traceback.format_tb(value))[:LONGEST]
    return str(value)[:LONGEST]


def _formatted(exc_info: Any) -> str:
    told = io.StringIO()
    traceback.print_exception(*exc_info, file=told)
    return told.getvalue().rstrip("\n")
