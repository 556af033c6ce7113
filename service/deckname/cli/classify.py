"""deckname classify: say what whole texts are."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from deckname import classifier
from deckname.cli.options import DONE, Commands, write
from deckname.document import read_documents
from deckname.files.text import decode_lines

_BATCH = 64  # texts that are classified together


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "classify", help="say what whole texts are", description="Write a line of JSON for each text, in order."
    )
    parser.add_argument(
        "path", nargs="?", type=Path, metavar="PATH", help="JSON lines with a text each; or - (default)"
    )
    parser.add_argument(
        "--model", required=True, metavar="DIR", help="a classifier (training.finetune --task classify)"
    )
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    model = classifier.load(arguments.model)
    for batch in _batches(arguments.path):
        for (id_, _), found in zip(batch, model.classify([text for _, text in batch]), strict=True):
            told = {
                "id": id_,
                "label": found.label,
                "probabilities": found.probabilities,
                "log_probabilities": found.log_probabilities,
                "model": model.model,
            }
            write(json.dumps(told, ensure_ascii=False) + "\n")
    return DONE


def _batches(path: Path | None) -> Iterator[list[tuple[str, str]]]:
    stream = sys.stdin.buffer if path is None or str(path) == "-" else path.open("rb")
    with stream:
        batch: list[tuple[str, str]] = []
        for document in read_documents(decode_lines(stream)):
            batch.append((document.id, document.text))
            if len(batch) == _BATCH:
                yield batch
                batch = []
        if batch:
            yield batch
