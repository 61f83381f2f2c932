from pathlib import Path

import pytest

from riwaya.language.clitics import bare, joined

CASES = Path(__file__).parents[1] / "cases/language/clitics.tsv"
ROWS = [line.split("\t") for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(("word", "expected", "why"), ROWS)
def test_candidates_go_from_the_whole_word_inward(word: str, expected: str, why: str):
    assert " ".join(bare(word)) == expected, why


@pytest.mark.parametrize(
    ("word", "expected"), [("وقال", ("و", "قال")), ("فقال", ("ف", "قال")), ("قال", ("", "قال")), ("وا", ("", "وا"))]
)
def test_a_joining_letter_is_told_from_the_rest(word: str, expected: tuple[str, str]):
    assert joined(word) == expected
