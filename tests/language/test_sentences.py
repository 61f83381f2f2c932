from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.language.sentences import sentences

CASES = Path(__file__).parents[1] / "cases/language/sentences.tsv"
ROWS = [line.split("\t") for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]
TEXTS = st.text(alphabet='ابت. "«»؟!…\nد3،()', max_size=80)


@pytest.mark.parametrize(("text", "expected", "why"), ROWS)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: str, why: str):
    assert "|".join(text[slice(*span)] for span in sentences(text)) == expected, why


@given(TEXTS)
def test_sentences_are_trimmed_in_order_and_hold_every_letter_that_is_no_blank(text: str):
    found = sentences(text)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in found)
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())


@given(TEXTS, TEXTS)
def test_a_line_end_always_ends_a_sentence(above: str, below: str):
    assert all("\n" not in f"{above}\n{below}"[a:b] for a, b in sentences(f"{above}\n{below}"))


def test_many_quotations_cost_no_more_than_their_number():
    assert len(sentences("قال «نعم. لا» أمس. " * 50_000)) == 50_000
