"""What a report is called when no outlet is known."""

import pytest

from riwaya.dossier import labels
from riwaya.records import Article, Role


def article(ident, **fields):
    return Article(id=ident, capture=ident, role=Role.MAIN, paragraphs=(), text="", pieces=(), **fields)


@pytest.mark.parametrize(
    ("source", "label"),
    [
        ("pages/sahil-press.html", "صفحة sahil-press"),
        ("pages/sahil-press.html.gz", "صفحة sahil-press"),
        ("pages/017_0a1b2c3d4e5f6a7b.txt", "صفحة 017"),
        ("archive.zip!sahil/index.html", "صفحة sahil"),
        ("صفحات/خبر-السد.txt", "صفحة خبر-السد"),
        ("-", "صفحة -"),
    ],
)
def test_a_page_goes_by_the_name_its_keeper_gave_it(source, label):
    assert labels([article("abcd-0")], {"abcd-0": source}) == {"abcd-0": label}


def test_an_outlet_a_publisher_a_site_come_before_the_page():
    given = [
        article("a-0", outlet="الضحى", publisher="بوابة"),
        article("b-0", publisher="بوابة"),
        article("c-0", url="https://www.example.org/x"),
    ]
    called = labels(given, {"a-0": "x.txt", "b-0": "y.txt", "c-0": "z.txt"})
    assert list(called.values()) == ["الضحى", "بوابة", "example.org"]


def test_two_pages_of_one_name_are_told_apart_by_their_folders():
    called = labels([article("a-0"), article("b-0")], {"a-0": "mon/page1.html", "b-0": "tue/page1.html"})
    assert list(called.values()) == ["صفحة mon/page1", "صفحة tue/page1"]


def test_articles_of_one_page_share_its_name():
    called = labels([article("a-0"), article("a-1")], {"a-0": "mon.html", "a-1": "mon.html"})
    assert set(called.values()) == {"صفحة mon"}


def test_without_any_name_the_pages_mark_stands():
    assert labels([article("abcdef-0")], {}) == {"abcdef-0": "صفحة abcd"}
