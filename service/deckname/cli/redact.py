"""deckname redact: write files without their personal data."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from contextlib import ExitStack
from dataclasses import fields
from pathlib import Path

from deckname import build
from deckname.batch.audit import Audit
from deckname.batch.ledger import Ledger
from deckname.batch.outputs import Output
from deckname.batch.redacting import Redacting
from deckname.batch.task import Task
from deckname.cli.inputs import Inputs, inputs_of, outputs_of, reading_of, tasks_of
from deckname.cli.options import (
    Commands,
    UsageError,
    add_selection,
    model_of,
    options_of,
    policy_of,
    profile_of,
    settings_of,
)
from deckname.cli.progress import Progress
from deckname.cli.running import Run, check_arguments, rare_collections, workers_of
from deckname.detector import Options
from deckname.files import open_output
from deckname.keys import Keyring
from deckname.policy import Policy
from deckname.session import Session


def add(commands: Commands) -> None:
    parser = commands.add_parser("redact", help="write files without their personal data")
    add_selection(parser)
    parser.add_argument("-o", "--output", metavar="DIR|FILE", help="where to write; without it, standard output")
    parser.add_argument("--policy", metavar="NAME|FILE", help="which operator for which type: JSON, YAML, a profile's")
    parser.add_argument("--key-file", type=Path, metavar="FILE", help="secrets; default: DECKNAME_KEY_FILE")
    parser.add_argument("--subject", default="", metavar="ID", help="whose files these are: their dates move together")
    parser.add_argument("--mapping", type=Path, metavar="FILE", help="keep what numbered placeholders stand for")
    parser.add_argument("--resume", action="store_true", help="go on where a run into the same directory ended")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, and write nothing")
    parser.add_argument("--audit", type=Path, metavar="FILE", help="add a line a file to this trail (JSON lines)")
    parser.add_argument("--names", type=Path, metavar="FILE", help="with --hide-names: keep which number is which file")
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    options = options_of(arguments)
    policy = policy_of(
        arguments.policy,
        {*options.deny, *options.own_types, *build.taught_types(model_of(arguments))},
        profile=profile_of(arguments),
    )
    check_arguments(arguments, {*options.deny, *options.own_types})
    output = Path(arguments.output) if arguments.output else None
    inputs = inputs_of(arguments, output=output)
    tasks = _tasks(arguments, inputs)
    many = bool(output and tasks and tasks[0].target not in (None, output))
    if arguments.resume and not many:
        raise UsageError("--resume needs a directory to write to: -o DIR")
    if arguments.resume and arguments.mapping:
        raise UsageError("--mapping needs all files in one run, so it does not go with --resume")
    _check_kept(arguments.mapping, arguments.names, arguments.report)
    keys = keys_of(arguments.key_file)
    policy.check_keys(keys)
    session = Session(keys, subject=arguments.subject) if arguments.mapping else None
    if arguments.names:
        _write_names(inputs, tasks, arguments.names)
    telling = Run(arguments, options)
    with ExitStack() as stack:
        stack.enter_context(rare_collections())
        workers = stack.enter_context(workers_of(arguments, options, inputs))
        for task in tasks:
            task.workers = workers
        ledger: Ledger | None = None
        if output and many and not arguments.dry_run:
            output.mkdir(parents=True, exist_ok=True)
            settings = _settings(arguments, options, policy, workers.model, keys)
            ledger = Ledger.open(output, settings, resume=arguments.resume)
        telling.began(inputs, workers, policy=policy.model_dump(mode="json", by_alias=True), dry_run=arguments.dry_run)
        audit = Audit(arguments.audit) if arguments.audit and not arguments.dry_run else None
        if audit:
            audit.began(model=workers.model, policy=policy_digest(policy), files=len(tasks))
        progress = stack.enter_context(Progress(len(tasks), inputs.size(), quiet=arguments.quiet))

        def ended(task: Task, written: Output | None) -> None:
            telling.ended(task)
            progress.file_done(task.size)
            if audit:
                audit.file(task.report, sha256=written.sha256 if written else "")

        redacting = Redacting(
            policy=policy,
            keys=keys,
            session=session,
            subject=arguments.subject,
            ledger=ledger,
            stdout=None if output else sys.stdout.buffer,
            dry=arguments.dry_run,
            ended=ended,
            moved_on=lambda task: progress.at(task.through),
        )
        complete = False
        try:
            redacting.run(tasks, workers, options)
            complete = all(each.status in ("done", "done before") for each in telling.report.files)
        finally:
            if ledger:
                ledger.close(complete=complete)
            if audit:
                audit.ended(telling.report, complete=complete)
            if session and not arguments.dry_run and (complete or session.mapping):  # after Ctrl-C, too
                _write_privately(arguments.mapping, session.mapping)
    return telling.finished()


def _check_kept(*paths: Path | None) -> None:
    """Refuse places where nothing can be written: a file that was replaced has no other way back than its mapping."""
    for path in paths:
        if path is not None and not path.parent.is_dir():
            raise UsageError(f"{path}: there is no directory {path.parent}")
        if path is not None and path.is_dir():
            raise UsageError(f"{path} is a directory")


def _tasks(arguments: argparse.Namespace, inputs: Inputs) -> list[Task]:
    tasks = tasks_of(inputs, reading_of(arguments), hide=arguments.hide_names)
    if arguments.dry_run and arguments.output is None:
        return tasks
    targets = outputs_of(inputs, arguments.output, hide=arguments.hide_names)
    for task, target in zip(tasks, targets, strict=True):
        task.target = target
        if target is not None:
            within = Path(arguments.output)
            task.report.output = str(target.relative_to(within)) if target != within else target.name
            if arguments.hide_names and target == within:
                task.report.output = task.name
    return tasks


def policy_digest(policy: Policy) -> str:
    """Return the SHA-256 of a policy in its one canonical spelling."""
    spelled = json.dumps(policy.model_dump(mode="json", by_alias=True), sort_keys=True)
    return hashlib.sha256(spelled.encode()).hexdigest()


def _settings(arguments: argparse.Namespace, options: Options, policy: Policy, model: str, keys: Keyring) -> str:
    """Return all that decides what the outputs look like, in one spelling."""
    asked = {
        each.name: sorted(value) if isinstance(value := getattr(options, each.name), frozenset) else value
        for each in fields(options)
        if each.name != "recognizers"  # those of the profile
    }
    profile = profile_of(arguments)
    reading = reading_of(arguments)
    return json.dumps(
        {
            "options": asked,
            "profile": profile.model_dump(mode="json") if profile else None,
            "policy": policy.model_dump(mode="json", by_alias=True),
            "model": model,
            "reading": [reading.format, dict(reading.options), reading.by_column],
            "hide": arguments.hide_names,
            "subject": arguments.subject,
            "keys": [key.id for key in keys],
        },
        sort_keys=True,
        default=str,
    )


def _write_names(inputs: Inputs, tasks: list[Task], path: Path) -> None:
    names = {task.name: str(each.path) for task, each in zip(tasks, inputs.files, strict=True)}
    _write_privately(path, names)


def _write_privately(path: Path, content: dict[str, str]) -> None:
    path.touch(mode=0o600)  # a mode that what is written keeps
    if path.is_file():  # that was there already, perhaps for all to read
        path.chmod(0o600)
    with open_output(path) as stream:
        stream.write(json.dumps(content, indent=2).encode() + b"\n")


def keys_of(path: Path | None) -> Keyring:
    """Return the keys of a file, or of that which the settings name."""
    chosen = path or getattr(settings_of(), "key_file", None)
    return Keyring.read(Path(chosen)) if chosen else Keyring()
