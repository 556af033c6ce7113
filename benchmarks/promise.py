"""Whether ``deckname calibrate`` keeps its promise: many calibrations on documents drawn from a known population.

    python -m benchmarks.promise GOLD.jsonl --out benchmarks/results/promise.json

The population are the documents of GOLD with gold (``training.synthetic`` writes such a file), so that the true recall
at every threshold is known. ``--runs`` times, as many documents as ``--documents`` says are drawn from it with
replacement, a threshold is chosen on them, and its true recall is compared with the promise. At most 1 - confidence of
the runs may fall short; a refusal breaks no promise.
"""

from __future__ import annotations

import argparse
import json
import platform
from pathlib import Path

import deckname
from deckname.cli.calibrate import scores_of
from deckname.detector import Options
from deckname.document import read_documents
from deckname.files.text import decode_lines
from deckname.promise import losses, simulate


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--model", default="small")
    parser.add_argument("--recall", type=float, nargs="+", default=[0.85, 0.9, 0.95])
    parser.add_argument("--confidence", type=float, default=0.95)
    parser.add_argument("--documents", type=int, nargs="+", default=[100, 300, 1000])
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()

    detector = deckname.load(arguments.model)
    with arguments.gold.open("rb") as stream:
        scores = list(scores_of(read_documents(decode_lines(stream)), detector, Options(), {}))
    table = losses([own for own in scores if own])
    rows = []
    print(f"{len(table):,} documents with gold; recall at the lowest threshold {1 - table[:, 0].mean():.4f}")
    print("recall  documents  broken  refused  true recall, mean")
    for recall in arguments.recall:
        for documents in arguments.documents:
            broken, refused, recalls = simulate(
                table, recall=recall, confidence=arguments.confidence, documents=documents, runs=arguments.runs
            )
            mean = round(float(recalls.mean()), 4) if len(recalls) else None
            rows.append(
                {"recall": recall, "documents": documents, "broken": broken, "refused": round(refused, 4), "mean": mean}
            )
            print(f"{recall:6}  {documents:9}  {broken:6.3f}  {refused:7.3f}  {mean}")
    if arguments.out:
        report = {
            "command": f"python -m benchmarks.promise {arguments.gold.name}",
            "machine": platform.machine(),
            "model": detector.model,
            "population": len(table),
            "confidence": arguments.confidence,
            "runs": arguments.runs,
            "rows": rows,
        }
        arguments.out.write_text(json.dumps(report, indent=2) + "\n")


if __name__ == "__main__":
    main()
