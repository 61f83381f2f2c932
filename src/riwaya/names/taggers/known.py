"""Words that the fast tagger has looked up: a row of sums each, frequent ones from its file, others at first sight."""

from collections.abc import Sequence

import numpy as np

from riwaya.names.taggers.features import BETWEEN, EDGE, PLACES, Seen, seen
from riwaya.names.taggers.weights import LABELS, Weights, digest

BLANK, EDGE_ROW = 0, 1  # rows of what lies outside a sentence, and of the edge next to it
_MOST = 1 << 16  # words kept beside those of the file


class Known:
    """Row by row: `sums` of a word's weights by place and label, in steps; its `groups` number; whether it `opens`."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        names = dict.fromkeys(["", *(name for couple in weights.couples for name in couple)])
        self._numbers = {name: number for number, name in enumerate(names)}
        self.names = (*self._numbers, BETWEEN)  # by number; the last is that of all unknown groups
        self.base = len(self.names)
        numbers = [self._numbers[before] * self.base + self._numbers[here] for before, here in weights.couples]
        self._order = np.argsort(numbers)
        self._couples = np.array([*numbers, -1], dtype=np.int64)[[*self._order, -1]]
        self._begin()

    def learn(self, words: Sequence[str]) -> None:
        """Look up those that are not known yet."""
        if len(self.rows) > len(self._weights.kept.words) + _MOST:
            self._begin()
        new = [word for word in dict.fromkeys(words) if word not in self.rows]
        if new:
            first = self._used
            self._add([seen(word, self._weights.lore) for word in new])
            self.rows.update(zip(new, range(first, first + len(new)), strict=True))

    def pairs(self, sought: np.ndarray) -> np.ndarray:
        """Rows of `Weights.pairs` for couples of groups, each the first one's number times `base` plus the other's."""
        near = np.searchsorted(self._couples[:-1], sought)
        return np.where(self._couples[near] == sought, np.append(self._order, len(self._order))[near], len(self._order))

    def _begin(self) -> None:
        kept = self._weights.kept
        self._used = 0
        self.rows: dict[str, int] = {}
        self.sums = np.zeros((0, len(PLACES), len(LABELS)), dtype=np.int16)
        self.groups = np.zeros(0, dtype=np.int64)
        self.opens = np.zeros(0, dtype=np.bool_)
        self._add([Seen((), (), ""), EDGE])
        if kept.tables == digest():
            self.rows.update(zip(kept.words, range(self._used, self._used + len(kept.words)), strict=True))
            self._lay(kept.sums, kept.groups, kept.opens)

    def _add(self, looked: Sequence[Seen]) -> None:
        rows, none = self._weights.rows, len(self._weights.rows)
        features = [[none, *(rows.get(name, none) for name in (*one.own, *one.shared))] for one in looked]
        starts = np.cumsum([0, *map(len, features[:-1])])
        of = self._weights.of[[row for of in features for row in of]]
        sums = np.add.reduceat(of, starts, axis=0, dtype=np.int16)
        self._lay(sums, [one.group for one in looked], np.array([one.opens for one in looked]))

    def _lay(self, sums: np.ndarray, groups: Sequence[str], opens: np.ndarray) -> None:
        """Behind what is there; room doubles where it ends."""
        first, self._used = self._used, self._used + len(groups)
        if self._used > len(self.groups):
            room = 2 * self._used - len(self.groups)
            self.sums = _widened(self.sums, room)
            self.groups, self.opens = _widened(self.groups, room), _widened(self.opens, room)
        numbers = [self._numbers.get(name, self.base - 1) for name in groups]
        self.sums[first : self._used], self.groups[first : self._used] = sums, numbers
        self.opens[first : self._used] = opens


def _widened(rows: np.ndarray, room: int) -> np.ndarray:
    return np.concatenate([rows, np.zeros((room, *rows.shape[1:]), dtype=rows.dtype)])
