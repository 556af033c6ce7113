"""Which ONNX operators are fast: layers of the tagger's size with random weights, built in different ways.

    taskset -c 0 python -m benchmarks.operators

Tells why ``training.graph`` builds what it builds: static scales for each channel, no mask, LayerNormalization apart.
Prints tokens a second of one core for four layers of 384 units, the best of some rounds.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.graph import MICROSOFT

LAYERS, HIDDEN, INNER, HEADS = 4, 384, 1536, 12
ROUNDS = 8
Product = Literal["fp32", "blocks", "tensor", "channel", "row"]


@dataclass(frozen=True, kw_only=True)
class Variant:
    """How a layer is built; ``blocks`` is MatMulNBits with 8 bits for each 32 weights."""

    product: Product = "channel"
    mask: bool = False
    fused_norm: bool = False
    inner: int = INNER
    heads: int = HEADS
    layers: int = LAYERS


class Builder:
    """Collects the nodes of a variant."""

    def __init__(self, variant: Variant) -> None:
        self.variant = variant
        self.random = np.random.default_rng(0)
        self.nodes: list[Any] = []
        self.initializers: dict[str, Any] = {}

    def constant(self, name: str, values: NDArray[Any]) -> str:
        self.initializers[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def node(self, kind: str, inputs: list[str], output: str, *, domain: str = "", **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def linear(self, value: str, name: str, rows: int, columns: int) -> str:
        """``value`` (…, rows) times a matrix (rows, columns), plus a bias."""
        bias = self.constant(f"{name}.bias", np.zeros(columns, np.float32))
        product = self.variant.product
        if product == "fp32":
            matrix = self.constant(f"{name}.w", self.random.normal(0, 0.03, (rows, columns)).astype(np.float32))
            return self.node("Add", [self.node("MatMul", [value, matrix], f"{name}.p"), bias], name)
        if product == "blocks":
            packed = self.random.integers(1, 255, (columns, rows // 32, 32)).astype(np.uint8)
            scales = self.constant(f"{name}.s", np.full(columns * (rows // 32), 0.001, np.float32))
            inputs = [value, self.constant(f"{name}.w", packed), scales]
            sizes = {"K": rows, "N": columns, "bits": 8, "block_size": 32, "accuracy_level": 4}
            return self.node(
                "Add", [self.node("MatMulNBits", inputs, f"{name}.p", domain=MICROSOFT, **sizes), bias], name
            )
        whole = np.clip(self.random.normal(0, 20, (rows, columns)), -63, 63).astype(np.int8)
        matrix, scales = (
            self.constant(f"{name}.w", whole),
            self.constant(f"{name}.s", np.full(columns, 1e-3, np.float32)),
        )
        zero, one = self.constant("zero", np.array(128, np.uint8)), self.constant("one", np.array(1, np.float32))
        if product == "row":
            largest = self.node("ReduceMax", [self.node("Abs", [value], f"{name}.abs"), "last"], f"{name}.max")
            self.constant("last", np.array([-1]))
            step = self.node("Div", [largest, self.constant("127", np.array(127, np.float32))], f"{name}.step")
            scaled = self.node("Div", [value, step], f"{name}.scaled")
            whole_value = self.node("QuantizeLinear", [scaled, one, zero], f"{name}.bytes")
            inputs = [whole_value, matrix, one, scales, zero, ""]
            product_ = self.node("MatMulIntegerToFloat", inputs, f"{name}.p", domain=MICROSOFT)
            return self.node("Add", [self.node("Mul", [product_, step], f"{name}.real"), bias], name)
        if product == "channel":
            value = self.node(
                "Mul", [value, self.constant(f"{name}.range", np.ones(rows, np.float32))], f"{name}.scaled"
            )
        step = self.constant("step", np.array(0.02, np.float32))
        whole_value = self.node("QuantizeLinear", [value, step, zero], f"{name}.bytes")
        return self.node(
            "MatMulIntegerToFloat", [whole_value, matrix, step, scales, zero, "", bias], name, domain=MICROSOFT
        )

    def norm(self, value: str, residual: str, output: str) -> str:
        """Add and normalise."""
        parts = [
            self.constant("gamma", np.ones(HIDDEN, np.float32)),
            self.constant("beta", np.zeros(HIDDEN, np.float32)),
        ]
        if self.variant.fused_norm:
            inputs = [value, residual, *parts]
            return self.node("SkipLayerNormalization", inputs, output, domain=MICROSOFT, epsilon=1e-12)
        total = self.node("Add", [value, residual], f"{output}.sum")
        return self.node("LayerNormalization", [total, *parts], output, axis=-1, epsilon=1e-12)

    def layer(self, value: str, name: str) -> str:
        """One transformer layer."""
        joined = self.linear(value, f"{name}.qkv", HIDDEN, 3 * HIDDEN)
        thirds = [f"{name}.{part}" for part in "qkv"]
        thirds[0] += "1"  # the name of the product itself is taken
        self.nodes.append(helper.make_node("Split", [joined], thirds, name=f"{name}.split", axis=-1, num_outputs=3))
        inputs = [*thirds, "", "mask"] if self.variant.mask else thirds
        heads = self.variant.heads
        context = self.node("MultiHeadAttention", inputs, f"{name}.context", domain=MICROSOFT, num_heads=heads)
        middle = self.norm(self.linear(context, f"{name}.ao", HIDDEN, HIDDEN), value, f"{name}.middle")
        inner = self.linear(middle, f"{name}.fi", HIDDEN, self.variant.inner)
        active = self.node("Gelu", [inner], f"{name}.active", domain=MICROSOFT)
        return self.norm(self.linear(active, f"{name}.fo", self.variant.inner, HIDDEN), middle, f"{name}.hidden")


def session(variant: Variant) -> onnxruntime.InferenceSession:
    """Return the layers of a variant, ready to run on one core."""
    builder = Builder(variant)
    value = "value"
    for number in range(variant.layers):
        value = builder.layer(value, f"l{number}")
    inputs = [helper.make_tensor_value_info("value", TensorProto.FLOAT, ["b", "t", HIDDEN])]
    if variant.mask:
        inputs.append(helper.make_tensor_value_info("mask", TensorProto.INT32, ["b", "t"]))
    outputs = [helper.make_tensor_value_info(value, TensorProto.FLOAT, ["b", "t", HIDDEN])]
    graph = helper.make_graph(builder.nodes, "layers", inputs, outputs, list(builder.initializers.values()))
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=10)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


def tokens_a_second(variant: Variant, windows: int, tokens: int) -> int:
    """Return how many tokens a second a variant reads in batches of ``windows`` times ``tokens``."""
    run = session(variant)
    random = np.random.default_rng(1)
    feed: dict[str, NDArray[Any]] = {"value": random.normal(size=(windows, tokens, HIDDEN)).astype(np.float32)}
    if variant.mask:
        feed["mask"] = np.ones((windows, tokens), np.int32)
    best = float("inf")
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        run.run(None, feed)
        best = min(best, time.perf_counter() - begun)
    return round(windows * tokens / best)


VARIANTS = {
    "fp32": Variant(product="fp32"),
    "MatMulNBits, 8 bits, blocks of 32": Variant(product="blocks"),
    "int8, a scale for each row": Variant(product="row"),
    "int8, a fixed scale": Variant(product="tensor"),
    "int8, a fixed scale for each channel": Variant(),
    "the same with a mask": Variant(mask=True),
    "the same with SkipLayerNormalization": Variant(fused_norm=True),
    "the same with inner layers of 768": Variant(inner=768),
    "the same with 6 heads": Variant(heads=6),
}


def main() -> None:
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    shapes = ((8, 256), (16, 128), (32, 64))
    print("tokens a second".ljust(40), *(f"{windows} x {tokens}".rjust(10) for windows, tokens in shapes))
    for name, variant in VARIANTS.items():
        print(name.ljust(40), *(f"{tokens_a_second(variant, *shape):,}".rjust(10) for shape in shapes), flush=True)
    for layers in (3, 6, 12):
        rates = (tokens_a_second(replace(Variant(), layers=layers), *shape) for shape in shapes)
        print(f"int8, a fixed scale for each channel, {layers}".ljust(40), *(f"{rate:,}".rjust(10) for rate in rates))


if __name__ == "__main__":
    main()
