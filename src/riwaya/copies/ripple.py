"""What a text that came or went changes for the others that share its runs.

A run that became a set phrase, or grew common, ties fewer pairs; one that ceased to be ties more; one seen on another
day proves less, or more, between texts of other days.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from riwaya.copies.candidates import COMMON, EARLIEST, Groups
from riwaya.copies.shelf import Shelf

Days = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Ripple:
    """`texts` share a run that ties more of them now (`gained`), or fewer (`lost`), or whose days are other ones."""

    texts: frozenset[int]
    gained: bool
    lost: bool
    old: Days
    new: Days

    def stales(self, days: Days) -> bool:
        """Whether the run is stale for two texts of these days, and was not, or the other way round."""
        was, now = ((first < days[0] - 1 or last > days[1] + 1) for first, last in (self.old, self.new))
        return was != now


def ripples(before: Groups, after: Groups, shelf: Shelf) -> Iterator[Ripple]:
    """One for each run that both hold and that is not what it was."""
    runs = np.intersect1d(before.runs, after.runs, assume_unique=True)
    old, new = before.places(runs), after.places(runs)
    worn = before.worn[old], after.worn[new]
    common = before.sizes[old] > COMMON, after.sizes[new] > COMMON
    tied = ~worn[0] & ~common[0], ~worn[1] & ~common[1]
    moved = (before.first[old] != after.first[new]) | (before.last[old] != after.last[new])
    stars = common[0] & common[1] & ~worn[0] & ~worn[1]
    for run in np.flatnonzero((worn[0] != worn[1]) | (common[0] != common[1]) | moved | stars).tolist():
        held = before.members(old[run]), after.members(new[run])
        turned = bool(stars[run]) and _earliest(held[0], shelf) != _earliest(held[1], shelf)
        yield Ripple(
            frozenset(held[0].tolist()) & frozenset(held[1].tolist()),
            gained=turned or bool(tied[1][run] and not tied[0][run]) or bool(worn[0][run] and not worn[1][run]),
            lost=turned or bool(worn[0][run] != worn[1][run]) or bool(tied[0][run] and not tied[1][run]),
            old=(int(before.first[old[run]]), int(before.last[old[run]])),
            new=(int(after.first[new[run]]), int(after.last[new[run]])),
        )


def _earliest(texts: np.ndarray, shelf: Shelf) -> set[int]:
    return set(shelf.in_time(texts)[:EARLIEST].tolist())
