"""The fast tagger's file: features and their weights, transitions, its word lists and some words looked up in advance.

Weights are whole numbers of one byte, times a scale for each label, so that sums of them are exact in any order.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt

from riwaya.names.taggers import Kind
from riwaya.names.taggers.features import PLACES, Lore

Floats = npt.NDArray[np.float32]
Sums = npt.NDArray[np.int16]
LABELS = ("O", *(f"{mark}-{kind}" for kind in Kind for mark in "BI"))
STEPS = 127  # a label's weights are whole numbers up to this, times its scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Frequent words as written, looked up in advance: what `fast.Known` holds of each. `tables` is `digest()` then."""

    tables: str
    words: tuple[str, ...]
    sums: Sums
    groups: tuple[str, ...]
    opens: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """`of[rows[feature], place, label]` is a feature's weight for the word at each of PLACES from its own, in steps.

    `pairs[couples[before, here]]` is that of two groups of neighbours for the second of them, in steps. The row behind
    the last is zeros in both, for those unknown. `scales` is a label's step; `follow[a, b]` the weight of label b after
    a, minus infinity where BIO forbids it.
    """

    rows: dict[str, int]
    of: npt.NDArray[np.int8]
    couples: dict[tuple[str, str], int]
    pairs: npt.NDArray[np.int8]
    scales: Floats
    follow: Floats
    lore: Lore
    kept: Kept


def follows() -> Floats:
    """Zero where one label may follow another, minus infinity where not: I only after B or I of its kind."""
    table = np.zeros((len(LABELS), len(LABELS)), dtype=np.float32)
    for before, first in enumerate(LABELS):
        for after, second in enumerate(LABELS):
            if second[0] == "I" and first[1:] != second[1:]:
                table[before, after] = -np.inf
    return table


@cache
def digest() -> str:
    """Of the tables that looking a word up reads: words looked up before they changed are looked up anew."""
    total = sha256()
    for room, names in (("names", None), ("language", ("forms.tsv.gz", "clitics.tsv"))):
        folder = files("riwaya") / room
        for name in names or sorted(file.name for file in folder.iterdir() if file.name.endswith(".tsv")):
            total.update((folder / name).read_bytes())
    return total.hexdigest()[:16]


def nothing() -> Kept:
    return Kept(
        tables=digest(), words=(), sums=np.zeros((0, len(PLACES), len(LABELS)), dtype=np.int16), groups=(),
        opens=np.zeros(0, dtype=np.bool_),
    )  # fmt: skip


def load(file: Path) -> Weights:
    with np.load(file, allow_pickle=False) as packed:
        groups = _lines(packed["groups"])
        lore = Lore(
            clusters=dict(zip(_lines(packed["cluster_words"]), map(tuple, packed["clusters"].tolist()), strict=True)),
            names=dict(zip(_lines(packed["name_words"]), map(tuple, packed["names"].tolist()), strict=True)),
        )
        return Weights(
            rows={name: row for row, name in enumerate(_lines(packed["features"]))},
            of=_ended(packed["weights"]),
            couples={(groups[a], groups[b]): row for row, (a, b) in enumerate(packed["couples"].tolist())},
            pairs=_ended(packed["pairs"]),
            scales=packed["scales"],
            follow=packed["follow"] + follows(),
            lore=lore,
            kept=Kept(
                tables=_lines(packed["kept_tables"])[0],
                words=tuple(_lines(packed["kept_words"])) if len(packed["kept_sums"]) else (),
                sums=packed["kept_sums"],
                groups=tuple(groups[group] for group in packed["kept_groups"].tolist()),
                opens=packed["kept_opens"],
            ),
        )


def save(weights: Weights, file: BinaryIO) -> None:
    lore, kept = weights.lore, weights.kept
    names = {name: None for couple in weights.couples for name in couple} | dict.fromkeys(kept.groups)
    groups = {name: number for number, name in enumerate(names)}
    couples = [(groups[before], groups[here]) for before, here in weights.couples]
    np.savez_compressed(
        file,
        features=_bytes(weights.rows),
        weights=weights.of[:-1],
        groups=_bytes(groups),
        couples=np.array(couples, dtype=np.uint16),
        pairs=weights.pairs[:-1],
        scales=weights.scales,
        follow=np.where(np.isinf(weights.follow), 0, weights.follow),
        cluster_words=_bytes(lore.clusters),
        clusters=np.array(list(lore.clusters.values()), dtype=np.uint16),
        name_words=_bytes(lore.names),
        names=np.array(list(lore.names.values()), dtype=np.uint8),
        kept_tables=_bytes([kept.tables]),
        kept_words=_bytes(kept.words),
        kept_sums=kept.sums,
        kept_groups=np.array([groups[name] for name in kept.groups], dtype=np.uint16),
        kept_opens=kept.opens,
    )


def _ended(steps: npt.NDArray[np.int8]) -> npt.NDArray[np.int8]:
    return np.concatenate([steps, np.zeros((1, *steps.shape[1:]), dtype=np.int8)])


def _bytes(lines: Iterable[str]) -> npt.NDArray[np.uint8]:
    return np.frombuffer("\n".join(lines).encode(), dtype=np.uint8)


def _lines(packed: npt.NDArray[np.uint8]) -> list[str]:
    return packed.tobytes().decode().split("\n")
