"""Articles into groups by average linkage with a quorum, all at once or as they come.

The two groups that are most alike on average join, until none are alike enough. Average, not nearest: an article that
resembles one report of a story does not draw its own story in. Pairs without a link count as unlike; but of a group
larger than the quorum only as many count as the quorum, since an article is compared with a bounded number of others.
"""

from collections.abc import Mapping
from heapq import heappop, heappush

QUORUM = 32
Links = dict[int, dict[int, float]]


class Linkage:
    """Groups of places, each called by one of them."""

    def __init__(self, needed: float) -> None:
        """`needed` is the average likeness at which groups join, and no group does below."""
        self._needed = needed
        self.members: dict[int, list[int]] = {}
        self._totals: Links = {}
        self._of: dict[int, int] = {}
        self._heap: list[tuple[float, int, int]] = []

    def add(self, place: int, links: Mapping[int, float]) -> None:
        """A new place with its links to earlier ones; nothing joins before `settle`."""
        self.members[place], self._of[place], self._totals[place] = [place], place, {}
        for other, weight in links.items():
            group = self.group(other)
            total = self._totals[place].get(group, 0.0) + weight
            self._totals[place][group] = self._totals[group][place] = total
        for group in self._totals[place]:
            self._offer(place, group)

    def group(self, place: int) -> int:
        """The group that a place is in."""
        at = place
        while self._of[at] != at:
            at = self._of[at]
        self._of[place] = at
        return at

    def settle(self, down_to: float = 0.0) -> None:
        """Join what is alike enough, the likest first; what is less alike than `down_to` waits for the next call."""
        while self._heap and -self._heap[0][0] >= down_to:
            worth, a, b = heappop(self._heap)
            if b not in self._totals.get(a, ()):
                continue
            if self._average(a, b) < -worth:  # one of them has grown since: again in its turn
                self._offer(a, b)
            else:
                self._join(a, b)

    def groups(self) -> list[list[int]]:
        return sorted(sorted(group) for group in self.members.values())

    def forget(self, group: int) -> None:
        """Close a group that nothing will join any more."""
        for place in self.members.pop(group):
            self._of.pop(place, None)
        for other in self._totals.pop(group):
            self._totals[other].pop(group, None)

    def _average(self, a: int, b: int) -> float:
        few, many = sorted((len(self.members[a]), len(self.members[b])))
        return self._totals[a][b] / (few * min(many, max(few, QUORUM)))

    def _offer(self, a: int, b: int) -> None:
        worth = self._average(a, b)
        if worth >= self._needed:
            heappush(self._heap, (-worth, min(a, b), max(a, b)))

    def _join(self, a: int, b: int) -> None:
        """The group with fewer links moves into the other, so that no link moves more often than sizes double."""
        small, large = sorted((a, b), key=lambda group: len(self._totals[group]))
        links = self._totals.pop(small)
        self.members[large] += self.members.pop(small)
        self._totals[large].pop(small)
        links.pop(large)
        for other, total in links.items():
            del self._totals[other][small]
            joined = self._totals[large].get(other, 0.0) + total
            self._totals[large][other] = self._totals[other][large] = joined
        self._of[small] = large
        for other in links:
            self._offer(large, other)
