import gzip
import io
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from packing import PARAGRAPH
from riwaya import settings
from riwaya.errors import Reason, Rejected
from riwaya.page import rows
from riwaya.page.decode import decode
from riwaya.page.source import Source
from riwaya.page.streams import unpack
from riwaya.records import Origin

ROWS = [
    {
        "title": f"خبر رقم {n}",
        "content": PARAGRAPH,
        "url": f"https://c.example/{n}",
        "date_extracted": "2015-07-21 02:51:32",
    }
    for n in range(4)
]
LINES = [json.dumps(row, ensure_ascii=False).encode() for row in ROWS]


def _read(data):
    return list(rows.read_json(Source(name="r", origin=Origin.FILE), unpack(io.BytesIO(data))))


def _reasons(found):
    return [(item.subject, item.reason) for item in found if isinstance(item, Rejected)]


def test_each_line_is_a_capture_of_that_lines_bytes():
    found = _read(b"\n".join(LINES) + b"\n")
    assert [c.content for c in found] == LINES
    assert [c.name for c in found] == ["r!1", "r!2", "r!3", "r!4"]
    assert found[2].url == "https://c.example/2"
    assert found[2].fetched_at.isoformat() == "2015-07-21T02:51:32+00:00"


def test_blank_lines_count_as_lines_and_are_passed_over():
    assert [c.name for c in _read(LINES[0] + b"\n\n\n" + LINES[1])] == ["r!1", "r!4"]


def test_a_byte_order_mark_is_no_part_of_the_row():
    assert _read(b"\xef\xbb\xbf" + LINES[0] + b"\n" + LINES[1])[0].content == LINES[0]


def test_a_broken_row_costs_itself_alone():
    found = _read(LINES[0] + b'\n{"title": "x"\n' + LINES[1])
    assert [type(item).__name__ for item in found] == ["Capture", "Rejected", "Capture"]
    assert _reasons(found) == [("r!2", Reason.CORRUPT)]


def test_a_broken_first_row_does_not_make_it_a_document():
    found = _read(b'{"title": "x"\n' + LINES[1] + b"\n" + LINES[2])
    assert _reasons(found) == [("r!1", Reason.CORRUPT)]
    assert len(found) == 3


def test_a_truncated_gzip_gives_the_rows_before_the_break():
    data = gzip.compress(b"\n".join(LINES), 0)
    found = _read(data[:-100])
    assert [c.content for c in found[:3]] == LINES[:3]
    assert _reasons(found) == [("r", Reason.TRUNCATED)]


def test_a_row_over_the_limit_is_passed_over(monkeypatch):
    monkeypatch.setattr(settings, "current", lambda: settings.Settings(capture_bytes=1000))
    big = json.dumps({"title": "x", "content": "ن" * 3000}, ensure_ascii=False).encode()
    found = _read(LINES[0] + b"\n" + big + b"\n" + LINES[1])
    assert _reasons(found) == [("r!2", Reason.TOO_LARGE)]
    assert found[2].content == LINES[1]


@pytest.mark.parametrize("indent", [None, 2])
def test_a_list_is_split(indent):
    found = _read(json.dumps(ROWS, ensure_ascii=False, indent=indent).encode())
    assert [json.loads(c.content) for c in found] == ROWS


@pytest.mark.parametrize("indent", [None, 2])
def test_an_object_around_a_list_is_split(indent):
    found = _read(json.dumps({"status": "ok", "articles": ROWS, "ids": [1, 2]}, indent=indent).encode())
    assert [json.loads(c.content) for c in found] == ROWS


def test_one_object_over_many_lines_is_one_row():
    found = _read(json.dumps(ROWS[0], indent=2).encode())
    assert len(found) == 1
    assert found[0].url == "https://c.example/0"


def test_a_cut_document_is_corrupt():
    assert _reasons(_read(json.dumps(ROWS, indent=1).encode()[:-30])) == [("r", Reason.CORRUPT)]


def test_nesting_without_end_is_corrupt_not_a_crash():
    assert _reasons(_read(b'[{"a":' + b"[" * 100_000)) == [("r", Reason.CORRUPT)]


def test_a_json_feed_is_split():
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "بوابة",
        "items": [{"id": "1", "title": "خبر", "url": "https://j.example/1", "content_html": f"<p>{PARAGRAPH}</p>"}],
    }
    page = decode(_read(json.dumps(feed).encode())[0])
    assert page.url == "https://j.example/1"
    assert page.hints["outlet"] == "بوابة"
    assert page.hints["headline"] == "خبر"
    assert PARAGRAPH in page.text


def test_a_row_with_pictures_is_one_row():
    row = ROWS[0] | {"images": [{"title": "صورة", "url": "https://c.example/p.jpg"}], "items": []}
    assert len(_read(json.dumps(row).encode())) == 1


def test_a_row_in_windows_1256_is_read_all_the_same():
    data = "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS).encode("cp1256")
    found = _read(data)
    assert len(found) == 4
    assert decode(found[0]).text.splitlines() == ["خبر رقم 0", PARAGRAPH]


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "utf-16-be"])
def test_rows_of_two_bytes_a_letter(charset):
    data = b"\n".join(LINES).decode().encode(charset)
    assert [c.content for c in _read(data)] == LINES


def _parquet(table, **options):
    out = io.BytesIO()
    pq.write_table(table, out, **options)
    return out


def test_parquet_rows_read_like_json_rows():
    file = _parquet(pa.Table.from_pylist(ROWS), row_group_size=2)
    found = list(rows.read_parquet(Source(name="p", origin=Origin.FILE), file))
    assert [json.loads(c.content) for c in found] == ROWS
    assert [c.name for c in found] == ["p!1", "p!2", "p!3", "p!4"]
    assert found[3].url == "https://c.example/3"


def test_parquet_cut_short_is_corrupt():
    file = _parquet(pa.Table.from_pylist(ROWS))
    found = list(rows.read_parquet(Source(name="p", origin=Origin.FILE), io.BytesIO(file.getvalue()[:-20])))
    assert _reasons(found) == [("p", Reason.CORRUPT)]


def test_parquet_with_bytes_and_times_in_it():
    table = pa.table(
        {"title": ["خبر"], "html": [f"<p>{PARAGRAPH}</p>".encode()], "date": pa.array([1693900800], pa.timestamp("s"))}
    )
    page = decode(next(rows.read_parquet(Source(name="p", origin=Origin.FILE), _parquet(table))))
    assert PARAGRAPH in page.text
    assert page.hints["published_at"] == "2023-09-05T08:00:00"
