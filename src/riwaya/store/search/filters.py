"""Fields of a question as SQL over an article's number. Speaker and act must hold of one and the same statement."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from riwaya.store.search import vocabulary
from riwaya.store.search.entries import filed_under
from riwaya.store.search.keys import parts
from riwaya.store.search.query import Field, Group, Query
from riwaya.store.search.vocabulary import Speller

_MOST = 400  # names that one field may stand for
_SAID = ("speaker", "act")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clauses:
    """Conditions on `search.rowid` with their parameters."""

    sql: tuple[str, ...]
    given: dict[str, str]


def clauses(connection: Connection, query: Query, speller: Speller) -> Clauses | None:
    """None where a field that must hold can't: nobody is called so."""
    sql: list[str] = []
    given: dict[str, str] = {}
    said: list[str] = []
    for number, group in enumerate(query.fields):
        mark = f"f{number}"
        values = _values(connection, group, speller)
        if not values:
            if group.wanted:
                return None
            continue
        given[mark] = json.dumps(values)
        kind = _kind(group)
        if kind in _SAID and group.wanted:
            said.append(f"statements.{kind} IN (SELECT value FROM json_each(:{mark}))")
        else:
            sql.append(f"search.rowid {'' if group.wanted else 'NOT '}IN ({_seqs(kind, mark)})")
    if said:
        sql.append(f"search.rowid IN ({_STATED} {' AND '.join(said)})")
    # The plus keeps SQLite from asking the full-text table once for each number of the list.
    return Clauses(sql=tuple(f"+{one}" for one in sql), given=given)


_STATED = "SELECT articles.seq FROM statements JOIN articles ON articles.id = statements.article WHERE"


def _seqs(kind: str, mark: str) -> str:
    """A query for the numbers of the articles that have one of the values."""
    listed = f"(SELECT value FROM json_each(:{mark}))"
    if kind in _SAID:
        return f"{_STATED} statements.{kind} IN {listed}"
    if kind == "on":
        return (
            f"SELECT articles.seq FROM json_each(:{mark}) AS asked JOIN articles "
            "ON articles.day BETWEEN substr(asked.value, 1, 10) AND substr(asked.value, 11)"
        )
    return f"SELECT seq FROM search_tags WHERE kind = '{kind}' AND name IN {listed}"


def _kind(group: Group) -> str:
    return next(field.kind for field in group.any_of if isinstance(field, Field))


def _values(connection: Connection, group: Group, speller: Speller) -> list[str]:
    return list(
        dict.fromkeys(v for field in group.any_of if isinstance(field, Field) for v in _of(connection, field, speller))
    )


def _of(connection: Connection, field: Field, speller: Speller) -> Iterator[str]:
    if field.kind == "on":
        yield field.first + field.last
    elif field.kind == "act":
        yield field.value
    else:
        yield from named(connection, field, speller)


def named(connection: Connection, field: Field, speller: Speller) -> list[str]:
    """The names filed under every word of the one asked for, in any of its spellings."""
    query = text(
        "SELECT name FROM search_names WHERE kind = :kind AND word IN (SELECT value FROM json_each(:words)) LIMIT 20000"
    )
    found: set[str] | None = None
    for part in parts(field.value):
        spelt: Sequence[str] = [part]
        if field.kind in ("speaker", "place"):
            spelt = [part, *vocabulary.spellings(connection, part, speller)]
        words = [word for one in spelt for word in filed_under(field.kind, one, speller)]
        names = set(connection.scalars(query, {"kind": field.kind, "words": json.dumps(words)}))
        found = names if found is None else found & names
    return sorted(found or ())[:_MOST]
