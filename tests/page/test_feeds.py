# ruff: noqa: E501  # feeds as they come, on long lines
import io

import pytest

from riwaya import settings
from riwaya.errors import Reason, Rejected
from riwaya.page import feeds
from riwaya.page.decode import decode
from riwaya.page.source import Source
from riwaya.page.streams import unpack
from riwaya.records import BlockKind, Origin

ITEM = """<item><title><![CDATA[ميناء جديد &amp; خط قطار]]></title><link>https://b.example/{n}</link><guid>g{n}</guid>
<pubDate>Tue, 05 Sep 2023 00:30:00 +0300</pubDate><dc:creator>ليلى عمران</dc:creator><category>اقتصاد</category><category>نقل</category>
<description>ملخص قصير عن الميناء الجديد الذي أعلنت عنه الوزارة.</description>
<content:encoded><![CDATA[<p>أعلنت وزارة النقل بدء العمل في الميناء الجديد رقم {n} على الساحل الشرقي.</p><p>وقالت الوزارة إن المرحلة الأولى ستنتهي خلال عامين.</p>]]></content:encoded></item>"""
RSS = (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>بوابة البحر</title>'
    "<link>https://b.example/</link><language>ar-SY</language><lastBuildDate>Tue, 05 Sep 2023 01:00:00 +0300</lastBuildDate>"
    "<image><title>شعار</title><url>x.png</url></image>{items}</channel></rss>"
)
ATOM = (
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>بوابة البحر</title><link href="https://b.example/"/>'
    '<entry><title>ميناء جديد</title><link rel="alternate" href="https://b.example/7"/><id>7</id><updated>2023-09-05T00:30:00+03:00</updated>'
    "<author><name>ليلى عمران</name></author><summary>أعلنت الوزارة بدء العمل في الميناء الجديد على الساحل.</summary></entry></feed>"
)
RDF = (
    '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://b.example"><title>بوابة البحر</title><link>https://b.example</link></channel>'
    '<item rdf:about="https://b.example/9"><title>ميناء جديد</title><link>https://b.example/9</link><dc:date>2023-09-05T00:30:00+03:00</dc:date>'
    "<description>أعلنت الوزارة بدء العمل في الميناء الجديد على الساحل.</description></item></rdf:RDF>"
)


def _rss(*numbers):
    return RSS.replace("{items}", "\n".join(ITEM.replace("{n}", str(n)) for n in numbers))


def _read(text):
    data = text if isinstance(text, bytes) else text.encode()
    return list(feeds.read(Source(name="f.xml", origin=Origin.FILE), unpack(io.BytesIO(data))))


def test_each_entry_is_a_capture_that_reads_by_itself():
    found = _read(_rss(1, 2))
    assert [c.url for c in found] == ["https://b.example/1", "https://b.example/2"]
    assert [c.name for c in found] == ["f.xml!1", "f.xml!2"]
    assert {c.origin for c in found} == {Origin.FEED}
    page = decode(found[1])
    assert page.hints == {
        "headline": "ميناء جديد & خط قطار",
        "url": "https://b.example/2",
        "outlet": "بوابة البحر",
        "byline": "ليلى عمران",
        "keywords": "اقتصاد\nنقل",
        "summary": "ملخص قصير عن الميناء الجديد الذي أعلنت عنه الوزارة.",
        "published_at": "2023-09-05T00:30:00+03:00",
        "language": "ar",
    }
    assert page.blocks[0].kind is BlockKind.HEADING
    assert page.text.splitlines()[0] == "ميناء جديد & خط قطار"
    assert page.text.splitlines()[-1] == "وقالت الوزارة إن المرحلة الأولى ستنتهي خلال عامين."


def test_an_entry_seen_again_in_a_later_poll_has_the_same_digest():
    first = _read(_rss(1, 2))[1]
    later = _read(_rss(3, 2).replace("01:00:00 +0300</lastBuildDate>", "05:00:00 +0300</lastBuildDate>"))[1]
    assert first.id == later.id


def test_a_capture_is_a_piece_of_the_feed():
    text = _rss(1)
    content = _read(text)[0].content.decode()
    assert ITEM.replace("{n}", "1") in content
    assert "شعار" not in content


@pytest.mark.parametrize("text", [ATOM, RDF], ids=["atom", "rdf"])
def test_other_feeds_read_alike(text):
    page = decode(_read(text)[0])
    assert page.hints["headline"] == "ميناء جديد"
    assert page.hints["outlet"] == "بوابة البحر"
    assert page.hints["published_at"] == "2023-09-05T00:30:00+03:00"
    assert "أعلنت الوزارة بدء العمل" in page.text


def test_a_feed_cut_in_an_entry_gives_those_before_it():
    found = _read(_rss(1, 2, 3)[:-400])
    assert [c.url for c in found[:-1]] == ["https://b.example/1", "https://b.example/2"]
    assert (found[-1].subject, found[-1].reason) == ("f.xml!3", Reason.TRUNCATED)


def test_broken_markup_in_one_entry_does_not_cost_the_others():
    found = _read(_rss(1, 2).replace("<guid>g1</guid>", "<guid>g1 & <b></guid>"))
    pages = [decode(c) for c in found]
    assert pages[1].hints["url"] == "https://b.example/2"
    assert len(found) == 2


def test_a_word_item_inside_cdata_is_no_entry():
    found = _read(_rss(1).replace("<p>أعلنت", "<item> <entry> </item><p>أعلنت"))
    assert len(found) == 1


def test_feeds_in_other_charsets():
    text = _rss(5)
    for charset in ("cp1256", "utf-16"):
        data = text.replace("utf-8", "windows-1256" if charset == "cp1256" else "utf-16").encode(charset)
        page = decode(_read(data)[0])
        assert page.hints["outlet"] == "بوابة البحر", charset


def test_a_feed_without_entries_says_so():
    assert [r.reason for r in _read(_rss())] == [Reason.NO_ARTICLE]


def test_a_feed_over_the_limit(monkeypatch):
    monkeypatch.setattr(settings, "current", lambda: settings.Settings(capture_bytes=500))
    found = _read(_rss(1))
    assert isinstance(found[0], Rejected)
    assert found[0].reason is Reason.TOO_LARGE
