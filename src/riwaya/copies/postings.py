"""In which texts each run of five words stands: sorted numbers, a run's hash above and its text's below.

They come in segments, as in a log-structured tree: a text that arrives is a small one, and neighbours of like size are
merged, so that adding costs little and a look-up asks few of them. A segment is never changed; what was taken away is
left out by the shelf's word and dropped at the next merge.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from riwaya.copies.words import Words, rolled

RUN = 5  # words; four joins set phrases, six loses reworded wires
MOST = 1 << 24  # texts
_TEXT = np.uint64(24)  # bits of a text's number, below the 40 of a run
_OWNER = np.uint64(MOST - 1)
_RATIO = 2  # a segment less than so many times its follower is merged with it


def runs(hashes: np.ndarray) -> np.ndarray:
    """The run that begins at each word of one text, its lower bits free for the text's number."""
    return rolled(hashes, RUN) >> _TEXT << _TEXT


def packed(words: Words, first: int = 0) -> np.ndarray:
    """Every run of every text, once for each text, sorted; the texts are numbered from `first`."""
    owners = np.repeat(np.arange(first, first + len(words.bounds) - 1, dtype=np.uint64), words.lengths)
    found = runs(words.hashes)
    inside = owners[: len(found)] == owners[RUN - 1 :][: len(found)]
    return unique((found | owners[: len(found)])[inside])


def unique(numbers: np.ndarray) -> np.ndarray:
    """Sorted, each once."""
    numbers = np.sort(numbers)
    return numbers[np.concatenate(([True], numbers[1:] != numbers[:-1]))] if len(numbers) else numbers


def of(numbers: np.ndarray) -> np.ndarray:
    """The runs of packed numbers."""
    return numbers >> _TEXT << _TEXT


def owners(numbers: np.ndarray) -> np.ndarray:
    """The texts of packed numbers."""
    return (numbers & _OWNER).astype(np.int64)


@dataclass(slots=True)
class Postings:
    segments: list[np.ndarray] = field(default_factory=list)

    def add(self, numbers: np.ndarray, gone: np.ndarray | None = None) -> None:
        """Put in sorted packed numbers; where segments are merged, those of the texts `gone` are left out."""
        if len(numbers):
            self.segments.append(numbers)
        while len(self.segments) > 1 and len(self.segments[-2]) < _RATIO * len(self.segments[-1]):
            last = self.segments.pop()
            merged = np.sort(np.concatenate((self.segments.pop(), last)), kind="stable")
            self.segments.append(merged[~gone[owners(merged)]] if gone is not None and gone.any() else merged)

    def drop(self, numbers: np.ndarray) -> None:
        """Take out again what was just put in, where no merge has swallowed it."""
        self.segments = [segment for segment in self.segments if segment is not numbers]

    def holding(self, wanted: np.ndarray, also: Iterable[np.ndarray] = ()) -> np.ndarray:
        """All packed numbers of these runs (sorted, each once), sorted; in `also` too."""
        parts = [_cut(segment, wanted) for segment in (*self.segments, *also)]
        return np.sort(np.concatenate(parts)) if parts else np.empty(0, np.uint64)


def _cut(segment: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    first = np.searchsorted(segment, wanted)
    sizes = np.searchsorted(segment, wanted | _OWNER, side="right") - first
    found: np.ndarray = segment[members(first, sizes)]
    return found


def members(edges: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """The places of all members of groups that begin at `edges`."""
    before = np.cumsum(sizes) - sizes
    return np.repeat(edges - before, sizes) + np.arange(sizes.sum())
