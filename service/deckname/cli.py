"""deckname detect | redact | serve | types | evaluate.

Results go to standard output, counts and errors to standard error. Exit codes: 0 done, 1 something was found (with
``--check`` only), 2 usage, 3 failed.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter as Tally
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NoReturn

from pydantic import ValidationError

import deckname
from deckname.detector import Detector, Options
from deckname.document import read_documents
from deckname.errors import DecknameError, InvalidRequest
from deckname.evaluate import LabelMap, evaluate, parse_label_map
from deckname.files import FORMATS, Format, Record, format_of, open_output
from deckname.files.jsonl import Jsonl
from deckname.files.text import Text, decode, decode_lines
from deckname.findings import Warning
from deckname.policy import Policy
from deckname.settings import Settings
from deckname.span import Span
from deckname.stream import Counter, Piece, combined_score
from deckname.text import OffsetUnit
from deckname.types import TYPE_NAME, TYPES

DONE, FOUND, USAGE, FAILED = 0, 1, 2, 3
_INTERRUPTED, _PIPE_CLOSED = 130, 141  # 128 and the signal's number, as shells have it


class _UsageError(Exception):
    """The command line makes no sense; the message names the option and the remedy."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _UsageError(f"{message} (see `{self.prog} --help`)")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code."""
    try:
        arguments = _parser().parse_args(argv)
        command: Callable[[argparse.Namespace], int] = arguments.command
        code = command(arguments)
        sys.stdout.flush()
        return code
    except SystemExit as request:  # --help and --version
        return request.code if isinstance(request.code, int) else DONE
    except _UsageError as error:
        return _fail(str(error), USAGE)
    except DecknameError as error:
        return _fail(str(error), FAILED)
    except BrokenPipeError:
        # The interpreter flushes once more at its end, and would complain.
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED
    except OSError as error:
        return _fail(_os_message(error), FAILED)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as error:
        # Neither message nor traceback: they may quote the text.
        return _fail(f"unexpected {type(error).__name__} at {_place(error)}; please report it", FAILED)


def _fail(message: str, code: int) -> int:
    print(f"deckname: error: {' '.join(message.split())}", file=sys.stderr)
    return code


def _os_message(error: OSError) -> str:
    return f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror or type(error).__name__)


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "an unknown place"


# The options.


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="deckname", description="Find personal data in text, and redact it, on your own machine.")
    parser.add_argument("--version", action="version", version=f"deckname {deckname.__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    detect = commands.add_parser("detect", help="say where personal data stands")
    _add_selection(detect)
    detect.add_argument("--format", choices=("table", "jsonl"), default="table")
    detect.add_argument("--offset-unit", choices=[unit.value for unit in OffsetUnit], default="codepoint")
    detect.add_argument("--include-text", action="store_true", help="show the values themselves")
    detect.add_argument("--check", action="store_true", help="exit with 1 where personal data is found")
    detect.set_defaults(command=_detect)

    redact = commands.add_parser("redact", help="write the text without its personal data")
    _add_selection(redact)
    redact.add_argument("-o", "--output", metavar="DIR|FILE", help="where to write; without it, standard output")
    redact.add_argument("--policy", type=Path, metavar="FILE", help="JSON: which operator for which type")
    redact.set_defaults(command=_redact)

    serve = commands.add_parser("serve", help="answer over HTTP")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=_port, default=8000)
    serve.add_argument("--uds", metavar="PATH", help="a Unix socket in place of host and port")
    serve.add_argument("--workers", type=_positive, default=1, metavar="N", help="processes")
    serve.add_argument("--model", metavar="NAME|DIR|none")
    serve.set_defaults(command=_serve)

    types = commands.add_parser("types", help="list the types of personal data")
    types.add_argument("--format", choices=("table", "jsonl"), default="table")
    types.set_defaults(command=_types)

    measure = commands.add_parser("evaluate", help="compare with gold spans")
    measure.add_argument("gold", type=Path, metavar="GOLD.jsonl")
    measure.add_argument("--map", type=Path, metavar="labels.json", help="JSON: label to type, list of types or null")
    measure.add_argument("--format", choices=("table", "json"), default="table")
    measure.add_argument("--bootstrap", type=_positive, default=0, metavar="N", help="draws for 95 %% intervals")
    _add_what(measure)
    measure.set_defaults(command=_evaluate)
    return parser


def _add_what(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--types", metavar="A,B|all", help="default: the direct identifiers")
    parser.add_argument("--threshold", type=_score, metavar="X", help="score from which a finding counts")
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


def _add_selection(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help='files; none, or "-", for standard input')
    _add_what(parser)
    parser.add_argument("--input-format", choices=("auto", *FORMATS), default="auto")
    parser.add_argument(
        "--field", action="append", metavar="NAME", help='of JSON lines; default "text", may be repeated'
    )


def _score(given: str) -> float:
    with suppress(ValueError):
        score = float(given)
        if 0 <= score <= 1:
            return score
    raise argparse.ArgumentTypeError("a score is a number from 0 to 1")


def _positive(given: str) -> int:
    if not given.isdecimal() or int(given) < 1:
        raise argparse.ArgumentTypeError("must be a whole number from 1 on")
    return int(given)


def _port(given: str) -> int:
    if not given.isdecimal() or int(given) > 65_535:
        raise argparse.ArgumentTypeError("must be a whole number from 0 to 65535")
    return int(given)


def _options(arguments: argparse.Namespace) -> Options:
    deny: dict[str, list[str]] = {}
    for name, path in map(_pair, arguments.deny):
        if not TYPE_NAME.fullmatch(name):
            raise _UsageError(f"--deny {name}: a type is written in capitals, digits and underscores")
        deny.setdefault(name, []).extend(_values(Path(path)))
    thresholds: dict[str, float] = {}
    for name, given in map(_pair, ",".join(arguments.thresholds).split(",") if arguments.thresholds else ()):
        try:
            thresholds[_type(name, deny)] = _score(given)
        except argparse.ArgumentTypeError as error:
            raise _UsageError(f"--thresholds {name}: {error}") from None
    types = arguments.types
    return Options(
        types=types
        if types in (None, "all")
        else frozenset(_type(name.strip().upper(), deny) for name in types.split(",")),
        threshold=arguments.threshold,
        regions=arguments.regions,
        thresholds=thresholds,
        allow=frozenset(value for path in arguments.allow for value in _values(path)),
        deny=deny,
        fail_closed=arguments.fail_closed,
    )


def _pair(given: str) -> tuple[str, str]:
    name, equals, value = given.partition("=")
    if not (name and equals and value):
        raise _UsageError("--thresholds and --deny take TYPE=VALUE")
    return name, value


def _regions(value: str) -> tuple[str, ...]:
    names = tuple(name.strip().upper() for name in value.split(","))
    if not all(len(name) == 2 and name.isascii() and name.isalpha() for name in names):
        raise argparse.ArgumentTypeError("regions are two letters each (ISO 3166): DE,US")
    return names


def _type(name: str, own: Mapping[str, object]) -> str:
    if name not in TYPES and name not in own:
        raise _UsageError(f"unknown type {name!r}; `deckname types` lists them")
    return name


def _values(path: Path) -> list[str]:
    """Return the values of an allow or deny list: one a line, and empty lines for nothing."""
    with path.open("rb") as stream:
        text = "".join(decode(stream))
    return [value for line in text.removeprefix("\ufeff").split("\n") if (value := line.strip())]


def _policy(path: Path | None, own: Mapping[str, object]) -> Policy:
    if path is None:
        return Policy()
    try:
        policy = Policy.model_validate_json(path.read_bytes())
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise _UsageError(f"{path}: {place + ': ' if place else ''}{first['msg']}") from None
    for name in policy.types:
        _type(name, own)
    return policy


def _settings() -> Settings:
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        raise _UsageError(f"DECKNAME_{'_'.join(map(str, first['loc'])).upper()}: {first['msg']}") from None


def _detector(arguments: argparse.Namespace) -> Detector:
    settings = _settings()
    return deckname.load(arguments.model or settings.model, threads=settings.threads)


# Inputs.


@dataclass(frozen=True, slots=True)
class _Input:
    """A file, or standard input, and how it is read."""

    path: Path | None
    format: Format

    @property
    def name(self) -> str:
        name = "-" if self.path is None else str(self.path)
        return name if name.isprintable() else repr(name)

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        if self.path is None:
            yield sys.stdin.buffer
        else:
            with self.path.open("rb") as stream:
                yield stream


def _inputs(arguments: argparse.Namespace) -> list[_Input]:
    if arguments.field and arguments.input_format == "text":
        raise _UsageError("--field is for JSON lines")
    paths = [None if given == "-" else Path(given) for given in arguments.paths or ["-"]]
    if paths.count(None) > 1:
        raise _UsageError("standard input can be read once only")
    inputs = []
    for path in paths:
        if path is not None and path.is_dir():
            raise _UsageError(f"{path} is a directory; name its files")
        name = format_of(path) if arguments.input_format == "auto" else arguments.input_format
        jsonl = Jsonl(fields=tuple(arguments.field or ("text",)))
        inputs.append(_Input(path, jsonl if name == "jsonl" else Text()))
    return inputs


@dataclass(slots=True)
class _Summary:
    """What went through; counts and never text."""

    began: float = field(default_factory=time.monotonic)
    files: int = 0
    characters: int = 0
    contains_pii: bool = False
    failed: bool = False
    types: Tally[str] = field(default_factory=Tally)

    def add(self, piece: Piece) -> None:
        self.characters += len(piece.text)
        self.contains_pii |= piece.contains_pii
        self.types.update(span.type for span in piece.spans)

    def show(self) -> None:
        each = ", ".join(f"{name} {count:,}" for name, count in self.types.most_common())
        print(
            f"deckname: {self.types.total():,} found{f' ({each})' if each else ''} in {self.files:,} "
            f"file{'s' if self.files != 1 else ''}, {self.characters:,} characters, "
            f"{time.monotonic() - self.began:.1f} s",
            file=sys.stderr,
        )


def _each(inputs: Sequence[_Input], work: Callable[[_Input, _Summary], None]) -> _Summary:
    """Do the work for each input; one that fails is reported and does not stop the others."""
    summary = _Summary()
    for source in inputs:
        try:
            work(source, summary)
            summary.files += 1
        except DecknameError as error:
            _fail(f"{source.name}: {error}", FAILED)
            summary.failed = True
        except BrokenPipeError:
            raise
        except OSError as error:
            _fail(_os_message(error), FAILED)
            summary.failed = True
    sys.stdout.flush()
    summary.show()
    return summary


def _warn(name: str, warnings: Sequence[Warning]) -> None:
    for warning in warnings:
        print(f"deckname: warning: {name}: {warning.code}: {warning.type}", file=sys.stderr)


def _write(text: str) -> None:
    sys.stdout.buffer.write(text.encode(errors="backslashreplace"))


# detect


def _detect(arguments: argparse.Namespace) -> int:
    options = _options(arguments)
    inputs = _inputs(arguments)
    detector = _detector(arguments)
    show = _show_lines if arguments.format == "jsonl" else _show_rows
    unit = OffsetUnit(arguments.offset_unit)

    def work(source: _Input, summary: _Summary) -> None:
        with source.open() as stream:
            records = _counted(source.format.read(stream, detector, options), summary)
            show(source, records, unit=unit, include_text=arguments.include_text, model=detector.model)

    summary = _each(inputs, work)
    return FAILED if summary.failed else FOUND if arguments.check and summary.contains_pii else DONE


def _counted(records: Iterator[Record], summary: _Summary) -> Iterator[Record]:
    for record in records:
        for piece in record.pieces:
            summary.add(piece)
        yield record


def _show_rows(source: _Input, records: Iterator[Record], *, unit: OffsetUnit, include_text: bool, model: str) -> None:
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
                _write("\t".join(cells) + "\n")
            seen |= dict.fromkeys(piece.warnings)
    _warn(source.name, list(seen))


def _show_lines(source: _Input, records: Iterator[Record], *, unit: OffsetUnit, include_text: bool, model: str) -> None:
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
            _write(json.dumps(place | found.as_json(unit, model), ensure_ascii=False) + "\n")
    if source.format.one_text:
        _write(json.dumps({"path": source.name} | whole.as_json(unit, model), ensure_ascii=False) + "\n")


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


# redact


def _redact(arguments: argparse.Namespace) -> int:
    options = _options(arguments)
    policy = _policy(arguments.policy, options.deny)
    inputs = _inputs(arguments)
    outputs = _outputs(inputs, arguments.output)
    detector = _detector(arguments)

    def work(source: _Input, summary: _Summary) -> None:
        with source.open() as stream, _output(outputs[source.name], like=source.path) as output:
            seen: dict[Warning, None] = {}
            for record in _counted(source.format.read(stream, detector, options), summary):
                output.write(record.redacted(policy).encode())
                seen |= {warning: None for piece in record.pieces for warning in piece.warnings}
        _warn(source.name, list(seen))

    return FAILED if _each(inputs, work).failed else DONE


def _outputs(inputs: Sequence[_Input], given: str | None) -> dict[str, Path | None]:
    """Return where each input's redacted text goes, by its name; None for standard output."""
    if given is None:
        if len(inputs) > 1:
            raise _UsageError("several files need a directory to go to: -o DIR")
        return {inputs[0].name: None}
    target = Path(given)
    if not (len(inputs) > 1 or target.is_dir() or given.endswith(("/", os.sep))):
        if not target.parent.is_dir():
            raise _UsageError(f"-o {target}: there is no directory {target.parent}")
        return {inputs[0].name: target}  # named outright, so it may be the input itself
    if target.exists() and not target.is_dir():
        raise _UsageError(f"-o {target} is a file; several files need a directory")
    outputs: dict[str, Path | None] = {}
    taken: set[str] = set()
    for source in inputs:
        if source.path is None:
            raise _UsageError("standard input has no name in a directory; give -o FILE")
        output = target / source.path.name
        if os.path.normcase(output) in taken:
            raise _UsageError(f"two inputs would both be written to {output}")
        if any(other.path and _same(other.path, output) for other in inputs):
            raise _UsageError(f"{output} is an input, and is overwritten only where -o names it as FILE")
        taken.add(os.path.normcase(output))
        outputs[source.name] = output
    target.mkdir(parents=True, exist_ok=True)
    return outputs


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _output(path: Path | None, *, like: Path | None) -> AbstractContextManager[BinaryIO]:
    return open_output(path, like=like) if path else nullcontext(sys.stdout.buffer)


# serve, types, evaluate


def _serve(arguments: argparse.Namespace) -> int:
    import uvicorn

    settings = _settings()
    # The application reads its settings by itself, in each process.
    os.environ["DECKNAME_MODEL"] = arguments.model or settings.model
    try:
        uvicorn.run(
            "deckname.app:create_logging_app",
            factory=True,
            host=arguments.host,
            port=arguments.port,
            uds=arguments.uds,
            workers=arguments.workers,
            log_level=settings.log_level.lower(),
            access_log=False,
            log_config=None,
            server_header=False,
        )
    except SystemExit as request:  # uvicorn's code for a failed start is 1 or 3, and 1 means something else here
        return FAILED if request.code else DONE
    return DONE


def _types(arguments: argparse.Namespace) -> int:
    width = max(map(len, TYPES))
    for entry in TYPES.values():
        if arguments.format == "jsonl":
            fields = {
                "name": entry.name,
                "tier": entry.tier.value,
                "description": entry.description,
                "parent": entry.parent,
                "presidio": entry.presidio,
            }
            _write(json.dumps(fields) + "\n")
        else:
            _write(f"{entry.name.ljust(width)}  {entry.tier.value.ljust(6)}  {entry.description}\n")
    return DONE


def _evaluate(arguments: argparse.Namespace) -> int:
    options = _options(arguments)
    labels = _label_map(arguments.map)
    began = time.monotonic()
    with arguments.gold.open("rb") as stream:
        report = evaluate(
            read_documents(decode_lines(stream)),
            _detector(arguments),
            options=options,
            labels=labels,
            bootstrap=arguments.bootstrap,
        )
    _write((json.dumps(report.as_json(), indent=2) if arguments.format == "json" else report.table()) + "\n")
    seconds = time.monotonic() - began
    print(
        f"deckname: {report.documents:,} documents, {report.characters:,} characters, {seconds:.1f} s", file=sys.stderr
    )
    return DONE


def _label_map(path: Path | None) -> LabelMap:
    if path is None:
        return {}
    try:
        return parse_label_map(json.loads(path.read_text(encoding="utf-8")))
    except (InvalidRequest, ValueError) as error:
        problem = str(error) if isinstance(error, InvalidRequest) else "not JSON in UTF-8"
        raise _UsageError(f"{path}: {problem}") from error
