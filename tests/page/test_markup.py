import json

import pytest
from resiliparse.parse.html import HTMLTree

from riwaya.page.markup import hints


def _hints(head, body=""):
    return hints(HTMLTree.parse(f"<html lang='ar-EG'><head>{head}</head><body>{body}</body></html>"))


def _json_ld(data):
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    return f'<script type="application/ld+json">{text}</script>'


ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "افتتاح &quot;الجسر&quot; القديم",
    "datePublished": "2024-05-02T09:15:00+03:00",
    "dateModified": "2024-05-02T10:00:00Z",
    "author": [{"@type": "Person", "name": "سلوى المنذر"}, {"@type": "Person", "name": "رامي حداد"}],
    "publisher": {"@type": "Organization", "name": "مرسى الأخبار"},
    "articleSection": "محليات",
    "keywords": ["جسر", "ترميم"],
    "description": "أعلنت البلدية افتتاح الجسر.",
    "mainEntityOfPage": {"@type": "WebPage", "@id": "https://m.example/1"},
    "url": "https://m.example/1",
    "articleBody": "النص كله",
}
STATED = {
    "headline": 'افتتاح "الجسر" القديم',
    "published_at": "2024-05-02T09:15:00+03:00",
    "updated_at": "2024-05-02T10:00:00+00:00",
    "byline": "سلوى المنذر، رامي حداد",
    "publisher": "مرسى الأخبار",
    "outlet": "مرسى الأخبار",
    "section": "محليات",
    "keywords": "جسر\nترميم",
    "summary": "أعلنت البلدية افتتاح الجسر.",
    "url": "https://m.example/1",
    "language": "ar",
    "body": "النص كله",
}


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "BreadcrumbList"}, ARTICLE]},
        ARTICLE | {"@type": ["NewsArticle", "Report"]},
    ],
    ids=["one", "list", "graph", "types"],
)
def test_linked_data_states_every_field(data):
    assert _hints(_json_ld(data)) == STATED


def test_linked_data_with_raw_line_ends_in_its_strings_is_read():
    text = json.dumps(ARTICLE, ensure_ascii=False).replace("أعلنت البلدية", "أعلنت\nالبلدية")
    assert _hints(_json_ld(text))["summary"] == STATED["summary"]


@pytest.mark.parametrize(
    "text", ["{", "", '{"@type": 5}', "null", "[[[[", '{"@type":"NewsArticle","headline":7}', "[" * 100_000]
)
def test_broken_linked_data_states_nothing_and_breaks_nothing(text):
    assert "published_at" not in _hints(_json_ld(text))


def test_meta_elements():
    found = _hints(
        '<meta property="og:title" content="عنوان الخبر هنا - مرسى"><meta property="og:site_name" content="مرسى">'
        '<meta property="article:published_time" content="2024-05-02"><meta property="article:tag" content="جسر">'
        '<meta property="article:tag" content="ترميم"><meta name="author" content="https://facebook.example/x">'
        '<meta name="description" content="موجز الخبر بالعربية"><link rel="canonical" href="https://m.example/2">'
    )
    assert found == {
        "headline": "عنوان الخبر هنا",
        "outlet": "مرسى",
        "published_at": "2024-05-02",
        "keywords": "جسر\nترميم",
        "summary": "موجز الخبر بالعربية",
        "url": "https://m.example/2",
        "language": "ar",
    }


@pytest.mark.parametrize("given", ["جسر، ترميم, مدينة", "جسر؛ترميم|مدينة", "جسر,جسر,ترميم, ,مدينة"])
def test_keywords_are_split_at_every_kind_of_comma(given):
    assert _hints(f'<meta name="keywords" content="{given}">')["keywords"] == "جسر\nترميم\nمدينة"


def test_a_title_alone_names_headline_and_site():
    found = _hints("<title>افتتاح الجسر القديم أمام المشاة | مرسى الأخبار</title>")
    assert (found["headline"], found["outlet"]) == ("افتتاح الجسر القديم أمام المشاة", "مرسى الأخبار")


def test_a_dash_inside_a_headline_stays():
    assert _hints("<title>الجسر القديم - افتتاح قريب</title>")["headline"] == "الجسر القديم - افتتاح قريب"


def test_time_elements_and_tag_links():
    found = _hints(
        "", '<article><time datetime="2024-05-02T09:15:00+03:00">x</time><a rel="tag" href="/">جسر</a></article>'
    )
    assert (found["published_at"], found["keywords"]) == ("2024-05-02T09:15:00+03:00", "جسر")


def test_a_description_that_is_no_arabic_is_no_summary():
    assert "summary" not in _hints('<meta name="description" content="| Local News">')


def test_a_day_in_words_is_handed_on_as_it_stands():
    assert _hints('<meta name="date" content="الخميس 2 أيار">')["published_at"] == "الخميس 2 أيار"
