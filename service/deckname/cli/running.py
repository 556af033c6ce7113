"""What the commands over files share: workers, counts, reports, and when to fail."""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import deckname
from deckname.batch.task import Task
from deckname.batch.workers import Here, Processes, Workers
from deckname.cli.inputs import Inputs
from deckname.cli.options import DONE, FAILED, FOUND, UsageError, fail, model_of, settings_of
from deckname.detector import Detector, Options
from deckname.files import open_output
from deckname.machine import cores
from deckname.report import FileReport, Report
from deckname.types import TYPES, ancestors

#: Bytes from which on starting processes pays, with patterns alone and with a model.
_LARGE, _LARGE_FOR_MODEL = 2_000_000, 200_000


def workers_of(arguments: argparse.Namespace, options: Options, inputs: Inputs) -> Workers:
    """Return who looks through the files: processes where it is asked for or pays, or else this one."""
    settings = settings_of()
    model = model_of(arguments)
    count = arguments.workers
    if count is None:
        large = _LARGE if model == "none" else _LARGE_FOR_MODEL
        count = cores() if inputs.size() >= large else 1
    if count == 1:
        return Here(lambda: deckname.load(model, threads=settings.threads), options)
    return Processes(partial(_load, model), options, count=count)


def _load(model: str) -> Detector:
    return deckname.load(model, threads=1)


@contextmanager
def rare_collections() -> Iterator[None]:
    """Let the garbage collector run seldom: what a batch leaves behind has no cycles, and is half a million objects."""
    before = gc.get_threshold()
    gc.set_threshold(500_000, 50, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@dataclass(slots=True)
class Run:
    """A run over files: its report, and what it says on standard error."""

    arguments: argparse.Namespace
    options: Options
    report: Report = field(default_factory=Report)
    _clock: float = field(default_factory=time.monotonic)

    def began(self, inputs: Inputs, workers: Workers, **settings: Any) -> None:
        """Note with what the run is done."""
        self.report.began = datetime.now(UTC).isoformat(timespec="seconds")
        self.report.passed_over = inputs.passed_over
        types = self.options.types
        self.report.settings = {
            "deckname": deckname.__version__,
            "model": workers.model,
            "types": sorted(types) if isinstance(types, frozenset) else types or "direct identifiers",
            "fail_closed": self.options.fail_closed,
            **({"profile": self.arguments.profile} if self.arguments.profile else {}),
            **settings,
        }

    def ended(self, task: Task) -> None:
        """Take a file's report in, and say what went wrong with it."""
        report = task.report
        if report.status == "refused" and self.arguments.skip_unsupported:
            self.report.passed_over[report.error] += 1
            return
        self.report.files.append(report)
        if report.error:
            fail(f"{task.name}: {report.error}", FAILED)
        for warning in report.warnings:
            print(f"deckname: warning: {task.name}: {warning}", file=sys.stderr)
        for note in report.notes:
            print(f"deckname: note: {task.name}: {note}", file=sys.stderr)

    def finished(self) -> int:
        """Write the report, say what was found, and return the exit code."""
        self.report.seconds = time.monotonic() - self._clock
        self.report.files.sort(key=lambda each: each.name)  # those that were done before came first
        sys.stdout.flush()
        self._summary()
        if self.arguments.report:
            write_report(self.report, self.arguments.report)
        if any(each.status in ("failed", "refused") for each in self.report.files):
            return FAILED
        return FOUND if _alarms(self.report.files, self._alarming()) else DONE

    def _alarming(self) -> frozenset[str]:
        asked = self.arguments.fail_on or frozenset()
        return asked | {"any"} if getattr(self.arguments, "check", False) else asked

    def _summary(self) -> None:
        done = [each for each in self.report.files if each.status in ("done", "done before")]
        types: Counter[str] = sum((each.types for each in done), Counter())
        each = ", ".join(f"{name} {count:,}" for name, count in types.most_common())
        passed = self.report.passed_over.total()
        again = sum(each.status == "done before" for each in done)
        print(
            f"deckname: {types.total():,} found{f' ({each})' if each else ''} in {len(done):,} "
            f"file{'s' if len(done) != 1 else ''}, {sum(each.characters for each in done):,} characters, "
            f"{self.report.seconds:.1f} s"
            + (f"; {again:,} done before" if again else "")
            + (f"; {passed:,} passed over" if passed else ""),
            file=sys.stderr,
        )
        for why, count in self.report.passed_over.items():
            print(f"deckname: passed over: {count:,} × {why}", file=sys.stderr)


def _alarms(files: Iterable[FileReport], asked: frozenset[str]) -> bool:
    if not asked:
        return False
    return any(
        ("any" in asked and each.contains_pii) or any(asked & {type_, *ancestors(type_)} for type_ in each.types)
        for each in files
    )


def check_arguments(arguments: argparse.Namespace, own: Iterable[str]) -> None:
    """Refuse what can be seen to make no sense before any file is opened."""
    if arguments.report and arguments.report.suffix.lower() not in (".json", ".html", ".htm"):
        raise UsageError(f"--report {arguments.report}: name a file that ends in .json or .html")
    known = TYPES.keys() | set(own) | {"any"}
    named = [*(arguments.fail_on or ()), *(type_ for _, type_ in arguments.column_type)]
    unknown = [name for name in named if name not in known]
    if unknown:
        raise UsageError(f"unknown type {unknown[0]!r}; `deckname types` lists them")


def write_report(report: Report, path: Path) -> None:
    """Write a report in the form that its ending names."""
    html = path.suffix.lower() in (".html", ".htm")
    text = report.as_html() if html else json.dumps(report.as_json(), indent=2, ensure_ascii=False) + "\n"
    with open_output(path) as stream:
        stream.write(text.encode(errors="backslashreplace"))
