import bz2
import gzip
import io
import json
import os
import sys
import tarfile
import tracemalloc
import zipfile
from types import SimpleNamespace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from packing import HTML, PARAGRAPH, warc, warc_record
from riwaya import settings
from riwaya.errors import Reason, Rejected
from riwaya.page.files import captures
from riwaya.records import Capture, Origin

ROW = {"title": "خبر", "content": PARAGRAPH, "url": "https://c.example/1"}
JSONL = b"\n".join(json.dumps(ROW | {"n": n}, ensure_ascii=False).encode() for n in range(3))


def _write(path, data):
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(path)


def _names(found, root):
    return [item.name.removeprefix(f"{root}/") for item in found if isinstance(item, Capture)]


def _reasons(found):
    return [item.reason for item in found if isinstance(item, Rejected)]


def test_a_file_is_one_capture_of_its_bytes_whole(tmp_path):
    path = _write(tmp_path / "page", HTML)
    (found,) = captures(path)
    assert found.content == HTML.encode()
    assert found.media_type == "text/html"
    assert found.name == path
    assert found.origin is Origin.FILE
    assert len(found.id) == 64


def test_the_digest_is_that_of_the_content(tmp_path):
    one, two = (next(captures(_write(tmp_path / name, HTML))) for name in ("a", "b"))
    assert one.id == two.id


def test_a_folder_is_read_whole_in_order_without_hidden_files(tmp_path):
    for name in ("b/2.txt", "b/10.txt", "a/z.txt", "c.txt", ".git/x.txt", "a/.hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        _write(tmp_path / name, PARAGRAPH)
    found = list(captures(str(tmp_path)))
    assert _names(found, tmp_path) == ["a/z.txt", "b/10.txt", "b/2.txt", "c.txt"]
    assert _reasons(found) == []


def test_an_empty_folder_gives_nothing(tmp_path):
    assert list(captures(str(tmp_path))) == []


def test_a_loop_of_links_is_told_once_and_the_rest_read(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    _write(tmp_path / "z.txt", PARAGRAPH)
    found = list(captures(str(tmp_path)))
    assert _names(found, tmp_path) == ["z.txt"]
    assert _reasons(found) == [Reason.UNREADABLE]
    assert "link" in found[0].detail


def test_a_link_that_leads_nowhere_and_a_pipe_cost_themselves_alone(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "gone")
    os.mkfifo(tmp_path / "b")
    _write(tmp_path / "c.txt", PARAGRAPH)
    found = list(captures(str(tmp_path)))
    assert _names(found, tmp_path) == ["c.txt"]
    assert _reasons(found) == [Reason.UNREADABLE, Reason.UNREADABLE]


@pytest.mark.parametrize("path", ["gone.txt", "page/x", "a\0b", "n" * 5000])
def test_a_path_that_cannot_be_opened_is_one_reason(tmp_path, path):
    _write(tmp_path / "page", PARAGRAPH)
    (found,) = captures(f"{tmp_path}/{path}")
    assert found.reason is Reason.UNREADABLE
    assert "\n" not in found.detail


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission(tmp_path):
    path = _write(tmp_path / "a", PARAGRAPH)
    os.chmod(path, 0)  # noqa: PTH101  # a path as a user gives it
    assert _reasons(captures(path)) == [Reason.UNREADABLE]


def test_a_device_that_fails_while_read_is_one_reason(monkeypatch):
    class Failing(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, _buffer):
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BufferedReader(Failing())))
    (found,) = captures("-")
    assert (found.reason, found.detail) == (Reason.UNREADABLE, "Input/output error")


def test_a_name_that_is_no_text_can_still_be_shown(tmp_path):
    path = os.fsencode(str(tmp_path)) + b"/\xff.txt"
    with open(path, "wb") as file:  # noqa: PTH123  # bytes
        file.write(PARAGRAPH.encode())
    (found,) = captures(str(tmp_path))
    assert found.name.encode()


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(gzip.compress(JSONL))))
    found = list(captures("-"))
    assert [c.name for c in found] == ["stdin!1", "stdin!2", "stdin!3"]
    assert {c.origin for c in found} == {Origin.STDIN}


def _parquet():
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([ROW, ROW]), out)
    return out.getvalue()


def _zip(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def _tar():
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        info = tarfile.TarInfo("folder/page.html")
        info.size = len(HTML.encode())
        archive.addfile(info, io.BytesIO(HTML.encode()))
    return out.getvalue()


CONTAINERS = {
    "jsonl": (JSONL, 3),
    "jsonl.zst": (zstandard.compress(JSONL), 3),
    "jsonl.bz2.gz": (gzip.compress(bz2.compress(JSONL)), 3),
    "warc": (
        warc(warc_record("https://a.example/1", HTML.encode()), warc_record("https://a.example/2", HTML.encode())),
        2,
    ),
    "parquet": (_parquet(), 2),
    "parquet.gz": (gzip.compress(_parquet()), 2),
    "zip": (_zip(a=HTML, b=JSONL, **{".c": HTML}), 4),
    "tar.gz": (_tar(), 1),
    "rss in warc": (
        warc(
            warc_record(
                "https://a.example/rss",
                f"<rss><channel><title>م</title><item><title>{PARAGRAPH}</title></item></channel></rss>".encode(),
                headers="Content-Type: application/rss+xml",
            )
        ),
        1,
    ),
}


@pytest.mark.parametrize("kind", CONTAINERS)
def test_a_container_is_told_by_its_content_and_split(tmp_path, kind):
    data, count = CONTAINERS[kind]
    found = list(captures(_write(tmp_path / "page.txt", data)))
    assert _reasons(found) == []
    assert len(found) == count
    assert all(c.content and c.name.startswith(f"{tmp_path}/page.txt!") for c in found)


@pytest.mark.parametrize("kind", CONTAINERS)
def test_a_container_cut_anywhere_is_told_and_never_raises(tmp_path, kind):
    data, count = CONTAINERS[kind]
    for size in range(1, len(data), max(1, len(data) // 12)):
        found = list(captures(_write(tmp_path / "cut", data[:size])))
        assert found
        assert len([item for item in found if isinstance(item, Capture)]) <= count


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (gzip.compress(b""), Reason.EMPTY),
        (b"%PDF-1.7\n%\xe2\xe3", Reason.BINARY),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), Reason.BINARY),
        (os.urandom(4000), Reason.BINARY),
        (gzip.compress(HTML.encode())[:15], Reason.TRUNCATED),
        (b"PK\x03\x04broken", Reason.CORRUPT),
        (b"PAR1broken", Reason.CORRUPT),
        (_zip(**{"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}), Reason.UNSUPPORTED),
    ],
    ids=["empty", "empty gzip", "pdf", "png", "noise", "cut gzip", "zip", "parquet", "docx"],
)
def test_what_is_no_page_is_one_reason(tmp_path, data, reason):
    assert _reasons(captures(_write(tmp_path / "x", data))) == [reason]


def test_a_page_cut_by_a_broken_gzip_is_kept_and_the_break_told(tmp_path):
    found = list(captures(_write(tmp_path / "x", gzip.compress(HTML.encode() * 50, 0)[:-300])))
    assert [type(item).__name__ for item in found] == ["Capture", "Rejected"]
    assert HTML.encode() in found[0].content
    assert found[1].reason is Reason.TRUNCATED


def test_a_page_over_the_limit_is_not_read_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "current", lambda: settings.Settings(capture_bytes=1 << 16))
    _write(tmp_path / "big", HTML.encode() * 50_000)
    _write(tmp_path / "small", HTML)
    tracemalloc.start()
    found = list(captures(str(tmp_path)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2 << 20
    assert _names(found, tmp_path) == ["small"]
    assert _reasons(found) == [Reason.TOO_LARGE]


def test_a_zip_with_a_password_costs_itself_alone(tmp_path):
    data = bytearray(_zip(a=HTML))
    data[6] |= 1  # the flag of encryption, in both headers
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert _reasons(captures(_write(tmp_path / "x", bytes(data)))) == [Reason.CORRUPT]


def test_the_archive_of_20329_rows_streams(shared):
    count = sum(isinstance(item, Capture) for item in captures(str(shared / "data/news/saudinewsnet.jsonl.gz")))
    assert count == 20329
