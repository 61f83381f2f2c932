"""Long lists a page at a time: a page begins after the last line of the one before; none comes twice or is missed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Integer, and_, cast, func, literal, or_, select

from riwaya.records import Statement, Story
from riwaya.store import schema
from riwaya.store.base import Base
from riwaya.store.rows import from_json

_DAYLESS = ""  # before every day: what has none comes last

Key = tuple[str, str]  # what a list is ordered by, then what makes it single


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletLine:
    """An outlet with its articles; days are those of the first and last of them that has a day."""

    name: str
    articles: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerLine:
    name: str
    entity: str | None
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Which statements are listed: of these speakers, of this act, in these articles; None for any."""

    speakers: Collection[str] | None = None
    act: str | None = None
    articles: Collection[str] | None = None


class Lists(Base):
    """Each list takes the key after which it begins and gives its lines with the key of each."""

    def list_stories(self, limit: int, after: Key | None = None) -> list[tuple[Key, Story]]:
        """The latest first."""
        columns = schema.stories.c
        day = func.coalesce(columns.last_day, _DAYLESS)
        query = select(day.label("day"), columns.id, columns.record).order_by(day.desc(), columns.id).limit(limit)
        if after is not None:
            query = query.where(or_(day < after[0], and_(day == after[0], columns.id > after[1])))
        return [((row.day, row.id), from_json(row.record, Story)) for row in self._rows(query)]

    def list_statements(self, said: Said, limit: int, after: Key | None = None) -> list[tuple[Key, Statement]]:
        """Those of the articles that came last first, each article's in their order."""
        columns, seq = schema.statements.c, schema.articles.c.seq
        query = select(seq, columns.place, columns.record).join_from(schema.statements, schema.articles)
        query = query.order_by(seq.desc(), columns.place).limit(limit)
        for column, among in ((columns.speaker, said.speakers), (columns.article, said.articles)):
            query = query if among is None else query.where(column.in_(list(among)))
        query = query if said.act is None else query.where(columns.act == said.act)
        if after is not None:
            last, place = (cast(literal(one), Integer) for one in after)
            query = query.where(or_(seq < last, and_(seq == last, columns.place > place)))
        return [((str(row.seq), str(row.place)), from_json(row.record, Statement)) for row in self._rows(query)]

    def stated(self, statements: Collection[str]) -> list[Statement]:
        """The statements of these ids."""
        columns = schema.statements.c
        return [
            from_json(record, Statement) for (record,) in self._rows(select(columns.record), columns.id, statements)
        ]

    def list_speakers(self, limit: int, after: Key | None = None) -> list[tuple[Key, SpeakerLine]]:
        """Those with most statements first."""
        columns = schema.statements.c
        count = func.count()
        query = select(columns.speaker, func.min(columns.entity).label("entity"), count.label("number"))
        query = query.group_by(columns.speaker).order_by(count.desc(), columns.speaker).limit(limit)
        if after is not None:
            fewer = cast(literal(after[0]), Integer)
            query = query.having(or_(count < fewer, and_(count == fewer, columns.speaker > after[1])))
        return [
            ((str(row.number), row.speaker), SpeakerLine(name=row.speaker, entity=row.entity, statements=row.number))
            for row in self._rows(query)
        ]

    def list_outlets(self, limit: int, after: Key | None = None) -> list[tuple[Key, OutletLine]]:
        """Those with most articles first; articles that name no outlet are in none."""
        columns = schema.articles.c
        count = func.count()
        first, last = func.min(columns.day).label("first"), func.max(columns.day).label("last")
        query = select(columns.outlet, count.label("number"), first, last).where(columns.outlet.is_not(None))
        query = query.group_by(columns.outlet).order_by(count.desc(), columns.outlet).limit(limit)
        if after is not None:
            fewer = cast(literal(after[0]), Integer)
            query = query.having(or_(count < fewer, and_(count == fewer, columns.outlet > after[1])))
        return [
            ((str(row.number), row.outlet), _outlet(row.outlet, row.number, row.first, row.last))
            for row in self._rows(query)
        ]


def _outlet(name: str, articles: int, first: str | None, last: str | None) -> OutletLine:
    days = (date.fromisoformat(day) if day else None for day in (first, last))
    return OutletLine(name=name, articles=articles, first=next(days), last=next(days))
