"""How fast are all patterns together, on one core, over ordinary text?

    taskset -c 0 python -m benchmarks.recognizers.speed --text FILE...

Texts are plain, or JSONL with a "text" in each line; they are joined and cut into texts of 10 KB, 1 MB in all. Seconds
are those of the process (``time.process_time``), the best of three rounds after one to warm up; a MB is a million bytes
of UTF-8. "patterns" is what the recognizers take, once where all types are asked for and once for the direct
identifiers alone, which are found by default: what finds but others is not asked then. "detect" is all of
``Detector.detect`` for the latter, with folding, fusing and resolving. Each recognizer is measured alone, too, for all
types, and those of the shared search for hints near the hints that the search found.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import deckname
from benchmarks.recognizers.cases import parser, write
from deckname.detector import Detector, Recognizer
from deckname.findings import Passage
from deckname.recognizers.labelled import windows
from deckname.recognizers.scan import NearHints
from deckname.text import normalise
from deckname.types import DIRECT_TYPES, TYPES

ROUNDS = 3
PIECE, WHOLE = 10_000, 1_000_000  # characters
SLOWEST = 25  # recognizers that are listed


def pieces(texts: Iterable[str], *, size: int = PIECE, whole: int = WHOLE) -> list[str]:
    """Return texts joined by line ends, cut into parts of ``size`` characters, ``whole`` in all at most."""
    joined = "\n".join(texts)[:whole]
    return [joined[at : at + size] for at in range(0, len(joined), size)]


def texts_of(paths: Iterable[Path]) -> Iterator[str]:
    """Yield the texts of files, in turn, so that each has its share."""
    columns = []
    for path in paths:
        text = path.read_text(encoding="utf-8")
        columns.append(
            [json.loads(line)["text"] for line in text.splitlines()] if path.suffix == ".jsonl" else text.split("\n\n")
        )
    for row in range(max(map(len, columns), default=0)):
        yield from (column[row] for column in columns if row < len(column))


def seconds(call: Callable[[], object], *, rounds: int = ROUNDS) -> float:
    """Return the seconds of the process that a call takes, the best of some rounds."""
    call()
    best = float("inf")
    for _ in range(rounds):
        begun = time.process_time()
        call()
        best = min(best, time.process_time() - begun)
    return max(best, 1e-9)


def measure(detector: Detector, texts: Sequence[str], *, rounds: int = ROUNDS) -> dict[str, Any]:
    """Return MB/s of all together, and the milliseconds that each recognizer takes for a MB."""
    size = sum(len(text.encode("utf-8")) for text in texts) / 1e6
    passages = [Passage(normalise(text).text) for text in texts]
    direct = [replace(passage, types=DIRECT_TYPES) for passage in passages]

    def find(recognizer: Recognizer, passages: Sequence[Passage]) -> None:
        for passage in passages:  # one by one, as texts come
            list(recognizer.find([passage]))

    def detect() -> None:
        for text in texts:
            detector.detect(text)

    def patterns(passages: Sequence[Passage]) -> None:
        for recognizer in detector.recognizers:
            type_ = getattr(recognizer, "type", None)
            if type_ not in TYPES or passages[0].wants(type_):
                find(recognizer, passages)

    def near(recognizer: NearHints) -> Callable[[], None]:
        hinted = [
            (each, ranges)
            for each in passages
            if (ranges := windows(each.text, recognizer.hints, before=recognizer.before, after=recognizer.after))
        ]

        def find_in() -> None:
            for passage, ranges in hinted:
                recognizer.find_in(passage, ranges)

        return find_in

    def table(calls: Iterable[tuple[object, Callable[[], None]]]) -> dict[str, float]:
        taken: dict[str, float] = {}
        for number, (recognizer, call) in enumerate(calls):
            name = f"{getattr(recognizer, 'type', type(recognizer).__name__)} {number}"
            taken[name] = 1e3 * seconds(call, rounds=rounds) / size
        return {name: round(ms, 1) for name, ms in sorted(taken.items(), key=lambda row: -row[1])[:SLOWEST]}

    return {
        "MB": round(size, 3),
        "patterns, all types, MB/s": round(size / seconds(partial(patterns, passages), rounds=rounds), 2),
        "patterns, direct identifiers, MB/s": round(size / seconds(partial(patterns, direct), rounds=rounds), 2),
        "detect, direct identifiers, MB/s": round(size / seconds(detect, rounds=rounds), 2),
        "recognizers, ms/MB": table((each, partial(find, each, passages)) for each in detector.recognizers),
        "within the shared search, ms/MB": table(
            (each, near(each)) for recognizer in detector.recognizers for each in getattr(recognizer, "recognizers", ())
        ),
    }


def main() -> None:
    arguments_of = parser(__doc__)
    arguments_of.add_argument("--text", type=Path, nargs="+", required=True, metavar="FILE")
    arguments = arguments_of.parse_args()
    figures = measure(deckname.load("none"), pieces(texts_of(arguments.text)))
    write("speed", figures | {"texts": sorted(path.name for path in arguments.text)}, arguments.out)


if __name__ == "__main__":
    main()
