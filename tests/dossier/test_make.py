"""The dossier of a story written by hand: what an editor would read off its five texts."""

import random
from dataclasses import replace

import pytest

from riwaya.dossier import Material, make
from riwaya.records import Act, Carried, Certainty, Related, Role


@pytest.fixture(scope="session")
def dossier(bridge):
    return make(*bridge)


@pytest.fixture
def meeting(dossier):
    """The claim that the president will meet the prime minister."""
    return dossier.claims[0]


def position(claim, name):
    return next(p for p in claim.positions if p.speaker.name == name)


def covered(dossier, words):
    return next(row for row in dossier.coverage if words in row.text)


def test_originals_come_before_their_copies_and_teasers_last(dossier):
    assert [(r.label, r.role) for r in dossier.reports] == [
        ("الميزان", Role.MAIN),
        ("وكالة نداء", Role.MAIN),
        ("صحيفة الضحى", Role.MAIN),
        ("الجهة", Role.MAIN),
        ("الجهة", Role.TEASER),
    ]


def test_a_wire_and_its_copies_are_one_text(dossier):
    assert dossier.independent_texts == 2


def test_an_announcement_a_refusal_and_an_expectation_are_one_claim(meeting):
    stands = {p.speaker.name: (p.act, p.certainty) for p in meeting.positions}
    assert stands == {
        "الرئاسة المرجانية": (Act.ANNOUNCE, Certainty.CERTAIN),
        "باتريس كولدو": (Act.DECLINE, Certainty.CERTAIN),
        "الميزان": (Act.EXPECT, Certainty.LIKELY),
        "مسؤول في ديوانه": (Act.EXPECT, Certainty.LIKELY),
    }


def test_a_refusal_that_names_nothing_takes_the_claim_of_its_question(meeting, dossier):
    said = {s.id: s for s in dossier.statements}
    assert "لا يمكنني تأكيد ذلك" in {said[s].content for s in meeting.statements}


def test_one_topic_is_not_one_claim(dossier):
    """The bridge's cost, its passengers and its study are things said of the bridge, not of the meeting."""
    assert len(dossier.claims) == 4
    assert sum("جسر" in claim.text for claim in dossier.claims) == 4


def test_a_description_is_the_one_who_holds_the_office(meeting):
    assert "المتحدث باسم الحكومة القيروزية" not in {p.speaker.name for p in meeting.positions}
    assert position(meeting, "باتريس كولدو").outlets == ("الجهة", "وكالة نداء")


def test_a_spokesperson_stands_for_the_house(meeting):
    assert position(meeting, "باتريس كولدو").house == "الحكومة القيروزية"


def test_one_house_under_two_names_has_one_position(meeting):
    assert position(meeting, "الرئاسة المرجانية").outlets == ("الجهة", "صحيفة الضحى", "وكالة نداء")


def test_the_claim_is_told_by_one_who_asserts_it(meeting):
    assert meeting.text.startswith("الرئيس مروان الدهري يعتزم لقاء")


def test_who_leaves_the_denial_out(dossier):
    assert covered(dossier, "قد تعهدت بدفع").outlets == {
        "وكالة نداء": Carried.CARRIED,
        "صحيفة الضحى": Carried.CARRIED,
        "الجهة": Carried.LEFT_OUT,
    }


def test_no_outlet_left_out_what_was_said_after_it_published(dossier):
    assert "الميزان" not in covered(dossier, "تأكيد اللقاء").outlets


def test_words_on_a_page_count_though_no_statement_was_found_there(bridge):
    story, material = bridge
    fewer = [s for s in material.statements if not (s.article.startswith("bbbb") and "الجسر" in s.content)]
    made = make(story, replace(material, statements=fewer))
    assert covered(made, "سيخدم مليوني مسافر").outlets["صحيفة الضحى"] is Carried.CARRIED


def test_two_days_and_two_numbers_for_one_thing_are_inconsistencies(dossier):
    assert [one.kind for one in dossier.inconsistencies] == ["day", "number"]


def test_inconsistencies_lie_in_the_articles(bridge, dossier):
    texts = {a.id: a.text for a in bridge[1].articles}
    words = [[texts[article][slice(*span)] for article, span in one.places] for one in dossier.inconsistencies]
    assert words == [["20 أيار/مايو", "22 أيار/مايو"], ["40", "45"]]


def test_a_refusal_on_the_timeline_keeps_its_verb(dossier):
    said = [event.text for event in dossier.timeline if event.statement]
    assert any("أحجم" in text and "تأكيد اللقاء" in text for text in said)


def test_the_timeline_runs_forward(dossier):
    days = [event.when.first for event in dossier.timeline]
    assert days == sorted(days)


@pytest.mark.parametrize("seed", range(5))
def test_a_dossier_does_not_depend_on_the_order_of_arrival(bridge, dossier, seed):
    story, material = bridge
    chance = random.Random(seed)  # noqa: S311 - no secret

    def shuffled(found):
        return chance.sample(list(found), len(found))

    again = Material(
        articles=shuffled(material.articles),
        copies=shuffled(material.copies),
        statements=shuffled(material.statements),
        mentions=shuffled(material.mentions),
        dates=shuffled(material.dates),
        names=shuffled(material.names),
    )
    assert make(replace(story, articles=tuple(shuffled(story.articles))), again).claims == dossier.claims
    assert make(story, again) == dossier


def test_what_belongs_to_other_stories_is_left_aside(bridge):
    story, material = bridge
    alone = make(replace(story, articles=(material.articles[3].id,)), material)
    assert {s.article for s in alone.statements} == {material.articles[3].id}
    assert len(alone.reports) == 1


def test_a_story_of_no_statements_still_has_reports(bridge):
    story, material = bridge
    made = make(story, Material(articles=material.articles))
    assert (len(made.reports), made.claims, made.coverage) == (5, (), ())


def test_a_word_that_points_back_is_nothing_to_leave_out(bridge):
    story, material = bridge
    whole = next(s for s in material.statements if s.content == "تأكيد اللقاء")
    pointing = replace(
        whole, id=f"{whole.article}-s99", content="انعقاده", speaker=replace(whole.speaker, name="مراقب")
    )
    made = make(story, replace(material, statements=[*material.statements, pointing]))
    assert "انعقاده" not in {row.text for row in made.coverage}
    assert pointing.id in {s for claim in made.claims for s in claim.statements}


def test_within_a_day_what_was_said_comes_before_the_reports_of_it(dossier):
    kinds = [event.kind for event in dossier.timeline if event.when.first.day == 6]
    assert kinds == sorted(kinds, key=["said", "happened", "published"].index)
    assert len(set(kinds)) > 1


def test_a_related_story_is_given_its_title(bridge):
    story, material = bridge
    other = replace(story, id="story-2", title="قصة الميناء")
    near = replace(story, related=(Related(story="story-2", why="اسم في القصتين"),))
    made = make(near, replace(material, stories=[near, other]))
    assert [one.title for one in made.related] == ["قصة الميناء"]


def test_an_outlet_without_a_name_goes_by_its_page_everywhere(bridge):
    story, material = bridge
    articles = [replace(a, outlet=None) if a.outlet == "صحيفة الضحى" else a for a in material.articles]
    nameless = next(a.id for a, b in zip(articles, material.articles, strict=True) if a != b)
    made = make(story, replace(material, articles=articles, sources={nameless: "pages/sahil-press.html"}))
    assert "صفحة sahil-press" in {r.label for r in made.reports}
    assert any("صفحة sahil-press" in row.outlets for row in made.coverage)
    assert any("صفحة sahil-press" in p.outlets for claim in made.claims for p in claim.positions)
