"""An undated article takes the day of the text it shares, whatever the order in which they come."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

import byhand
from riwaya.records import Basis, Published
from riwaya.run import days

DAY, LATER = date(2031, 3, 4), date(2031, 3, 9)


def article(name, day=None, captured=None):
    made = byhand.article(byhand.capture(name), day=day)
    return replace(made, id=name, captured_at=captured)


def given_days(articles, copies):
    return days.of_copies({a.id: a for a in articles}, copies)


def test_the_largest_share_decides():
    articles = [article("a", DAY), article("b", LATER), article("c")]
    copies = [byhand.copy("a", "c", 0.9), byhand.copy("b", "c", 0.3)]
    assert given_days(articles, copies) == {
        "c": Published(
            value="2031-03-04",
            first=DAY,
            last=DAY,
            basis=Basis.INFERRED,
            why="shares 90% of its words with a, published stated",
        )
    }


def test_a_day_passes_on_through_undated_articles_and_both_ways():
    articles = [article("a"), article("b"), article("c", DAY)]
    found = given_days(articles, [byhand.copy("a", "b"), byhand.copy("b", "c")])
    assert {name: published.first for name, published in found.items()} == {"a": DAY, "b": DAY}


def test_a_background_paragraph_gives_no_day():
    assert given_days([article("a", DAY), article("b")], [byhand.copy("a", "b", 0.1)]) == {}


def test_no_article_is_dated_after_it_was_captured():
    captured = datetime(2031, 3, 1, tzinfo=UTC)
    assert given_days([article("a", DAY), article("b", None, captured)], [byhand.copy("a", "b", 0.9)]) == {}


def test_the_day_of_the_capture_gives_way_to_a_copy():
    captured = article("b", None, datetime(2031, 4, 1, tzinfo=UTC))
    captured = replace(captured, published_at=days.of_capture(captured))
    assert captured.published_at.basis is Basis.CAPTURED
    assert given_days([article("a", DAY), captured], [byhand.copy("a", "b", 0.9)])["b"].first == DAY


def test_no_capture_time_no_day():
    assert days.of_capture(article("a")) is None


NAMES = st.sampled_from("abcdef")


@given(
    pairs=st.sets(st.tuples(NAMES, NAMES).filter(lambda pair: pair[0] < pair[1]), max_size=12),
    seed=st.randoms(use_true_random=False),
)
def test_the_order_of_articles_and_copies_does_not_matter(pairs, seed):
    articles = [article(name, {"a": DAY, "b": LATER}.get(name)) for name in "abcdef"]
    copies = [byhand.copy(*pair, share=(ord(pair[0]) * 7 + ord(pair[1])) % 5 / 5) for pair in sorted(pairs)]
    found = given_days(articles, copies)
    seed.shuffle(articles)
    seed.shuffle(copies)
    assert given_days(articles, copies) == found
