"""What rises: a day's words against their own past, the days on which a word bursts, and stories that break.

A word of the day is not one that is frequent but one that many more articles hold than its past lets expect.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from riwaya.records import Article, Burst, Mention, NameKind, Rising, Story, StoryStatus
from riwaya.story.days import day
from riwaya.story.phrases import keyphrases
from riwaya.story.routine import routine

PAST = 14  # days before a day that are its words' own past
_PHRASES = 8  # of an article that are counted
_LEAST = 3  # articles that must hold a word of the day
_OUTLETS = 2  # and outlets: one outlet's series is no trend
_SURE = 2.5  # standard deviations above what the past lets expect
_PRIOR = 1.0  # articles that every word is taken to have had in its past
_NAMED = {NameKind.PERSON, NameKind.PLACE, NameKind.ORGANISATION}


@dataclass(slots=True)
class Counts:
    """In which articles of which outlets a word stands, by day; `forms` is how it is written."""

    size: Counter[date] = field(default_factory=Counter)
    held: dict[str, dict[date, list[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    forms: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    outlets: dict[str, str] = field(default_factory=dict)


def since(on: date) -> date:
    """The first day of a day's past."""
    return on - timedelta(days=PAST)


def counts(articles: Iterable[Article], mentions: Mapping[str, Sequence[Mention]]) -> Counts:
    """Names and keyphrases of dated articles, each once an article; daily forms (weather, markets) left out."""
    found = Counts()
    for article in articles:
        own = day(article)
        if own is None or routine(article):
            continue
        found.size[own.last] += 1
        found.outlets[article.id] = article.outlet or article.capture
        for key, form in _words(article, mentions.get(article.id, ())).items():
            found.held[key][own.last].append(article.id)
            found.forms[key][form] += 1
    return found


def _words(article: Article, mentions: Sequence[Mention]) -> dict[str, str]:
    """Keys of an article's words with how each is written there."""
    named = {mention.entity: mention.name for mention in mentions if mention.kind in _NAMED}
    names = {word for name in named.values() for word in name.split()}
    phrases = keyphrases(article, mentions, _PHRASES)
    return named | {phrase: phrase for phrase in phrases if not set(phrase.split()) & names}


def rising(found: Counts, on: date, most: int = 10) -> tuple[Rising, ...]:
    """The words of a day, the steepest first: how many articles hold each, and how many its past lets expect."""
    risen = [rise for key in found.held if (rise := _rise(found, key, on)) is not None]
    best: list[Rising] = []
    for rise in sorted(risen, key=lambda rise: (-rise.score, rise.keyword)):
        if len(best) == most:
            break
        if not any(_same(rise, other) for other in best):
            best.append(rise)
    return tuple(best)


def _rise(found: Counts, key: str, on: date) -> Rising | None:
    today = found.held[key].get(on, [])
    if len(today) < _LEAST or len({found.outlets[article] for article in today}) < _OUTLETS:
        return None
    usual = _usual(found, key, on)
    score = (len(today) - usual) / math.sqrt(usual)
    if score < _SURE:
        return None
    keyword = found.forms[key].most_common(1)[0][0]
    return Rising(keyword=keyword, day=on, articles=tuple(today), usual=round(usual, 2), score=round(score, 2))


def _usual(found: Counts, key: str, on: date) -> float:
    """Articles that would hold the word on a day of this size if the day were like its past."""
    past = [on - timedelta(days=n) for n in range(1, PAST + 1)]
    size = sum(found.size[earlier] for earlier in past)
    had = sum(len(found.held[key].get(earlier, ())) for earlier in past) + _PRIOR
    share = had / (size + found.size[on]) if size else _PRIOR / found.size[on]
    return max(share * found.size[on], 0.1)


def _same(one: Rising, other: Rising) -> bool:
    """Whether two words say one thing: the one holds the other, or the same articles hold both."""
    a, b = set(one.keyword.split()), set(other.keyword.split())
    shared = len(set(one.articles) & set(other.articles))
    return a <= b or b <= a or shared >= 0.8 * min(len(one.articles), len(other.articles))


def bursts(found: Counts, keyword: str) -> tuple[Burst, ...]:
    """Runs of days on which a word rose above its own past, in order."""
    keys = [key for key, forms in found.forms.items() if keyword == key or keyword in forms]
    runs: list[Burst] = []
    for on in sorted(found.size):
        here = [rise for key in keys if (rise := _rise(found, key, on)) is not None]
        if not here:
            continue
        rise = max(here, key=lambda one: one.score)
        if runs and on - runs[-1].last <= timedelta(days=1):
            before = runs.pop()
            peak = max(before.peak, len(rise.articles))
            runs.append(Burst(keyword=keyword, first=before.first, last=on, peak=peak))
        else:
            runs.append(Burst(keyword=keyword, first=on, last=on, peak=len(rise.articles)))
    return tuple(runs)


def breaking(stories: Iterable[Story]) -> tuple[Story, ...]:
    """Stories that break, the latest and most reported first."""
    found = [story for story in stories if story.status is StoryStatus.BREAKING]
    return tuple(sorted(found, key=lambda s: (s.last_seen or date.min, len(s.articles), s.id), reverse=True))


def growing(stories: Iterable[Story], articles: Mapping[str, Article], on: date) -> tuple[tuple[Story, int], ...]:
    """Stories with the number of their reports of a day, where that is more than on the day before; most first."""
    found = []
    for story in stories:
        days = Counter(own.last for own in (day(articles[a]) for a in story.articles if a in articles) if own)
        if days[on] > days[on - timedelta(days=1)] and days[on] >= _OUTLETS:
            found.append((story, days[on]))
    return tuple(sorted(found, key=lambda one: (-one[1], one[0].id)))
