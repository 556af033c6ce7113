"""deckname restore: put values back where their tokens or placeholders stand."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from deckname.cli.options import DONE, Commands, UsageError, settings_of
from deckname.errors import InvalidRequest
from deckname.files import open_output
from deckname.keys import Keyring
from deckname.restore import restore


def add(commands: Commands) -> None:
    parser = commands.add_parser(
        "restore", help="put values back: tokens of `encrypt` by their keys, numbered placeholders by their mapping"
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help='text files; "-": standard input')
    parser.add_argument("--key-file", type=Path, metavar="FILE", help="secrets; default: DECKNAME_KEY_FILE")
    parser.add_argument("--mapping", type=Path, metavar="FILE", help="JSON: placeholder -> value, as redact writes it")
    parser.add_argument("-o", "--output", type=Path, metavar="DIR|FILE", help="default: standard output")
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    path = arguments.key_file or settings_of().key_file
    keys = Keyring.read(path) if path else None
    mapping = _mapping_of(arguments.mapping) if arguments.mapping else {}
    if keys is None and not mapping:
        raise UsageError("--key-file or --mapping: without either there is nothing to restore with")
    paths = arguments.paths or ["-"]
    count = 0
    for given, target in zip(paths, _targets(paths, arguments.output), strict=True):
        raw = sys.stdin.buffer.read() if given == "-" else Path(given).read_bytes()
        try:
            restored = restore(_decoded(raw), keys=keys, mapping=mapping)
        except InvalidRequest as error:
            raise _Failed(f"{given}: {error}") from None
        content = restored.text.encode()
        if target is None:
            sys.stdout.buffer.write(content)
        else:
            with open_output(target) as stream:
                stream.write(content)
        count += restored.count
    print(f"deckname: {count:,} restored in {len(paths):,} file{'s' if len(paths) != 1 else ''}", file=sys.stderr)
    return DONE


class _Failed(InvalidRequest):
    """An error with the file it was met in."""


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode()  # line ends and a byte order mark stay as they are
    except UnicodeDecodeError:
        pass
    raise InvalidRequest("is not UTF-8; decompress or convert it first")


def _targets(paths: list[str], output: Path | None) -> list[Path | None]:
    if output is None:
        return [None] * len(paths)
    if len(paths) == 1 and not output.is_dir():
        return [output]
    if not output.is_dir():
        raise UsageError(f"-o {output}: several files need a directory that is there")
    names = [Path(path).name for path in paths]
    if "-" in names or len(names) > len(set(names)):
        raise UsageError(f"-o {output}: two inputs would have one name there, or standard input none")
    return [output / name for name in names]


def _mapping_of(path: Path) -> dict[str, str]:
    try:
        found = json.loads(path.read_bytes())
    except ValueError:
        found = None
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise UsageError(f"--mapping {path}: is no JSON object of placeholders and their values")
    return found
