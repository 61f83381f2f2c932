"""Which pairs of articles share enough rare words in a row to be worth aligning.

Articles that meet in a run of five words are counted against each other. Likeness of whole texts misses two outlets
that cut and reword one wire (13 % of five-word runs in common), so runs are counted.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from riwaya.copies.postings import RUN, members, of, owners
from riwaya.copies.shelf import NO_DAY, Shelf

COMMON = 64  # a run in more articles than this is no proof between any two: all of them meet its earliest alone
EARLIEST = 4
_MANY = 8  # a run in more articles than this is looked at twice:
_DAYS = (
    4  # on more days than this it is a set phrase (a title in full, a form of words), for a wire is printed in a few;
)
# all of one house, it is the house's own footer
_BACK = (
    3  # on more days than this it has come back: one report is printed late by a few, a form is filled day after day
)
_ENOUGH = 6  # shared runs: ten words in a row, or two passages
_PART = 0.2  # or this part of the shorter text's runs, where that is less
_SLICE = 1 << 22  # pairs counted at a time, to bound memory


@dataclass(frozen=True, slots=True)
class Groups:
    """The texts of each run: run i (`runs`, sorted) stands in `texts[edges[i]:edges[i] + sizes[i]]`.

    `worn` runs are set phrases or a house's own furniture (`single`); `first` and `last` are the days of the first and
    last text of a run that came back on several days, `NO_DAY` and -1 of any other.
    """

    runs: np.ndarray
    edges: np.ndarray
    sizes: np.ndarray
    texts: np.ndarray
    worn: np.ndarray
    single: np.ndarray
    first: np.ndarray
    last: np.ndarray

    @classmethod
    def of(cls, numbers: np.ndarray, shelf: Shelf) -> "Groups":
        """From sorted packed numbers."""
        found, texts = of(numbers), owners(numbers)
        edges = np.flatnonzero(np.concatenate((np.ones(min(1, len(found)), bool), found[1:] != found[:-1])))
        sizes = np.diff(np.append(edges, len(found)))
        days, houses = shelf.rows["day"][texts], shelf.rows["house"][texts]
        worn, single = np.zeros(len(edges), bool), np.zeros(len(edges), bool)
        first, last = np.full(len(edges), NO_DAY, np.int32), np.full(len(edges), -1, np.int32)
        back = np.flatnonzero(sizes > _BACK)
        times = distinct(days, edges[back], sizes[back])
        many = sizes[back] > _MANY
        single[back[many]] = distinct(houses, edges[back[many]], sizes[back[many]]) == 1
        worn[back] = single[back] | (many & (times > _DAYS))
        back = back[times > _BACK]
        if len(back):
            held = days[members(edges[back], sizes[back])]
            starts = np.cumsum(sizes[back]) - sizes[back]
            first[back] = np.minimum.reduceat(held, starts)
            last[back] = np.maximum.reduceat(np.where(held == NO_DAY, -1, held), starts)
        return cls(found[edges], edges, sizes, texts, worn, single, first, last)

    def members(self, run: int) -> np.ndarray:
        return self.texts[self.edges[run] : self.edges[run] + self.sizes[run]]

    def places(self, wanted: np.ndarray) -> np.ndarray:
        """Where each of these runs stands; all must be here."""
        return np.searchsorted(self.runs, wanted)


def distinct(values: np.ndarray, edges: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """How many different values each group holds."""
    groups = np.repeat(np.arange(len(edges)), sizes)
    held = values[members(edges, sizes)]
    order = np.lexsort((held, groups))
    groups, held = groups[order], held[order]
    fresh = np.ones(len(held), dtype=bool)
    fresh[1:] = (groups[1:] != groups[:-1]) | (held[1:] != held[:-1])
    return np.bincount(groups[fresh], minlength=len(edges))


def pairs(groups: Groups, shelf: Shelf) -> np.ndarray:
    """All pairs worth aligning, as rows of two texts, the smaller number first."""
    keys, counts = np.empty(0, np.int64), np.empty(0, np.int64)
    for batch in _batches(groups, shelf):
        fresh, times = np.unique(batch, return_counts=True)
        merged, places = np.unique(np.concatenate((keys, fresh)), return_inverse=True)
        counts = np.bincount(places, np.concatenate((counts, times)), len(merged)).astype(np.int64)
        keys = merged
    one, other = keys // max(1, shelf.size), keys % max(1, shelf.size)
    kept = enough(counts, shelf.rows["length"][one], shelf.rows["length"][other])
    found = np.stack((one[kept], other[kept]), axis=1)
    return np.unique(np.concatenate((found, np.array(list(_twins(shelf)), np.int64).reshape(-1, 2))), axis=0)


def enough(counts: np.ndarray, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Whether so many shared runs are worth aligning texts of these lengths."""
    size = np.maximum(np.minimum(one, other) - RUN + 1, 0)
    needed: np.ndarray = counts >= np.minimum(_ENOUGH, np.maximum(1, np.ceil(_PART * size)))
    return needed


def met(groups: Groups, shelf: Shelf, text: int, twins: np.ndarray) -> np.ndarray:
    """The texts worth aligning with one whose runs are `groups`; `twins` are those of the same words, itself too."""
    small = ~groups.worn & (groups.sizes <= COMMON)
    others = [groups.texts[members(groups.edges[small], groups.sizes[small])]]
    for run in np.flatnonzero(~groups.worn & (groups.sizes > COMMON)).tolist():
        held = shelf.in_time(groups.members(run))
        others.append(held if text in held[:EARLIEST] else held[:EARLIEST])
    found, counts = np.unique(np.concatenate(others), return_counts=True)
    lengths = shelf.rows["length"]
    kept = found[enough(counts, lengths[found], lengths[text])]
    twins = twins[shelf.rows["whole"][twins] == shelf.rows["whole"][text]]
    first = shelf.in_time(twins)[:1]
    same = (twins if text in first else first) if lengths[text] else first[:0]
    both: np.ndarray = np.setdiff1d(np.union1d(kept, same), [text])
    return both


def _batches(groups: Groups, shelf: Shelf) -> Iterator[np.ndarray]:
    """Pairs as `first * size + second`, some millions at a time, each as often as the two share a run."""
    small = np.flatnonzero(~groups.worn & (groups.sizes > 1) & (groups.sizes <= COMMON))
    sizes = groups.sizes[small]
    batches = np.cumsum(sizes * (sizes - 1) // 2) // _SLICE
    for batch in np.unique(batches):
        here = small[batches == batch]
        yield _all_pairs(groups.texts, groups.edges[here], groups.sizes[here], shelf.size)
    for run in np.flatnonzero(~groups.worn & (groups.sizes > COMMON)).tolist():
        held = shelf.in_time(groups.members(run))
        one = np.repeat(held[:EARLIEST], len(held))
        other = np.tile(held, EARLIEST)
        later = np.tile(np.arange(len(held)), EARLIEST) > np.repeat(np.arange(EARLIEST), len(held))
        yield (np.minimum(one, other) * shelf.size + np.maximum(one, other))[later]


def _all_pairs(texts: np.ndarray, edges: np.ndarray, sizes: np.ndarray, total: int) -> np.ndarray:
    places = members(edges, sizes)
    held = texts[places]
    left = np.repeat(edges + sizes, sizes) - places - 1
    found = []
    for step in range(1, int(left.max(initial=0)) + 1):
        here = np.flatnonzero(left >= step)
        found.append(held[here] * total + held[here + step])
    return np.concatenate(found) if found else np.empty(0, np.int64)


def _twins(shelf: Shelf) -> Iterator[tuple[int, int]]:
    """Each text with the earliest of the very same words, however short or common these are."""
    rows = shelf.rows
    order = np.lexsort((rows["key"], rows["day"], rows["whole"]))
    order = order[(rows["length"][order] > 0) & ~rows["gone"][order]]
    whole = rows["whole"][order]
    first = -1
    for place, text in enumerate(order.tolist()):
        if place == 0 or whole[place] != whole[place - 1]:
            first = text
        else:
            yield min(first, text), max(first, text)
