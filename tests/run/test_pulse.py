"""What a store says of a day and of a story's reports, on the sample pages."""

from pathlib import Path

import pytest

from riwaya.records import Rank
from riwaya.run import pulse
from riwaya.run.desk import build
from riwaya.store import Store

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("store")
    build([str(SAMPLES)], folder, workers=1)
    with Store.existing(folder) as opened:
        yield opened


def test_the_days_words_are_held_by_articles_of_that_day(store):
    on = max(story.last_seen for story in store.stories())
    told = pulse.pulse(store, on)
    days = {article.id: article.published_at.last for article in store.published(str(on), str(on))}
    assert told.day == on
    assert all(set(rise.articles) <= set(days) for rise in told.rising)


def test_every_report_of_a_story_is_ranked_once_and_one_is_the_fullest(store):
    for story in store.stories():
        ranked = pulse.ranked(store, story)
        assert sorted(one.article for one in ranked) == sorted(story.articles)
        assert sum(Rank.FULLEST in one.ranks for one in ranked) == 1


def test_a_storys_days_hold_all_its_dated_reports(store):
    story = next(store.stories())
    assert {a for day in pulse.days(store, story) for a in day.reported} == set(story.articles)


def test_an_article_has_keywords_and_one_that_is_not_there_has_none(store):
    assert pulse.article_keywords(store, next(store.stories()).articles[0], 5)
    assert pulse.article_keywords(store, "none") == ()


def test_a_second_build_of_the_same_pages_keeps_every_id(store, tmp_path):
    before = {story.articles: story.id for story in store.stories()}
    build([str(SAMPLES / "river")], tmp_path, workers=1)
    with Store.existing(tmp_path) as first:
        ids = {story.id for story in first.stories()}
    build([str(SAMPLES)], tmp_path, workers=1)
    with Store.existing(tmp_path) as second:
        after = {story.articles: story.id for story in second.stories()}
        assert all(second.story(one) is not None for one in ids)
    assert set(after) == set(before)
