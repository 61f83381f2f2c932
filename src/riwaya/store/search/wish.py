"""Which page of a search is wished for, and where the page before it ended."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass


class CursorError(ValueError):
    """A cursor that no search gave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A page of a search: how many, after which cursor, and whether facets are counted too."""

    limit: int = 20
    after: str | None = None
    facets: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Rank:
    """Sorted from the best: whole before loose, those looked at closely before others, then by score and latest day."""

    loose: int
    far: int
    score: float
    day: int
    seq: int


def written(rank: Rank) -> str:
    told = json.dumps([1, rank.loose, rank.far, rank.score, rank.day, rank.seq]).encode()
    return urlsafe_b64encode(told).decode().rstrip("=")


def read(cursor: str) -> Rank:
    """The place that a cursor means.

    Raises:
        CursorError: it means none.
    """
    message = "no cursor of a search"
    try:
        told = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        version, loose, far, score, day, seq = (float(one) for one in told)
        rank = Rank(loose=int(loose), far=int(far), score=score, day=int(day), seq=int(seq))
    except (ValueError, TypeError, OverflowError, RecursionError) as fault:
        raise CursorError(message) from fault
    if version != 1:
        raise CursorError(message)
    return rank
