"""Lines of JSON, in and out; a line that is none is a bad row and not the end."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from training.convert.drafts import Bad


def objects(path: Path) -> Iterator[tuple[str, dict[str, Any] | Bad]]:
    """Yield the place and the object of each line that is not empty."""
    with path.open(encoding="utf-8-sig") as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                yield f"line {number}", _object(line, f"line {number}")


def _object(line: str, place: str) -> dict[str, Any] | Bad:
    try:
        found: object = json.loads(line)
    except (ValueError, RecursionError):
        found = None
    return found if isinstance(found, dict) else Bad(place, "is not a JSON object")


def write_lines(path: Path, objects_: Iterable[Mapping[str, Any]]) -> None:
    """Write one object a line."""
    with path.open("w", encoding="utf-8") as stream:
        for each in objects_:
            stream.write(json.dumps(each, ensure_ascii=False) + "\n")
