"""deckname calibrate: thresholds with a promise about recall."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from io import BytesIO
from pathlib import Path

from deckname import build
from deckname.artifact import load, read_manifest, seal
from deckname.cli.evaluate import label_map_of
from deckname.cli.options import DONE, Commands, UsageError, add_what, options_of, score, settings_of, write
from deckname.detector import Detector, Options
from deckname.document import Document, read_documents
from deckname.evaluate import LabelMap, as_gold, asked_for
from deckname.files.text import decode_lines
from deckname.promise import GRID, Promise, covered_at, promise
from deckname.types import TYPES

_BATCH = 256  # documents that are looked through together


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "calibrate",
        help="choose thresholds that keep a promise about recall",
        description="Choose the highest threshold at which, with the stated confidence, the stated share of the gold "
        "values of a document is wholly covered, on average over documents drawn like these.",
    )
    parser.add_argument("gold", type=Path, metavar="GOLD.jsonl")
    parser.add_argument("--recall", type=score, default=0.95, metavar="X")
    parser.add_argument("--confidence", type=score, default=0.95, metavar="X")
    parser.add_argument("-o", "--output", type=Path, metavar="DIR", help="a copy of the model that keeps the promise")
    parser.add_argument("--map", type=Path, metavar="labels.json", help="JSON: label to type, list of types or null")
    parser.add_argument("--format", choices=("table", "json"), default="table")
    add_what(parser)
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    for name in ("recall", "confidence"):
        if not 0 < getattr(arguments, name) < 1:
            raise UsageError(f"--{name} lies between 0 and 1, and is neither")
    settings = settings_of()
    directory = build.model_directory(arguments.model or settings.model)
    if arguments.output and arguments.output.exists():
        raise UsageError(f"-o {arguments.output} is there already; name a new directory")
    detector = build.assemble(load(directory, threads=settings.threads))
    options = options_of(arguments)
    content = arguments.gold.read_bytes()
    documents = read_documents(decode_lines(BytesIO(content)))
    labels = {name: (name,) for name in detector.own_types} | dict(label_map_of(arguments.map))
    scores = list(scores_of(documents, detector, detector.resolved(options), labels))
    made = promise(scores, recall=arguments.recall, confidence=arguments.confidence)
    if arguments.output:
        digest = hashlib.sha256(content).hexdigest()
        _write(made, directory, arguments.output, detector.resolved(options), digest=digest)
    write((json.dumps(asdict(made), indent=2) if arguments.format == "json" else _told(made, arguments.output)) + "\n")
    return DONE


def scores_of(
    documents: Iterator[Document], detector: Detector, options: Options, labels: LabelMap
) -> Iterator[list[float]]:
    """Yield for each document the highest thresholds at which its gold values are covered."""
    lowest = replace(options, threshold=GRID[0], thresholds={})
    batch: list[Document] = []
    for document in documents:
        batch.append(document)
        if len(batch) == _BATCH:
            yield from _scores(batch, detector, lowest, labels)
            batch = []
    yield from _scores(batch, detector, lowest, labels)


def _scores(batch: Sequence[Document], detector: Detector, options: Options, labels: LabelMap) -> Iterator[list[float]]:
    detections = detector.detect_batch([document.text for document in batch], options=options)
    for document, detection in zip(batch, detections, strict=True):
        gold = asked_for(as_gold(document.spans, labels), options)
        yield [covered_at(each, detection.spans) for each in gold if each.types]


def _write(made: Promise, directory: Path, output: Path, options: Options, *, digest: str) -> None:
    manifest = read_manifest(directory)
    wanted = [name for name in (*TYPES, *manifest.types) if options.wants(name)]
    thresholds = dict.fromkeys(wanted, made.threshold)
    record = asdict(made) | {"method": "learn then test, Hoeffding-Bentkus, one loss a document", "gold_sha256": digest}
    shutil.copytree(directory, output)
    kept = manifest.thresholds | thresholds
    seal(output, manifest.model_copy(update={"thresholds": kept, "promise": record}))


def _told(made: Promise, output: Path | None) -> str:
    lines = [
        f"threshold {made.threshold}: recall is at least {made.recall}, with confidence {made.confidence}",
        f"observed: {made.observed} on {made.documents:,} documents with {made.values:,} gold values",
        f"no recognizer proposes {made.never:,} of them at any threshold",
        "It holds for texts drawn like these, for a document's share of wholly covered values, on average.",
    ]
    return "\n".join([*lines, f"{output}: the model with this threshold"] if output else lines)
