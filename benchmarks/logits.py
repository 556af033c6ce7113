"""The digest of a model's logits on made-up tokens: to compare processors.

python -m benchmarks.logits --model models/small
qemu-x86_64 -cpu Haswell python -m benchmarks.logits --model models/small     # AVX2 without VNNI, emulated
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

import numpy as np

from deckname.artifact import load


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    arguments = parser.parse_args()
    session = load(arguments.model, threads=1).session
    ids = np.random.default_rng(0).integers(5, 20_000, (4, 64))
    (logits,) = session.run(["logits"], {"input_ids": ids})
    print(hashlib.sha256(logits.round(3).tobytes()).hexdigest(), logits.shape, f"{logits.sum():.3f}")


if __name__ == "__main__":
    main()
