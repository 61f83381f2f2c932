"""What became of stories: where merged ones went, and how title and summary changed; parts of one transaction."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, func, select, update

from riwaya.records import Extract, Story, StoryTurn
from riwaya.store import rows, schema
from riwaya.store.rows import Row, from_json, to_json
from riwaya.store.writing import put


@dataclass(frozen=True, slots=True)
class _Turn:
    story: str
    turn: int
    title: str
    summary: str


def move(connection: Connection, moved: Mapping[str, str], stories: Sequence[Story]) -> None:
    """Lead from what is gone to where it went; what led there before leads on. An id in use again leads nowhere."""
    columns = schema.story_moves.c
    for gone, story in sorted(moved.items()):
        connection.execute(update(schema.story_moves).where(columns.story == gone).values(story=story))
        connection.execute(delete(schema.story_moves).where(columns.gone == gone))
        put(connection, schema.story_moves, [{"gone": gone, "story": story}])
    led = list(connection.scalars(select(columns.gone)))
    for gone in {story.id for story in stories}.intersection(led):
        connection.execute(delete(schema.story_moves).where(columns.gone == gone))


def turn(connection: Connection, stories: Sequence[Story]) -> None:
    """A new turn of each story whose title or summary is another than at its last."""
    last = {record.story: record for record in _last(connection)}
    fresh: list[Row] = []
    for story in stories:
        summary = to_json(story.summary)
        before = last.get(story.id)
        if before is None or (before.title, before.summary) != (story.title, summary):
            row = rows.story_row(story)
            fresh.append(
                {
                    "story": story.id,
                    "turn": 1 if before is None else before.turn + 1,
                    "title": story.title,
                    "reports": row["reports"],
                    "last_day": row["last_day"],
                    "summary": summary,
                }
            )
    put(connection, schema.story_turns, fresh)


def _last(connection: Connection) -> Iterator[_Turn]:
    columns = schema.story_turns.c
    newest = select(columns.story, func.max(columns.turn).label("turn")).group_by(columns.story).subquery()
    query = select(columns.story, columns.turn, columns.title, columns.summary).join(
        newest, (newest.c.story == columns.story) & (newest.c.turn == columns.turn)
    )
    yield from (_Turn(*row) for row in connection.execute(query))


def record(story: str, title: str, reports: int, last_day: str | None, summary: str) -> StoryTurn:
    return StoryTurn(
        story=story,
        title=title,
        reports=reports,
        last_seen=date.fromisoformat(last_day) if last_day else None,
        summary=from_json(summary, tuple[Extract, ...]),
    )
