from datetime import date

import wires
from riwaya.records import NameKind, Story
from riwaya.story import cluster

DAY, LATER = date(2031, 5, 10), date(2031, 7, 2)


def stories(first: list[str], second: list[str]) -> tuple[Story, Story]:
    """Two stories that name these people, each once."""
    one = wires.article("a", *wires.WIRE, " ثم ".join(first), day=DAY)
    other = wires.article("b", *wires.OTHER, " ثم ".join(second), day=LATER)
    mentions = {
        "a": [wires.mention(one, name) for name in first],
        "b": [wires.mention(other, name) for name in second],
    }
    found = cluster([one, other], (), mentions, {})
    assert len(found) == 2
    return found[0], found[1]


def test_stories_that_share_two_people_are_related_and_say_whom():
    one, other = stories(["سامر الوادعي", "نبيل الطحان"], ["نبيل الطحان", "سامر الوادعي"])
    assert [related.story for related in one.related] == [other.id]
    assert [related.story for related in other.related] == [one.id]
    assert one.related[0].why == "سامر الوادعي، نبيل الطحان في القصتين"


def test_one_name_in_passing_ties_no_stories():
    one, other = stories(["سامر الوادعي"], ["سامر الوادعي"])
    assert (one.related, other.related) == ((), ())


def test_one_person_spoken_of_again_and_again_in_both_ties_them():
    one = wires.article("a", *wires.WIRE, "سامر الوادعي", day=DAY)
    other = wires.article("b", *wires.OTHER, "سامر الوادعي", day=LATER)
    mentions = {a.id: [wires.mention(a, "سامر الوادعي")] * 3 for a in (one, other)}
    assert all(story.related for story in cluster([one, other], (), mentions, {}))


def test_places_alone_tie_no_stories():
    one = wires.article("a", *wires.WIRE, "تل القمح ثم عين الورد", day=DAY)
    other = wires.article("b", *wires.OTHER, "تل القمح ثم عين الورد", day=LATER)
    mentions = {
        a.id: [wires.mention(a, name, NameKind.PLACE) for name in ("تل القمح", "عين الورد")] for a in (one, other)
    }
    assert not any(story.related for story in cluster([one, other], (), mentions, {}))
