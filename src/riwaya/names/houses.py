"""House style: which outlet spells a name how, how often, and from which day to which."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from riwaya.names.merge import form_of
from riwaya.records import Article, Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """`first` and `last` are the days of the first and last article that spells it so; None where none has a day."""

    outlet: str
    spelling: str
    count: int
    first: date | None
    last: date | None


def houses(mentions: Iterable[Mention], articles: Mapping[str, Article]) -> tuple[House, ...]:
    """Every outlet's spellings of one name, the outlet that names it most first, its commonest spelling first."""
    met: dict[tuple[str, str], list[date | None]] = defaultdict(list)
    for mention in mentions:
        article = articles[mention.article]
        form = form_of(mention, article.text)
        if form:
            day = article.published_at.first if article.published_at else None
            met[article.outlet or article.publisher or article.agency or "", form].append(day)
    total: dict[str, int] = defaultdict(int)
    for (outlet, _), days in met.items():
        total[outlet] += len(days)
    ordered = sorted(met.items(), key=lambda one: (-total[one[0][0]], one[0][0], -len(one[1]), one[0][1]))
    return tuple(_house(outlet, spelling, days) for (outlet, spelling), days in ordered)


def _house(outlet: str, spelling: str, days: list[date | None]) -> House:
    known = [day for day in days if day is not None]
    first, last = min(known, default=None), max(known, default=None)
    return House(outlet=outlet, spelling=spelling, count=len(days), first=first, last=last)
