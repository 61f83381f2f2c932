"""The accurate tagger as an ONNX graph of 8-bit weights, written node by node.

No exporter is needed so, and onnxruntime's fused operators are named outright, less those that are slower than their
parts on a processor (SkipLayerNormalization, QAttention). A weight matrix has a scale a column, the word pieces a scale
a row. Weights keep to 7 of the 8 bits: processors without VNNI add two products in 16 bits, which 8-bit weights
overflow, and a tagger should read alike on every machine.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import onnx
from encoder import Body, Floats
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

MATRIX, TABLE = 63, 127  # the largest weight of each
FUSED = "com.microsoft"
OPSET = 17


def quantised(weights: Floats, axis: int, largest: int = MATRIX) -> tuple[np.ndarray, Floats]:
    """Whole numbers up to `largest` and the scale of each row (axis 1) or column (axis 0)."""
    scales = np.maximum(np.abs(weights).max(axis=axis, keepdims=True) / largest, 1e-12).astype(np.float32)
    return np.round(weights / scales).astype(np.int8), scales.squeeze(axis)


@dataclass
class _Graph:
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: list[TensorProto] = field(default_factory=list)

    def constant(self, values: object, kind: type = np.float32) -> str:
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.asarray(values, kind), name))
        return name

    def add(self, operator: str, inputs: Sequence[str], **options: object) -> str:
        outputs = options.pop("outputs", 1)
        names = [f"{operator}_{len(self.nodes)}_{number}" for number in range(outputs)]
        self.nodes.append(helper.make_node(operator, inputs, names, **options))
        return names[0] if outputs == 1 else names

    def fused(self, operator: str, inputs: Sequence[str], **options: object) -> str:
        return self.add(operator, inputs, domain=FUSED, **options)

    def linear(self, states: str, module: nn.Linear, *, bias: bool = True) -> str:
        weights, scales = quantised(_floats(module.weight).T, 0)
        inputs = [
            states,
            self.constant(weights, np.int8),
            self.constant(scales),
            self.constant(np.zeros(len(scales)), np.int8),
        ]
        return self.fused("DynamicQuantizeMatMul", [*inputs, self.constant(_floats(module.bias))] if bias else inputs)

    def normal(self, states: str, norm: nn.LayerNorm) -> str:
        weights = self.constant(_floats(norm.weight)), self.constant(_floats(norm.bias))
        return self.add("LayerNormalization", [states, *weights], axis=-1, epsilon=norm.eps)


def graph(body: Body, head: nn.Linear, labels: Sequence[str]) -> onnx.ModelProto:
    """Ids (rows, length), padded with 1, in; a score for each label (rows, length, labels) out."""
    made = _Graph()
    shape = body.shape
    states = _embedded(made, body)
    real = made.add("Not", [made.add("Equal", ["ids", made.constant(1, np.int64)])])
    seen = made.add("Cast", [real], to=TensorProto.INT32)
    for layer in body.layers:
        mixed = made.linear(_attention(made, states, seen, layer.mix, shape.heads), layer.out)
        states = made.normal(made.add("Add", [states, mixed]), layer.mixed)
        wide = made.linear(states, layer.widen, bias=False)
        wide = made.fused("BiasGelu", [wide, made.constant(_floats(layer.widen.bias))])
        states = made.normal(made.add("Add", [states, made.linear(wide, layer.narrow)]), layer.done)
    product = made.add("MatMul", [states, made.constant(_floats(head.weight).T)])
    made.nodes.append(helper.make_node("Add", [product, made.constant(_floats(head.bias))], ["scores"]))
    whole = helper.make_graph(
        made.nodes,
        "names",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["rows", "length"])],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["rows", "length", len(labels)])],
        made.constants,
    )
    model = helper.make_model(
        whole, opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, 1)], ir_version=8
    )
    helper.set_model_props(model, {"labels": " ".join(labels), "places": str(shape.places)})
    return model


def _embedded(made: _Graph, body: Body) -> str:
    rows, scales = quantised(_floats(body.words.weight), 1, TABLE)
    words = made.add("Cast", [made.add("Gather", [made.constant(rows, np.int8), "ids"])], to=TensorProto.FLOAT)
    words = made.add("Mul", [words, made.add("Gather", [made.constant(scales[:, None]), "ids"])])
    length = made.add("Slice", [made.add("Shape", ["ids"]), made.constant([1], np.int64), made.constant([2], np.int64)])
    places = made.add("Slice", [made.constant(_floats(body.places.weight)), made.constant([0], np.int64), length])
    return made.normal(made.add("Add", [words, places]), body.first)


def _attention(made: _Graph, states: str, seen: str, mix: nn.Linear, heads: int) -> str:
    width = mix.in_features
    parts = made.add("Split", [made.linear(states, mix), made.constant([width] * 3, np.int64)], axis=-1, outputs=3)
    return made.fused("MultiHeadAttention", [*parts, "", seen], num_heads=heads)


def _floats(values: Tensor) -> Floats:
    return values.detach().numpy().astype(np.float32)
