"""Logs that count and never quote: JSON lines, and errors without their messages."""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path
from types import TracebackType

#: What every record carries; the rest is what the caller handed in as ``extra``.
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName", "color_message"}


def configure(level: str = "info") -> None:
    """Send this process's logs to standard error, ours and uvicorn's (started with ``log_config=None``)."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    chosen = logging.getLevelNamesMapping().get(level.upper(), logging.INFO)
    logging.getLogger("deckname").setLevel(chosen)
    # Below INFO uvicorn writes about connections.
    logging.getLogger("uvicorn").setLevel(max(chosen, logging.INFO))


class JsonLines(logging.Formatter):
    """One JSON object a record: time, level, logger, message, and whatever came as ``extra``."""

    def format(self, record: logging.LogRecord) -> str:
        message = record.getMessage()
        line: dict[str, object] = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            # Beside an error only the first line: asyncio goes on with the error's repr.
            "message": message.partition("\n")[0] if record.exc_info else message,
        }
        line.update({name: value for name, value in vars(record).items() if name not in _STANDARD})
        if record.exc_info and record.exc_info[1]:
            line.update(described(record.exc_info[1]))
        return json.dumps(line, default=lambda value: type(value).__name__)


def described(error: BaseException) -> dict[str, object]:
    """Return the classes of an error and its causes, and where they were raised; messages may quote the text.

    >>> described(ValueError("My name is Ada"))
    {'error': 'ValueError', 'frames': []}
    """
    classes: list[str] = []
    frames: list[str] = []
    current: BaseException | None = error
    while current is not None and len(classes) < 10:
        classes.append(type(current).__name__)
        frames += _frames(current.__traceback__)
        current = current.__cause__ or current.__context__
    return {"error": " from ".join(classes), "frames": frames}


def _frames(trace: TracebackType | None) -> list[str]:
    found: list[str] = []
    while trace is not None:
        found.append(f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return found
