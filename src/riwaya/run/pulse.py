"""What a store says of a day: the words that rise, the stories that break and grow; and how a story's reports rank."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from riwaya.records import Mention, Ranked, Rising, Story, StoryDay
from riwaya.store import Store
from riwaya.story import ranks, timeline, trends
from riwaya.story.phrases import keyphrases


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulse:
    """A day: what rises on it, stories that break, and those with more reports than the day before, with how many."""

    day: date
    rising: tuple[Rising, ...]
    breaking: tuple[Story, ...]
    growing: tuple[tuple[Story, int], ...]


def pulse(store: Store, on: date, most: int = 10) -> Pulse:
    """What moves on a day, by the articles of that day and its past alone."""
    near = store.published(trends.since(on).isoformat(), on.isoformat())
    articles = {article.id: article for article in near}
    found = trends.counts(near, store.mentions(articles))
    stories = {story.id: story for story in store.stories_of(articles).values()}.values()
    growing = trends.growing(stories, articles, on)
    return Pulse(
        day=on,
        rising=trends.rising(found, on, most),
        breaking=trends.breaking(story for story in stories if story.last_seen == on)[:most],
        growing=growing[:most],
    )


def ranked(store: Store, story: Story) -> tuple[Ranked, ...]:
    """A story's reports, that to be read first first, with what each is and adds."""
    return ranks.rank(tuple(store.articles(story.articles)), store.copies(story.articles))


def days(store: Store, story: Story) -> tuple[StoryDay, ...]:
    """The days that a story's reports speak of beside those on which they came out."""
    return timeline.days(tuple(store.articles(story.articles)), store.dates(story.articles))


def article_keywords(store: Store, article: str, most: int = 10) -> tuple[str, ...]:
    """An article's own keyphrases; none where the store has no such article."""
    mentions: Sequence[Mention] = store.mentions([article]).get(article, ())
    return next((keyphrases(held, mentions, most) for held in store.articles([article])), ())
