"""deckname feedback: make examples of what reviewers said, count it, and erase it."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from deckname.cli.options import DONE, FOUND, Commands, UsageError, settings_of, write
from deckname.errors import FeedbackError
from deckname.feedback.export import Reviewed, document_line, pair_lines, reviewed
from deckname.feedback.verdicts import KINDS
from deckname.files import open_output
from deckname.keys import Keyring

if TYPE_CHECKING:
    from deckname.feedback.store import Stats, Store

_DAY = 86_400


def add(commands: Commands) -> None:
    parser = commands.add_parser("feedback", help="make examples of what reviewers said, count it, erase it")
    actions = parser.add_subparsers(required=True, metavar="ACTION")

    export = actions.add_parser(
        "export",
        help="documents.jsonl and pairs.jsonl for `python -m training.finetune`; they hold texts in the clear",
    )
    export.add_argument("-o", "--output", type=Path, required=True, metavar="DIR")
    export.add_argument("--key-file", type=Path, metavar="FILE", help="secrets; default: DECKNAME_KEY_FILE")
    export.add_argument("--since", type=_moment, default=0.0, metavar="DATE", help="2026-05-17 (UTC), or with a time")
    export.add_argument("--model", metavar="NAME@VERSION", help="reviews of this model's findings alone")
    export.set_defaults(command=run_export)

    purge = actions.add_parser("purge", help="erase what is older than DECKNAME_FEEDBACK_DAYS, or than so many days")
    purge.add_argument("--older-than", type=_days, metavar="DAYS", help="0: everything")
    purge.set_defaults(command=run_purge)

    erase = actions.add_parser("erase", help="erase reviews by their ids; exit code 1 where one is not there")
    erase.add_argument("ids", nargs="+", metavar="ID")
    erase.set_defaults(command=run_erase)

    stats = actions.add_parser("stats", help="count verdicts by model and type; needs no key")
    stats.add_argument("--format", choices=("table", "json"), default="table")
    stats.set_defaults(command=run_stats)
    for action in (export, purge, erase, stats):
        action.add_argument("--url", metavar="URL", help="the database; default: DECKNAME_FEEDBACK_URL")


def _moment(given: str) -> float:
    try:
        moment = datetime.fromisoformat(given)
    except ValueError:
        raise argparse.ArgumentTypeError("must be a date such as 2026-05-17, or with a time behind it") from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _days(given: str) -> float:
    try:
        days = float(given)
    except ValueError:
        days = -1.0
    if not 0 <= days < float("inf"):
        raise argparse.ArgumentTypeError("must be a number of days from 0 on")
    return days


def _store(arguments: argparse.Namespace) -> Store:
    url = arguments.url or settings_of().feedback_url
    if not url:
        raise UsageError("--url URL, or DECKNAME_FEEDBACK_URL: where are the reviews?")
    path = url.removeprefix("sqlite:///")
    if path != url and not Path(path).exists():  # SQLite would make it
        raise FeedbackError(f"{path}: there is no such database")
    from deckname.feedback.store import Store

    return Store(url)


def run_export(arguments: argparse.Namespace) -> int:
    settings = settings_of()
    path = arguments.key_file or settings.key_file
    if path is None:
        raise UsageError("--key-file FILE, or DECKNAME_KEY_FILE: reviews are encrypted")
    keys = Keyring.read(path)
    # What has stayed its time is as good as erased.
    since = max(arguments.since, time.time() - settings.feedback_days * _DAY if settings.feedback_days else 0.0)
    with closing(_store(arguments)) as store:
        records = list(store.records(keys, since=since, model=arguments.model))
    arguments.output.mkdir(parents=True, exist_ok=True, mode=0o700)
    found = list(reviewed(records))
    documents = _written(arguments.output / "documents.jsonl", map(document_line, found))
    pairs = _written(arguments.output / "pairs.jsonl", (line for record in records for line in pair_lines(record)))
    print(f"deckname: {arguments.output}: {_told(found, documents, pairs, len(records))}", file=sys.stderr)
    return DONE


def _told(found: list[Reviewed], documents: int, pairs: int, records: int) -> str:
    partial = sum(bool(each.open) for each in found)
    replaced = sum(each.replaced for each in found)
    return (
        f"{documents:,} documents ({partial:,} of them reviewed in part) and {pairs:,} pairs of {records:,} reviews; "
        f"{replaced:,} verdicts gave way to later ones"
    )


def _written(path: Path, lines: Iterable[str]) -> int:
    """Write a file that its owner alone may read, whole or not at all; return the number of its lines."""
    if path.is_file():
        path.chmod(0o600)  # or the new file would be as open as the old one
    count = 0
    with open_output(path) as stream:
        for line in lines:
            stream.write(line.encode() + b"\n")
            count += 1
    path.chmod(0o600)
    return count


def run_purge(arguments: argparse.Namespace) -> int:
    days = settings_of().feedback_days if arguments.older_than is None else arguments.older_than
    if arguments.older_than is None and not days:
        raise UsageError("--older-than DAYS: DECKNAME_FEEDBACK_DAYS is 0, which keeps everything")
    # A clock counts whole seconds: what came in this one is older than nothing.
    with closing(_store(arguments)) as store:
        erased = store.purge(before=time.time() - days * _DAY + (0 if days else 1))
    print(f"deckname: {erased:,} reviews erased", file=sys.stderr)
    return DONE


def run_erase(arguments: argparse.Namespace) -> int:
    with closing(_store(arguments)) as store:
        erased = sum(store.erase(id_) for id_ in dict.fromkeys(arguments.ids))
    print(f"deckname: {erased:,} reviews erased", file=sys.stderr)
    return DONE if erased == len(set(arguments.ids)) else FOUND


def run_stats(arguments: argparse.Namespace) -> int:
    with closing(_store(arguments)) as store:
        stats = store.stats()
    if arguments.format == "json":
        write(json.dumps(_as_json(stats), indent=2) + "\n")
    else:
        for line in _table(stats):
            write(line + "\n")
    return DONE


def _by_model_and_type(stats: Stats) -> dict[tuple[str, str], Counter[str]]:
    counted: dict[tuple[str, str], Counter[str]] = {}
    for (model, kind, type_), count in sorted(stats.verdicts.items()):
        counted.setdefault((model, type_), Counter())[kind] += count
    return counted


def _precision(counts: Counter[str]) -> float | None:
    """Return the share of findings that reviewers called right; what was missed was no finding."""
    findings = counts.total() - counts["missed"]
    return counts["right"] / findings if findings else None


def _as_json(stats: Stats) -> dict[str, object]:
    return {
        "reviews": stats.reviews,
        "choices": stats.choices,
        "first": _date(stats.first),
        "last": _date(stats.last),
        "verdicts": [
            {"model": model, "type": type_, **{kind: counts[kind] for kind in KINDS}, "precision": _precision(counts)}
            for (model, type_), counts in _by_model_and_type(stats).items()
        ],
    }


def _table(stats: Stats) -> Iterator[str]:
    span = f", {_date(stats.first)} to {_date(stats.last)}" if stats.reviews else ""
    yield f"{stats.reviews:,} reviews, {stats.choices:,} choices{span}"
    rows = [("MODEL", "TYPE", *(kind.upper() for kind in KINDS), "PRECISION")]
    for (model, type_), counts in _by_model_and_type(stats).items():
        precision = _precision(counts)
        told = "-" if precision is None else f"{precision:.2f}"
        rows.append((model, type_, *(str(counts[kind]) for kind in KINDS), told))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    if len(rows) > 1:
        for row in rows:
            yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _date(seconds: int | None) -> str | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d")
