"""What the commands share: exit codes, errors, options and what they mean."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NoReturn, TypeAlias

from pydantic import ValidationError

import deckname
from deckname.detector import Detector, Options
from deckname.files import FORMATS
from deckname.files.text import decode
from deckname.policy import Policy
from deckname.settings import Settings
from deckname.types import TYPE_NAME, TYPES

Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


DONE, FOUND, USAGE, FAILED = 0, 1, 2, 3
_INTERRUPTED, _PIPE_CLOSED = 130, 141  # 128 and the signal's number, as shells have it


class UsageError(Exception):
    """The command line makes no sense; the message names the option and the remedy."""


class Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see `{self.prog} --help`)")


def fail(message: str, code: int) -> int:
    print(f"deckname: error: {' '.join(message.split())}", file=sys.stderr)
    return code


def os_message(error: OSError) -> str:
    return f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror or type(error).__name__)


def place_of(error: BaseException) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "an unknown place"


def add_what(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--types", metavar="A,B|all", help="default: the direct identifiers")
    parser.add_argument("--threshold", type=score, metavar="X", help="score from which a finding counts")
    parser.add_argument("--thresholds", action="append", default=[], metavar="TYPE=X,…", help="the same for one type")
    parser.add_argument("--allow", type=Path, action="append", default=[], metavar="FILE", help="values never to find")
    parser.add_argument("--deny", action="append", default=[], metavar="TYPE=FILE", help="values always to find")
    parser.add_argument("--regions", type=_regions, default=(), metavar="DE,US", help="countries that it comes from")
    parser.add_argument("--model", metavar="NAME|DIR|none", help="default: DECKNAME_MODEL, or the one that is built in")
    parser.add_argument(
        "--fail-closed",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="fail where a recognizer did not finish (default)",
    )


def add_selection(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help='files; none, or "-", for standard input')
    add_what(parser)
    parser.add_argument("--input-format", choices=("auto", *FORMATS), default="auto")
    parser.add_argument(
        "--field", action="append", metavar="NAME", help='of JSON lines; default "text", may be repeated'
    )


def score(given: str) -> float:
    with suppress(ValueError):
        score = float(given)
        if 0 <= score <= 1:
            return score
    raise argparse.ArgumentTypeError("a score is a number from 0 to 1")


def positive(given: str) -> int:
    if not given.isdecimal() or int(given) < 1:
        raise argparse.ArgumentTypeError("must be a whole number from 1 on")
    return int(given)


def options_of(arguments: argparse.Namespace) -> Options:
    deny: dict[str, list[str]] = {}
    for name, path in map(pair, arguments.deny):
        if not TYPE_NAME.fullmatch(name):
            raise UsageError(f"--deny {name}: a type is written in capitals, digits and underscores")
        deny.setdefault(name, []).extend(values_of(Path(path)))
    thresholds: dict[str, float] = {}
    for name, given in map(pair, ",".join(arguments.thresholds).split(",") if arguments.thresholds else ()):
        try:
            thresholds[known_type(name, deny)] = score(given)
        except argparse.ArgumentTypeError as error:
            raise UsageError(f"--thresholds {name}: {error}") from None
    types = arguments.types
    return Options(
        types=types
        if types in (None, "all")
        else frozenset(known_type(name.strip().upper(), deny) for name in types.split(",")),
        threshold=arguments.threshold,
        regions=arguments.regions,
        thresholds=thresholds,
        allow=frozenset(value for path in arguments.allow for value in values_of(path)),
        deny=deny,
        fail_closed=arguments.fail_closed,
    )


def pair(given: str) -> tuple[str, str]:
    name, equals, value = given.partition("=")
    if not (name and equals and value):
        raise UsageError("--thresholds and --deny take TYPE=VALUE")
    return name, value


def _regions(value: str) -> tuple[str, ...]:
    names = tuple(name.strip().upper() for name in value.split(","))
    if not all(len(name) == 2 and name.isascii() and name.isalpha() for name in names):
        raise argparse.ArgumentTypeError("regions are two letters each (ISO 3166): DE,US")
    return names


def known_type(name: str, own: Mapping[str, object]) -> str:
    if name not in TYPES and name not in own:
        raise UsageError(f"unknown type {name!r}; `deckname types` lists them")
    return name


def values_of(path: Path) -> list[str]:
    """Return the values of an allow or deny list: one a line, and empty lines for nothing."""
    with path.open("rb") as stream:
        text = "".join(decode(stream))
    return [value for line in text.removeprefix("\ufeff").split("\n") if (value := line.strip())]


def policy_of(path: Path | None, own: Mapping[str, object]) -> Policy:
    if path is None:
        return Policy()
    try:
        policy = Policy.model_validate_json(path.read_bytes())
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise UsageError(f"{path}: {place + ': ' if place else ''}{first['msg']}") from None
    for name in policy.types:
        known_type(name, own)
    return policy


def settings_of() -> Settings:
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        raise UsageError(f"DECKNAME_{'_'.join(map(str, first['loc'])).upper()}: {first['msg']}") from None


def detector_of(arguments: argparse.Namespace) -> Detector:
    settings = settings_of()
    return deckname.load(arguments.model or settings.model, threads=settings.threads)


def write(text: str) -> None:
    sys.stdout.buffer.write(text.encode(errors="backslashreplace"))
