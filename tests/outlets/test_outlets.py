"""A page and its expected record for every outlet whose lines are declared; one without a page fails."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from plainpage import plain
from riwaya.article import declared, rebuild
from riwaya.errors import Rejected
from riwaya.records import Article, ParagraphKind

HERE = Path(__file__).parent
FIXTURES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(HERE.glob("*.toml"))}


def facts(article: Article) -> dict[str, Any]:
    """What a fixture may state of an article, in its own words."""
    return {
        "role": article.role.value,
        "headline": article.headline,
        "summary": article.summary,
        "outlet": article.outlet,
        "publisher": article.publisher,
        "agency": article.agency,
        "byline": article.byline,
        "place": article.dateline.place if article.dateline else None,
        "published_at": article.published_at.value if article.published_at else None,
        "labels": list(article.labels),
        "related_headlines": list(article.related_headlines),
        "captions": [p.text for p in article.paragraphs if p.kind is ParagraphKind.CAPTION],
    }


def test_every_outlet_with_lines_of_its_own_has_a_page_here():
    assert {fixture["outlet"] for fixture in FIXTURES.values()} == set(declared.sites())


@pytest.mark.parametrize("name", FIXTURES)
def test_a_page_of_the_outlet_gives_its_record(name):
    fixture = FIXTURES[name]
    found = rebuild(plain(fixture["page"], url=fixture.get("url")))
    assert not isinstance(found, Rejected), found
    assert len(found) == len(fixture["article"])
    for article, expected in zip(found, fixture["article"], strict=True):
        bodies = [p.text for p in article.paragraphs if p.kind is ParagraphKind.BODY]
        assert [text[: len(start)] for text, start in zip(bodies, expected["body"], strict=True)] == expected["body"]
        stated = {"summary": None, "publisher": None, "agency": None, "byline": None, "labels": [], "captions": []}
        stated |= {"related_headlines": []} | {key: value for key, value in expected.items() if key != "body"}
        got = facts(article)
        assert {key: got[key] for key in stated} == stated
