from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import wires
from riwaya.copies import families, trace
from riwaya.records import Family, Role

FIRST, SECOND, THIRD = date(2031, 5, 1), date(2031, 5, 2), date(2031, 5, 2)
CUT, CUTTER = wires.WIRE[:4], wires.WIRE[:3]


def told(*articles) -> tuple[Family, ...]:
    return families(articles, trace(articles))


def page(name: str, *lines: str, **fields):
    return wires.article(name, *lines, **{"outlet": f"منبر {name}", "day": SECOND, **fields})


def test_a_wire_and_its_copies_are_one_tree_from_the_agencys_own_page():
    (family,) = told(
        page("a", *wires.WIRE, outlet="وكالة شفق للأنباء", day=FIRST),
        page("b", *CUT, agency="شفق"),
        page("c", *CUTTER),
    )
    assert (family.agency, family.origin, family.witnesses) == ("شفق", "a", ())
    assert {b.article: b.uncredited for b in family.branches} == {"a": False, "b": False, "c": True}
    assert {b.source for b in family.branches if b.article != "a"} <= {"a", "b"}


def test_where_the_agencys_page_is_not_there_the_origin_is_rebuilt_of_what_two_texts_agree_on():
    one = page("b", *CUT, wires.OTHER[0], agency="شفق")
    other = page("c", *wires.WIRE[1:], agency="شفق")
    (family,) = told(one, other)
    assert (family.agency, family.origin) == ("شفق", None)
    texts = {"b": one.text, "c": other.text}
    assert [texts[article][slice(*span)] for article, span in family.witnesses] == list(wires.WIRE[1:4])


def test_a_text_of_no_agency_has_the_page_that_took_it_from_none_for_its_origin():
    (family,) = told(page("a", *wires.WIRE, day=FIRST), page("b", *CUT), page("c", *CUTTER))
    assert (family.agency, family.origin) == (None, "a")
    assert not any(branch.uncredited for branch in family.branches)


def test_two_texts_of_which_nobody_knows_which_came_first_have_no_origin():
    (family,) = told(page("a", *wires.WIRE), page("b", *wires.WIRE))
    assert family.origin is None
    assert [branch.source for branch in family.branches] == [None, None]
    assert family.witnesses


def test_a_page_that_glues_two_wires_together_makes_them_no_family():
    long = (*wires.OTHER, *wires.OTHER_END)
    found = told(
        page("a", *wires.WIRE, day=FIRST), page("b", *long, day=FIRST), page("x", *wires.WIRE, *long, day=SECOND)
    )
    assert len(found) == 1
    assert len(found[0].branches) == 2


def test_texts_of_their_own_and_teasers_are_in_no_family():
    assert told(page("a", *wires.WIRE), page("b", *wires.OTHER)) == ()
    assert told(page("a", *wires.WIRE), page("b", *wires.WIRE, role=Role.TEASER)) == ()
    assert told() == ()


@pytest.mark.parametrize("shift", range(4))
def test_no_tree_has_a_ring(shift: int):
    pages = [page(n, *(wires.WIRE * 2)[k : k + 4], day=None) for k, n in enumerate("abcd"[shift:] + "abcd"[:shift])]
    for family in told(*pages):
        source = {branch.article: branch.source for branch in family.branches}
        for branch in family.branches:
            above: str | None = branch.article
            seen = set()
            while above:
                assert above not in seen
                seen.add(above)
                above = source[above]


PAGES = [
    page("a", *wires.WIRE, agency="شفق"),
    page("b", *CUT),
    page("c", *CUTTER, day=FIRST),
    page("d", *wires.OTHER),
    page("e", *wires.OTHER, day=FIRST),
]
COPIES = trace(PAGES)


@given(st.permutations(range(5)))
def test_the_order_of_arrival_changes_nothing(order: list[int]):
    assert families([PAGES[n] for n in order], COPIES[::-1]) == families(PAGES, COPIES)
