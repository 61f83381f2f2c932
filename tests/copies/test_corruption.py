from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.copies.corruption import corrupted
from riwaya.language.letters import fold

LINES = (Path(__file__).parents[1] / "cases/copies/corruption.tsv").read_text("utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if line and not line.startswith("#")]
LETTERS = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=1, max_size=8)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[3])
def test_a_misprint_is_told_from_inflection_and_spelling(row: list[str]):
    assert corrupted(fold(row[0]), fold(row[1])) is (row[2] == "yes")


@given(LETTERS, LETTERS)
def test_being_a_misprint_goes_both_ways(one: str, other: str):
    assert corrupted(one, other) is corrupted(other, one)
