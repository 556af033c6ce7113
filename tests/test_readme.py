"""The README is a test: its calls are made, and their answers are what it shows."""

from __future__ import annotations

import json
import re
from typing import Any

from benchmarks.readme import METRICS, README, accuracy, answers, rewrite


def without_scores(answer: Any) -> Any:
    """Scores may differ in the last digits from one CPU to another."""
    if isinstance(answer, dict):
        return {name: "…" if name == "score" else without_scores(value) for name, value in answer.items()}
    if isinstance(answer, list):
        return [without_scores(each) for each in answer]
    return "…" if isinstance(answer, float) else answer


def test_the_readmes_calls_are_answered_as_it_says() -> None:
    readme = README.read_text(encoding="utf-8")
    shown = {
        f"/{name}": json.loads(body)
        for name, body in re.findall(r"<!-- begin answer (\w+) -->\n```json\n(.*?)```", readme, re.DOTALL)
    }
    assert sorted(shown) == ["/detect", "/redact"]
    assert without_scores(answers(readme)) == without_scores(shown)


def test_the_readmes_figures_are_those_of_the_shipped_model() -> None:
    readme = README.read_text(encoding="utf-8")
    assert rewrite(readme, {"accuracy": accuracy(json.loads(METRICS.read_text()))}) == readme
