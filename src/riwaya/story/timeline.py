"""A story's own days against the days of reporting: what its reports say happened when, and when they came out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from riwaya.records import Article, DateMention, Precision, StoryDay
from riwaya.story.days import day

_SINGLE = {Precision.DAY, Precision.TIME, Precision.PART_OF_DAY}
_TOLD = 2  # reports that must speak of a day on which none came out
_FAR = timedelta(days=400)  # before the first report: background, not the story


def days(articles: Sequence[Article], dates: Mapping[str, Sequence[DateMention]]) -> tuple[StoryDay, ...]:
    """Days in order, each with the reports that came out on it and those that speak of it."""
    reported: defaultdict[date, set[str]] = defaultdict(set)
    told: defaultdict[date, set[str]] = defaultdict(set)
    for article in articles:
        own = day(article)
        if own is not None:
            reported[own.last].add(article.id)
        for mention in dates.get(article.id, ()):
            when = mention.value
            if when is not None and when.first == when.last and when.precision in _SINGLE:
                told[when.first].add(article.id)
    first = min(reported, default=None)
    least = min(_TOLD, len(articles))
    near = {on for on, by in told.items() if len(by) >= least and (first is None or first - on <= _FAR)}
    return tuple(
        StoryDay(day=on, reported=tuple(sorted(reported.get(on, ()))), told=tuple(sorted(told.get(on, ()))))
        for on in sorted(near | set(reported))
    )
