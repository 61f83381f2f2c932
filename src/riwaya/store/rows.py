"""Records to rows and back. Made in the reading processes, so the one that writes only inserts."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from typing import TypeVar, cast

import msgspec
import zstandard

from riwaya.errors import Reason, Rejected
from riwaya.records import Article, Capture, Copy, DateMention, Published, Reading, Statement, Story
from riwaya.store.search.entries import Entry, entry
from riwaya.store.search.vocabulary import PLAIN, Speller

T = TypeVar("T")
Row = dict[str, str | int | float | bytes | None]


class State(StrEnum):
    """How far a capture has come. NEW and FAILED are read at the next run."""

    NEW = "new"
    READ = "read"
    REJECTED = "rejected"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What reading one capture gave, as rows."""

    capture: str
    state: State
    rejected: Rejected | None = None
    articles: list[Row] = field(default_factory=list)
    search: list[Entry] = field(default_factory=list)
    mentions: list[Row] = field(default_factory=list)
    entities: list[Row] = field(default_factory=list)
    dates: list[Row] = field(default_factory=list)
    statements: list[Row] = field(default_factory=list)


def filed(capture: str, result: Sequence[Reading] | Rejected, speller: Speller = PLAIN) -> Filed:
    """`speller` files names for a search; without one they are found as they are spelled."""
    if isinstance(result, Rejected):
        state = State.FAILED if result.reason is Reason.FAILED else State.REJECTED
        return Filed(capture=capture, state=state, rejected=result)
    articles = [reading.article for reading in result]
    return Filed(
        capture=capture,
        state=State.READ,
        articles=[article_row(article) for article in articles],
        search=[entry(r.article, r.mentions, r.statements, speller) for r in result],
        mentions=[{"article": r.article.id, "record": to_json(r.mentions)} for r in result],
        entities=[row for r in result for row in _entity_rows(r)],
        dates=[dates_row(r.article.id, r.dates) for r in result],
        statements=[row for r in result for row in statement_rows(r.statements)],
    )


def capture_row(capture: Capture) -> Row:
    return {
        "id": capture.id,
        "name": capture.name,
        "state": State.NEW,
        "record": to_json(replace(capture, content=b"")),
        "content": zstandard.compress(capture.content),
    }


def capture_record(record: str, content: bytes) -> Capture:
    return replace(from_json(record, Capture), content=zstandard.decompress(content))


def article_row(article: Article) -> Row:
    return {
        "id": article.id,
        "capture": article.capture,
        "role": article.role,
        "outlet": article.outlet,
        "day": day_of(article.published_at),
        "record": to_json(article),
    }


def article_record(record: str, published: str | None) -> Article:
    article = from_json(record, Article)
    return article if published is None else replace(article, published_at=from_json(published, Published))


def day_of(published: Published | None) -> str | None:
    return None if published is None else published.first.isoformat()


def dates_row(article: str, dates: Sequence[DateMention]) -> Row:
    return {"article": article, "record": to_json(tuple(dates))}


def statement_rows(statements: Sequence[Statement]) -> list[Row]:
    return [
        {
            "id": statement.id,
            "article": statement.article,
            "place": place,
            "entity": statement.speaker.entity,
            "speaker": statement.speaker.name,
            "act": statement.act,
            "day": statement.said_on.first.isoformat() if statement.said_on else None,
            "record": to_json(statement),
        }
        for place, statement in enumerate(statements)
    ]


def _entity_rows(reading: Reading) -> list[Row]:
    counted = Counter(mention.entity for mention in reading.mentions)
    return [{"entity": entity, "article": reading.article.id, "count": count} for entity, count in counted.items()]


def copy_row(copy: Copy) -> Row:
    return {"original": copy.original, "derived": copy.derived, "share": copy.share, "record": to_json(copy)}


def story_row(story: Story) -> Row:
    return {
        "id": story.id,
        "title": story.title,
        "reports": len(story.articles),
        "first_day": story.first_seen.isoformat() if story.first_seen else None,
        "last_day": story.last_seen.isoformat() if story.last_seen else None,
        "record": to_json(story),
    }


def to_json(record: object) -> str:
    return msgspec.json.encode(record).decode()


def from_json(text: str, kind: type[T]) -> T:
    return cast("T", _decoder(cast("Hashable", kind)).decode(text))


@cache
def _decoder(kind: Hashable) -> msgspec.json.Decoder[object]:
    return msgspec.json.Decoder(cast("type[object]", kind))
