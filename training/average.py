"""Average the weights of runs that came from one another.

    python -m training.average --runs runs/second runs/third --shares 0.35 0.65 --out runs/mine

Passes of one training lie in one valley, and a point between them is often better than either ("model soups", Wortsman
et al. 2022, https://arxiv.org/abs/2203.05482). The ranges of the 8-bit rounding are averaged, too.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path


def average(runs: Sequence[Path], shares: Sequence[float], out: Path) -> None:
    """Write the average of some runs of one shape; its record is the last run's, with ``average`` added.

    Raises:
        ValueError: the runs differ in shape or vocabulary, or the shares do not add up to 1.
    """
    from safetensors.torch import load_file, save_file

    if len(shares) != len(runs) or abs(sum(shares) - 1) > 1e-6:
        raise ValueError("give each run a share, and shares that add up to 1")
    states = [load_file(run / "model.safetensors") for run in runs]
    for run, state in zip(runs, states, strict=True):
        if {name: value.shape for name, value in state.items()} != {n: v.shape for n, v in states[0].items()}:
            raise ValueError(f"{run} has other weights than {runs[0]}")
        if (run / "tokenizer.json").read_bytes() != (runs[0] / "tokenizer.json").read_bytes():
            raise ValueError(f"{run} has another vocabulary than {runs[0]}")
    out.mkdir(parents=True, exist_ok=True)
    mixed = {
        name: sum(share * state[name].float() for share, state in zip(shares, states, strict=True))
        .to(value.dtype)  # type: ignore[union-attr]  # a tensor, for there is a run
        .contiguous()
        for name, value in states[-1].items()
    }
    save_file(mixed, out / "model.safetensors")
    for name in ("config.json", "tokenizer.json"):
        (out / name).write_bytes((runs[-1] / name).read_bytes())
    record = json.loads((runs[-1] / "training.json").read_text())
    (out / "training.json").write_text(json.dumps(record | {"average": list(shares)}, indent=2))


def main() -> None:
    """Average runs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=Path, nargs="+", required=True, help="the last one gives the record")
    parser.add_argument("--shares", type=float, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    average(arguments.runs, arguments.shares, arguments.out)
    print(f"{arguments.out}: {', '.join(map(str, arguments.runs))}")


if __name__ == "__main__":
    main()
