"""How rows are written: each function a part of one transaction that `Store` holds."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update

from riwaya.errors import Rejected
from riwaya.records import Article, Copy, Revision, Story
from riwaya.store import rows, schema
from riwaya.store.rows import Filed, Row, State, from_json, to_json


def put(connection: Connection, table: Table, given: Sequence[Row]) -> None:
    if given:
        connection.execute(insert(table), given)


def file(connection: Connection, result: Filed) -> bool:
    """Store what one capture gave; False where another run has read it meanwhile."""
    columns = schema.captures.c
    mine = columns.state.in_([State.NEW, State.FAILED]) & (columns.id == result.capture)
    if not connection.execute(update(schema.captures).where(mine).values(state=result.state)).rowcount:
        return False
    connection.execute(delete(schema.rejects).where(schema.rejects.c.capture == result.capture))
    if result.rejected is not None:
        reject(connection, result.rejected, result.capture)
    first = (connection.scalar(select(func.max(schema.articles.c.seq))) or 0) + 1
    put(connection, schema.articles, [{"seq": seq, **row} for seq, row in enumerate(result.articles, first)])
    put(connection, schema.search, [{"rowid": seq, **row} for seq, row in enumerate(result.search, first)])
    put(connection, schema.mentions, result.mentions)
    put(connection, schema.entities, result.entities)
    put(connection, schema.dates, result.dates)
    put(connection, schema.statements, result.statements)
    return True


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


def forget(connection: Connection, key: str) -> None:
    connection.execute(delete(schema.meta).where(schema.meta.c.key == key))


def corpus(connection: Connection, copies: Sequence[Copy], stories: Sequence[Story]) -> None:
    """These copies and stories in the place of those stored."""
    for table in (schema.story_articles, schema.stories, schema.copies):
        connection.execute(delete(table))
    put(connection, schema.copies, [rows.copy_row(copy) for copy in copies])
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
