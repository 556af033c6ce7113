"""Write the answers and figures of README.md: nothing in them is typed by hand.

    python -m benchmarks.readme            # rewrites the parts between <!-- begin … --> and <!-- end -->
    make prove | python -m benchmarks.readme --proof -     # and the figures of tests/prove_image.sh

Answers come from the service with the shipped model, accuracy from models/small/metrics.json.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from deckname.app import create_app

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
METRICS = ROOT / "models" / "small" / "metrics.json"
#: Names that a set must hold for its figure to mean something.
ENOUGH = 50
_CURL = re.compile(r"curl -s localhost:8000(?P<path>/\w+).*?-d '(?P<body>.*?)'\n```", re.DOTALL)
_PART = re.compile(r"(<!-- begin (?P<name>[a-z ]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def requests(readme: str) -> dict[str, dict[str, Any]]:
    """Return the bodies of the README's curl calls by path."""
    return {match["path"]: json.loads(match["body"]) for match in _CURL.finditer(readme)}


def answers(readme: str) -> dict[str, dict[str, Any]]:
    """Return what the service answers to the README's curl calls, by path."""
    with TestClient(create_app()) as client:
        return {path: client.post(path, json=body).json() for path, body in requests(readme).items()}


def as_text(answer: dict[str, Any]) -> str:
    """Return an answer as the README shows it: a line for each field, and one for each span."""
    lines = []
    for name, value in answer.items():
        if name == "spans":
            spans = ",\n".join(f"    {json.dumps(span, ensure_ascii=False)}" for span in value)
            lines.append(f'  "spans": [\n{spans}\n  ]')
        else:
            lines.append(f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}")
    return "```json\n{\n" + ",\n".join(lines) + "\n}\n```\n"


def accuracy(metrics: dict[str, Any]) -> str:
    """Return the table of accuracy."""
    rows = ["| set | PERSON, strict F1 | characters of names left uncovered |", "|---|---|---|"]
    for name, report in metrics["sets"].items():
        person = report["types"].get("PERSON")
        if person and person["gold"] >= ENOUGH:
            rows.append(f"| {report['description']} (`{name}`) | {person['f1']:.3f} | {person['leaked']:.3f} |")
    rows.append("")
    rows.append(f"`python -m training.evaluate --model models/small --data data`; {metrics['machine']}.")
    return "\n".join(rows) + "\n"


def rewrite(readme: str, parts: dict[str, str]) -> str:
    """Return the README with the named parts replaced; parts without new text stay."""
    return _PART.sub(
        lambda match: match[1] + parts.get(match["name"], match[0][len(match[1]) : -12]) + match[3], readme
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--proof", type=argparse.FileType(), help="output of tests/prove_image.sh")
    arguments = parser.parse_args()
    readme = README.read_text(encoding="utf-8")
    parts = {f"answer {path[1:]}": as_text(answer) for path, answer in answers(readme).items()}
    parts["accuracy"] = accuracy(json.loads(METRICS.read_text()))
    if arguments.proof:
        wanted = ("wheel:", "installed:", "seconds from start", "median latency", "resident memory")
        lines = [line.strip() for line in arguments.proof if line.startswith(wanted)]
        parts["speed"] = "```\n" + "\n".join(lines) + "\n```\n"
    README.write_text(rewrite(readme, parts), encoding="utf-8")
    print(f"{README.name}: {', '.join(parts)}", file=sys.stderr)


if __name__ == "__main__":
    main()
