"""What the commands share: exit codes, errors, options and what they mean."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn, TypeAlias

from pydantic import ValidationError

import deckname
from deckname import build, profiles
from deckname.detector import Detector, Options
from deckname.files import FORMATS
from deckname.files.encoding import ENCODINGS, decoded
from deckname.policy import Policy
from deckname.profiles import Profile
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
    parser.add_argument(
        "--profile", metavar="NAME|FILE", help="types, thresholds and policy by name: hipaa-safe-harbor, logs, …"
    )
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
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help='files, folders, patterns ("logs/**/*.log"); "-": standard input'
    )
    add_what(parser)
    reading = parser.add_argument_group("how files are read")
    reading.add_argument("--input-format", choices=("auto", *FORMATS), default="auto")
    reading.add_argument("--encoding", choices=ENCODINGS, metavar="NAME", help="of text files; default: found out")
    reading.add_argument("--hidden", action="store_true", help="take hidden files of folders along")
    reading.add_argument(
        "--skip-unsupported", action="store_true", help="pass over files of unknown formats instead of failing"
    )
    reading.add_argument("--field", action="append", metavar="NAME", help="of JSON lines: look at this string alone")
    reading.add_argument("--pointer", action="append", metavar="/A/B", help="of JSON: look below this place alone")
    reading.add_argument("--columns", metavar="A,B", help="of tables: look at these alone (names or numbers)")
    reading.add_argument("--skip-columns", metavar="A,B", help="of tables: leave these as they are")
    reading.add_argument(
        "--text-columns", metavar="A,B", help="of parquet and Arrow: these become text in any case, so that files agree"
    )
    reading.add_argument(
        "--column-type", type=_column_type, action="append", default=[], metavar="COLUMN=TYPE", help="all its cells"
    )
    reading.add_argument("--by-column", action="store_true", help="let the first rows tell what columns are as a whole")
    reading.add_argument("--delimiter", type=_delimiter, metavar="C", help="of CSV; default: found out")
    reading.add_argument(
        "--images", choices=("blank", "keep", "refuse"), help="in documents: blank ones in their place (default)"
    )
    reading.add_argument(
        "--attachments", choices=("note", "refuse"), help="of mails, unreadable: a note in their place (default)"
    )
    work = parser.add_argument_group("how the work is done and told")
    work.add_argument("--workers", type=positive, metavar="N", help="processes; default: the cores, 1 for small inputs")
    work.add_argument("--report", type=Path, metavar="FILE", help="counts by file, as .json or .html")
    work.add_argument("--hide-names", action="store_true", help="number files in place of naming them")
    work.add_argument(
        "--fail-on", type=_fail_on, metavar="TYPE,…|any", help="exit with 1 where this is found, for CI and git hooks"
    )
    work.add_argument("--quiet", action="store_true", help="no progress")


def _delimiter(given: str) -> str:
    given = {"tab": "\t", "\\t": "\t"}.get(given, given)
    if len(given) != 1 or given in '"\r\n':
        raise argparse.ArgumentTypeError('a delimiter is one character, or "tab"')
    return given


def _column_type(given: str) -> tuple[str, str]:
    column, equals, type_ = given.rpartition("=")
    if not (column and equals and TYPE_NAME.fullmatch(type_)):
        raise argparse.ArgumentTypeError("name a column and what it holds: birth=DATE_OF_BIRTH")
    return column, type_


def _fail_on(given: str) -> frozenset[str]:
    names = frozenset("any" if name.strip().lower() == "any" else name.strip().upper() for name in given.split(","))
    if not all(name == "any" or TYPE_NAME.fullmatch(name) for name in names):
        raise argparse.ArgumentTypeError('name types, or "any"')
    return names


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
    own = {*deny, *build.taught_types(model_of(arguments))}
    thresholds: dict[str, float] = {}
    for name, given in map(pair, ",".join(arguments.thresholds).split(",") if arguments.thresholds else ()):
        try:
            thresholds[known_type(name, own)] = score(given)
        except argparse.ArgumentTypeError as error:
            raise UsageError(f"--thresholds {name}: {error}") from None
    types = arguments.types
    options = Options(
        types=types
        if types in (None, "all")
        else frozenset(known_type(name.strip().upper(), own) for name in types.split(",")),
        threshold=arguments.threshold,
        regions=arguments.regions,
        thresholds=thresholds,
        allow=frozenset(value for path in arguments.allow for value in values_of(path)),
        deny=deny,
        fail_closed=arguments.fail_closed,
    )
    profile = profile_of(arguments)
    return profile.applied(options) if profile else options


def profile_of(arguments: argparse.Namespace) -> Profile | None:
    """Return the profile that is asked for."""
    if not arguments.profile:
        return None
    try:
        return profiles.load(arguments.profile)
    except profiles.ProfileError as error:
        raise UsageError(f"--profile {error}" if Path(arguments.profile).exists() else f"--profile: {error}") from None


def model_of(arguments: argparse.Namespace) -> str:
    """Return the name of the model: the one that is asked for, none where the profile has none, or the settings'."""
    profile = profile_of(arguments)
    model: str = arguments.model or (profile.model if profile and profile.model else settings_of().model)
    return model


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


def known_type(name: str, own: Collection[str]) -> str:
    if name not in TYPES and name not in own:
        raise UsageError(f"unknown type {name!r}; `deckname types` lists them")
    return name


def values_of(path: Path) -> list[str]:
    """Return the values of an allow or deny list: one a line, and empty lines for nothing."""
    with path.open("rb") as stream:
        text = "".join(decoded(stream, "utf-8")[1])
    return [value for line in text.removeprefix("\ufeff").split("\n") if (value := line.strip())]


def policy_of(given: str | None, own: Iterable[str], *, profile: Profile | None = None) -> Policy:
    """Return the policy of a file or of a profile's name, or else the profile's."""
    if given is None:
        return profile.policy if profile else Policy()
    try:
        policy = profiles.load_policy(given)
    except profiles.ProfileError as error:
        raise UsageError(str(error)) from None
    for name in policy.types if given not in profiles.NAMES else ():
        known_type(name, set(own))
    return policy


def settings_of() -> Settings:
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        raise UsageError(f"DECKNAME_{'_'.join(map(str, first['loc'])).upper()}: {first['msg']}") from None


def detector_of(arguments: argparse.Namespace) -> Detector:
    return deckname.load(model_of(arguments), threads=settings_of().threads)


def write(text: str) -> None:
    sys.stdout.buffer.write(text.encode(errors="backslashreplace"))
