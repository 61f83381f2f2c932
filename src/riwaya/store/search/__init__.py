"""Search: words through their forms and spellings, who said it, where and when; the best first, a page at a time.

`keys` makes words into what the index holds, for articles and questions alike; `query` reads a question and never
refuses one; `plan` turns it into the full-text engine's language; `match` asks and ranks. Only `entries`, `vocabulary`
and `match` speak SQL: another engine than SQLite's FTS5 replaces these.
"""

from riwaya.store.search.found import Facet, Found, Guess, Results
from riwaya.store.search.query import Field, Group, Query, Term, parse
from riwaya.store.search.vocabulary import Speller
from riwaya.store.search.wish import CursorError, Wish

__all__ = [
    "CursorError",
    "Facet",
    "Field",
    "Found",
    "Group",
    "Guess",
    "Query",
    "Results",
    "Speller",
    "Term",
    "Wish",
    "parse",
]
