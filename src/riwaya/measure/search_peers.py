"""Other engines on the same articles: FTS5 as SQLite ships it, and tantivy with its Arabic stemmer.

Both index headline and body and are asked in both of their ways, all words and any of them. A word of the headline
counts fourfold in FTS5 as here; in tantivy it does not, which ranks better so. FTS5's is the one SQL outside
`store/`: it is a peer, no part of Riwaya.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from importlib.util import find_spec

from riwaya.records import Article

DEEP = 50  # ranks looked at
Ask = Callable[[str], list[str]]

_WORD = re.compile(r"\w+")


def peers(articles: Sequence[Article]) -> Iterator[tuple[str, Ask]]:
    """Each peer's name, and what gives the ids of its best articles for words."""
    yield from _fts5(articles)
    if find_spec("tantivy"):
        yield from _tantivy(articles)


def _fts5(articles: Sequence[Article]) -> Iterator[tuple[str, Ask]]:
    connection = sqlite3.connect(":memory:")
    with closing(connection):
        connection.execute("CREATE VIRTUAL TABLE t USING fts5 (id UNINDEXED, headline, body, tokenize='unicode61')")
        rows = ((a.id, a.headline or "", a.text) for a in articles)
        connection.executemany("INSERT INTO t VALUES (?, ?, ?)", rows)
        query = f"SELECT id FROM t WHERE t MATCH ? ORDER BY bm25(t, 0, 4, 1) LIMIT {DEEP}"  # noqa: S608 - a number of ours

        def ask(words: str, joint: str) -> list[str]:
            quoted = joint.join(f'"{word}"' for word in _WORD.findall(words))
            return [row[0] for row in connection.execute(query, (quoted,))]

        yield "FTS5 unicode61, all words", lambda words: ask(words, " ")
        yield "FTS5 unicode61, any word", lambda words: ask(words, " OR ")


def _tantivy(articles: Sequence[Article]) -> Iterator[tuple[str, Ask]]:
    import tantivy  # noqa: PLC0415 - a peer, only where it is installed

    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    analyzer = analyzer.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.stemmer("arabic"))
    schema = tantivy.SchemaBuilder().add_text_field("id", stored=True, tokenizer_name="raw")
    for zone in ("headline", "body"):
        schema = schema.add_text_field(zone, tokenizer_name="arabic", index_option="position")
    index = tantivy.Index(schema.build())
    index.register_tokenizer("arabic", analyzer.build())
    writer = index.writer(heap_size=50_000_000, num_threads=1)
    for article in articles:
        writer.add_document(tantivy.Document(id=article.id, headline=article.headline or "", body=article.text))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def ask(words: str, *, together: bool) -> list[str]:
        asked = " ".join(_WORD.findall(words))
        query = index.parse_query(asked, ["headline", "body"], conjunction_by_default=together)
        return [searcher.doc(address)["id"][0] for _, address in searcher.search(query, DEEP).hits]

    yield "tantivy Arabic, all words", lambda words: ask(words, together=True)
    yield "tantivy Arabic, any word", lambda words: ask(words, together=False)
