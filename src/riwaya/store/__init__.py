"""The only SQL: captures whole, what was read from each, and what the corpus says."""

from riwaya.store.kept import Alert
from riwaya.store.lists import OutletLine, Said, SpeakerLine
from riwaya.store.opening import FILE
from riwaya.store.rows import Filed, State, filed
from riwaya.store.search import (
    CursorError,
    Facet,
    Field,
    Found,
    Group,
    Guess,
    Query,
    Results,
    Speller,
    Term,
    Wish,
    parse,
)
from riwaya.store.store import Counts, Store

__all__ = [
    "FILE",
    "Alert",
    "Counts",
    "CursorError",
    "Facet",
    "Field",
    "Filed",
    "Found",
    "Group",
    "Guess",
    "OutletLine",
    "Query",
    "Results",
    "Said",
    "SpeakerLine",
    "Speller",
    "State",
    "Store",
    "Term",
    "Wish",
    "filed",
    "parse",
]
