"""The inputs of a command: files, folders and globs, and where each goes."""

from __future__ import annotations

import argparse
import glob
import os
import stat
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from deckname.batch.ledger import NAME
from deckname.batch.task import Reading, Task
from deckname.cli.options import UsageError
from deckname.files import APPENDED, ENDINGS, ending_of
from deckname.report import FileReport

_MAGIC = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Input:
    """A file, or standard input without a path; ``relative`` is where it stands in the tree that was named."""

    path: Path | None
    relative: PurePath

    @property
    def name(self) -> str:
        name = "-" if self.path is None else str(self.path)
        return name if name.isprintable() else repr(name)


@dataclass(slots=True)
class Inputs:
    """What a command works on; ``passed_over`` counts what it leaves out, by reason."""

    files: list[Input] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)
    several: bool = False  # whether more than one file may have been meant: their output is a directory

    def size(self) -> int:
        """Bytes of all files."""
        return sum(each.path.stat().st_size for each in self.files if each.path is not None and each.path.exists())


def inputs_of(arguments: argparse.Namespace, *, output: Path | None = None) -> Inputs:
    """Return what the arguments name. Folders are walked, save hidden files, links, and the output itself.

    Raises:
        UsageError: standard input is named twice, or a pattern fits no file.
    """
    if arguments.field and arguments.input_format not in ("auto", "jsonl"):
        raise UsageError("--field is for JSON lines")
    given = arguments.paths or ["-"]
    if given.count("-") > 1:
        raise UsageError("standard input can be read once only")
    inputs = Inputs(several=len(given) > 1)
    for name in given:
        path = Path(name)
        if name == "-":
            inputs.files.append(Input(None, PurePath("-")))
        elif path.is_dir():
            inputs.several = True
            # One folder is mirrored as it is; of several, each keeps its name.
            base = path.parent if len(given) > 1 and path.name not in ("", "..") else path
            inputs.files += _walked(path, base, inputs.passed_over, output, hidden=arguments.hidden)
        elif not path.exists() and _MAGIC & set(name):
            inputs.several = True
            inputs.files += _globbed(name, inputs.passed_over, output, hidden=arguments.hidden)
        else:
            inputs.files.append(Input(path, PurePath(path.name)))
    return inputs


def _walked(
    folder: Path, base: Path, passed_over: Counter[str], output: Path | None, *, hidden: bool
) -> Iterator[Input]:
    """Yield the files under a folder in the order of their names. Links may lead out of it, or in circles."""
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        path = folder / entry.name
        if entry.name == NAME or (output is not None and output.exists() and path.exists() and path.samefile(output)):
            continue
        if entry.name.startswith(".") and not hidden:
            passed_over["hidden (--hidden takes it along)"] += 1
        elif entry.is_symlink():
            passed_over["a symbolic link"] += 1
        elif entry.is_dir():
            yield from _walked(path, base, passed_over, output, hidden=hidden)
        elif entry.is_file():
            yield Input(path, PurePath(os.path.relpath(path, base)))
        else:
            passed_over["no regular file"] += 1


def _globbed(pattern: str, passed_over: Counter[str], output: Path | None, *, hidden: bool) -> Iterator[Input]:
    """Yield the files that fit a pattern; ``**`` is any number of folders."""
    base = Path(*_until_magic(Path(pattern).parts))
    found = sorted(glob.glob(pattern, recursive=True, include_hidden=hidden))
    if not found:
        raise UsageError(f"{pattern}: no file fits")
    seen: set[str] = set()
    for name in found:
        path = Path(name)
        if _through_link(path, base):
            continue
        if path.is_symlink():
            passed_over["a symbolic link"] += 1
        elif path.is_file() and name not in seen and not _below(path, output):
            seen.add(name)
            yield Input(path, PurePath(os.path.relpath(path, base)))


def _through_link(path: Path, base: Path) -> bool:
    """Whether a folder between the two is a link; ``**`` goes in circles there."""
    return any(parent.is_symlink() for parent in path.parents if parent != base and base in (parent, *parent.parents))


def _until_magic(parts: Sequence[str]) -> Iterator[str]:
    for part in parts[:-1]:
        if _MAGIC & set(part):
            return
        yield part


def _below(path: Path, folder: Path | None) -> bool:
    return folder is not None and folder.is_dir() and folder.resolve() in path.resolve().parents


def reading_of(arguments: argparse.Namespace) -> Reading:
    """Return how the files are read."""
    options: dict[str, object] = {
        "fields": tuple(arguments.field or ()),
        "pointers": tuple(arguments.pointer or ()),
        "columns": _names(arguments.columns),
        "skip": _names(arguments.skip_columns),
        "as_text": _names(arguments.text_columns),
        "types": tuple(arguments.column_type),
        "delimiter": arguments.delimiter,
        "encoding": arguments.encoding,
        "images": arguments.images,
        "attachments": arguments.attachments,
    }
    return Reading(
        format=arguments.input_format,
        options={name: value for name, value in options.items() if value},
        by_column=arguments.by_column,
    )


def _names(given: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in given.split(",")) if given else ()


def tasks_of(inputs: Inputs, reading: Reading, *, hide: bool = False) -> list[Task]:
    """Return a task for each input, named as it is, or by its number and its ending."""
    tasks = []
    for number, each in enumerate(inputs.files, 1):
        name = hidden_name(each, number) if hide else each.name
        info = None
        if each.path is not None and each.path.exists():
            info = each.path.stat()
            if not stat.S_ISREG(info.st_mode):
                info = None
        tasks.append(
            Task(
                name=name,
                source=each.path,
                stdin=sys.stdin.buffer if each.path is None else None,
                reading=reading,
                stat=info,
                subject=str(each.relative),
                report=FileReport(name),
            )
        )
    return tasks


def hidden_name(each: Input, number: int) -> str:
    """Return a name that says nothing but what kind of file it is."""
    if each.path is None:
        return "-"
    return f"{number:06d}{ending_of(each.path.name)}"


def outputs_of(inputs: Inputs, given: str | None, *, hide: bool = False) -> list[Path | None]:
    """Return where each input's redacted text goes; None for standard output.

    Raises:
        UsageError: it would go nowhere, over an input, or where another goes.
    """
    if given is None:
        if inputs.several:
            raise UsageError("several files need a directory to go to: -o DIR")
        return [None]
    target = Path(given)
    if not (inputs.several or target.is_dir() or given.endswith(("/", os.sep))):
        if not target.parent.is_dir():
            raise UsageError(f"-o {target}: there is no directory {target.parent}")
        return [target]  # named outright, so it may be the input itself
    if target.exists() and not target.is_dir():
        raise UsageError(f"-o {target} is a file; several files need a directory")
    return list(_in_directory(inputs, target, hide=hide))


def _in_directory(inputs: Inputs, target: Path, *, hide: bool) -> Iterator[Path]:
    sources = {_identity(each.path) for each in inputs.files if each.path is not None and each.path.exists()}
    taken: set[str] = set()
    for number, each in enumerate(inputs.files, 1):
        if each.path is None:
            raise UsageError("standard input has no name in a directory; give -o FILE")
        relative = PurePath(hidden_name(each, number)) if hide else each.relative
        output = target / relative.with_name(relative.name + _appended(relative.name))
        if os.path.normcase(output) in taken:
            raise UsageError(f"two inputs would both be written to {output}")
        if output.exists() and _identity(output) in sources:
            raise UsageError(f"{output} is an input, and is overwritten only where -o names it as FILE")
        taken.add(os.path.normcase(output))
        yield output


def _appended(name: str) -> str:
    return APPENDED.get(ENDINGS.get(PurePath(name).suffix.lower(), ""), "")


def _identity(path: Path) -> tuple[int, int]:
    info = path.stat()
    return info.st_dev, info.st_ino
