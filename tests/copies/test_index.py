"""An index that articles come to and leave says what all of them at once would."""

import itertools
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import wires
from riwaya.copies import Index, candidates, saved, trace
from riwaya.copies.judge import judge
from riwaya.records import Article, Copy

FIRST = date(2031, 5, 1)
FORM = (
    "وتوقع مرصد الوادي في نشرته اليومية رياحا معتدلة على ساحل رأس اللؤلؤ وموجا خفيفا بين المنارتين حتى المساء.",
    "ودعا المرصد أصحاب القوارب الصغيرة إلى متابعة نشراته قبل الخروج من الميناء والعودة قبل غروب الشمس بساعة.",
)
HEADS = ("حرارة", "ضباب", "أمطار", "غبار", "صحو", "برد", "زوابع")
PIECES = (*wires.WIRE, *wires.OTHER, *FORM)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """What happens among dozens of texts happens among six."""
    monkeypatch.setattr(candidates, "_MANY", 3)
    monkeypatch.setattr(candidates, "_DAYS", 2)
    monkeypatch.setattr(candidates, "_BACK", 1)
    monkeypatch.setattr(candidates, "COMMON", 5)
    monkeypatch.setattr(candidates, "EARLIEST", 2)


@st.composite
def press(draw: st.DrawFn) -> list[Article]:
    """Articles cut from few sentences, so that most share something; some of one day, house or page."""
    made = []
    for number in range(draw(st.integers(2, 9))):
        lines = draw(st.lists(st.sampled_from(PIECES), min_size=0, max_size=4))
        lines = [
            draw(st.sampled_from((line, line.replace("الوادي", "الوادبي"), line[: len(line) // 2]))) for line in lines
        ]
        day = draw(st.none() | st.integers(0, 9).map(lambda n: FIRST + timedelta(n)))
        house = draw(st.sampled_from((None, "الوادي", "الضفة", "الجسر")))
        capture = draw(st.sampled_from((f"p{number}", "p")))
        made.append(wires.article(f"a{number}", *lines, day=day, outlet=house, capture=capture))
    return made


def held(articles: list[Article], judged: Iterable[bool] = itertools.repeat(True)) -> Index:
    """An index of articles that came one by one, where `judged` says so judged before the next came."""
    made = Index()
    for article, now in zip(articles, judged, strict=False):
        made.add(article)
        if now:
            made.settle()
    return made


@settings(max_examples=60, deadline=None, derandomize=True)
@given(press(), st.randoms(use_true_random=False))
def test_added_one_by_one_in_any_order_they_are_traced_as_together(articles: list[Article], chance):
    chance.shuffle(articles)
    judged = [chance.random() < 0.8 for _ in articles]
    assert held(articles, judged).copies() == trace(articles)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(press(), st.data())
def test_an_article_withdrawn_leaves_no_ghost(articles: list[Article], data: st.DataObject):
    gone = set(data.draw(st.lists(st.sampled_from([a.id for a in articles]), unique=True)))
    made = Index.of(articles)
    if data.draw(st.booleans()):
        made.settle()
    for article in gone:
        made.remove(article)
    assert made.copies() == trace([a for a in articles if a.id not in gone])


@settings(max_examples=40, deadline=None, derandomize=True)
@given(press())
def test_asked_of_one_article_it_says_what_all_would_and_keeps_nothing(articles: list[Article]):
    *others, last = articles
    made = held(others)
    before = made.copies()
    expected = tuple(copy for copy in trace(articles) if last.id in {copy.original, copy.derived})
    assert made.query(last) == made.query(last) == expected
    assert made.copies() == before


@settings(max_examples=30, deadline=None, derandomize=True)
@given(press(), st.randoms(use_true_random=False))
def test_one_put_in_again_with_other_words_takes_its_own_place(articles: list[Article], chance):
    made = held(articles)
    chance.choice((made.settle, lambda: None))()
    changed = replace(chance.choice(articles), text=wires.WIRE[0] + "\n" + FORM[0])
    made.add(changed)
    assert made.copies() == trace([changed if a.id == changed.id else a for a in articles])


def test_a_form_is_told_once_it_has_come_back(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(candidates, "_BACK", 3)
    days = [
        wires.article(f"d{n}", f"{head} غدا", *FORM, day=FIRST + timedelta(n), outlet=f"منبر {n}")
        for n, head in enumerate(HEADS)
    ]
    made = Index()
    found: list[tuple[Copy, ...]] = []
    for article in days:
        made.add(article)
        found.append(made.copies())
    assert any({"d0", "d1"} == {c.original, c.derived} for c in found[1])
    assert found[-1] == trace(days)


def test_texts_of_other_processes_are_judged_alike():
    articles = [wires.article(f"a{n}", *wires.WIRE[n % 3 :], outlet=f"منبر {n}") for n in range(6)]
    made = Index.of(articles)
    for job in list(made.jobs(2)):
        for verdict in judge(job):
            made.put(verdict)
    assert made.copies() == trace(articles)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(press(), st.integers(0, 9), st.integers(0, 9))
def test_saved_and_restarted_it_goes_on_as_if_it_never_stopped(articles: list[Article], known: int, gone: int):
    made = held(articles[:known])
    for article in articles[:gone]:
        made.remove(article.id)
    at_hand = {a.id: a for a in articles}
    again = saved.load(saved.dump(made), made.copies(), lambda ids: [at_hand[i] for i in ids])
    assert again is not None
    assert again.copies() == made.copies()
    assert [again.query(a) for a in articles] == [made.query(a) for a in articles]
    for article in articles[known:]:
        again.add(article)
    left = {a.id for n, a in enumerate(articles) if n >= gone or n >= known}
    assert again.copies() == trace([a for a in articles if a.id in left])


def test_an_index_of_another_format_is_made_anew(monkeypatch: pytest.MonkeyPatch):
    parts = saved.dump(held([wires.article("a", *wires.WIRE)]))
    monkeypatch.setattr(saved, "FORMAT", saved.FORMAT + 1)
    assert saved.load(parts, (), lambda _: ()) is None
    assert saved.load({}, (), lambda _: ()) is None
