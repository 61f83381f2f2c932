"""The store: captures whole, what was read from them, what the corpus says. Every write is one transaction."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from sqlalchemy import func, select, text

from riwaya.errors import Reason, Rejected
from riwaya.records import Article, Capture, Copy, DateMention, Mention, Revision, Statement, Story
from riwaya.store import opening, rows, schema, turns, writing
from riwaya.store.base import ROWS, selected
from riwaya.store.glance import Glance
from riwaya.store.kept import Kept
from riwaya.store.lists import Lists
from riwaya.store.rows import Filed, State, from_json
from riwaya.store.search import Field, Query, Results, Wish, filters, match, parse
from riwaya.store.search import entries as index
from riwaya.store.search.vocabulary import PLAIN, Speller

_STALE = "stale"  # the key in `meta` that stands while something new has not met the corpus
_NO_INDEX: Mapping[str, bytes] = {}
_NO_MOVES: Mapping[str, str] = {}
_FIRST = Wish()
_LAST = "9999"  # after every day


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    captures: int
    articles: int
    statements: int
    copies: int
    stories: int
    rejects: int


class Store(Glance, Lists, Kept):
    """What builds file and everyone reads; `Glance` for pages, `Lists` long lists, `Kept` what users decided."""

    # --- what a build writes ------------------------------------------------------------------------------------

    def keep(self, captures: Sequence[Capture]) -> dict[str, State]:
        """Store those whose digest is new, whole; the state of each by id, NEW for what is still to be read."""
        given = {capture.id: capture for capture in captures}
        columns = schema.captures.c
        with self._writing() as connection:
            query = select(columns.id, columns.state)
            known = {i: State(s) for i, s in selected(connection, query, columns.id, given)}
            fresh = [rows.capture_row(capture) for i, capture in given.items() if i not in known]
            writing.put(connection, schema.captures, fresh)
            writing.unreject(connection, {capture.name for capture in captures})
        return {i: known.get(i, State.NEW) for i in given}

    def unread(self) -> Iterator[Capture]:
        """Captures kept whose reading never ended, or broke."""
        columns = schema.captures.c
        waiting = columns.state.in_([State.NEW, State.FAILED])
        query = select(columns.record, columns.content).where(waiting).order_by(columns.seq)
        yield from (rows.capture_record(record, content) for record, content in self._rows(query))

    def file(self, results: Sequence[Filed]) -> int:
        """Store what was read; how many of these captures no other run had read meanwhile."""
        with self._writing() as connection:
            stored = writing.file(connection, results)
            if any(result.articles for result in stored):
                writing.remember(connection, _STALE, "1")
        return len(stored)

    def reject(self, rejects: Collection[Rejected]) -> None:
        """Remember paths and members that gave no capture."""
        with self._writing() as connection:
            for rejected in rejects:
                writing.reject(connection, rejected, None)

    def index(self, speller: Speller) -> int:
        """Put what an older version filed into today's search; how many articles that were."""
        missing = select(schema.articles.c.id).where(text("seq NOT IN (SELECT seq FROM search_texts)"))
        waiting = [article for (article,) in self._rows(missing)]
        for start in range(0, len(waiting), ROWS):
            self._index(waiting[start : start + ROWS], speller)
        return len(waiting)

    def replace_corpus(
        self,
        copies: Sequence[Copy],
        stories: Sequence[Story],
        revisions: Sequence[Revision],
        index: Mapping[str, bytes] = _NO_INDEX,
        moved: Mapping[str, str] = _NO_MOVES,
    ) -> None:
        """Put these copies and stories in the place of those stored, and revise articles dated by their copies.

        `index` is what the copies were found by, for `copy_index` to give back; `moved` leads from stories that are
        gone to those that took their reports. Titles and summaries that changed are a new turn of their story.
        """
        with self._writing() as connection:
            writing.corpus(connection, copies, stories)
            turns.move(connection, moved, stories)
            turns.turn(connection, stories)
            writing.copy_index(connection, index)
            for revision in revisions:
                writing.revise(connection, revision)
            writing.forget(connection, _STALE)
            writing.advance(connection)

    # --- what everyone reads ------------------------------------------------------------------------------------

    def stale(self) -> bool:
        """Whether something was filed that the stored copies and stories do not know yet."""
        query = select(schema.meta.c.value).where(schema.meta.c.key == _STALE)
        return any(True for _ in self._rows(query))

    def capture(self, capture: str) -> Capture | None:
        columns = schema.captures.c
        query = select(columns.record, columns.content).where(columns.id == capture)
        return next((rows.capture_record(record, content) for record, content in self._rows(query)), None)

    def sources(self, articles: Collection[str] | None = None) -> dict[str, str]:
        """The name of the capture that each article stands in, by article."""
        columns = schema.articles.c
        query = select(columns.id, schema.captures.c.name).join_from(schema.articles, schema.captures)
        return {article: name for article, name in self._rows(query, columns.id, articles)}  # noqa: C416 - rows are no pairs to mypy

    def articles(self, articles: Collection[str] | None = None) -> Iterator[Article]:
        """All articles, or these, in the order in which they came."""
        columns = schema.articles.c
        query = select(columns.record, columns.published).order_by(columns.seq)
        for record, published in self._rows(query, columns.id, articles):
            yield rows.article_record(record, published)

    def undated(self) -> Iterator[Article]:
        """Articles as their own page gives them where their copies gave them the day that `articles` shows."""
        columns = schema.articles.c
        query = select(columns.record).where(columns.published.is_not(None)).order_by(columns.seq)
        yield from (from_json(record, Article) for (record,) in self._rows(query))

    def mentions(self, articles: Collection[str] | None = None) -> Mapping[str, tuple[Mention, ...]]:
        """By article; one that names nobody has an empty tuple."""
        columns = schema.mentions.c
        found = self._rows(select(columns.article, columns.record), columns.article, articles)
        return {article: from_json(record, tuple[Mention, ...]) for article, record in found}

    def dates(self, articles: Collection[str] | None = None) -> Mapping[str, tuple[DateMention, ...]]:
        """By article; one without dates has an empty tuple."""
        columns = schema.dates.c
        found = self._rows(select(columns.article, columns.record), columns.article, articles)
        return {article: from_json(record, tuple[DateMention, ...]) for article, record in found}

    def statements(self, articles: Collection[str] | None = None) -> Iterator[Statement]:
        """All statements, or those of these articles, in the order of their articles and places."""
        columns = schema.statements.c
        query = select(columns.record).join_from(schema.statements, schema.articles)
        query = query.order_by(schema.articles.c.seq, columns.place)
        yield from (from_json(record, Statement) for (record,) in self._rows(query, columns.article, articles))

    def speakers(self) -> list[tuple[str, str | None, int]]:
        """Every speaker's name and entity with the number of their statements, most first."""
        columns = schema.statements.c
        count = func.count()
        query = select(columns.speaker, columns.entity, count).group_by(columns.speaker, columns.entity)
        ordered = query.order_by(count.desc(), columns.speaker)
        return [(name, entity, number) for name, entity, number in self._rows(ordered)]

    def said_by(self, speakers: Collection[str]) -> list[Statement]:
        """Statements of speakers of these names, by the day they were said, else published; undated last."""
        columns = schema.statements.c
        day = func.coalesce(columns.day, schema.articles.c.day, _LAST)
        query = select(day, schema.articles.c.seq, columns.place, columns.record)
        query = query.join_from(schema.statements, schema.articles)
        said = sorted(tuple(row) for row in self._rows(query, columns.speaker, speakers))
        return [from_json(record, Statement) for *_, record in said]

    def entities(self) -> dict[str, int]:
        """Every entity with the number of its mentions."""
        columns = schema.entities.c
        query = select(columns.entity, func.sum(columns.count)).group_by(columns.entity)
        return {entity: int(count) for entity, count in self._rows(query)}

    def naming(self, entities: Collection[str]) -> set[str]:
        """The articles that name one of these entities."""
        columns = schema.entities.c
        return {article for (article,) in self._rows(select(columns.article), columns.entity, entities)}

    def copies(self, articles: Collection[str] | None = None) -> list[Copy]:
        """All copies, or those whose both ends are among these articles, the largest share first."""
        columns = schema.copies.c
        query = select(columns.original, columns.derived, columns.share, columns.record)
        within = None if articles is None else set(articles)
        chosen = [row for row in self._rows(query, columns.derived, within) if within is None or row.original in within]
        chosen.sort(key=lambda row: (-row.share, row.derived, row.original))
        return [from_json(row.record, Copy) for row in chosen]

    def stories(self) -> Iterator[Story]:
        """Stories, the one with most reports first, the latest of equals."""
        columns = schema.stories.c
        order = (columns.reports.desc(), func.coalesce(columns.last_day, "").desc(), columns.id)
        yield from (from_json(record, Story) for (record,) in self._rows(select(columns.record).order_by(*order)))

    def rejects(self, captures: Collection[str] | None = None) -> list[Rejected]:
        """Everything that could not be read, or what of these captures; by subject."""
        columns = schema.rejects.c
        query = select(columns.subject, columns.reason, columns.detail)
        listed = sorted(tuple(row) for row in self._rows(query, columns.capture, captures))
        return [Rejected(subject=subject, reason=Reason(reason), detail=detail) for subject, reason, detail in listed]

    def search(self, asked: str | Query, wish: Wish = _FIRST, speller: Speller = PLAIN) -> Results:
        """The articles that hold what is asked, the best first; as `store/search/` reads it."""
        query = parse(asked) if isinstance(asked, str) else asked
        with opening.told(self.directory), self._engine.connect() as connection:
            return match.run(connection, query, speller, wish)

    def named(self, kind: str, value: str, speller: Speller) -> list[str]:
        """The names of a kind (speaker, outlet, place, agency) that are called so, in any spelling."""
        with opening.told(self.directory), self._engine.connect() as connection:
            return filters.named(connection, Field(kind=kind, value=value), speller)

    def counts(self) -> Counts:
        tables = {field.name: schema.metadata.tables[field.name] for field in fields(Counts)}
        query = select(*(select(func.count()).select_from(t).scalar_subquery().label(n) for n, t in tables.items()))
        return next(Counts(**row._asdict()) for row in self._rows(query))

    # --- how ----------------------------------------------------------------------------------------------------

    def _index(self, articles: Collection[str], speller: Speller) -> None:
        said: dict[str, list[Statement]] = {}
        for statement in self.statements(articles):
            said.setdefault(statement.article, []).append(statement)
        named = self.mentions(articles)
        columns = schema.articles.c
        seqs = {row.id: row.seq for row in self._rows(select(columns.id, columns.seq), columns.id, articles)}
        made = [
            (seqs[a.id], index.entry(a, named.get(a.id, ()), said.get(a.id, ()), speller))
            for a in self.articles(articles)
        ]
        with self._writing() as connection:
            index.put(connection, made)
