"""Copies and stories on the real pages: five stories, and one wire in four texts."""

from dataclasses import replace
from pathlib import Path

import pytest

from riwaya.article import rebuild
from riwaya.copies import trace
from riwaya.dates.publish import infer
from riwaya.errors import Rejected
from riwaya.page.decode import decode
from riwaya.page.files import captures
from riwaya.records import Article, Copy
from riwaya.story import cluster


@pytest.fixture(scope="module")
def articles(shared: Path) -> dict[str, Article]:
    """By the page's number and the article's place on it: 002-1."""
    found: dict[str, Article] = {}
    for capture in captures(str(shared / "seeds")):
        assert not isinstance(capture, Rejected)
        page = decode(capture)
        assert not isinstance(page, Rejected)
        rebuilt = rebuild(page)
        assert not isinstance(rebuilt, Rejected)
        for place, article in enumerate(rebuilt):
            dated = article if article.published_at else replace(article, published_at=infer(article, None))
            found[f"{Path(capture.name).name[:3]}-{place}"] = dated
    return found


@pytest.fixture(scope="module")
def copies(articles: dict[str, Article]) -> dict[tuple[str, str], Copy]:
    names = {article.id: name for name, article in articles.items()}
    return {(names[copy.original], names[copy.derived]): copy for copy in trace(list(articles.values()))}


def test_the_aggregators_page_is_a_copy_of_the_outlets(copies):
    copy = copies["000-0", "001-0"]
    assert copy.share > 0.9
    assert copy.direction.confidence > 0


@pytest.mark.parametrize("derived", ["000-0", "001-0", "002-0"])
def test_the_page_with_the_agencys_credit_is_nearest_the_wire(copies, derived: str):
    copy = copies["004-0", derived]
    assert copy.agency == "AFP"
    assert 0.2 < copy.share < 0.8
    assert "agency credit" in copy.direction.basis


def test_no_other_article_shares_text(copies):
    wire = {"000-0", "000-1", "001-0", "002-0", "004-0"}
    assert all({one, other} <= wire for one, other in copies)


def test_there_are_five_stories(articles, copies):
    names = {article.id: name for name, article in articles.items()}
    stories = cluster(list(articles.values()), list(copies.values()), {}, {})
    assert {frozenset(names[member] for member in story.articles) for story in stories} == {
        frozenset({"000-0", "000-1", "001-0", "002-0", "004-0"}),
        frozenset({"000-2"}),
        frozenset({"001-1"}),
        frozenset({"002-1"}),
        frozenset({"003-0"}),
    }
