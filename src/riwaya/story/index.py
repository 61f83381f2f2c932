"""The live window: features of the last articles as arrays, and who shares an article's rarest features.

Nothing here grows with the square of anything: an article keeps `KEPT` features, a feature remembers the last `_RING`
articles that held it, an article is compared with at most `_NEAR` others, and the window holds `CAPACITY` articles.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from riwaya.story.sketch import HEAD, LEAD, Feature, Sketch, Sort
from riwaya.story.words import UNSEEN, About, background

KEPT = 80  # features an article keeps, the weightiest
CAPACITY = 1 << 17  # articles that are live at once
WINDOW = 10  # days apart at most, of two articles that are compared
_RING = 64  # articles that a feature remembers, the last
_KEYS = 24  # of an article's features, the weightiest, that candidates must share one of
_NEAR = 48  # candidates that are compared
_FAINT = 0.02  # of an article's weight (the sum of its squared weights is 1) that a candidate must share
_BEFORE = 2000  # articles that the background counts for: beside it a handful of pages still know rare from common
_RARE, _FEW = 40 / 20_000, 8  # part of the articles, or so many, and no more, that hold a rare feature
_FACTOR = np.array([1.0, 1.0, 1.0, 0.5, 0.7, 0.5], dtype=np.float32)  # by sort, beside the stems of their words
_NOWHEN = -(10**6)  # the day of an article without one
_UNKNOWN = 5  # days that are taken to lie between it and any other: likeness alone must be strong then


@dataclass(frozen=True, slots=True)
class Row:
    """An article's features as numbers, weightiest first: weights of all, of the lead, of the headline; 0 pads."""

    ids: np.ndarray
    whole: np.ndarray
    lead: np.ndarray
    head: np.ndarray


class Vocabulary:
    """Numbers for features, from 1, and in how many articles each stands."""

    def __init__(self) -> None:
        self.numbers: dict[Feature, int] = {}
        self._keys = [""]  # of each number: the stem, the name's entity, the day
        self.size = 0  # articles counted
        self.spread = np.zeros(1 << 16, dtype=np.int32)
        self.usual = np.zeros(1 << 16, dtype=np.float32)
        self.sorts = np.zeros(1 << 16, dtype=np.uint8)

    def learn(self, features: Iterable[Feature]) -> None:
        """Count one article's features."""
        self.size += 1
        numbers = [self.numbers.get(feature) or self._new(feature) for feature in features]
        self.spread[numbers] += 1

    def _new(self, feature: Feature) -> int:
        number = self.numbers[feature] = len(self.numbers) + 1
        if number >= len(self.spread):
            self.spread, self.usual, self.sorts = (
                np.concatenate([a, np.zeros_like(a)]) for a in (self.spread, self.usual, self.sorts)
            )
        sort, key = feature
        self._keys.append(key)
        self.usual[number] = background().get(key, UNSEEN) if sort is Sort.WORD else UNSEEN
        self.sorts[number] = sort
        return number

    def rarity(self, numbers: np.ndarray) -> np.ndarray:
        """How much features tell, by the articles at hand and the background."""
        held = self.spread[numbers] + _BEFORE * self.usual[numbers]
        return np.asarray(-np.log(np.minimum(held / (self.size + _BEFORE), 1.0)), dtype=np.float32)

    def row(self, sketch: Sketch) -> Row:
        features = sketch.features
        numbers = np.array([*map(self.numbers.__getitem__, features)], dtype=np.int32)
        times, flags = np.array([*features.values()], dtype=np.int32).reshape(-1, 2).T
        rarity = self.rarity(numbers) * _FACTOR[self.sorts[numbers]]
        whole = (1 + np.log(times)) * rarity
        kept = np.lexsort((numbers, -whole))[:KEPT]
        lead, head = (np.where(flags[kept] & flag, rarity[kept], 0) for flag in (LEAD, HEAD))
        return Row(numbers[kept], _unit(whole[kept]), _unit(lead), head / (head.sum() or 1.0))

    def about(self, sketch: Sketch) -> About:
        """What an article is about: weights by stem and entity."""
        row = self.row(sketch)
        told = zip(row.ids.tolist(), row.whole.tolist(), strict=True)
        return About({self._keys[number]: weight for number, weight in told if self.sorts[number] != Sort.DAY})


def _unit(weights: np.ndarray) -> np.ndarray:
    return weights / (math.sqrt(float(weights @ weights)) or 1.0)


class Window:
    """Rows of the live articles, each in the slot of its place in the stream, and rings of places by feature."""

    def __init__(self, vocabulary: Vocabulary, capacity: int = CAPACITY) -> None:
        self._words = vocabulary
        self._capacity = capacity
        self._size = 0
        self.ids = np.zeros((1024, KEPT), dtype=np.int32)
        self.whole, self.lead, self.head = (np.zeros((1024, KEPT), dtype=np.float32) for _ in range(3))
        self.first, self.last = (np.full(1024, _NOWHEN, dtype=np.int64) for _ in range(2))
        self._rings: dict[int, list[int]] = {}

    def add(self, row: Row, sketch: Sketch) -> int:
        """Remember an article; its place."""
        place = self._size
        self._size += 1
        self._room(place)
        slot, width = place % self._capacity, len(row.ids)
        for held, given in ((self.ids, row.ids), (self.whole, row.whole), (self.lead, row.lead), (self.head, row.head)):
            held[slot, :width], held[slot, width:] = given, 0
        self.first[slot], self.last[slot] = (
            (sketch.day.first.toordinal(), sketch.day.last.toordinal()) if sketch.day else (_NOWHEN, _NOWHEN)
        )
        for number in row.ids[:_KEYS].tolist():
            ring = self._rings.setdefault(number, [])
            ring.append(place)
            if len(ring) > 2 * _RING:
                del ring[:-_RING]
        return place

    def _room(self, place: int) -> None:
        if place < len(self.ids) or len(self.ids) == self._capacity:
            return
        size = min(2 * len(self.ids), self._capacity)
        for name in ("ids", "whole", "lead", "head", "first", "last"):
            held = getattr(self, name)
            more = np.zeros((size - len(held), *held.shape[1:]), dtype=held.dtype)
            setattr(self, name, np.concatenate([held, more]))

    def near(self, row: Row, sketch: Sketch) -> np.ndarray:
        """Places of live articles that share most of the rarest features, ascending."""
        keys = [(n, w) for n, w in zip(row.ids[:_KEYS].tolist(), row.whole.tolist(), strict=False) if n in self._rings]
        if not keys:
            return np.empty(0, dtype=np.int64)
        rings = [self._rings[number][-_RING:] for number, _ in keys]
        places = np.fromiter((p for ring in rings for p in ring), dtype=np.int64)
        weights = np.repeat([w * w for _, w in keys], [len(ring) for ring in rings])
        found, where = np.unique(places, return_inverse=True)
        scores = np.bincount(where, weights=weights)
        fit = (scores >= _FAINT) & (found > self._size - 1 - self._capacity) & self._in_time(found, sketch)
        found, scores = found[fit], scores[fit]
        if len(found) > _NEAR:
            found = found[np.lexsort((-found, -scores))[:_NEAR]]
        return np.sort(found)

    def _in_time(self, places: np.ndarray, sketch: Sketch) -> np.ndarray:
        return self.apart(places, sketch) <= WINDOW

    def apart(self, places: np.ndarray, sketch: Sketch) -> np.ndarray:
        """Days between an article and those at `places`; `_UNKNOWN` where one has no day."""
        slots = places % self._capacity
        first, last = self.first[slots], self.last[slots]
        if sketch.day is None:
            return np.full(len(places), _UNKNOWN)
        own = sketch.day
        apart = np.maximum(0, np.maximum(own.first.toordinal() - last, first - own.last.toordinal()))
        return np.where(first == _NOWHEN, _UNKNOWN, apart)

    def rare(self, numbers: np.ndarray) -> np.ndarray:
        """Which features few articles hold."""
        return np.asarray(self._words.spread[numbers] <= max(_RARE * self._words.size, _FEW))

    def sorts(self, numbers: np.ndarray) -> np.ndarray:
        return np.asarray(self._words.sorts[numbers])

    def slots(self, places: np.ndarray) -> np.ndarray:
        return places % self._capacity

    def __len__(self) -> int:
        return self._size
