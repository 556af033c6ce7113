"""deckname detect: say where personal data stands."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from deckname.cli.inputs import Input, Summary, counted, each_of, inputs_of, warn
from deckname.cli.options import DONE, FAILED, FOUND, Commands, add_selection, detector_of, options_of, write
from deckname.files import Record
from deckname.findings import Warning
from deckname.span import Span
from deckname.stream import Counter, Piece, combined_score
from deckname.text import OffsetUnit


def add(commands: Commands) -> None:
    parser = commands.add_parser("detect", help="say where personal data stands")
    add_selection(parser)
    parser.add_argument("--format", choices=("table", "jsonl"), default="table")
    parser.add_argument("--offset-unit", choices=[unit.value for unit in OffsetUnit], default="codepoint")
    parser.add_argument("--include-text", action="store_true", help="show the values themselves")
    parser.add_argument("--check", action="store_true", help="exit with 1 where personal data is found")
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    options = options_of(arguments)
    inputs = inputs_of(arguments)
    detector = detector_of(arguments)
    show = _show_lines if arguments.format == "jsonl" else _show_rows
    unit = OffsetUnit(arguments.offset_unit)

    def work(source: Input, summary: Summary) -> None:
        with source.open() as stream:
            records = counted(source.format.read(stream, detector, options), summary)
            show(source, records, unit=unit, include_text=arguments.include_text, model=detector.model)

    summary = each_of(inputs, work)
    return FAILED if summary.failed else FOUND if arguments.check and summary.contains_pii else DONE


def _show_rows(source: Input, records: Iterator[Record], *, unit: OffsetUnit, include_text: bool, model: str) -> None:
    """Write one row a span: place, offsets, type, score, source, and the value where it is asked for."""
    whole = Counter(unit)
    seen: dict[Warning, None] = {}
    for record in records:
        for index, piece in enumerate(record.pieces):
            counter = whole if source.format.one_text else Counter(unit)
            rows = zip(piece.spans, piece.local, counter.offsets(piece), counter.positions(piece), strict=True)
            for span, local, (start, end), (line, column) in rows:
                place = f"{line}:{column}" if source.format.one_text else f"{record.line}:{record.names[index]}"
                cells = [f"{source.name}:{place}", f"{start}-{end}", span.type, f"{span.score:.4f}", span.source]
                if include_text:
                    cells.append(repr(piece.text[local.start : local.end]))  # repr: no control characters for terminals
                write("\t".join(cells) + "\n")
            seen |= dict.fromkeys(piece.warnings)
    warn(source.name, list(seen))


def _show_lines(source: Input, records: Iterator[Record], *, unit: OffsetUnit, include_text: bool, model: str) -> None:
    """Write one line of JSON a text; what comes in pieces is one text."""
    counter = Counter(unit)
    whole = _Found()
    for record in records:
        for index, piece in enumerate(record.pieces):
            if source.format.one_text:
                whole.add(piece, counter, include_text=include_text)
                continue
            found = _Found()
            found.add(piece, Counter(unit), include_text=include_text)
            place = {"path": source.name, "line": record.line, "field": record.names[index]}
            write(json.dumps(place | found.as_json(unit, model), ensure_ascii=False) + "\n")
    if source.format.one_text:
        write(json.dumps({"path": source.name} | whole.as_json(unit, model), ensure_ascii=False) + "\n")


@dataclass(slots=True)
class _Found:
    """What was found in one text, piece by piece."""

    contains_pii: bool = False
    scores: list[float] = field(default_factory=list)
    types: dict[str, float] = field(default_factory=dict)
    spans: list[dict[str, object]] = field(default_factory=list)
    warnings: dict[Warning, None] = field(default_factory=dict)

    def add(self, piece: Piece, counter: Counter, *, include_text: bool) -> None:
        self.contains_pii |= piece.contains_pii
        self.scores.append(piece.score)
        self.warnings |= dict.fromkeys(piece.warnings)
        for span, local, (start, end) in zip(piece.spans, piece.local, counter.offsets(piece), strict=True):
            self.types[span.type] = max(span.score, self.types.get(span.type, 0.0))
            text = {"text": piece.text[local.start : local.end]} if include_text else {}
            self.spans.append(_as_json(span, start, end) | text)

    def as_json(self, unit: OffsetUnit, model: str) -> dict[str, object]:
        return {
            "contains_pii": self.contains_pii,
            "score": combined_score(self.scores),
            "types": self.types,
            "spans": self.spans,
            "offset_unit": unit.value,
            "model": model,
            "warnings": [{"code": warning.code, "type": warning.type} for warning in self.warnings],
        }


def _as_json(span: Span, start: int, end: int) -> dict[str, object]:
    return {"type": span.type, "start": start, "end": end, "score": span.score, "source": span.source}
