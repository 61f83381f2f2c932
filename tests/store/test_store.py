"""The store gives back what it was given, whole or not at all."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import byhand
from riwaya import records as r
from riwaya.errors import Reason, Rejected
from riwaya.store import Counts, State, Store, filed, writing

PAGE = byhand.capture("فيضان في الوادي\nقالت سلمى الهادي إن المياه بلغت الجسر.")
OTHER = byhand.capture("عمال الميناء يعلّقون الإضراب\nأعلن نديم الصافي تعليق الإضراب.", "other.txt")


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path) as store:
        yield store


def filled(store):
    """Both pages read, the first before the second; the readings of each."""
    readings = [
        byhand.reading(byhand.article(PAGE), "سلمى الهادي", said={"سلمى الهادي": "المياه بلغت الجسر"}),
        byhand.reading(byhand.article(OTHER, day=None), "نديم الصافي", said={"نديم الصافي": "تعليق الإضراب"}),
    ]
    store.keep([PAGE, OTHER])
    store.file([filed(PAGE.id, readings[:1]), filed(OTHER.id, readings[1:])])
    return readings


@given(reading=st.from_type(r.Reading))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_reading_comes_back_as_it_was_given(reading, tmp_path_factory):
    article = replace(reading.article, capture=PAGE.id)
    statements = tuple(replace(said, id=f"s{n}", article=article.id) for n, said in enumerate(reading.statements))
    with Store.open(tmp_path_factory.mktemp("store")) as store:
        store.keep([PAGE])
        store.file([filed(PAGE.id, [replace(reading, article=article, statements=statements)])])
        assert list(store.articles()) == [article]
        assert store.mentions() == {article.id: reading.mentions}
        assert store.dates() == {article.id: reading.dates}
        assert tuple(store.statements()) == statements


@given(
    capture=st.from_type(r.Capture),
    copies=st.lists(st.from_type(r.Copy), max_size=2),
    stories=st.lists(st.from_type(r.Story), max_size=2, unique_by=lambda story: story.id),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_captures_copies_and_stories_come_back_as_they_were_given(capture, copies, stories, tmp_path_factory):
    ends = ((f"{PAGE.id[:16]}-0", f"{OTHER.id[:16]}-0"), (f"{OTHER.id[:16]}-0", f"{PAGE.id[:16]}-0"))
    copies = [replace(copy, original=a, derived=b) for copy, (a, b) in zip(copies, ends, strict=False)]
    stories = [replace(story, articles=(ends[0][0],)) for story in stories]
    with Store.open(tmp_path_factory.mktemp("store")) as store:
        filled(store)
        store.keep([capture])
        store.replace_corpus(copies, stories, [])
        assert store.capture(capture.id) == capture
        assert sorted(store.copies(), key=lambda c: c.original) == sorted(copies, key=lambda c: c.original)
        assert sorted(store.stories(), key=lambda s: s.id) == sorted(stories, key=lambda s: s.id)


def test_a_capture_is_kept_before_it_is_read(store):
    assert store.keep([PAGE]) == {PAGE.id: State.NEW}
    assert list(store.unread()) == [PAGE]
    store.file([filed(PAGE.id, [])])
    assert list(store.unread()) == []
    assert store.capture(PAGE.id) == PAGE


def test_bytes_seen_before_are_not_stored_again(store):
    filled(store)
    assert store.keep([replace(PAGE, name="copy.txt")]) == {PAGE.id: State.READ}
    assert store.counts().captures == 2


def test_a_capture_that_another_run_read_meanwhile_stays_as_it_is(store):
    filled(store)
    assert store.file([filed(PAGE.id, [])]) == 0
    assert store.counts() == Counts(captures=2, articles=2, statements=2, copies=0, stories=0, rejects=0)


def test_a_broken_reading_is_tried_again_and_its_reject_forgotten(store):
    store.keep([PAGE])
    store.file([filed(PAGE.id, Rejected(subject=PAGE.name, reason=Reason.FAILED, detail="names: KeyError"))])
    assert list(store.unread()) == [PAGE]
    assert [rejected.reason for rejected in store.rejects([PAGE.id])] == [Reason.FAILED]
    store.file([filed(PAGE.id, [byhand.reading(byhand.article(PAGE))])])
    assert store.rejects() == []


def test_a_path_that_can_be_read_at_last_is_no_reject_any_more(store):
    for _ in range(2):
        store.reject([Rejected(subject=PAGE.name, reason=Reason.UNREADABLE, detail="no permission")])
    assert len(store.rejects()) == 1
    store.keep([PAGE])
    assert store.rejects() == []


def test_what_was_filed_waits_for_the_corpus(store):
    assert not store.stale()
    filled(store)
    assert store.stale()
    store.replace_corpus([], [], [])
    assert not store.stale()


def test_a_failed_transaction_leaves_nothing(store):
    first, _ = filled(store)
    store.replace_corpus([], [byhand.story(first.article.id)], [])
    broken = byhand.story("no such article", name="b2")
    with pytest.raises(Exception, match="FOREIGN KEY"):
        store.replace_corpus([], [broken], [])
    assert [story.id for story in store.stories()] == ["a1"]


def test_a_day_from_copies_can_be_given_and_taken_back(store):
    _, reading = filled(store)
    day = date(2031, 3, 5)
    published = r.Published(value=str(day), first=day, last=day, basis=r.Basis.INFERRED, why="a copy")
    revision = r.Revision(article=reading.article.id, published=published, dates=(), statements=reading.statements)
    store.replace_corpus([], [], [revision])
    assert [article.published_at for article in store.articles([reading.article.id])] == [published]
    assert list(store.undated()) == [reading.article]
    store.replace_corpus([], [], [replace(revision, published=None)])
    assert list(store.articles([reading.article.id])) == [reading.article]
    assert list(store.undated()) == []


def test_statements_of_a_speaker_come_by_day(store):
    filled(store)
    assert store.speakers() == [("سلمى الهادي", "person:سلمى الهادي", 1), ("نديم الصافي", "person:نديم الصافي", 1)]
    said = store.said_by(["نديم الصافي", "سلمى الهادي"])
    assert [statement.speaker.name for statement in said] == ["سلمى الهادي", "نديم الصافي"]


def test_stories_are_listed_by_reports_then_by_their_last_day(store):
    ids = [reading.article.id for reading in filled(store)]
    small = [
        byhand.story(ids[0], name=n, last_seen=d) for n, d in (("old", date(2031, 1, 1)), ("new", date(2031, 2, 1)))
    ]
    store.replace_corpus([], [*small, byhand.story(*ids, name="large")], [])
    assert [story.id for story in store.stories()] == ["large", "new", "old"]


def test_copies_within_a_set_of_articles(store):
    one, two = (reading.article.id for reading in filled(store))
    store.replace_corpus([byhand.copy(one, two)], [], [])
    assert [copy.derived for copy in store.copies([one, two])] == [two]
    assert store.copies([two]) == []


def test_sources_name_the_page_of_an_article(store):
    one, two = (reading.article.id for reading in filled(store))
    assert store.sources() == {one: "page.txt", two: "other.txt"}
    assert store.sources([two]) == {two: "other.txt"}


def test_the_index_of_copies_comes_back_however_large_a_part_is(store, monkeypatch):
    monkeypatch.setattr(writing, "_PIECE", 4)
    parts = {"runs 0": bytes(range(11)), "names": b"", "ties": b"1234"}
    assert store.copy_index() == {}
    store.replace_corpus([], [], [], parts)
    assert store.copy_index() == parts
    store.replace_corpus([], [], [], {"ties": b"5"})
    assert store.copy_index() == {"ties": b"5"}
