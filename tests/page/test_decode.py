import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from packing import HTML, PARAGRAPH
from riwaya import settings as limits
from riwaya.errors import Reason, Rejected
from riwaya.page.decode import decode
from riwaya.page.source import Source
from riwaya.records import BlockKind, Origin, Page


def _decode(content, media_type="text/plain", **known):
    data = content if isinstance(content, bytes) else content.encode()
    return decode(Source(name="x", origin=Origin.FILE, **known).capture(data, media_type))


def _blocks(page):
    return [(str(block.kind), page.text[slice(*block.span)]) for block in page.blocks]


def _row(**fields):
    return _decode(json.dumps(fields, ensure_ascii=False), "application/json")


def test_plain_text_is_a_block_a_line_and_otherwise_untouched():
    text = f"عنوان الخبر\r\n\r\n  {PARAGRAPH}\r\n• بند"
    page = _decode(text)
    assert page.text == text.replace("\r\n", "\n")
    assert _blocks(page) == [("text", "عنوان الخبر"), ("blank", ""), ("text", PARAGRAPH), ("bullet", "• بند")]
    assert page.hints == {}


def test_the_page_text_of_html_is_that_of_its_blocks():
    page = _decode(HTML)
    assert page.text == f"صيانة الشارع\n{PARAGRAPH}\n{PARAGRAPH}"
    assert _blocks(page) == [("heading", "صيانة الشارع"), ("text", PARAGRAPH), ("text", PARAGRAPH)]
    assert page.hints == {"headline": "صيانة الشارع"}


def test_what_is_known_of_a_capture_goes_with_its_page():
    page = _decode(HTML, url="https://a.example/1")
    assert (page.name, page.url, page.captured_at) == ("x", "https://a.example/1", None)


def test_html_is_told_by_content_whatever_its_media_type():
    assert _decode(HTML, "application/octet-stream").blocks[0].kind is BlockKind.HEADING


def test_a_row_is_headline_then_lines_with_its_fields_as_hints():
    page = _row(
        title="عنوان", content=f"{PARAGRAPH}\n\n {PARAGRAPH}", source="بوابة", date="2015-07-21", author="لندن: سامر"
    )
    assert _blocks(page) == [("heading", "عنوان"), ("text", PARAGRAPH), ("blank", ""), ("text", PARAGRAPH)]
    assert page.hints == {"headline": "عنوان", "outlet": "بوابة", "published_at": "2015-07-21", "byline": "لندن: سامر"}


def test_a_rows_summary_is_shown_where_its_text_does_not_hold_it():
    assert _blocks(_row(title="عنوان", abstract="موجز للخبر", text=PARAGRAPH))[1] == ("text", "موجز للخبر")
    assert len(_row(title="عنوان", abstract=PARAGRAPH, text=f"{PARAGRAPH}\n{PARAGRAPH}").blocks) == 3


def test_markup_inside_a_row_is_read_as_markup():
    page = _row(title="عنوان", content=f"<p>{PARAGRAPH}</p><p>&laquo;قول&raquo; {PARAGRAPH}</p>")
    assert _blocks(page) == [("heading", "عنوان"), ("text", PARAGRAPH), ("text", f"«قول» {PARAGRAPH}")]


def test_a_row_that_holds_a_whole_page():
    page = _row(url="https://a.example/1", html=HTML)
    assert page.hints["headline"] == "صيانة الشارع"
    assert page.url == "https://a.example/1"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"title": "", "content": " "}, Reason.EMPTY),
        ({"a": 1}, Reason.NO_ARTICLE),
        (
            {"title": "Road closed", "content": "The road is closed for repairs until the end of the month."},
            Reason.LANGUAGE,
        ),
    ],
)
def test_a_row_that_holds_no_article(fields, reason):
    assert _row(**fields).reason is reason


def test_a_title_that_names_its_site_first_gives_way_to_the_one_shown():
    html = (
        f"<title>صحيفة المنارة : صيانة الشارع الرئيسي</title><b>صيانة الشارع الرئيسي</b><br>{PARAGRAPH}<br>{PARAGRAPH}"
    )
    assert _decode(html).hints["headline"] == "صيانة الشارع الرئيسي"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"\n \r\n", Reason.EMPTY),
        (b"<html><body></body></html>", Reason.EMPTY),
        (b"%PDF-1.4 \n1 0 obj", Reason.BINARY),
        (bytes(range(32)) * 9, Reason.BINARY),
        ("?? ???? ??? " * 20, Reason.MOJIBAKE),
        ("The council closed the road this morning after heavy rain.", Reason.LANGUAGE),
        ("این خبر را که از شهر رسیده است باید با دقت خواند", Reason.LANGUAGE),
        ("Совет закрыл дорогу сегодня утром".encode("cp1251"), Reason.LANGUAGE),
    ],
)
def test_what_is_no_page_is_one_reason_in_a_line(content, reason):
    found = _decode(content)
    assert isinstance(found, Rejected)
    assert (found.subject, found.reason) == ("x", reason)
    assert found.detail
    assert "\n" not in found.detail


def test_an_arabic_article_among_english_buttons_is_arabic():
    buttons = "".join(f"<a href='/{n}'>Share this page with friends number {n}</a>" for n in range(60))
    assert isinstance(_decode(f"<div class='share'>{buttons}</div><div>{f'<p>{PARAGRAPH}</p>' * 4}</div>"), Page)


def test_an_english_article_among_arabic_buttons_is_not():
    text = "<p>The council said that the road will remain closed until the repairs are finished next week.</p>" * 5
    buttons = "".join(f"<a href='/{n}'>أخبار محلية ودولية</a>" for n in range(60))
    assert _decode(f"<nav>{buttons}</nav><div>{text}</div>").reason is Reason.LANGUAGE


def test_one_line_of_ten_million_letters():
    found = _decode("قال " * 2_500_000)
    assert found.reason is Reason.TOO_LARGE
    assert f"{limits.MAX_LINE_LETTERS:,}" in found.detail


def test_markup_nested_ten_thousand_deep():
    page = _decode("<html><body>" + "<div>" * 10_000 + f"<p>{PARAGRAPH}</p>")
    assert page.text == PARAGRAPH


@given(st.binary(max_size=300), st.sampled_from(["text/plain", "application/json", "application/xml", "text/html"]))
@settings(max_examples=300, deadline=None)
def test_no_bytes_raise(content, media_type):
    assert isinstance(_decode(content, media_type), Page | Rejected)


MARKS = [
    "<p>",
    "</p>",
    "<div class='share'>",
    "</div>",
    "<a href='/x'>",
    "</a>",
    "<br>",
    "<h1>",
    "<article>",
    "<figure>",
    "<!--",
]


@given(st.lists(st.sampled_from([*MARKS, PARAGRAPH, "قال", " ", "&nbsp;", "\n"]), max_size=40))
@settings(max_examples=200, deadline=None)
def test_blocks_of_any_markup_are_the_text_in_order(parts):
    page = _decode("<html>" + "".join(parts))
    if isinstance(page, Page):
        assert "\n".join(page.text[slice(*block.span)] for block in page.blocks) == page.text
