"""Stories stay put from build to build: ids that are gone lead on, and titles keep their turns."""

from dataclasses import replace
from datetime import date

from riwaya.records import Extract, Story, StoryStatus
from riwaya.store import Store

STORY = Story(
    id="st-a", title="الجسر", articles=(), first_seen=date(2031, 5, 10), last_seen=None, status=StoryStatus.QUIET,
    keywords=(), summary=(Extract(article="a", span=(0, 4), text="جملة"),),
)  # fmt: skip


def test_an_id_that_merged_leads_to_the_story_that_took_its_reports_also_after_another_merge(tmp_path):
    with Store.open(tmp_path) as store:
        store.replace_corpus([], [STORY], [], moved={"st-old": "st-a"})
        assert store.story("st-old") == STORY
        store.replace_corpus([], [replace(STORY, id="st-b")], [], moved={"st-a": "st-b"})
        assert [store.moved(one) for one in ("st-old", "st-a", "st-b")] == ["st-b"] * 3


def test_an_id_in_use_again_leads_nowhere(tmp_path):
    with Store.open(tmp_path) as store:
        store.replace_corpus([], [STORY], [], moved={"st-b": "st-a"})
        store.replace_corpus([], [STORY, replace(STORY, id="st-b")], [])
        assert store.moved("st-b") == "st-b"


def test_a_title_that_changes_is_a_new_turn_and_one_that_stays_is_none(tmp_path):
    with Store.open(tmp_path) as store:
        for title in ("الجسر", "الجسر", "الجسر يفتتح"):
            store.replace_corpus([], [replace(STORY, title=title)], [])
        turns = store.turns("st-a")
        assert [turn.title for turn in turns] == ["الجسر", "الجسر يفتتح"]
        assert turns[0].summary == STORY.summary
