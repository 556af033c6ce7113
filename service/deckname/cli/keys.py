"""deckname keys: make, list and remove the API keys of a service."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from deckname.auth import SCOPES, ApiKey, KeyFile, Scope, digest, new_key
from deckname.cli.options import DONE, Commands, UsageError, write


def add(commands: Commands) -> None:
    parser = commands.add_parser("keys", help="make, list and remove API keys")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    new = actions.add_parser("new", help="make a key; it is shown once, and the file keeps its digest")
    new.add_argument("file", type=Path, metavar="FILE")
    new.add_argument("--name", required=True, help="whose key it is")
    new.add_argument(
        "--scopes", type=_scopes, default=("detect", "redact"), metavar="SCOPE,…", help=f"of {', '.join(SCOPES)}"
    )
    new.add_argument("--requests-per-second", type=_rate, metavar="N", help="0: no limit; default: the service's")
    new.add_argument("--characters-per-second", type=_rate, metavar="N")
    new.set_defaults(command=run_new)
    shown = actions.add_parser("list", help="names, scopes and limits")
    shown.add_argument("file", type=Path, metavar="FILE")
    shown.set_defaults(command=run_list)
    removed = actions.add_parser("remove", help="take a key out of the file")
    removed.add_argument("file", type=Path, metavar="FILE")
    removed.add_argument("--name", required=True)
    removed.set_defaults(command=run_remove)


def _scopes(given: str) -> tuple[Scope, ...]:
    chosen = set(given.split(","))
    if unknown := sorted(chosen - set(SCOPES)):
        raise argparse.ArgumentTypeError(f"no scope is called {', '.join(unknown)}; there are {', '.join(SCOPES)}")
    return tuple(scope for scope in SCOPES if scope in chosen)


def _rate(given: str) -> float:
    try:
        rate = float(given)
    except ValueError:
        rate = -1.0
    if not 0 <= rate < float("inf"):
        raise argparse.ArgumentTypeError("must be a number from 0 on")
    return rate


def run_new(arguments: argparse.Namespace) -> int:
    before = KeyFile.read(arguments.file).keys if arguments.file.exists() else ()
    if any(key.name == arguments.name for key in before):
        raise UsageError(f"--name {arguments.name}: there is such a key already; two live side by side under two names")
    key = new_key()
    try:
        made = ApiKey(
            name=arguments.name,
            sha256=digest(key),
            scopes=arguments.scopes,
            requests_per_second=arguments.requests_per_second,
            characters_per_second=arguments.characters_per_second,
        )
    except ValueError:
        raise UsageError("--name: letters, digits, dots, dashes and underscores, up to 64") from None
    KeyFile(keys=(*before, made)).write(arguments.file)
    write(key + "\n")
    print(
        f"deckname: {arguments.file}: {made.name} may {', '.join(made.scopes)}; it is shown this once", file=sys.stderr
    )
    return DONE


def run_list(arguments: argparse.Namespace) -> int:
    for key in KeyFile.read(arguments.file).keys:
        limits = [
            f"{rate:g} {what} a second"
            for rate, what in ((key.requests_per_second, "requests"), (key.characters_per_second, "characters"))
            if rate is not None
        ]
        write("\t".join([key.name, ",".join(key.scopes), ", ".join(limits) or "the service's limits"]) + "\n")
    return DONE


def run_remove(arguments: argparse.Namespace) -> int:
    before = KeyFile.read(arguments.file).keys
    after = tuple(key for key in before if key.name != arguments.name)
    if len(after) == len(before):
        raise UsageError(f"--name {arguments.name}: there is no such key in {arguments.file}")
    KeyFile(keys=after).write(arguments.file)
    return DONE
