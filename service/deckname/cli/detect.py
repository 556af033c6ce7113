"""deckname detect: say where personal data stands."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from deckname.batch.looking import Ended, Looked, look_through
from deckname.batch.redacting import said
from deckname.batch.task import Task
from deckname.cli.inputs import inputs_of, reading_of, tasks_of
from deckname.cli.options import Commands, add_selection, options_of, write
from deckname.cli.progress import Progress
from deckname.cli.running import Run, check_arguments, rare_collections, workers_of
from deckname.errors import UnsupportedFile
from deckname.files.text import Text
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
    check_arguments(arguments, {*options.deny, *options.own_types})
    inputs = inputs_of(arguments)
    tasks = tasks_of(inputs, reading_of(arguments), hide=arguments.hide_names)
    telling = Run(arguments, options)
    with (
        rare_collections(),
        workers_of(arguments, options, inputs) as workers,
        Progress(len(tasks), inputs.size(), quiet=arguments.quiet) as progress,
    ):
        telling.began(inputs, workers)
        for task in tasks:
            task.workers = workers
        showing = _Showing(
            show=_lines if arguments.format == "jsonl" else _rows,
            asked=_Asked(
                OffsetUnit(arguments.offset_unit), arguments.include_text, workers.model, every=bool(arguments.field)
            ),
        )
        for event in look_through(tasks, workers, options):
            if isinstance(event, Looked):
                showing.take(event)
                progress.at(event.job.through)
            else:
                showing.end(event)
                telling.ended(event.job)
                progress.file_done(event.job.size)
    return telling.finished()


@dataclass(frozen=True, slots=True)
class _Asked:
    """How findings are shown; ``every`` text has its line of JSON, whether or not anything is in it."""

    unit: OffsetUnit
    include_text: bool
    model: str
    every: bool


@dataclass(slots=True)
class _Showing:
    """Shows files one after the other."""

    show: Callable[[str, str, Piece, Counter, _Asked], Iterator[str]]
    asked: _Asked
    _counter: Counter = field(default_factory=Counter)
    _whole: _Found | None = None
    _task: Task | None = None

    def take(self, event: Looked[Task]) -> None:
        """Show what is in a batch."""
        task = event.job
        self._begin(task)
        for value, piece in zip(event.batch.values, event.pieces or (), strict=True):
            task.report.add(piece, [(span.type, "found") for span in piece.spans])
            in_one = value.core is not None
            if in_one and self._whole is not None and self.show is _lines:
                self._whole.add(piece, self._counter, include_text=self.asked.include_text)
                continue
            counter = self._counter if in_one else Counter(self.asked.unit)
            place = "" if in_one else value.place
            for line in self.show(task.name, place, piece, counter, self.asked):
                write(line + "\n")

    def end(self, event: Ended[Task]) -> None:
        """Show what a file held that is one text, and note how it ended."""
        task = event.job
        self._begin(task)
        if event.error is not None:
            task.report.status = "refused" if isinstance(event.error, UnsupportedFile) else "failed"
            task.report.error = said(event.error)
        elif self._whole is not None and self.show is _lines and isinstance(task.format, Text):
            found = {"path": task.name} | self._whole.as_json(self.asked.unit, self.asked.model)
            write(json.dumps(found, ensure_ascii=False) + "\n")

    def _begin(self, task: Task) -> None:
        if self._task is not task:
            self._task, self._counter, self._whole = task, Counter(self.asked.unit), _Found()


_LINE = re.compile(r"line (\d+), (.*)", re.DOTALL)


def _rows(name: str, place: str, piece: Piece, counter: Counter, asked: _Asked) -> Iterator[str]:
    """Yield one row a span: place, offsets, type, score, source, and the value where it is asked for."""
    by_line = _LINE.fullmatch(place)
    shown = f"{by_line[1]}:{by_line[2]}" if by_line else place
    offsets, positions = counter.offsets(piece), counter.positions(piece)
    for span, local, (start, end), (line, column) in zip(piece.spans, piece.local, offsets, positions, strict=True):
        cells = [f"{name}:{shown or f'{line}:{column}'}", f"{start}-{end}", span.type, f"{span.score:.4f}", span.source]
        if asked.include_text:
            cells.append(repr(piece.text[local.start : local.end]))  # repr: no control characters for terminals
        yield "\t".join(cells)


def _lines(name: str, place: str, piece: Piece, counter: Counter, asked: _Asked) -> Iterator[str]:
    """Yield a line of JSON for a value that holds something."""
    if not (piece.spans or piece.warnings or asked.every):
        return
    found = _Found()
    found.add(piece, counter, include_text=asked.include_text)
    by_line = _LINE.fullmatch(place)
    where = {"line": int(by_line[1]), "field": by_line[2]} if by_line else {"place": place}
    yield json.dumps({"path": name} | where | found.as_json(asked.unit, asked.model), ensure_ascii=False)


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
