"""Any search as a feed: RSS 2.0, Atom, JSON Feed; and the list of saved searches as OPML.

In a quiet feed a story has one entry, however many articles of it come: forty copies are one piece of news.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from urllib.parse import quote, urlencode
from xml.etree import ElementTree as ET

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from riwaya.run import desk
from riwaya.serve import addresses, hits
from riwaya.serve.hits import Hit
from riwaya.serve.page import Asked
from riwaya.serve.site import Site
from riwaya.store import Wish

TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}
_LONGEST = 1_000
_MOST = 50
_ATOM = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    id: str
    title: str
    link: str
    text: str
    day: date | None
    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """`home` is the page of the same search, `link` the feed's own address; `now` stands for entries without a day."""

    title: str
    home: str
    link: str
    now: datetime
    entries: tuple[Entry, ...]


def found(site: Site, asked: str, *, quiet: bool) -> list[tuple[str, Hit]]:
    """What a search finds, the latest first, by what it is told as: in quiet mode its story's id, else its own."""
    results = desk.find(site.store, asked, Wish(limit=_MOST * 2))
    shown = [hit for hit in hits.results(asked, results).items if hit.whole]
    shown.sort(key=lambda hit: hit.day or date.min, reverse=True)
    stories = site.store.stories_of([hit.article for hit in shown]) if quiet else {}
    told: dict[str, Hit] = {}
    for hit in shown:
        story = stories.get(hit.article)
        told.setdefault(story.id if story else hit.article, hit)
    return list(told.items())[:_MOST]


def entries(told: Iterable[tuple[str, Hit]], base: str) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            id=f"urn:riwaya:{key}",
            title=hit.headline or hit.snippet[:80],
            link=base + addresses.article(hit.article),
            text=hit.snippet,
            day=hit.day,
            author=hit.outlet or "",
        )
        for key, hit in told
    )


# --- written ------------------------------------------------------------------------------------------------------


def rss(feed: Feed) -> bytes:
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    for name, text in (("title", feed.title), ("link", feed.home), ("description", feed.title), ("language", "ar")):
        _put(channel, name, text)
    for one in feed.entries:
        item = ET.SubElement(channel, "item")
        _put(item, "title", one.title)
        _put(item, "link", one.link)
        _put(item, "description", _escaped(one.text))  # readers take it for HTML
        _put(item, "guid", one.id).set("isPermaLink", "false")
        _put(item, "pubDate", format_datetime(_moment(one.day, feed.now)))
        _put(item, "source", one.author).set("url", feed.link)
    return _bytes(root)


def atom(feed: Feed) -> bytes:
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "ar"})
    _put(root, "title", feed.title)
    _put(root, "id", feed.link)
    ET.SubElement(root, "link", rel="self", href=_safe(feed.link))
    ET.SubElement(root, "link", href=_safe(feed.home))
    _put(root, "updated", max((_moment(e.day, feed.now) for e in feed.entries), default=feed.now).isoformat())
    for one in feed.entries:
        item = ET.SubElement(root, "entry")
        _put(item, "title", one.title)
        _put(item, "id", one.id)
        ET.SubElement(item, "link", href=_safe(one.link))
        _put(item, "updated", _moment(one.day, feed.now).isoformat())
        _put(ET.SubElement(item, "author"), "name", one.author)
        _put(item, "summary", one.text)
    return _bytes(root)


def json_feed(feed: Feed) -> bytes:
    items = [
        {
            "id": one.id,
            "url": one.link,
            "title": one.title,
            "content_text": one.text,
            "date_published": _moment(one.day, feed.now).isoformat(),
            "authors": [{"name": one.author}],
        }
        for one in feed.entries
    ]
    told = {"version": "https://jsonfeed.org/version/1.1", "title": feed.title, "language": "ar"}
    return msgspec.json.encode({**told, "home_page_url": feed.home, "feed_url": feed.link, "items": items})


def opml(feeds: Sequence[tuple[str, str]], title: str) -> bytes:
    """Titles and addresses of feeds."""
    root = ET.Element("opml", version="2.0")
    _put(ET.SubElement(root, "head"), "title", title)
    body = ET.SubElement(root, "body")
    for name, link in feeds:
        ET.SubElement(body, "outline", type="rss", text=_safe(name), title=_safe(name), xmlUrl=_safe(link))
    return _bytes(root)


def _put(parent: ET.Element, name: str, text: str) -> ET.Element:
    made = ET.SubElement(parent, name)
    made.text = _safe(text)
    return made


def _safe(text: str) -> str:
    """Without what XML can't hold."""
    return _NOT_XML.sub("", text)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _moment(day: date | None, now: datetime) -> datetime:
    return datetime.combine(day, time(), UTC) if day else now


def _bytes(root: ET.Element) -> bytes:
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + bytes(
        ET.tostring(root, encoding="utf-8", xml_declaration=False)
    )


# --- served -------------------------------------------------------------------------------------------------------

_WRITERS = {"rss": rss, "atom": atom, "json": json_feed}


def _feed(request: Request) -> Response:
    """`q` as in a search; `quiet=false` for every article of a story."""
    asked = Asked.of(request)
    question = asked.query("q")
    kind = asked.path("kind")
    if not question or len(question) > _LONGEST or kind not in _WRITERS:
        raise HTTPException(404 if kind not in _WRITERS else 400)
    base = str(request.base_url).rstrip("/")
    told = found(asked.site, question, quiet=asked.query("quiet", "true") != "false")
    feed = Feed(
        title=f"{question} · {asked.tongue.say('brand')}",
        home=f"{base}/search?{urlencode({'q': question})}",
        link=str(request.url),
        now=asked.site.now().replace(microsecond=0),
        entries=entries(told, base),
    )
    return Response(_WRITERS[kind](feed), media_type=TYPES[kind])


def _opml(request: Request) -> Response:
    base = str(request.base_url).rstrip("/")
    site = request.app.state.site
    listed = [
        (a.name, f"{base}/feeds/search.rss?q={quote(a.asked)}&quiet={str(a.quiet).lower()}")
        for a in site.store.alerts()
    ]
    headers = {"content-disposition": "attachment; filename=riwaya.opml"}
    return Response(opml(listed, "Riwaya"), media_type="text/x-opml", headers=headers)


ROUTES = [Route("/feeds/search.{kind}", _feed, name="feed"), Route("/feeds.opml", _opml, name="opml")]
