"""A story is found by its number, its id or its words, and never guessed."""

import pytest

import byhand
from riwaya.errors import RiwayaError
from riwaya.records import Dossier
from riwaya.run import desk, local
from riwaya.store import Store, Wish

TITLES = ("فيضان الوادي يغلق الجسر", "إضراب عمال الميناء", "عمال الميناء يعودون إلى العمل")
STORIES = [byhand.story(name=f"st-{n}a", title=title) for n, title in enumerate(TITLES, 7)]


@pytest.mark.parametrize(
    ("asked", "place"),
    [("1", 0), ("3", 2), ("st-8a", 1), ("st-9", 2), ("فيضان", 0), ("والجسر", 0), ("اضراب", 1), (TITLES[2], 2)],
)
def test_a_story_is_found(asked, place):
    assert desk.choose(asked, STORIES) is STORIES[place]


@pytest.mark.parametrize("asked", ["0", "4", "", "زلزال", "st-77", "؟", "فيضان الميناء"])
def test_a_story_that_is_not_there(asked):
    with pytest.raises(RiwayaError, match=r"no story is .*lists 3"):
        desk.choose(asked, STORIES)


@pytest.mark.parametrize(("asked", "named"), [("st-", "1 .*; 2 .*; 3 "), ("الميناء", "2 .*; 3 ")])
def test_several_stories_are_named(asked, named):
    with pytest.raises(RiwayaError, match=named):
        desk.choose(asked, STORIES)


@pytest.fixture(scope="module")
def store(archive, tmp_path_factory):
    directory = tmp_path_factory.mktemp("desk")
    report = desk.build([str(archive)], directory, workers=1)
    assert report.read == 120
    return directory


def test_the_dossier_of_every_story_can_be_made(store):
    for number, story in enumerate(desk.stories(store), 1):
        made = desk.dossier(str(number), store)
        assert isinstance(made, Dossier)
        assert made.story == story
        assert {article.id for article in desk.articles(made, store)} == set(story.articles)


def test_who_asks_for_all_words_of_a_name_in_any_spelling(store):
    full = desk.who("هالة البرّاق", store)
    assert {told.statement.speaker.name for told in full} == {"هالة البرّاق"}
    assert [told.statement for told in desk.who("البراق", store)] == [told.statement for told in full]
    assert desk.who("هالة الصافي", store) == ()
    assert desk.who("؟", store) == ()
    days = [told.article.published_at.first for told in full if told.statement.said_on is None]
    assert days == sorted(days)


def test_a_search_gives_articles(store):
    found = desk.search("محطة القطار", store, Wish(limit=3)).found
    assert len(found) == 3
    assert all("محطة القطار" in one.article.text for one in found)


def test_a_page_added_later_joins_the_story_of_its_original(archive, tmp_path):
    rows = archive.read_text("utf-8").splitlines()
    late = tmp_path / "late.jsonl"
    late.write_text(rows[5].replace('"source": "', '"source": "أخرى '), "utf-8")
    with Store.open(tmp_path / "store") as opened:
        local.build([str(archive)], opened, 1)
        *_, original = (article for article in opened.articles() if article.headline in rows[5])
        local.build([str(late)], opened, 1)
        *_, added = opened.articles()
        assert added.headline == original.headline
        [copy] = opened.copies([original.id, added.id])
        assert copy.share == 1
        assert [story for story in opened.stories() if {original.id, added.id} <= set(story.articles)]
