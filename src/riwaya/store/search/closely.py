"""A second look at the best: words in the very form asked for, and near one another, count for more."""

import json
import zlib
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, text

from riwaya.store.search.plan import Asked, Plan
from riwaya.store.search.wish import Rank

_LOOKED_AT = 30  # articles
# By how much a score grows where all words stand in the form asked for, and where they stand side by side. Set on
# questions of another seed than those of the suite.
_FORMS, _NEAR = 0.5, 0.5


def closely(connection: Connection, ranks: Sequence[Rank], plan: Plan) -> list[Rank]:
    """The same ranks, the best of them weighed anew; they stay before the others."""
    order = sorted(ranks)
    query = text(
        "SELECT seq, headline, lead, body, forms FROM search_texts WHERE seq IN (SELECT value FROM json_each(:seqs))"
    )
    best = order[:_LOOKED_AT]
    held = {row.seq: row for row in connection.execute(query, {"seqs": json.dumps([rank.seq for rank in best])})}
    weighed = []
    for rank in best:
        row = held.get(rank.seq)
        growth = 0.0
        if row is not None and row.forms is not None:
            keys = f"{row.headline} {row.lead} {row.body}".split()
            growth = _growth(keys, row.forms, plan.groups)
        weighed.append(replace(rank, far=0, score=round(rank.score * (1 + growth), 1)))
    return weighed + order[_LOOKED_AT:]


def _growth(keys: Sequence[str], deflated: bytes, groups: Sequence[Asked]) -> float:
    of = {key: number for number, group in enumerate(groups) for key in group.keys}
    hits = [(place, of[key]) for place, key in enumerate(keys) if key in of]
    forms = zlib.decompress(deflated).decode().split() if hits else []
    if len(keys) != len(forms):
        return 0.0
    exact = {number for place, number in hits if forms[place] in groups[number].forms}
    there = {number for _, number in hits}
    near = len(there) / _width(hits, len(there)) if len(there) > 1 else 0.0
    return _FORMS * len(exact) / len(groups) + _NEAR * near * len(there) / len(groups)


def _width(hits: Sequence[tuple[int, int]], number: int) -> int:
    """Words from the first to the last of the shortest stretch that has a hit of each group."""
    last: dict[int, int] = {}
    best = hits[-1][0] - hits[0][0] + 1
    for place, group in hits:
        last[group] = place
        if len(last) == number:
            best = min(best, place - min(last.values()) + 1)
    return best
