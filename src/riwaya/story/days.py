"""The day of an article, where it can be believed."""

from dataclasses import dataclass
from datetime import date, timedelta

from riwaya.records import Article, Basis

_LONG = 7  # days: a publish date vaguer than this is none
_OLDEST = date(1990, 1, 1)  # no Arabic page was on the web before; a clock that was never set says 1970
_AHEAD = timedelta(days=1)  # of its capture: a zone further east


@dataclass(frozen=True, slots=True)
class Day:
    """When an article was published, `first`..`last`; `sure` is False where only the capture tells."""

    first: date
    last: date
    sure: bool = True

    def apart(self, other: "Day") -> int:
        return max(0, (self.first - other.last).days, (other.first - self.last).days)


def day(article: Article) -> Day | None:
    """None where nothing says it, or where it is before there was a web or after the page was captured."""
    published = article.published_at
    if published and (published.last - published.first).days <= _LONG and _possible(article):
        return Day(published.first, published.last, published.basis is not Basis.CAPTURED)
    if article.captured_at and not published:
        return Day(article.captured_at.date(), article.captured_at.date(), sure=False)
    return None


def _possible(article: Article) -> bool:
    published, captured = article.published_at, article.captured_at
    if published is None or published.first < _OLDEST:
        return False
    return captured is None or published.first <= captured.date() + _AHEAD
