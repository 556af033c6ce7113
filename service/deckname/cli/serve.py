"""deckname serve: answer over HTTP."""

from __future__ import annotations

import argparse
import os

from deckname.cli.options import DONE, FAILED, Commands, positive, settings_of


def add(commands: Commands) -> None:
    parser = commands.add_parser("serve", help="answer over HTTP")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=_port, default=8000)
    parser.add_argument("--uds", metavar="PATH", help="a Unix socket in place of host and port")
    parser.add_argument("--workers", type=positive, default=1, metavar="N", help="processes")
    parser.add_argument("--model", metavar="NAME|DIR|none")
    parser.set_defaults(command=run)


def _port(given: str) -> int:
    if not given.isdecimal() or int(given) > 65_535:
        raise argparse.ArgumentTypeError("must be a whole number from 0 to 65535")
    return int(given)


def run(arguments: argparse.Namespace) -> int:
    import uvicorn

    settings = settings_of()
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
