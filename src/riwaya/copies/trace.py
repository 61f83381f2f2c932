"""Who took whose text, among articles that are all at hand."""

from collections.abc import Sequence

from riwaya.copies.index import Index
from riwaya.records import Article, Copy


def trace(articles: Sequence[Article]) -> tuple[Copy, ...]:
    """The copies among `articles`, by id of original and derived; the same for any order of `articles`."""
    return Index.of(articles).copies()
