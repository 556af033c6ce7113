"""What DataFog finds in Documents, as JSONL: run in an environment of its own, without the network.

    python3.11 -m venv VENV && VENV/bin/pip install datafog==4.9.0
    VENV/bin/python benchmarks/peers_datafog.py [--locale de] FILE... > OUT

Its default engine, regular expressions; its others need spaCy or GLiNER models.
"""

from __future__ import annotations

import argparse
import json
import os
import socket
from pathlib import Path


def refuse(*_: object, **__: object) -> None:
    raise OSError("the network was touched")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--locale", action="append")
    arguments = parser.parse_args()
    socket.socket.connect = socket.socket.connect_ex = refuse  # type: ignore[assignment,method-assign]  # no network
    os.environ["DATAFOG_NO_TELEMETRY"] = "1"
    from datafog import scan  # type: ignore[import-not-found,unused-ignore]  # a venv of its own

    for path in arguments.files:
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            found = scan(record["text"], locales=arguments.locale).entities
            spans = [{"start": each.start, "end": each.end, "label": each.type} for each in found if each.start >= 0]
            print(json.dumps({"id": record["id"], "spans": spans}))


if __name__ == "__main__":
    main()
