"""Two texts side by side: what a reader finds first, and that colour alone says nothing."""

from dataclasses import replace
from datetime import date

import pytest
from resiliparse.parse.html import HTMLTree

import wires
from riwaya import records as r
from riwaya.serve import compare, render

OLD = (wires.WIRE[0], wires.WIRE[1], wires.WIRE[4])
NEW = (wires.WIRE[4], wires.WIRE[0].replace("تسع", "ست"), wires.OTHER[0])


def span(text: str, words: str) -> r.Span:
    return text.index(words), text.index(words) + len(words)


@pytest.fixture(scope="module")
def pair():
    """A copy by hand: one sentence moved, one with another number, one cut, one added."""
    one = wires.article("a", *OLD, outlet="الوادي", agency="شفق", day=date(2031, 5, 1))
    other = wires.article("b", *NEW, outlet="<b id=x>الضفة</b>")
    number = r.Change(kind=r.Meaning.NUMBER, original=span(one.text, "تسع"), derived=span(other.text, "ست"))
    passages = (
        r.Passage(original=span(one.text, OLD[2]), derived=span(other.text, NEW[0]), edit=r.Edit.VERBATIM, moved=True),
        r.Passage(
            original=span(one.text, OLD[0]), derived=span(other.text, NEW[1]), edit=r.Edit.REWORDED, changes=(number,)
        ),
        r.Passage(original=span(one.text, OLD[1]), derived=None, edit=r.Edit.CUT),
        r.Passage(original=None, derived=span(other.text, NEW[2]), edit=r.Edit.ADDED),
    )
    way = r.Direction(basis="agency credit", confidence=0.5)
    copy = r.Copy(original="a", derived="b", direction=way, share=0.6, coverage=0.65, agency="شفق", passages=passages)
    return copy, one, other


def words(runs: tuple[compare.Run, ...], kind: str) -> list[str]:
    return [run.text for run in runs if run.kind == kind]


def test_each_side_reads_as_its_text(pair):
    copy, one, other = pair
    made = compare.comparison(copy, one, other, lambda a: a.id)
    for row, passage in zip(made.rows, copy.passages, strict=True):
        for runs, text, held in (
            (row.original, one.text, passage.original),
            (row.derived, other.text, passage.derived),
        ):
            assert "".join(run.text for run in runs) == (text[slice(*held)] if held else "")


def test_words_that_one_side_lacks_are_marked_there(pair):
    copy, one, other = pair
    row = compare.comparison(copy, one, other, lambda a: a.id).rows[1]
    assert words(row.original, "cut") == ["تسع"]
    assert words(row.derived, "added") == ["ست"]


def test_a_change_of_meaning_has_one_number_at_the_top_and_on_both_sides(pair):
    copy, one, other = pair
    made = compare.comparison(copy, one, other, lambda a: a.id)
    (shift,) = made.shifts
    assert (shift.old, shift.new, shift.kind.name) == ("تسع", "ست", "number")
    assert shift.context[1] == "ست"
    assert "".join(shift.context).removeprefix("… ") in NEW[1]
    numbered = [run.text for row in made.rows for run in (*row.original, *row.derived) if run.number == shift.number]
    assert numbered == ["تسع", "ست"]


def test_what_changed_meaning_comes_first_however_little_is_shared(pair):
    copy, one, other = pair
    plain = r.Copy(
        original="a",
        derived="c",
        direction=r.Direction(basis="unknown", confidence=0.0),
        share=1.0,
        coverage=1.0,
        passages=(r.Passage(original=(0, 9), derived=(0, 9), edit=r.Edit.VERBATIM),),
    )
    articles = {"a": one, "b": other, "c": wires.article("c", *OLD)}
    page = compare.copies_page([plain, copy], articles, {i: i for i in articles})
    assert [c.derived.article for c in page.comparisons] == ["b", "c"]
    assert [c.known for c in page.comparisons] == [True, False]


@pytest.fixture(scope="module")
def page(pair):
    copy, one, other = pair
    return render.copies_html([copy], {"a": one, "b": other}, {"a": "الوادي", "b": other.outlet})


def test_the_page_is_safe_and_right_to_left(page):
    tree = HTMLTree.parse(page)
    assert tree.document.query_selector("html").getattr("dir") == "rtl"
    assert not tree.document.query_selector_all("script, [style], #x")
    assert "//" not in page.split("</style>")[1]


def test_every_edit_is_named_in_words_and_struck_or_underlined(page):
    tree = HTMLTree.parse(page)
    named = [node.text.split() for node in tree.body.query_selector_all(".pair .edit")]
    assert [line[1] for line in named] == ["كما", "أُعيدت", "حُذف", "أُضيف"]
    assert "نُقل" in named[0]
    assert "تسع" in [node.text for node in tree.body.query_selector_all(".pair del")]
    assert "ست" in [node.text for node in tree.body.query_selector_all(".pair ins")]


def test_the_meaning_stands_before_the_texts(page):
    assert page.index("ما تغيّر معناه") < page.index('class="pair"')


def test_no_pair_is_said_in_words():
    assert "لا نصّ مشتركاً" in render.copies_html([], {}, {})


def test_a_page_of_many_pairs_says_how_many_it_leaves_out(pair):
    copy, one, other = pair
    many = [replace(copy, derived=f"b{n}") for n in range(compare.MOST + 1)]
    articles = {"a": one, **{f"b{n}": other for n in range(len(many))}}
    shown = compare.copies_page(many, articles, {a.id: a.id for a in (one, other)})
    assert len(shown.comparisons) == compare.MOST
    assert "١٠١" in shown.told
