"""What the learned costs say of slips that presses make; figures on the public pairs are `riwaya measure variants`."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.names.likeness import EQUAL, costs, length, likeness, sort, worth

WORDS = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويءپچگژ", min_size=1, max_size=40)


def score(a: str, b: str) -> float:
    return likeness(a, b).score


def test_slips_that_presses_make_are_likelier_than_others():
    assert score("غوردون", "جوردون") > score("غوردون", "فوردون")
    assert score("ترامب", "ترمب") > 0 > score("كيربي", "كيري")
    assert score("ديمستورا", "ديميستورا") > 0


def test_an_edit_is_named_by_letters_and_place():
    assert likeness("غوردون", "جوردون").edits == ("جغ.I",)
    assert likeness("ترامب", "ترمب").edits == ("-ا.M",)
    assert likeness("تشيلي", "شيلي").edits == ("تش=ش",)


def test_persian_letters_are_those_that_presses_write_for_them():
    assert score("پوتين", "بوتين") == EQUAL


@pytest.mark.parametrize(
    ("edit", "kind"), [("جغ.I", "cc.I"), ("-و.S", "-v.S"), ("او.M", "vv.M"), ("عو.F", "cv.F"), ("تش=س", "c=c")]
)
def test_an_edit_that_the_table_lacks_is_worth_its_sort(edit: str, kind: str):
    assert sort(edit) == kind
    assert worth(edit, {kind: 0.25}) == 0.25


def test_the_table_knows_every_length_and_sort():
    assert {length("ا" * n, "ب") for n in range(1, 40)} <= set(costs())
    assert {f"{sign}{kind}.{place}" for sign, kind in (("", "cc"), ("-", "c"), ("-", "v")) for place in "IMF"} - set(
        costs()
    ) <= {"-v.M"}


@given(WORDS, WORDS)
def test_likeness_is_the_same_both_ways(a: str, b: str):
    assert likeness(a, b) == likeness(b, a)


def test_endless_words_cost_nothing():
    start = time.perf_counter()
    likeness("ا" * 1_000_000, "ب" * 1_000_000)
    assert time.perf_counter() - start < 2
