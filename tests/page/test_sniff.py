import codecs
from pathlib import Path

import pytest

from packing import HTML
from riwaya.page.sniff import Format, known_binary, sniff, wide

CASES = [
    line.split("\t")[:2]
    for line in (Path(__file__).parents[1] / "cases/page/formats.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def _bytes(escaped):
    if escaped.startswith("{\\rtf"):
        return escaped.encode()
    return codecs.escape_decode(escaped.encode())[0]


@pytest.mark.parametrize(("escaped", "expected"), CASES)
def test_a_format_is_told_by_its_first_bytes(escaped, expected):
    assert sniff(_bytes(escaped)) == expected


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_markup_is_seen_whatever_its_width(charset):
    assert sniff(HTML.encode(charset)) is Format.HTML


def test_utf16_without_mark_is_told_from_binary():
    assert wide("نص عربي 12 في سطر".encode("utf-16-le")) == "utf-16-le"
    assert wide("نص عربي 12 في سطر".encode("utf-16-be")) == "utf-16-be"
    assert wide(bytes(200)) is None


def test_a_binary_is_named():
    assert known_binary(b"%PDF-1.4") == "a PDF document"
    assert known_binary(b"RIFF\x00\x00\x00\x00WEBP") == "a WebP image"
    assert known_binary("نص".encode()) is None
