"""The fast tagger's file: features and their weights, transitions, and its word lists, as arrays that numpy unpacks."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt

from riwaya.names.taggers import Kind
from riwaya.names.taggers.features import Lore

Floats = npt.NDArray[np.float32]
LABELS = ("O", *(f"{mark}-{kind}" for kind in Kind for mark in "BI"))
_STEPS = 127  # a label's weights are whole numbers up to this, times its scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """`of[rows[feature]]` is its weight for each of LABELS; the row behind the last is zeros, for those unknown.

    `follow[a, b]` is the weight of label b after a, minus infinity where BIO forbids it.
    """

    rows: dict[str, int]
    of: Floats
    follow: Floats
    lore: Lore


def follows() -> Floats:
    """Zero where one label may follow another, minus infinity where not: I only after B or I of its kind."""
    table = np.zeros((len(LABELS), len(LABELS)), dtype=np.float32)
    for before, first in enumerate(LABELS):
        for after, second in enumerate(LABELS):
            if second[0] == "I" and first[1:] != second[1:]:
                table[before, after] = -np.inf
    return table


def load(file: Path) -> Weights:
    with np.load(file, allow_pickle=False) as packed:
        names = _lines(packed["features"])
        steps: Floats = packed["weights"].astype(np.float32) * packed["scales"]
        of = np.concatenate([steps, np.zeros((1, len(LABELS)), dtype=np.float32)])
        lore = Lore(
            clusters=dict(zip(_lines(packed["cluster_words"]), map(tuple, packed["clusters"].tolist()), strict=True)),
            names=dict(zip(_lines(packed["name_words"]), map(tuple, packed["names"].tolist()), strict=True)),
        )
        follow: Floats = packed["follow"] + follows()
    return Weights(rows={name: row for row, name in enumerate(names)}, of=of, follow=follow, lore=lore)


def save(weights: Weights, file: BinaryIO) -> None:
    """Weights rounded to one byte each."""
    of = weights.of[: len(weights.rows)]
    scales = (np.abs(of).max(axis=0) / _STEPS).astype(np.float32)
    scales[scales == 0] = 1
    lore = weights.lore
    np.savez_compressed(
        file,
        features=_bytes(weights.rows),
        weights=np.round(of / scales).astype(np.int8),
        scales=scales,
        follow=np.where(np.isinf(weights.follow), 0, weights.follow),
        cluster_words=_bytes(lore.clusters),
        clusters=np.array(list(lore.clusters.values()), dtype=np.uint16),
        name_words=_bytes(lore.names),
        names=np.array(list(lore.names.values()), dtype=np.uint8),
    )


def _bytes(lines: Iterable[str]) -> npt.NDArray[np.uint8]:
    return np.frombuffer("\n".join(lines).encode(), dtype=np.uint8)


def _lines(packed: npt.NDArray[np.uint8]) -> list[str]:
    return packed.tobytes().decode().split("\n")
