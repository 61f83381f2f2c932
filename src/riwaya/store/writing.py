"""How rows are written: each function a part of one transaction that `Store` holds."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update

from riwaya.errors import Rejected
from riwaya.records import Article, Copy, Revision, Story
from riwaya.store import rows, schema
from riwaya.store.rows import Filed, Row, State, from_json, to_json
from riwaya.store.search import entries

VERSION = "version"  # the key in `meta`, of what stories and names say

_PIECE = 64 << 20  # bytes in a row


def put(connection: Connection, table: Table, given: Sequence[Row]) -> None:
    if given:
        connection.execute(insert(table), given)


def file(connection: Connection, results: Sequence[Filed]) -> list[Filed]:
    """Store what captures gave, a table at a time; those stored: not what another run has read meanwhile."""
    columns = schema.captures.c
    given = {result.capture: result for result in results}
    waiting = columns.state.in_([State.NEW, State.FAILED]) & columns.id.in_(given)
    mine = [given[i] for i in connection.scalars(select(columns.id).where(waiting).order_by(columns.seq))]
    if not mine:
        return []
    states = update(schema.captures).where(columns.id == bindparam("capture")).values(state=bindparam("reached"))
    connection.execute(states, [{"capture": result.capture, "reached": result.state} for result in mine])
    connection.execute(delete(schema.rejects).where(schema.rejects.c.capture.in_([result.capture for result in mine])))
    for result in mine:
        if result.rejected is not None:
            reject(connection, result.rejected, result.capture)
    _insert(connection, mine)
    return mine


def _insert(connection: Connection, results: Sequence[Filed]) -> None:
    first = (connection.scalar(select(func.max(schema.articles.c.seq))) or 0) + 1
    articles = [row for result in results for row in result.articles]
    search = [row for result in results for row in result.search]
    put(connection, schema.articles, [{"seq": seq, **row} for seq, row in enumerate(articles, first)])
    entries.put(connection, enumerate(search, first))
    put(connection, schema.mentions, [row for result in results for row in result.mentions])
    put(connection, schema.entities, [row for result in results for row in result.entities])
    put(connection, schema.dates, [row for result in results for row in result.dates])
    put(connection, schema.statements, [row for result in results for row in result.statements])


def reject(connection: Connection, rejected: Rejected, capture: str | None) -> None:
    columns = schema.rejects.c
    row = {"subject": rejected.subject, "reason": rejected.reason, "detail": rejected.detail}
    same = (columns.subject == row["subject"]) & (columns.reason == row["reason"]) & (columns.detail == row["detail"])
    connection.execute(delete(schema.rejects).where(same))
    connection.execute(insert(schema.rejects), {**row, "capture": capture})


def unreject(connection: Connection, subjects: Collection[str]) -> None:
    """Forget that these paths gave no capture: they have given one now."""
    columns = schema.rejects.c
    if subjects and connection.scalar(select(func.count()).where(columns.capture.is_(None))):
        gone = delete(schema.rejects).where(columns.capture.is_(None), columns.subject == bindparam("name"))
        connection.execute(gone, [{"name": subject} for subject in subjects])


def remember(connection: Connection, key: str, value: str) -> None:
    forget(connection, key)
    connection.execute(insert(schema.meta).values(key=key, value=value))


def advance(connection: Connection) -> None:
    """Say that what readers made of stories and names is of yesterday."""
    held = connection.scalar(select(schema.meta.c.value).where(schema.meta.c.key == VERSION))
    remember(connection, VERSION, str(int(held or 0) + 1))


def forget(connection: Connection, key: str) -> None:
    connection.execute(delete(schema.meta).where(schema.meta.c.key == key))


def undecide(connection: Connection, one: str, other: str) -> int:
    """Forget what was decided of two spellings; how many decisions that were."""
    columns = schema.name_decisions.c
    either = ((columns.one == one) & (columns.other == other)) | ((columns.one == other) & (columns.other == one))
    return connection.execute(delete(schema.name_decisions).where(either)).rowcount


def corpus(connection: Connection, copies: Sequence[Copy], stories: Sequence[Story]) -> None:
    """These copies and stories in the place of those stored."""
    for table in (schema.story_articles, schema.stories, schema.copies):
        connection.execute(delete(table))
    put(connection, schema.copies, [rows.copy_row(copy) for copy in copies])
    put(connection, schema.stories, [rows.story_row(story) for story in stories])
    members: list[Row] = [{"story": story.id, "article": article} for story in stories for article in story.articles]
    put(connection, schema.story_articles, members)


def copy_index(connection: Connection, parts: Mapping[str, bytes]) -> None:
    """These parts in the place of those stored, each in pieces that a row can hold."""
    connection.execute(delete(schema.copy_index))
    for part, content in parts.items():
        for piece, start in enumerate(range(0, max(1, len(content)), _PIECE)):
            row: Row = {"part": part, "piece": piece, "content": content[start : start + _PIECE]}
            put(connection, schema.copy_index, [row])


def regroup(connection: Connection, before: Collection[str], stories: Sequence[Story]) -> None:
    """These stories in the place of those of the ids `before`."""
    gone = [*before, *(story.id for story in stories)]
    connection.execute(delete(schema.story_articles).where(schema.story_articles.c.story.in_(gone)))
    connection.execute(delete(schema.stories).where(schema.stories.c.id.in_(gone)))
    put(connection, schema.stories, [rows.story_row(story) for story in stories])
    members: list[Row] = [{"story": story.id, "article": article} for story in stories for article in story.articles]
    put(connection, schema.story_articles, members)


def revise(connection: Connection, revision: Revision) -> None:
    article = revision.article
    chosen = schema.articles.c.id == article
    read = from_json(connection.execute(select(schema.articles.c.record).where(chosen)).scalar_one(), Article)
    published = None if revision.published is None else to_json(revision.published)
    day = rows.day_of(revision.published or read.published_at)
    connection.execute(update(schema.articles).where(chosen).values(published=published, day=day))
    connection.execute(delete(schema.dates).where(schema.dates.c.article == article))
    connection.execute(delete(schema.statements).where(schema.statements.c.article == article))
    put(connection, schema.dates, [rows.dates_row(article, revision.dates)])
    put(connection, schema.statements, rows.statement_rows(revision.statements))
