"""What is asked of a store by key: one story, one article, one outlet, the index of copies."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select, text

from riwaya.records import Article, Copy, Statement, Story, StoryTurn
from riwaya.store import rows, schema, turns, writing
from riwaya.store.base import Base
from riwaya.store.rows import from_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One of the captures of an address: the article it gave and what that was called."""

    article: str
    seen: str  # when it was captured, else published; "" where neither is known
    headline: str


class Glance(Base):
    """The part of `Store` that looks up one thing."""

    def copy_index(self) -> dict[str, bytes]:
        """What the stored copies were found by, as it was put in; empty where nothing was."""
        columns = schema.copy_index.c
        parts: dict[str, bytes] = {}
        query = select(columns.part, columns.content).order_by(columns.part, columns.piece)
        for part, content in self._rows(query):
            parts[part] = parts.get(part, b"") + content
        return parts

    def story(self, story: str) -> Story | None:
        """The story of this id, or the one that it merged into."""
        query = select(schema.stories.c.record).where(schema.stories.c.id == self.moved(story))
        return next((from_json(record, Story) for (record,) in self._rows(query)), None)

    def moved(self, story: str) -> str:
        """The id of the story that this one merged into; its own where it stands."""
        query = select(schema.story_moves.c.story).where(schema.story_moves.c.gone == story)
        return next((there for (there,) in self._rows(query)), story)

    def turns(self, story: str) -> list[StoryTurn]:
        """What the story was called and how it was summed up, from its first build to now."""
        columns = schema.story_turns.c
        query = select(columns.story, columns.title, columns.reports, columns.last_day, columns.summary)
        return [turns.record(*row) for row in self._rows(query.where(columns.story == story).order_by(columns.turn))]

    def published(self, first: str, last: str) -> list[Article]:
        """The articles of these days, YYYY-MM-DD, both included."""
        columns = schema.articles.c
        query = select(columns.record, columns.published).where(columns.day.between(first, last)).order_by(columns.seq)
        return [rows.article_record(record, published) for record, published in self._rows(query)]

    def placed(self) -> dict[str, str]:
        """The story's id of every article."""
        columns = schema.story_articles.c
        return {article: story for article, story in self._rows(select(columns.article, columns.story))}  # noqa: C416 - rows are no pairs to mypy

    def stories_among(self, stories: Collection[str]) -> list[Story]:
        columns = schema.stories.c
        return [from_json(record, Story) for (record,) in self._rows(select(columns.record), columns.id, stories)]

    def stories_of(self, articles: Collection[str]) -> dict[str, Story]:
        """The story of each of these articles that is in one."""
        columns = schema.story_articles.c
        query = select(columns.article, schema.stories.c.record).join_from(schema.story_articles, schema.stories)
        return {article: from_json(record, Story) for article, record in self._rows(query, columns.article, articles)}

    def latest(self, most: int, after: int = 0) -> list[Story]:
        """Stories by their last day, the latest first and the larger of equals, `most` of them `after` so many."""
        columns = schema.stories.c
        order = (columns.last_day.desc(), columns.reports.desc(), columns.id)
        query = select(columns.record).order_by(*order).limit(most).offset(after)
        return [from_json(record, Story) for (record,) in self._rows(query)]

    def newest(self) -> int:
        """The place of the article that came last; 0 where there is none."""
        query = select(func.max(schema.articles.c.seq))
        return next((place or 0 for (place,) in self._rows(query)), 0)

    def come_since(self, place: int) -> dict[str, int]:
        """How many articles of each story came after that place."""
        columns = schema.story_articles.c
        query = select(columns.story, func.count()).join_from(schema.story_articles, schema.articles)
        counted = query.where(schema.articles.c.seq > place).group_by(columns.story)
        return dict(tuple(row) for row in self._rows(counted))

    def pace(self, stories: Collection[str]) -> dict[str, list[str]]:
        """When the reports of each of these stories came out: days, or times where a page gave one; in order."""
        columns, articles = schema.story_articles.c, schema.articles.c
        stated = func.coalesce(
            articles.published.op("->>")("$.value"), articles.record.op("->>")("$.published_at.value")
        )
        query = select(columns.story, func.coalesce(stated, articles.day)).join_from(
            schema.story_articles, schema.articles
        )
        found: dict[str, list[str]] = {story: [] for story in stories}
        for story, when in self._rows(query.where(articles.day.is_not(None)), columns.story, stories):
            found[story].append(when)
        return {story: sorted(held) for story, held in found.items()}

    def labelled(self, label: str, since: str, most: int) -> list[Article]:
        """Articles of that label published on that day or after it, the latest first."""
        columns = schema.articles.c
        held = columns.record.op("->>")("$.labels").like(f'%"{label}"%')
        query = select(columns.record, columns.published).where(columns.day >= since, held)
        ordered = query.order_by(columns.day.desc(), columns.seq.desc()).limit(most)
        return [rows.article_record(record, published) for record, published in self._rows(ordered)]

    def version(self) -> str:
        """Another text whenever stories, copies or decisions on names have changed."""
        query = select(schema.meta.c.value).where(schema.meta.c.key == writing.VERSION)
        return next((value for (value,) in self._rows(query)), "")

    def article(self, article: str) -> Article | None:
        columns = schema.articles.c
        query = select(columns.record, columns.published).where(columns.id == article)
        return next((rows.article_record(record, published) for record, published in self._rows(query)), None)

    def copies_with(self, article: str) -> list[Copy]:
        """Copies of which this article is one end, the largest share first."""
        columns = schema.copies.c
        either = or_(columns.original == article, columns.derived == article)
        query = select(columns.record).where(either).order_by(columns.share.desc(), columns.original, columns.derived)
        return [from_json(record, Copy) for (record,) in self._rows(query)]

    def copies_to(self, articles: Collection[str]) -> list[Copy]:
        """Copies that these articles are derived in, the largest share first."""
        columns = schema.copies.c
        found = [from_json(r, Copy) for (r,) in self._rows(select(columns.record), columns.derived, articles)]
        return sorted(found, key=lambda copy: (-copy.share, copy.original, copy.derived))

    def outlets_of(self, articles: Collection[str]) -> dict[str, str | None]:
        columns = schema.articles.c
        return {i: outlet for i, outlet in self._rows(select(columns.id, columns.outlet), columns.id, articles)}  # noqa: C416 - rows are no pairs to mypy

    def versions(self, url: str) -> list[Version]:
        """Every article that this address gave, in the order in which they were read."""
        query = text(
            "SELECT id, coalesce(record ->> '$.captured_at', day, '') AS seen, coalesce(record ->> '$.headline', '') "
            "FROM articles WHERE record ->> '$.url' = :url AND role = 'main' ORDER BY seen, seq",
        )
        return [Version(article=i, seen=seen, headline=h) for i, seen, h in self._rows(query.bindparams(url=url))]

    def outlets(self) -> list[tuple[str, int, str | None]]:
        """Every outlet with the number of its articles and its last day, most first."""
        columns = schema.articles.c
        count = func.count()
        query = select(columns.outlet, count, func.max(columns.day)).where(columns.outlet.is_not(None))
        ordered = query.group_by(columns.outlet).order_by(count.desc(), columns.outlet)
        return [(outlet, number, last) for outlet, number, last in self._rows(ordered)]

    def of_outlet(self, outlet: str, most: int) -> list[Article]:
        """The outlet's articles, the latest first."""
        columns = schema.articles.c
        query = select(columns.record, columns.published).where(columns.outlet == outlet)
        ordered = query.order_by(columns.day.desc(), columns.seq.desc()).limit(most)
        return [rows.article_record(record, published) for record, published in self._rows(ordered)]

    def voices(self, most: int, after: int = 0) -> list[tuple[str, int, str | None]]:
        """Speakers by name with the number of their statements and their last day, most first."""
        columns = schema.statements.c
        count = func.count()
        query = select(columns.speaker, count, func.max(columns.day)).group_by(columns.speaker)
        ordered = query.order_by(count.desc(), columns.speaker).limit(most).offset(after)
        return [(name, number, last) for name, number, last in self._rows(ordered)]

    def said_in(self, article: str) -> Sequence[Statement]:
        """The statements of one article in the order of its text."""
        columns = schema.statements.c
        query = select(columns.record).where(columns.article == article).order_by(columns.place)
        return [from_json(record, Statement) for (record,) in self._rows(query)]
