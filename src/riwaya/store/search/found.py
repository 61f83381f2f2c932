"""What a search gives back, and where the words stand in an article."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from riwaya.records import Article, Span
from riwaya.store.search.keys import Places

_WIDTH = 28  # words of a snippet
_LEAD = 6  # of them before its first hit

Run = tuple[str, ...]  # keys that stand side by side


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An article that holds what was asked. `snippet` spans its best part, `hits` the words; both in its text.

    `whole` is False where it lacks some of the words. `score` grows with how well it fits.
    """

    article: Article
    snippet: Span
    hits: tuple[Span, ...]
    whole: bool = True
    score: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """How many of the articles found have `value`; `kind` is a field of the query language."""

    kind: str
    value: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """Another word for one that was asked. `used`: a house's spelling of the same name, searched for as well."""

    word: str
    instead: str
    used: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """A page of what was found. `total` counts all of it; `more` where it was not counted to the end.

    `next` is the cursor of the page after this one; None where there is none.
    """

    found: tuple[Found, ...]
    total: int
    more: bool
    next: str | None
    facets: tuple[Facet, ...] = ()
    guesses: tuple[Guess, ...] = ()
    notes: tuple[str, ...] = ()


def located(article: Article, held: Sequence[str], wanted: Collection[Run]) -> tuple[Span, tuple[Span, ...]]:
    """Snippet and hits: the run of words that holds most of what is `wanted`, the first of equals.

    `held` is the keys of the article's text. Below the headline where they are there too: that is shown anyway.
    """
    spans = Places(article.text)
    if not len(spans) or len(spans) != len(held):
        return (0, 0), ()
    hits = _hits(held, wanted)
    below = article.headline_span[1] if article.headline_span else 0
    body = spans.after(below)
    body = body if any(place >= body for place in hits) else 0
    best = max((place for place in hits if place >= body), key=lambda start: _richness(hits, start), default=body)
    first = max(body, best - _LEAD)
    last = min(len(spans), first + _WIDTH)
    shown = tuple(spans[place] for place in sorted(hits) if first <= place < last)
    return (spans[first][0], spans[last - 1][1]), shown


def _hits(held: Sequence[str], wanted: Collection[Run]) -> dict[int, set[Run]]:
    """By place, the runs that a word is part of."""
    starts: dict[str, list[Run]] = {}
    for run in wanted:
        starts.setdefault(run[0], []).append(run)
    hits: dict[int, set[Run]] = {}
    for place, key in enumerate(held):
        for run in starts.get(key, ()):
            if tuple(held[place : place + len(run)]) == run:
                for within in range(place, place + len(run)):
                    hits.setdefault(within, set()).add(run)
    return dict(sorted(hits.items()))


def _richness(hits: dict[int, set[Run]], start: int) -> int:
    """How many of the runs a snippet holds whose first hit is `start`."""
    inside = (hits[place] for place in range(start, start + _WIDTH - _LEAD) if place in hits)
    return len(set().union(*inside))
