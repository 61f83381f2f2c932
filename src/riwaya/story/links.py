"""How strongly pairs of articles belong together: likeness of features within a few days, and text that was copied."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from riwaya.records import Article, Basis, Copy
from riwaya.story.features import Vectors

WINDOW = 3  # days apart at most, of two articles joined by likeness alone
_LIKE = 0.12  # cosine below which two articles say nothing of each other
_UNDATED = 0.3  # the same where one of them has no day
_SPREAD = 600  # a feature of more articles than this in the window tells no story
_WHOLE = 0.5  # a copy of this share of the text or more is the same report
_SAME = 0.98  # the very same text, which is joined before any that is only alike: forms filled anew share much too
_TWINS = 2.0  # its weight
_REPRINT = 0.7  # and of this share joins across any time, where the house is another one
_LONG = 7  # days: a publish date vaguer than this is none

Links = dict[int, dict[int, float]]


@dataclass(frozen=True, slots=True)
class Day:
    """When an article was published, `first`..`last`; `sure` is False where only the capture tells."""

    first: date
    last: date
    sure: bool = True

    def apart(self, other: "Day") -> int:
        return max(0, (self.first - other.last).days, (other.first - self.last).days)


def day(article: Article) -> Day | None:
    published = article.published_at
    if published and (published.last - published.first).days <= _LONG:
        return Day(published.first, published.last, published.basis is not Basis.CAPTURED)
    if article.captured_at and not published:
        return Day(article.captured_at.date(), article.captured_at.date(), sure=False)
    return None


def links(articles: Sequence[Article], vectors: Vectors, copies: Sequence[Copy]) -> Links:
    """Weights of pairs, both ways round. `articles` are in order of day, those without one last."""
    days = [day(article) for article in articles]
    found: Links = {place: {} for place in range(len(articles))}
    _liken(days, vectors, found)
    _copied(articles, days, copies, found)
    return found


def _liken(days: Sequence[Day | None], vectors: Vectors, found: Links) -> None:
    """Each article against those before it that are near in time and share a telling feature."""
    postings = _Postings(vectors)
    firsts = [d.first.toordinal() for d in days if d]
    for place, own in enumerate(days):
        near = bisect_left(firsts, own.first.toordinal() - WINDOW - _LONG) if own else 0
        scores = postings.scores(place, near)
        for index in np.flatnonzero(scores >= _LIKE).tolist():
            _join(found, days, (index + near, place), float(scores[index]))


class _Postings:
    """Which articles hold each feature, and how much it weighs in them; articles ascend within a feature."""

    def __init__(self, vectors: Vectors) -> None:
        self._total = len(vectors.edges) - 1
        self._vectors = vectors
        owners = np.repeat(np.arange(self._total), np.diff(vectors.edges))
        order = np.argsort(vectors.ids, kind="stable")
        self._owners, self._weights = owners[order], vectors.weights[order]
        self._keys = vectors.ids[order].astype(np.int64) * self._total + self._owners
        self._ends = np.empty_like(order)  # of each feature of each article, its own place among the postings
        self._ends[order] = np.arange(len(order))

    def scores(self, place: int, near: int) -> np.ndarray:
        """The likeness of article `place` to those from `near` up to it."""
        ids, own = self._vectors.row(place)
        ends = self._ends[int(self._vectors.edges[place]) : int(self._vectors.edges[place + 1])]
        starts = np.searchsorted(self._keys, ids.astype(np.int64) * self._total + near)
        sizes = ends - starts
        telling = (sizes > 0) & (sizes <= _SPREAD)
        starts, sizes, own = starts[telling], sizes[telling], own[telling]
        before = np.cumsum(sizes) - sizes
        chosen = np.repeat(starts - before, sizes) + np.arange(sizes.sum())
        parts = self._weights[chosen] * np.repeat(own, sizes)
        return np.bincount(self._owners[chosen] - near, weights=parts, minlength=place - near)


def _join(found: Links, days: Sequence[Day | None], pair: tuple[int, int], likeness: float) -> None:
    one, other = days[pair[0]], days[pair[1]]
    if one is None or other is None:
        if likeness < _UNDATED:
            return
    elif one.apart(other) > WINDOW:
        return
    found[pair[0]][pair[1]] = found[pair[1]][pair[0]] = likeness


def _copied(articles: Sequence[Article], days: Sequence[Day | None], copies: Sequence[Copy], found: Links) -> None:
    """A copy of most of a text is the same report; a copied passage makes likeness surer."""
    places = {article.id: place for place, article in enumerate(articles)}
    for copy in copies:
        if copy.original not in places or copy.derived not in places:
            continue
        a, b = places[copy.original], places[copy.derived]
        whole = _TWINS if copy.share >= _SAME else 1.0
        weight = whole if copy.share >= _WHOLE else found[a].get(b, 0.0) + copy.share / 2
        if _apart(days[a], days[b]):
            other_house = articles[a].outlet is None or articles[a].outlet != articles[b].outlet
            if copy.share < _REPRINT or not other_house:
                continue
        found[a][b] = found[b][a] = max(weight, found[a].get(b, 0.0))


def _apart(one: Day | None, other: Day | None) -> bool:
    """Whether both have a day of one kind, and these are further apart than one story's reports.

    Days of one crawl compare; an aggregator's page captured two years on and a publish date do not.
    """
    return one is not None and other is not None and one.sure is other.sure and one.apart(other) > WINDOW
