"""What is told of a story beside its groups: summary, ranks, days, keyphrases, what rises, forms that are none."""

from datetime import date, timedelta
from pathlib import Path

import pytest

import byhand
import wires
from riwaya.records import DateMention, Rank, Story, StoryStatus, When
from riwaya.story import cluster, trends
from riwaya.story.days import day
from riwaya.story.phrases import keyphrases
from riwaya.story.ranks import rank
from riwaya.story.routine import routine
from riwaya.story.timeline import days

DAY = date(2031, 5, 10)
LINES = (Path(__file__).parents[1] / "cases/story/routine.tsv").read_text("utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if line and not line.startswith("#")]


def bridge() -> tuple:
    return (
        wires.article("a", *wires.WIRE[:2], headline=wires.HEADLINE, day=DAY),
        wires.article("b", *wires.WIRE, day=DAY + timedelta(days=1)),
    )


def test_a_summary_is_sentences_of_the_reports_with_their_places():
    articles = bridge()
    (story,) = cluster(articles, [byhand.copy("a", "b", 1.0)], {}, {})
    texts = {article.id: article.text for article in articles}
    assert 1 < len(story.summary) <= 3
    assert all(texts[one.article][slice(*one.span)] == one.text for one in story.summary)
    assert len({one.text for one in story.summary}) == len(story.summary)


def test_every_report_is_in_one_event_of_its_story():
    (story,) = cluster(bridge(), [byhand.copy("a", "b", 1.0)], {}, {})
    assert sorted(one for event in story.events for one in event.articles) == ["a", "b"]


def test_the_origin_leads_and_a_report_shows_what_only_it_tells():
    first, second = rank(bridge(), [byhand.copy("a", "b", 0.4)])
    assert first.article == "a"
    assert {Rank.ORIGIN, Rank.FIRST} <= set(first.ranks)
    assert Rank.FULLEST in second.ranks
    assert second.adds
    assert all(extract.article == "b" for extract in second.adds)


def test_a_copy_that_adds_nothing_adds_nothing():
    one, other = wires.article("a", *wires.WIRE, day=DAY), wires.article("b", *wires.WIRE, day=DAY)
    assert [report.adds for report in rank([one, other], [])] == [(), ()]


def test_the_storys_own_days_stand_beside_those_of_reporting():
    vote = date(2031, 5, 7)
    said = {
        a: [DateMention(article=a, span=(0, 1), text="x", value=When(first=vote, last=vote), anchor=DAY, rule="r")]
        for a in "ab"
    }
    found = {one.day: (one.reported, one.told) for one in days(bridge(), said)}
    assert found[vote] == ((), ("a", "b"))
    assert found[DAY] == (("a",), ())


def test_keyphrases_are_words_of_the_article_and_none_is_part_of_another():
    article = wires.article("a", *wires.WIRE, headline=wires.HEADLINE)
    found = keyphrases(article, (), 5)
    assert len(found) == 5
    assert all(phrase in article.text for phrase in found)


def press(on: date, held: int, name: str = "وادي الزهر") -> list:
    subject = f"فيضان {name} يقطع طريق الطواحين في {name}"
    return [
        wires.article(
            f"{on}-{n}", subject if n < held else f"{wires.OTHER[n % 2]} رقم{n}", day=on, outlet=f"دار {n % 4}"
        )
        for n in range(12)
    ]


def test_a_word_of_the_day_is_one_that_rises_and_not_one_that_is_always_there():
    past = [DAY - timedelta(days=n) for n in range(1, 6)]
    sudden = trends.counts([a for on in past for a in press(on, 0)] + press(DAY, 6), {})
    always = trends.counts([a for on in past for a in press(on, 6)] + press(DAY, 6), {})
    assert [len(rise.articles) for rise in trends.rising(sudden, DAY)] == [6]
    assert trends.rising(always, DAY) == ()


def test_a_burst_is_the_run_of_days_on_which_a_word_rose():
    quiet = [a for n in range(3, 9) for a in press(DAY - timedelta(days=n), 0)]
    found = trends.counts([*quiet, *press(DAY, 5)], {})
    keyword = trends.rising(found, DAY)[0].keyword
    (burst,) = trends.bursts(found, keyword)
    assert (burst.first, burst.last, burst.peak) == (DAY, DAY, 5)


def test_breaking_stories_are_those_of_that_status():
    def named(name: str, status: StoryStatus) -> Story:
        return Story(id=name, title=name, articles=("a",), first_seen=DAY, last_seen=DAY, status=status, keywords=())

    told = trends.breaking([named("x", StoryStatus.QUIET), named("y", StoryStatus.BREAKING)])
    assert [story.id for story in told] == ["y"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[3])
def test_forms_that_a_paper_fills_daily_are_told_from_reports(row: list[str]):
    assert routine(wires.article("a", row[1], headline=row[0])) == row[2]


def test_forecasts_of_two_days_are_two_stories_and_no_report_joins_them():
    form = "توقعت هيئة الأرصاد في تقريرها عن حالة الطقس لهذا اليوم أمطارا رعدية على وادي الزهر ورياحا نشطة"
    one = wires.article("a", form, headline="حالة الطقس المتوقعة اليوم", day=DAY)
    same = wires.article("b", form, headline="حالة الطقس المتوقعة اليوم", day=DAY)
    next_ = wires.article("c", form, headline="حالة الطقس المتوقعة اليوم", day=DAY + timedelta(days=1))
    stories = cluster([one, same, next_], (), {}, {})
    assert {story.articles for story in stories} == {("a", "b"), ("c",)}


@pytest.mark.parametrize("wrong", [date(1970, 1, 1), date(2032, 5, 10)])
def test_a_clock_that_is_wrong_is_no_day_and_leaves_the_rest_untouched(wrong: date):
    lost = wires.article("z", *wires.OTHER, day=wrong, captured_at=wires.captured(12))
    assert day(lost) is None
    told = cluster([*bridge(), lost], [byhand.copy("a", "b", 1.0)], {}, {})
    assert {story.articles for story in told} == {("a", "b"), ("z",)}
    assert all(story.last_seen != wrong for story in told)
