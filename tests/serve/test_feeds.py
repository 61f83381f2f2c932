"""A search is a feed in three forms, once a story, whatever the words of a headline try to be."""

import json
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

import byhand
from riwaya.names import key, same
from riwaya.run import alerts
from riwaya.serve.app import create
from riwaya.store import Speller, Store, filed

NOW = datetime(2031, 5, 9, tzinfo=UTC)
EVIL = '<script>alert(1)</script> ]]> & "الجسر" \x0b\ufffe'


@pytest.fixture
def client(tmp_path):
    captures = [
        byhand.capture(f"{head}\nفتح الجسر {n}.", str(n)) for n, head in enumerate((EVIL, "الجسر", "خبر الجسر"))
    ]
    articles = [byhand.article(capture, outlet=EVIL, url="javascript:alert(1)") for capture in captures]
    with Store.open(tmp_path) as store:
        store.keep(captures)
        store.file([filed(a.capture, [byhand.reading(a)], Speller(key=key, same=same)) for a in articles])
        ids = [article.id for article in articles]
        store.replace_corpus([], [byhand.story(*ids[:2], name="one"), byhand.story(ids[2], name="two")], [])
        store.watch(alerts.saved("الجسر", NOW, name=EVIL))
    with TestClient(create(tmp_path, now=lambda: NOW), base_url="http://127.0.0.1") as made:
        yield made


@pytest.mark.parametrize(("quiet", "number"), [("true", 2), ("false", 3)])
def test_a_feed_has_a_story_once_or_every_article(client, quiet, number):
    asked = {"q": "الجسر", "quiet": quiet}
    rss = ET.fromstring(client.get("/feeds/search.rss", params=asked).content)  # noqa: S314 - our own
    atom = ET.fromstring(client.get("/feeds/search.atom", params=asked).content)  # noqa: S314
    told = client.get("/feeds/search.json", params=asked).json()
    assert len(rss.findall("channel/item")) == number
    assert len(atom.findall("{http://www.w3.org/2005/Atom}entry")) == number
    assert len(told["items"]) == number
    assert told["version"].endswith("/1.1")


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_a_headline_stays_words(client, kind):
    answer = client.get(f"/feeds/search.{kind}", params={"q": "الجسر", "quiet": "false"})
    assert f"application/{kind}+xml" in answer.headers["content-type"]
    assert "<script" not in answer.text
    assert "javascript:" not in answer.text
    titles = [one.text or "" for one in ET.fromstring(answer.content).iter() if one.tag.endswith("title")]  # noqa: S314
    assert any("<script>alert(1)</script> ]]> &" in title for title in titles)


def test_the_list_of_saved_searches_leads_to_their_feeds(client):
    root = ET.fromstring(client.get("/feeds.opml").content)  # noqa: S314
    (outline,) = root.iter("outline")
    assert client.get(outline.get("xmlUrl")).status_code == 200
    assert "<script>" in outline.get("text")


@pytest.mark.parametrize(
    ("path", "status"),
    [("/feeds/search.exe?q=a", 404), ("/feeds/search.rss", 400), ("/feeds/search.rss?q=" + "a" * 1001, 400)],
)
def test_what_is_no_feed_is_told(client, path, status):
    assert client.get(path).status_code == status


def test_a_json_feed_is_json_however_odd_the_words(client):
    items = json.loads(client.get("/feeds/search.json", params={"q": "الجسر", "quiet": "false"}).content)["items"]
    assert EVIL in {item["title"] for item in items}
    assert all(item["url"].startswith("http://127.0.0.1/article/") for item in items)
