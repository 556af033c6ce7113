"""What a bounded hold-back costs: texts redacted as a stream, beside the same texts redacted as a whole.

    python -m benchmarks.streams data.jsonl --model small --hold-back 100 200 400 1000 --limit 200

``data.jsonl`` holds ``{"text": ..., "spans": [{"start", "end", "type"}]}`` a line, as ``deckname evaluate`` reads it.
Short texts are joined, ``--join`` at a time, so that windows end within them. Lost are characters that the whole covers
and the stream does not, "more" the other way round; where the data has spans, ``gold_whole`` and ``gold_stream`` count
those that the one and the other cover. Every text is cut into words and not at all; both answers must be the same.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import deckname
from deckname.detector import Detector, Options
from deckname.live import Live, Size
from deckname.policy import Policy
from deckname.session import Session

Intervals = list[tuple[int, int]]


@dataclass
class Told:
    """Sums over texts for one hold-back."""

    texts: int = 0
    equal: int = 0
    found: int = 0
    same: int = 0
    characters: int = 0
    lost: int = 0
    more: int = 0
    gold: int = 0
    gold_whole: int = 0
    gold_stream: int = 0
    cuts_differ: int = 0
    seconds: float = field(default=0.0)


def read(path: Path, *, limit: int, join: int) -> Iterator[tuple[str, Intervals]]:
    """Yield texts and their gold spans."""
    texts: list[str] = []
    spans: Intervals = []
    length = 0
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number == limit * join:
                break
            entry = json.loads(line)
            spans += [(length + span["start"], length + span["end"]) for span in entry.get("spans", ())]
            texts.append(entry["text"])
            length += len(entry["text"]) + 1
            if len(texts) == join:
                yield "\n".join(texts), spans
                texts, spans, length = [], [], 0


def streamed(detector: Detector, chunks: Sequence[str], size: Size) -> tuple[str, Intervals, set[tuple[int, int, str]]]:
    """Return the redacted text, what was covered, and the spans."""
    live = Live(detector, Options(), Policy(), Session(), size, fail_closed=False)
    parts = []
    for chunk in chunks:
        live.feed(chunk)
        parts.append(live.advance())
    live.end()
    parts.append(live.advance())
    covered: Intervals = []
    spans = set()
    start = 0
    for detection, text in live.found:
        covered += [(start + span.start, start + span.end) for span in detection.spans]
        spans |= {(start + span.start, start + span.end, span.type) for span in detection.spans}
        start += len(text)
    return "".join(parts), covered, spans


def characters(spans: Intervals) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def compare(told: Told, detector: Detector, text: str, gold: Intervals, size: Size) -> None:
    detection = detector.detect(text)
    whole = {(span.start, span.end, span.type) for span in detection.spans}
    began = time.perf_counter()
    redacted, covered, spans = streamed(detector, re.findall(r"\S*\s*", text), size)
    told.seconds += time.perf_counter() - began
    told.cuts_differ += redacted != streamed(detector, [text], size)[0]
    told.texts += 1
    told.equal += spans == whole
    told.found += len(whole)
    told.same += len(spans & whole)
    mine, all_ = characters(covered), characters([(start, end) for start, end, _ in whole])
    told.characters += len(text)
    told.lost += len(all_ - mine)
    told.more += len(mine - all_)
    for start, end in gold:
        inside = set(range(start, end))
        told.gold += 1
        told.gold_whole += inside <= all_
        told.gold_stream += inside <= mine


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--model", default="small")
    parser.add_argument("--hold-back", type=int, nargs="+", default=[100, 200, 400, 1000])
    parser.add_argument("--limit", type=int, default=200, help="texts, after joining")
    parser.add_argument("--join", type=int, default=8)
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    detector = deckname.load(arguments.model, threads=arguments.threads)
    detector.detect("Nobody.")
    data = list(read(arguments.path, limit=arguments.limit, join=arguments.join))
    for hold_back in arguments.hold_back:
        told = Told()
        for text, gold in data:
            compare(told, detector, text, gold, Size.holding(hold_back))
        json.dump({"model": detector.model, "hold_back": hold_back, **vars(told)}, sys.stdout)
        print(flush=True)


if __name__ == "__main__":
    main()
