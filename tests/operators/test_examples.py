"""The examples of docs/operators.md are what the operators give."""

from __future__ import annotations

import re
from itertools import takewhile
from pathlib import Path

import pytest

from deckname.operators.general import SPARSE_ZIPS
from deckname.operators.generalize import Generalize
from deckname.operators.shifting import shifted
from deckname.operators.surrogates.kinds import surrogate
from tests.operators.keyed import case

DOCS = (Path(__file__).parents[2] / "docs/operators.md").read_text(encoding="utf-8")
#: The key of the examples.
KEY = b"0123456789abcdef0123456789abcdef"


def table(header: str) -> list[list[str]]:
    """Return the rows of the first table under a header, without their quotes."""
    lines = DOCS[DOCS.index(header) :].splitlines()[2:]
    rows = takewhile(lambda line: line.startswith("|"), lines)
    return [[cell.strip().strip("`") for cell in row.strip("|").split("|")] for row in rows]


@pytest.mark.parametrize(("type_", "value", "expected"), table("| type | value | surrogate |"))
def test_pseudonym(type_: str, value: str, expected: str) -> None:
    assert surrogate(value, type_, KEY) == expected


@pytest.mark.parametrize(("value", "expected"), table("| value | shifted by 45 days |"))
def test_date_shift(value: str, expected: str) -> None:
    assert shifted(value, 45) == expected


@pytest.mark.parametrize(("types", "given", "value", "expected"), table("| type | parameter | value | becomes |"))
def test_generalize(types: str, given: str, value: str, expected: str) -> None:
    to = re.search(r'"to": "(\w+)', given)
    operator = Generalize.model_validate({"reference_year": 2026} | ({"to": to[1]} if to else {}))
    kinds = re.findall("[A-Z_]{3,}", types) or ["DATE_TIME" if to else "ADDRESS"]
    assert [operator(value, kind, case()) for kind in kinds] == [expected] * len(kinds)


def test_the_sparse_zip_codes_are_told() -> None:
    assert (
        set(re.findall(r"\b\d{3}\b", DOCS[DOCS.index("ZIP codes that begin") : DOCS.index("become `000**`")]))
        == SPARSE_ZIPS
    )
