"""What an editor must find on the page, read off its dataclass."""

from dataclasses import replace

import pytest

from riwaya.language.quotes import is_whole
from riwaya.records import Related
from riwaya.serve.signs import NOBODY
from riwaya.serve.story_page import story_page


@pytest.fixture(scope="session")
def page(told):
    return story_page(told.dossier, told.articles)


def with_speakers(told, name_of):
    """The dossier with each position's speaker renamed, by claim and place."""
    claims = tuple(
        replace(
            claim,
            positions=tuple(
                replace(p, house=None, speaker=replace(p.speaker, name=name_of(c, at), role=None))
                for at, p in enumerate(claim.positions)
            ),
        )
        for c, claim in enumerate(told.dossier.claims)
    )
    return story_page(replace(told.dossier, claims=claims), told.articles)


def test_every_row_shows_who_said_it(page):
    assert all(any(s.panel for s in (*row.cells, *row.others)) for row in page.matrix.rows)


def test_speakers_beyond_the_columns_stand_in_the_last_one(told):
    crowded = with_speakers(told, lambda c, at: f"قائل {c}{at}")
    assert len(crowded.matrix.heads) == 5
    assert crowded.matrix.spills
    assert all(any(s.panel for s in (*row.cells, *row.others)) for row in crowded.matrix.rows)


def test_nobody_has_no_column_and_no_headline(told):
    page = with_speakers(told, lambda c, at: NOBODY if (c, at) == (0, 0) or c == 3 else f"قائل {at}")
    shown = [h.name for h in page.matrix.heads] + [s.speaker for r in page.matrix.rows for s in r.others]
    assert not any("غير مذكور" in name for name in [*shown, *(s.speaker for s in page.verdict)])
    assert {s.speaker for row in page.sayings for s in row.others} == {"قائل غير مذكور"}


def test_who_left_the_refusal_out_stands_on_top(page):
    assert [(a.text, a.outlets) for a in page.absent] == [("لم يرد امتناع الحكومة القيروزية في", "صحيفة الضحى")]


def test_the_summary_is_whole_and_tells_nothing_twice(page):
    texts = [cited.text for cited in page.lead]
    assert len(texts) == 3
    assert all(map(is_whole, texts))
    words = [set(text.split()) for text in texts]
    assert all(len(a & b) < 0.6 * min(len(a), len(b)) for a in words for b in words if a is not b)


def test_no_text_shown_has_an_open_quotation(page):
    shown = [
        *(row.text for row in (*page.matrix.rows, *page.sayings)),
        *(row.text for row in page.cover.rows),
        *(line.text for day in page.timeline for line in day.lines),
    ]
    assert all(map(is_whole, shown))


def test_what_was_left_out_of_the_dispute_comes_before_the_rest(page):
    assert page.cover.rows[0].sign.icon == "decline"


def test_a_related_story_shows_its_title_and_how_to_open_it(told):
    related = (Related(story="st-0123456789abcdef", why="اسم في القصتين", title="قصة الميناء"),)
    page = story_page(replace(told.dossier, related=related), told.articles)
    assert [(n.title, n.why, n.asked) for n in page.related] == [
        ("قصة الميناء", "اسم في القصتين", "riwaya dossier st-012345678")
    ]


def test_a_latin_label_is_kept_apart_from_the_arabic_around_it(told):
    reports = tuple(replace(r, label="صفحة sahil-press") for r in told.dossier.reports)
    page = story_page(replace(told.dossier, reports=reports), told.articles)
    assert page.reports[0].label == "صفحة \u2068sahil-press\u2069"


def test_the_direction_of_a_copy_is_told_with_its_reason(page):
    branch = page.families[0].roots[0].children[0]
    assert (branch.direction, branch.why) == ("مؤكد", "الأصل يحمل اسم الوكالة والمنقول لا يحمله")
