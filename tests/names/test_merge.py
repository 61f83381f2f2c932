from datetime import date

import pytest

from riwaya.names import gather, links
from riwaya.names.decided import relabelled
from riwaya.names.find import read
from riwaya.records import Article, Basis, Mention, Name, NameKind, Published, Role


def article(name: str, outlet: str, day: int, text: str) -> Article:
    when = date(2031, 5, day)
    published = Published(first=when, last=when, basis=Basis.STATED, why="test")
    return Article(
        id=name,
        capture=name,
        role=Role.MAIN,
        outlet=outlet,
        published_at=published,
        paragraphs=(),
        text=text,
        pieces=(),
    )


ARTICLES = (
    article(
        "a",
        "المرفأ",
        3,
        "قال وزير الدفاع سيرغي مالينوف إن مالينوف عاد. وقالت المتحدثة باسم الوزارة أدريان ستيفنسون إنه سعيد.",
    ),
    article("b", "الضفة", 5, "قال وزير الدفاع سيرجي مالينوف ذلك. وأضافت المتحدثة باسم الوزارة أديان ستيفنسون كلاما."),
    article("c", "الساحل", 4, "عاد مالينوف إلى بلاده. وقال سعد الفهري وسعيد الفهري إن الفهري غائب."),
)


@pytest.fixture(scope="module")
def mentions() -> list[Mention]:
    return [mention for one in ARTICLES for mention in read(one.id, one.text)]


@pytest.fixture(scope="module")
def names(mentions: list[Mention]) -> dict[str, Name]:
    return {name.canonical: name for name in gather(ARTICLES, mentions)}


def test_house_spellings_and_a_surname_alone_are_one_name(names: dict[str, Name]):
    found = names["سيرغي مالينوف"]
    spelt = {s.spelling: (s.outlets, s.count) for s in found.spellings}
    assert spelt["سيرغي مالينوف"] == (("المرفأ",), 1)
    assert spelt["سيرجي مالينوف"] == (("الضفة",), 1)
    assert spelt["مالينوف"] == (("الساحل", "المرفأ"), 2)


def test_a_role_keeps_the_days_of_those_who_gave_it(names: dict[str, Name]):
    held = {h.role: (h.since, h.until) for h in names["سيرغي مالينوف"].roles}
    assert held["وزير الدفاع"] == (date(2031, 5, 3), date(2031, 5, 5))


def test_a_spelling_knows_the_day_it_was_first_seen(names: dict[str, Name]):
    first = {s.spelling: s.first_seen for s in names["سيرغي مالينوف"].spellings}
    assert first["سيرجي مالينوف"] == date(2031, 5, 5)


def test_one_letter_lost_is_joined_where_the_role_agrees(mentions: list[Mention], names: dict[str, Name]):
    assert [n for n in names if n.endswith("ستيفنسون")] in (["أدريان ستيفنسون"], ["أديان ستيفنسون"])
    assert [e for e in links(ARTICLES, mentions) if e.endswith("ستفنسن")]


def test_one_letter_lost_is_two_people_where_no_role_says_otherwise():
    pair = (
        article("x", "المرفأ", 1, "قال أدريان ستيفنسون كلاما."),
        article("y", "الضفة", 1, "قال أديان ستيفنسون كلاما."),
    )
    found = [m for one in pair for m in read(one.id, one.text)]
    assert not [e for e in links(pair, found) if "ستفنسن" in e and " " in e]


def test_a_surname_that_two_people_bear_is_joined_to_neither(names: dict[str, Name]):
    assert {"سعد الفهري", "سعيد الفهري"} <= set(names)
    assert all(s.spelling != "الفهري" or n == "الفهري" for n in names for s in names[n].spellings)


def test_names_do_not_depend_on_the_order_of_arrival(mentions: list[Mention]):
    assert gather(ARTICLES, mentions) == gather(ARTICLES[::-1], mentions[::-1])


def test_mentions_of_other_articles_are_left_out(mentions: list[Mention]):
    assert all(s.outlets == ("الساحل",) for n in gather(ARTICLES[2:], mentions) for s in n.spellings)


def named(entity_key: str, *written: str) -> list[Mention]:
    return [
        Mention(article="a", span=(0, 1), entity=f"person:{entity_key}", kind=NameKind.PERSON, name=name)
        for name in written
    ]


def test_two_names_of_one_key_are_two_entities_the_commoner_keeping_the_key():
    found = named("مكل فلن", "مايكل فالون", "مايكل فلين", "مايكل فلين", "ميكل فلين")
    assert [m.entity for m in relabelled(found)] == [
        "person:مكل فلن~مايكل فالون",
        "person:مكل فلن",
        "person:مكل فلن",
        "person:مكل فلن",
    ]
    assert [m.entity for m in relabelled(found[::-1])] == [m.entity for m in relabelled(found)][::-1]


def test_inside_an_article_a_surname_stands_for_no_other_of_its_key():
    text = "قال رئيس الوزراء بوريس جونسون إنه عاد. وأضاف برايس كلاما. وقال جونسون ذلك."
    assert [m.name for m in read("a", text)] == ["بوريس جونسون", "برايس", "بوريس جونسون"]
