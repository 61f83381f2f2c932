"""Feeds: RSS, RSS 1.0, Atom, JSON Feed. Each entry is one capture, itself a feed of that one entry.

Such a capture is cut from the feed's own bytes: prolog, root, the channel's title, link and language, the entry. What
changes at every poll (lastBuildDate, the other entries) is left out, so an entry seen twice has one digest.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import replace

import fastfeedparser

from riwaya import settings
from riwaya.errors import Reason, Rejected
from riwaya.page import times
from riwaya.page.sniff import narrow
from riwaya.page.source import Source
from riwaya.page.streams import Stream
from riwaya.records import Capture, Origin

MEDIA_TYPE = "application/xml"
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")
_MARK = re.compile(
    rb"<!\[CDATA\[.*?\]\]>|<!--.*?-->|<(?P<end>/?)(?:[\w.-]+:)?(?:item|entry)(?=[\s>/])[^>]*>",
    re.DOTALL | re.IGNORECASE,
)
_PROLOG = re.compile(rb"\s*(?:<\?xml[^>]*\?>)?", re.IGNORECASE)
_ROOT = re.compile(rb"<((?:\w+:)?(?:rss|feed|rdf))\b[^>]*>", re.IGNORECASE)
_CHANNEL = re.compile(rb"<channel\b[^>]*>", re.IGNORECASE)
_IMAGE = re.compile(rb"<(image|textinput|author)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_FACT = re.compile(
    rb"<((?:dc:)?(?:title|language|publisher))\b[^>]*>.*?</\1>|<link\b[^>]*/>|<link\b[^>]*>[^<]*</link>",
    re.DOTALL | re.IGNORECASE,
)
_ENCODING = re.compile(r"(<\?xml[^>]*?)\s+encoding=[\"'][^\"']*[\"']", re.IGNORECASE)
_STATED = re.compile(
    r"<(?:\w+:)?(pubDate|published|date|issued|updated|modified)\b[^>]*>\s*(?:<!\[CDATA\[)?\s*([^<\]]+)", re.IGNORECASE
)
_LANGUAGE = re.compile(r"<(?:dc:)?language>\s*([\w-]+)|xml:lang=[\"']([\w-]+)", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


def read(source: Source, stream: Stream) -> Iterator[Capture | Rejected]:
    limit = settings.current().capture_bytes
    data = stream.reader.read(limit + 1)
    if len(data) > limit:
        yield source.reject(Reason.TOO_LARGE, f"a feed of more than {limit:,} bytes")
        return
    if data.startswith(_WIDE):
        data = _ENCODING.sub(r"\1", narrow(data).decode()).encode()
    yield from _entries(replace(source, origin=_origin(source)), data)
    if stream.fault:
        yield source.reject(stream.fault.reason, f"{stream.fault.detail}; the entries before it were read")


def _origin(source: Source) -> Origin:
    return Origin.FEED if source.origin is Origin.FILE else source.origin


def _entries(source: Source, data: bytes) -> Iterator[Capture | Rejected]:
    start, first, number = None, None, 0
    frame: tuple[bytes, bytes] = (b"", b"")
    for mark in _MARK.finditer(data):
        if mark["end"] is None:
            continue
        if first is None:
            first, frame = mark.start(), _frame(data[: mark.start()])
        if not mark["end"]:
            if start is not None:
                yield source.member(str(number)).reject(Reason.CORRUPT, "a feed's entry without an end")
            start, number = mark.start(), number + 1
        elif start is not None:
            yield _entry(source, number, frame[0] + data[start : mark.end()] + frame[1])
            start = None
    if start is not None:
        yield source.member(str(number)).reject(Reason.TRUNCATED, "the feed ends inside this entry")
    elif number == 0:
        yield source.reject(Reason.NO_ARTICLE, "a feed without entries")


def _frame(head: bytes) -> tuple[bytes, bytes]:
    """What stands before and after one entry to make it a feed by itself."""
    prolog = _PROLOG.match(head)
    root = _ROOT.search(head)
    channel = _CHANNEL.search(head)
    facts = _IMAGE.sub(b"", head[channel.end() if channel else root.end() if root else 0 :])
    kept: dict[bytes, bytes] = {}
    for fact in _FACT.finditer(facts):
        kept.setdefault((fact[1] or b"link").lower(), fact[0])
    inside = b"".join(kept.values())
    before = (prolog[0] if prolog else b"") + (root[0] if root else b"<rss>")
    name = root[1] if root else b"rss"
    after = b"</" + name + b">"
    if channel and name.lower().endswith(b"rdf"):  # RSS 1.0: entries stand after the channel, not in it
        return before + channel[0] + inside + b"</channel>", after
    if channel:
        return before + channel[0] + inside, b"</channel>" + after
    return before + inside, after


def _entry(source: Source, number: int, content: bytes) -> Capture:
    link = re.search(rb"<link\b[^>]*>\s*(?:<!\[CDATA\[)?\s*(https?://[^<\]\s]+)", content[content.rfind(b"<item") :])
    url = html.unescape(link[1].decode("utf-8", "replace")) if link else None
    return replace(source.member(str(number)), url=url or source.url).capture(content, MEDIA_TYPE)


def entry(text: str) -> dict[str, str] | None:
    """The fields that a feed of one entry states; `html` is its fullest text as markup. None where it is no feed."""
    try:
        parsed = fastfeedparser.parse(_ENCODING.sub(r"\1", text).encode("utf-8", "replace"))
    except (ValueError, LookupError, TypeError, AttributeError):
        return None
    if not parsed.get("entries"):
        return None
    one, feed = parsed["entries"][0], parsed.get("feed") or {}
    bodies = [part.get("value") or "" for part in one.get("content") or ()] + [one.get("description") or ""]
    body = max(bodies, key=len)
    summary = one.get("description") or ""
    stated = {
        "headline": _words(one.get("title")),
        "url": one.get("link") or "",
        "outlet": _words(feed.get("title")),
        "byline": _words(one.get("author")),
        "keywords": "\n".join(_words(tag.get("term")) for tag in one.get("tags") or ()),
        "summary": _words(summary) if _words(summary) != _words(body) else "",
        "html": body,
        **_days(text[text.find("<item") :] if "<item" in text else text[text.find("<entry") :]),
        **_language(text),
    }
    return {hint: value.strip() for hint, value in stated.items() if value and value.strip()}


def _days(text: str) -> dict[str, str]:
    """Days as the feed wrote them, in its own zone: the parser moves them to UTC, where a night's news changes day."""
    found: dict[str, str] = {}
    for name, stated in _STATED.findall(text):
        hint = "updated_at" if name.lower() in {"updated", "modified"} else "published_at"
        found.setdefault(hint, times.iso(stated) or stated.strip())
    if "published_at" not in found and "updated_at" in found:
        found["published_at"] = found.pop("updated_at")
    return found


def _language(text: str) -> dict[str, str]:
    found = _LANGUAGE.search(text)
    return {"language": (found[1] or found[2]).split("-")[0].lower()} if found else {}


def _words(markup: object) -> str:
    return " ".join(_TAG.sub(" ", html.unescape(str(markup or ""))).split())
