"""Articles into stories: the two groups that are most alike on average join, until none are alike enough.

Average, not nearest: an article that resembles one report of a story does not draw its own story in. Pairs without a
link count as unlike, so the work is that of the links and not of all pairs.
"""

import hashlib
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from heapq import heapify, heappop, heappush

from riwaya.records import Article, Copy, DateMention, Mention, Story, StoryStatus
from riwaya.story import related
from riwaya.story.features import Material, centre, vectors
from riwaya.story.links import Links, day, links
from riwaya.story.title import keywords, title

_ALIKE = 0.17  # average weight of the links between two large groups that are one story
_ALONE = 0.1  # and so much more between two articles, less the more articles vouch for the likeness
_FRESH = timedelta(days=2)  # a story this near the newest day goes on
_DEVELOPING = "developing"


def cluster(
    articles: Sequence[Article],
    copies: Sequence[Copy],
    mentions: Mapping[str, Sequence[Mention]],
    dates: Mapping[str, Sequence[DateMention]],
) -> tuple[Story, ...]:
    """The stories of `articles`, earliest first; every article is in one. The same for any order of `articles`."""
    ordered = sorted(articles, key=_order)
    material = Material(mentions, dates)
    features = vectors(ordered, material)
    groups = join(links(ordered, features, copies))
    newest = max((d.last for d in map(day, ordered) if d), default=None)
    stories = [
        _story([ordered[place] for place in group], centre(features, group), mentions, newest) for group in groups
    ]
    return related.tie(stories, mentions)


def _order(article: Article) -> tuple[date, str]:
    own = day(article)
    return (own.first if own else date.max, article.id)


def join(weights: Links) -> list[list[int]]:
    """Groups of places, each ascending, by average linkage over linked pairs."""
    groups = {place: [place] for place in weights}
    totals = {place: dict(row) for place, row in weights.items()}
    heap = [
        (-weight, a, b) for a, row in weights.items() for b, weight in row.items() if a < b and weight >= _needed(1, 1)
    ]
    heapify(heap)
    following = len(groups)
    while heap:
        _, a, b = heappop(heap)
        if a not in groups or b not in groups:
            continue
        members, total = groups.pop(a) + groups.pop(b), _merged(totals, a, b)
        groups[following], totals[following] = members, total
        for other, weight in total.items():
            totals[other][following] = weight
            average = weight / (len(members) * len(groups[other]))
            if average >= _needed(len(members), len(groups[other])):
                heappush(heap, (-average, other, following))
        following += 1
    return sorted(sorted(group) for group in groups.values())


def _needed(one: int, other: int) -> float:
    return _ALIKE + _ALONE / math.sqrt(one * other)


def _merged(totals: Links, a: int, b: int) -> dict[int, float]:
    """The summed links of two groups to the others, which forget them."""
    total = Counter(totals.pop(a))
    total.update(totals.pop(b))
    for place in (a, b):
        total.pop(place, None)
    for other in total:
        totals[other].pop(a, None)
        totals[other].pop(b, None)
    return dict(total)


def _story(
    articles: Sequence[Article],
    about: Counter[str],
    mentions: Mapping[str, Sequence[Mention]],
    newest: date | None,
) -> Story:
    days = [own for own in map(day, articles) if own]
    days = [own for own in days if own.sure] or days
    last = max((own.last for own in days), default=None)
    fresh = last is not None and newest is not None and newest - last <= _FRESH
    going = fresh or any(_DEVELOPING in article.labels for article in articles)
    return Story(
        id="st-" + hashlib.sha256(articles[0].id.encode()).hexdigest()[:10],
        title=title(articles, about),
        articles=tuple(article.id for article in articles),
        first_seen=min((own.first for own in days), default=None),
        last_seen=last,
        status=StoryStatus.DEVELOPING if going else StoryStatus.QUIET,
        keywords=keywords(articles, about, _called(articles, mentions)),
    )


def _called(articles: Sequence[Article], mentions: Mapping[str, Sequence[Mention]]) -> dict[str, str]:
    """How each entity of a story is mostly called."""
    names: dict[str, Counter[str]] = {}
    for article in articles:
        for mention in mentions.get(article.id, ()):
            names.setdefault(mention.entity, Counter())[mention.name] += 1
    return {entity: found.most_common(1)[0][0] for entity, found in names.items()}
