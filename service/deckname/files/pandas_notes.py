"""What pandas notes in the metadata of a table: names, index and types, and whatever somebody attached.

https://pandas.pydata.org/docs/development/developer.html
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pyarrow as pa

_NAMES = ("name", "field_name")
_COLUMN_FACTS = ("num_categories", "ordered", "timezone", "encoding", "precision", "scale")


def _pandas_tables(given: bytes | None) -> dict[str, Any] | None:
    try:
        told = json.loads(given or b"null")
    except ValueError:
        return None
    return told if isinstance(told, dict) else None


def pandas_names(given: bytes | None) -> list[str]:
    """Return all names in the metadata of pandas."""
    told = _pandas_tables(given) or {}
    tables = [each for key in ("columns", "column_indexes", "index_columns") for each in told.get(key) or ()]
    names = [each.get(name) for each in tables if isinstance(each, dict) for name in _NAMES]
    return [name for name in [*names, *tables] if isinstance(name, str)]


def pandas_metadata(given: bytes | None, *, cast: set[str], rename: Callable[[str], str] = str) -> bytes | None:
    """Return what pandas keeps in a table, where it is known what it says; ``attributes`` may hold anything and go.

    ``cast`` are columns that became text.

    https://pandas.pydata.org/docs/development/developer.html
    """
    told = _pandas_tables(given)
    if told is None:
        return None

    def named(value: Any) -> Any:
        return rename(value) if isinstance(value, str) else None

    def column(each: dict[str, Any]) -> dict[str, Any]:
        is_cast = each.get("field_name") in cast
        facts = each.get("metadata")
        kept = {key: facts[key] for key in _COLUMN_FACTS if key in facts} if isinstance(facts, dict) else None
        if is_cast:
            types: dict[str, Any] = {"pandas_type": "unicode", "numpy_type": "object", "metadata": None}
        else:
            types = {key: _type_word(each.get(key)) for key in ("pandas_type", "numpy_type")} | {"metadata": kept}
        return {name: named(each.get(name)) for name in _NAMES} | types

    def index(each: Any) -> Any:
        if not isinstance(each, dict):
            return named(each)
        bounds = {key: each.get(key) for key in ("start", "stop", "step") if isinstance(each.get(key), int)}
        return {"kind": "range", "name": named(each.get("name"))} | bounds

    kept: dict[str, Any] = {
        "index_columns": [index(each) for each in told.get("index_columns") or ()],
        "column_indexes": [column(each) for each in told.get("column_indexes") or () if isinstance(each, dict)],
        "columns": [column(each) for each in told.get("columns") or () if isinstance(each, dict)],
        "creator": {"library": "pyarrow", "version": pa.__version__},
        "pandas_version": str(told.get("pandas_version", ""))[:20],
    }
    return json.dumps(kept).encode()


def _type_word(given: Any) -> str | None:
    return given if isinstance(given, str) and len(given) < 40 else None
