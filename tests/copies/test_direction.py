from dataclasses import replace
from datetime import date

import pytest

import wires
from riwaya.copies import trace
from riwaya.records import Copy, ParagraphKind, Role

FIRST, SECOND = date(2031, 5, 1), date(2031, 5, 2)


def between(*articles) -> Copy:
    (found,) = [copy for copy in trace(articles) if {copy.original, copy.derived} == {"a", "b"}]
    return found


def text(name: str, **fields):
    return wires.article(name, *wires.WIRE, **fields)


@pytest.mark.parametrize(
    ("original", "derived", "why"),
    [
        ({"agency": "شفق"}, {}, "agency credit"),
        ({"outlet": "وكالة شفق للأنباء"}, {"agency": "شفق"}, "credited by the other"),
        ({"outlet": "وكالة شفق للأنباء"}, {"outlet": "جريدة الوادي"}, "an agency's own page"),
        ({"day": FIRST}, {"day": SECOND}, "published earlier"),
        ({"captured_at": wires.captured(1)}, {"captured_at": wires.captured(4)}, "captured earlier"),
        ({"outlet": "الوادي"}, {"outlet": "الوادي", "publisher": "جامع الأخبار"}, "the other credits its source"),
        ({}, {"role": Role.TEASER}, "the other is a teaser"),
    ],
)
def test_each_sign_tells_the_original(original: dict, derived: dict, why: str):
    for one, other in (("a", "b"), ("b", "a")):
        copy = between(text(one, **original), text(other, **derived))
        assert (copy.original, copy.derived) == (one, other)
        assert why in copy.direction.basis
        assert 0 < copy.direction.confidence <= 1


def test_without_a_sign_the_direction_is_unknown_and_the_order_is_by_id():
    copy = between(text("b"), text("a"))
    assert (copy.original, copy.direction.basis, copy.direction.confidence) == ("a", "unknown", 0.0)


def test_a_page_that_gathers_other_articles_took_the_text_of_a_page_with_its_own_card():
    own = [text("b", capture="p"), wires.article("b2", *wires.OTHER, capture="p", role=Role.TEASER)]
    gathered = [text("a", capture="q"), wires.article("a2", wires.OTHER[1] * 2, capture="q", role=Role.READ_ALSO)]
    copy = between(*own, *gathered)
    assert copy.original == "b"
    assert "the other's page gathers articles" in copy.direction.basis


def test_a_misprint_that_no_third_text_has_is_the_later_one():
    wrong = [line.replace("صندوق", "صنذوق").replace("سكان", "سكاز") for line in wires.WIRE]
    third, fourth = text("c"), text("d")
    copy = between(wires.article("a", *wrong), text("b"), third, fourth)
    assert copy.original == "b"
    assert copy.direction.basis == "misprints in the other"


def test_a_text_all_of_which_stands_in_a_longer_one_was_cut_from_it():
    copy = between(wires.article("a", *wires.WIRE[:3]), text("b"))
    assert copy.original == "b"
    assert copy.direction.basis == "the other is shorter"


def test_signs_against_each_other_leave_little_confidence():
    sure = between(text("a", day=FIRST), text("b", day=SECOND)).direction.confidence
    torn = between(text("a", day=FIRST), text("b", day=SECOND, agency="شفق")).direction.confidence
    assert torn < sure


def test_a_caption_of_its_own_speaks_for_the_original():
    plain = text("a")
    caption = wires.article("b", *wires.WIRE, "أعمال الحفر عند الضفة")
    paragraphs = (*caption.paragraphs[:-1], _as_caption(caption.paragraphs[-1]))
    copy = between(plain, replace(caption, paragraphs=paragraphs))
    assert copy.original == "b"
    assert copy.direction.basis == "captions of its own"


def _as_caption(paragraph):
    return replace(paragraph, kind=ParagraphKind.CAPTION)
