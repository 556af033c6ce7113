"""What scrubadub finds in Documents, as JSONL: run in an environment of its own, without the network.

    python3.11 -m venv VENV && VENV/bin/pip install scrubadub==2.0.1
    VENV/bin/python benchmarks/peers_scrubadub.py [--all] FILE... > OUT

As it comes: the detectors that it loads by itself for en_US. ``--all``: those of en_US and of en_GB that run offline,
those that it does not load by itself included; the detectors of names and of Skype need data that NLTK downloads.
"""

from __future__ import annotations

import argparse
import json
import socket
from pathlib import Path
from typing import Any

LEFT_OUT = {"skype", "text_blob_name", "tagged", "user_supplied"}


def refuse(*_: object, **__: object) -> None:
    raise OSError("the network was touched")


def scrubbers(*, everything: bool) -> list[Any]:
    import scrubadub  # type: ignore[import-not-found,unused-ignore]  # a venv of its own
    from scrubadub.detectors.catalogue import (  # type: ignore[import-not-found,unused-ignore]  # a venv of its own
        detector_catalogue,
    )

    if not everything:
        return [scrubadub.Scrubber()]
    made = []
    for locale in ("en_US", "en_GB"):
        kinds = [kind for name, kind in detector_catalogue.get_all().items() if name not in LEFT_OUT]
        kinds = [kind for kind in kinds if not hasattr(kind, "supported_locale") or kind.supported_locale(locale)]
        made.append(scrubadub.Scrubber(detector_list=[kind(locale=locale) for kind in kinds], locale=locale))
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--all", action="store_true")
    arguments = parser.parse_args()
    socket.socket.connect = socket.socket.connect_ex = refuse  # type: ignore[assignment,method-assign]  # no network
    own = scrubbers(everything=arguments.all)
    for path in arguments.files:
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            found = {
                (part.beg, part.end, part.type)
                for scrubber in own
                for filth in scrubber.iter_filth(record["text"])
                for part in getattr(filth, "filths", [filth])  # what overlaps comes merged
            }
            spans = [{"start": start, "end": end, "label": label} for start, end, label in sorted(found)]
            print(json.dumps({"id": record["id"], "spans": spans}))


if __name__ == "__main__":
    main()
