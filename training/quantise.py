"""Linear layers that compute as the served 8-bit graph does, so that fine-tuning learns to live with the rounding.

Inputs are divided by a fixed range for each channel and rounded to 8 bits, weights to 7 bits for each output
(``training.graph``). Gradients pass the rounding unchanged: the straight-through estimator (Bengio et al. 2013,
https://arxiv.org/abs/1308.3432), quantisation-aware training as in Jacob et al. 2018 (https://arxiv.org/abs/1712.05877).
"""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor, nn

from training.graph import LARGEST_ACTIVATION, LARGEST_WEIGHT, RANGE

SMALLEST_RANGE = 1e-3  # a channel that never stirred while it was observed


class Int8Linear(nn.Linear):
    """A linear layer that first observes the range of its inputs (``observing``) and then rounds as int8 does."""

    input_range: Tensor  # (in_features,)

    @classmethod
    def of(cls, plain: nn.Linear) -> Int8Linear:
        """Return one that shares the weights of ``plain``."""
        layer = cls(plain.in_features, plain.out_features)
        layer.weight, layer.bias = plain.weight, plain.bias
        layer.register_buffer(RANGE, torch.full((plain.in_features,), SMALLEST_RANGE))
        layer.observing = False
        return layer

    observing: bool

    def forward(self, value: Tensor) -> Tensor:
        if self.observing:
            seen = value.detach().float().flatten(0, -2).abs().amax(0)
            torch.maximum(self.input_range, seen, out=self.input_range)
            return super().forward(value)
        steps = _rounded(value * (LARGEST_ACTIVATION / self.input_range))
        steps = steps.clamp(-LARGEST_ACTIVATION - 1, LARGEST_ACTIVATION)
        matrix = self.weight * self.input_range
        scales = matrix.detach().abs().amax(1, keepdim=True).clamp(min=1e-12) / LARGEST_WEIGHT
        # The scales go onto the products, not into the factors: whole numbers below 256 are exact in bf16.
        product = nn.functional.linear(steps, _rounded(matrix / scales))
        return product.float() * (scales.squeeze(1) / LARGEST_ACTIVATION) + self.bias


def _rounded(value: Tensor) -> Tensor:
    return value + (value.round() - value).detach()


def prepare(encoder: nn.Module) -> list[Int8Linear]:
    """Put an ``Int8Linear`` in the place of every linear layer of a BERT encoder, and return them."""
    found = []
    for module in list(encoder.modules()):
        for name, child in list(module.named_children()):
            if type(child) is nn.Linear:
                layer = Int8Linear.of(child)
                setattr(module, name, layer)
                found.append(layer)
    return found


@torch.no_grad()
def observe(tagger: nn.Module, layers: Iterable[Int8Linear], batches: Iterable[Tensor]) -> None:
    """Set the layers' ranges to the largest inputs that ``batches`` of token ids, each (B, T), make them see."""
    layers = list(layers)
    training = tagger.training
    tagger.eval()
    for layer in layers:
        layer.observing = True
    for ids in batches:
        tagger(ids)
    for layer in layers:
        layer.observing = False
    tagger.train(training)
