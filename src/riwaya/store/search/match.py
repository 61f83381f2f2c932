"""Asking the index: filters as SQL, rank as BM25 over headline, lead and body, the later article of equals first."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from sqlalchemy import Connection, Row, text

from riwaya.records import Article
from riwaya.store import rows
from riwaya.store.search import facets, filters, vocabulary
from riwaya.store.search.closely import closely
from riwaya.store.search.found import Found, Guess, Results, located
from riwaya.store.search.plan import Plan, plan
from riwaya.store.search.query import Query, Term
from riwaya.store.search.vocabulary import Speller
from riwaya.store.search.wish import Rank, Wish, read, written

POOL = 3_000  # articles of which the best are shown: of more, those that came last
_FEW = 20  # articles that hold all of it; of fewer, others that hold some of it follow
_LOOSE = 200  # of these at most
_COMMON = 15_000  # articles that the looser question may touch: what its words are in, all told
_WEIGHTS = "4.0, 2.0, 1.0"  # of headline, lead and body


@dataclass(slots=True)
class _Search:
    connection: Connection
    query: Query
    speller: Speller
    spelt: dict[str, list[str]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


def run(connection: Connection, query: Query, speller: Speller, wish: Wish) -> Results:
    """The page wished for.

    Raises:
        CursorError: `wish.after` is no cursor of a search.
    """
    after = None if wish.after is None else read(wish.after)
    if not query:
        return Results(found=(), total=0, more=False, next=None, notes=query.notes)
    search = _Search(connection, query, speller)
    _spell(search)
    planned = plan(query, search.spelt)
    ranks = _pool(search, planned)
    rest = ranks if after is None else [rank for rank in ranks if rank > after]
    page = rest[: wish.limit]
    return Results(
        found=tuple(_shown(connection, page, planned)),
        total=len(ranks),
        more=len(ranks) >= POOL,
        next=written(page[-1]) if len(rest) > len(page) else None,
        facets=tuple(facets.counted(connection, [rank.seq for rank in ranks])) if wish.facets else (),
        guesses=tuple(_guesses(search)),
        notes=query.notes,
    )


def _spell(search: _Search) -> None:
    """Look up each wanted word: how common it is, and its other spellings."""
    terms = [t for g in search.query.words if g.wanted for t in g.any_of if isinstance(t, Term)]
    for part in dict.fromkeys(part for term in terms for part in term.parts):
        search.spelt[part] = vocabulary.spellings(search.connection, part, search.speller)
    search.counts = vocabulary.counted(search.connection, (key for term in terms for key in term.keys))


def _pool(search: _Search, planned: Plan) -> list[Rank]:
    found = filters.clauses(search.connection, search.query, search.speller)
    if found is None:
        return []
    if not planned.whole:
        return sorted(_without_words(search.connection, planned, found))
    where = " AND ".join(["search MATCH :question", *found.sql])
    sql = (
        f"SELECT search.rowid AS seq, bm25(search, {_WEIGHTS}) AS score, articles.day FROM search "
        f"JOIN articles ON articles.seq = search.rowid WHERE {where} "
    )
    given = {**found.given, "question": planned.whole}
    whole = search.connection.execute(text(f"{sql} ORDER BY search.rowid DESC LIMIT {POOL}"), given)
    ranks = closely(search.connection, [_rank(row, loose=0) for row in whole], planned)
    if len(ranks) < _FEW and (loose := _loose(search, planned)):
        held = {rank.seq for rank in ranks}
        given["question"] = loose
        some = search.connection.execute(text(f"{sql} ORDER BY score LIMIT {_LOOSE}"), given)
        ranks += closely(search.connection, [_rank(row, loose=1) for row in some if row.seq not in held], planned)
    return sorted(ranks)


def _without_words(connection: Connection, planned: Plan, found: filters.Clauses) -> Iterator[Rank]:
    """Fields alone, or words that must be absent: the latest first."""
    where, given = ["TRUE", *found.sql], dict(found.given)
    if planned.unwanted:
        where.append("search.seq NOT IN (SELECT rowid FROM search WHERE search MATCH :question)")
        given["question"] = planned.unwanted
    sql = "SELECT articles.seq, 0.0 AS score, articles.day FROM articles WHERE "
    listed = " AND ".join(where).replace("search.rowid", "articles.seq").replace("search.seq", "articles.seq")
    found_rows = connection.execute(text(f"{sql}{listed} ORDER BY day DESC, seq DESC LIMIT {POOL}"), given)
    yield from (_rank(row, loose=0) for row in found_rows)


def _loose(search: _Search, planned: Plan) -> str:
    """Any of the rarest groups, as far as they are rare enough to be looked through; "" for fewer than two."""
    wanted = [group for group in search.query.words if group.wanted]
    sized = []
    for group, expression in zip(wanted, planned.loose, strict=True):
        terms = [term for term in group.any_of if isinstance(term, Term)]
        sized.append((sum(min(search.counts[key] for key in term.keys) for term in terms), expression))
    kept, sum_ = [], 0
    for size, expression in sorted(sized):
        sum_ += size
        if sum_ <= _COMMON:
            kept.append(expression)
    if len(wanted) < 2 or not kept:  # noqa: PLR2004 - one group has no looser form
        return ""
    either = f"({' OR '.join(kept)})"
    return f"{either} NOT {planned.unwanted}" if planned.unwanted else either


def _rank(row: Row[tuple[int, float, str | None]], *, loose: int) -> Rank:
    day = int((row.day or "0").replace("-", ""))
    return Rank(loose=loose, far=1, score=round(row.score, 1), day=-day, seq=row.seq)


def _guesses(search: _Search) -> Iterator[Guess]:
    for part, others in search.spelt.items():
        yield from (Guess(word=part, instead=other, used=True) for other in others)
    unknown = [
        part
        for group in search.query.words
        if group.wanted
        for term in group.any_of
        if isinstance(term, Term)
        for part, key in zip(term.parts, term.keys, strict=True)
        if not search.counts[key] and not search.spelt[part]
    ]
    for part in islice(dict.fromkeys(unknown), 3):
        near = vocabulary.guesses(search.connection, part, search.speller)
        yield from (Guess(word=part, instead=other, used=False) for other in near)


def _shown(connection: Connection, page: Sequence[Rank], planned: Plan) -> Iterator[Found]:
    query = text(
        "SELECT articles.seq, articles.record, articles.published, t.headline, t.lead, t.body "
        "FROM articles LEFT JOIN search_texts t ON t.seq = articles.seq "
        "WHERE articles.seq IN (SELECT value FROM json_each(:seqs))"
    )
    held = {row.seq: row for row in connection.execute(query, {"seqs": json.dumps([rank.seq for rank in page])})}
    for rank in page:
        row = held[rank.seq]
        article: Article = rows.article_record(row.record, row.published)
        keys = " ".join((row.headline or "", row.lead or "", row.body or "")).split()
        snippet, hits = located(article, keys, planned.runs)
        yield Found(article=article, snippet=snippet, hits=hits, whole=not rank.loose, score=-rank.score)
