"""Which pairs of articles share enough rare words in a row to be worth aligning.

Runs of five words are hashed, sorted, and articles that meet in a hash are counted against each other. Likeness of
whole texts misses two outlets that cut and reword one wire (13 % of five-word runs in common), so runs are counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from riwaya.copies.words import Words, rolled

RUN = 5  # words; four joins set phrases, six loses reworded wires
COMMON = 64  # a run in more articles than this is a set phrase or furniture: only neighbours in time meet through it
_NEIGHBOURS = 4
_MANY = 8  # a run in more articles than this is looked at twice:
_DAYS = (
    4  # on more days than this it is a set phrase (a title in full, a form of words), for a wire is printed in a few;
)
# all of one house, it is the house's own footer
_ENOUGH = 6  # shared runs: ten words in a row, or two passages
_PART = 0.2  # or this part of the shorter text's runs, where that is less
_SLICE = 1 << 19  # runs joined at a time, to bound memory


@dataclass(frozen=True, slots=True)
class Candidate:
    """Places of two articles in the sequence given, and how many of their rarer runs they share."""

    first: int
    second: int
    shared: int


@dataclass(frozen=True, slots=True)
class Meetings:
    """The pairs worth aligning, and for each text which of its words stand in set phrases, which prove nothing."""

    pairs: list[Candidate]
    worn: list[np.ndarray]


@dataclass(frozen=True, slots=True)
class _Runs:
    """Runs sorted by hash: hash, owner, and place of the first word among the words of all texts."""

    hashes: np.ndarray
    owners: np.ndarray
    places: np.ndarray


def find(words: Words, houses: Sequence[int], days: Sequence[int]) -> Meetings:
    """Pairs worth aligning. The texts of `words` are in order of time; `houses` and `days` number outlet and day."""
    lengths = words.lengths
    runs = _runs(words)
    edges = np.flatnonzero(np.diff(runs.hashes, prepend=~runs.hashes[:1]))
    sizes = np.diff(np.append(edges, len(runs.hashes)))
    worn = _worn(runs, (edges, sizes), (np.asarray(houses, dtype=np.int64), np.asarray(days, dtype=np.int64)))
    keys, counts = _meet(runs.owners, len(lengths), (edges[~worn], sizes[~worn]))
    found = _enough(keys, counts, lengths)
    for pair, size in _identical(words):
        found[pair] = max(found.get(pair, 0), size)
    pairs = [Candidate(a, b, shared) for (a, b), shared in sorted(found.items())]
    return Meetings(pairs, _worn_words(runs.places[_members(edges[worn], sizes[worn])], lengths))


def _enough(keys: np.ndarray, counts: np.ndarray, lengths: np.ndarray) -> dict[tuple[int, int], int]:
    """The pairs that share runs enough, and how many."""
    first, second = keys // max(1, len(lengths)), keys % max(1, len(lengths))
    runs = np.minimum(lengths[first], lengths[second]) - RUN + 1
    kept = np.flatnonzero(counts >= np.minimum(_ENOUGH, np.maximum(1, np.ceil(_PART * runs))))
    return {(int(first[i]), int(second[i])): int(counts[i]) for i in kept}


def _runs(words: Words) -> _Runs:
    """Every run of every text; two of one text may have one hash."""
    owners = np.repeat(np.arange(len(words.bounds) - 1, dtype=np.int32), words.lengths)
    hashes = rolled(words.hashes, RUN)
    inside = np.flatnonzero(owners[: len(hashes)] == owners[RUN - 1 :][: len(hashes)])
    order = inside[np.argsort(hashes[inside], kind="stable")]
    return _Runs(hashes[order], owners[order], order.astype(np.int64))


def _worn(runs: _Runs, groups: tuple[np.ndarray, np.ndarray], origins: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """For each group of one hash (edge and size), whether it is a set phrase or a house's own furniture."""
    edges, sizes = groups
    worn = np.zeros(len(edges), dtype=bool)
    many = np.flatnonzero(sizes > _MANY)
    houses, days = (_distinct(origin[runs.owners], edges[many], sizes[many]) for origin in origins)
    worn[many] = (houses == 1) | (days > _DAYS)
    return worn


def _worn_words(places: np.ndarray, lengths: np.ndarray) -> list[np.ndarray]:
    """For each text, which of its words lie in a run that begins at one of `places`."""
    worn = np.zeros(int(lengths.sum()), dtype=bool)
    for step in range(RUN):
        worn[places + step] = True
    return np.split(worn, np.cumsum(lengths)[:-1]) if len(lengths) else []


def _meet(owners: np.ndarray, total: int, groups: tuple[np.ndarray, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Pairs as `first * total + second`, sorted, and the runs each shares; `groups` are edges and sizes."""
    edges, sizes = groups[0][groups[1] > 1], groups[1][groups[1] > 1]
    reach = np.where(sizes > COMMON, _NEIGHBOURS, sizes)
    keys, counts = np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    batches = np.cumsum(sizes) // _SLICE
    for batch in np.unique(batches):
        here = batches == batch
        keys, counts = _added(keys, counts, _pairs(owners, total, (edges[here], sizes[here], reach[here])))
    return keys, counts


def _distinct(values: np.ndarray, edges: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """How many different values each group holds."""
    groups = np.repeat(np.arange(len(edges)), sizes)
    held = values[_members(edges, sizes)]
    order = np.lexsort((held, groups))
    groups, held = groups[order], held[order]
    fresh = np.ones(len(held), dtype=bool)
    fresh[1:] = (groups[1:] != groups[:-1]) | (held[1:] != held[:-1])
    return np.bincount(groups[fresh], minlength=len(edges))


def _members(edges: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """The places of all members of groups that begin at `edges`."""
    before = np.cumsum(sizes) - sizes
    return np.repeat(edges - before, sizes) + np.arange(sizes.sum())


def _pairs(owners: np.ndarray, total: int, groups: tuple[np.ndarray, np.ndarray, np.ndarray]) -> np.ndarray:
    """Every pair of owners at most `reach` apart within a group; groups are (edges, sizes, reach)."""
    edges, sizes, reach = groups
    members = _members(edges, sizes)
    owner = owners[members].astype(np.int64)
    left = np.minimum(np.repeat(edges + sizes, sizes) - members - 1, np.repeat(reach, sizes))
    found = []
    for step in range(1, int(left.max(initial=0)) + 1):
        here = np.flatnonzero(left >= step)
        one, other = owner[here], owner[here + step]
        found.append((one * total + other)[one != other])
    return np.concatenate(found) if found else np.empty(0, dtype=np.int64)


def _added(keys: np.ndarray, counts: np.ndarray, pairs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    fresh, times = np.unique(pairs, return_counts=True)
    merged, places = np.unique(np.concatenate((keys, fresh)), return_inverse=True)
    total = np.zeros(len(merged), dtype=np.int64)
    np.add.at(total, places, np.concatenate((counts, times)))
    return merged, total


def _identical(words: Words) -> list[tuple[tuple[int, int], int]]:
    """Each text with the next one of the very same words, however short or common these are."""
    last: dict[bytes, int] = {}
    found: list[tuple[tuple[int, int], int]] = []
    for place, size in enumerate(words.lengths.tolist()):
        if not size:
            continue
        key = words.of(place).hashes.tobytes()
        if key in last:
            found.append(((last[key], place), size))
        last[key] = place
    return found
