"""What a search found, ready to show: each article with its best words, the marks on their own letters."""

from dataclasses import dataclass
from datetime import date

from riwaya.records import Span
from riwaya.store import Facet, Found, Guess, Results


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """`snippet` is words of the article, `at` where they stand in it; `marks` lie in the snippet.

    `whole` is False where the article lacks some of the words asked for.
    """

    article: str
    headline: str
    outlet: str | None
    agency: str | None
    day: date | None
    url: str | None
    snippet: str
    at: Span
    marks: tuple[Span, ...]
    whole: bool
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResults:
    """`total` counts what was found; `more` where it was not counted to the end. `notes` name what was left out."""

    asked: str
    items: tuple[Hit, ...]
    total: int
    more: bool
    next: str | None
    facets: tuple[Facet, ...]
    guesses: tuple[Guess, ...]
    notes: tuple[str, ...]


def results(asked: str, found: Results) -> SearchResults:
    return SearchResults(
        asked=asked,
        items=tuple(map(hit, found.found)),
        total=found.total,
        more=found.more,
        next=found.next,
        facets=found.facets,
        guesses=found.guesses,
        notes=found.notes,
    )


def hit(found: Found) -> Hit:
    article, (start, end) = found.article, found.snippet
    return Hit(
        article=article.id,
        headline=article.headline or "",
        outlet=article.outlet,
        agency=article.agency,
        day=article.published_at.first if article.published_at else None,
        url=article.url,
        snippet=article.text[start:end],
        at=found.snippet,
        marks=tuple((first - start, last - start) for first, last in found.hits),
        whole=found.whole,
        score=round(found.score, 2),
    )
