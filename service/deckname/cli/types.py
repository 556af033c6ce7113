"""deckname types: list the vocabulary."""

from __future__ import annotations

import argparse
import json

from deckname.cli.options import DONE, Commands, write
from deckname.types import TYPES


def add(commands: Commands) -> None:
    parser = commands.add_parser("types", help="list the types of personal data")
    parser.add_argument("--format", choices=("table", "jsonl"), default="table")
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    width = max(map(len, TYPES))
    for entry in TYPES.values():
        if arguments.format == "jsonl":
            fields = {
                "name": entry.name,
                "tier": entry.tier.value,
                "description": entry.description,
                "parent": entry.parent,
                "presidio": entry.presidio,
            }
            write(json.dumps(fields) + "\n")
        else:
            write(f"{entry.name.ljust(width)}  {entry.tier.value.ljust(6)}  {entry.description}\n")
    return DONE
