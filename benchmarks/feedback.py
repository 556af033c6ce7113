"""Does it learn from its reviewers? F1 against the number of verdicts, on a field of work that the model does not know.

    python -m benchmarks.feedback --domain claims --out benchmarks/results/feedback.json

Simulated reviewers, who know the gold of ``training.domains``, get what the model of the last round found, and answer
``POST /feedback``: verdicts on every finding and on what was missed, and a choice between what thresholds of 0.3 and of
0.7 would redact. ``--mistakes`` of the verdicts are wrong: what is wrong is called right, what is missed is overlooked,
what is right is called no personal data. After each round ``deckname feedback export`` and ``python -m
training.finetune`` make a model of the shipped one and of all reviews so far; it is measured on the test part, whose
templates, names and numbers no reviewer saw. The curve is drawn beside the JSON, as .svg. A round takes minutes.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

import deckname
from deckname.app import create_app
from deckname.cli import main as command_line
from deckname.detector import Detector, Options
from deckname.document import Document, parse, to_json
from deckname.evaluate import evaluate
from deckname.keys import add_key
from deckname.settings import Settings
from deckname.span import Span
from deckname.types import TYPES
from training.domains import DOMAINS, generate

ROUNDS = (24, 48, 96, 168, 240)  # documents that were reviewed by its end
LOW, HIGH = 0.3, 0.7  # thresholds of the two redactions that a reviewer chooses between
SEED = 11


def read(documents: Sequence[dict[str, Any]]) -> list[Document]:
    return [parse(json.dumps(each)) for each in documents]


def reviews_of(
    document: Document, found: Sequence[Span], rng: random.Random, mistakes: float
) -> Iterator[dict[str, Any]]:
    """Yield the verdicts of a reviewer who knows the gold, and errs now and then."""
    seen: set[tuple[int, int]] = set()
    for span in found:
        told = {"start": span.start, "end": span.end, "type": span.type}
        erring = rng.random() < mistakes
        touched = [gold for gold in document.spans if gold.overlaps(span)]
        best = max(touched, key=lambda gold: min(gold.end, span.end) - max(gold.start, span.start), default=None)
        if best:  # of two values in one finding the reviewer marks the other as missed
            seen.add((best.start, best.end))
        if best is None:
            yield told | {"verdict": "right" if erring else "not_pii"}
        elif (best.start, best.end, best.type) == (span.start, span.end, span.type):
            yield told | {"verdict": "not_pii" if erring else "right"}
        elif erring:
            yield told | {"verdict": "right"}
        elif best.type == span.type:
            yield told | {"verdict": "wrong_edge", "right_start": best.start, "right_end": best.end}
        else:
            edges = {"right_start": best.start, "right_end": best.end}
            yield told | {"verdict": "wrong_type", "right_type": best.type, **edges}
    for gold in document.spans:
        if (gold.start, gold.end) not in seen and rng.random() >= mistakes:
            yield {"verdict": "missed", "start": gold.start, "end": gold.end, "type": gold.type}


def choice(document: Document, low: Sequence[Span], high: Sequence[Span]) -> list[dict[str, Any]]:
    """Return the choice of the redaction that is nearer to the gold, where the two are not as near."""
    gold = {(span.start, span.end, span.type) for span in document.spans}
    options = [[{"start": s.start, "end": s.end, "type": s.type, "score": s.score} for s in own] for own in (low, high)]
    wrong = [len(gold ^ {(span.start, span.end, span.type) for span in own}) for own in (low, high)]
    if wrong[0] == wrong[1]:
        return []
    return [{"options": [{"spans": own} for own in options], "best": int(wrong[1] < wrong[0])}]


def review(
    documents: Sequence[Document], detector: Detector, settings: Settings, types: frozenset[str], mistakes: float
) -> Counter[str]:
    """Send a review of each document, and return how many verdicts of each kind those held."""
    counted: Counter[str] = Counter()
    rng = random.Random(f"{SEED}:{documents[0].id}")
    with TestClient(create_app(settings, detector)) as client:
        for document in documents:
            low, usual, high = (
                detector.detect(document.text, options=Options(types=types, own_types=types, threshold=value)).spans
                for value in (LOW, None, HIGH)
            )
            verdicts = list(reviews_of(document, usual, rng, mistakes))
            asked = {"text": document.text, "verdicts": verdicts, "reviewed": "text", "reviewer": "simulated"}
            answer = client.post("/feedback", json=asked | {"choices": choice(document, low, high)})
            answer.raise_for_status()
            counted.update(each["verdict"] for each in verdicts)
    return counted


def measured(detector: Detector, documents: Sequence[Document], types: frozenset[str]) -> dict[str, float]:
    """Return the strict F1 of each type, of the new ones together ("new") and of all ("all")."""
    new = frozenset(types - TYPES.keys())
    labels = {name: (name,) for name in types}
    told: dict[str, float] = {}
    for name, asked in (("all", types), ("new", new)):
        report = evaluate(documents, detector, options=Options(types=asked, own_types=asked), labels=labels)
        told[name] = round(report.micro.f1 or 0.0, 4)
        told |= {type_: round(score.f1 or 0.0, 4) for type_, score in report.types.items() if type_ in new}
    return told


def learn(start: str, work: Path, test: Path, name: str, epochs: int) -> tuple[Path, float]:
    """Export all reviews so far, teach the shipped model by them, and return where the new one is, and the minutes."""
    out, began = work / name, time.monotonic()
    if command_line(["feedback", "export", "-o", str(work / f"{name}.export")]):
        raise SystemExit("the export failed")
    data = [
        "--data",
        str(work / f"{name}.export/documents.jsonl"),
        "--choices",
        str(work / f"{name}.export/pairs.jsonl"),
    ]
    said = ["--from", start, *data, "--test", str(test), "--out", str(out), "--epochs", str(epochs), "--no-report"]
    subprocess.run([sys.executable, "-m", "training.finetune", *said], check=True)
    return out, (time.monotonic() - began) / 60


def plot(path: Path, rows: Sequence[dict[str, Any]], domain: str) -> None:
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "deckname"
    from matplotlib import pyplot

    figure, axis = pyplot.subplots(figsize=(7, 4.2))
    verdicts = [row["verdicts"] for row in rows]
    names = [name for name in rows[0]["f1"] if name not in ("all", "new")]
    for name, style in zip(names, ("--", ":", "-.") * len(names), strict=False):
        points = [row["f1"].get(name, 0) for row in rows]
        axis.plot(verdicts, points, linewidth=1.2, linestyle=style, color="0.5", label=name)
    for name, label, color in (("new", "new types", "#1f5fa8"), ("all", "all types", "#b0562c")):
        axis.plot(verdicts, [row["f1"][name] for row in rows], marker="o", color=color, label=label)
    axis.set(
        xlabel="verdicts of reviewers", ylabel="strict F1 on the test part", ylim=(0, 1.02), title=f"Feedback: {domain}"
    )
    axis.legend(loc="lower right", fontsize=8)
    axis.grid(alpha=0.3)
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--domain", choices=DOMAINS, default="claims")
    parser.add_argument("--from", dest="start", default="models/small", help="a sealed model directory")
    parser.add_argument("--documents", type=int, nargs="+", default=ROUNDS, help="reviewed by the end of each round")
    parser.add_argument("--mistakes", type=float, default=0.03, help="share of verdicts that are wrong")
    parser.add_argument("--epochs", type=int, default=12, help="of a round, at most")
    parser.add_argument("--work", type=Path, help="a new directory for models and reviews, to keep them")
    parser.add_argument("--out", type=Path, help="JSON; the plot goes beside it")
    arguments = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as temporary:
        work = arguments.work or Path(temporary)
        if (work / "reviews.db").exists():
            parser.error(f"--work {work} holds the reviews of another run; name a new directory")
        work.mkdir(parents=True, exist_ok=True)
        _rounds(arguments, work)
    return 0


def _rounds(arguments: argparse.Namespace, work: Path) -> None:
    parts = {name: read(found) for name, found in generate(arguments.domain).items()}
    random.Random(SEED).shuffle(parts["train"])
    types = frozenset(span.type for part in parts.values() for each in part for span in each.spans)
    test = work / "test.jsonl"
    test.write_text("".join(to_json(each) + "\n" for each in parts["test"]), encoding="utf-8")
    keys, store = work / "keys.json", work / "reviews.db"
    add_key(keys, "reviews")
    os.environ |= {"DECKNAME_FEEDBACK_URL": f"sqlite:///{store}", "DECKNAME_KEY_FILE": str(keys)}
    settings = Settings(feedback_key="reviews")

    detector = deckname.load(f"{arguments.start}/")
    model = detector.model
    rows: list[dict[str, Any]] = []
    kinds: Counter[str] = Counter()
    done, minutes = 0, 0.0
    for number, upto in enumerate((0, *arguments.documents)):
        if upto:
            kinds += review(parts["train"][done:upto], detector, settings, types, arguments.mistakes)
            directory, minutes = learn(arguments.start, work, test, f"round{number}", arguments.epochs)
            detector, done = deckname.load(f"{directory}/"), upto
        row = {
            "documents": upto,
            "verdicts": kinds.total(),
            "kinds": dict(sorted(kinds.items())),
            "f1": measured(detector, parts["test"], types),
            "minutes": round(minutes, 1),
        }
        rows.append(row)
        print(json.dumps(row), flush=True)
        if arguments.out:
            told = {
                "command": "python -m benchmarks.feedback "
                + f"--domain {arguments.domain} --mistakes {arguments.mistakes}",
                "model": model,
                "test_documents": len(parts["test"]),
                "rounds": rows,
            }
            arguments.out.write_text(json.dumps(told, indent=1) + "\n")
            plot(arguments.out.with_suffix(".svg"), rows, arguments.domain)


if __name__ == "__main__":
    raise SystemExit(main())
