"""What rounding costs a run that was not trained to round: schemes of 8 bits on the words of the dev sets, in torch.

    python -m benchmarks.rounding --run runs/small --data data

row: a scale for each row of the activations, measured when it runs. tensor: one fixed scale. channel: a fixed scale for
each input channel, moved into the weights (what ``training.graph`` serves). Weights have a scale for each output.
"""

from __future__ import annotations

import argparse
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.encode import Example, TagSets, encode, read
from training.export import token_ids, word_f1, word_means
from training.finetune import Config, Tagger, open_base

SETS = ("synthetic.dev.jsonl", "germeval2014.dev.jsonl", "wnut17.dev.jsonl", "meddocan.dev.jsonl")
WINDOWS = 150  # of each set


class Rounded(nn.Module):
    """A linear layer whose input and weights are rounded as ``scheme`` says."""

    def __init__(self, plain: nn.Linear) -> None:
        super().__init__()
        self.plain = plain
        self.scheme, self.bits = "observe", 8
        self.seen = torch.zeros(plain.in_features)

    def forward(self, value: Tensor) -> Tensor:
        weight = self.plain.weight
        if self.scheme == "observe":
            self.seen = torch.maximum(self.seen, value.detach().flatten(0, -2).abs().amax(0))
        if self.scheme in ("observe", "fp32"):
            return self.plain(value)
        if self.scheme == "row":
            steps = value.abs().amax(-1, keepdim=True).clamp(min=1e-9) / 127
        else:
            steps = (self.seen if self.scheme == "channel" else self.seen.max()).clamp(min=1e-3) / 127
        rounded = (value / steps).round().clamp(-128, 127)
        if self.scheme == "channel":
            return nn.functional.linear(rounded, _weights(weight * steps, self.bits), self.plain.bias)
        return nn.functional.linear(rounded * steps, _weights(weight, self.bits), self.plain.bias)


def _weights(matrix: Tensor, bits: int) -> Tensor:
    largest = 2 ** (bits - 1) - 1
    scales = matrix.abs().amax(1, keepdim=True).clamp(min=1e-12) / largest
    return (matrix / scales).round() * scales


def wrap(tagger: Tagger) -> list[Rounded]:
    """Put a ``Rounded`` in the place of every linear layer of the encoder."""
    found = []
    for module in list(tagger.encoder.modules()):
        for name, child in list(module.named_children()):
            if type(child) is nn.Linear:
                setattr(module, name, Rounded(child))
                found.append(getattr(module, name))
    return found


@torch.no_grad()
def word_logits(tagger: Tagger, examples: list[Example], multiple: int) -> list[NDArray[np.float32]]:
    """Return the logits of the words of each example."""
    return [
        word_means(tagger(torch.from_numpy(token_ids(each, multiple)))[0, : len(each.ids)].numpy(), each)
        for each in examples
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=Path("data"))
    arguments = parser.parse_args()
    config = Config()
    tokenizer = Tokenizer.from_file(str(arguments.run / "tokenizer.json"))
    sets = TagSets(config.types)
    examples: list[Example] = []
    for name in SETS:
        found = encode(read([arguments.data / name]), tokenizer, sets, tokens=config.window, overlap=config.overlap)
        examples += islice(found, WINDOWS)
    allowed = sets.matrix()
    tagger = open_base(arguments.run, config).eval()
    layers = wrap(tagger)
    reference = word_logits(tagger, examples, config.pad_multiple)
    print(
        f"{'scheme':10} {'bits of weights':>16} {'F1 on words':>12} {'equal decisions':>16} {'largest shift, mean':>20}"
    )
    for scheme, bits in (("fp32", 32), ("row", 8), ("row", 7), ("tensor", 8), ("channel", 8), ("channel", 7)):
        for layer in layers:
            layer.scheme, layer.bits = scheme, bits
        found_logits = word_logits(tagger, examples, config.pad_multiple)
        f1 = word_f1([each.argmax(1) for each in found_logits], examples, allowed)
        pairs = list(zip(reference, found_logits, strict=True))
        equal = np.mean(np.concatenate([a.argmax(1) == b.argmax(1) for a, b in pairs]))
        shift = np.mean([np.abs(a - b).max() for a, b in pairs])
        print(f"{scheme:10} {bits:16} {f1:12.4f} {equal:16.4f} {shift:20.3f}", flush=True)


if __name__ == "__main__":
    main()
