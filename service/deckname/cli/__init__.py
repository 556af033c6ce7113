"""deckname detect | redact | restore | policy | serve | keys | types | evaluate | calibrate | classify | feedback.

Results go to standard output, counts and errors to standard error. Exit codes: 0 done, 1 something was found (with
``--check`` only), 2 usage, 3 failed.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

import deckname
from deckname.cli import calibrate, classify, detect, evaluate, feedback, keys, policy, redact, restore, serve, types
from deckname.cli.options import DONE, FAILED, USAGE, Parser, UsageError, fail, os_message, place_of
from deckname.errors import DecknameError

_INTERRUPTED, _PIPE_CLOSED = 130, 141  # 128 and the signal's number, as shells have it


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
    except UsageError as error:
        return fail(str(error), USAGE)
    except DecknameError as error:
        return fail(str(error), FAILED)
    except BrokenPipeError:
        # The interpreter flushes once more at its end, and would complain.
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED
    except OSError as error:
        return fail(os_message(error), FAILED)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as error:
        # Neither message nor traceback: they may quote the text.
        return fail(f"unexpected {type(error).__name__} at {place_of(error)}; please report it", FAILED)


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="deckname", description="Find personal data in text, and redact it, on your own machine.")
    parser.add_argument("--version", action="version", version=f"deckname {deckname.__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    for command in (detect, redact, restore, policy, serve, keys, types, evaluate, calibrate, classify, feedback):
        command.add(commands)
    return parser
