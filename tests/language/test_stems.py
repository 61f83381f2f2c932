from pathlib import Path

import pytest

from riwaya.language.stems import stem

CASES = Path(__file__).parents[1] / "cases/language/stems.tsv"
ROWS = [line.split("\t") for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(("word", "other", "why"), ROWS)
def test_forms_of_one_word_share_a_key(word: str, other: str, why: str):
    assert stem(word) == stem(other), why


@pytest.mark.parametrize(
    ("word", "other"), [("وليد", "يد"), ("روسيا", "رئيس"), ("قمة", "قمر"), ("2019", "2018"), ("كيري", "كيربي")]
)
def test_different_words_keep_different_keys(word: str, other: str):
    assert stem(word) != stem(other)


def test_digits_and_latin_words_come_back_folded():
    assert (stem("٢٠١٩"), stem("CNN"), stem("")) == ("2019", "cnn", "")
