"""What one article gives to the index, made where it is read, and how it is written."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from riwaya.language.stems import in_dictionary
from riwaya.records import Article, Mention, NameKind, Statement
from riwaya.store.search.keys import indexed, keys, parts, zones
from riwaya.store.search.vocabulary import Speller, spelled

_COLUMNS = {
    "search_texts": ("seq", "headline", "lead", "body", "forms"),
    "search": ("rowid", "headline", "lead", "body"),
    "search_tags": ("kind", "name", "seq"),
    "search_names": ("kind", "word", "name"),
    "search_spellings": ("block", "key", "word"),
}
_AGAIN = {"search_tags", "search_names", "search_spellings"}  # what other articles have given already

Tag = tuple[str, str]
Row = tuple[str | int | bytes, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """`texts` is the keys of headline, lead and body, `forms` their words, deflated.

    `tags` (kind, name) are what fields ask for.
    `names` are (kind, word, name): the key of a word under which a field finds a name; `spellings` (block, key, word).
    """

    texts: tuple[str, str, str]
    forms: bytes
    tags: tuple[Tag, ...]
    names: tuple[tuple[str, str, str], ...]
    spellings: tuple[tuple[str, str, str], ...]


def entry(article: Article, mentions: Sequence[Mention], statements: Sequence[Statement], speller: Speller) -> Entry:
    tags = dict.fromkeys(_tags(article, mentions))
    speakers = {statement.speaker.name for statement in statements}
    names = {(kind, word, name) for kind, name in tags for word in filed_under(kind, name, speller)}
    names |= {("speaker", word, name) for name in speakers for word in filed_under("speaker", name, speller)}
    headline, lead, body = map(indexed, zones(article))
    return Entry(
        texts=(headline, lead, body),
        forms=zlib.compress(" ".join(parts(article.text)).encode(), 6),
        tags=tuple(tags),
        names=tuple(sorted(names)),
        spellings=tuple(sorted(spelled(_name_words(article, mentions, statements), speller))),
    )


def filed_under(kind: str, name: str, speller: Speller) -> Sequence[str]:
    """The words under which a field finds a name: people and places by spelling, houses by their stems."""
    return [speller.key(part) for part in parts(name)] if kind in ("speaker", "place") else keys(name)


def _tags(article: Article, mentions: Sequence[Mention]) -> Iterator[Tag]:
    yield from (
        (kind, name) for kind, name in (("outlet", article.outlet), ("agency", article.agency)) if name and parts(name)
    )
    if article.dateline and parts(article.dateline.place):
        yield "place", article.dateline.place
    yield from (("place", m.name) for m in mentions if m.kind is NameKind.PLACE and parts(m.name))


def _unlisted(texts: Iterable[str]) -> Iterator[str]:
    """Words that no dictionary has: names that nobody marked, and slips."""
    return (part for text in texts for part in set(parts(text)) if not in_dictionary(part))


def _name_words(article: Article, mentions: Sequence[Mention], statements: Sequence[Statement]) -> Iterator[str]:
    yield from _unlisted([article.text])
    for mention in mentions:
        if mention.kind is not NameKind.ORGANISATION:
            yield from parts(mention.name)
            yield from parts(article.text[slice(*mention.span)])
    for statement in statements:
        if statement.speaker.entity is not None and statement.speaker.entity.startswith(NameKind.PERSON):
            yield from parts(statement.speaker.name)


# --- written ------------------------------------------------------------------------------------------------------


def put(connection: Connection, entries: Iterable[tuple[int, Entry]]) -> None:
    """Into the index, each under the number of its article."""
    rows: dict[str, list[Row]] = {table: [] for table in _COLUMNS}
    for seq, one in entries:
        rows["search_texts"].append((seq, *one.texts, one.forms))
        rows["search"].append((seq, *one.texts))
        rows["search_tags"] += [(*tag, seq) for tag in one.tags]
        rows["search_names"] += one.names
        rows["search_spellings"] += one.spellings
    for table, given in rows.items():
        if given:
            _insert(connection, table, given)


def _insert(connection: Connection, table: str, given: Sequence[Row]) -> None:
    columns = _COLUMNS[table]
    verb = "INSERT OR IGNORE" if table in _AGAIN else "INSERT"
    marks = ", ".join(f":{column}" for column in columns)
    query = text(f"{verb} INTO {table} ({', '.join(columns)}) VALUES ({marks})")
    connection.execute(query, [dict(zip(columns, row, strict=True)) for row in given])


def drop(connection: Connection, seqs: Sequence[int]) -> None:
    """Out of the index, before their articles go or are read anew; names and spellings stay."""
    for seq in seqs:
        held = connection.execute(
            text("SELECT headline, lead, body FROM search_texts WHERE seq = :seq").bindparams(seq=seq)
        ).first()
        if held is None:
            continue
        given = {"seq": seq, "headline": held.headline, "lead": held.lead, "body": held.body}
        gone = (
            "INSERT INTO search (search, rowid, headline, lead, body) VALUES ('delete', :seq, :headline, :lead, :body)"
        )
        connection.execute(text(gone), given)
        connection.execute(text("DELETE FROM search_texts WHERE seq = :seq"), {"seq": seq})
        connection.execute(text("DELETE FROM search_tags WHERE seq = :seq"), {"seq": seq})
