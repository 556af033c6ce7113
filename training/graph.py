"""The tagger as an ONNX graph, node by node: no tracer decides what is served, and every weight keeps its name.

8 bits: activations as unsigned bytes around 128 with fixed scales, one for each input channel of a matrix (the scale is
moved into the matrix: SmoothQuant with alpha 1, Xiao et al. 2023, https://arxiv.org/abs/2211.10438); weights as
signed bytes with a scale for each output; word embeddings as int8 with a scale for each row. Nothing is measured at run
time, so that a row's result depends on that row alone: dynamic int8 (`DynamicQuantizeLinear`) takes its scale from the
whole batch, and neighbours would move a text's logits.

Weights use 7 of their 8 bits. Processors without VNNI multiply with `vpmaddubsw`, which adds two products into 16 bits
and saturates: 2 * 255 * 63 = 32,130 fits, 2 * 255 * 127 does not.

There is no attention mask: windows of one padded length share a batch, and the few padding tokens are read like any
other, in training as in serving. Without a mask the attention runs as flash attention.

Operators: https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md
"""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

LARGEST_WEIGHT = 63  # of 7 bits
LARGEST_ACTIVATION = 127
ZERO_POINT = 128
MICROSOFT = "com.microsoft"
WORDS = "embeddings.word_embeddings.weight"
#: What follows a matrix's name: the largest input that is told apart, for each of its input channels.
RANGE = "input_range"
Weights = dict[str, NDArray[Any]]


class Graph:
    """Collects nodes and initializers; ``bits`` is 32 for the reference and 8 for what is served."""

    def __init__(self, weights: Weights, config: dict[str, Any], *, bits: int) -> None:
        self.weights = weights
        self.config = config
        self.bits = bits
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: dict[str, onnx.TensorProto] = {}

    def constant(self, name: str, values: NDArray[Any]) -> str:
        self.initializers[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def weight(self, name: str) -> str:
        return self.constant(name, self.weights[name].astype(np.float32))

    def node(self, kind: str, inputs: list[str], output: str, *, domain: str = "", **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def linear(self, value: str, name: str, output: str) -> str:
        """``value`` (B, T, K) times the transposed matrix ``name`` (N, K), plus its bias."""
        matrix, bias = self.weights[f"{name}.weight"].astype(np.float32), self.weight(f"{name}.bias")
        if self.bits == 32:
            product = self.node("MatMul", [value, self.constant(f"{name}.transposed", matrix.T)], f"{output}.product")
            return self.node("Add", [product, bias], output)
        ranges = self.weights[f"{name}.{RANGE}"].astype(np.float32)
        whole, scales = quantise(matrix * ranges)
        scaled = self.node("Mul", [value, self.constant(f"{name}.{RANGE}.inverse", 1 / ranges)], f"{output}.scaled")
        step = self.constant("activation_step", np.array(1 / LARGEST_ACTIVATION, np.float32))
        zero = self.constant("activation_zero", np.array(ZERO_POINT, np.uint8))
        bytes_ = self.node("QuantizeLinear", [scaled, step, zero], f"{output}.bytes")
        factors = [bytes_, self.constant(f"{name}.q8", whole.T)]
        inputs = [*factors, step, self.constant(f"{name}.scales", scales), zero, "", bias]
        return self.node("MatMulIntegerToFloat", inputs, output, domain=MICROSOFT)


def build(weights: Weights, config: dict[str, Any], *, bits: int) -> onnx.ModelProto:
    """Return the graph ``input_ids (B, T) -> logits (B, T, tags)``; ``bits`` is 32 or 8."""
    graph = Graph(weights, config, bits=bits)
    hidden = _embeddings(graph)
    for layer in range(config["num_hidden_layers"]):
        hidden = _layer(graph, hidden, f"encoder.layer.{layer}")
    scores = graph.node(
        "MatMul",
        [hidden, graph.constant("classifier.weight", weights["classifier.weight"].T.astype(np.float32))],
        "scores",
    )
    graph.node("Add", [scores, graph.weight("classifier.bias")], "logits")
    inputs = [
        helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "tokens"]),
    ]
    tags = weights["classifier.bias"].shape[0]
    outputs = [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", "tokens", tags])]
    proto = helper.make_graph(graph.nodes, "tagger", inputs, outputs, list(graph.initializers.values()))
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
    model = helper.make_model(proto, opset_imports=opsets, producer_name="deckname", ir_version=10)
    helper.set_model_props(
        model, {"hidden_size": str(config["hidden_size"]), "heads": str(config["num_attention_heads"])}
    )
    return model


def _embeddings(graph: Graph) -> str:
    table = graph.weights[WORDS].astype(np.float32)
    if graph.bits == 32:
        words = graph.node("Gather", [graph.constant(WORDS, table), "input_ids"], "words")
    else:
        scales = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
        rows = np.clip(np.rint(table / scales), -127, 127).astype(np.int8)
        gathered = graph.node("Gather", [graph.constant(f"{WORDS}.q8", rows), "input_ids"], "words_int8")
        scale = graph.node(
            "Gather", [graph.constant(f"{WORDS}.scales", scales.astype(np.float32)), "input_ids"], "words_scale"
        )
        real = graph.node("Cast", [gathered], "words_float", to=TensorProto.FLOAT)
        words = graph.node("Mul", [real, scale], "words")
    kinds = graph.weight("embeddings.token_type_embeddings.weight")
    kind = graph.node("Gather", [kinds, graph.constant("first", np.array(0, np.int64))], "token_type")
    positions = graph.weights["embeddings.position_embeddings.weight"].astype(np.float32)
    shape = graph.node("Shape", ["input_ids"], "length", start=1, end=2)
    zero = graph.constant("zero", np.array([0], np.int64))
    sliced = graph.node(
        "Slice", [graph.constant("embeddings.position_embeddings.weight", positions), zero, shape], "positions"
    )
    typed = graph.node("Add", [sliced, kind], "positions_typed")
    total = graph.node("Add", [words, typed], "embedded")
    norm = [graph.weight(f"embeddings.LayerNorm.{part}") for part in ("weight", "bias")]
    return graph.node("LayerNormalization", [total, *norm], "hidden", axis=-1, epsilon=graph.config["layer_norm_eps"])


def _layer(graph: Graph, hidden: str, name: str) -> str:
    parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
    qkv = f"{name}.attention.self.qkv"
    for kind in ("weight", "bias"):
        graph.weights[f"{qkv}.{kind}"] = np.concatenate([graph.weights[f"{part}.{kind}"] for part in parts])
    if graph.bits == 8:
        graph.weights[f"{qkv}.{RANGE}"] = graph.weights[f"{parts[0]}.{RANGE}"]  # the three read the same input
    joined = graph.linear(hidden, qkv, f"{name}.qkv")
    thirds = [f"{name}.query", f"{name}.key", f"{name}.value"]
    graph.nodes.append(helper.make_node("Split", [joined], thirds, name=f"{name}.split", axis=-1, num_outputs=3))
    heads = graph.config["num_attention_heads"]
    context = graph.node("MultiHeadAttention", thirds, f"{name}.context", domain=MICROSOFT, num_heads=heads)
    attended = graph.linear(context, f"{name}.attention.output.dense", f"{name}.attended")
    middle = _normalised(graph, attended, hidden, f"{name}.attention.output.LayerNorm", f"{name}.middle")
    inner = graph.linear(middle, f"{name}.intermediate.dense", f"{name}.inner")
    active = graph.node("Gelu", [inner], f"{name}.active", domain=MICROSOFT)
    outer = graph.linear(active, f"{name}.output.dense", f"{name}.outer")
    return _normalised(graph, outer, middle, f"{name}.output.LayerNorm", f"{name}.hidden")


def _normalised(graph: Graph, value: str, residual: str, norm: str, output: str) -> str:
    total = graph.node("Add", [value, residual], f"{output}.sum")
    parts = [graph.weight(f"{norm}.weight"), graph.weight(f"{norm}.bias")]
    epsilon = graph.config["layer_norm_eps"]
    return graph.node("LayerNormalization", [total, *parts], output, axis=-1, epsilon=epsilon)


def quantise(matrix: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return (N, K) signed weights of 7 bits and a scale for each of the N rows."""
    scales = np.maximum(np.abs(matrix).max(1), 1e-12) / LARGEST_WEIGHT
    whole = np.clip(np.rint(matrix / scales[:, None]), -LARGEST_WEIGHT, LARGEST_WEIGHT).astype(np.int8)
    return whole, scales.astype(np.float32)


_NOT_WEIGHTS = frozenset({"zero", "first", "activation_step", "activation_zero"})


def read_back(model: onnx.ModelProto) -> tuple[dict[str, Any], Weights]:
    """Return configuration and dequantised weights of a graph that ``build`` made, to be taught further."""
    raw = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    weights: Weights = {}
    for name, values in raw.items():
        stem, _, kind = name.rpartition(".")
        if name == f"{WORDS}.q8":
            weights[WORDS] = values.astype(np.float32) * raw[f"{WORDS}.scales"]
        elif kind == "q8":
            inverse = raw[f"{stem}.{RANGE}.inverse"]
            weights[f"{stem}.weight"] = values.T.astype(np.float32) * raw[f"{stem}.scales"][:, None] * inverse
            weights[f"{stem}.{RANGE}"] = 1 / inverse
        elif kind == "transposed":
            weights[f"{stem}.weight"] = values.T
        elif kind not in ("scales", "inverse") and name not in _NOT_WEIGHTS:
            weights[name] = values.T if name == "classifier.weight" else values
    for name in [name for name in weights if ".attention.self.qkv." in name]:
        stem, part = name.rsplit(".qkv.", 1)
        values = weights.pop(name)
        thirds = [values] * 3 if part == RANGE else np.split(values, 3)
        for third, own in zip(("query", "key", "value"), thirds, strict=True):
            weights[f"{stem}.{third}.{part}"] = own
    properties = {entry.key: entry.value for entry in model.metadata_props}
    layers = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layer."))
    config = {
        "hidden_size": int(properties["hidden_size"]), "num_attention_heads": int(properties["heads"]),
        "num_hidden_layers": layers, "intermediate_size": weights["encoder.layer.0.intermediate.dense.bias"].shape[0],
        "vocab_size": weights[WORDS].shape[0], "hidden_act": "gelu", "pad_token_id": 1, "layer_norm_eps": 1e-12,
        "max_position_embeddings": weights["embeddings.position_embeddings.weight"].shape[0],
        "type_vocab_size": weights["embeddings.token_type_embeddings.weight"].shape[0],
    }  # fmt: skip
    return config, weights
