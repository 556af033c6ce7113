"""Write a synthetic corpus: ``python -m training.synthetic --count 1000 --seed 1 --split train --out FILE``."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from .generate import generate, write
from .pools import SPLITS
from .templates import TemplateError


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m training.synthetic", description=__doc__)
    parser.add_argument("--count", type=int, required=True, help="how many documents")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same documents")
    parser.add_argument(
        "--split", choices=SPLITS, default="train", help="neither templates nor values are shared between splits"
    )
    parser.add_argument("--out", type=Path, required=True, help="file to write, JSON lines")
    options = parser.parse_args(arguments)
    begin = time.perf_counter()
    try:
        written = write(generate(options.count, seed=options.seed, split=options.split), options.out)
    except TemplateError as error:
        print(error, file=sys.stderr)
        return 1
    print(
        f"{options.out}: {written} documents, {written / (time.perf_counter() - begin):.0f} a second", file=sys.stderr
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
