"""Articles into stories, and each story told: its events, title, summary, keywords and what it is near to."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from riwaya.records import Article, Copy, DateMention, Mention, Story, StoryEvent, StoryStatus
from riwaya.story import related
from riwaya.story.days import day
from riwaya.story.sketch import sketch
from riwaya.story.stream import Stream, by_article
from riwaya.story.summary import summary
from riwaya.story.title import keywords, title
from riwaya.story.words import About

_FRESH = timedelta(days=2)  # a story this near the newest day goes on
_DEVELOPING, _BREAKING = "developing", "breaking"


@dataclass(frozen=True, slots=True)
class _Told:
    """What the stories are told with."""

    articles: Mapping[str, Article]
    mentions: Mapping[str, Sequence[Mention]]
    about: Mapping[str, About]
    newest: date | None


def cluster(
    articles: Sequence[Article],
    copies: Sequence[Copy],
    mentions: Mapping[str, Sequence[Mention]],
    dates: Mapping[str, Sequence[DateMention]],
) -> tuple[Story, ...]:
    """The stories of `articles`, earliest first; every article is in one. The same for any order of `articles`."""
    ordered = sorted(articles, key=_order)
    sketches = [sketch(a, mentions.get(a.id, ()), dates.get(a.id, ())) for a in ordered]
    stream = Stream(capacity=max(len(ordered), 1))
    for one in sketches:
        stream.words.learn(one.features)
    stream.add(sketches, by_article(copies), learned=True)
    events, groups = stream.events(), stream.stories()
    told = _Told(
        {a.id: a for a in ordered},
        mentions,
        {one.article: stream.words.about(one) for one in sketches},
        _newest(ordered),
    )
    return related.tie([_story(group, part, told) for group, part in _parted(groups, events)], mentions)


def _order(article: Article) -> tuple[date, str]:
    own = day(article)
    return (own.first if own else date.max, article.id)


def _newest(articles: Sequence[Article]) -> date | None:
    return max((own.last for own in map(day, articles) if own), default=None)


def _parted(
    groups: Sequence[Sequence[str]], events: Sequence[Sequence[str]]
) -> list[tuple[Sequence[str], list[Sequence[str]]]]:
    """Each group with the events that it is made of."""
    event = {article: place for place, members in enumerate(events) for article in members}
    return [(group, [events[place] for place in sorted({event[article] for article in group})]) for group in groups]


def _story(group: Sequence[str], events: Sequence[Sequence[str]], told: _Told) -> Story:
    articles = [told.articles[article] for article in group]
    first, last = _days(articles)
    about = _about(group, told)
    return Story(
        id="st-" + hashlib.sha256(group[0].encode()).hexdigest()[:10],
        title=title(articles, about),
        articles=tuple(group),
        first_seen=first,
        last_seen=last,
        status=_status(articles, last, told.newest),
        keywords=keywords(articles, about, _called(group, told.mentions)),
        summary=summary(articles, about),
        events=tuple(_event(part, told) for part in events),
    )


def _event(group: Sequence[str], told: _Told) -> StoryEvent:
    articles = [told.articles[article] for article in group]
    first, last = _days(articles)
    return StoryEvent(
        title=title(articles, _about(group, told)), articles=tuple(group), first_seen=first, last_seen=last
    )


def _about(group: Sequence[str], told: _Told) -> About:
    total: Counter[str] = Counter()
    for article in group:
        total.update(told.about[article])
    return total


def _days(articles: Sequence[Article]) -> tuple[date | None, date | None]:
    days = [own for own in map(day, articles) if own]
    days = [own for own in days if own.sure] or days
    return min((own.first for own in days), default=None), max((own.last for own in days), default=None)


def _status(articles: Sequence[Article], last: date | None, newest: date | None) -> StoryStatus:
    """Breaking while its page says so and nothing newer is known; developing while it is fresh or says so."""
    fresh = last is not None and newest is not None and newest - last <= _FRESH
    if last is not None and last == newest and any(_BREAKING in article.labels for article in articles):
        return StoryStatus.BREAKING
    going = fresh or any(_DEVELOPING in article.labels for article in articles)
    return StoryStatus.DEVELOPING if going else StoryStatus.QUIET


def _called(group: Sequence[str], mentions: Mapping[str, Sequence[Mention]]) -> dict[str, str]:
    """How each entity of a story is mostly called."""
    names: dict[str, Counter[str]] = {}
    for article in group:
        for mention in mentions.get(article, ()):
            names.setdefault(mention.entity, Counter())[mention.name] += 1
    return {entity: found.most_common(1)[0][0] for entity, found in names.items()}
