"""Convert tables of examples, mend what can be mended, and say what was wrong.

    python -m training.convert pii_spans.csv --from pii-spans -o mine.jsonl --report mine.report.json
    python -m training.convert mine.jsonl --to conll -o mine.conll
    python -m training.convert train.jsonl -o clean.jsonl --test test.jsonl     # texts that the test holds are left out
    python -m training.convert preference.csv --from preference --to pairs -o pairs.jsonl

What is wrong goes to standard error, a line each, and to ``--report`` as JSON. Exit code 1 where something could not be
repaired, else 0. Offsets that do not fit are held against what deckname's detector finds in the text; nothing is sent
anywhere.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import deckname
from deckname.detector import Options
from deckname.span import Span
from training.convert.annotators import Brat, Doccano, Documents, LabelStudio, PresidioResearch, Prodigy
from training.convert.completions import Chat, Entities, Labels, read_pairs, write_pairs
from training.convert.drafts import ALL, Bad, Choice, Example, Format
from training.convert.mend import Proposer, Report, leaks, mend
from training.convert.tables import CONTAINS_PII, NO_PII, ContainsPii, PiiSpans, read_choices, write_choices
from training.convert.tokens import Conll, DocBin, HuggingFace

FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Documents(), ContainsPii(), PiiSpans(), Labels(), Entities(), Chat(), Conll(), DocBin(), HuggingFace(),
        LabelStudio(), Doccano(), Prodigy(), Brat(), PresidioResearch(),
    )
}  # fmt: skip
CHOICES = {"preference": (read_choices, write_choices), "pairs": (read_pairs, write_pairs)}
_LOSSES = {
    "spans": "offsets: only values are written, and those that stand twice are found again by the first",
    "types": "types of spans",
    "labels": "labels of whole texts",
    "ids": "ids",
    "lang": "languages",
    "whitespace": "spaces and line breaks: only tokens are written",
    "unknown": "that nothing is known of a text's spans: it is left out, or written as if it had none",
}


def detected(model: str) -> Proposer:
    """Return what proposes a text's spans: everything that deckname finds, of all types."""
    detector = deckname.load(model)

    def propose(text: str) -> Sequence[Span]:
        return detector.detect(text, options=Options(types="all", threshold=0.2)).spans

    return propose


def read(name: str, path: Path, *, propose: Proposer, labels: dict[str, str], report: Report) -> list[Example]:
    """Return the examples of a file in a format, mended."""
    return list(mend(FORMATS[name].read(path), propose=propose, labels=labels, report=report))


def losses(name: str, examples: Sequence[Example]) -> list[str]:
    """Return what a format cannot carry of these examples, in words."""
    held = {
        "spans": any(each.spans for each in examples),
        "types": any(each.spans for each in examples),
        "labels": any(set(each.labels) - {CONTAINS_PII, NO_PII} for each in examples),
        "ids": True,
        "lang": any(each.lang for each in examples),
        "whitespace": True,
        "unknown": any(each.spans is None for each in examples),
    }
    return [_LOSSES[key] for key in sorted(ALL - FORMATS[name].carries) if held[key]]


def _convert_choices(arguments: argparse.Namespace, report: Report) -> None:
    if arguments.to not in CHOICES:
        raise SystemExit(f"choices can be written as {' or '.join(CHOICES)}, not as {arguments.to}")
    choices: list[Choice] = []
    for row in CHOICES[arguments.source][0](arguments.input):
        report.rows += 1
        if isinstance(row, Bad):
            report.add(row.place, "unreadable", row.why, repaired=False)
        else:
            choices.append(row)
    report.examples = len(choices)
    CHOICES[arguments.to][1](choices, arguments.output)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m training.convert", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = (*FORMATS, *CHOICES)
    parser.add_argument("input", type=Path)
    parser.add_argument("--from", dest="source", choices=names, default="documents")
    parser.add_argument("--to", choices=names, default="documents")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--map", type=Path, help="JSON: your labels to types")
    parser.add_argument("--test", type=Path, help="Documents that this part may share no text with")
    parser.add_argument("--report", type=Path, help="where the report goes as JSON")
    parser.add_argument("--model", default="small", help='what proposes values where offsets are wrong; or "none"')
    arguments = parser.parse_args(argv)

    report = Report()
    if arguments.source in CHOICES:
        _convert_choices(arguments, report)
    else:
        if arguments.to in CHOICES:
            parser.error(f"{arguments.source} holds no choices")
        labels = json.loads(arguments.map.read_text(encoding="utf-8")) if arguments.map else {}
        propose = detected(arguments.model)
        examples = read(arguments.source, arguments.input, propose=propose, labels=labels, report=report)
        if arguments.test:
            others = read("documents", arguments.test, propose=propose, labels=labels, report=Report())
            examples = leaks(examples, others, report)
            report.examples = len(examples)
        report.losses = losses(arguments.to, examples)
        FORMATS[arguments.to].write(examples, arguments.output)
    print(report.table(), file=sys.stderr)
    if arguments.report:
        arguments.report.write_text(json.dumps(report.as_json(), indent=2), encoding="utf-8")
    return 1 if any(not problem.repaired for problem in report.problems) else 0


if __name__ == "__main__":
    raise SystemExit(main())
