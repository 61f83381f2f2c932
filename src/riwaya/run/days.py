"""A day for an article whose page gives none: that of the text it shares, or the day on which it was captured."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from riwaya.records import Article, Basis, Copy, Precision, Published

# Part of either text that must be shared: background paragraphs come back for years, a wire is run the day it comes.
_SHARED = 0.2


def undated(article: Article) -> bool:
    """Whether its own page tells no day better than that of its capture."""
    return article.published_at is None or article.published_at.basis is Basis.CAPTURED


def of_capture(article: Article) -> Published | None:
    """The day of the capture: the last on which it can have been published."""
    if article.captured_at is None:
        return None
    day = article.captured_at.date()
    why = "no day stated or worked out; captured on that day"
    return Published(value=day.isoformat(), first=day, last=day, basis=Basis.CAPTURED, why=why)


def of_copies(articles: Mapping[str, Article], copies: Iterable[Copy]) -> dict[str, Published]:
    """A day for each undated article that shares text with a dated one, also through others; the largest share decides.

    Does not depend on the order of articles or copies.
    """
    shared = _shared(articles, copies)
    days = {i: a.published_at for i, a in articles.items() if a.published_at is not None and not undated(a)}
    given: dict[str, Published] = {}
    waiting = {i for i in shared if i not in days}
    while waiting:
        round_ = {i: found for i in waiting if (found := _nearest(articles[i], shared[i], days)) is not None}
        if not round_:
            return given
        given.update(round_)
        days.update(round_)
        waiting.difference_update(round_)
    return given


def _shared(articles: Mapping[str, Article], copies: Iterable[Copy]) -> dict[str, list[tuple[float, str]]]:
    """By article: what share it has in common with which other, the largest first."""
    shared: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for copy in copies:
        size = max(copy.share, copy.coverage)
        if size >= _SHARED and copy.original in articles and copy.derived in articles:
            shared[copy.original].append((size, copy.derived))
            shared[copy.derived].append((size, copy.original))
    return {i: sorted(others, key=lambda other: (-other[0], other[1])) for i, others in shared.items()}


def _nearest(article: Article, others: list[tuple[float, str]], days: Mapping[str, Published]) -> Published | None:
    latest = article.captured_at.date() if article.captured_at else date.max
    for size, other in others:
        published = days.get(other)
        if published is not None and published.first <= latest:
            return _like(published, f"shares {size:.0%} of its words with {other}, published {published.basis}")
    return None


def _like(published: Published, why: str) -> Published:
    one = published.first == published.last
    return Published(
        value=published.first.isoformat() if one else None,
        first=published.first,
        last=published.last,
        precision=Precision.DAY if one else published.precision,
        basis=Basis.INFERRED,
        why=why,
    )
