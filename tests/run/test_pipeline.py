"""The steps of one page and of a corpus, on records that pass through them."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

import byhand
from riwaya.records import Basis, Precision, Published, Reading, Revision
from riwaya.run import pipeline
from riwaya.run.pipeline import Corpus

DAY = date(2031, 3, 4)  # a Tuesday
TEXT = "بلدية الزهراء تفتح الجسر\nأعلنت بلدية الزهراء أنها ستفتح الجسر غداً، وقالت سلمى الهادي إن الأعمال انتهت."


def reading(text=TEXT, day=None, **fields):
    article = replace(byhand.article(byhand.capture(text), day=day), **fields)
    return Reading(source="page.txt", article=article, mentions=(), dates=(), statements=())


def test_a_stated_day_stays():
    page = (reading(day=DAY),)
    assert pipeline.published(page) == page


def test_an_article_without_a_day_takes_that_of_its_capture_last():
    [found] = pipeline.published(
        (reading("كلام بلا تاريخ\nلا شيء هنا.", captured_at=datetime(2031, 3, 9, tzinfo=UTC)),)
    )
    assert found.article.published_at.basis in {Basis.CAPTURED, Basis.INFERRED}
    assert found.article.published_at.last <= date(2031, 3, 9)


def test_dates_count_from_the_day_of_the_article():
    [found] = pipeline.dated((reading(day=DAY),))
    assert [mention.value.first for mention in found.dates] == [date(2031, 3, 5)]
    [bare] = pipeline.dated((reading(),))
    assert [mention.anchor for mention in bare.dates] == [None]


@pytest.mark.parametrize(
    ("last", "anchor"), [(DAY, DAY), (date(2031, 3, 6), date(2031, 3, 6)), (date(2031, 4, 4), None)]
)
def test_a_loose_publish_date_anchors_nothing(last, anchor):
    loose = Published(first=DAY, last=last, precision=Precision.RANGE, basis=Basis.INFERRED, why="by hand")
    assert pipeline.anchor(reading(published_at=loose).article) == anchor


def test_words_alone_can_be_asked():
    article = pipeline.article_of("قالت سلمى الهادي إن الأعمال انتهت.")
    assert [statement.speaker.name for statement in pipeline.statements_of(article)] == ["سلمى الهادي"]
    [mention] = pipeline.dates("الثلاثاء الماضي", DAY)
    assert mention.value.first == date(2031, 2, 25)


def corpus(day, given):
    """A dated article and a copy of it with the day of its own page; `given` is what an earlier run gave it."""
    original = reading(day=DAY).article
    copy = replace(original, id="copy", published_at=day)
    return Corpus(
        articles=(original, copy),
        mentions={},
        dates={original.id: pipeline.dates_of(original), "copy": ()},
        given=given,
        copies=(byhand.copy(original.id, "copy", 0.9),),
    )


def test_a_day_learned_from_a_copy_moves_the_dates_and_statements_with_it():
    done = pipeline.redated(corpus(None, {}))
    [revision] = done.revisions
    assert isinstance(revision, Revision)
    assert (revision.article, revision.published.first) == ("copy", DAY)
    assert [mention.value.first for mention in revision.dates] == [date(2031, 3, 5)]
    assert revision.statements
    assert done.articles[1].published_at == revision.published
    assert done.dates["copy"] == revision.dates


def test_a_day_learned_before_is_not_learned_again():
    first = pipeline.redated(corpus(None, {}))
    assert pipeline.redated(corpus(None, first.given)).revisions == ()


def test_a_day_that_no_copy_gives_any_more_is_taken_back():
    first = pipeline.redated(corpus(None, {}))
    [revision] = pipeline.redated(replace(corpus(None, first.given), copies=())).revisions
    assert (revision.article, revision.published) == ("copy", None)
    assert all(mention.value is None for mention in revision.dates)
