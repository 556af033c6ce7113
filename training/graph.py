"""The tagger as an ONNX graph, node by node: no tracer decides what is served, and every weight keeps its name.

8 bits: matrices as `MatMulNBits` (com.microsoft) with one scale for each 32 weights and activations quantised to int8
for each 32 values of a row, so that a row's result depends on that row alone; the word embeddings as int8 with a scale
for each row. Dynamic int8 (`DynamicQuantizeLinear`) takes one scale from the whole batch and is out: neighbours would
move a text's logits.

Operators: https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md
"""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

BLOCK = 32  # weights that share a scale
MICROSOFT = "com.microsoft"
WORDS = "embeddings.word_embeddings.weight"
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
        """``value`` times the transposed matrix ``name``, without its bias."""
        matrix = self.weights[name].astype(np.float32)  # N, K
        if self.bits == 32:
            return self.node("MatMul", [value, self.constant(f"{name}.transposed", matrix.T)], output)
        packed, scales = quantise(matrix)
        inputs = [value, self.constant(f"{name}.q8", packed), self.constant(f"{name}.scales", scales)]
        sizes = {"K": matrix.shape[1], "N": matrix.shape[0], "bits": 8, "block_size": BLOCK}
        # accuracy_level 4: int8 products; 0 would compute in fp32.
        return self.node("MatMulNBits", inputs, output, domain=MICROSOFT, accuracy_level=4, **sizes)


def build(weights: Weights, config: dict[str, Any], *, bits: int) -> onnx.ModelProto:
    """Return the graph ``input_ids (B, T), attention_mask (B, T) -> logits (B, T, tags)``."""
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
        helper.make_tensor_value_info("attention_mask", TensorProto.INT32, ["batch", "tokens"]),
    ]
    tags = weights["classifier.bias"].shape[0]
    outputs = [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", "tokens", tags])]
    proto = helper.make_graph(graph.nodes, "tagger", inputs, outputs, list(graph.initializers.values()))
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
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
    epsilon = graph.config["layer_norm_eps"]
    parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
    graph.weights[f"{name}.attention.self.qkv.weight"] = np.concatenate([graph.weights[f"{p}.weight"] for p in parts])
    joined = graph.linear(hidden, f"{name}.attention.self.qkv.weight", f"{name}.qkv")
    thirds = [f"{name}.query", f"{name}.key", f"{name}.value"]
    graph.nodes.append(helper.make_node("Split", [joined], thirds, name=f"{name}.split", axis=-1))
    bias = np.concatenate([graph.weights[f"{p}.bias"] for p in parts]).astype(np.float32)
    inputs = [*thirds, graph.constant(f"{name}.attention.self.qkv.bias", bias), "attention_mask"]
    heads = graph.config["num_attention_heads"]
    context = graph.node("MultiHeadAttention", inputs, f"{name}.context", domain=MICROSOFT, num_heads=heads)
    attended = graph.linear(context, f"{name}.attention.output.dense.weight", f"{name}.attended")
    norm = [
        graph.weight(f"{name}.attention.output.{part}") for part in ("LayerNorm.weight", "LayerNorm.bias", "dense.bias")
    ]
    middle = graph.node(
        "SkipLayerNormalization", [attended, hidden, *norm], f"{name}.middle", domain=MICROSOFT, epsilon=epsilon
    )
    inner = graph.linear(middle, f"{name}.intermediate.dense.weight", f"{name}.inner")
    active = graph.node(
        "BiasGelu", [inner, graph.weight(f"{name}.intermediate.dense.bias")], f"{name}.active", domain=MICROSOFT
    )
    outer = graph.linear(active, f"{name}.output.dense.weight", f"{name}.outer")
    norm = [graph.weight(f"{name}.output.{part}") for part in ("LayerNorm.weight", "LayerNorm.bias", "dense.bias")]
    return graph.node(
        "SkipLayerNormalization", [outer, middle, *norm], f"{name}.hidden", domain=MICROSOFT, epsilon=epsilon
    )


def quantise(matrix: NDArray[np.float32]) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Return (N, blocks, BLOCK) unsigned 8-bit weights around 128 and a scale for each block, N-major."""
    rows, columns = matrix.shape
    blocks = matrix.reshape(rows, columns // BLOCK, BLOCK)
    scales = np.maximum(np.abs(blocks).max(-1), 1e-12) / 127
    packed = np.clip(np.rint(blocks / scales[..., None]) + 128, 1, 255).astype(np.uint8)
    return packed, scales.reshape(-1).astype(np.float32)


def dequantise(packed: NDArray[np.uint8], scales: NDArray[np.float32]) -> NDArray[np.float32]:
    """Undo ``quantise`` up to rounding."""
    rows, blocks, size = packed.shape
    real = (packed.astype(np.float32) - 128) * scales.reshape(rows, blocks, 1)
    return real.reshape(rows, blocks * size)


def read_back(model: onnx.ModelProto) -> tuple[dict[str, Any], Weights]:
    """Return configuration and dequantised weights of a graph that ``build`` made, to be taught further."""
    raw = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    weights: Weights = {}
    for name, values in raw.items():
        if name.endswith(".q8"):
            bare, scales = name.removesuffix(".q8"), raw[name.removesuffix("q8") + "scales"]
            weights[bare] = values.astype(np.float32) * scales if bare == WORDS else dequantise(values, scales)
        elif name.endswith(".transposed"):
            weights[name.removesuffix(".transposed")] = values.T
        elif not name.endswith(".scales") and name not in ("zero", "first"):
            weights[name] = values.T if name == "classifier.weight" else values
    for name in [name for name in weights if ".attention.self.qkv." in name]:
        stem, part = name.rsplit(".qkv.", 1)
        for third, values in zip(("query", "key", "value"), np.split(weights.pop(name), 3), strict=True):
            weights[f"{stem}.{third}.{part}"] = values
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
