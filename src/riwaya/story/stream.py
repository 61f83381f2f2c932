"""Articles into groups as they arrive: each beside the live ones that share its rarest features, then by linkage.

Fed in one order it gives one result; `cluster` sorts a window first, so that there the order of arrival is nothing.
"""

from collections.abc import Iterable, Mapping, Sequence

from riwaya.records import Copy
from riwaya.story.index import CAPACITY, Vocabulary, Window
from riwaya.story.likeness import likeness, measures
from riwaya.story.linkage import Linkage
from riwaya.story.sketch import Sketch

# Average likeness of groups that tell one story. Of those with much the same F1 on the gold's dev part the strictest:
# a reader mends a torn story by a relation, and does not see a welded one.
STORY = 0.4
EVENT = 0.62  # and of those that tell one event of it
_LEAST = 0.1  # a likeness below this is no link
_WHOLE = 0.5  # a copy of this share of the text or more is the same report
_SAME = 0.98  # the very same text, which is joined before any that is only alike: forms filled anew share much too
_TWINS = 2.0  # its weight
_REPRINT = 0.7  # and of this share joins across any time, where the house is another one
_APART = 3  # days between a text and what copies a passage of it, at most

Pairs = Mapping[str, Sequence[Copy]]  # copies by each of the two articles


class Stream:
    """The live articles and their groups."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self.words = Vocabulary()
        self._window = Window(self.words, capacity)
        self._linkage = Linkage(STORY)
        self._sketches: dict[int, Sketch] = {}
        self._places: dict[str, int] = {}

    def add(self, sketches: Sequence[Sketch], copies: Pairs, *, learned: bool = False) -> None:
        """Sketches in their order; `learned` where their features have been counted before."""
        if not learned:
            for sketch in sketches:
                self.words.learn(sketch.features)
        for sketch in sketches:
            self._add(sketch, copies.get(sketch.article, ()))

    def settle(self) -> None:
        """Join what the last arrivals made alike enough."""
        self._linkage.settle()

    def events(self) -> list[list[str]]:
        """Groups so alike that they tell one event; to be asked before `stories`, which joins them further."""
        self._linkage.settle(EVENT)
        return self._named(self._linkage.groups())

    def stories(self) -> list[list[str]]:
        """Groups of article ids; ids and groups in the order of arrival."""
        self._linkage.settle()
        return self._named(self._linkage.groups())

    def story(self, article: str) -> list[str]:
        """The group of one live article."""
        self._linkage.settle()
        return self._named([sorted(self._linkage.members[self._linkage.group(self._places[article])])])[0]

    def _named(self, groups: Iterable[Sequence[int]]) -> list[list[str]]:
        return [[self._sketches[place].article for place in group] for group in groups]

    def _add(self, sketch: Sketch, copies: Sequence[Copy]) -> None:
        row = self.words.row(sketch)
        links: dict[int, float] = {}
        if len(row.ids):
            near = self._window.near(row, sketch)
            if len(near):
                alike = likeness(measures(self._window, row, sketch, near))
                links = {p: w for p, w in zip(near.tolist(), alike.tolist(), strict=True) if w >= _LEAST}
        for copy in copies:
            self._copied(sketch, copy, links)
        links = {place: weight for place, weight in links.items() if _one_kind(sketch, self._sketches[place])}
        place = self._window.add(row, sketch)
        self._sketches[place], self._places[sketch.article] = sketch, place
        self._linkage.add(place, links)
        self._forget(place - self._capacity)

    def _copied(self, sketch: Sketch, copy: Copy, links: dict[int, float]) -> None:
        """A copy of most of a text is the same report; a copied passage makes likeness surer."""
        place = self._places.get(copy.original if copy.derived == sketch.article else copy.derived)
        if place is None:
            return
        other = self._sketches[place]
        if _far(sketch, other):
            other_house = sketch.outlet is None or sketch.outlet != other.outlet
            if copy.share < _REPRINT or not other_house:
                return
        whole = _TWINS if copy.share >= _SAME else 1.0
        own = links.get(place, 0.0)
        links[place] = max(own, whole if copy.share >= _WHOLE else own + copy.share / 2)

    def _forget(self, place: int) -> None:
        """What has left the window is no longer known by name; its group stays while a member lives."""
        if place >= 0:
            self._places.pop(self._sketches[place].article, None)


def _far(one: Sketch, other: Sketch) -> bool:
    """Whether both have a day of one kind, and these are further apart than one story's reports.

    Days of one crawl compare; an aggregator's page captured two years on and a publish date do not.
    """
    a, b = one.day, other.day
    return a is not None and b is not None and a.sure is b.sure and a.apart(b) > _APART


def _one_kind(one: Sketch, other: Sketch) -> bool:
    """Forms filled anew every day (`routine.tsv`) are like each other only on one day, and like no report."""
    if one.routine != other.routine:
        return False
    return not one.routine or (one.day is not None and other.day is not None and one.day.apart(other.day) == 0)


def by_article(copies: Iterable[Copy]) -> dict[str, list[Copy]]:
    found: dict[str, list[Copy]] = {}
    for copy in copies:
        found.setdefault(copy.original, []).append(copy)
        found.setdefault(copy.derived, []).append(copy)
    return found
