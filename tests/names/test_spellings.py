from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.names.spellings import key, parts, same, slip

CASES = Path(__file__).parents[1] / "cases/names/spellings.tsv"
ROWS = [line.split("\t") for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]
ARABIC = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةىگپچـًَّ -", min_size=1, max_size=24)


@pytest.mark.parametrize(("one", "other", "verdict", "why"), ROWS)
def test_house_spellings_join_and_near_misses_stay_apart(one: str, other: str, verdict: str, why: str):
    assert same(one, other) is (verdict == "same"), why
    assert same(other, one) is (verdict == "same"), why


@pytest.mark.parametrize(("one", "other", "verdict", "why"), ROWS)
def test_one_letter_lost_is_a_slip_and_no_more(one: str, other: str, verdict: str, why: str):
    if verdict != "same":
        assert slip(one, other) is (verdict == "slip"), why


@pytest.mark.parametrize(
    ("one", "other"), [("كيم جونغ أون", "كيم جونج أون"), ("ترامب", "ترمب"), ("القذافي", "قذافي"), ("أبو ظبي", "أبوظبي")]
)
def test_the_key_alone_joins_the_common_cases(one: str, other: str):
    assert key(one) == key(other)


def test_the_words_that_count():
    assert parts("عبد الرحمن بن محمد آل سيف") == ("عبدالرحمن", "محمد", "سيف")


def test_nothing_but_marks_has_an_empty_key():
    assert key("ـَ") == ""
    assert not same("", "محمد")


@given(ARABIC)
def test_a_name_is_the_same_as_itself_and_as_its_folding(name: str):
    assert key(name) == key(f" {name} ")
    assert not parts(name) or same(name, name)


@given(ARABIC, ARABIC)
def test_same_does_not_depend_on_the_order(one: str, other: str):
    assert same(one, other) == same(other, one)
