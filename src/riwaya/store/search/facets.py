"""How many of the articles found have each outlet, agency, place, speaker, act and month."""

import json
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, text

from riwaya.store.search.found import Facet

_MOST = 12  # values of a kind
_COUNTED = 500  # articles whose places, speakers and acts are counted: the best
_HERE = "(SELECT value FROM json_each(:seqs))"
_STATED = f"FROM statements JOIN articles ON articles.id = statements.article WHERE articles.seq IN {_HERE}"
_KINDS = {
    "outlet": f"SELECT name, count(*) FROM search_tags WHERE kind = 'outlet' AND seq IN {_HERE} GROUP BY name",
    "agency": f"SELECT name, count(*) FROM search_tags WHERE kind = 'agency' AND seq IN {_HERE} GROUP BY name",
    "on": f"SELECT substr(day, 1, 7), count(*) FROM articles WHERE day NOT NULL AND seq IN {_HERE} GROUP BY 1",
    "place": f"SELECT name, count(*) FROM search_tags WHERE kind = 'place' AND seq IN {_HERE} GROUP BY name",
    "speaker": f"SELECT speaker, count(DISTINCT statements.article) {_STATED} GROUP BY speaker",
    "act": f"SELECT act, count(DISTINCT statements.article) {_STATED} GROUP BY act",
}  # fmt: skip


def counted(connection: Connection, seqs: Sequence[int]) -> Iterator[Facet]:
    """By kind, the most frequent values first; `seqs` the best first."""
    best = json.dumps(list(seqs[:_COUNTED]))
    for kind, query in _KINDS.items():
        found = connection.execute(text(f"{query} ORDER BY 2 DESC, 1 LIMIT {_MOST}"), {"seqs": best})
        yield from (Facet(kind=kind, value=value, count=count) for value, count in found)
