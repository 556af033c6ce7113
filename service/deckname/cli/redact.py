"""deckname redact: write the text without its personal data."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from deckname.cli.inputs import Input, Summary, counted, each_of, inputs_of, warn
from deckname.cli.options import (
    DONE,
    FAILED,
    Commands,
    UsageError,
    add_selection,
    detector_of,
    options_of,
    policy_of,
)
from deckname.files import open_output
from deckname.findings import Warning


def add(commands: Commands) -> None:
    parser = commands.add_parser("redact", help="write the text without its personal data")
    add_selection(parser)
    parser.add_argument("-o", "--output", metavar="DIR|FILE", help="where to write; without it, standard output")
    parser.add_argument("--policy", type=Path, metavar="FILE", help="JSON: which operator for which type")
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    options = options_of(arguments)
    policy = policy_of(arguments.policy, options.deny)
    inputs = inputs_of(arguments)
    outputs = _outputs(inputs, arguments.output)
    detector = detector_of(arguments)

    def work(source: Input, summary: Summary) -> None:
        with source.open() as stream, _output(outputs[source.name], like=source.path) as output:
            seen: dict[Warning, None] = {}
            for record in counted(source.format.read(stream, detector, options), summary):
                output.write(record.redacted(policy).encode())
                seen |= {warning: None for piece in record.pieces for warning in piece.warnings}
        warn(source.name, list(seen))

    return FAILED if each_of(inputs, work).failed else DONE


def _outputs(inputs: Sequence[Input], given: str | None) -> dict[str, Path | None]:
    """Return where each input's redacted text goes, by its name; None for standard output."""
    if given is None:
        if len(inputs) > 1:
            raise UsageError("several files need a directory to go to: -o DIR")
        return {inputs[0].name: None}
    target = Path(given)
    if not (len(inputs) > 1 or target.is_dir() or given.endswith(("/", os.sep))):
        if not target.parent.is_dir():
            raise UsageError(f"-o {target}: there is no directory {target.parent}")
        return {inputs[0].name: target}  # named outright, so it may be the input itself
    if target.exists() and not target.is_dir():
        raise UsageError(f"-o {target} is a file; several files need a directory")
    outputs: dict[str, Path | None] = {}
    taken: set[str] = set()
    for source in inputs:
        if source.path is None:
            raise UsageError("standard input has no name in a directory; give -o FILE")
        output = target / source.path.name
        if os.path.normcase(output) in taken:
            raise UsageError(f"two inputs would both be written to {output}")
        if any(other.path and _same(other.path, output) for other in inputs):
            raise UsageError(f"{output} is an input, and is overwritten only where -o names it as FILE")
        taken.add(os.path.normcase(output))
        outputs[source.name] = output
    target.mkdir(parents=True, exist_ok=True)
    return outputs


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _output(path: Path | None, *, like: Path | None) -> AbstractContextManager[BinaryIO]:
    return open_output(path, like=like) if path else nullcontext(sys.stdout.buffer)
