from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from riwaya.records import Related, Story, StoryStatus
from riwaya.story.identity import settle


def story(name: str, articles: str, near: tuple[str, ...] = ()) -> Story:
    return Story(
        id=name,
        title=name,
        articles=tuple(articles),
        first_seen=date(2031, 5, 10),
        last_seen=None,
        status=StoryStatus.QUIET,
        keywords=(),
        related=tuple(Related(story=one, why="") for one in near),
    )


def ids(settled) -> dict[str, str]:
    return {"".join(one.articles): one.id for one in settled.stories}


def test_a_report_that_came_before_the_first_leaves_the_story_its_id():
    assert ids(settle([story("new", "abc")], {"b": "old", "c": "old"})) == {"abc": "old"}


def test_two_that_merge_keep_the_larger_ones_id_and_the_other_leads_there():
    settled = settle([story("new", "abcd")], {"a": "small", "b": "large", "c": "large"})
    assert ids(settled) == {"abcd": "large"}
    assert settled.moved == {"small": "large"}


def test_of_a_story_that_splits_the_larger_part_keeps_the_id():
    settled = settle([story("x", "ab"), story("y", "cde")], dict.fromkeys("abcde", "old"))
    assert ids(settled) == {"ab": "x", "cde": "old"}
    assert settled.moved == {}


def test_a_new_storys_id_is_never_one_that_another_keeps():
    settled = settle([story("old", "a"), story("new", "bc")], {"b": "old", "c": "old"})
    assert len(set(ids(settled).values())) == 2
    assert ids(settled)["bc"] == "old"


def test_relations_follow_the_ids():
    settled = settle([story("x", "ab"), story("y", "c", near=("x",))], {"a": "old", "b": "old"})
    assert settled.stories[1].related[0].story == "old"


@given(st.permutations(range(3)))
def test_the_order_of_stories_changes_no_id(order):
    given_ = [story("x", "ab"), story("y", "cd"), story("z", "e")]
    before = {"a": "one", "c": "one", "d": "two", "e": "two"}
    assert ids(settle([given_[n] for n in order], before)) == ids(settle(given_, before))
