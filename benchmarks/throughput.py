"""How many characters a second: the whole detector on one core, on sentences and on long texts.

    taskset -c 0 python -m benchmarks.throughput --data data
    taskset -c 0 python -m benchmarks.throughput --data data --presidio en_core_web_md

Texts are German news and Wikipedia (germeval2014, dev) and the synthetic dev split: sentences as they are, and joined
to texts of 1 and of 10 KB. The best of five rounds counts; texts are looked through one by one, and then all at once.
"""

from __future__ import annotations

import argparse
import json
import platform
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import deckname
from benchmarks.accuracy import presidio_finder, presidio_label

ROUNDS = 5
CHARACTERS = 60_000  # of each kind


def texts(data: Path) -> list[str]:
    """Return news and synthetic texts in turn."""
    news, synthetic = (
        [json.loads(line)["text"] for line in (data / name).open(encoding="utf-8")]
        for name in ("germeval2014.dev.jsonl", "synthetic.dev.jsonl")
    )
    return [text for pair in zip(news, synthetic, strict=False) for text in pair]


def joined(parts: Iterable[str], *, size: int) -> Iterator[str]:
    """Yield texts of about ``size`` characters."""
    text = ""
    for part in parts:
        text += part + "\n"
        if len(text) >= size:
            yield text
            text = ""


def kinds(data: Path) -> dict[str, list[str]]:
    """Return sentences and longer texts, of each about ``CHARACTERS``."""
    everything = texts(data)
    found = {
        "sentences": [text for text in everything if len(text) < 120],
        "1 KB": list(joined(everything, size=1_000)),
        "10 KB": list(joined(everything, size=10_000)),
    }
    return {name: _cut(own) for name, own in found.items()}


def _cut(own: list[str]) -> list[str]:
    kept: list[str] = []
    while own[len(kept) :] and sum(map(len, kept)) < CHARACTERS:
        kept.append(own[len(kept)])
    return kept


def rate(call: Callable[[Sequence[str]], object], own: Sequence[str]) -> int:
    """Return characters a second, the best of some rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        call(own)
        best = min(best, time.perf_counter() - begun)
    return round(sum(map(len, own)) / best)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("data"))
    parser.add_argument("--model", default="small")
    parser.add_argument("--presidio", metavar="SPACY_MODEL")
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    calls: dict[str, Callable[[Sequence[str]], object]]
    if arguments.presidio:
        import spacy

        nlp = spacy.load(arguments.presidio)
        finder, name = presidio_finder(nlp), presidio_label(nlp)
        calls = {"one by one": lambda own: [finder([text], "all") for text in own]}
    else:
        detector = deckname.load(arguments.model, threads=1)
        name = detector.model
        calls = {"one by one": lambda own: [detector.detect(text) for text in own], "at once": detector.detect_batch}
    figures = {
        kind: {"texts": len(own), "characters": sum(map(len, own))}
        | {f"characters a second, {how}": rate(call, own) for how, call in calls.items()}
        for kind, own in kinds(arguments.data).items()
    }
    record = {"finder": name, "machine": _machine(), "figures": figures}
    text = json.dumps(record, indent=1)
    if arguments.out:
        arguments.out.write_text(text + "\n", encoding="utf-8")
    print(text)


def _machine() -> str:
    processor = Path("/proc/cpuinfo")
    names = [line.partition(":")[2].strip() for line in processor.open() if line.startswith("model name")]
    return f"{names[0] if names else platform.machine()}, Python {platform.python_version()}"


if __name__ == "__main__":
    main()
