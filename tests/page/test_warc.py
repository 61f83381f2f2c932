import gzip
import io

import pytest
from fastwarc.warc import WarcRecordType

from packing import HTML, warc, warc_record
from riwaya import settings
from riwaya.errors import Reason, Rejected
from riwaya.page.source import Source
from riwaya.page.streams import unpack
from riwaya.page.warc import documents
from riwaya.records import Origin

PAGES = [warc_record(f"https://a.example/{n}", f"{HTML}{n}".encode()) for n in range(3)]


def _read(data):
    return list(documents(Source(name="x.warc", origin=Origin.FILE), unpack(io.BytesIO(data))))


def _urls(found):
    return [item[0].url for item in found if not isinstance(item, Rejected)]


def _rejects(found):
    return [item for item in found if isinstance(item, Rejected)]


def test_responses_come_with_url_time_and_charset():
    source, body = _read(warc(*PAGES))[1]
    assert source.url == "https://a.example/1"
    assert source.name == "x.warc!https://a.example/1"
    assert source.fetched_at.isoformat() == "2026-03-09T11:32:00+00:00"
    assert source.charset == "utf-8"
    assert source.origin is Origin.WARC
    assert body == f"{HTML}1".encode()


@pytest.mark.parametrize(
    "broken",
    [
        b"foreign bytes\r\n\r\n" + PAGES[1],
        PAGES[1].replace(b"WARC/1", b"WXRC/1", 1),
        PAGES[1].replace(b"Content-Length: ", b"Content-Length: 9", 1),
        PAGES[1].replace(b"Content-Length: ", b"X-Length: ", 1),
        PAGES[1][:300] + b"\r\n\r\n",
    ],
    ids=["foreign", "magic", "too long", "no length", "cut"],
)
def test_a_corrupt_record_costs_itself_alone(broken):
    found = _read(PAGES[0] + broken + PAGES[2])
    assert {"https://a.example/0", "https://a.example/2"} <= set(_urls(found))
    assert [r.reason for r in _rejects(found)] == [Reason.CORRUPT]


def test_a_file_cut_in_a_record_gives_those_before_it():
    found = _read((PAGES[0] + PAGES[1])[:-200])
    assert _urls(found) == ["https://a.example/0"]
    assert [r.reason for r in _rejects(found)] == [Reason.TRUNCATED]


def test_a_truncated_gzip_is_told_once():
    found = _read(warc(*PAGES)[:-40])
    assert _urls(found) == ["https://a.example/0", "https://a.example/1"]
    assert [(r.subject, r.reason) for r in _rejects(found)] == [("x.warc", Reason.TRUNCATED)]


def test_what_a_page_pulls_in_and_redirects_are_passed_over():
    found = _read(
        warc_record("https://a.example/i.png", b"\x89PNG", headers="Content-Type: image/png")
        + warc_record("https://a.example/r", b"", status="301 Moved", headers="Location: /x")
        + PAGES[0]
    )
    assert _urls(found) == ["https://a.example/0"]
    assert _rejects(found) == []


def test_an_error_page_is_counted():
    found = _read(warc_record("https://a.example/x", HTML.encode(), status="404 Not Found"))
    assert [(r.subject, r.reason) for r in found] == [("x.warc!https://a.example/x", Reason.UNREADABLE)]
    assert "404" in found[0].detail


def test_http_encodings_are_taken_off():
    headers = "Content-Type: text/html\r\nContent-Encoding: gzip"
    found = _read(warc_record("https://a.example/g", gzip.compress(HTML.encode()), headers=headers))
    assert found[0][1] == HTML.encode()


def test_a_body_stored_decoded_under_an_old_header_is_taken_as_it_stands():
    headers = "Content-Type: text/html\r\nContent-Encoding: gzip"
    found = _read(warc_record("https://a.example/g", HTML.encode(), headers=headers))
    assert found[0][1] == HTML.encode()


def test_resource_records_are_pages_too():
    found = _read(warc_record("https://a.example/s", HTML.encode(), kind=WarcRecordType.resource))
    assert found[0][1] == HTML.encode()


def test_a_record_over_the_limit_is_passed_over(monkeypatch):
    monkeypatch.setattr(settings, "current", lambda: settings.Settings(capture_bytes=2000))
    found = _read(warc_record("https://a.example/big", HTML.encode() * 5) + PAGES[2])
    assert [r.reason for r in _rejects(found)] == [Reason.TOO_LARGE]
    assert _urls(found) == ["https://a.example/2"]
