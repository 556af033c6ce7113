"""deckname evaluate: compare with gold spans."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from deckname.cli.options import DONE, Commands, UsageError, add_what, detector_of, options_of, positive, write
from deckname.document import read_documents
from deckname.errors import InvalidRequest
from deckname.evaluate import LabelMap, evaluate, parse_label_map
from deckname.files.text import decode_lines


def add(commands: Commands) -> None:
    parser = commands.add_parser("evaluate", help="compare with gold spans")
    parser.add_argument("gold", type=Path, metavar="GOLD.jsonl")
    parser.add_argument("--map", type=Path, metavar="labels.json", help="JSON: label to type, list of types or null")
    parser.add_argument("--format", choices=("table", "json"), default="table")
    parser.add_argument("--bootstrap", type=positive, default=0, metavar="N", help="draws for 95 %% intervals")
    add_what(parser)
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    options = options_of(arguments)
    labels = label_map_of(arguments.map)
    began = time.monotonic()
    with arguments.gold.open("rb") as stream:
        report = evaluate(
            read_documents(decode_lines(stream)),
            detector_of(arguments),
            options=options,
            labels=labels,
            bootstrap=arguments.bootstrap,
        )
    write((json.dumps(report.as_json(), indent=2) if arguments.format == "json" else report.table()) + "\n")
    seconds = time.monotonic() - began
    print(
        f"deckname: {report.documents:,} documents, {report.characters:,} characters, {seconds:.1f} s", file=sys.stderr
    )
    return DONE


def label_map_of(path: Path | None) -> LabelMap:
    """Return the label map of a file; an empty one without a file."""
    if path is None:
        return {}
    try:
        return parse_label_map(json.loads(path.read_text(encoding="utf-8")))
    except (InvalidRequest, ValueError) as error:
        problem = str(error) if isinstance(error, InvalidRequest) else "not JSON in UTF-8"
        raise UsageError(f"{path}: {problem}") from error
