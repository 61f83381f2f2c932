"""How like two articles are: what they share, measured in several ways, and how probably that is one story.

The weights are learned (`likeness.tsv` by `training/stories.py`; the card is in training/README.md).
"""

from functools import cache
from importlib.resources import files

import numpy as np

from riwaya.story.index import Row, Window
from riwaya.story.sketch import Sketch, Sort

MEASURES = (
    "whole", "lead", "head_less", "head_more", "rare", "numbers", "numbers_apart", "people", "people_apart", "places",
    "places_apart", "days", "days_apart", "apart",
)  # fmt: skip
_SORTS = (Sort.NUMBER, Sort.PERSON, Sort.PLACE, Sort.DAY)


def measures(window: Window, row: Row, sketch: Sketch, places: np.ndarray) -> np.ndarray:
    """Of one article beside those at `places`: a row each, a column for each of MEASURES."""
    slots = window.slots(places)
    ids = window.ids[slots]
    own = _Table(row)
    at = own.at(ids)
    held = at >= 0
    heads = _dot(own.head, at, held), (window.head[slots] * held).sum(1)
    rare = window.rare(ids)
    found = [
        _dot(own.whole, at, window.whole[slots]),
        _dot(own.lead, at, window.lead[slots]),
        np.minimum(*heads),
        np.maximum(*heads),
        np.sqrt(_part((rare & held).sum(1), rare.sum(1), int(window.rare(row.ids).sum()))),
    ]
    sorts, sorts_own = window.sorts(ids), window.sorts(row.ids)
    for sort in _SORTS:
        found += _shared(sorts == sort, held, int((sorts_own == sort).sum()))
    return np.stack([*found, np.log1p(window.apart(places, sketch))], axis=1)


def likeness(measured: np.ndarray) -> np.ndarray:
    """How probably each pair tells one story, in [0, 1]."""
    weights, bias = _weights()
    return np.asarray(1 / (1 + np.exp(-(measured @ weights + bias))))


def _shared(theirs: np.ndarray, held: np.ndarray, ours: int) -> tuple[np.ndarray, np.ndarray]:
    """The part of features of one sort that both have; and whether both have some and share none."""
    shared, size = (theirs & held).sum(1), theirs.sum(1)
    return _part(shared, size, ours), ((size > 0) & (ours > 0) & (shared == 0)).astype(np.float64)


class _Table:
    """An article's own features, to be looked up by number."""

    def __init__(self, row: Row) -> None:
        order = np.argsort(row.ids)
        self._ids = row.ids[order]
        self.whole, self.lead, self.head = row.whole[order], row.lead[order], row.head[order]

    def at(self, ids: np.ndarray) -> np.ndarray:
        """Where each of `ids` stands among the own features; -1 where it does not."""
        at = np.minimum(np.searchsorted(self._ids, ids), len(self._ids) - 1)
        return np.where(self._ids[at] == ids, at, -1)


def _dot(own: np.ndarray, at: np.ndarray, theirs: np.ndarray) -> np.ndarray:
    return np.asarray((np.where(at >= 0, own[at], 0) * theirs).sum(1, dtype=np.float64))


def _part(shared: np.ndarray, theirs: np.ndarray, ours: int) -> np.ndarray:
    """What is shared of the side that has less; 0 where one has none."""
    return np.asarray(shared / np.maximum(1, np.minimum(theirs, ours)))


@cache
def _weights() -> tuple[np.ndarray, float]:
    lines = files("riwaya.story").joinpath("likeness.tsv").read_text("utf-8").splitlines()
    rows = dict(line.split("\t") for line in lines if line and not line.startswith("#"))
    return np.array([float(rows[name]) for name in MEASURES]), float(rows["bias"])
