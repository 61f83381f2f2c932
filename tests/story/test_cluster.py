from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import byhand
import wires
from riwaya.records import Story, StoryStatus
from riwaya.story import cluster
from riwaya.story.linkage import Linkage

DAY = date(2031, 5, 10)
RETOLD = (
    "صادق أعضاء مجلس مدينة وادي الزهر على ميزانية الجسر فوق نهر السروة وقدرها أربعون مليون درهم.",
    "واعترض ستة أعضاء على كلفة الأعمدة الخرسانية بينما طالب سكان الضفة الشرقية بإبقاء المعبر الخشبي.",
)


def told(*articles, copies=(), mentions=None) -> tuple[Story, ...]:
    return cluster(articles, copies, mentions or {}, {})


def groups(stories: tuple[Story, ...]) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in stories}


def test_reports_of_one_event_in_their_own_words_are_one_story():
    one = wires.article("a", *wires.WIRE, headline=wires.HEADLINE, day=DAY)
    other = wires.article("b", *RETOLD, day=date(2031, 5, 11))
    third = wires.article("c", *wires.OTHER, day=DAY)
    assert groups(told(one, other, third)) == {frozenset("ab"), frozenset("c")}


def test_the_same_words_a_month_later_are_another_story():
    one = wires.article("a", *wires.WIRE, day=DAY, outlet="الوادي")
    other = wires.article("b", *RETOLD, day=date(2031, 6, 14), outlet="الضفة")
    assert groups(told(one, other)) == {frozenset("a"), frozenset("b")}


def test_a_copy_draws_an_undated_page_in():
    one = wires.article("a", *wires.WIRE[:2], day=DAY)
    other = wires.article("b", *wires.WIRE[1:])
    assert groups(told(one, other, copies=[byhand.copy("a", "b", 0.6)])) == {frozenset("ab")}


def test_a_small_passage_in_common_does_not_make_one_story_of_two():
    one = wires.article("a", *wires.WIRE, day=DAY)
    other = wires.article("b", *wires.OTHER, day=DAY)
    assert len(told(one, other, copies=[byhand.copy("a", "b", 0.1)])) == 2


def test_a_column_that_repeats_its_form_every_week_is_not_one_story():
    one = wires.article("a", *wires.WIRE, day=DAY, outlet="الوادي")
    other = wires.article("b", *wires.WIRE, day=date(2031, 5, 17), outlet="الوادي")
    assert len(told(one, other, copies=[byhand.copy("a", "b", 0.9)])) == 2


def test_two_articles_of_one_page_are_two_stories():
    main = wires.article("p-0", *wires.WIRE, capture="p", day=DAY)
    below = wires.article("p-1", *wires.OTHER, capture="p")
    assert len(told(main, below)) == 2


def grouped(links: dict[int, dict[int, float]]) -> list[list[int]]:
    linkage = Linkage(0.3)
    for place in sorted(links):
        linkage.add(place, links[place])
    linkage.settle()
    return linkage.groups()


def test_a_chain_of_likenesses_does_not_make_one_story():
    assert max(map(len, grouped({n: {n - 1: 0.5} if n else {} for n in range(6)}))) < 4


def test_all_alike_make_one_story():
    assert grouped({n: dict.fromkeys(range(n), 0.5) for n in range(6)}) == [[0, 1, 2, 3, 4, 5]]


def test_of_a_large_group_a_quorum_is_enough():
    links = {n: dict.fromkeys(range(n), 0.9) for n in range(60)}
    links[60] = dict.fromkeys(range(20, 60), 0.5)
    links[61] = dict.fromkeys(range(50, 60), 0.5)
    assert grouped(links) == [list(range(61)), [61]]


@given(st.permutations(range(4)))
def test_the_order_of_arrival_changes_nothing(order: list[int]):
    articles = [
        wires.article("a", *wires.WIRE, headline=wires.HEADLINE, day=DAY),
        wires.article("b", *RETOLD, day=DAY),
        wires.article("c", *wires.OTHER, day=DAY),
        wires.article("d", *wires.OTHER[::-1]),
    ]
    assert told(*(articles[n] for n in order)) == told(*articles)


def test_the_id_is_that_of_the_earliest_article_and_stays_as_others_come():
    first = wires.article("b", *wires.WIRE, day=DAY)
    later = wires.article("a", *wires.WIRE, day=date(2031, 5, 11))
    (alone,), (both,) = told(first), told(first, later, copies=[byhand.copy("b", "a", 1.0)])
    assert alone.id == both.id
    assert alone.id.startswith("st-")
    assert len(alone.id) == 13
    assert both.articles == ("b", "a")


@pytest.mark.parametrize(
    ("labels", "day", "status"),
    [
        ((), date(2031, 5, 20), StoryStatus.DEVELOPING),
        ((), date(2031, 5, 19), StoryStatus.DEVELOPING),
        ((), DAY, StoryStatus.QUIET),
        (("developing",), DAY, StoryStatus.DEVELOPING),
        (("breaking",), DAY, StoryStatus.QUIET),
        ((), None, StoryStatus.QUIET),
    ],
)
def test_a_story_develops_while_it_is_fresh_or_its_page_says_so(labels: tuple[str, ...], day, status):
    newest = wires.article("z", *wires.OTHER, day=date(2031, 5, 20))
    stories = told(wires.article("a", *wires.WIRE, day=day, labels=labels), newest)
    assert next(story for story in stories if story.articles == ("a",)).status is status


def test_days_are_those_of_its_articles_or_none():
    one = wires.article("a", *wires.WIRE, day=DAY)
    other = wires.article("b", *wires.WIRE, captured_at=wires.captured(30))
    (story,) = told(one, other, copies=[byhand.copy("a", "b", 1.0)])
    assert (story.first_seen, story.last_seen) == (DAY, DAY)
    (bare,) = told(wires.article("c", *wires.WIRE))
    assert (bare.first_seen, bare.last_seen) == (None, None)


def test_nothing_comes_of_nothing():
    assert told() == ()
